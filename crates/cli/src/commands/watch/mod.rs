//! `plenary watch`: pages are converted as `batch` does it, and again whenever they, or what converts them, change.
//!
//! Folders are watched before they are looked through, so nothing that changes in between is missed. What is set up lasts
//! until a file that it is made of changes; as long as it cannot be set up, nothing is converted.

mod changes;
mod eyes;
mod index;
mod pages;
mod poll;
mod sources;
mod spot;
mod system;
mod telling;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tracing::{debug, info};

use super::batch::{
    Desk, Found, Inputs, Names, Plan, Search, Setup, Store, Work, interrupt, manifest, strays,
};
use crate::args::{self, Many};
use crate::codes;
use crate::config::{Asked, Groups, RunKeys};
use crate::exit::{Failure, Failures};
use crate::isolation::tell_of_exits;
use crate::plugins::host;
use crate::report::Report;
use changes::Changes;
use eyes::Eyes;
use index::Index;
use pages::{Looked, Pages};
use sources::Sources;
use telling::{Because, Standing};

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

/// What is to be looked at.
#[derive(Default)]
struct Due {
    all: bool,
    some: BTreeSet<PathBuf>,
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

    /// Converts what is due, again and again.
    fn convert<'h>(&mut self, asked: &'h Asked, setup: &mut Setup<'h>) -> Result<(), Failures> {
        let mut groups = asked.groups();
        let mut pages: Option<Pages<'_>> = None;
        let mut is_stale = true;
        let mut due = Due { all: true, ..Due::default() };
        let mut because = if self.begun { Because::SetUp } else { Because::Begun };
        loop {
            if is_stale {
                match self.look(asked, &mut groups, setup) {
                    Ok(found) => {
                        if let Some(before) = self.index.replace(Rc::clone(&found.index)) {
                            self.tell_of_gone(found.index.gone_since(&before).into_iter());
                            let new: Vec<_> = found.index.new_since(&before).into_iter().collect();
                            self.tell_of_missing(new.iter().filter(|page| !page.exists()));
                            due.some.extend(new);
                        }
                        pages = Some(found);
                        is_stale = false;
                    }
                    Err(failure) => self.tell_of(failure)?,
                }
            }
            let usable = pages.as_ref().filter(|_| !is_stale);
            if let Some(pages) = usable {
                match self.pass(setup, pages, &mut due, because) {
                    Ok(()) => {
                        (due, because) = (Due::default(), Because::Changed);
                        self.standing.is_put_right();
                    }
                    Err(failure) => self.tell_of(failure)?,
                }
                if !self.begun && !self.is_asked_to_end() {
                    self.report.summary(&telling::waiting(pages));
                }
            }
            self.begun = true;
            let Some(changes) = self.wait() else { return Ok(()) };
            let meaning = pages.as_ref().map(|pages| pages.meaning(&changes)).unwrap_or_default();
            meaning.tell();
            if (is_stale || meaning.is_stale) && self.is_governed_otherwise() {
                return Ok(());
            }
            is_stale |= meaning.is_stale;
            due.all |= meaning.all;
            due.some.extend(meaning.due);
        }
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

    /// Looks for pages, until all is watched that was looked at: so nothing is missed that comes in between.
    fn look<'h>(
        &mut self,
        asked: &Asked,
        groups: &mut Groups<'_>,
        setup: &mut Setup<'h>,
    ) -> Result<Pages<'h>, Failures> {
        self.standing.begin();
        loop {
            let Self { standing, report, many, .. } = self;
            let mut tell = |finding| standing.tell(report, &finding);
            let mut search = Search::new(asked.run.output()?, groups, &mut tell);
            let searched = search.all(Inputs::read(many, false));
            let looked = Looked::of(search);
            self.looked_at = looked.to_watch();
            if self.watch()? {
                continue;
            }
            searched?;
            setup.cover(groups)?;
            let Self { standing, report, .. } = self;
            return Ok(Pages::new(setup, looked, &mut |finding| standing.tell(report, &finding))?);
        }
    }

    /// Goes through the pages that are due.
    ///
    /// # Errors
    /// Where it did not get to the end of them.
    fn pass(
        &mut self,
        setup: &Setup<'_>,
        pages: &Pages<'_>,
        due: &mut Due,
        because: Because,
    ) -> Result<(), Failures> {
        let run = &setup.asked().run;
        // Until it has got to the end of them.
        due.all |= self.open(run, &pages.plan)?;
        let is_due = |page: &&Found| due.all || due.some.contains(&*page.path);
        let mut found: Vec<Found> = pages.plan.pages.iter().filter(is_due).cloned().collect();
        if self.begun {
            let gone: Vec<_> = found.extract_if(.., |page| !page.path.exists()).collect();
            self.tell_of_gone(gone.iter().map(|page| &*page.path));
        }
        let Some(store) = self.store.as_mut().filter(|_| !found.is_empty() || because == Because::Begun)
        else {
            return Ok(());
        };
        store.manifest.begin(setup.fingerprints());
        let Store { manifest, known, writing } = store;
        let desk = Desk::new(self.report, manifest, found.len(), None);
        let (largest, writing) = (run.max_page(), writing.clone());
        let work = Work { plan: &pages.plan, known, resume: false, largest, writing };
        let (tally, end) = work.pass(&found, run.jobs(), desk, &self.asked_to_end).end();
        let lines = telling::pass(&tally, because);
        if !lines.is_empty() {
            self.report.summary_of(&lines);
        }
        manifest.read_on(known)?;
        end.map_or(Ok(()), |end| Err(end.into()))
    }

    /// Takes hold of the folder of the documents where it is not held; gives whether it was not.
    fn open(&mut self, run: &RunKeys, plan: &Plan<'_>) -> Result<bool, Failure> {
        // It may have been taken away, with all that was in it.
        if self.store.as_ref().is_some_and(|store| store.manifest.is_there().is_ok()) {
            return Ok(false);
        }
        self.store = None;
        let store = self.store.insert(Store::open(run, None)?);
        strays::remove(&plan.folders, &store.writing);
        Ok(true)
    }

    /// Tells of pages that are no more, each once.
    fn tell_of_gone<'p>(&mut self, pages: impl Iterator<Item = &'p Path>) {
        let gone: Names = pages.filter(|page| self.standing.is_new(&page.to_string_lossy())).collect();
        if gone.number > 0 {
            self.report.summary(&telling::gone(&gone));
        }
    }

    /// Tells of what is named now, and is not there, each once.
    fn tell_of_missing<'p>(&mut self, pages: impl Iterator<Item = &'p PathBuf>) {
        let missing: Names = pages
            .map(PathBuf::as_path)
            .filter(|page| self.standing.is_new(&page.to_string_lossy()))
            .collect();
        if missing.number > 0 {
            self.report.summary(&telling::missing(&missing));
        }
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
