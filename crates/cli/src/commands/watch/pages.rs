//! The pages that are watched, and which of them a change is about.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use tracing::{debug, info};

use super::changes::Changes;
use super::index::Index;
use super::spot::Spot;
use crate::exit::Failure;
use crate::many::{self, Found, IGNORE_FILE, LookedAt, Places, Plan, Search, Setup, manifest};
use crate::output::is_link;

/// Which pages there are, where their documents go, and where they stand.
pub(super) struct Pages<'h> {
    pub(super) plan: Plan<'h>,
    pub(super) index: Rc<Index>,
    named: Vec<Spot>,
    /// The folders that pages stand in, or may come to.
    pub(super) folders: BTreeSet<PathBuf>,
}

/// What a change means for pages.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    /// There may be others, or elsewhere.
    pub(super) is_stale: bool,
    /// All are to be looked at.
    pub(super) all: bool,
    /// These are to be looked at.
    pub(super) due: BTreeSet<PathBuf>,
}

impl Meaning {
    /// Tells the log of it, where there is any: of each change, the log would tell of itself for ever where it is a file in
    /// a folder that is watched.
    pub(super) fn tell(&self) {
        let Self { is_stale, all, due } = self;
        if *is_stale || *all || !due.is_empty() {
            info!(pages = due.len(), all, others = is_stale, "pages may have changed");
            due.iter().for_each(|page| debug!(page = %page.display(), "changed"));
        }
    }
}

/// What a search has looked at.
pub(super) struct Looked {
    pub(super) pages: many::Pages,
    pub(super) folders: BTreeSet<PathBuf>,
    named: Vec<Spot>,
}

impl Looked {
    /// What the search has looked at, as it really is.
    ///
    /// # Errors
    /// Where what it found cannot be read.
    pub(super) fn of(search: Search<'_, '_>) -> Result<Self, Failure> {
        let Search { pages, looked_at, .. } = search;
        let LookedAt { folders, named } = looked_at.unwrap_or_default();
        let mut places = Places::default();
        let mut folders: BTreeSet<_> =
            folders.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        // A page that is named itself may be in a folder that was not looked into, and a link lead into one.
        for page in pages.iter() {
            let beside = places_of(&page?, &mut places);
            folders.extend(beside.filter_map(|place| place.parent().map(Path::to_owned)));
        }
        Ok(Self { folders, named: named.iter().map(|path| Spot::at(path)).collect(), pages })
    }

    /// The folders to watch, so that all of it is seen when it changes.
    pub(super) fn to_watch(&self) -> BTreeSet<PathBuf> {
        let named = self.named.iter().flat_map(|spot| spot.folders().chain(spot.itself()));
        self.folders.iter().cloned().chain(named).collect()
    }
}

impl<'h> Pages<'h> {
    /// Settles where the documents of these pages go.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub(super) fn new(
        setup: &Setup<'h>,
        looked: Looked,
        tell: &mut dyn FnMut(plenary_core::Diagnostic),
    ) -> Result<Self, Failure> {
        let Looked { pages, folders, named } = looked;
        let plan = Plan::new(setup, None, pages, tell)?;
        let mut known = Places::default();
        let mut places = Vec::new();
        for page in plan.pages.iter() {
            let page = page?;
            places.extend(places_of(&page, &mut known).map(|place| (place, page.path.clone())));
        }
        // Else each line of it would be a change.
        let manifest = known.real(&manifest::path(&setup.asked().run, None)?);
        places.retain(|(place, _)| *place != manifest);
        Ok(Self { plan, index: Rc::new(Index::new(places)), named, folders })
    }

    /// What the changes mean.
    pub(super) fn meaning(&self, changes: &Changes) -> Meaning {
        let mut meaning = Meaning {
            all: changes.all().any(|place| self.named.iter().any(|spot| spot.is_met_by(place))),
            ..Meaning::default()
        };
        for place in changes.all() {
            meaning.due.extend(self.index.below(place).map(Path::to_owned));
        }
        let is_ignore_file = |place: &PathBuf| place.file_name().is_some_and(|name| name == IGNORE_FILE);
        meaning.is_stale = meaning.all
            || changes.moved.iter().any(|place| self.is_news(place))
            || changes.written.iter().any(is_ignore_file);
        meaning
    }

    /// Whether it may be that there are other pages, or pages elsewhere, where there was a change at this place.
    fn is_news(&self, place: &Path) -> bool {
        let name = place.file_name().unwrap_or_default();
        let is_here = place.parent().is_some_and(|folder| self.folders.contains(folder));
        if !is_here && !self.folders.contains(place) {
            return false;
        }
        let is_known = self.index.has(place);
        let is_hidden = name.as_encoded_bytes().starts_with(b".");
        if is_hidden && !is_known {
            return name == IGNORE_FILE;
        }
        // As an editor saves a page: by a file of another name, which is renamed.
        let is_page_still = is_known && fs::symlink_metadata(place).is_ok_and(|found| found.is_file());
        !is_page_still
    }
}

/// Where a page stands, and where it leads to where it is a link.
fn places_of(page: &Found, places: &mut Places) -> impl Iterator<Item = PathBuf> + use<> {
    let place = places.place(&page.path);
    let leads_to = is_link(&page.path).then(|| places.real(&page.path));
    [place].into_iter().chain(leads_to)
}
