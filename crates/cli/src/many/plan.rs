//! Where the documents of all pages go, settled before anything is read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use plenary_core::Diagnostic;

use super::key::Key;
use super::pages::{Found, Pages, folder_of};
use super::places::Places;
use super::scratch::Sorter;
use super::setup::{Group, Setup};
use super::strays::Folders;
use crate::args::Shard;
use crate::codes;
use crate::exit::Failure;
use crate::output::{Target, identity};

/// The pages of a run, and where their documents go. Of the places of documents only how they are named is kept: there
/// may be very many.
pub(crate) struct Plan<'h> {
    pub(crate) pages: Pages,
    /// What the pages of each group are converted by.
    groups: Vec<Arc<Group<'h>>>,
    out: PathBuf,
}

impl<'h> Plan<'h> {
    /// Settles where the documents of these pages go, and takes only those of the shard, where there is one.
    ///
    /// # Errors
    /// Where two would have the same place, or one would be written over a page or stand outside of the folder.
    pub(crate) fn new(
        setup: &Setup<'h>,
        shard: Option<Shard>,
        pages: Pages,
        tell: &mut dyn FnMut(Diagnostic),
    ) -> Result<Self, Failure> {
        let (groups, out) = (setup.groups.clone(), setup.asked().run.output()?.to_owned());
        let mut plan = Self { pages, groups, out };
        plan.check(tell)?;
        if let Some(shard) = shard {
            plan.pages.retain(|page| Ok(is_of(shard, page)))?;
        }
        Ok(plan)
    }

    /// The folders that documents go to.
    ///
    /// # Errors
    /// Where the pages cannot be read.
    pub(super) fn folders(&self) -> Result<Folders, Failure> {
        let mut folders = Folders::default();
        for page in self.pages.iter() {
            for target in self.targets(&page?)? {
                if let Target::File(path) = target {
                    folders.add(folder_of(&path));
                }
            }
        }
        Ok(folders)
    }

    /// Where the documents of a page go, in the order of the formats.
    ///
    /// # Errors
    /// Where there is no place for one: never for a page of the plan.
    pub(crate) fn targets(&self, page: &Found) -> Result<Vec<Target>, Failure> {
        let Group { conversion, name, .. } = self.group(page);
        let target = |format| Ok(Target::File(self.out.join(name.name(&page.path, page.dir(), format)?)));
        conversion.formats().iter().map(target).collect()
    }

    /// What a page of the plan is converted by.
    pub(super) fn group(&self, page: &Found) -> &Group<'h> {
        // Pages are numbered by the groups that the set-up covers.
        &self.groups[page.group]
    }

    /// Whether every document has a place of its own in the folder, and none that of a page.
    fn check(&self, tell: &mut dyn FnMut(Diagnostic)) -> Result<(), Failure> {
        let (mut places, mut taken) = (Places::default(), Sorter::default());
        let out = identity(&self.out);
        for (number, page) in self.pages.iter().enumerate() {
            let page = page?;
            let place = places.real(&page.path);
            if place.starts_with(&out) {
                taken.push(&Taken::new(&place, number, None).record());
            }
            for (format, target) in self.targets(&page)?.into_iter().enumerate() {
                let Target::File(path) = target else { continue };
                let place = places.real(&path);
                if !place.starts_with(&out) {
                    return Err(outside(&path, &place));
                }
                taken.push(&Taken::new(&place, number, Some(format)).record());
            }
        }
        self.apart(&mut taken, tell)
    }

    /// Whether no two of these places are the same.
    fn apart(&self, taken: &mut Sorter, tell: &mut dyn FnMut(Diagnostic)) -> Result<(), Failure> {
        let mut taken = taken.sorted()?;
        let (mut over, mut same, mut alike) = (First::default(), First::default(), First::default());
        let (mut page, mut document): (Option<Taken>, Option<Taken>) = (None, None);
        while let Some(place) = taken.next()?.and_then(Taken::of) {
            if place.format.is_none() {
                page = Some(place);
                continue;
            }
            if let Some(page) = page.filter(|page| page.key == place.key) {
                over.meet(page, place);
            }
            if let Some(before) = document.filter(|before| before.alike == place.alike) {
                if before.key == place.key { &mut same } else { &mut alike }.meet(before, place);
            }
            document = Some(place);
        }
        if let Some((_, document)) = over.0 {
            let message = format!(
                "`{}` would be written over a page that is to be read",
                self.path(document)?.display()
            );
            return Err(Failure::usage(&codes::OVERWRITES_INPUT, message).help("name another folder with -o"));
        }
        if let Some((one, other)) = same.0 {
            return Err(same_place(&self.path(other)?, &self.page(one)?.path, &self.page(other)?.path));
        }
        if let Some((_, other)) = alike.0 {
            let message =
                format!("`{}` and another document differ in capitals alone", self.path(other)?.display());
            tell(Diagnostic::of(&codes::CASE, message)
                .help("where capitals make no other file, one takes the place of the other; name them otherwise, with --name"));
        }
        Ok(())
    }

    /// The page whose place it is, or that of its document.
    fn page(&self, taken: Taken) -> Result<Found, Failure> {
        let page = self.pages.iter().nth(taken.number);
        // It was numbered when it was met here.
        page.unwrap_or_else(|| Ok(Found { path: PathBuf::new(), depth: 0, group: 0 }))
    }

    /// How the document is named whose place it is.
    fn path(&self, taken: Taken) -> Result<PathBuf, Failure> {
        let targets = self.targets(&self.page(taken)?)?;
        let path =
            targets.into_iter().nth(taken.format.unwrap_or_default()).and_then(|target| match target {
                Target::File(path) => Some(path),
                Target::Stdout => None,
            });
        Ok(path.unwrap_or_default())
    }
}

