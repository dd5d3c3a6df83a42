//! One finding about the source, and the table of all there can be.

pub mod codes;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::model::Span;

/// One finding about the source: what, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable code, for filters and `--explain`: `dig-watch::unplaced-text`.
    pub code: Cow<'static, str>,
    /// What was found, in one sentence without a full stop.
    pub message: String,
    /// Where, in the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding without a place or help.
    pub fn new(severity: Severity, code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self { severity, code: code.into(), message: message.into(), span: None, help: None }
    }

    /// A finding of a kind in the [table](codes).
    pub fn of(code: &'static codes::Code, message: impl Into<String>) -> Self {
        Self::new(code.severity, code.name, message)
    }

    /// The same, at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same, with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Something looks wrong in the source; the reading went on and lost nothing.
    Warning,
    /// The document could not be converted.
    Error,
}
