//! What became of the pages of a run, counted, and put into words.

use std::path::Path;

use super::manifest::Why;
use super::names::Names;
use super::path_bytes;
use super::scratch::Sorter;
use crate::exit::Failure;
use crate::table::several;

#[derive(Debug, Default)]
pub(crate) struct Tally {
    pages: usize,
    pub(crate) converted: usize,
    pub(crate) unchanged: usize,
    /// Documents that were not there before as they are now.
    pub(crate) written: usize,
    /// Pages that failed at this run: of those that are told of below, some may have failed at an earlier one.
    pub(crate) failed_now: usize,
    failed: usize,
    /// What is told of each page that failed, behind what it is sorted by.
    failures: Sorter,
    /// The pages of this run that were converted, or failed.
    pub(crate) tried: Names,
}

impl Tally {
    pub(crate) fn of(pages: usize) -> Self {
        Self { pages, ..Self::default() }
    }

    /// Takes a page that failed.
    pub(crate) fn fail(&mut self, page: &Path, why: &Why) {
        self.failed += 1;
        let Why { code, message } = why;
        let line = format!("  failed: {}: {message} [{code}]", page.display());
        let order = path_bytes::in_order(page);
        let behind = (line.len() as u64).to_le_bytes();
        self.failures.push(&[&order[..], &[path_bytes::END], line.as_bytes(), &behind].concat());
    }

    pub(crate) fn pages(&self) -> usize {
        self.pages
    }

    pub(crate) fn done(&self) -> usize {
        self.converted + self.unchanged + self.failed
    }

    /// How many pages were not looked at.
    pub(crate) fn left(&self) -> usize {
        self.pages - self.done()
    }

    pub(crate) fn failed(&self) -> usize {
        self.failed
    }

    /// A line of figures, which calls the pages so.
    pub(crate) fn figures(&self, pages: &str) -> String {
        let Self { converted, unchanged, failed, .. } = self;
        self.told(&format!("{pages}: {converted} converted, {unchanged} unchanged, {failed} failed"))
    }

    /// The same of those pages alone that were converted or failed, by their names; none where there is no such page.
    pub(crate) fn figures_of_tried(&self) -> Option<String> {
        let Self { tried, converted, failed, .. } = self;
        (tried.number > 0).then(|| self.told(&format!("{tried}: {converted} converted, {failed} failed")))
    }

    fn told(&self, figures: &str) -> String {
        let left = match self.left() {
            0 => String::new(),
            left => format!(", {left} not looked at"),
        };
        let written = several(self.written, "document", "documents");
        format!("{figures}{left}; {written} written")
    }

    /// Gives a line for each page that failed, by their names.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub(crate) fn failures(&mut self, mut tell: impl FnMut(&str)) -> Result<(), Failure> {
        let mut failures = self.failures.sorted()?;
        while let Some(record) = failures.next()? {
            let (rest, length) = record.split_last_chunk().unwrap_or((record, &[0; 8]));
            let start =
                rest.len().saturating_sub(usize::try_from(u64::from_le_bytes(*length)).unwrap_or_default());
            tell(&String::from_utf8_lossy(rest.get(start..).unwrap_or_default()));
        }
        Ok(())
    }
}
