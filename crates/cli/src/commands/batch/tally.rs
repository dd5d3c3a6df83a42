//! What became of the pages of a run, counted, and put into words.

use std::path::PathBuf;

use super::inputs::Found;
use super::manifest::Why;
use crate::table::several;

#[derive(Debug)]
pub(super) struct Tally {
    pages: usize,
    pub(super) converted: usize,
    pub(super) unchanged: usize,
    /// Documents that were not there before as they are now.
    pub(super) written: usize,
    /// Pages that failed at this run: of those that are told of below, some may have failed at an earlier one.
    pub(super) failed_now: usize,
    failed: Vec<(PathBuf, Why)>,
}

impl Tally {
    pub(super) fn of(pages: usize) -> Self {
        Self { pages, converted: 0, unchanged: 0, written: 0, failed_now: 0, failed: Vec::new() }
    }

    pub(super) fn fail(&mut self, page: &Found, why: Why) {
        self.failed.push((page.path.clone(), why));
    }

    pub(super) fn pages(&self) -> usize {
        self.pages
    }

    pub(super) fn done(&self) -> usize {
        self.converted + self.unchanged + self.failed.len()
    }

    /// How many pages were not looked at.
    pub(super) fn left(&self) -> usize {
        self.pages - self.done()
    }

    pub(super) fn failed(&self) -> usize {
        self.failed.len()
    }

    /// A line of figures, and one for each page that failed, by its name.
    pub(super) fn lines(&self) -> Vec<String> {
        let Self { pages, converted, unchanged, written, failed, .. } = self;
        let left = match self.left() {
            0 => String::new(),
            left => format!(", {left} not looked at"),
        };
        let pages = several(*pages, "page", "pages");
        let written = several(*written, "document", "documents");
        let failures = failed.len();
        let figures = format!(
            "{pages}: {converted} converted, {unchanged} unchanged, {failures} failed{left}; {written} written"
        );
        let mut failed: Vec<_> = failed.iter().collect();
        failed.sort_by(|one, other| one.0.cmp(&other.0));
        let failed = failed
            .into_iter()
            .map(|(path, Why { code, message })| format!("  failed: {}: {message} [{code}]", path.display()));
        [figures].into_iter().chain(failed).collect()
    }
}
