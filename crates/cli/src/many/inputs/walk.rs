//! What is in folders: all pages, or what a pattern fits.

use std::io;
use std::path::{Component, Path, PathBuf};

use clap::ValueEnum;
use ignore::{DirEntry, WalkBuilder};
use plenary_core::Diagnostic;

use super::super::pages::{depth_of, folder_of};
use super::super::path_bytes;
use super::super::scratch::Sorter;
use super::Search;
use crate::args::Dialect;
use crate::codes;
use crate::config::NAME;
use crate::exit::{Failure, reason};
use crate::glob::{is_pattern, matcher};

/// The file that says what in its folder is no page, in the manner of .gitignore.
pub(crate) const IGNORE_FILE: &str = ".plenaryignore";

impl Search<'_, '_> {
    /// All pages in the folder and the folders in it; gives their number.
    ///
    /// # Errors
    /// Where their list cannot be read.
    pub(super) fn folder(&mut self, folder: &Path) -> Result<usize, Failure> {
        self.walk(folder, None, is_named_as_a_page)
    }

    /// What the pattern fits.
    ///
    /// # Errors
    /// Where that is nothing, or a list of it cannot be read.
    pub(super) fn pattern(&mut self, pattern: &str) -> Result<(), Failure> {
        let (base, rest) = parted(pattern);
        self.note(&base);
        let matcher = matcher(&rest)
            .map_err(|why| Failure::usage(&codes::PATTERN, format!("`{pattern}` is no pattern: {why}")))?;
        let depth = (!rest.contains("**")).then(|| Path::new(&rest).components().count());
        match self.walk(&base, depth, |below| matcher.is_match(below))? {
            0 => Err(Failure::usage(&codes::PATTERN, format!("the pattern `{pattern}` fits no file"))
                .help("`*` fits within a name, `**` any number of folders; hidden files are left out")),
            _ => Ok(()),
        }
    }

    /// Takes the files below `base` that are meant, by their names; gives their number.
    fn walk(
        &mut self,
        base: &Path,
        depth: Option<usize>,
        is_meant: impl Fn(&Path) -> bool,
    ) -> Result<usize, Failure> {
        let before = self.pages.len();
        let out = self.out.clone();
        // The folder of the documents is no folder of pages, wherever it is.
        let is_no_output = move |entry: &DirEntry| {
            !(out.is_some() && entry.path().is_dir() && entry.path().canonicalize().ok() == out)
        };
        let mut walk = WalkBuilder::new(if base.as_os_str().is_empty() { Path::new(".") } else { base });
        walk.standard_filters(false).hidden(true).follow_links(true).max_depth(depth);
        walk.add_custom_ignore_filename(IGNORE_FILE).filter_entry(is_no_output);
        // Names come in any order, and a folder may have more of them than the walk itself should hold to sort them.
        let (mut names, mut findings) = (Sorter::default(), Findings::default());
        for entry in walk.build() {
            if let Some(error) = entry.as_ref().ok().and_then(DirEntry::error) {
                let message = format!("a line of a {IGNORE_FILE} is not heeded: {error}");
                findings.add(&Diagnostic::of(&codes::IGNORE_LINE, message));
            }
            match entry {
                Ok(entry) if entry.path().is_file() => {
                    self.unheeded_settings(entry.path()).iter().for_each(|finding| findings.add(finding));
                    let path = from_here(base, entry.path());
                    let below = path.strip_prefix(base).unwrap_or(path);
                    if is_meant(below) && !self.messages.go_to(path) {
                        names.push(
                            &Name { path: path.to_owned(), depth: depth_of(folder_of(below)) }.record(),
                        );
                    }
                }
                Ok(entry) if entry.path().is_dir() && depth.is_none_or(|depth| entry.depth() < depth) => {
                    if let Some(looked_at) = &mut self.looked_at {
                        looked_at.folders.insert(entry.into_path());
                    }
                }
                Ok(_) => {}
                Err(error) => findings.add(&skipped(&error)),
            }
        }
        findings.tell(self.tell)?;
        let mut names = names.sorted()?;
        while let Some(record) = names.next()? {
            let Name { path, depth } = Name::of(record);
            self.found(path, depth);
        }
        Ok(self.pages.len() - before)
    }

    /// What to tell of a file of settings that is not the one of the run: whoever put it there wants it heeded.
    fn unheeded_settings(&self, path: &Path) -> Option<Diagnostic> {
        if path.file_name().is_none_or(|name| name != NAME) || !self.groups.passes_over(path) {
            return None;
        }
        let message =
            format!("the settings in `{}` are not heeded: one file holds for a whole run", path.display());
        Some(Diagnostic::of(&codes::CONFIG_UNHEEDED, message)
            .help("convert its folder by itself, or say the same in a [[directory]] of the file that holds; --no-config heeds none"))
    }
}

