//! Which files are looked at.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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

/// The files of `folder` that are named like plugins, by name. None where there is no such folder.
pub(crate) fn candidates(folder: &Path) -> Result<Vec<Candidate>, Box<Refusal>> {
    // Absolute, so that the loader never takes it for a name to look up on its own search path.
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let mut found = match list(&folder) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
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
        let name = file_name.to_string_lossy();
        let name = name.strip_prefix(DLL_PREFIX).and_then(|name| name.strip_prefix("plenary_"));
        if let Some(name) = name.and_then(|name| name.strip_suffix(DLL_SUFFIX)) {
            found.push(Candidate { path: entry.path(), symbol_name: name.to_owned() });
        }
    }
    Ok(found)
}
