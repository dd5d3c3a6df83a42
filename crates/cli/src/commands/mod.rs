//! The commands.

mod batch;
mod check;
mod config;
mod convert;
mod formats;
mod inspect;
mod manual;
mod plugin;
mod stream;
mod watch;

use crate::args::Command;
use crate::exit::{Failure, Failures};
use crate::output::print;
use crate::report::Report;

/// Does what is asked for. How it went is in the report.
pub(crate) fn run(command: &Command, report: &mut Report) {
    let done = match command {
        Command::Batch(args) => batch::run(args, report),
        Command::Watch(args) => watch::run(args, report),
        Command::Convert(args) => convert::run(args, report),
        Command::Stream(args) => stream::run(args, report),
        Command::Check(args) => check::run(args, report),
        Command::Inspect(args) => inspect::run(args, report),
        Command::Config(args) => config::run(args, report),
        Command::Formats(args) => formats::run(args, report),
        Command::Plugin(args) => plugin::run(&args.command, report),
        Command::Completions(args) => manual::completions(args).map_err(Failures::from),
        Command::Man(args) => manual::man(args).map_err(Failures::from),
    };
    if let Err(Failures(failures)) = done {
        failures.iter().for_each(|failure| report.failure(None, failure));
    }
}

/// Prints what a command has to say, all at once.
fn answer(text: &str) -> Result<(), Failure> {
    print(text.as_bytes()).map(|_| ())
}

/// The value as indented JSON, with a line end.
fn pretty(value: &impl serde::Serialize) -> String {
    // Strings, numbers and lists of them: that these cannot be written cannot be.
    serde_json::to_string_pretty(value).map(|json| json + "\n").unwrap_or_default()
}
