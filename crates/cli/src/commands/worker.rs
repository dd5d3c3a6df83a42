//! `plenary worker`: a process that runs a plugin for another plenary.

use std::io::{IsTerminal, stdin};

use plenary_host::serve;

use crate::codes;
use crate::exit::Failure;
use crate::plugins::BUNDLED;

pub(super) fn run() -> Result<(), Failure> {
    let failure =
        |why: &str| Failure::environment(&codes::WORKER, format!("this worker cannot go on: {why}"));
    if stdin().is_terminal() {
        return Err(failure("it takes its work from plenary, not from a terminal"));
    }
    serve(&BUNDLED).map_err(|error| failure(&error.to_string()))
}
