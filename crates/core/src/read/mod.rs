//! Readers: text in, session and diagnostics out.
//!
//! ```
//! use plenary_core::read::{ReadOptions, read};
//!
//! let page = "Ferry pilots\n7 Jun 2031 09:00h - 09:20h\nSession transcript\nChair:\nGood morning.\n";
//! let reading = read(page, &ReadOptions::default());
//! assert_eq!(reading.session.speeches().count(), 1);
//! assert!(reading.diagnostics.is_empty());
//! ```
//!
//! Reading never fails on text, takes time and memory in proportion to its length, and loses no byte of it.

mod dig_watch;
mod grammar;
mod ids;
mod kinds;
mod lines;
mod pieces;
mod speakers;

use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::model::{Dialect, SectionRole, Session, Span, Text};

use lines::Line;

/// How to read.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The dialect of the text; `None` to find out.
    pub dialect: Option<Dialect>,
}

impl ReadOptions {
    /// To read a text as `dialect`, whatever it looks like.
    pub fn dialect(dialect: Dialect) -> Self {
        Self { dialect: Some(dialect) }
    }
}

/// What came of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'src> {
    /// The session; every byte of the text is in it, be it as `unrecognised`.
    pub session: Session<'src>,
    /// What was found, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading<'_> {
    /// Whether the text holds a session. Where not, one of the diagnostics is an error that says so, and there is
    /// nothing to render.
    pub fn holds_session(&self) -> bool {
        self.diagnostics.iter().all(|finding| finding.severity < Severity::Error)
    }
}

/// Reads a text.
///
/// A text that holds no session gives an empty one, with the text in `unrecognised`, and an error among the
/// diagnostics: see [`Reading::holds_session`].
pub fn read<'src>(text: &'src str, options: &ReadOptions) -> Reading<'src> {
    let lines = lines::lines(text);
    let reading = options.dialect.or_else(|| detect_in(&lines)).map(|dialect| match dialect {
        Dialect::DigWatch => dig_watch::read(text, &lines),
    });
    let mut reading = reading.filter(|reading| !is_void(&reading.session)).unwrap_or_else(|| Reading {
        session: unread(text),
        diagnostics: vec![no_session(&lines, options.dialect)],
    });
    reading.diagnostics.extend(control_characters(&lines));
    reading.diagnostics.sort_by_key(|finding| finding.span);
    reading
}

/// The dialect of a text; `None` where it looks like none of them.
pub fn detect(text: &str) -> Option<Dialect> {
    detect_in(&lines::lines(text))
}

fn detect_in(lines: &[Line<'_>]) -> Option<Dialect> {
    (!is_markup(lines) && dig_watch::detect(lines)).then_some(Dialect::DigWatch)
}

/// A text that no reader knows, as it is.
fn unread(text: &str) -> Session<'_> {
    let mut session = Session::new(Dialect::DigWatch);
    let content = text.len() - text.trim_start().len()..text.trim_end().len();
    if !text.is_empty() {
        session.unrecognised.push(Text::borrowed(text, 0, content));
    }
    session
}

/// Whether a session holds nothing of one: no speech, no profile, no section but such as any text has.
fn is_void(session: &Session<'_>) -> bool {
    session.sections.iter().all(|section| {
        section.role == SectionRole::Other || section.heading.is_none() && section.content.is_empty()
    })
}

/// Whether the text is the source of a web page or of another document in XML.
fn is_markup(lines: &[Line<'_>]) -> bool {
    let start = lines.first().map_or("", |line| line.text);
    ["<!doctype", "<html", "<?xml", "<head", "<body", "<akomantoso"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

fn no_session(lines: &[Line<'_>], dialect: Option<Dialect>) -> Diagnostic {
    let (message, help) = match () {
        () if lines.is_empty() => ("the text is empty", None),
        () if is_markup(lines) => (
            "the text is the source of a web page or of another document in markup, not its text",
            Some("save the page as text, or copy its text from the program that shows it"),
        ),
        () if dialect.is_some() => ("the text holds no session of this dialect", None),
        () => (
            "the text holds no session",
            Some(
                "looked for: headings such as `Session transcript` and `Full session report`, and profiles of speakers",
            ),
        ),
    };
    let finding = Diagnostic::of(&codes::NO_SESSION, message);
    match help {
        Some(help) => finding.help(help),
        None => finding,
    }
}

/// The finding that a text holds control characters other than tabs and line ends.
fn control_characters(lines: &[Line<'_>]) -> Option<Diagnostic> {
    // A line holds no line ends. Asked for all of its bytes, with no way out of the loop: so it runs on many at once.
    let any = |line: &&Line<'_>| line.text.bytes().fold(false, |any, byte| any | byte.is_ascii_control());
    let is_control = |byte: u8| byte.is_ascii_control() && byte != b'\t';
    let mut found = lines.iter().filter(any).flat_map(|line| {
        line.text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| is_control(*byte))
            .map(|(at, byte)| (line.at + at, byte))
    });
    let (at, byte) = found.next()?;
    let message = match found.count() {
        0 => format!("the text holds the control character U+{byte:04X}"),
        others => format!("the text holds {} control characters, the first of them U+{byte:04X}", others + 1),
    };
    Some(Diagnostic::of(&codes::CONTROL_CHARACTERS, message).at(Span::new(at, at + 1)))
}
