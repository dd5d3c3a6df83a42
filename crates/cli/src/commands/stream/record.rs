//! A record: what a line asks for.

use std::path::PathBuf;

use clap::ValueEnum;
use plenary_core::diagnostic::codes::Code;
use plenary_core::model::Span;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::members::{Member, members};
use crate::args::Dialect;
use crate::codes;
use crate::exit::Failure;
use crate::nearest::{list, nearest};

/// A record, as far as it can be made out.
pub(super) struct Record<'l> {
    /// As it stands in the line: it is echoed.
    pub(super) id: Option<&'l RawValue>,
    pub(super) task: Result<Task, Failure>,
}

/// A page to convert.
pub(super) struct Task {
    pub(super) page: Page,
    /// What messages call the page.
    pub(super) name: Option<String>,
    /// What the page is written in, where that is said.
    pub(super) from: Option<Dialect>,
}

/// Where a page stands.
pub(super) enum Page {
    /// Here.
    Text(String),
    /// In a file.
    Path(PathBuf),
    /// Here, as a session in JSON.
    Session(String),
}

/// What a record may have.
const MEMBERS: [&str; 6] = ["id", "text", "path", "session", "name", "from"];

impl<'l> Record<'l> {
    /// The record that is `line`. The place of a failure is one in the line.
    pub(super) fn read(line: &'l str) -> Self {
        let (members, ended) = members(line);
        let id = members.iter().find(|member| member.name == "id").map(|member| member.value);
        let task = ended.map_err(|error| no_object(line, &error)).and_then(|()| Task::of(line, &members));
        Self { id, task }
    }

    /// The id of a line that is cut off, or broken otherwise.
    pub(super) fn id(line: &'l str) -> Option<&'l RawValue> {
        let id = Self::read(line).id;
        // What is broken there cannot be echoed.
        id.filter(|id| !id.get().contains(char::REPLACEMENT_CHARACTER))
    }
}

impl Task {
    fn of(line: &str, members: &[Member<'_>]) -> Result<Self, Failure> {
        let at = |member: &Member<'_>| place(line, member.value);
        for (number, member) in members.iter().enumerate() {
            let Member { name, .. } = member;
            if !MEMBERS.contains(&name.as_str()) {
                let help = match nearest(name, MEMBERS.into_iter()) {
                    Some(near) => {
                        format!("did you mean `{near}`? what else belongs to a record can stand in its `id`")
                    }
                    None => format!(
                        "it may have {}; what else belongs to it can stand in its `id`",
                        list(MEMBERS.into_iter())
                    ),
                };
                return Err(wrong(format!("a record has no `{name}`"), at(member)).help(help));
            }
            if members.iter().take(number).any(|earlier| earlier.name == *name) {
                return Err(wrong(format!("this record has `{name}` twice"), at(member)));
            }
        }
        // Programs that write records out of tables have null where there is nothing.
        let member =
            |name: &str| members.iter().find(|member| member.name == name && member.value.get() != "null");
        let text = |name: &str| member(name).map(|member| text(line, member)).transpose();
        let pages: Vec<_> = ["text", "path", "session"].into_iter().filter_map(member).collect();
        let page = match pages.as_slice() {
            [one] => match one.name.as_str() {
                "session" => Page::Session(session(line, one)?),
                "path" => Page::Path(self::text(line, one)?.into()),
                _ => Page::Text(self::text(line, one)?),
            },
            [] => {
                let message =
                    "this record has neither `text` nor `path` nor `session`: there is nothing to convert";
                return Err(Failure::page(&codes::RECORD, message)
                    .help("the page itself is its `text`, a file that holds it its `path`"));
            }
            [one, other, ..] => {
                let message = format!("this record has both `{}` and `{}`", one.name, other.name);
                return Err(wrong(message, at(other)).help("a record is one page: make two of it"));
            }
        };
        let from = match member("from") {
            Some(from) if matches!(page, Page::Session(_)) => {
                return Err(wrong(
                    "`from` says what a text is written in, and this is a session".into(),
                    at(from),
                )
                .help("leave it out"));
            }
            Some(from) => Some(dialect(line, from)?),
            None => None,
        };
        Ok(Self { page, name: text("name")?, from })
    }
}

/// The text that the member is.
fn text(line: &str, member: &Member<'_>) -> Result<String, Failure> {
    let Member { name, value } = member;
    if !value.get().starts_with('"') {
        return Err(wrong(format!("`{name}` is {}, not a text", kind(value)), place(line, value)));
    }
    // What only now is found: half of a pair of surrogates.
    serde_json::from_str(value.get()).map_err(|error| {
        let message = format!("`{name}` is no text: {}", what(&error));
        failure(&codes::RECORD_JSON, message, place(line, value).start + before(&error), line)
    })
}

/// The JSON of the session that the member is.
fn session(line: &str, member: &Member<'_>) -> Result<String, Failure> {
    let Member { name, value } = member;
    if value.get().starts_with('{') {
        return Ok(value.get().to_owned());
    }
    Err(wrong(format!("`{name}` is {}, not an object", kind(value)), place(line, value))
        .help("it is what `plenary convert -t json` writes; a page is given as `text`"))
}

fn dialect(line: &str, member: &Member<'_>) -> Result<Dialect, Failure> {
    let name = text(line, member)?;
    Dialect::from_str(&name, false).map_err(|_| {
        let known: Vec<_> = Dialect::value_variants().iter().map(|dialect| dialect.name()).collect();
        let known = || known.iter().map(String::as_str);
        let help = match nearest(&name, known()) {
            Some(near) => format!("did you mean `{near}`? `plenary formats --input` lists them all"),
            None => format!("there are {}", list(known())),
        };
        wrong(format!("there is no dialect `{name}`"), place(line, member.value)).help(help)
    })
}

/// What kind of JSON a value is.
fn kind(value: &RawValue) -> &'static str {
    match value.get().as_bytes().first() {
        Some(b'"') => "a text",
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b't' | b'f') => "a truth value",
        Some(b'n') => "null",
        _ => "a number",
    }
}

fn wrong(message: String, at: Span) -> Failure {
    let mut failure = Failure::page(&codes::RECORD, message);
    failure.finding.span = Some(at);
    failure
}

/// Where in the line a value of it stands.
fn place(line: &str, value: &RawValue) -> Span {
    let start = (value.get().as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    Span::new(start, start + value.get().len())
}

/// Why the line is no object of JSON.
fn no_object(line: &str, error: &serde_json::Error) -> Failure {
    let failure = match error.classify() {
        Category::Data => {
            let message = format!("this record is no object: {}", what(error));
            failure(&codes::RECORD, message, line.len() - line.trim_start().len(), line)
        }
        _ => {
            let message = format!("this record is no JSON: {}", what(error));
            failure(&codes::RECORD_JSON, message, before(error), line)
        }
    };
    failure.help(match error.classify() {
        Category::Eof => "a record is one line: a line end in a text is written `\\n` in JSON",
        _ => "a record is one line such as {\"id\": 7, \"text\": \"…\"}",
    })
}

/// What serde_json says, without the place at the end of its message.
fn what(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what).to_owned()
}

/// How many bytes stand before the place of the error.
fn before(error: &serde_json::Error) -> usize {
    error.column().saturating_sub(1)
}

fn failure(code: &'static Code, message: String, at: usize, line: &str) -> Failure {
    let mut failure = Failure::page(code, message);
    let at = at.min(line.len());
    failure.finding.span = Some(Span::new(at, (at + 1).min(line.len())));
    failure
}
