//! Which pages there are: the files, folders, patterns and lists that the command line names.

mod list;
mod walk;

use std::collections::{BTreeSet, HashSet};
use std::path::{Component, Path, PathBuf};

use plenary_core::Diagnostic;

use crate::args::Many;
use crate::codes;
use crate::exit::Failure;

pub(crate) use walk::IGNORE_FILE;

/// A page, not read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// Its folder below what was named: `{dir}`.
    pub(crate) dir: PathBuf,
}

/// Looks for pages, and knows what it found so far.
pub(crate) struct Search<'t> {
    /// The folder of the documents, which are no pages.
    out: Option<PathBuf>,
    /// The pages in the order they are named, those of a folder by their names; each once.
    pub(crate) pages: Vec<Found>,
    /// The folders that were looked into.
    pub(crate) folders: BTreeSet<PathBuf>,
    /// What was named, as an argument or in a list, and is no file that exists; and the lists.
    pub(crate) named: BTreeSet<PathBuf>,
    tell: &'t mut dyn FnMut(Diagnostic),
}

impl<'t> Search<'t> {
    /// A search that tells of what it has to pass over.
    pub(crate) fn new(many: &Many, tell: &'t mut dyn FnMut(Diagnostic)) -> Self {
        let out = many.output.canonicalize().ok();
        Self { out, pages: Vec::new(), folders: BTreeSet::new(), named: BTreeSet::new(), tell }
    }

    /// Looks for all that is named; with `null` also for what standard input names.
    ///
    /// # Errors
    /// Where a list cannot be read, or a pattern fits nothing.
    pub(crate) fn all(&mut self, many: &Many, null: bool) -> Result<(), Failure> {
        for argument in &many.inputs {
            match list::named(argument) {
                Some(_) if null && list::is_stdin(argument) => return Err(list::twice()),
                Some(list) => {
                    self.named.insert(list.clone());
                    list::lines(&list)?.iter().try_for_each(|path| self.path(path))?;
                }
                None => self.argument(argument)?,
            }
        }
        if null {
            list::from_stdin(0)?.iter().try_for_each(|path| self.path(path))?;
        }
        let mut seen = HashSet::new();
        self.pages.retain(|page| seen.insert(page.path.clone()));
        Ok(())
    }

    /// What an argument of the command line names, which may be a pattern.
    fn argument(&mut self, argument: &Path) -> Result<(), Failure> {
        if argument.as_os_str() == "-" {
            return Err(Failure::usage(
                &codes::LIST,
                "`-` is no page here: standard input can be a list of pages",
            )
            .help("name it @-, or use -0; `plenary convert -` reads a page from standard input"));
        }
        match argument.to_str() {
            Some(pattern) if walk::is_pattern(pattern) && !argument.exists() => self.pattern(pattern),
            _ => self.path(argument),
        }
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
            self.pages.push(Found { path: path.to_owned(), dir: dir_of(path) });
        }
        Ok(())
    }
}

/// The folder of a page that is named itself: as it is named, where that leads down.
fn dir_of(page: &Path) -> PathBuf {
    let parent = page.parent().unwrap_or(Path::new(""));
    let leads_down = parent.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if leads_down { parent.to_owned() } else { PathBuf::new() }
}
