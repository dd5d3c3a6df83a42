//! Markdown, as a CommonMark parser and a YAML parser read it.

use serde_json::{Value, json};

use crate::documents::{Document, Form};
use crate::problem::{Problem, ensure};
use crate::python;
use crate::support::expected::{runs, take_all};
use crate::support::words::Words;

/// Two parsers that have nothing in common give every word of the session, in order: markdown-it-py (CommonMark with GFM
/// tables and strike-through) and GitHub's own cmark. A third, in Rust, is asked by `tests/fidelity`.
pub(crate) fn keeps_the_words(document: &Document) -> Result<(), Problem> {
    let settings = &document.settings;
    if !settings.shows_signs_of(&document.page.text()) {
        return Ok(());
    }
    let session = settings.kept(Form::Markdown.format(), document.session()?);
    let mut failures = Vec::new();
    for parser in ["commonmark_text", "cmark_text"] {
        let text = python::ask(parser, &json!([document.path(Form::Markdown), settings.is_gfm()]))?;
        let mut words = Words::of(text.as_str().unwrap_or_default());
        let missing = take_all(&runs(&session), &mut words).err();
        failures.extend(missing.map(|why| format!("{parser}: {why}")));
    }
    ensure(failures.is_empty(), || failures.join("\n"))
}

/// PyYAML reads the front matter, and it says what the session says.
pub(crate) fn front_matter_is_yaml(document: &Document) -> Result<(), Problem> {
    let front = python::ask("front_matter", &json!([document.path(Form::Markdown)]))?;
    if document.settings.get("front-matter") == Some("false") {
        return ensure(front.is_null(), || format!("there is front matter: {front}"));
    }
    let session = document.session()?;
    if let Some(title) = &session.title {
        ensure(front["title"] == *title.name, || format!("title: {}, not {}", front["title"], title.name))?;
    }
    if let Some(time) = &session.time {
        let date = Value::from(time.date.to_string());
        ensure(front["date"] == date, || format!("date: {}, not {date}", front["date"]))?;
    }
    ensure(front.is_object(), || format!("the front matter is no mapping: {front}"))
}
