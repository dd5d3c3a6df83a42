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
    /// What kind of debate it is, in the IRIs.
    pub subtype: String,
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
    /// Names by which an archive files it, in place of those that are made.
    pub iri: Iris,
    /// For whom it is written.
    pub profile: Profile,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            country: "un".to_owned(),
            subtype: "record".to_owned(),
            actor: None,
            author: None,
            number: None,
            date: None,
            language: "eng".to_owned(),
            report: Report::Attachment,
            iri: Iris::default(),
            profile: Profile::Standard,
        }
    }
}

/// What becomes of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// It is attached to the debate, as a `debateReport`.
    Attachment,
    /// The debate refers to it; it is a document of its own, of the format `akoma-ntoso-report`.
    Separate,
    /// It is left out.
    Omit,
}

/// For whom the document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Who keeps to the standard.
    Standard,
    /// The importer of SayIt, which reads `TLCPerson/@id`, and so against the schema.
    Sayit,
}

/// IRIs, in place of those that are made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Iris {
    /// That of the debate as a Work: `/akn/ke/debate/senate/2031-05-14/12`. Its parts count in place of what the other
    /// options, or the session, tell.
    pub work: Option<String>,
    /// That of the report, as a document of its own.
    pub report: Option<String>,
    /// What those of persons, bodies, roles, events and topics begin with.
    pub ontology: String,
    /// Under what persons, roles and topics are named.
    pub scope: Scope,
}

impl Default for Iris {
    fn default() -> Self {
        Self { work: None, report: None, ontology: "/akn/ontology".to_owned(), scope: Scope::Session }
    }
}

/// Under what persons, roles and topics are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Under the session: names are not identities.
    Session,
    /// Under the body whose session it is: a name means one person there, whatever the session.
    Body,
}

impl Options {
    /// Checks what the schema of the options says in patterns, for callers that do not check by it.
    pub(crate) fn check(&self) -> Result<(), RenderError> {
        letters("country", &self.country, 2)?;
        letters("language", &self.language, 3)?;
        if let Some(date) = self.date.filter(|date| date.year() < 1) {
            return Err(RenderError::Options(format!("`date`: {date} lies before the year 1")));
        }
        let subtype = Some(&self.subtype);
        let texts = [
            ("subtype", subtype),
            ("actor", self.actor.as_ref()),
            ("author", self.author.as_ref()),
            ("number", self.number.as_ref()),
        ];
        if let Some((name, _)) =
            texts.iter().find(|(_, text)| text.is_some_and(|text| text.trim().is_empty()))
        {
            return Err(RenderError::Options(format!("`{name}` is empty")));
        }
        if self.subtype.starts_with(char::is_numeric) {
            let why = "begins with a digit, and would be read as the date";
            return Err(RenderError::Options(format!("`subtype`: `{}` {why}", self.subtype)));
        }
        let ontology = &self.iri.ontology;
        let is_iri = ontology.contains(['/', ':'])
            && !ontology.ends_with('/')
            && !ontology
                .contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`#?".contains(c));
        match is_iri {
            true => Ok(()),
            false => Err(RenderError::Options(format!(
                "`iri.ontology`: `{ontology}` is no IRI that `/person/…` can follow, such as /akn/ontology"
            ))),
        }
    }
}

fn letters(name: &str, value: &str, count: usize) -> Result<(), RenderError> {
    if value.len() == count && value.bytes().all(|b| b.is_ascii_lowercase()) {
        return Ok(());
    }
    Err(RenderError::Options(format!("`{name}`: `{value}` is not {count} lower-case letters")))
}
