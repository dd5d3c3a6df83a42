//! The pages that are watched, and which of them a change is about.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::super::batch::{Found, IGNORE_FILE, Places, Plan, Search, Setup, is_link, manifest};
use super::changes::Changes;
use super::spot::Spot;
use crate::exit::Failure;

/// Which pages there are, where their documents go, and where they stand.
pub(super) struct Pages<'h> {
    pub(super) plan: Plan<'h>,
    /// The real places of the pages, each with its number in the plan, in the order of the places.
    places: Vec<(PathBuf, usize)>,
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

/// What a search has looked at.
pub(super) struct Looked {
    pub(super) pages: Vec<Found>,
    pub(super) folders: BTreeSet<PathBuf>,
    named: Vec<Spot>,
}

impl Looked {
    /// What the search has looked at, as it really is.
    pub(super) fn of(search: Search<'_, '_>) -> Self {
        let mut places = Places::default();
        let folders = search.folders.iter().filter_map(|folder| folder.canonicalize().ok());
        // A page that is named itself may be in a folder that was not looked into, and a link lead into one.
        let beside = search.pages.iter().flat_map(|page| places_of(page, &mut places));
        let beside = beside.filter_map(|place| place.parent().map(Path::to_owned));
        let folders = folders.chain(beside).collect();
        Self { folders, named: search.named.iter().map(|path| Spot::at(path)).collect(), pages: search.pages }
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
        let of_page = |(at, page)| places_of(page, &mut known).map(move |place| (place, at));
        let mut places: Vec<_> = plan.pages.iter().enumerate().flat_map(of_page).collect();
        // Else each line of it would be a change.
        let manifest = known.real(&manifest::path(&setup.asked().run, None)?);
        places.retain(|(place, _)| *place != manifest);
        places.sort();
        Ok(Self { plan, places, named, folders })
    }

    /// What the changes mean.
    pub(super) fn meaning(&self, changes: &Changes) -> Meaning {
        let mut meaning = Meaning {
            all: changes.all().any(|place| self.named.iter().any(|spot| spot.is_met_by(place))),
            ..Meaning::default()
        };
        for place in changes.all() {
            meaning.due.extend(self.below(place).map(|page| page.path.clone()));
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
        let is_known = self.at(place).next().is_some();
        let is_hidden = name.as_encoded_bytes().starts_with(b".");
        if is_hidden && !is_known {
            return name == IGNORE_FILE;
        }
        // As an editor saves a page: by a file of another name, which is renamed.
        let is_page_still = is_known && fs::symlink_metadata(place).is_ok_and(|found| found.is_file());
        !is_page_still
    }

    /// The pages at this place, and below it where it is a folder.
    fn below<'s>(&'s self, place: &'s Path) -> impl Iterator<Item = &'s Found> {
        let start = self.places.partition_point(|(other, _)| other.as_path() < place);
        let below = self.places.iter().skip(start).take_while(move |(other, _)| other.starts_with(place));
        below.filter_map(|(_, at)| self.plan.pages.get(*at))
    }

    fn at<'s>(&'s self, place: &'s Path) -> impl Iterator<Item = &'s Found> {
        let start = self.places.partition_point(|(other, _)| other.as_path() < place);
        let here = self.places.iter().skip(start).take_while(move |(other, _)| other == place);
        here.filter_map(|(_, at)| self.plan.pages.get(*at))
    }

    /// The pages that these did not have, or had at another place.
    pub(super) fn new_since(&self, before: &Pages<'_>) -> BTreeSet<PathBuf> {
        let known: HashSet<_> = before.by_place().collect();
        self.by_place().filter(|page| !known.contains(page)).map(|(_, path)| path.to_owned()).collect()
    }

    /// The pages that these had and there are no more.
    pub(super) fn gone_since<'b>(&self, before: &'b Pages<'_>) -> impl Iterator<Item = &'b Path> {
        let here: HashSet<_> = self.plan.pages.iter().map(|page| &page.path).collect();
        let gone = before.plan.pages.iter().filter(move |page| !here.contains(&page.path));
        gone.map(|page| page.path.as_path())
    }

    fn by_place(&self) -> impl Iterator<Item = (&Path, &Path)> {
        let page = |at: &usize| self.plan.pages.get(*at).map(|page| page.path.as_path());
        self.places.iter().filter_map(move |(place, at)| Some((place.as_path(), page(at)?)))
    }
}

/// Where a page stands, and where it leads to where it is a link.
fn places_of(page: &Found, places: &mut Places) -> impl Iterator<Item = PathBuf> + use<> {
    let place = places.place(&page.path);
    let leads_to = is_link(&page.path).then(|| places.real(&page.path));
    [place].into_iter().chain(leads_to)
}
