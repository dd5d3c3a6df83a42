//! The file of settings: which one governs a run, and whether it may.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use plenary_host::{Distrust, distrust};

use crate::args::ConfigFile;
use crate::codes;
use crate::exit::{Failure, reason};
use crate::output::{identity, is_link};
use crate::recent::Recent;
use crate::report::SourceFile;

/// What the file is called.
pub(crate) const NAME: &str = "plenary.toml";

/// A file of settings, as it was read; its paths are meant from its folder.
pub(super) type File = Arc<SourceFile>;

/// The largest one, in bytes.
const LARGEST: u64 = 1 << 20;

/// Where a file of settings is looked for.
pub(crate) struct Start {
    /// What is converted there, as messages call it.
    pub(crate) name: PathBuf,
    pub(crate) folder: PathBuf,
}

impl Start {
    /// The current folder.
    pub(crate) fn here() -> Self {
        Self { name: PathBuf::from("."), folder: PathBuf::new() }
    }

    /// This page or folder.
    pub(crate) fn of(place: &Path) -> Self {
        let is_folder = place.is_dir();
        if is_folder {
            Self { name: place.to_owned(), folder: place.to_owned() }
        } else {
            Self::of_page(place)
        }
    }

    /// The folder that this page is in.
    pub(crate) fn of_page(page: &Path) -> Self {
        if page.as_os_str() == "-" {
            return Self::here();
        }
        Self { name: page.to_owned(), folder: page.parent().unwrap_or(page).to_owned() }
    }
}

/// The file that governs what is done in these places: the one that is named, or the nearest from each upwards. Without
/// places it is looked for from the current folder.
///
/// # Errors
/// Where these are several, or the file cannot be read or is not to be trusted.
pub(super) fn governing(
    args: &ConfigFile,
    starts: impl IntoIterator<Item = Start>,
) -> Result<Option<File>, Failure> {
    if args.no_config {
        return Ok(None);
    }
    if let Some(path) = &args.config {
        return open(path).map(Some);
    }
    match the_one(starts)? {
        None => Ok(None),
        Some(folder) => {
            let path = from_here(&folder).join(NAME);
            trusted(&folder.join(NAME), &path)?;
            open(&path).map(Some)
        }
    }
}

/// Where the file that governs is, or would be looked for first: a change of one of these may be one of what holds.
pub(super) fn places(args: &ConfigFile, starts: impl IntoIterator<Item = Start>) -> Vec<PathBuf> {
    if args.no_config {
        return Vec::new();
    }
    if let Some(path) = &args.config {
        return vec![path.clone()];
    }
    let here = absolute(Path::new(""));
    let mut places = BTreeSet::new();
    for Start { folder, .. } in starts {
        let start = absolute(&folder);
        // Where there is none, it may come to the folder one works in. All folders up to the root are too many.
        let from_here = || if start.starts_with(&here) { here.clone() } else { start.clone() };
        let until = upwards(&folder).unwrap_or_else(from_here);
        let folders = start.ancestors().take_while(|folder| folder.starts_with(&until));
        places.extend(folders.map(|folder| folder.join(NAME)));
    }
    places.into_iter().collect()
}

/// The folder of the one file that all of these lead to.
fn the_one(starts: impl IntoIterator<Item = Start>) -> Result<Option<PathBuf>, Failure> {
    let mut known: Recent<Option<PathBuf>> = Recent::default();
    let mut first: Option<(PathBuf, Option<PathBuf>)> = None;
    for Start { name, folder } in starts {
        let found = match known.get(&folder) {
            Some(found) => found.clone(),
            None => {
                let found = upwards(&folder);
                known.insert(&folder, found.clone());
                found
            }
        };
        match &first {
            None => first = Some((name, found)),
            Some((_, one)) if is_same(one.as_deref(), found.as_deref()) => {}
            Some((other, one)) => return Err(two((other, one.as_deref()), (&name, found.as_deref()))),
        }
    }
    Ok(match first {
        Some((_, found)) => found,
        None => upwards(Path::new("")),
    })
}

/// Whether it is the same folder, by whatever way it is named; or none.
fn is_same(one: Option<&Path>, other: Option<&Path>) -> bool {
    one == other || one.zip(other).is_some_and(|(one, other)| identity(one) == identity(other))
}

