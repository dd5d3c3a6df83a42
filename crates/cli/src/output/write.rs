//! Documents written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::NamedTempFile;
use tracing::debug;

use super::{Target, print};
use crate::codes;
use crate::exit::{Failure, reason};
use crate::log::milliseconds;
use crate::timings::{Step, Timings};

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Written,
    /// The file held these very bytes: it was not touched.
    Unchanged,
}

/// A document in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    pub(crate) fate: Fate,
    /// When its file was last written; `None` where it went into a stream.
    pub(crate) modified: Option<SystemTime>,
}

/// How files are written.
#[derive(Debug, Clone)]
pub(crate) struct Writing {
    /// What temporary files are called at first.
    pub(crate) prefix: String,
    /// Whether a file is to be safe from a loss of power before anything else is done.
    pub(crate) sync: bool,
    /// Whether a document may go into what is no file: a named pipe holds up its writer until somebody reads.
    pub(crate) streams: bool,
}

impl Default for Writing {
    fn default() -> Self {
        Self { prefix: ".plenary-".to_owned(), sync: false, streams: true }
    }
}

/// A document ready to be put in its place by one last step, which hardly fails.
pub(crate) enum Prepared<'d> {
    Unchanged {
        modified: Option<SystemTime>,
    },
    /// Stands beside its target, under another name.
    File {
        beside: NamedTempFile,
        target: PathBuf,
        sync: bool,
    },
    /// Goes into a stream: a device or a named pipe.
    Stream {
        stream: File,
        path: &'d Path,
        document: &'d [u8],
    },
    Stdout(&'d [u8]),
}

/// Puts the documents of a page in their places: all are ready before the first is.
///
/// # Errors
/// Where one cannot be written.
pub(crate) fn put(
    documents: &[Vec<u8>],
    targets: &[Target],
    writing: &Writing,
    timings: &Timings,
) -> Result<Vec<Placed>, Failure> {
    let mut prepared = Vec::with_capacity(targets.len());
    for ((target, document), step) in targets.iter().zip(documents).zip(timings.write()) {
        let (ready, took) = step.time(|| Prepared::new(target, document, writing));
        prepared.push((ready?, target, document.len(), step, took));
    }
    let commit = |(ready, target, bytes, step, before): (Prepared<'_>, &Target, usize, &Step, Duration)| {
        let (placed, took) = step.time(|| ready.commit());
        let placed = placed?;
        step.count(bytes);
        let (document, milliseconds) = (target.name(), milliseconds(before + took));
        let is_written = placed.fate == Fate::Written;
        debug!(%document, bytes, milliseconds, "{}", if is_written { "written" } else { "unchanged, and not written" });
        Ok(placed)
    };
    prepared.into_iter().map(commit).collect()
}

impl<'d> Prepared<'d> {
    /// Prepares `document` for `target`; nothing is to be seen of it yet.
    ///
    /// # Errors
    /// Where it cannot be written there.
    pub(crate) fn new(target: &'d Target, document: &'d [u8], writing: &Writing) -> Result<Self, Failure> {
        match target {
            Target::Stdout => Ok(Self::Stdout(document)),
            Target::File(path) => Self::at(path, document, writing).map_err(|error| unwritable(path, &error)),
        }
    }

    fn at(path: &'d Path, document: &'d [u8], writing: &Writing) -> io::Result<Self> {
        let sync = writing.sync;
        let existing = match fs::metadata(path) {
            Ok(existing) => existing,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let beside = beside(path, document, writing)?;
                return Ok(Self::File { beside, target: path.to_owned(), sync });
            }
            Err(error) => return Err(error),
        };
        if existing.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !existing.is_file() && !writing.streams {
            return Err(io::Error::other("what stands there is no file"));
        }
        if !existing.is_file() {
            let stream = OpenOptions::new().write(true).open(path)?;
            return Ok(Self::Stream { stream, path, document });
        }
        if existing.len() == document.len() as u64 && holds(path, document)? {
            return Ok(Self::Unchanged { modified: existing.modified().ok() });
        }
        // A rename asks for no permission on the file itself; whoever took it away meant something by it.
        if existing.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file there is read-only"));
        }
        // What a link points to is replaced, not the link.
        let target = fs::canonicalize(path)?;
        let beside = beside(&target, document, writing)?;
        beside.as_file().set_permissions(existing.permissions())?;
        Ok(Self::File { beside, target, sync })
    }

    /// Puts the document in its place.
    ///
    /// # Errors
    /// Where that fails after all.
    pub(crate) fn commit(self) -> Result<Placed, Failure> {
        match self {
            Self::Unchanged { modified } => return Ok(Placed { fate: Fate::Unchanged, modified }),
            Self::File { beside, target, sync } => {
                // A rename does not change it.
                let modified = beside.as_file().metadata().and_then(|file| file.modified()).ok();
                beside.persist(&target).map_err(|error| unwritable(&target, &error.error))?;
                if sync {
                    // The name of a file is safe when its folder is.
                    let folder = File::open(folder_of(&target)).and_then(|folder| folder.sync_all());
                    folder.map_err(|error| unwritable(&target, &error))?;
                }
                return Ok(Placed { fate: Fate::Written, modified });
            }
            Self::Stream { mut stream, path, document } => match stream.write_all(document) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    return Err(unwritable(path, &error));
                }
                _ => {}
            },
            Self::Stdout(document) => {
                // That nobody reads on is no failure, and there is nothing more to write.
                let _ = print(document)?;
            }
        }
        Ok(Placed { fate: Fate::Written, modified: None })
    }
}

/// `document` in a temporary file in the folder of `target`, which is made where it does not exist.
fn beside(target: &Path, document: &[u8], writing: &Writing) -> io::Result<NamedTempFile> {
    let folder = folder_of(target);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&writing.prefix);
    // As any new file: what the umask leaves of this.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            builder.tempfile_in(folder)
        }
        _ => Err(error),
    })?;
    file.write_all(document)?;
    if writing.sync {
        file.as_file().sync_data()?;
    }
    Ok(file)
}

fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether the file holds these very bytes.
fn holds(path: &Path, document: &[u8]) -> io::Result<bool> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(false),
        opened => opened?,
    };
    let mut buffer = vec![0; 64 * 1024];
    let mut rest = document;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(rest.is_empty());
        }
        match rest.strip_prefix(buffer.get(..read).unwrap_or_default()) {
            Some(behind) => rest = behind,
            None => return Ok(false),
        }
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::environment(&codes::UNWRITABLE, format!("cannot write `{}`: {}", path.display(), reason(error)))
}
