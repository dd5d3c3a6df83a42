//! What paths really are.

use std::path::{Path, PathBuf};

use crate::output::{identity, is_link};
use crate::recent::Recent;

/// Looks up where files really stand, and that of a folder not for each file in it.
#[derive(Default)]
pub(crate) struct Places {
    folders: Recent<PathBuf>,
}

impl Places {
    /// Where the file is; of a link, where it leads.
    pub(crate) fn real(&mut self, path: &Path) -> PathBuf {
        if is_link(path) { identity(path) } else { self.place(path) }
    }

    /// Where the file is; of a link, where itself is.
    pub(crate) fn place(&mut self, path: &Path) -> PathBuf {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return identity(path) };
        if let Some(real) = self.folders.get(folder) {
            return real.join(name);
        }
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let real = identity(here);
        let place = real.join(name);
        self.folders.insert(folder, real);
        place
    }
}
