//! The process in which the trials run.

use std::path::Path;

use plenary_host::Plugin;

use super::bench::Bench;
use super::notes::{self, Note, Notes};
use super::trials::TRIALS;
use super::verdict::{Outcome, skipped};
use crate::codes;
use crate::exit::{Failure, reason};

/// The variable that makes a process this one, and names the folder to note in. Not an argument: completions would offer
/// even a hidden one, and there is nothing in it for people.
pub(super) const FOLDER: &str = "PLENARY_CHECK_FOLDER";

/// Runs the trials that are not noted yet as ended, each once, and notes what it comes to. Ends before a trial that wants
/// a process of its own.
pub(super) fn run(plugin: &Plugin, folder: &Path) -> Result<(), Failure> {
    trials(plugin, folder).map_err(|error| {
        let message = format!("cannot write `{}`: {}", folder.display(), reason(&error));
        Failure::environment(&codes::UNWRITABLE, message)
    })
}

fn trials(plugin: &Plugin, folder: &Path) -> std::io::Result<()> {
    let mut outcomes: Vec<Outcome> = notes::outcomes(&notes::read(folder)?).cloned().collect();
    let notes = Notes::open(folder)?;
    #[cfg(unix)]
    plenary_host::Limits::default().hold_memory()?;
    let bench = Bench::new(plugin, folder, &notes)?;
    let mut is_fresh = true;
    for trial in TRIALS {
        if outcomes.iter().any(|outcome| outcome.trial == trial.name) {
            continue;
        }
        let result = match trial.in_the_way(&outcomes) {
            Some(failed) => Err(skipped(format!("`{}` failed", failed.trial))),
            None if trial.afresh && !is_fresh => break,
            None => {
                is_fresh = false;
                notes.add(&Note::Begun(trial.name.to_owned()))?;
                (trial.run)(&bench)
            }
        };
        let outcome = Outcome::of(trial.name, result);
        notes.add(&Note::Done(outcome.clone()))?;
        outcomes.push(outcome);
    }
    Ok(())
}
