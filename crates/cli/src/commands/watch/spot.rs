//! A path that something is made of, whether there is something or not.

use std::fs;
use std::path::{Path, PathBuf};

use crate::many::Places;
use crate::output::{identity, is_link};

/// Where a path stands, and where it leads to where it is a link: a change of either is one of it.
pub(super) struct Spot {
    places: Vec<PathBuf>,
}

impl Spot {
    pub(super) fn at(path: &Path) -> Self {
        let mut places = vec![Places::default().place(path)];
        places.extend(leads_to(path, MOST_LINKS));
        Self { places }
    }

    /// Whether it is what changed, or stands below it.
    pub(super) fn is_met_by(&self, changed: &Path) -> bool {
        self.places.iter().any(|place| place.starts_with(changed))
    }

    /// Whether what changed stands in this folder.
    pub(super) fn holds(&self, changed: &Path) -> bool {
        self.places.iter().any(|place| changed.parent() == Some(place))
    }

    /// The folders to watch for it to be seen when it changes, appears or vanishes: the nearest that exist.
    pub(super) fn folders(&self) -> impl Iterator<Item = PathBuf> {
        self.places
            .iter()
            .filter_map(|place| place.ancestors().skip(1).find(|folder| folder.is_dir()).map(Path::to_owned))
    }

    /// The folders that it is itself.
    pub(super) fn itself(&self) -> impl Iterator<Item = PathBuf> {
        self.places.iter().filter(|place| place.is_dir() && !is_link(place)).cloned()
    }
}

/// No system follows more.
const MOST_LINKS: usize = 40;

/// Where a link leads, by way of so many others; be it to nothing yet.
fn leads_to(link: &Path, most: usize) -> Option<PathBuf> {
    let next = link.parent()?.join(fs::read_link(link).ok()?);
    let further = most.checked_sub(1).and_then(|most| leads_to(&next, most));
    Some(further.unwrap_or_else(|| identity(&next)))
}
