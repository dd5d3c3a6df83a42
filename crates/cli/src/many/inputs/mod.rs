//! Which pages there are: the files, folders, patterns and lists that the command line names.

mod list;
mod messages;
mod walk;

use std::collections::{BTreeSet, HashSet};
use std::path::{Component, Path, PathBuf};

use plenary_core::Diagnostic;

use super::key::Key;
use crate::args::Many;
use crate::codes;
use crate::config::{Groups, Start};
use crate::exit::Failure;
use crate::glob::is_pattern;
use messages::Messages;

pub(crate) use walk::IGNORE_FILE;

/// A page, not read yet. There may be very many, so it is held in no more than it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: Box<Path>,
    /// How many of the folders it stands in, the innermost, are below what was named.
    depth: u32,
    /// The number of the [group](Groups) that it belongs to.
    pub(crate) group: usize,
}

impl Found {
    /// Its folder below what was named: `{dir}`.
    pub(crate) fn dir(&self) -> &Path {
        let mut dir = folder_of(&self.path).components();
        let above = depth_of(folder_of(&self.path)) - self.depth;
        (0..above).for_each(|_| _ = dir.next());
        dir.as_path()
    }
}

/// What is named: on the command line, and in the lists that it names.
#[derive(Default)]
pub(crate) struct Inputs {
    named: Vec<Named>,
    lists: Vec<PathBuf>,
    /// Why it is not all, where it is not.
    failure: Option<Failure>,
}

enum Named {
    /// A page, or a folder of them.
    Path(PathBuf),
    Pattern(String),
}

impl Inputs {
    /// Reads the lists; with `null` also the one on standard input. That one cannot be read is told where pages are looked
    /// for.
    pub(crate) fn read(many: &Many, null: bool) -> Self {
        let mut inputs = Self::default();
        inputs.failure = inputs.add_all(many, null).err();
        inputs
    }

    fn add_all(&mut self, many: &Many, null: bool) -> Result<(), Failure> {
        for argument in &many.inputs {
            match list::named(argument) {
                Some(_) if null && list::is_stdin(argument) => return Err(list::twice()),
                Some(list) => {
                    self.lists.push(list.clone());
                    self.named.extend(list::lines(&list)?.into_iter().map(Named::Path));
                }
                None => self.named.push(Named::argument(argument)?),
            }
        }
        if null {
            self.named.extend(list::from_stdin(0)?.into_iter().map(Named::Path));
        }
        Ok(())
    }

    /// Where the file of settings is looked for.
    pub(crate) fn starts(&self) -> impl Iterator<Item = Start<'_>> {
        self.named.iter().map(|named| match named {
            Named::Pattern(pattern) => Start { name: Path::new(pattern), folder: walk::parted(pattern).0 },
            Named::Path(path) => Start::of(path),
        })
    }
}

impl Named {
    /// What an argument of the command line names, which may be a pattern.
    fn argument(argument: &Path) -> Result<Self, Failure> {
        if argument.as_os_str() == "-" {
            return Err(Failure::usage(
                &codes::LIST,
                "`-` is no page here: standard input can be a list of pages",
            )
            .help("name it @-, or use -0; `plenary convert -` reads a page from standard input"));
        }
        Ok(match argument.to_str() {
            Some(pattern) if is_pattern(pattern) && !argument.exists() => Self::Pattern(pattern.to_owned()),
            _ => Self::Path(argument.to_owned()),
        })
    }
}

/// Looks for pages, and knows what it found so far.
pub(crate) struct Search<'t, 's> {
    /// The folder of the documents, which are no pages.
    out: Option<PathBuf>,
    messages: Messages,
    /// The pages in the order they are named, those of a folder by their names; each once.
    pub(crate) pages: Vec<Found>,
    /// The folders that were looked into.
    pub(crate) folders: BTreeSet<PathBuf>,
    /// What was named, as an argument or in a list, and is no file that exists; and the lists.
    pub(crate) named: BTreeSet<PathBuf>,
    groups: &'t mut Groups<'s>,
    tell: &'t mut dyn FnMut(Diagnostic),
}

impl<'t, 's> Search<'t, 's> {
    /// A search that tells of what it has to pass over. The documents go to `output`.
    pub(crate) fn new(
        output: &Path,
        groups: &'t mut Groups<'s>,
        tell: &'t mut dyn FnMut(Diagnostic),
    ) -> Self {
        let out = output.canonicalize().ok();
        Self {
            out,
            messages: Messages::of_this_run(),
            pages: Vec::new(),
            folders: BTreeSet::new(),
            named: BTreeSet::new(),
            groups,
            tell,
        }
    }

    /// Looks for all that is named.
    ///
    /// # Errors
    /// Where a list cannot be read, or a pattern fits nothing.
    pub(crate) fn all(&mut self, inputs: Inputs) -> Result<(), Failure> {
        let Inputs { named, lists, failure } = inputs;
        self.named.extend(lists);
        failure.map_or(Ok(()), Err)?;
        for named in &named {
            match named {
                Named::Path(path) => self.path(path)?,
                Named::Pattern(pattern) => self.pattern(pattern)?,
            }
        }
        let mut seen = HashSet::new();
        self.pages.retain(|page| seen.insert(Key::of(&page.path)));
        Ok(())
    }

    /// A page or a folder of them. That a page does not exist is found out when it is to be read.
    fn path(&mut self, path: &Path) -> Result<(), Failure> {
        if !path.is_file() {
            self.named.insert(path.to_owned());
        }
        if path.is_dir() {
            if self.out.is_some() && path.canonicalize().ok() == self.out {
                let message = format!("the documents of `{}` would stand among its pages", path.display());
                return Err(Failure::usage(&codes::OVERWRITES_INPUT, message)
                    .help("name another folder with -o; it may be one in this folder"));
            }
            if self.folder(path) == 0 {
                let message = format!("there is no page in `{}`", path.display());
                (self.tell)(
                    Diagnostic::of(&codes::NO_PAGE, message)
                        .help("name files of other extensions by a pattern, such as 'pages/**/*.log'"),
                );
            }
        } else {
            self.found(path, named_depth(path));
        }
        Ok(())
    }

    /// Takes a page that stands so deep below what was named.
    fn found(&mut self, path: &Path, depth: u32) {
        let group = self.groups.of_page(path);
        self.pages.push(Found { path: path.into(), depth, group });
    }
}

/// How deep a page is taken to stand that is named itself: in all folders it is named with, where these lead down.
fn named_depth(page: &Path) -> u32 {
    let folder = folder_of(page);
    let leads_down = folder.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if leads_down { depth_of(folder) } else { 0 }
}

fn folder_of(page: &Path) -> &Path {
    page.parent().unwrap_or(Path::new(""))
}

fn depth_of(folder: &Path) -> u32 {
    // No system has paths that are longer.
    u32::try_from(folder.components().count()).unwrap_or(u32::MAX)
}