/// What is told of a walk, in the order of its words: that in which it was met is any.
#[derive(Default)]
struct Findings(Sorter);

impl Findings {
    fn add(&mut self, finding: &Diagnostic) {
        // Texts alone: that this cannot be written cannot be, nor that a NUL stands in it.
        let json = serde_json::to_vec(finding).unwrap_or_default();
        self.0.push(&[finding.message.as_bytes(), &[path_bytes::END], &json].concat());
    }

    fn tell(mut self, tell: &mut dyn FnMut(Diagnostic)) -> Result<(), Failure> {
        let mut findings = self.0.sorted()?;
        while let Some(record) = findings.next()? {
            let json = record.rsplit(|byte| *byte == path_bytes::END).next();
            json.and_then(|json| serde_json::from_slice(json).ok()).into_iter().for_each(&mut *tell);
        }
        Ok(())
    }
}

/// A page below what was named, as a record among others, which come in the order of their paths.
struct Name {
    path: PathBuf,
    /// How many folders it is below what was named.
    depth: u32,
}

impl Name {
    fn record(&self) -> Vec<u8> {
        let mut record = path_bytes::in_order(&self.path);
        record.push(path_bytes::END);
        record.extend(self.depth.to_le_bytes());
        record
    }

    fn of(record: &[u8]) -> Self {
        let (rest, depth) = record.split_last_chunk().unwrap_or((record, &[0; 4]));
        let path = rest.strip_suffix(&[path_bytes::END]).unwrap_or(rest);
        Self { path: path_bytes::of_ordered(path), depth: u32::from_le_bytes(*depth) }
    }
}

/// The path as it is named where the current folder is not.
fn from_here<'p>(base: &Path, path: &'p Path) -> &'p Path {
    if base.as_os_str().is_empty() { path.strip_prefix(".").unwrap_or(path) } else { path }
}

/// What to tell of a folder that is not looked into: it may hold pages, so the run has not done all.
fn skipped(error: &ignore::Error) -> Diagnostic {
    if let Some((link, folder)) = a_loop(error) {
        let message =
            format!("`{}` leads back to `{}`, a folder it stands in", link.display(), folder.display());
        Diagnostic::of(&codes::LOOP, message)
    } else if !is_dangling(error) {
        let message = match (place(error), error.io_error()) {
            (Some(folder), Some(error)) => {
                format!("`{}` is not looked into: {}", folder.display(), what_the_system_says(error))
            }
            _ => format!("a folder is not looked into: {error}"),
        };
        Diagnostic::of(&codes::FOLDER_UNREAD, message)
    } else {
        let message = match place(error) {
            Some(link) => format!("`{}` is a link that leads nowhere", link.display()),
            None => format!("a link leads nowhere: {error}"),
        };
        Diagnostic::of(&codes::DANGLING, message)
    }
}

/// The link and the folder of a loop.
fn a_loop(error: &ignore::Error) -> Option<(&Path, &Path)> {
    match error {
        ignore::Error::Loop { ancestor, child } => Some((child, ancestor)),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithPath { err, .. } => a_loop(err),
        _ => None,
    }
}

/// What the error is about.
fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => place(err),
        _ => None,
    }
}

/// The reason alone: the walk's own words about it, with the place once more, stand around it.
fn what_the_system_says(error: &io::Error) -> String {
    let inner = error.get_ref().and_then(|around| around.source()?.downcast_ref());
    reason(inner.unwrap_or(error))
}

fn is_dangling(error: &ignore::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

fn is_named_as_a_page(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let known =
        |dialect: &Dialect| dialect.extensions().iter().any(|known| known.eq_ignore_ascii_case(extension));
    Dialect::value_variants().iter().any(known)
}

/// The folder that everything is in which the pattern can fit, and the pattern below it.
pub(super) fn parted(pattern: &str) -> (PathBuf, String) {
    let (mut base, mut rest) = (PathBuf::new(), PathBuf::new());
    for part in Path::new(pattern).components() {
        let is_plain = !is_pattern(&part.as_os_str().to_string_lossy());
        if rest.as_os_str().is_empty() && is_plain && part != Component::CurDir {
            base.push(part);
        } else {
            rest.push(part);
        }
    }
    (base, rest.to_string_lossy().into_owned())
}
