//! `plenary watch`: pages are converted as `batch` does it, and again whenever they, or what converts them, change.
//!
//! Folders are watched before they are looked through, so nothing that changes in between is missed. What is set up lasts
//! until a file that it is made of changes; as long as it cannot be set up, nothing is converted.

mod changes;
mod eyes;
mod pages;
mod poll;
mod sources;
mod spot;
mod system;
mod telling;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tracing::{debug, info};

use super::batch::{Desk, Found, Names, Plan, Search, Setup, Store, Work, interrupt, strays, threads};
use crate::args::{self, Many};
use crate::codes;
use crate::exit::Failure;
use crate::isolation::tell_of_exits;
use crate::plugins::host;
use crate::report::Report;
use changes::Changes;
use eyes::Eyes;
use pages::{Looked, Pages};
use sources::Sources;
use telling::{Because, Standing};

pub(super) fn run(args: &args::Watch, report: &mut Report) -> Result<(), Failure> {
    if args.many.inputs.iter().any(|input| input.as_os_str() == "@-" || input.as_os_str() == "-") {
        let message = "standard input cannot be watched, neither as a page nor as a list of them";
        return Err(Failure::usage(&codes::LIST, message).help("write the list to a file, and name it @FILE"));
    }
    tell_of_exits(report);
    let mut watch = Watch {
        many: &args.many,
        eyes: Eyes::new(args.poll)?,
        sources: Sources::of(&args.many),
        looked_at: BTreeSet::new(),
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
    /// The folders to watch for pages.
    looked_at: BTreeSet<PathBuf>,
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
    fn set_up(&mut self) -> Result<(), Failure> {
        let many = self.many;
        self.sources = Sources::of(many);
        self.standing.begin();
        self.watch()?;
        let failure = match host(&many.plugins, self.report) {
            Ok(host) => match Setup::new(many, &host, self.report) {
                Ok(setup) => {
                    let converted = self.convert(&setup);
                    setup.conversion.tell_timings(threads(many.jobs), self.report);
                    return converted;
                }
                Err(failure) => failure,
            },
            Err(failure) => failure,
        };
        self.tell_of(failure)?;
        while self.wait().is_some() {}
        Ok(())
    }

    /// Converts what is due, again and again.
    fn convert(&mut self, setup: &Setup<'_>) -> Result<(), Failure> {
        let mut pages: Option<Pages<'_>> = None;
        let mut is_stale = true;
        let mut due = Due { all: true, ..Due::default() };
        let mut because = if self.begun { Because::SetUp } else { Because::Begun };
        loop {
            if is_stale {
                match self.look(setup) {
                    Ok(found) => {
                        if let Some(before) = &pages {
                            self.tell_of_gone(found.gone_since(before));
                            due.some.extend(found.new_since(before));
                        }
                        pages = Some(found);
                        is_stale = false;
                    }
                    Err(failure) => self.tell_of(failure)?,
                }
            }
            let usable = pages.as_ref().filter(|_| !is_stale);
            if let Some(pages) = usable {
                match self.pass(setup, pages, &due, because) {
                    Ok(()) => (due, because) = (Due::default(), Because::Changed),
                    Err(failure) => self.tell_of(failure)?,
                }
                if !self.begun && !self.is_asked_to_end() {
                    self.report.summary(&telling::waiting(pages));
                }
            }
            self.begun = true;
            let Some(changes) = self.wait() else { return Ok(()) };
            let meaning = pages.as_ref().map(|pages| pages.meaning(&changes)).unwrap_or_default();
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
        let (written, moved, lost) = (changes.written.len(), changes.moved.len(), changes.lost);
        info!(written, moved, lost, "there are changes");
        changes.all().for_each(|place| debug!(place = %place.display(), "changed"));
        if self.sources.are_met_by(&changes) {
            info!("plugins or options may have changed: all is set up anew");
            return None;
        }
        Some(changes)
    }

    /// Watches what the set-up and pages are found by; gives whether something was not watched before.
    ///
    /// # Errors
    /// Where it cannot begin.
    fn watch(&mut self) -> Result<bool, Failure> {
        let mut folders = self.sources.folders();
        folders.extend(self.looked_at.iter().cloned());
        let (new, failure) = self.eyes.watch(&folders);
        debug!(folders = folders.len(), new, "folders are watched");
        failure.map_or(Ok(()), |failure| self.tell_of(failure))?;
        Ok(new > 0)
    }

    /// Looks for pages, until all is watched that was looked at: so nothing is missed that comes in between.
    fn look<'h>(&mut self, setup: &Setup<'h>) -> Result<Pages<'h>, Failure> {
        self.standing.begin();
        loop {
            let Self { standing, report, many, .. } = self;
            let mut tell = |finding| standing.tell(report, &finding);
            let mut search = Search::new(many, &mut tell);
            let searched = search.all(many, false);
            let looked = Looked::of(search);
            self.looked_at = looked.to_watch();
            if self.watch()? {
                continue;
            }
            searched?;
            let Self { standing, report, many, .. } = self;
            return Pages::new(many, setup, looked, &mut |finding| standing.tell(report, &finding));
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
        due: &Due,
        because: Because,
    ) -> Result<(), Failure> {
        let is_opened = self.open(&pages.plan)?;
        let is_due = |page: &&Found| due.all || is_opened || due.some.contains(&page.path);
        let mut found: Vec<Found> = pages.plan.pages.iter().filter(is_due).cloned().collect();
        if self.begun {
            let gone: Vec<_> = found.extract_if(.., |page| !page.path.exists()).collect();
            self.tell_of_gone(gone.iter().map(|page| page.path.as_path()));
        }
        let Some(store) = self.store.as_mut().filter(|_| !found.is_empty() || because == Because::Begun)
        else {
            return Ok(());
        };
        store.manifest.begin(&setup.by);
        let Store { manifest, known, writing } = store;
        let desk = Desk::new(self.report, manifest, found.len(), None);
        let work = Work { setup, plan: &pages.plan, known, resume: false, writing: writing.clone() };
        let (tally, end) = work.pass(&found, self.many.jobs, desk, &self.asked_to_end).end();
        let lines = telling::pass(&tally, because);
        if !lines.is_empty() {
            self.report.summary_of(&lines);
        }
        manifest.read_on(known)?;
        end.map_or(Ok(()), Err)
    }

    /// Takes hold of the folder of the documents where it is not held; gives whether it was not.
    fn open(&mut self, plan: &Plan<'_>) -> Result<bool, Failure> {
        // It may have been taken away, with all that was in it.
        if self.store.as_ref().is_some_and(|store| store.manifest.is_there().is_ok()) {
            return Ok(false);
        }
        self.store = None;
        let store = self.store.insert(Store::open(self.many, None)?);
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

    /// Tells of what is in the way of going on, where it is not told of yet.
    ///
    /// # Errors
    /// With it, where it is in the way of beginning.
    fn tell_of(&mut self, failure: Failure) -> Result<(), Failure> {
        if !self.begun {
            return Err(failure);
        }
        if self.standing.is_new(&failure.finding.message) {
            self.report.failure(None, &failure);
            self.report.summary("nothing is converted until this is put right; still watching");
        }
        Ok(())
    }
}
