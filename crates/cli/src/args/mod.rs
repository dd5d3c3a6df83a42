//! What can be said on the command line: one definition for parsing, help, completions and man pages.
//!
//! The build script compiles this module too, so it knows nothing but clap and the standard library.

mod amounts;
mod batch;
mod check;
mod config;
mod conversion;
mod convert;
pub(crate) mod defaults;
mod documents;
mod inspect;
mod isolation;
mod manual;
mod many;
mod plugin;
mod plugins;
mod reading;
mod reporting;
mod stream;
mod watch;

use clap::{CommandFactory, Parser, Subcommand};

pub(crate) use amounts::{Allowed, UNLIMITED, seconds, size};
pub(crate) use batch::{Batch, Shard};
pub(crate) use check::{Check, FindingFormat};
pub(crate) use config::{Config, ConfigFile};
pub(crate) use conversion::Conversion;
pub(crate) use convert::Convert;
pub(crate) use documents::{Documents, Setting, SettingValue};
pub(crate) use inspect::Inspect;
pub(crate) use isolation::{Isolate, Isolation};
pub(crate) use manual::{Completions, Man, Shell};
pub(crate) use many::Many;
pub(crate) use plugin::{
    Language, Plugin, PluginCheck, PluginCommand, PluginInfo, PluginInstall, PluginList, PluginNew,
    PluginOptions, PluginRemove,
};
pub(crate) use plugins::{Formats, Plugins};
pub(crate) use reading::{Dialect, Reading};
pub(crate) use reporting::{Color, LogFormat, MessageFormat, Reporting};
pub(crate) use stream::Stream;
pub(crate) use watch::Watch;

/// Whether a command has a long option of this name.
pub(crate) fn is_long_option(name: &str) -> bool {
    let program = Cli::command();
    let commands = std::iter::once(&program).chain(program.get_subcommands());
    commands.flat_map(clap::Command::get_arguments).any(|argument| argument.get_long() == Some(name))
}

/// Turn the record of a conference session into documents people publish
///
/// plenary reads a page that records a session (a page of dig.watch, captions as CART, WebVTT or SRT, a plain
/// transcript, an Akoma Ntoso debate, its own JSON) into one model, and writes it as PDF brief, Akoma Ntoso XML, Markdown
/// minutes, or whatever else a plugin offers.
#[derive(Debug, Parser)]
#[command(name = "plenary", version)]
#[command(after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}\n\n{ENVIRONMENT}"))]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    #[command(flatten)]
    pub(crate) reporting: Reporting,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Convert(Convert),
    Batch(Batch),
    Watch(Watch),
    Stream(Stream),
    Check(Check),
    Inspect(Inspect),
    Config(Config),
    Formats(Formats),
    Plugin(Plugin),
    Completions(Completions),
    Man(Man),
}

const EXAMPLES: &str = "\
Examples:
  plenary convert session.txt -t pdf            session.pdf, beside the page
  plenary convert session.txt -o minutes.md     the format by the file's name
  plenary convert *.txt -t pdf,markdown -o out/ two documents a page
  plenary batch pages/ -t pdf -o out/           all pages of a folder, what changed
  plenary watch pages/ -t pdf -o out/           the same, whenever it changes
  plenary check session.txt                     what looks wrong in the page
  plenary inspect session.txt                   what is found in the page
  plenary config pages/                         which settings hold there, and why";

const EXIT_CODES: &str = "\
Exit codes:
  0  All went well. It is no error that whoever reads the output closes it.
  1  A page failed: it cannot be read, holds no session, cannot be rendered,
     or raised a warning under --strict. Nothing was written for it; the
     other pages went on. For `check`: there is a warning or an error.
  2  Wrong usage: an unknown option, format or setting, or documents that
     would overwrite each other or a page. Nothing was written.
  3  The surroundings failed: an output cannot be written, a folder of
     plugins does not exist, a plugin is refused.
  Where several apply, the highest.";

const ENVIRONMENT: &str = "\
Environment:
  SOURCE_DATE_EPOCH    The date that documents bear, in seconds since 1970-01-01
                       00:00 UTC. Without it they bear no date of their making.
  PLENARY_PLUGIN_PATH  Further folders of plugins, parted as those of PATH are.
  NO_COLOR             No colours, unless --color asks for them.
  TMPDIR               Where the lists of `batch` and `watch` stand that are too
                       long for the memory; without it, where the system has
                       its temporary files.";
