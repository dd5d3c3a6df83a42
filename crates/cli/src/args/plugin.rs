//! `plenary plugin`: what an author does with a plugin, and whoever uses it.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};

use super::{ConfigFile, Plugins};

/// Make, see, try and install plugins
#[derive(Debug, Args)]
#[command(after_help = WALK)]
pub(crate) struct Plugin {
    #[command(subcommand)]
    pub(crate) command: PluginCommand,
}

const WALK: &str = "\
From nothing to an installed plugin:
  plenary plugin new turns
  cd plenary-turns
  cargo build
  plenary convert sample.session.json -t turns --plugin-dir target/debug -o -
  plenary plugin check target/debug/libplenary_turns.so
  plenary plugin install target/debug/libplenary_turns.so";

#[derive(Debug, Subcommand)]
pub(crate) enum PluginCommand {
    New(PluginNew),
    List(PluginList),
    Info(PluginInfo),
    Options(PluginOptions),
    Check(PluginCheck),
    Install(PluginInstall),
    Remove(PluginRemove),
}

/// Begin a plugin: write a folder `plenary-NAME` that builds and renders as it is
///
/// In Rust it is a crate with a manifest, two options, a renderer, tests with the SDK's test kit and a sample session; in
/// C a source file with the headers and a Makefile. Nothing in an existing folder is written over.
#[derive(Debug, Args)]
pub(crate) struct PluginNew {
    /// The plugin's name, which is its format's as well: a-z, 0-9 and -, a letter first
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// The language to write it in
    #[arg(long, value_name = "LANGUAGE", value_enum, default_value_t)]
    pub(crate) lang: Language,

    /// The folder of plenary-plugin-sdk that the crate is to use
    ///
    /// Without it, that of the checkout this program was built from, where it still is; else the version from crates.io.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) sdk: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Language {
    /// A crate on the SDK
    #[default]
    Rust,
    /// One file on the C header
    C,
}

/// List the plugins found, and the libraries that were refused and why
///
/// Nothing is loaded: what a plugin says of itself is read out of its file. Plugins that are not used because another of
/// their name is found first are told of as well. Exits with 3 where a library was refused.
#[derive(Debug, Args)]
pub(crate) struct PluginList {
    /// Write JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) plugins: Plugins,

    #[command(flatten)]
    pub(crate) config: ConfigFile,
}

/// Show what a plugin says of itself: versions, formats, options
///
/// Nothing is loaded. Exits with 3 where the library is refused, and says why.
#[derive(Debug, Args)]
pub(crate) struct PluginInfo {
    /// The plugin's name, or its library
    #[arg(value_name = "NAME|FILE", value_hint = ValueHint::FilePath)]
    pub(crate) plugin: String,

    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) plugins: Plugins,

    #[command(flatten)]
    pub(crate) config: ConfigFile,
}

/// Show the options of a format as settings to be copied
#[derive(Debug, Args)]
pub(crate) struct PluginOptions {
    /// The format, or the plugin, or its library
    #[arg(value_name = "FORMAT|FILE", value_hint = ValueHint::FilePath)]
    pub(crate) format: String,

    /// Write the JSON Schema of the options
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) plugins: Plugins,

    #[command(flatten)]
    pub(crate) config: ConfigFile,
}

/// Try a plugin before others use it: whether it keeps the contract, whatever it is given
///
/// The library is checked as at every start of the program. Then it renders all samples of the project and some sessions
/// that are worse, in every format: twice, in another order, on several threads, in another process; it is cancelled, its
/// output is refused, it is given every value of its options and wrong ones. All of this happens in a process of its own,
/// so that a crash costs no more than the trial it happens in. Exits with 1 where a trial failed; what is noted is no failure.
#[derive(Debug, Args)]
pub(crate) struct PluginCheck {
    /// The library, or the plugin's name
    #[arg(value_name = "FILE|NAME", value_hint = ValueHint::FilePath)]
    pub(crate) plugin: String,

    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// How long one rendering may take, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub(crate) patience: u64,

    #[command(flatten)]
    pub(crate) plugins: Plugins,

    #[command(flatten)]
    pub(crate) config: ConfigFile,
}

/// Install a library into the user's own folder of plugins
///
/// It is checked first, as at every start of the program, and replaces an older one of its name in one step.
#[derive(Debug, Args)]
pub(crate) struct PluginInstall {
    /// The library
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) library: PathBuf,

    /// The folder to install into
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) to: Option<PathBuf>,

    /// Install it even where it takes the place of a plugin the program brings along
    #[arg(long)]
    pub(crate) force: bool,
}

/// Remove an installed plugin from the user's own folder of plugins
#[derive(Debug, Args)]
pub(crate) struct PluginRemove {
    /// The plugin's name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// The folder to remove it from
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) from: Option<PathBuf>,
}
