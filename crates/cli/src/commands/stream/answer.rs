//! What is written for a record.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plenary_core::Diagnostic;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::value::RawValue;

use crate::exit::Exit;
use crate::report::{Located, Source};

/// An answer, ready to be written, and what it means for the run.
pub(super) struct Answer {
    /// A line, with its end.
    pub(super) line: Vec<u8>,
    pub(super) exit: Exit,
}

/// What came of a record.
pub(super) enum Outcome<'a> {
    Documents(Vec<Document<'a>>),
    Error(Located<'a>),
}

/// A document in a format.
pub(super) struct Document<'a> {
    format: &'a str,
    content: String,
    is_base64: bool,
}

impl<'a> Document<'a> {
    /// A document of text stands as it is; one that is binary, or promised to be text and is none, as base64.
    pub(super) fn new(format: &'a str, is_binary: bool, content: Vec<u8>) -> Self {
        let text = if is_binary {
            Err(content)
        } else {
            String::from_utf8(content).map_err(|error| error.into_bytes())
        };
        match text {
            Ok(content) => Self { format, content, is_base64: false },
            Err(bytes) => Self { format, content: STANDARD.encode(bytes), is_base64: true },
        }
    }
}

/// A finding about `source`, which has a name for readers only where `is_named`.
pub(super) fn located<'a>(source: &'a Source<'_>, is_named: bool, finding: &'a Diagnostic) -> Located<'a> {
    let located = Located::new(Some(source), finding);
    Located { file: located.file.filter(|_| is_named), ..located }
}

/// The line of an answer.
pub(super) fn line(id: Option<&RawValue>, outcome: &Outcome<'_>, diagnostics: &[Located<'_>]) -> Vec<u8> {
    let mut line = Vec::new();
    // Texts and numbers alone, into memory: that this cannot be written cannot be.
    let _ = write(&mut serde_json::Serializer::new(&mut line), id, outcome, diagnostics);
    line.push(b'\n');
    line
}

fn write<S: Serializer>(
    to: S,
    id: Option<&RawValue>,
    outcome: &Outcome<'_>,
    diagnostics: &[Located<'_>],
) -> Result<S::Ok, S::Error> {
    let mut members = to.serialize_map(None)?;
    match id.map(RawValue::get) {
        // Blank space in JSON, and to some readers the end of a line.
        Some(text) if text.contains('\r') => {
            members.serialize_entry("id", &RawValue::from_string(text.replace('\r', " ")).ok())?;
        }
        _ => members.serialize_entry("id", &id)?,
    }
    match outcome {
        Outcome::Documents(documents) => {
            let contents = documents.iter().map(|document| (document.format, document.content.as_str()));
            members.serialize_entry("documents", &Object(contents))?;
            let mut encoded = documents.iter().filter(|document| document.is_base64).peekable();
            if encoded.peek().is_some() {
                members.serialize_entry(
                    "encoding",
                    &Object(encoded.map(|document| (document.format, "base64"))),
                )?;
            }
        }
        Outcome::Error(error) => members.serialize_entry("error", error)?,
    }
    members.serialize_entry("diagnostics", diagnostics)?;
    members.end()
}

/// An object of texts, in the order given.
struct Object<I>(I);

impl<'a, I: Iterator<Item = (&'a str, &'a str)> + Clone> Serialize for Object<I> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.clone())
    }
}
