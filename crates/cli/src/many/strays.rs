//! Temporary files that a run which was killed has left.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::output::{Writing, identity};

/// How many digits of a hash tell runs apart.
const DIGITS: usize = 10;

/// How a run with this manifest writes. Its temporary files bear the manifest's mark: as no other run has the manifest,
/// those that are there when it begins are nobody's.
pub(super) fn writing(manifest: &Path, sync: bool) -> Writing {
    let hash = blake3::hash(identity(manifest).as_os_str().as_encoded_bytes()).to_hex();
    Writing { prefix: format!(".plenary-{}-", &hash.as_str()[..DIGITS]), sync, streams: false }
}

/// Removes what is left in these folders. What cannot be removed is in nobody's way.
pub(crate) fn remove(folders: &BTreeSet<PathBuf>, writing: &Writing) {
    for folder in folders {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.file_name().as_encoded_bytes().starts_with(writing.prefix.as_bytes()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}
