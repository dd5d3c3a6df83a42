//! One page: read, decoded, made a session of.

use plenary_core::audit::audit;
use plenary_core::diagnostic::codes::{self as core_codes, Code};
use plenary_core::json::UnknownName;
use plenary_core::model::{SchemaVersion, Span};
use plenary_core::read::{self, ReadOptions, read};
use plenary_core::{Diagnostic, Session, json};
use tracing::info;

use crate::args::Dialect;
use crate::codes;
use crate::exit::Failure;
use crate::input::{Broken, Input, decode};

/// How pages are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// What they are written in, where that is not for their content to tell.
    pub(crate) from: Option<Dialect>,
    /// Whether what is broken in their encoding is passed over.
    pub(crate) lossy: bool,
}

/// The text of a page, and what reading it so far has found.
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) findings: Vec<Diagnostic>,
    form: Form,
    /// Whether somebody has said what it is written in.
    is_named: bool,
}

/// What the text is written in.
enum Form {
    Page(ReadOptions),
    Json,
}

impl Page {
    /// Reads a page.
    ///
    /// # Errors
    /// Where it cannot be read, or is no text.
    pub(crate) fn open(input: &Input, reading: Reading) -> Result<Self, Broken> {
        Self::of(input.read()?, reading)
    }

    /// The page that these bytes are.
    ///
    /// # Errors
    /// Where they are no text.
    pub(crate) fn of(bytes: Vec<u8>, reading: Reading) -> Result<Self, Broken> {
        let (text, lossy) = decode(bytes, reading.lossy)?;
        let form = match reading.from {
            Some(dialect) => {
                dialect.of_core().map_or(Form::Json, |dialect| Form::Page(ReadOptions::dialect(dialect)))
            }
            None if unmarked(&text).trim_start().starts_with('{') => Form::Json,
            None => Form::Page(ReadOptions::default()),
        };
        Ok(Self { text, findings: lossy.into_iter().collect(), form, is_named: reading.from.is_some() })
    }

    /// What is in it. The findings are those of the reader; one of severity error means that it holds no session.
    /// Nobody has read a session in JSON: its findings are what only an edited one can have, names of nobody.
    ///
    /// # Errors
    /// Where it is JSON, but no session.
    pub(crate) fn session(&self) -> Result<(Session<'_>, Vec<Diagnostic>), Failure> {
        match &self.form {
            Form::Page(options) => {
                let read::Reading { session, mut diagnostics, certainty } = read(&self.text, options);
                let dialect = session.dialect.name();
                match certainty {
                    Some(certainty) => info!(dialect, because = %certainty, "read"),
                    None if self.is_named => info!(dialect, because = NAMED, "read"),
                    None => info!("read: it holds no session of any dialect"),
                }
                diagnostics.iter_mut().for_each(advise);
                Ok((session, diagnostics))
            }
            Form::Json => {
                let json = unmarked(&self.text);
                info!(
                    dialect = "json",
                    because = if self.is_named { NAMED } else { "it begins with {" },
                    "read"
                );
                let session = json::from_str(json).map_err(|error| self.no_session(&error))?;
                let mut findings = audit(&session);
                findings.retain(|finding| EDITED.iter().any(|code| code.name == finding.code));
                if session.schema.is_later() {
                    findings.push(later(session.schema));
                } else {
                    findings.extend(misspelt(json));
                }
                Ok((session, findings))
            }
        }
    }

    /// Bytes of the source: of the page a session in JSON was made from, its own are not.
    pub(crate) fn source_len(&self, session: &Session<'_>) -> usize {
        match self.form {
            Form::Page(_) => self.text.len(),
            Form::Json => plenary_core::source::write(session).len(),
        }
    }

    /// The text that the spans of its session point into: of a session in JSON we do not hold it.
    pub(crate) fn source_text(&self) -> Option<&str> {
        matches!(self.form, Form::Page(_)).then_some(self.text.as_str())
    }

    /// The same, where the rest of the page is done with.
    pub(crate) fn into_source_text(self) -> Option<String> {
        matches!(self.form, Form::Page(_)).then_some(self.text)
    }

    fn no_session(&self, error: &serde_json::Error) -> Failure {
        // serde_json puts the place at the end of its message; we show it our own way.
        let message = error.to_string();
        let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
        let line: usize =
            self.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let at = line + error.column().saturating_sub(1);
        let mut failure = Failure::page(&codes::NO_JSON_SESSION, format!("this JSON is no session: {what}"))
            .help("plenary reads the JSON that `plenary convert -t json` writes");
        failure.finding.span = Some(Span::new(at, at + 1));
        failure
    }
}

/// Adds to core's advice what core, which knows no command line, cannot say.
fn advise(finding: &mut Diagnostic) {
    let advice = match finding.code.as_ref() {
        code if code == core_codes::AMBIGUOUS_DIALECT.name => ", with --from",
        code if code == core_codes::NO_SESSION.name => {
            "; `plenary formats --input` lists what can be read, and --from has a page read as one of them"
        }
        _ => return,
    };
    match &mut finding.help {
        Some(help) => help.push_str(advice),
        None => finding.help = Some(advice.trim_start_matches([';', ',', ' ']).to_owned()),
    }
}

/// The finding that a session in JSON may say what this version does not know.
fn later(schema: SchemaVersion) -> Diagnostic {
    let ours = SchemaVersion::CURRENT;
    let message =
        format!("this session is of schema version {schema}, and this version of plenary knows {ours}");
    Diagnostic::of(&codes::LATER_JSON, message)
        .help("roles, kinds and dialects that only a later version knows are read as the plainest there is; update plenary to have them")
}

/// The findings of names that no version had when the session was written.
fn misspelt(json: &str) -> impl Iterator<Item = Diagnostic> {
    json::unknown_names(json).unwrap_or_default().into_iter().map(|UnknownName { path, name }| {
        let message = format!(
            "`{path}` is `{name}`, a name that stands for nothing; the plainest there is was taken for it"
        );
        Diagnostic::of(&codes::UNKNOWN_NAME, message).help("correct it; session.schema.json lists the names")
    })
}

/// Why a page is read as what it is, where nothing had to be found out.
const NAMED: &str = "it was named";

/// What no reader would make.
const EDITED: [&Code; 3] =
    [&core_codes::audit::UNKNOWN_SPEAKER, &core_codes::audit::DUPLICATE_ID, &core_codes::audit::BROKEN_SPANS];

/// The text without its byte order mark.
fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}
