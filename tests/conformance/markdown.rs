//! Markdown, as a CommonMark parser and a YAML parser read it.

use serde_json::{Value, json};

use crate::documents::{Document, Form};
use crate::problem::{Problem, ensure};
use crate::python;
use crate::support::expected::{runs, take_all};
use crate::support::words::Words;

/// markdown-it-py (CommonMark with GFM tables and strike-through) gives every word of the session, in order.
pub(crate) fn keeps_the_words(document: &Document) -> Result<(), Problem> {
    let text = python::ask("commonmark_text", &json!([document.path(Form::Markdown)]))?;
    let mut words = Words::of(text.as_str().unwrap_or_default());
    let session = document.settings.kept(Form::Markdown.format(), document.session()?);
    Ok(take_all(&runs(&session), &mut words)?)
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
