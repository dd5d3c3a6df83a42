//! What became of the pages of a run, counted, and put into words.

use std::path::PathBuf;

use super::inputs::Found;
use super::manifest::Why;
use super::names::Names;
use crate::table::several;

#[derive(Debug)]
pub(crate) struct Tally {
    pages: usize,
    pub(crate) converted: usize,
    pub(crate) unchanged: usize,
    /// Documents that were not there before as they are now.
    pub(crate) written: usize,
    /// Pages that failed at this run: of those that are told of below, some may have failed at an earlier one.
    pub(crate) failed_now: usize,
    failed: Vec<(PathBuf, Why)>,
    /// The pages of this run that were converted, or failed.
    pub(crate) tried: Names,
}

impl Tally {
    pub(crate) fn of(pages: usize) -> Self {
        Self {
            pages,
            converted: 0,
            unchanged: 0,
            written: 0,
            failed_now: 0,
            failed: Vec::new(),
            tried: Names::default(),
        }
    }

    pub(crate) fn fail(&mut self, page: &Found, why: Why) {
        self.failed.push((page.path.to_path_buf(), why));
    }

    pub(crate) fn pages(&self) -> usize {
        self.pages
    }

    pub(crate) fn done(&self) -> usize {
        self.converted + self.unchanged + self.failed.len()
    }

    /// How many pages were not looked at.
    pub(crate) fn left(&self) -> usize {
        self.pages - self.done()
    }

    pub(crate) fn failed(&self) -> usize {
        self.failed.len()
    }

    /// A line of figures, and one for each page that failed, by its name. `pages` is what the line calls them all.
    pub(crate) fn lines(&self, pages: &str) -> Vec<String> {
        self.told(&format!("{pages}: {} converted, {} unchanged", self.converted, self.unchanged))
    }

    /// The same of those pages alone that were converted or failed, by their names; none where there is no such page.
    pub(crate) fn lines_of_tried(&self) -> Vec<String> {
        if self.tried.number == 0 {
            return Vec::new();
        }
        self.told(&format!("{}: {} converted", self.tried, self.converted))
    }

    fn told(&self, figures: &str) -> Vec<String> {
        let left = match self.left() {
            0 => String::new(),
            left => format!(", {left} not looked at"),
        };
        let written = several(self.written, "document", "documents");
        let figures = format!("{figures}, {} failed{left}; {written} written", self.failed.len());
        let mut failed: Vec<_> = self.failed.iter().collect();
        failed.sort_by(|one, other| one.0.cmp(&other.0));
        let failed = failed
            .into_iter()
            .map(|(path, Why { code, message })| format!("  failed: {}: {message} [{code}]", path.display()));
        [figures].into_iter().chain(failed).collect()
    }
}
