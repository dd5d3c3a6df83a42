//! Temporary files that a run which was killed has left.

use std::fs;
use std::path::Path;

use super::path_bytes;
use super::plan::Plan;
use super::scratch::Sorter;
use crate::exit::Failure;
use crate::output::{Writing, identity};
use crate::recent::Recent;

/// How many digits of a hash tell runs apart.
const DIGITS: usize = 10;

/// How a run with this manifest writes. Its temporary files bear the manifest's mark: as no other run has the manifest,
/// those that are there when it begins are nobody's.
pub(super) fn writing(manifest: &Path, sync: bool) -> Writing {
    let hash = blake3::hash(identity(manifest).as_os_str().as_encoded_bytes()).to_hex();
    Writing { prefix: format!(".plenary-{}-", &hash.as_str()[..DIGITS]), sync, streams: false }
}

/// Folders, of which there may be very many.
#[derive(Default)]
pub(super) struct Folders {
    folders: Sorter,
    /// Those that were added last need not be added again.
    recent: Recent<()>,
}

impl Folders {
    /// Adds a folder, which may be there.
    pub(super) fn add(&mut self, folder: &Path) {
        if self.recent.get(folder).is_none() {
            self.recent.insert(folder, ());
            self.folders.push(&path_bytes::in_order(folder));
        }
    }
}

/// Removes what is left in the folders that documents of the plan go to. What cannot be removed is in nobody's way.
///
/// # Errors
/// Where the list of the folders cannot be read.
pub(crate) fn remove(plan: &Plan<'_>, writing: &Writing) -> Result<(), Failure> {
    let Folders { mut folders, .. } = plan.folders()?;
    let mut folders = folders.sorted()?;
    let mut before = None;
    while let Some(folder) = folders.next()? {
        if before.as_deref() != Some(folder) {
            remove_in(&path_bytes::of_ordered(folder), writing);
            before = Some(folder.to_vec());
        }
    }
    Ok(())
}

fn remove_in(folder: &Path, writing: &Writing) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().as_encoded_bytes().starts_with(writing.prefix.as_bytes()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
