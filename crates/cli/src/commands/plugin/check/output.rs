//! The verdict, for people and for programs.

use serde::Serialize;
use terminal_size::terminal_size_of;

use super::trials::TRIALS;
use super::verdict::{Outcome, Verdict};
use crate::commands::pretty;
use crate::report;
use crate::table::{Align, Table, several, visible};

/// What a plugin came to.
pub(super) struct Checked {
    pub(super) plugin: String,
    /// `None` where the library is refused.
    pub(super) version: Option<String>,
    /// `None` for a plugin the program brings along.
    pub(super) library: Option<String>,
    pub(super) outcomes: Vec<Outcome>,
}

impl Checked {
    fn number(&self, verdict: Verdict) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.verdict == verdict).count()
    }
}

pub(super) fn text(checked: &Checked) -> String {
    let version = checked.version.as_deref().map(|version| format!(" {version}")).unwrap_or_default();
    let from = checked.library.as_deref().unwrap_or("bundled");
    let mut table = Table::new([Align::Left; 3]);
    for Outcome { trial, verdict, detail, help, .. } in &checked.outcomes {
        let word = if *verdict == Verdict::Failed { "FAILED" } else { verdict.name() };
        table.row([word, trial, detail]);
        if let Some(help) = help {
            table.row(["", "", &format!("= help: {help}")]);
        }
    }
    let width = report::width(terminal_size_of(std::io::stdout()));
    let head = visible(&format!("{}{version} ({from})", checked.plugin));
    format!("{head}\n\n{}\n{}\n", table.render_within("  ", width), closing(checked))
}

fn closing(checked: &Checked) -> String {
    let counts: Vec<_> = Verdict::ALL
        .into_iter()
        .filter(|verdict| checked.number(*verdict) > 0)
        .map(|verdict| format!("{} {}", checked.number(verdict), verdict.name()))
        .collect();
    let verdict = match checked.number(Verdict::Failed) {
        0 => "this plugin keeps the contract",
        _ => "this plugin does not keep the contract",
    };
    format!("{}: {}; {verdict}", several(checked.outcomes.len(), "trial", "trials"), counts.join(", "))
}

pub(super) fn json(checked: &Checked) -> String {
    pretty(&Json {
        plugin: &checked.plugin,
        version: checked.version.as_deref(),
        library: checked.library.as_deref(),
        passed: checked.number(Verdict::Passed),
        noted: checked.number(Verdict::Noted),
        failed: checked.number(Verdict::Failed),
        skipped: checked.number(Verdict::Skipped),
        trials: checked.outcomes.iter().map(Tried::from).collect(),
    })
}

#[derive(Serialize)]
struct Json<'a> {
    plugin: &'a str,
    version: Option<&'a str>,
    /// The library's path; `null` for a plugin the program brings along.
    library: Option<&'a str>,
    passed: usize,
    noted: usize,
    failed: usize,
    skipped: usize,
    trials: Vec<Tried<'a>>,
}

/// A trial in JSON.
#[derive(Serialize)]
struct Tried<'a> {
    trial: &'a str,
    /// What it tries.
    tries: &'a str,
    verdict: Verdict,
    detail: &'a str,
    help: Option<&'a str>,
    /// Whether the process ended in the middle of it.
    killed: bool,
}

impl<'a> From<&'a Outcome> for Tried<'a> {
    fn from(outcome: &'a Outcome) -> Self {
        let Outcome { trial, verdict, detail, help, killed } = outcome;
        let tries = match trial.as_str() {
            super::FITS => "the library is one that is loaded",
            "prints-nothing" => "nothing is printed to standard output or standard error",
            "ends-well" => "the process ends as it should with the plugin in it",
            name => TRIALS.iter().find(|trial| trial.name == name).map_or("", |trial| trial.tries),
        };
        Self { trial, tries, verdict: *verdict, detail, help: help.as_deref(), killed: *killed }
    }
}
