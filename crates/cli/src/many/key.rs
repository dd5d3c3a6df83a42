//! Paths and what files hold, of which there may be very many, by as few bytes as tell them apart.

use std::path::{Component, Path};

use blake3::Hash;

/// The beginning of a hash of BLAKE3: that two paths have the same is less likely than any fault of the machine, and nobody
/// can find two that do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key([u8; Self::LENGTH]);

impl Key {
    /// The same for all that are the same path, however many separators stand in it, and whether it begins with `./`.
    pub(crate) fn of(path: &Path) -> Self {
        Self::of_all([path])
    }

    /// One for all of these, in this order.
    pub(crate) fn of_all<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for path in paths {
            // No part of a path has a NUL in it, and none is empty.
            for part in path.components().filter(|part| *part != Component::CurDir) {
                hasher.update(part.as_os_str().as_encoded_bytes()).update(&[0]);
            }
            hasher.update(&[0]);
        }
        hasher.finalize().into()
    }
}

impl Key {
    /// How many bytes it has.
    pub(crate) const LENGTH: usize = 16;

    pub(crate) fn bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }
}

impl From<[u8; Key::LENGTH]> for Key {
    fn from(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }
}

impl From<Hash> for Key {
    fn from(hash: Hash) -> Self {
        Self(hash.as_bytes().first_chunk().copied().unwrap_or_default())
    }
}
