//! The checks a library passes before it is loaded: no code of it runs.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use plenary_core::model::SchemaVersion;
use plenary_plugin_abi::{ABI_MAJOR, ABI_MINOR};
use plenary_plugin_sdk::Manifest;
use plenary_plugin_sdk::manifest::Version;
use serde::{Deserialize, Serialize};

use crate::discover::Candidate;
use crate::image::Image;
use crate::{Reason, Refusal, image, system};

/// A library that passed.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) path: PathBuf,
    pub(crate) symbol_name: String,
    pub(crate) manifest: Manifest,
    /// The manifest as it stands in the file, to be met again in memory.
    pub(crate) manifest_json: Vec<u8>,
    /// The file that was checked; it is the one that is loaded, whatever the path names by then.
    pub(crate) file: File,
    pub(crate) stamp: Stamp,
    /// The version of glibc it needs, as far as its file tells.
    pub(crate) glibc: Option<Version>,
}

/// What tells that a file has been written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    pub(crate) fn of(file: &File) -> io::Result<Self> {
        let metadata = file.metadata()?;
        Ok(Self { length: metadata.len(), modified: metadata.modified().ok() })
    }
}

/// Checks a library.
pub(crate) fn check(candidate: Candidate) -> Result<Checked, Box<Refusal>> {
    let Candidate { path, symbol_name } = &candidate;
    let is_name = symbol_name.starts_with(|c: char| c.is_ascii_lowercase())
        && symbol_name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !is_name {
        let reason = Reason::FileName(symbol_name.clone());
        return Err(candidate.refused(reason));
    }
    let opened = open(path).and_then(|(file, stamp)| Ok((image::read(&file, symbol_name)?, file, stamp)));
    let (Image { manifest: json, abi, glibc }, file, stamp) = match opened {
        Ok(opened) => opened,
        Err(reason) => return Err(candidate.refused(reason)),
    };
    let manifest = json.and_then(|json| match Manifest::parse(&json) {
        Ok(manifest) => Ok((manifest, json)),
        Err(error) => Err(Reason::Manifest(error)),
    });
    // The version first: another contract may well have another manifest.
    let reason = match &manifest {
        _ if !runs_here(abi) => Some(Reason::Abi(abi)),
        Ok((manifest, _)) => unfit(manifest, symbol_name, abi, glibc),
        Err(_) => None,
    };
    match (manifest, reason) {
        (Ok((manifest, manifest_json)), None) => {
            let Candidate { path, symbol_name } = candidate;
            Ok(Checked { path, symbol_name, manifest, manifest_json, file, stamp, glibc })
        }
        (Ok((manifest, _)), Some(reason)) => {
            let mut refusal = candidate.refused(reason);
            refusal.formats = manifest.formats;
            Err(refusal)
        }
        (Err(unread), reason) => Err(candidate.refused(reason.unwrap_or(unread))),
    }
}

/// Whether a plugin that needs this version of the contract runs under this host.
pub(crate) fn runs_here(abi: Version) -> bool {
    abi.major == ABI_MAJOR && abi <= Version { major: ABI_MAJOR, minor: ABI_MINOR }
}

/// What is wrong with a library whose manifest can be read.
fn unfit(manifest: &Manifest, symbol_name: &str, abi: Version, needed: Option<Version>) -> Option<Reason> {
    let SchemaVersion { major, minor } = SchemaVersion::CURRENT;
    if manifest.symbol_name() != symbol_name {
        return Some(Reason::OtherName(manifest.name.clone()));
    }
    if manifest.abi != abi {
        return Some(Reason::TwoAbis { manifest: manifest.abi, table: abi });
    }
    if manifest.schema.major != major {
        return Some(Reason::Schema { plugin: manifest.schema, ours: Version { major, minor } });
    }
    match (needed, system::glibc()) {
        (Some(needed), Some(ours)) if needed > ours => Some(Reason::Glibc { needed, ours }),
        _ => None,
    }
}

