//! Pages that are not read yet.

use std::path::{Path, PathBuf};

use super::path_bytes;
use super::scratch::Sequence;
use crate::exit::Failure;

/// A page, not read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// How many of the folders it stands in, the innermost, are below what was named.
    pub(super) depth: u32,
    /// The number of the [group](crate::config::Groups) that it belongs to.
    pub(crate) group: usize,
}

impl Found {
    /// Its folder below what was named: `{dir}`.
    pub(crate) fn dir(&self) -> &Path {
        let mut dir = folder_of(&self.path).components();
        let above = depth_of(folder_of(&self.path)) - self.depth;
        (0..above).for_each(|_| _ = dir.next());
        dir.as_path()
    }
}

pub(super) fn folder_of(page: &Path) -> &Path {
    page.parent().unwrap_or(Path::new(""))
}

pub(super) fn depth_of(folder: &Path) -> u32 {
    // No system has paths that are longer.
    u32::try_from(folder.components().count()).unwrap_or(u32::MAX)
}

/// Pages in an order, of which there may be very many.
#[derive(Debug, Default)]
pub(crate) struct Pages(Sequence);

impl Pages {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds a page.
    pub(crate) fn push(&mut self, page: &Found) {
        let Found { path, depth, group } = page;
        let (depth, group) = (depth.to_le_bytes(), (*group as u64).to_le_bytes());
        self.0.push(&[&depth[..], &group, path.as_os_str().as_encoded_bytes()].concat());
    }

    /// The pages from the first on. Where one cannot be read, it is the last.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Result<Found, Failure>> + '_ {
        self.0.iter(page)
    }

    /// Leaves out all pages but these.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub(crate) fn retain(
        &mut self,
        mut is_meant: impl FnMut(&Found) -> Result<bool, Failure>,
    ) -> Result<(), Failure> {
        let mut meant = Self::default();
        for page in self.iter() {
            let page = page?;
            if is_meant(&page)? {
                meant.push(&page);
            }
        }
        *self = meant;
        Ok(())
    }
}

/// The page that was pushed as this.
fn page(record: &[u8]) -> Option<Found> {
    let (depth, rest) = record.split_first_chunk()?;
    let (group, path) = rest.split_first_chunk()?;
    let group = usize::try_from(u64::from_le_bytes(*group)).ok()?;
    Some(Found { path: path_bytes::path(path), depth: u32::from_le_bytes(*depth), group })
}