/// The place of a page or a document. As records, those that are alike stand next to each other when they are sorted, of
/// these those that are the same, and of these pages come first.
#[derive(Debug, Clone, Copy)]
struct Taken {
    /// The place in small letters.
    alike: Key,
    key: Key,
    /// Which of the pages it is.
    number: usize,
    /// Which of its documents; `None` for itself.
    format: Option<usize>,
}

impl Taken {
    fn new(place: &Path, number: usize, format: Option<usize>) -> Self {
        let alike = Key::of(place.to_string_lossy().to_lowercase().as_ref());
        Self { alike, key: Key::of(place), number, format }
    }

    fn record(&self) -> Vec<u8> {
        let Self { alike, key, number, format } = self;
        let format = format.map_or(0, |format| format + 1);
        let is_document = u8::from(format > 0);
        [&alike.bytes()[..], key.bytes(), &[is_document], &number.to_be_bytes(), &format.to_be_bytes()]
            .concat()
    }

    fn of(record: &[u8]) -> Option<Self> {
        let (alike, rest) = record.split_first_chunk()?;
        let (key, rest) = rest.split_first_chunk()?;
        let (number, format) = rest.get(1..)?.split_first_chunk()?;
        let format = usize::from_be_bytes(*format.first_chunk()?).checked_sub(1);
        Some(Self {
            alike: (*alike).into(),
            key: (*key).into(),
            number: usize::from_be_bytes(*number),
            format,
        })
    }
}

/// Of two that meet, those of which the later comes first.
#[derive(Default)]
struct First(Option<(Taken, Taken)>);

impl First {
    fn meet(&mut self, one: Taken, other: Taken) {
        if self.0.is_none_or(|(_, first)| other.number < first.number) {
            self.0 = Some((one, other));
        }
    }
}

fn outside(path: &Path, place: &Path) -> Failure {
    let message = format!(
        "`{}` is outside of the folder of the documents: it is `{}`",
        path.display(),
        place.display()
    );
    Failure::usage(&codes::OUTSIDE, message)
        .help("a link leads there; remove it, or name another folder with -o")
}

fn same_place(path: &Path, one: &Path, other: &Path) -> Failure {
    let place = format!("would both be written to `{}`", path.display());
    if one == other {
        let message = format!("two documents of `{}` {place}", one.display());
        return Failure::usage(&codes::SAME_OUTPUT, message)
            .help("tell formats apart by --name, as in --name '{dir}/{stem}.{format}.{ext}'");
    }
    let message = format!("the documents of `{}` and `{}` {place}", one.display(), other.display());
    let help = if one.parent() == other.parent() {
        "tell them apart by the whole name of the page: --name '{dir}/{name}.{ext}'"
    } else {
        "name the folder they are in instead of them, and {dir} tells them apart"
    };
    Failure::usage(&codes::SAME_OUTPUT, message).help(help)
}

/// Whether the page is of this part: by its name below what was named, so that machines agree that have the pages in
/// different places.
fn is_of(shard: Shard, page: &Found) -> bool {
    let name = page.dir().join(page.path.file_name().unwrap_or_default());
    let hash = blake3::hash(name.as_os_str().as_encoded_bytes());
    let start = hash.as_bytes().first_chunk().copied().unwrap_or_default();
    u64::from_le_bytes(start) % shard.of == shard.part - 1
}
