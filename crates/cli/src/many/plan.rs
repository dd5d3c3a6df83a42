//! Where the documents of all pages go, settled before anything is read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use plenary_core::Diagnostic;

use super::inputs::Found;
use super::key::Key;
use super::places::Places;
use super::setup::{Group, Setup};
use crate::args::Shard;
use crate::codes;
use crate::exit::Failure;
use crate::output::{Target, identity};

/// The pages of a run, and where their documents go. Of the places of documents only how they are named is kept: there
/// may be very many.
pub(crate) struct Plan<'h> {
    pub(crate) pages: Vec<Found>,
    /// What the pages of each group are converted by.
    groups: Vec<Arc<Group<'h>>>,
    /// The folders that documents go to.
    pub(crate) folders: BTreeSet<PathBuf>,
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
        pages: Vec<Found>,
        tell: &mut dyn FnMut(Diagnostic),
    ) -> Result<Self, Failure> {
        let (groups, out) = (setup.groups.clone(), setup.asked().run.output()?.to_owned());
        let mut plan = Self { pages, groups, folders: BTreeSet::new(), out };
        plan.check(tell)?;
        if let Some(shard) = shard {
            plan.pages.retain(|page| is_of(shard, page));
        }
        for page in &plan.pages {
            for target in plan.targets(page)? {
                if let Target::File(path) = target {
                    plan.folders.extend(path.parent().map(Path::to_owned));
                }
            }
        }
        Ok(plan)
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
        let mut places = Places::default();
        let out = identity(&self.out);
        let mut pages: Vec<Key> = self.pages.iter().map(|page| Key::of(&places.real(&page.path))).collect();
        pages.sort_unstable();
        // What is sorted takes half the memory of what is looked up by hashes.
        let documents = self.pages.iter().map(|page| self.group(page).conversion.formats().len()).sum();
        let mut taken = Vec::with_capacity(documents);
        for (number, page) in self.pages.iter().enumerate() {
            for (format, target) in self.targets(page)?.into_iter().enumerate() {
                let Target::File(path) = target else { continue };
                let place = places.real(&path);
                if !place.starts_with(&out) {
                    return Err(outside(&path, &place));
                }
                let key = Key::of(&place);
                if pages.binary_search(&key).is_ok() {
                    let message =
                        format!("`{}` would be written over a page that is to be read", path.display());
                    return Err(
                        Failure::usage(&codes::OVERWRITES_INPUT, message).help("name another folder with -o")
                    );
                }
                let alike = Key::of(place.to_string_lossy().to_lowercase().as_ref());
                taken.push(Taken { alike, key, number, format });
            }
        }
        drop(pages);
        taken.sort_unstable();
        self.apart(&taken, tell)
    }

    /// Whether no two of these places, which are in order, are the same.
    fn apart(&self, taken: &[Taken], tell: &mut dyn FnMut(Diagnostic)) -> Result<(), Failure> {
        let pairs = || taken.iter().zip(taken.iter().skip(1)).filter(|(one, other)| one.alike == other.alike);
        // Of several, that which comes first.
        if let Some((one, other)) =
            pairs().filter(|(one, other)| one.key == other.key).min_by_key(|(_, other)| other.number)
        {
            return Err(same_place(
                &self.path(other)?,
                &self.pages[one.number].path,
                &self.pages[other.number].path,
            ));
        }
        if let Some((_, other)) = pairs().min_by_key(|(_, other)| other.number) {
            let message =
                format!("`{}` and another document differ in capitals alone", self.path(other)?.display());
            tell(Diagnostic::of(&codes::CASE, message)
                .help("where capitals make no other file, one takes the place of the other; name them otherwise, with --name"));
        }
        Ok(())
    }

    /// How the document is named whose place it is.
    fn path(&self, taken: &Taken) -> Result<PathBuf, Failure> {
        let targets = self.targets(&self.pages[taken.number])?;
        let path = targets.into_iter().nth(taken.format).and_then(|target| match target {
            Target::File(path) => Some(path),
            Target::Stdout => None,
        });
        Ok(path.unwrap_or_default())
    }
}

/// The place of a document. Those that are alike stand next to each other when they are sorted, and of these those that are
/// the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Taken {
    /// The place in small letters.
    alike: Key,
    key: Key,
    /// The page, and which of its documents it is.
    number: usize,
    format: usize,
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
