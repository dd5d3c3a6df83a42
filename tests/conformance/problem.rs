//! Why a check did not pass.

use std::collections::BTreeMap;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

/// What is said where there is no corpus.
pub(crate) const NO_CORPUS: &str = "the lack of the corpus (set PLENARY_CORPUS to its folder)";

/// What is said where there are no files of Parla-CLARIN.
pub(crate) const NO_PARLA_CLARIN: &str =
    "the lack of clarin-eric/parla-clarin from GitHub (set PLENARY_PARLA_CLARIN to its folder)";

/// Why a check did not pass.
#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// The document is at fault, or plenary is.
    Failed(String),
    /// What the check needs is not to be had on this machine.
    NotRun(String),
}

impl From<String> for Problem {
    fn from(why: String) -> Self {
        Problem::Failed(why)
    }
}

/// A validator, ready for its arguments.
///
/// # Errors
/// [`Problem::NotRun`] where it is neither there nor to be had.
pub(crate) fn tool(name: &str) -> Result<Command, Problem> {
    crate::support::tools::tool(name).map_err(Problem::NotRun)
}

/// Runs a validator.
///
/// # Errors
/// [`Problem::Failed`] with what it printed, where it ends with anything but 0.
pub(crate) fn judge(command: &mut Command) -> Result<Output, Problem> {
    let output = command.output().map_err(|error| Problem::Failed(format!("{command:?}: {error}")))?;
    if output.status.success() {
        return Ok(output);
    }
    let said = [output.stdout, output.stderr].concat();
    let said: String = String::from_utf8_lossy(&said).chars().take(2000).collect();
    Err(Problem::Failed(format!("{command:?} ended with {}:\n{said}", output.status)))
}

/// Fails with `why()` unless `holds`.
pub(crate) fn ensure(holds: bool, why: impl FnOnce() -> String) -> Result<(), Problem> {
    if holds { Ok(()) } else { Err(Problem::Failed(why())) }
}

/// The checks that were not run, by what they lacked.
#[derive(Clone, Default)]
pub(crate) struct NotRun(Arc<Mutex<BTreeMap<String, Vec<String>>>>);

impl NotRun {
    pub(crate) fn add(&self, why: &str, check: &str) {
        let mut lacking = self.0.lock().unwrap();
        lacking.entry(why.to_owned()).or_default().push(check.to_owned());
    }

    /// Names them, and tells whether a validator was lacking. What no run can get by itself is no part of the project: who
    /// has none of it has still run all there is to run.
    pub(crate) fn print(&self) -> bool {
        let lacking = self.0.lock().unwrap();
        for (why, checks) in lacking.iter() {
            eprintln!("not run: {} checks, for {why}", checks.len());
            checks.iter().for_each(|check| eprintln!("  {check}"));
        }
        lacking.keys().any(|why| ![NO_CORPUS, NO_PARLA_CLARIN].contains(&why.as_str()))
    }
}
