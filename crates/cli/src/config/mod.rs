//! Settings in a file, `plenary.toml`, and how they come together with those of the command line.
//!
//! Of one setting the first holds that is said: on the command line, in the environment, in a `[[directory]]` of the file
//! (a later one before an earlier), at the top of the file. What a command does with them knows nothing of where they come
//! from, but for the place that a message names.

mod asked;
mod check;
mod command_line;
mod directory;
mod effective;
mod file;
mod groups;
mod guesses;
mod keys;
mod options;
mod origin;
mod read;
mod show;
mod value;

use std::path::Path;

use tracing::info;

use crate::args::ConfigFile;
use crate::exit::Failures;
use crate::output::identity;
use directory::{Directory, below};
use file::File;

pub(crate) use asked::Asked;
pub(crate) use effective::PageSettings;
pub(crate) use file::{NAME, Start};
pub(crate) use groups::Groups;
pub(crate) use keys::{PageLayer, RunKeys};
pub(crate) use options::FormatOptions;
pub(crate) use origin::{Origin, Place, Said};
pub(crate) use show::{Holds, Overview, Shown, ShownDirectory, ShownOption, Unsaid};

/// What the file of settings says that governs a run; nothing, where there is none.
#[derive(Debug, Default)]
struct Settings {
    file: Option<File>,
    run: RunKeys,
    page: PageLayer,
    directories: Vec<Directory>,
    /// Whether the file was looked for, and not named.
    is_looked_for: bool,
}

impl Settings {
    /// The settings that hold in these places.
    ///
    /// # Errors
    /// All that is wrong with the file; or where there is not one for all.
    fn governing(args: &ConfigFile, starts: impl IntoIterator<Item = Start>) -> Result<Self, Failures> {
        let is_looked_for = args.is_looked_for();
        let Some(file) = file::governing(args, starts)? else {
            return Ok(Self { is_looked_for, ..Self::default() });
        };
        info!(file = file.name, "settings are heeded");
        let read::Content { run, page, directories } = read::read(&file)?;
        Ok(Self { file: Some(file), run, page, directories, is_looked_for })
    }

    /// Whether the file at `path` would be looked for, and is another than this.
    fn passes_over(&self, path: &Path) -> bool {
        let this = self.file.as_ref().map(|file| identity(&file.path));
        self.is_looked_for && this.is_none_or(|this| this != identity(path))
    }

    /// What holds for the run, where the command line says this.
    fn run(&self, said: RunKeys) -> RunKeys {
        said.over(RunKeys::of_environment()).over(self.run.clone())
    }

    /// What holds for a page, or for what is in no folder, where the command line says this.
    fn page(&self, said: &PageLayer, page: Option<&Path>) -> PageSettings {
        let tables = page.map(|page| self.directories_of(page.parent().unwrap_or(page))).unwrap_or_default();
        self.layer(said, &tables).into()
    }

    /// Which of the `[[directory]]` tables are said of what is in a folder.
    fn directories_of(&self, folder: &Path) -> Vec<usize> {
        let Some(file) = self.file.as_ref().filter(|_| !self.directories.is_empty()) else {
            return Vec::new();
        };
        let Some(folder) = below(folder, file.folder()) else { return Vec::new() };
        let tables = self.directories.iter().enumerate();
        tables.filter(|(_, directory)| directory.holds_in(&folder)).map(|(number, _)| number).collect()
    }

    /// What is said on the command line, in these tables and at the top.
    fn layer(&self, said: &PageLayer, directories: &[usize]) -> PageLayer {
        let tables = directories.iter().rev().filter_map(|number| self.directories.get(*number));
        tables.fold(said.clone(), |above, table| above.over(table.page.clone())).over(self.page.clone())
    }
}
