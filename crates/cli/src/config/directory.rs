//! `[[directory]]`: what is said of the pages in a folder and those in it.

use std::fs;
use std::path::{Component, Path, PathBuf};

use globset::GlobMatcher;
use plenary_core::Diagnostic;

use super::file::absolute;
use super::keys::PageLayer;
use super::origin::Place;
use crate::codes;
use crate::exit::Failure;
use crate::glob;
use crate::nearest::nearest;

/// What is said of the pages in some folders.
#[derive(Debug)]
pub(crate) struct Directory {
    /// The folder, from that of the file, or a pattern for some.
    pub(crate) path: String,
    pub(crate) page: PageLayer,
    /// Where `path` is said.
    pub(crate) place: Place,
    folders: Folders,
}

/// Which folders, from that of the file.
#[derive(Debug)]
enum Folders {
    /// This one, and those in it.
    In(PathBuf),
    /// Those that this fits, and those in them.
    Fit(GlobMatcher),
}

impl Directory {
    /// What is said of the folders that `path` names below `base`.
    ///
    /// # Errors
    /// Where it leads elsewhere, or is no pattern.
    pub(super) fn new(path: &str, base: &Path, page: PageLayer, place: Place) -> Result<Self, Failure> {
        let wrong = |why: &str| Failure::usage(&codes::CONFIG_DIRECTORY, format!("`path`: {why}")).at(&place);
        let leads_down =
            Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if path.is_empty() || !leads_down {
            return Err(wrong("it names no folder below that of this file")
                .help("it is meant from there, as in `path = \"committees/2031\"`"));
        }
        let below: PathBuf = Path::new(path).components().filter(|part| *part != Component::CurDir).collect();
        let folders = if glob::is_pattern(path) && !base.join(path).exists() {
            let fits = glob::matcher(&below.to_string_lossy());
            Folders::Fit(fits.map_err(|why| wrong(&format!("it is no pattern: {why}")))?)
        } else {
            Folders::In(below)
        };
        Ok(Self { path: path.to_owned(), page, place, folders })
    }

    /// The finding that there is no such folder.
    pub(super) fn no_folder(&self) -> Option<Diagnostic> {
        let folder = self.place.file.folder().join(&self.path);
        if matches!(self.folders, Folders::Fit(_)) || folder.is_dir() {
            return None;
        }
        let message = format!("there is no folder `{}`, so nothing comes of this [[directory]]", self.path);
        let finding = Diagnostic::of(&codes::CONFIG_NO_FOLDER, message).at(self.place.span);
        Some(match beside(&folder) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("`path` is meant from the folder of this file"),
        })
    }

    /// Whether this is said of what is in `folder`, named from the folder of the file.
    pub(super) fn holds_in(&self, folder: &Path) -> bool {
        match &self.folders {
            Folders::In(below) => folder.starts_with(below),
            Folders::Fit(fits) => {
                // `*` fits no name, too, which is that of the folder of the file; `**` is meant so.
                let is_of_all = self.path.ends_with("**");
                let may_fit = |folder: &&Path| is_of_all || !folder.as_os_str().is_empty();
                folder.ancestors().filter(may_fit).any(|folder| fits.is_match(folder))
            }
        }
    }
}

/// The name of a folder that is there, and is most like the one that is not.
fn beside(folder: &Path) -> Option<String> {
    let all = fs::read_dir(absolute(folder.parent()?)).ok()?.flatten().filter(|entry| entry.path().is_dir());
    let names: Vec<_> = all.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    nearest(folder.file_name()?.to_str()?, names.iter().map(String::as_str)).map(str::to_owned)
}

/// The folder as it is named from `base`: as it is written, else where it really is; `None` where it is not below it.
pub(super) fn below(folder: &Path, base: &Path) -> Option<PathBuf> {
    let (folder, base) = (absolute(folder), absolute(base));
    if let Ok(below) = folder.strip_prefix(&base) {
        return Some(below.to_owned());
    }
    Some(folder.canonicalize().ok()?.strip_prefix(base.canonicalize().ok()?).ok()?.to_owned())
}
