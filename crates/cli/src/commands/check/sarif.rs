//! Findings as SARIF 2.1.0: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::collections::BTreeMap;

use plenary_core::model::Span;
use plenary_core::{Diagnostic, Severity};
use serde_json::{Value, json};

use crate::codes;
use crate::input::Input;
use crate::report::Source;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run over some pages.
#[derive(Default)]
pub(super) struct Sarif {
    /// The pages by their URIs, each with its place in the list: a page may be given twice.
    artifacts: BTreeMap<String, usize>,
    results: Vec<Value>,
    /// The codes found, in the order first met: results refer to them by their places.
    rules: Vec<String>,
    failed: bool,
}

impl Sarif {
    pub(super) fn page(&mut self, input: &Input, source: &Source<'_>, findings: &[&Diagnostic]) {
        let uri = input.uri();
        let next = self.artifacts.len();
        let index = *self.artifacts.entry(uri.clone()).or_insert(next);
        for finding in findings {
            self.failed |= finding.severity == Severity::Error;
            let mut place = json!({ "artifactLocation": { "uri": &uri, "index": index } });
            if let Some(region) = finding.span.and_then(|span| region(source, span)) {
                place["region"] = region;
            }
            let rule = self.rule(&finding.code);
            self.results.push(json!({
                "ruleId": finding.code,
                "ruleIndex": rule,
                "level": level(finding.severity),
                "message": { "text": message(finding) },
                "locations": [{ "physicalLocation": place }],
            }));
        }
    }

    /// The whole log.
    pub(super) fn document(&self) -> String {
        let mut artifacts: Vec<_> = self.artifacts.iter().collect();
        artifacts.sort_by_key(|(_, index)| **index);
        let artifact = |uri| json!({ "location": { "uri": uri }, "roles": ["analysisTarget"] });
        let artifacts: Vec<_> = artifacts.into_iter().map(|(uri, _)| artifact(uri)).collect();
        let rules: Vec<_> = self.rules.iter().map(|code| rule(code)).collect();
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "plenary",
                    "version": env!("CARGO_PKG_VERSION"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "rules": rules,
                } },
                "invocations": [{ "executionSuccessful": !self.failed }],
                "artifacts": artifacts,
                "results": self.results,
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
            }],
        });
        crate::commands::pretty(&log)
    }

    fn rule(&mut self, code: &str) -> usize {
        let known = self.rules.iter().position(|rule| rule == code);
        known.unwrap_or_else(|| {
            self.rules.push(code.to_owned());
            self.rules.len() - 1
        })
    }
}

/// `None` for a session in JSON: its spans point into the page that it was made from.
fn region(source: &Source<'_>, span: Span) -> Option<Value> {
    let (start, end) = (source.place(span.start)?, source.place(span.end)?);
    Some(json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": span.start,
        "byteLength": span.len(),
    }))
}

fn rule(name: &str) -> Value {
    let Some(code) = codes::all().find(|code| code.name == name) else { return json!({ "id": name }) };
    json!({
        "id": code.name,
        "name": friendly(code.name),
        "shortDescription": { "text": code.summary },
        "fullDescription": { "text": code.explanation },
        "help": { "text": format!("{}\n\nplenary check --explain {}", code.explanation, code.name) },
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

/// `NoTranscript` of `dig-watch::no-transcript`.
fn friendly(code: &str) -> String {
    let words = code.rsplit("::").next().unwrap_or(code).split('-');
    let capital = |word: &str| word.get(..1).map(str::to_ascii_uppercase).unwrap_or_default();
    words.map(|word| capital(word) + word.get(1..).unwrap_or_default()).collect()
}

fn message(finding: &Diagnostic) -> String {
    match &finding.help {
        Some(help) => format!("{}\nhelp: {help}", finding.message),
        None => finding.message.clone(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
