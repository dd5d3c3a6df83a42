//! Where pages really stand.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

/// The real places of pages, each with the page as it is named, in the order of the places. A page may have two: that of a
/// link, and where it leads.
#[derive(Debug)]
pub(super) struct Index(Vec<(PathBuf, PathBuf)>);

impl Index {
    pub(super) fn new(mut places: Vec<(PathBuf, PathBuf)>) -> Self {
        places.sort();
        Self(places)
    }

    /// Whether a page stands at this place.
    pub(super) fn has(&self, place: &Path) -> bool {
        self.from(place).next().is_some_and(|(other, _)| other == place)
    }

    /// The pages at this place, and below it where it is a folder.
    pub(super) fn below(&self, place: &Path) -> impl Iterator<Item = &Path> {
        self.from(place)
            .take_while(move |(other, _)| other.starts_with(place))
            .map(|(_, page)| page.as_path())
    }

    fn from(&self, place: &Path) -> impl Iterator<Item = &(PathBuf, PathBuf)> {
        self.0.iter().skip(self.0.partition_point(|(other, _)| other.as_path() < place))
    }

    /// The pages that this did not have, or had at another place.
    pub(super) fn new_since(&self, before: &Self) -> BTreeSet<PathBuf> {
        let known: HashSet<_> = before.0.iter().collect();
        self.0.iter().filter(|page| !known.contains(page)).map(|(_, page)| page.clone()).collect()
    }

    /// The pages that it had and there are no more.
    pub(super) fn gone_since<'b>(&self, before: &'b Self) -> BTreeSet<&'b Path> {
        let here: HashSet<_> = self.0.iter().map(|(_, page)| page).collect();
        before
            .0
            .iter()
            .map(|(_, page)| page)
            .filter(|page| !here.contains(page))
            .map(PathBuf::as_path)
            .collect()
    }
}
