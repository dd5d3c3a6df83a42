//! Findings for programs: JSON objects, one a line or in a list.

use plenary_core::model::Span;
use plenary_core::{Diagnostic, Severity};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::abridged::{Limit, Shown, abridged};
use super::place::Source;

/// A finding with its place. The members are always all there, `null` where there is nothing to say.
#[derive(Debug, Serialize)]
pub(crate) struct Located<'a> {
    pub(crate) severity: Severity,
    pub(crate) code: &'a str,
    pub(crate) message: &'a str,
    pub(crate) help: Option<&'a str>,
    pub(crate) file: Option<&'a str>,
    /// Counted from 1.
    pub(crate) line: Option<usize>,
    /// In characters, counted from 1.
    pub(crate) column: Option<usize>,
    /// Byte offsets into the file: `[start, end]`. Of a session in JSON, into the page that it was made from.
    pub(crate) span: Option<Span>,
}

impl<'a> Located<'a> {
    pub(crate) fn new(source: Option<&'a Source<'_>>, finding: &'a Diagnostic) -> Self {
        let place = source.zip(finding.span).and_then(|(source, span)| source.place(span.start));
        Self {
            severity: finding.severity,
            code: &finding.code,
            message: &finding.message,
            help: finding.help.as_deref(),
            file: source.map(|source| source.name),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            span: finding.span,
        }
    }
}

/// The findings, a line of JSON each.
pub(crate) fn lines(source: Option<&Source<'_>>, findings: &[&Diagnostic]) -> String {
    // Strings and numbers alone: that this cannot be written cannot be.
    let line =
        |finding: &Located<'_>| serde_json::to_string(finding).map(|json| json + "\n").unwrap_or_default();
    findings.iter().map(|finding| line(&Located::new(source, finding))).collect()
}

/// The findings as a list, as many of a kind as somebody will read.
pub(crate) fn list<'d>(
    source: &Source<'_>,
    findings: impl IntoIterator<Item = &'d Diagnostic>,
) -> Option<Box<RawValue>> {
    let findings: Vec<_> = findings.into_iter().collect();
    let located = |shown| match shown {
        Shown::Finding(finding) => Some(Located::new(Some(source), finding)),
        Shown::More { .. } | Shown::MoreKinds { .. } => None,
    };
    let shown: Vec<_> = abridged(&findings, Limit::OfAKind).into_iter().filter_map(located).collect();
    to_raw_value(&shown).ok()
}
