//! What a trial comes to.

use serde::{Deserialize, Serialize};

/// What a trial comes to, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    /// The plugin keeps what the contract asks.
    Passed,
    /// It keeps it; the author may want to know something all the same.
    Noted,
    /// It breaks it.
    Failed,
    /// It was not tried.
    Skipped,
}

impl Verdict {
    pub(super) const ALL: [Self; 4] = [Self::Passed, Self::Noted, Self::Failed, Self::Skipped];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Noted => "noted",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

/// What a trial came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Outcome {
    pub(super) trial: String,
    pub(super) verdict: Verdict,
    /// What was seen, or why nothing was tried.
    pub(super) detail: String,
    /// What to do about it.
    pub(super) help: Option<String>,
    /// Whether the process ended in the middle of it.
    pub(super) killed: bool,
}

impl Outcome {
    pub(super) fn passed(trial: &str, detail: String) -> Self {
        Self { trial: trial.to_owned(), verdict: Verdict::Passed, detail, help: None, killed: false }
    }

    /// The outcome of the trial of this name.
    pub(super) fn of(trial: &str, result: Result<String, Finding>) -> Self {
        match result {
            Ok(detail) => Self::passed(trial, detail),
            Err(Finding { verdict, detail, help }) => {
                Self { trial: trial.to_owned(), verdict, detail, help, killed: false }
            }
        }
    }
}

/// Why a trial is not simply passed.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) verdict: Verdict,
    pub(super) detail: String,
    pub(super) help: Option<String>,
}

/// The plugin breaks what the contract asks.
pub(super) fn failed(detail: impl Into<String>) -> Finding {
    Finding { verdict: Verdict::Failed, detail: detail.into(), help: None }
}

/// The author may want to know something.
pub(super) fn noted(detail: impl Into<String>) -> Finding {
    Finding { verdict: Verdict::Noted, detail: detail.into(), help: None }
}

/// Nothing was tried.
pub(super) fn skipped(detail: impl Into<String>) -> Finding {
    Finding { verdict: Verdict::Skipped, detail: detail.into(), help: None }
}

impl Finding {
    /// The same, with advice.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
