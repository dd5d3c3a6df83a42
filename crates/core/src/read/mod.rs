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

mod akoma_ntoso;
mod cart;
mod cues;
mod dig_watch;
mod disclaimers;
mod floor;
mod front_matter;
mod furniture;
mod grammar;
mod ids;
mod kinds;
mod label;
mod lines;
mod masthead;
mod mojibake;
mod names;
mod pieces;
mod record;
mod shape;
mod speakers;
mod srt;
mod transcript;
mod webvtt;
mod words;
mod wrap;

use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::model::{Dialect, SectionRole, Session, Span, Text};

use lines::Line;

/// Maps and sets of names: quick to ask, and with a seed of their own in every run, so that no text is made to be slow.
type Map<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;
/// The sets beside [`Map`].
type Set<K> = std::collections::HashSet<K, foldhash::fast::RandomState>;

/// A dialect's detector and grammar.
struct Reader {
    dialect: Dialect,
    /// How surely a text is of the dialect.
    detect: fn(&str, &[Line<'_>]) -> Certainty,
    /// No text is of the dialect more surely than this.
    surest: Certainty,
    /// Reads a text as the dialect, whatever it looks like.
    read: for<'src> fn(&'src str, &[Line<'src>]) -> Reading<'src>,
}

/// How surely a text is of a dialect. Shown as the reason there is to think so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Certainty {
    /// It is not.
    No,
    /// It has one line of it, which many texts have.
    Hint,
    /// It may be: it looks like it, as other texts do.
    Maybe,
    /// It is: nothing else looks like it.
    Sure,
    /// It says so itself at its start: what stands further down is its content, whatever that looks like.
    Signed,
}

impl std::fmt::Display for Certainty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::No => "it does not look like it",
            Self::Hint => "one line looks like it",
            Self::Maybe => "it looks like it, as other texts do",
            Self::Sure => "nothing else looks like it",
            Self::Signed => "it says so itself",
        })
    }
}

