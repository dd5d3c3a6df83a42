//! What is set up by files: where they change, so does every document.

use std::collections::BTreeSet;
use std::path::PathBuf;

use plenary_host::{installed_folders, is_library};

use super::changes::Changes;
use super::spot::Spot;
use crate::config::Asked;

#[derive(Default)]
pub(super) struct Sources {
    /// The file of settings, where one is or may come to; files that options stand in.
    files: Vec<Spot>,
    plugin_folders: Vec<Spot>,
}

impl Sources {
    /// It is set up by the file of settings, which is looked for in these places.
    pub(super) fn of_settings(places: &BTreeSet<PathBuf>) -> Self {
        Self { files: places.iter().map(|path| Spot::at(path)).collect(), plugin_folders: Vec::new() }
    }

    /// And by what is asked for, on the command line or in that file, whether it exists or not. A further kind of such
    /// files is added here.
    pub(super) fn add(&mut self, asked: &Asked) {
        self.files.extend(asked.option_files().map(Spot::at));
        let named = asked.run.plugin_dir.iter().map(|said| said.value.clone());
        self.plugin_folders.extend(named.chain(installed_folders()).map(|folder| Spot::at(&folder)));
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