/// Opens the library, after a look at what it is and who may touch it.
fn open(path: &Path) -> Result<(File, Stamp), Reason> {
    let unreadable = |error: io::Error| Reason::Unreadable(error.to_string());
    // A look before opening: opening a pipe waits for its other end, opening a device can do anything.
    permitted(&fs::metadata(path).map_err(unreadable)?)?;
    for folder in folders(path) {
        folder_permitted(&folder)?;
    }
    let file = open_without_waiting(path).map_err(unreadable)?;
    // And again, of what was opened: the path may name something else by now.
    permitted(&file.metadata().map_err(unreadable)?)?;
    let stamp = Stamp::of(&file).map_err(unreadable)?;
    Ok((file, stamp))
}

/// The folders that decide which file `path` is: its own, those of the links it leads over, and the one where it ends.
pub(crate) fn folders(path: &Path) -> Vec<PathBuf> {
    /// As many links as Linux follows: the path has led to a file before, so there are no more.
    const MOST: usize = 40;
    let mut folders = Vec::new();
    let mut at = path.to_owned();
    for _ in 0..MOST {
        let Some(folder) = at.parent().map(Path::to_owned) else { break };
        let target = fs::read_link(&at).map(|target| folder.join(target));
        folders.push(folder);
        let Ok(target) = target else { break };
        at = target;
    }
    folders.extend(path.canonicalize().ok().and_then(|path| path.parent().map(Path::to_owned)));
    folders
}

#[cfg(unix)]
fn open_without_waiting(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
    File::options().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn open_without_waiting(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Checks a folder as that of a library is checked: not everybody may put one into it.
///
/// # Errors
/// What is wrong with it: a library in it would be refused.
pub fn check_folder(folder: &Path) -> Result<(), Box<Refusal>> {
    folder_permitted(folder).map_err(|reason| {
        Box::new(Refusal { path: folder.to_owned(), reason, name: String::new(), formats: Vec::new() })
    })
}

fn folder_permitted(folder: &Path) -> Result<(), Reason> {
    let metadata = fs::metadata(folder).map_err(|error| Reason::Unreadable(error.to_string()))?;
    if is_world_writable(&metadata) { Err(Reason::WorldWritableFolder(folder.to_owned())) } else { Ok(()) }
}

fn permitted(metadata: &Metadata) -> Result<(), Reason> {
    if !metadata.is_file() {
        return Err(Reason::NotAFile(what(metadata)));
    }
    if is_world_writable(metadata) {
        return Err(Reason::WorldWritable);
    }
    executable(metadata)
}

/// Whether everybody may write to it. On Windows access lists decide, which are not looked at.
#[cfg(unix)]
pub(crate) fn is_world_writable(metadata: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o002 != 0
}

#[cfg(not(unix))]
pub(crate) fn is_world_writable(_: &Metadata) -> bool {
    false
}

/// Looks at the permissions themselves: the superuser can open what nobody may read.
#[cfg(unix)]
fn executable(metadata: &Metadata) -> Result<(), Reason> {
    use std::os::unix::fs::PermissionsExt;
    match metadata.permissions().mode() {
        mode if mode & 0o444 == 0 => Err(Reason::NotReadable),
        mode if mode & 0o111 == 0 => Err(Reason::NotExecutable),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn executable(_: &Metadata) -> Result<(), Reason> {
    Ok(())
}

/// What it is, where it is no file.
#[cfg(unix)]
fn what(metadata: &Metadata) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    let kind = metadata.file_type();
    match () {
        () if kind.is_dir() => "a folder",
        () if kind.is_fifo() => "a pipe",
        () if kind.is_socket() => "a socket",
        () if kind.is_char_device() || kind.is_block_device() => "a device",
        () => "something special",
    }
}

#[cfg(not(unix))]
fn what(metadata: &Metadata) -> &'static str {
    if metadata.is_dir() { "a folder" } else { "something special" }
}
