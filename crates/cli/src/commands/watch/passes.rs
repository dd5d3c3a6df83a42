//! What is set up is used again and again: pages are looked for, and those gone through that are due.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::Watch;
use super::pages::{Looked, Pages};
use super::telling::{self, Because};
use crate::config::{Asked, Groups, RunKeys};
use crate::exit::{Failure, Failures};
use crate::many::{self, Desk, Inputs, Names, Plan, Search, Setup, Store, Work, strays};

/// What is to be looked at.
#[derive(Default)]
struct Due {
    all: bool,
    some: BTreeSet<PathBuf>,
}

impl Watch<'_> {
    /// Converts what is due, again and again.
    pub(super) fn convert<'h>(&mut self, asked: &'h Asked, setup: &mut Setup<'h>) -> Result<(), Failures> {
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
            let mut search = Search::new(asked.run.output()?, groups, &mut tell).noting();
            let searched = search.all(Inputs::read(many, false));
            let looked = Looked::of(search)?;
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
        let (mut found, mut gone) = (many::Pages::default(), BTreeSet::new());
        for page in pages.plan.pages.iter() {
            let page = page?;
            if !due.all && !due.some.contains(&page.path) {
                continue;
            }
            if self.begun && !page.path.exists() {
                gone.insert(page.path);
            } else {
                found.push(&page);
            }
        }
        self.tell_of_gone(gone.iter().map(PathBuf::as_path));
        let Some(store) = self.store.as_mut().filter(|_| found.len() > 0 || because == Because::Begun) else {
            return Ok(());
        };
        store.manifest.begin(setup.fingerprints());
        let Store { manifest, known, writing } = store;
        let desk = Desk::new(self.report, manifest, found.len(), None);
        let (largest, writing) = (run.max_page(), writing.clone());
        let work = Work { plan: &pages.plan, known, resume: false, largest, writing };
        let (mut tally, end) = work.pass(&found, run.jobs(), desk, &self.asked_to_end).end();
        if let Some(figures) = telling::pass(&tally, because) {
            self.report.summary(&figures);
            tally.failures(|line| self.report.summary_goes_on(line))?;
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
        strays::remove(plan, &store.writing)?;
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
}
