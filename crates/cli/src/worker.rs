//! A process that runs a plugin for another plenary.
//!
//! It is no command: completions and man pages would show even a hidden one, and there is nothing in it for people.

use std::ffi::OsString;
use std::io::{IsTerminal, stdin};
use std::process::ExitCode;

use plenary_host::{WORKER, serve};

use crate::args::Reporting;
use crate::codes;
use crate::exit::Failure;
use crate::plugins::BUNDLED;
use crate::report::Report;

/// Whether these are the arguments of a program that is to be a worker.
pub(crate) fn is_meant(mut arguments: impl Iterator<Item = OsString>) -> bool {
    arguments.next().is_some_and(|argument| argument == WORKER) && arguments.next().is_none()
}

/// Serves until the other plenary ends.
pub(crate) fn main() -> ExitCode {
    let mut report = Report::new(&Reporting::default());
    if let Err(failure) = run() {
        report.failure(None, &failure);
    }
    report.exit().into()
}

fn run() -> Result<(), Failure> {
    let failure =
        |why: &str| Failure::environment(&codes::WORKER, format!("this worker cannot go on: {why}"));
    if stdin().is_terminal() {
        return Err(failure("it takes its work from plenary, not from a terminal"));
    }
    serve(&BUNDLED).map_err(|error| failure(&error.to_string()))
}
