//! What the tests of the whole program share: the binary, the samples, and what a document has to hold of them.
#![allow(dead_code, unused_imports, unreachable_pub, reason = "each test target uses a part of it")]

pub mod converted;
pub mod expected;
pub mod faithful;
pub mod golden;
mod pages;
pub mod right_to_left;
pub mod settings;
pub mod shell;
pub mod tools;
pub mod words;

use std::path::Path;
use std::process::{Command, Output};

pub use pages::{Page, clean_folder, corpus, real_pages, sample, samples, with_notes, without_notes};
use plenary_core::Session;

/// The checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The binary under test, deaf to the settings of whoever runs the tests.
pub fn plenary() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.env_remove("PLENARY_PLUGIN_PATH").env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1");
    command
}

/// Runs it to the end.
pub fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// Runs it, and gives what it printed; anything but exit code 0 is a failure.
pub fn run_well(command: &mut Command) -> Result<Vec<u8>, String> {
    let output = run(command);
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(format!("{command:?} ended with {}:\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
}

/// The session the binary reads out of a page, and the JSON it wrote it as.
pub fn session(page: &Page) -> Result<(Session<'static>, String), String> {
    let json = run_well(plenary().arg("convert").arg(&page.path).args(["-t", "json", "-o", "-"]))?;
    let json = String::from_utf8(json).map_err(|error| error.to_string())?;
    let session = plenary_core::json::from_str(&json).map_err(|error| format!("{}: {error}", page.name))?;
    Ok((session, json))
}
