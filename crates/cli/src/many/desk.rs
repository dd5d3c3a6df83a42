//! Where everything comes together that threads have done: one page at a time it is shown, written down and counted.

use super::manifest::{Manifest, Status, Why};
use super::pages::Found;
use super::progress::Progress;
use super::tally::Tally;
use super::work::{Done, Tried};
use crate::codes;
use crate::exit::{Exit, Failure};
use crate::fault::contained;
use crate::output::Fate;
use crate::report::{Report, Source};

pub(crate) struct Desk<'r> {
    report: &'r mut Report,
    manifest: &'r mut Manifest,
    progress: Progress,
    tally: Tally,
    /// After how many failed pages no more are taken.
    most: Option<usize>,
    /// Whether no more pages are to be taken.
    closed: bool,
    /// What ended the pass before its time.
    end: Option<Failure>,
}

impl<'r> Desk<'r> {
    /// For so many pages, of which `most` may fail.
    pub(crate) fn new(
        report: &'r mut Report,
        manifest: &'r mut Manifest,
        pages: usize,
        most: Option<usize>,
    ) -> Self {
        let progress = Progress::new(pages, report);
        Self { report, manifest, progress, tally: Tally::of(pages), most, closed: false, end: None }
    }

    /// Whether no more pages are to be taken.
    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Takes no more pages, for this reason.
    pub(super) fn close(&mut self, end: Failure) {
        self.closed = true;
        self.end.get_or_insert(end);
    }

    /// Takes what came of a page.
    pub(super) fn take(&mut self, page: &Found, done: Result<Done, Failure>) {
        match done {
            Err(failure) => return self.close(failure),
            Ok(Done::Unchanged | Done::Before(None)) => self.tally.unchanged += 1,
            Ok(Done::Before(Some(why))) => self.fail(page, &why),
            Ok(Done::Tried(tried)) => self.tried(page, *tried),
        }
        if let Some(line) = self.progress.advance(&self.tally) {
            self.report.summary(&line);
        }
    }

    fn tried(&mut self, page: &Found, tried: Tried) {
        let Tried { record, fates, findings, failure, text } = tried;
        let name = page.path.to_string_lossy();
        let source = Source::new(&name, text.as_deref());
        let told = contained(|| {
            self.report.findings(Some(&source), &findings);
            if let Some(failure) = &failure {
                self.report.failure(Some(&source), failure);
            }
        });
        if let Err(fault) = told {
            // Without the text, of which it could not be told.
            self.report.failure(Some(&Source::new(&name, None)), &fault);
        }
        self.tally.tried.add(&page.path);
        match record.status {
            Status::Converted => {
                self.tally.converted += 1;
                self.tally.written += fates.iter().filter(|fate| **fate == Fate::Written).count();
            }
            Status::Failed => {
                let unknown =
                    || Why { code: codes::RENDER.name.to_owned(), message: "no document".to_owned() };
                self.fail(page, &record.failure.clone().unwrap_or_else(unknown));
                self.tally.failed_now += 1;
                self.closed |= self.most.is_some_and(|most| self.tally.failed_now >= most);
            }
        }
        if let Err(failure) = self.manifest.add(record) {
            self.close(failure);
        }
    }

    fn fail(&mut self, page: &Found, why: &Why) {
        self.report.raise(Exit::Failed);
        self.tally.fail(&page.path, why);
    }

    /// What came of all pages, and what ended the pass before its time, if something did.
    pub(crate) fn end(self) -> (Tally, Option<Failure>) {
        self.progress.end();
        (self.tally, self.end)
    }
}
