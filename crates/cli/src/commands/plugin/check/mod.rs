//! `plenary plugin check`: what an author has a plugin go through before others use it.
//!
//! The library is checked as at every start of the program. Then the [trials] run in a process of their own (the
//! [child]), for the plugin may crash, hang, or eat memory; the [supervisor] notes which trial that was, and goes on
//! with the next in a new process.

mod bench;
mod child;
mod notes;
mod output;
mod sessions;
mod supervisor;
mod trials;
mod verdict;

use std::path::Path;

use plenary_host::{Plugin, Refusal};

use super::{answer, library, named};
use crate::args::PluginCheck;
use crate::exit::{Exit, Failure, Failures};
use crate::report::Report;
use output::Checked;
use verdict::{Outcome, Verdict};

pub(super) fn run(args: &PluginCheck, report: &mut Report) -> Result<(), Failures> {
    let host = named::host(&args.plugin, &args.config, &args.plugins, report)?;
    if let Some(folder) = std::env::var_os(child::FOLDER) {
        return Ok(child::run(named::plugin(&host, &args.plugin)?, Path::new(&folder))?);
    }
    let checked = match named::found(&host, &args.plugin)? {
        Ok(plugin) => tried(plugin, args)?,
        Err(refusal) => refused(refusal),
    };
    if checked.outcomes.iter().any(|outcome| outcome.verdict == Verdict::Failed) {
        report.raise(Exit::Failed);
    }
    Ok(answer(&if args.json { output::json(&checked) } else { output::text(&checked) })?)
}

/// The name of the trial that runs nothing of the plugin.
const FITS: &str = "fits";

fn tried(plugin: &Plugin, args: &PluginCheck) -> Result<Checked, Failure> {
    let manifest = plugin.manifest();
    let fits = Outcome::passed(FITS, "file, permissions, symbols, contract, model, manifest".to_owned());
    let mut outcomes = vec![fits];
    outcomes.extend(supervisor::run(args)?);
    Ok(Checked {
        plugin: manifest.name.clone(),
        version: Some(manifest.version.clone()),
        library: library(plugin.origin()),
        outcomes,
    })
}

/// What a library comes to that is refused: nothing of it is tried.
fn refused(refusal: &Refusal) -> Checked {
    Checked {
        plugin: refusal.name.clone(),
        version: None,
        library: Some(refusal.path.display().to_string()),
        outcomes: vec![Outcome {
            trial: FITS.to_owned(),
            verdict: Verdict::Failed,
            detail: refusal.reason.to_string(),
            help: refusal.help(),
            killed: false,
        }],
    }
}
