//! What is set up by files: where they change, so does every document.

use std::collections::BTreeSet;
use std::path::PathBuf;

use plenary_host::{is_library, standard_search_path};

use super::changes::Changes;
use super::spot::Spot;
use crate::args::{Many, SettingValue};

pub(super) struct Sources {
    /// Files that options stand in.
    files: Vec<Spot>,
    plugin_folders: Vec<Spot>,
}

impl Sources {
    /// What is asked for is set up by these, whether they exist or not.
    pub(super) fn of(many: &Many) -> Self {
        let spots = |paths: Vec<PathBuf>| paths.iter().map(|path| Spot::at(path)).collect();
        Self {
            files: spots(files(many)),
            plugin_folders: spots(standard_search_path(&many.plugins.plugin_dir)),
        }
    }

    /// The folders to watch for them.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let of_files = self.files.iter().flat_map(Spot::folders);
        of_files
            .chain(self.plugin_folders.iter().flat_map(|folder| folder.folders().chain(folder.itself())))
            .collect()
    }

    /// Whether one of them may have changed.
    pub(super) fn are_met_by(&self, changes: &Changes) -> bool {
        let is_met = |changed: &PathBuf| {
            let holds =
                |folder: &Spot| folder.is_met_by(changed) || is_library(changed) && folder.holds(changed);
            self.files.iter().any(|file| file.is_met_by(changed)) || self.plugin_folders.iter().any(holds)
        };
        changes.lost || changes.all().any(is_met)
    }
}

/// The files that options come from. A further kind of such files is added here.
fn files(many: &Many) -> Vec<PathBuf> {
    let value = |value: &SettingValue| match value {
        SettingValue::File(path) => Some(path.clone()),
        SettingValue::Text(_) => None,
    };
    many.documents.settings.iter().filter_map(|setting| value(&setting.value)).collect()
}
