//! What holds where neither the command line nor a file of settings says otherwise.
//!
//! It is told in the help, but not filled in by clap: what is said there has to be told from what is not.

use clap::Arg;

/// How `batch` names documents.
pub(crate) const NAME: &str = "{dir}/{stem}.{ext}";
/// The memory that a process of a plugin may have.
pub(crate) const PLUGIN_MEMORY: &str = "4GiB";
/// The seconds on the clock that a document may take there.
pub(crate) const PLUGIN_TIME: &str = "60";
/// Those of a processor.
pub(crate) const PLUGIN_CPU: &str = "60";
/// The size that a document may have that is made there.
pub(crate) const PLUGIN_OUTPUT: &str = "1GiB";
/// The size that a page of `batch` may have.
pub(crate) const MAX_PAGE: &str = "64MiB";
/// The size that a record of `stream` may have.
pub(crate) const MAX_RECORD: &str = "64MiB";
/// What runs in processes of its own under `batch` and `stream`.
pub(crate) const ISOLATE_MANY: &str = "libraries";
/// The same under `convert`.
pub(crate) const ISOLATE_FEW: &str = "none";

/// What help tells of each, but for what depends on the command.
const TOLD: [(&str, &str); 7] = [
    ("name", NAME),
    ("plugin_memory", PLUGIN_MEMORY),
    ("plugin_time", PLUGIN_TIME),
    ("plugin_cpu", PLUGIN_CPU),
    ("plugin_output", PLUGIN_OUTPUT),
    ("max_page", MAX_PAGE),
    ("max_record", MAX_RECORD),
];

/// The argument with its default in the help, of a command that converts many pages.
pub(super) fn told_of_many(argument: Arg) -> Arg {
    told(argument, ISOLATE_MANY)
}

/// The same of a command that converts a few.
pub(super) fn told_of_few(argument: Arg) -> Arg {
    told(argument, ISOLATE_FEW)
}

fn told(argument: Arg, isolate: &str) -> Arg {
    let id = argument.get_id().as_str();
    let of_command = (id == "isolate").then_some(isolate);
    let default =
        of_command.or_else(|| TOLD.iter().find(|(told, _)| *told == id).map(|(_, default)| *default));
    let Some(default) = default else { return argument };
    let short = argument.get_help().map(|help| format!("{help} [default: {default}]")).unwrap_or_default();
    match argument.get_long_help().map(|help| format!("{help}\n\n[default: {default}]")) {
        Some(long) => argument.help(short).long_help(long),
        None => argument.help(short),
    }
}