const fn reader(
    dialect: Dialect,
    detect: fn(&str, &[Line<'_>]) -> Certainty,
    surest: Certainty,
    read: for<'src> fn(&'src str, &[Line<'src>]) -> Reading<'src>,
) -> Reader {
    Reader { dialect, detect, surest, read }
}

/// Every dialect's, in the order they are asked in: between two that are as sure, the first one reads the text.
static READERS: &[Reader] = &[
    reader(Dialect::WebVtt, webvtt::detect, Certainty::Signed, webvtt::read),
    reader(Dialect::Srt, srt::detect, Certainty::Signed, srt::read),
    reader(Dialect::DigWatch, dig_watch::detect, Certainty::Sure, dig_watch::read),
    reader(Dialect::AkomaNtoso, akoma_ntoso::detect, Certainty::Sure, akoma_ntoso::read),
    reader(Dialect::Cart, cart::detect, Certainty::Sure, cart::read),
    reader(Dialect::Transcript, transcript::detect, Certainty::Maybe, transcript::read),
];

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
    /// How surely the text is of the dialect it was read as; `None` where that was named, or the text holds no session.
    pub certainty: Option<Certainty>,
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
    let (lines, signs) = lines::lines(text);
    let Choice { reader, certainty, doubt } = match options.dialect {
        Some(dialect) => {
            Choice { reader: READERS.iter().find(|reader| reader.dialect == dialect), ..Choice::default() }
        }
        None => choose(text, &lines),
    };
    let mut reading = match reader.map(|reader| (reader.read)(text, &lines)) {
        Some(reading) if !is_void(&reading.session) => Reading { certainty, ..reading },
        void => {
            let mut diagnostics = vec![no_session(text, &lines, options.dialect)];
            // Where the text broke off before anything was said, that is why.
            let found = void.into_iter().flat_map(|reading| reading.diagnostics);
            diagnostics.extend(found.filter(|finding| finding.code == codes::AKN_MALFORMED.name));
            Reading { session: unread(text, options.dialect), diagnostics, certainty: None }
        }
    };
    reading.diagnostics.extend(doubt);
    if signs.controls {
        reading.diagnostics.extend(control_characters(&lines));
    }
    if signs.latin {
        reading.diagnostics.extend(mojibake::finding(text));
    }
    reading.diagnostics.sort_by_key(|finding| finding.span);
    reading
}

/// The dialect of a text; `None` where it looks like none of them.
pub fn detect(text: &str) -> Option<Dialect> {
    choose(text, &lines::lines(text).0).reader.map(|reader| reader.dialect)
}

/// Who reads a text.
#[derive(Default)]
struct Choice {
    /// The one that is surest of it.
    reader: Option<&'static Reader>,
    certainty: Option<Certainty>,
    /// That another one is as sure.
    doubt: Option<Diagnostic>,
}

/// Finds out who reads a text.
fn choose(text: &str, lines: &[Line<'_>]) -> Choice {
    let mut best: Option<(&'static Reader, Certainty)> = None;
    let mut rival = None;
    for reader in READERS {
        // To find out costs as much as to read, for some.
        if best.is_some_and(|(_, before)| before > reader.surest) {
            continue;
        }
        let certainty = (reader.detect)(text, lines);
        match best {
            _ if certainty == Certainty::No => {}
            Some((_, before)) if before == certainty => rival = rival.or(Some(reader)),
            Some((_, before)) if before > certainty => {}
            _ => (best, rival) = (Some((reader, certainty)), None),
        }
    }
    let (reader, certainty) = best.unzip();
    let doubt = reader.zip(rival).map(|(best, rival)| {
        let (best, rival) = (best.dialect, rival.dialect);
        let message = format!(
            "this may be {} or {}; it was read as the first",
            best.description(),
            rival.description()
        );
        Diagnostic::of(&codes::AMBIGUOUS_DIALECT, message).help(format!(
            "name the dialect: `{}` or `{}`",
            best.name(),
            rival.name()
        ))
    });
    Choice { reader, certainty, doubt }
}

/// A text that no reader knows, as it is.
fn unread(text: &str, dialect: Option<Dialect>) -> Session<'_> {
    let mut session = Session::new(dialect.unwrap_or(Dialect::DigWatch));
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

/// Whether the text is the source of a program: comments in it have words before colons, and listings marks.
fn is_code(lines: &[Line<'_>]) -> bool {
    let is_one = |line: &&Line<'_>| {
        let text = line.text;
        match text.as_bytes().first() {
            Some(b'd' | b'c') if text.ends_with(':') => {
                text.starts_with("def ") || text.starts_with("class ")
            }
            Some(b'i' | b'f') if !text.ends_with(['.', ',', ':', '?']) => {
                text.starts_with("import ") || (text.starts_with("from ") && text.contains(" import "))
            }
            Some(b'#') => text.starts_with("#include "),
            _ => text.ends_with(") {") || text.ends_with(");"),
        }
    };
    lines.iter().filter(is_one).nth(LEAST_CODE - 1).is_some()
}

/// How many lines of a program make one.
const LEAST_CODE: usize = 4;

fn no_session(text: &str, lines: &[Line<'_>], dialect: Option<Dialect>) -> Diagnostic {
    match akoma_ntoso::document(text, lines) {
        Some("debate" | "debateReport") => {
            return Diagnostic::of(
                &codes::NO_SESSION,
                "the Akoma Ntoso debate holds no speech that can be read",
            );
        }
        Some(document) => {
            let message =
                format!("the text is an Akoma Ntoso document of the kind `{document}`, not a debate");
            return Diagnostic::of(&codes::NO_SESSION, message)
                .help("the record of a session is a `debate` or a `debateReport`");
        }
        None => {}
    }
    let (message, help) = match () {
        () if lines.is_empty() => ("the text is empty", None),
        () if is_markup(lines) => (
            "the text is the source of a web page or of another document in markup, not its text",
            Some("save the page as text, or copy its text from the program that shows it"),
        ),
        () if lines.iter().any(|line| cues::time_line(line.text).is_some()) => (
            "the text holds the times of captions and no words",
            Some("export the captions again once speech recognition has finished"),
        ),
        () if dialect.is_some() => ("the text holds no session of this dialect", None),
        () => (
            "the text holds no session",
            Some(
                "looked for: headings such as `Session transcript`, profiles of speakers, `Name:` or `>>` before what is said, times of captions",
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
    let is_control = |byte: u8| byte.is_ascii_control() && byte != b'\t';
    let mut found = lines.iter().flat_map(|line| {
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
