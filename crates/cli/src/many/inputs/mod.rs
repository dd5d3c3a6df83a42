//! Which pages there are: the files, folders, patterns and lists that the command line names.

mod list;
mod messages;
mod walk;

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use plenary_core::Diagnostic;

use super::key::Key;
use super::pages::{Found, Pages, depth_of, folder_of};
use super::path_bytes;
use super::scratch::{Sequence, Sorter};
use crate::args::Many;
use crate::codes;
use crate::config::{Groups, Start};
use crate::exit::Failure;
use crate::glob::is_pattern;
use messages::Messages;

pub(crate) use walk::IGNORE_FILE;

/// What is named: on the command line, and in the lists that it names.
#[derive(Default)]
pub(crate) struct Inputs {
    /// [`Named`], of which lists may hold very many.
    named: Sequence,
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
                    list::lines(&list, |path| self.add(&Named::Path(path)))?;
                }
                None => self.add(&Named::argument(argument)?),
            }
        }
        if null {
            list::from_stdin(0, |path| self.add(&Named::Path(path)))?;
        }
        Ok(())
    }

    fn add(&mut self, named: &Named) {
        self.named.push(&named.record());
    }

    /// What is named, in that order. Where it cannot be read, that is the last.
    fn named(&self) -> impl Iterator<Item = Result<Named, Failure>> + '_ {
        self.named.iter(Named::of)
    }

    /// Where the file of settings is looked for.
    pub(crate) fn starts(&self) -> impl Iterator<Item = Start> + '_ {
        // What cannot be read is told where pages are looked for.
        self.named().map_while(Result::ok).map(|named| match named {
            Named::Pattern(pattern) => Start { folder: walk::parted(&pattern).0, name: pattern.into() },
            Named::Path(path) => Start::of(&path),
        })
    }
}

/// What a record begins with of a path.
const PATH: u8 = b'/';

/// The same of a pattern.
const PATTERN: u8 = b'*';

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

    fn record(&self) -> Vec<u8> {
        let (kind, text) = match self {
            Self::Path(path) => (PATH, path.as_os_str().as_encoded_bytes()),
            Self::Pattern(pattern) => (PATTERN, pattern.as_bytes()),
        };
        [&[kind], text].concat()
    }

    /// What is named by the record.
    fn of(record: &[u8]) -> Option<Self> {
        let (kind, text) = record.split_first()?;
        Some(match *kind {
            PATTERN => Self::Pattern(String::from_utf8_lossy(text).into_owned()),
            _ => Self::Path(path_bytes::path(text)),
        })
    }
}

/// Looks for pages, and knows what it found so far.
pub(crate) struct Search<'t, 's> {
    /// The folder of the documents, which are no pages.
    out: Option<PathBuf>,
    messages: Messages,
    /// The pages in the order they are named, those of a folder by their names; each once.
    pub(crate) pages: Pages,
    /// Where it has looked, for whom this is of use.
    pub(crate) looked_at: Option<LookedAt>,
    groups: &'t mut Groups<'s>,
    tell: &'t mut dyn FnMut(Diagnostic),
}

/// Where pages were looked for.
#[derive(Debug, Default)]
pub(crate) struct LookedAt {
    /// The folders that were looked into.
    pub(crate) folders: BTreeSet<PathBuf>,
    /// What was named, as an argument or in a list, and is no file that exists; and the lists.
    pub(crate) named: BTreeSet<PathBuf>,
}

impl<'t, 's> Search<'t, 's> {
    /// A search that tells of what it has to pass over. The documents go to `output`.
    pub(crate) fn new(
        output: &Path,
        groups: &'t mut Groups<'s>,
        tell: &'t mut dyn FnMut(Diagnostic),
    ) -> Self {
        let out = output.canonicalize().ok();
        let (messages, pages) = (Messages::of_this_run(), Pages::default());
        Self { out, messages, pages, looked_at: None, groups, tell }
    }

    /// The same search, which notes where it has looked.
    pub(crate) fn noting(self) -> Self {
        Self { looked_at: Some(LookedAt::default()), ..self }
    }

    /// Looks for all that is named.
    ///
    /// # Errors
    /// Where a list cannot be read, or a pattern fits nothing.
    pub(crate) fn all(&mut self, mut inputs: Inputs) -> Result<(), Failure> {
        inputs.lists.iter().for_each(|list| self.note(list));
        inputs.failure.take().map_or(Ok(()), Err)?;
        for named in inputs.named() {
            match named? {
                Named::Path(path) => self.path(&path)?,
                Named::Pattern(pattern) => self.pattern(&pattern)?,
            }
        }
        // In one folder there is none twice.
        if inputs.named.len() > 1 { once(&mut self.pages) } else { Ok(()) }
    }

    /// Notes what was named.
    fn note(&mut self, named: &Path) {
        if let Some(looked_at) = &mut self.looked_at {
            looked_at.named.insert(named.to_owned());
        }
    }

    /// A page or a folder of them. That a page does not exist is found out when it is to be read.
    fn path(&mut self, path: &Path) -> Result<(), Failure> {
        if !path.is_file() {
            self.note(path);
        }
        if !path.is_dir() {
            self.found(path.to_owned(), named_depth(path));
            return Ok(());
        }
        if self.out.is_some() && path.canonicalize().ok() == self.out {
            let message = format!("the documents of `{}` would stand among its pages", path.display());
            return Err(Failure::usage(&codes::OVERWRITES_INPUT, message)
                .help("name another folder with -o; it may be one in this folder"));
        }
        if self.folder(path)? == 0 {
            let message = format!("there is no page in `{}`", path.display());
            (self.tell)(
                Diagnostic::of(&codes::NO_PAGE, message)
                    .help("name files of other extensions by a pattern, such as 'pages/**/*.log'"),
            );
        }
        Ok(())
    }

    /// Takes a page that stands so deep below what was named.
    fn found(&mut self, path: PathBuf, depth: u32) {
        let group = self.groups.of_page(&path);
        self.pages.push(&Found { path, depth, group });
    }
}

/// How deep a page is taken to stand that is named itself: in all folders it is named with, where these lead down.
fn named_depth(page: &Path) -> u32 {
    let folder = folder_of(page);
    let leads_down = folder.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if leads_down { depth_of(folder) } else { 0 }
}

/// Leaves each page where it comes first, and nowhere else.
fn once(pages: &mut Pages) -> Result<(), Failure> {
    let mut keys = Sorter::default();
    for (number, page) in pages.iter().enumerate() {
        keys.push(&[Key::of(&page?.path).bytes(), &number.to_be_bytes()[..]].concat());
    }
    let mut keys = keys.sorted()?;
    let (mut before, mut again) = (Vec::new(), Sorter::default());
    while let Some(record) = keys.next()? {
        let (key, number) = record.split_at(Key::LENGTH);
        if key == before {
            again.push(number);
        }
        before.clear();
        before.extend_from_slice(key);
    }
    let mut again = again.sorted()?;
    let mut next = again.next()?.map(<[u8]>::to_vec);
    let mut number = 0_usize;
    pages.retain(|_| {
        let is_again = next.as_deref() == Some(&number.to_be_bytes());
        if is_again {
            next = again.next()?.map(<[u8]>::to_vec);
        }
        number += 1;
        Ok(!is_again)
    })
}