fn two(one: (&Path, Option<&Path>), other: (&Path, Option<&Path>)) -> Failure {
    let by = |folder: Option<&Path>| match folder {
        Some(folder) => format!("by `{}`", from_here(folder).join(NAME).display()),
        None => format!("by no {NAME}"),
    };
    let message = format!(
        "two different settings would hold in one run: `{}` is governed {}, `{}` {}",
        one.0.display(),
        by(one.1),
        other.0.display(),
        by(other.1)
    );
    Failure::usage(&codes::CONFIG_TWO, message)
        .help("convert them apart, or say with --config FILE which holds for all, or with --no-config that none does")
}

/// The nearest folder that holds a file of settings: this one or one above it.
pub(super) fn upwards(folder: &Path) -> Option<PathBuf> {
    // A link that leads nowhere is one too, which cannot be read: whoever made it does not want another heeded.
    let holds = |folder: &&Path| {
        let path = folder.join(NAME);
        fs::metadata(&path).map_or_else(|_| is_link(&path), |found| found.is_file())
    };
    absolute(folder).ancestors().find(holds).map(Path::to_owned)
}

/// The folder from the root, as it is named but for `.` and `..`.
pub(super) fn absolute(folder: &Path) -> PathBuf {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let absolute = std::path::absolute(here).unwrap_or_else(|_| here.to_owned());
    let parts: Vec<_> = absolute.components().collect();
    let Some(up) = parts.iter().rposition(|part| *part == Component::ParentDir) else { return absolute };
    // What is above a link is not what stands before it; what stands behind is as it is named.
    let (up, rest) = parts.split_at(up + 1);
    let above = up.iter().collect::<PathBuf>().canonicalize();
    above.map(|above| above.join(rest.iter().collect::<PathBuf>())).unwrap_or(absolute)
}

/// The folder as one names it from the current one: from there where it is above or below it, else from the root.
fn from_here(folder: &Path) -> PathBuf {
    let here = absolute(Path::new(""));
    if let Ok(below) = folder.strip_prefix(&here) {
        return below.to_owned();
    }
    match here.strip_prefix(folder) {
        // The root is shorter than any way to it.
        Ok(above) if folder.parent().is_some() => above.components().map(|_| Component::ParentDir).collect(),
        _ => folder.to_owned(),
    }
}

/// # Errors
/// Where the file was found that somebody else may have put there: it can have libraries run.
fn trusted(path: &Path, named: &Path) -> Result<(), Failure> {
    let distrust = match distrust(path) {
        Ok(None) => return Ok(()),
        Ok(Some(distrust)) => distrust,
        Err(error) => return Err(unreadable(named, &why(named, &error))),
    };
    let name = named.display();
    let mend = match &distrust {
        Distrust::WorldWritable => format!("; `chmod o-w '{name}'` makes it yours alone"),
        Distrust::WorldWritableFolder(folder) => {
            format!("; `chmod o-w '{}'` keeps others out of the folder", folder.display())
        }
        _ => String::new(),
    };
    let message = format!("`{name}` is not heeded, for it could be anybody's: {distrust}");
    Err(Failure::environment(&codes::CONFIG_UNTRUSTED, message).help(format!(
        "read it, for it can have plugins run, and then name it: --config '{name}'; --no-config goes on without{mend}"
    )))
}

/// Reads the file at `path`.
fn open(path: &Path) -> Result<File, Failure> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|error| unreadable(path, &why(path, &error)))?;
    if bytes.len() as u64 > LARGEST {
        return Err(unreadable(path, "it is larger than a mebibyte"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        unreadable(
            path,
            &format!("it is not valid UTF-8, first at byte {}", error.utf8_error().valid_up_to()),
        )
    })?;
    Ok(Arc::new(SourceFile::new(path, text)))
}

fn why(path: &Path, error: &io::Error) -> String {
    let leads_nowhere = error.kind() == io::ErrorKind::NotFound && is_link(path);
    if leads_nowhere { "it is a link that leads nowhere".to_owned() } else { reason(error) }
}

fn unreadable(path: &Path, why: &str) -> Failure {
    let message = format!("the settings in `{}` cannot be read: {why}", path.display());
    Failure::usage(&codes::CONFIG_UNREADABLE, message)
}
