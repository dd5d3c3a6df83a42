//! Where plugins are looked for.

use std::env;
use std::path::{Path, PathBuf};

use crate::system;

/// The environment variable with further folders, separated as `PATH` is.
const VARIABLE: &str = "PLENARY_PLUGIN_PATH";

/// The user's own folder of plugins, whether it exists or not: `~/.local/share/plenary/plugins`, or what the system has
/// in its place. `None` where the system tells of no home.
pub fn user_folder() -> Option<PathBuf> {
    user_data().map(|data| data.join("plenary").join("plugins"))
}

/// The folders to search, in order: `plugin_dirs` (from the command line), the [listed](listed_folders) and the
/// [installed](installed_folders) ones. Nothing else is ever searched.
pub fn standard_search_path(plugin_dirs: &[PathBuf]) -> Vec<PathBuf> {
    [plugin_dirs.to_vec(), listed_folders(), installed_folders()].concat()
}

/// The folders of `PLENARY_PLUGIN_PATH`. A program that runs with another user's rights takes nothing from the environment:
/// then there are none.
pub fn listed_folders() -> Vec<PathBuf> {
    if system::is_privileged() {
        return Vec::new();
    }
    let listed = env::var_os(VARIABLE).unwrap_or_default();
    env::split_paths(&listed).filter(|folder| !folder.as_os_str().is_empty()).collect()
}

/// The folders that plugins are installed into: the user's data folder (`$XDG_DATA_HOME/plenary/plugins`,
/// `~/.local/share/plenary/plugins` where that is not set), which a program that runs with another user's rights leaves
/// out, and `lib/plenary/plugins` beside the folder of the program.
pub fn installed_folders() -> Vec<PathBuf> {
    let mut folders = Vec::new();
    if !system::is_privileged() {
        folders.extend(user_folder());
    }
    let program = env::current_exe().and_then(|program| program.canonicalize()).ok();
    folders.extend(program.as_deref().and_then(beside));
    folders
}

/// `lib/plenary/plugins` beside the folder of the program.
fn beside(program: &Path) -> Option<PathBuf> {
    Some(program.parent()?.parent()?.join("lib").join("plenary").join("plugins"))
}

/// The folder for the user's data.
fn user_data() -> Option<PathBuf> {
    if cfg!(windows) {
        return env::var_os("LOCALAPPDATA").map(PathBuf::from).filter(|folder| folder.is_absolute());
    }
    // The XDG rules: a relative path is to be ignored.
    let set = env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let usual = if cfg!(target_os = "macos") { "Library/Application Support" } else { ".local/share" };
    set.or_else(|| env::home_dir().filter(|home| home.is_absolute()).map(|home| home.join(usual)))
}
