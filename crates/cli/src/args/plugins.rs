//! Where plugins come from, and which formats there are.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::ConfigFile;

/// List the formats that can be written, or read
#[derive(Debug, Args)]
pub(crate) struct Formats {
    /// List what can be read, and is named with --from
    #[arg(long, conflicts_with_all = ["plugin_dir", "no_bundled", "config", "no_config"])]
    pub(crate) input: bool,

    /// Write JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) plugins: Plugins,

    #[command(flatten)]
    pub(crate) config: ConfigFile,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Plugins")]
pub(crate) struct Plugins {
    /// Look for plugins in DIR first; may be given several times
    ///
    /// Looked through in this order, the first plugin of a name wins: the folders given here, those in
    /// PLENARY_PLUGIN_PATH, those of `plugin-dir` in a file of settings, the user's own data folder,
    /// `lib/plenary/plugins` beside the folder of the program, and last the plugins the program brings along.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) plugin_dir: Vec<PathBuf>,

    /// Leave out the plugins the program brings along
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(hide_possible_values = true)]
    pub(crate) no_bundled: Option<bool>,
}
