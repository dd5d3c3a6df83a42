//! Where plugins come from, and what can be asked of them.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

/// List the formats that can be written, or read
#[derive(Debug, Args)]
pub(crate) struct Formats {
    /// List what can be read, and is named with --from
    #[arg(long, conflicts_with_all = ["plugin_dir", "no_bundled"])]
    pub(crate) input: bool,

    /// Write JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) plugins: Plugins,
}

/// See which plugins there are
#[derive(Debug, Args)]
pub(crate) struct Plugin {
    #[command(subcommand)]
    pub(crate) command: PluginCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PluginCommand {
    List(PluginList),
}

/// List the plugins found, and the libraries that were refused and why
///
/// Nothing is loaded: what a plugin says of itself is read out of its file. Exits with 3 where a library was refused.
#[derive(Debug, Args)]
pub(crate) struct PluginList {
    /// Write JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) plugins: Plugins,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Plugins")]
pub(crate) struct Plugins {
    /// Look for plugins in DIR first; may be given several times
    ///
    /// Looked through in this order, the first plugin of a name wins: the folders given here, those in
    /// PLENARY_PLUGIN_PATH, the user's own data folder, `lib/plenary/plugins` beside the folder of the program, and
    /// last the plugins the program brings along.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) plugin_dir: Vec<PathBuf>,

    /// Leave out the plugins the program brings along
    #[arg(long)]
    pub(crate) no_bundled: bool,
}
