//! What is in folders: all pages, or what a pattern fits.

use std::io;
use std::path::{Component, Path, PathBuf};

use clap::ValueEnum;
use ignore::{DirEntry, WalkBuilder};
use plenary_core::Diagnostic;

use super::{Search, depth_of, folder_of};
use crate::args::Dialect;
use crate::codes;
use crate::config::NAME;
use crate::exit::{Failure, reason};
use crate::glob::{is_pattern, matcher};

/// The file that says what in its folder is no page, in the manner of .gitignore.
pub(crate) const IGNORE_FILE: &str = ".plenaryignore";

impl Search<'_, '_> {
    /// All pages in the folder and the folders in it; gives their number.
    pub(super) fn folder(&mut self, folder: &Path) -> usize {
        self.walk(folder, None, is_named_as_a_page)
    }

    /// What the pattern fits.
    ///
    /// # Errors
    /// Where that is nothing.
    pub(super) fn pattern(&mut self, pattern: &str) -> Result<(), Failure> {
        let (base, rest) = parted(pattern);
        self.named.insert(base.clone());
        let matcher = matcher(&rest)
            .map_err(|why| Failure::usage(&codes::PATTERN, format!("`{pattern}` is no pattern: {why}")))?;
        let depth = (!rest.contains("**")).then(|| Path::new(&rest).components().count());
        match self.walk(&base, depth, |below| matcher.is_match(below)) {
            0 => Err(Failure::usage(&codes::PATTERN, format!("the pattern `{pattern}` fits no file"))
                .help("`*` fits within a name, `**` any number of folders; hidden files are left out")),
            _ => Ok(()),
        }
    }

    /// Takes the files below `base` that are meant; gives their number.
    fn walk(&mut self, base: &Path, depth: Option<usize>, is_meant: impl Fn(&Path) -> bool) -> usize {
        let before = self.pages.len();
        let out = self.out.clone();
        // The folder of the documents is no folder of pages, wherever it is.
        let is_no_output = move |entry: &DirEntry| {
            !(out.is_some() && entry.path().is_dir() && entry.path().canonicalize().ok() == out)
        };
        let mut walk = WalkBuilder::new(if base.as_os_str().is_empty() { Path::new(".") } else { base });
        walk.standard_filters(false).hidden(true).follow_links(true).max_depth(depth);
        walk.add_custom_ignore_filename(IGNORE_FILE).sort_by_file_name(Ord::cmp).filter_entry(is_no_output);
        for entry in walk.build() {
            if let Some(error) = entry.as_ref().ok().and_then(DirEntry::error) {
                let message = format!("a line of a {IGNORE_FILE} is not heeded: {error}");
                (self.tell)(Diagnostic::of(&codes::IGNORE_LINE, message));
            }
            match entry {
                Ok(entry) if entry.path().is_file() => {
                    self.tell_of_settings(entry.path());
                    self.take(base, &entry, &is_meant);
                }
                Ok(entry) if entry.path().is_dir() && depth.is_none_or(|depth| entry.depth() < depth) => {
                    self.folders.insert(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => self.skipped(&error),
            }
        }
        self.pages.len() - before
    }

    fn take(&mut self, base: &Path, entry: &DirEntry, is_meant: impl Fn(&Path) -> bool) {
        let path = if base.as_os_str().is_empty() {
            entry.path().strip_prefix(".").unwrap_or(entry.path())
        } else {
            entry.path()
        };
        let below = path.strip_prefix(base).unwrap_or(path);
        if is_meant(below) && !self.messages.go_to(path) {
            self.found(path, depth_of(folder_of(below)));
        }
    }

    /// Tells of a file of settings that is not the one of the run: whoever put it there wants it heeded.
    fn tell_of_settings(&mut self, path: &Path) {
        if path.file_name().is_some_and(|name| name == NAME) && self.groups.passes_over(path) {
            let message = format!(
                "the settings in `{}` are not heeded: one file holds for a whole run",
                path.display()
            );
            (self.tell)(Diagnostic::of(&codes::CONFIG_UNHEEDED, message)
                .help("convert its folder by itself, or say the same in a [[directory]] of the file that holds; --no-config heeds none"));
        }
    }

    /// A folder that is not looked into: it may hold pages, so the run has not done all.
    fn skipped(&mut self, error: &ignore::Error) {
        (self.tell)(if let Some((link, folder)) = a_loop(error) {
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
        });
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
