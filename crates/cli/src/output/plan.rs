//! Where each document goes, settled before anything is read.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use crate::catalogue::Format;
use crate::codes;
use crate::exit::Failure;
use crate::input::Input;

/// Where the documents of a run go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    /// Each beside its page; what comes from standard input to standard output.
    Beside,
    /// Those of pages into this folder; what comes from standard input to standard output.
    Below(PathBuf),
    Stdout,
    File(PathBuf),
    Folder(PathBuf),
}

/// Where one document goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Stdout,
    File(PathBuf),
}

impl Target {
    /// What messages call it.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Stdout => Cow::Borrowed("<stdout>"),
            Self::File(path) => path.to_string_lossy(),
        }
    }
}

/// One page and a target for each of its formats, in their order.
pub(crate) struct Job<'f, 'h> {
    pub(crate) input: Input,
    pub(crate) formats: &'f [Format<'h>],
    pub(crate) targets: Vec<Target>,
}

impl Destination {
    /// What `-o` names. A folder ends in a separator, is one already, or has no extension.
    pub(crate) fn named(path: &Path) -> Self {
        if path.as_os_str() == "-" {
            return Self::Stdout;
        }
        let ends_as_folder = path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
        if ends_as_folder || path.is_dir() || (path.extension().is_none() && !path.exists()) {
            Self::Folder(path.to_owned())
        } else {
            Self::File(path.to_owned())
        }
    }
}

/// The jobs of a run: every page in every format that it is to have.
///
/// # Errors
/// Where there is no room for them all, two would have the same place, or one the place of an input.
pub(crate) fn jobs<'f, 'h>(
    pages: Vec<(Input, &'f [Format<'h>])>,
    destination: &Destination,
) -> Result<Vec<Job<'f, 'h>>, Failure> {
    room(&pages, destination)?;
    let mut jobs = Vec::with_capacity(pages.len());
    for (input, formats) in pages {
        let targets = formats.iter().map(|format| target(&input, format, destination)).collect();
        jobs.push(Job { input, formats, targets });
    }
    apart(&jobs)?;
    Ok(jobs)
}

/// Whether a single place is enough.
fn room(pages: &[(Input, &[Format<'_>])], destination: &Destination) -> Result<(), Failure> {
    let documents: usize = pages.iter().map(|(_, formats)| formats.len()).sum();
    let of_stdin =
        pages.iter().find(|(input, _)| *input == Input::Stdin).map_or(0, |(_, formats)| formats.len());
    match destination {
        Destination::File(path) if documents > 1 => {
            let folder = path.with_extension("");
            Err(Failure::usage(
                &codes::ONE_FILE,
                format!("{documents} documents cannot go into one file, `{}`", path.display()),
            )
            .help(format!("name a folder: -o {}/", folder.display())))
        }
        Destination::Stdout if documents > 1 => Err(Failure::usage(
            &codes::ONE_FILE,
            format!("{documents} documents cannot go to standard output, one after the other"),
        )
        .help("name a folder: -o out/")),
        Destination::Beside | Destination::Below(_) if of_stdin > 1 => Err(Failure::usage(
            &codes::ONE_FILE,
            "standard output takes one document of standard input, not several",
        )
        .help("name a folder: -o out/")),
        _ => Ok(()),
    }
}

fn target(input: &Input, format: &Format<'_>, destination: &Destination) -> Target {
    match (destination, input) {
        (Destination::Stdout, _) | (Destination::Beside | Destination::Below(_), Input::Stdin) => {
            Target::Stdout
        }
        (Destination::File(path), _) => Target::File(path.clone()),
        (Destination::Folder(folder), Input::Stdin) => {
            Target::File(folder.join(file_name(OsStr::new("stdin"), format, input)))
        }
        (Destination::Folder(folder) | Destination::Below(folder), Input::File(page)) => {
            Target::File(folder.join(file_name(stem(page), format, input)))
        }
        (Destination::Beside, Input::File(page)) => {
            Target::File(page.with_file_name(file_name(stem(page), format, input)))
        }
    }
}

/// The page's name without its extension; a session in JSON has two.
pub(crate) fn stem(page: &Path) -> &OsStr {
    let whole = page.file_name().unwrap_or_default();
    let session =
        whole.to_str().and_then(|name| name.strip_suffix(".session.json")).filter(|stem| !stem.is_empty());
    session.map(OsStr::new).or(page.file_stem()).unwrap_or(whole)
}

fn file_name(stem: &OsStr, format: &Format<'_>, input: &Input) -> OsString {
    let mut name = stem.to_owned();
    name.push(".");
    name.push(format.extension(input));
    name
}

/// Whether every document has a place of its own, and none that of a page.
fn apart(jobs: &[Job<'_, '_>]) -> Result<(), Failure> {
    let pages: HashSet<PathBuf> = jobs.iter().filter_map(|job| page(&job.input)).collect();
    let mut taken: HashMap<PathBuf, (&Input, &Format<'_>)> = HashMap::new();
    for job in jobs {
        for (target, format) in job.targets.iter().zip(job.formats) {
            let Target::File(path) = target else { continue };
            let place = identity(path);
            if pages.contains(&place) {
                return Err(overwrites(path).help("name another place with -o, such as a folder: -o out/"));
            }
            if let Some((other, other_format)) = taken.insert(place, (&job.input, format)) {
                return Err(same_place(path, (other, other_format), (&job.input, format)));
            }
        }
    }
    Ok(())
}

/// Where the one document on all pages goes that `output` names.
///
/// # Errors
/// Where it would have the place of a page.
pub(crate) fn target_of(output: Option<&Path>, inputs: &[Input]) -> Result<Target, Failure> {
    let Some(path) = output.filter(|path| path.as_os_str() != "-") else { return Ok(Target::Stdout) };
    let place = identity(path);
    if inputs.iter().filter_map(page).any(|page| page == place) {
        return Err(overwrites(path).help("name another file with -o"));
    }
    Ok(Target::File(path.to_owned()))
}

/// What the file of a page is to be known by.
fn page(input: &Input) -> Option<PathBuf> {
    match input {
        Input::File(page) => Some(identity(page)),
        Input::Stdin => None,
    }
}

fn overwrites(path: &Path) -> Failure {
    let message = format!("`{}` would be written over a page that is to be read", path.display());
    Failure::usage(&codes::OVERWRITES_INPUT, message)
}

fn same_place(path: &Path, one: (&Input, &Format<'_>), other: (&Input, &Format<'_>)) -> Failure {
    let failure = |message: String| Failure::usage(&codes::SAME_OUTPUT, message);
    let place = format!("would both be written to `{}`", path.display());
    if one.1.name() != other.1.name() {
        failure(format!("the formats `{}` and `{}` {place}", one.1.name(), other.1.name()))
            .help("convert to them one by one, each with its own -o")
    } else if matches!((one.0, other.0), (Input::File(one), Input::File(other)) if identity(one) == identity(other))
    {
        failure(format!("`{}` is given twice", other.0.name()))
    } else {
        failure(format!("`{}` and `{}` {place}", one.0.name(), other.0.name()))
            .help("convert them one by one, each with its own -o, or rename one")
    }
}

/// The same for all ways to name the same file, whether it exists or not.
pub(crate) fn identity(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (absolute.parent(), absolute.file_name()) {
        (Some(folder), Some(name)) => identity(folder).join(name),
        _ => absolute,
    }
}

/// Whether there is a link at this path, wherever it leads.
pub(crate) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink())
}
