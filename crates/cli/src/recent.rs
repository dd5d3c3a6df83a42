//! What was found out of folders, of which there may be very many: the same ones come up again and again for a while.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Of so many it is known at once.
const MOST: usize = 1024;

/// What was found out of the folders that came up last.
#[derive(Debug)]
pub(crate) struct Recent<T>(HashMap<PathBuf, T>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Recent<T> {
    pub(crate) fn get(&self, folder: &Path) -> Option<&T> {
        self.0.get(folder)
    }

    pub(crate) fn insert(&mut self, folder: &Path, found: T) {
        if self.0.len() == MOST {
            self.0.clear();
        }
        self.0.insert(folder.to_owned(), found);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
