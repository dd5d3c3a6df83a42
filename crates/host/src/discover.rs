//! Which files are looked at.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tracing::info;

use crate::{Reason, Refusal};

/// A file that is named like a plugin.
#[derive(Debug)]
pub(crate) struct Candidate {
    pub(crate) path: PathBuf,
    /// What stands between `libplenary_` and `.so`.
    pub(crate) symbol_name: String,
}

impl Candidate {
    /// The plugin's name.
    pub(crate) fn name(&self) -> String {
        self.symbol_name.replace('_', "-")
    }

    pub(crate) fn refused(&self, reason: Reason) -> Box<Refusal> {
        Box::new(Refusal { path: self.path.clone(), reason, name: self.name(), formats: Vec::new() })
    }
}

/// The file at `path`, which is to be a plugin's library.
pub(crate) fn candidate(path: &Path) -> Result<Candidate, Box<Refusal>> {
    let path = absolute(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match symbol_name(&name) {
        Some(symbol_name) => Ok(Candidate { symbol_name: symbol_name.to_owned(), path }),
        None => Err(Box::new(Refusal {
            path,
            reason: Reason::FileName(name),
            name: String::new(),
            formats: Vec::new(),
        })),
    }
}

/// Whether a file in `folder` is named as a plugin's library is.
pub fn holds_libraries(folder: &Path) -> bool {
    list(folder).is_ok_and(|found| !found.is_empty())
}

/// Whether the file at `path`, which need not exist, is named as a plugin's library is.
pub fn is_library(path: &Path) -> bool {
    path.file_name().is_some_and(|name| symbol_name(&name.to_string_lossy()).is_some())
}

/// Absolute, so that the loader never takes it for a name to look up on its own search path.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// What stands between `libplenary_` and `.so` in the name of a plugin's library.
fn symbol_name(file_name: &str) -> Option<&str> {
    file_name.strip_prefix(DLL_PREFIX)?.strip_prefix("plenary_")?.strip_suffix(DLL_SUFFIX)
}

/// The files of `folder` that are named like plugins, by name. None where there is no such folder.
pub(crate) fn candidates(folder: &Path) -> Result<Vec<Candidate>, Box<Refusal>> {
    let folder = absolute(folder);
    let mut found = match list(&folder) {
        Ok(found) => {
            info!(folder = %folder.display(), libraries = found.len(), "looked for plugins");
            found
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            info!(folder = %folder.display(), "looked for plugins: there is no such folder");
            Vec::new()
        }
        Err(error) => {
            return Err(Box::new(Refusal {
                path: folder,
                reason: Reason::Folder(error.to_string()),
                name: String::new(),
                formats: Vec::new(),
            }));
        }
    };
    found.sort_by(|a, b| a.symbol_name.cmp(&b.symbol_name));
    Ok(found)
}

fn list(folder: &Path) -> io::Result<Vec<Candidate>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let file_name = entry.file_name();
        if let Some(name) = symbol_name(&file_name.to_string_lossy()) {
            found.push(Candidate { path: entry.path(), symbol_name: name.to_owned() });
        }
    }
    Ok(found)
}
