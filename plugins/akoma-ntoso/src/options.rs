//! What a user can set.

use jiff::civil::Date;
use plenary_plugin_sdk::RenderError;
use serde::Deserialize;

/// The options, as `plugin.json` describes them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The country or jurisdiction of the IRIs: two lower-case letters.
    pub country: String,
    /// The body whose session it is, in the IRIs; made from the event's series where it is not given.
    pub actor: Option<String>,
    /// The name of that body, for readers.
    pub author: Option<String>,
    /// The session's number, as written; taken from the event, or made from the title, where it is not given.
    pub number: Option<String>,
    /// The session's day; for a source that does not give it.
    pub date: Option<Date>,
    /// The language of the record: ISO 639-2, three lower-case letters.
    pub language: String,
    /// What becomes of the report.
    pub report: Report,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            country: "un".to_owned(),
            actor: None,
            author: None,
            number: None,
            date: None,
            language: "eng".to_owned(),
            report: Report::Attachment,
        }
    }
}

/// What becomes of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// It is attached to the debate, as a `debateReport`.
    Attachment,
    /// It is left out.
    Omit,
}

impl Options {
    /// Checks what the schema of the options says in patterns, for callers that do not check by it.
    pub(crate) fn check(&self) -> Result<(), RenderError> {
        letters("country", &self.country, 2)?;
        letters("language", &self.language, 3)?;
        if let Some(date) = self.date.filter(|date| date.year() < 1) {
            return Err(RenderError::Options(format!("`date`: {date} lies before the year 1")));
        }
        let texts = [("actor", &self.actor), ("author", &self.author), ("number", &self.number)];
        match texts.iter().find(|(_, text)| text.as_ref().is_some_and(|text| text.trim().is_empty())) {
            Some((name, _)) => Err(RenderError::Options(format!("`{name}` is empty"))),
            None => Ok(()),
        }
    }
}

fn letters(name: &str, value: &str, count: usize) -> Result<(), RenderError> {
    if value.len() == count && value.bytes().all(|b| b.is_ascii_lowercase()) {
        return Ok(());
    }
    Err(RenderError::Options(format!("`{name}`: `{value}` is not {count} lower-case letters")))
}
