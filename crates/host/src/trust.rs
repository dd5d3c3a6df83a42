//! Whether what was found in a folder may be heeded, though nobody named it.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::check::{folders, is_world_writable};

/// Why a file that was found, and not named, is not heeded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Distrust {
    /// It is neither of the user that runs the program nor of the superuser.
    #[error("it belongs to another user")]
    Owner,
    /// Everybody may write to it.
    #[error("everybody may write to it")]
    WorldWritable,
    /// Everybody may put another file in its place.
    #[error("everybody may put another one into its folder `{}`", .0.display())]
    WorldWritableFolder(PathBuf),
}

/// Why the file at `path` is not to be heeded by itself, as one that may bring foreign code in; `None` where it may be. On
/// Windows access lists decide, which are not looked at.
///
/// # Errors
/// Where the file, or a folder that decides which file it is, cannot be looked at.
pub fn distrust(path: &Path) -> io::Result<Option<Distrust>> {
    // The link as well as what it leads to: paths in the file are meant from where it was found.
    for metadata in [fs::symlink_metadata(path)?, fs::metadata(path)?] {
        if !is_ours(&metadata) {
            return Ok(Some(Distrust::Owner));
        }
        if !metadata.is_symlink() && is_world_writable(&metadata) {
            return Ok(Some(Distrust::WorldWritable));
        }
    }
    for folder in folders(path) {
        let metadata = fs::metadata(&folder)?;
        if is_world_writable(&metadata) && !is_sticky(&metadata) {
            return Ok(Some(Distrust::WorldWritableFolder(folder)));
        }
    }
    Ok(None)
}

#[cfg(unix)]
fn is_ours(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    metadata.uid() == 0 || metadata.uid() == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
fn is_ours(_: &Metadata) -> bool {
    true
}

/// Whether nobody may rename or remove what belongs to another in this folder.
#[cfg(unix)]
fn is_sticky(metadata: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o1000 != 0
}

#[cfg(not(unix))]
fn is_sticky(_: &Metadata) -> bool {
    false
}
