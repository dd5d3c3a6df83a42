//! `plenary watch`: pages are converted as `batch` does it, and again whenever they, or what converts them, change.
//!
//! Folders are watched before they are looked through, so nothing that changes in between is missed. What is set up lasts
//! until a file that it is made of changes; as long as it cannot be set up, nothing is converted.

mod changes;
mod eyes;
mod index;
mod pages;
mod passes;
mod poll;
mod sources;
mod spot;
mod system;
mod telling;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tracing::{debug, info};

use crate::args::{self, Many};
use crate::codes;
use crate::config::Asked;
use crate::exit::{Failure, Failures};
use crate::isolation::tell_of_exits;
use crate::many::{Inputs, Setup, Store, interrupt, manifest};
use crate::plugins::host;
use crate::report::Report;
use changes::Changes;
use eyes::Eyes;
use index::Index;
use sources::Sources;
use telling::Standing;

pub(super) fn run(args: &args::Watch, report: &mut Report) -> Result<(), Failures> {
    if args.many.inputs.iter().any(|input| input.as_os_str() == "@-" || input.as_os_str() == "-") {
        let message = "standard input cannot be watched, neither as a page nor as a list of them";
        let failure =
            Failure::usage(&codes::LIST, message).help("write the list to a file, and name it @FILE");
        return Err(failure.into());
    }
    tell_of_exits(report);
    let mut watch = Watch {
        many: &args.many,
        eyes: Eyes::new(args.poll)?,
        sources: Sources::default(),
        settings: BTreeSet::new(),
        looked_at: BTreeSet::new(),
        index: None,
        governing: BTreeSet::new(),
        place: None,
        store: None,
        asked_to_end: interrupt::watch()?,
        standing: Standing::default(),
        begun: false,
        report,
    };
    while !watch.is_asked_to_end() {
        watch.set_up()?;
    }
    report.end_well();
    Ok(())
}

struct Watch<'r> {
    many: &'r Many,
    eyes: Eyes,
    /// What is set up by files.
    sources: Sources,
    /// Where a file of settings is, was, or may come to.
    settings: BTreeSet<PathBuf>,
    /// The folders to watch for pages.
    looked_at: BTreeSet<PathBuf>,
    /// Where pages stood when they were last found.
    index: Option<Rc<Index>>,
    /// The folders of the files of settings that govern what is named.
    governing: BTreeSet<Option<PathBuf>>,
    /// The manifest of what is set up, and whether it is to be safe from a loss of power.
    place: Option<(PathBuf, bool)>,
    /// Opened when there is first something to be written.
    store: Option<Store>,
    asked_to_end: Arc<AtomicBool>,
    standing: Standing,
    /// Whether all pages have been gone through once. What goes wrong before ends it, what does later is told.
    begun: bool,
    report: &'r mut Report,
}

impl Watch<'_> {
    fn is_asked_to_end(&self) -> bool {
        self.asked_to_end.load(Ordering::Relaxed)
    }

    /// Sets all up, and converts with it until it is to be set up anew or to end.
    ///
    /// # Errors
    /// Where it cannot begin.
    fn set_up(&mut self) -> Result<(), Failures> {
        let inputs = Inputs::read(self.many, false);
        self.governing = Asked::folders(self.many, inputs.starts());
        // One that is gone may come again: moved away and back, or by way of another branch.
        self.settings.extend(Asked::places(self.many, inputs.starts()));
        self.sources = Sources::of_settings(&self.settings);
        self.standing.begin();
        // Before it is read: what is wrong with it may be put right.
        self.watch()?;
        let failures = match Asked::of_many(self.many, inputs.starts()) {
            Ok(asked) => {
                self.sources.add(&asked);
                self.watch()?;
                match self.set_up_by(&asked) {
                    Ok(()) => return Ok(()),
                    Err(failures) => failures,
                }
            }
            Err(failures) => failures,
        };
        self.tell_of(failures)?;
        while self.wait().is_some() && !self.is_governed_otherwise() {}
        Ok(())
    }

    /// Sets up what is asked for, and converts with it until it is to be set up anew or to end.
    ///
    /// # Errors
    /// Where it cannot be set up, or cannot begin.
    fn set_up_by(&mut self, asked: &Asked) -> Result<(), Failures> {
        let run = &asked.run;
        let place = (manifest::path(run, None)?, run.fsync());
        if self.place.as_ref() != Some(&place) {
            // Documents may go elsewhere now, or in another way.
            self.store = None;
            self.place = Some(place);
        }
        let isolation = run.isolation_of_watch();
        let host = host(run, self.report)?;
        let mut setup = Setup::new(asked, &host, &isolation, self.report)?;
        let converted = self.convert(asked, &mut setup);
        if self.many.documents.timings {
            setup.timings().tell(run.jobs(), self.report);
        }
        converted
    }

    /// Waits for changes with this set-up. There are none where another is needed, or the end is asked for.
    fn wait(&mut self) -> Option<Changes> {
        let changes = self.eyes.wait(&self.asked_to_end);
        if self.is_asked_to_end() {
            return None;
        }
        if self.sources.are_met_by(&changes) {
            info!(lost = changes.lost, "plugins or settings may have changed: all is set up anew");
            changes.all().for_each(|place| debug!(place = %place.display(), "changed"));
            return None;
        }
        Some(changes)
    }

    /// Watches what the set-up and pages are found by; gives whether something was not watched before.
    ///
    /// # Errors
    /// Where it cannot begin.
    fn watch(&mut self) -> Result<bool, Failures> {
        let mut folders = self.sources.folders();
        folders.extend(self.looked_at.iter().cloned());
        let (new, failure) = self.eyes.watch(&folders);
        debug!(folders = folders.len(), new, "folders are watched");
        match failure {
            Some(failure) if !self.begun => return Err(failure.into()),
            // The others are watched, and it goes on.
            Some(failure) if self.standing.is_new(&failure.finding.message) => {
                self.report.failure(None, &failure);
            }
            _ => {}
        }
        Ok(new > 0)
    }

    /// Whether what is named has changed in a list, so that another file of settings would be looked for.
    fn is_governed_otherwise(&self) -> bool {
        let governing = Asked::folders(self.many, Inputs::read(self.many, false).starts());
        !governing.is_empty() && governing != self.governing
    }

    /// Tells of what is in the way of going on, where it is not told of yet.
    ///
    /// # Errors
    /// With it, where it is in the way of beginning.
    fn tell_of(&mut self, failures: impl Into<Failures>) -> Result<(), Failures> {
        let failures = failures.into();
        if !self.begun {
            return Err(failures);
        }
        let Failures(mut failures) = failures;
        failures.retain(|failure| self.standing.is_new_failure(failure));
        if !failures.is_empty() {
            failures.iter().for_each(|failure| self.report.failure(None, failure));
            self.report.summary("nothing is converted until this is put right; still watching");
        }
        Ok(())
    }
}
