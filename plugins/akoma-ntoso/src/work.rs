//! What the document is about, as a librarian counts: the Work, and under which names it is filed.
//!
//! Every part of the IRI is required by the UN profile, AKN4UN; what the session does not tell is made up from what it
//! does, but for the date.

use std::fmt::{self, Display};

use jiff::civil::Date;
use plenary_plugin_sdk::document::Masthead;
use plenary_plugin_sdk::model::{Event, slug};
use plenary_plugin_sdk::{RenderError, Session};

use crate::iri::{Component, WorkIri};
use crate::language;
use crate::number::Number;
use crate::options::Options;

/// The names and the day by which a session is filed.
#[derive(Debug)]
pub(crate) struct Work<'s> {
    /// The IRI of the debate.
    debate: WorkIri,
    /// The IRI of the report, as a document of its own.
    report: WorkIri,
    /// `eng`.
    pub(crate) language: &'s str,
    /// The language as `xml:lang` has it: `en`.
    pub(crate) lang: Option<&'s str>,
    /// The body whose session it is.
    pub(crate) actor: Actor,
    /// When it took place.
    pub(crate) date: WorkDate,
    /// The number as the source writes it; `None` where it was made up.
    pub(crate) number: Option<String>,
    /// The title, or what serves as one.
    pub(crate) title: Option<&'s str>,
    /// Where options or session say otherwise than the IRI that is given.
    pub(crate) contradictions: Vec<String>,
    /// What the parts of its IRI were made of, where the session has nothing for them.
    pub(crate) made_up: MadeUp,
}

/// What nobody tells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MadeUp {
    /// The body.
    pub(crate) actor: bool,
    /// The number.
    pub(crate) number: bool,
}

/// A body: its part of an IRI, and its name.
#[derive(Debug)]
pub(crate) struct Actor {
    /// `igf`.
    pub(crate) segment: String,
    /// `IGF`.
    pub(crate) name: String,
    /// Whether neither options nor session name one, and it is the source of the record.
    is_made_up: bool,
}

/// A day, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WorkDate {
    /// The session's day.
    Day(Date),
    /// The year alone, which the event's series names.
    Year(i16),
    /// Neither.
    Unknown,
}

impl<'s> Work<'s> {
    /// The Work that `session` is a record of.
    ///
    /// # Errors
    /// Where an IRI that is given is none.
    pub(crate) fn of(session: &'s Session<'_>, options: &'s Options) -> Result<Self, RenderError> {
        let event = session.title.as_ref().and_then(|title| title.event.as_ref());
        let mut actor = Actor::of(session, event, options);
        let mut date = WorkDate::of(session, event, options);
        let mut number = Number::of(session, event, options);
        let mut made_up = MadeUp { actor: actor.is_made_up, number: number.written.is_none() };
        let mut contradictions = Vec::new();
        let debate = match &options.iri.work {
            Some(iri) => {
                let iri = WorkIri::parse(iri, "debate").map_err(|what| wrong("iri.work", &what))?;
                contradictions = contradicted(options, &iri);
                if let Some(segment) = &iri.actor {
                    segment.clone_into(&mut actor.segment);
                }
                match (date, iri.date.parse()) {
                    (WorkDate::Day(day), Ok(named)) if day != named && Some(day) != options.date => {
                        contradictions
                            .push(format!("the session is of {day}, but the IRI given names {named}"));
                    }
                    (WorkDate::Year(_) | WorkDate::Unknown, Ok(named)) => date = WorkDate::Day(named),
                    _ => {}
                }
                if iri.number != number.segment {
                    number.written = None;
                }
                made_up = MadeUp { actor: false, number: false };
                iri
            }
            None => WorkIri {
                country: options.country.clone(),
                doc_type: "debate",
                subtype: Some(slug(&options.subtype)),
                actor: Some(actor.segment.clone()),
                date: date.to_string(),
                number: number.segment,
            },
        };
        let report = match &options.iri.report {
            Some(iri) => WorkIri::parse(iri, REPORT).map_err(|what| wrong("iri.report", &what))?,
            // The report is the source's, the debate the body's.
            None => WorkIri {
                doc_type: REPORT,
                subtype: Some(REPORT_SUBTYPE.to_owned()),
                actor: Some(session.dialect.name().to_owned()),
                ..debate.clone()
            },
        };
        let lang = language::tag(&options.language);
        let title = Masthead::of(session).title;
        let (language, number) = (&*options.language, number.written);
        Ok(Self { debate, report, language, lang, actor, date, number, title, contradictions, made_up })
    }

    /// The debate.
    pub(crate) fn debate(&self) -> Component<'_> {
        Component { work: &self.debate, name: "main", language: self.language }
    }

    /// The report that is attached to the debate.
    pub(crate) fn attached_report(&self) -> Component<'_> {
        Component { work: &self.debate, name: "report", language: self.language }
    }

    /// The report as a document of its own.
    pub(crate) fn report(&self) -> Component<'_> {
        Component { work: &self.report, name: "main", language: self.language }
    }
}

/// The element of a report.
const REPORT: &str = "debateReport";

/// The subtype of a report of a meeting in the UN profile.
pub(crate) const REPORT_SUBTYPE: &str = "report";

/// Where options say otherwise than the IRI that is given.
fn contradicted(options: &Options, iri: &WorkIri) -> Vec<String> {
    let plain = Options::default();
    let actor = options.actor.as_deref().map(actor_segment);
    let number = options.number.as_deref().map(crate::number::segment);
    let date = options.date.map(|date| date.to_string());
    let set = |value: &String, plain: &String| (value != plain).then(|| value.clone());
    let said = [
        ("country", set(&options.country, &plain.country), Some(&iri.country)),
        (
            "subtype",
            set(&options.subtype, &plain.subtype).map(|subtype| slug(&subtype)),
            iri.subtype.as_ref(),
        ),
        ("actor", actor, iri.actor.as_ref()),
        ("number", number, Some(&iri.number)),
        ("date", date, Some(&iri.date).filter(|date| date.len() == 10)),
    ];
    let contradicts = |(name, said, named): (&str, Option<String>, Option<&String>)| {
        let (said, named) = said.zip(named)?;
        (said != *named).then(|| format!("`{name}` is set to `{said}`, but the IRI given names `{named}`"))
    };
    said.into_iter().filter_map(contradicts).collect()
}

fn wrong(option: &str, what: &str) -> RenderError {
    RenderError::Options(format!("`{option}`: {what}"))
}

impl Actor {
    /// By option, else from the event's series without its year, else the source the record is from.
    fn of(session: &Session<'_>, event: Option<&Event<'_>>, options: &Options) -> Self {
        let series = event.map(|event| without_year(&event.series)).filter(|series| is_nameable(series));
        let is_made_up = options.author.is_none() && options.actor.is_none() && series.is_none();
        let name = match (&options.author, &options.actor, series) {
            (Some(author), _, _) => author.clone(),
            (None, Some(actor), _) => actor.clone(),
            (None, None, Some(series)) => series,
            (None, None, None) => session.dialect.name().to_owned(),
        };
        let segment = actor_segment(options.actor.as_deref().unwrap_or(&name));
        Self { segment, name, is_made_up }
    }
}

/// The name of a body as a part of an IRI. One that begins with a digit would be read as the date.
fn actor_segment(name: &str) -> String {
    let segment = slug(name);
    if segment.starts_with(char::is_numeric) { format!("body-{segment}") } else { segment }
}

impl WorkDate {
    fn of(session: &Session<'_>, event: Option<&Event<'_>>, options: &Options) -> Self {
        let day = session.time.as_ref().map(|time| time.date).filter(|date| date.year() >= 1);
        match (day.or(options.date), event.and_then(|event| year(&event.series))) {
            (Some(day), _) => WorkDate::Day(day),
            (None, Some(year)) => WorkDate::Year(year),
            (None, None) => WorkDate::Unknown,
        }
    }

    /// What the date is the date of, for `FRBRdate/@name`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            WorkDate::Day(_) => "session",
            WorkDate::Year(_) => "sessionYear",
            WorkDate::Unknown => "unknown",
        }
    }
}

/// As the schema and the IRI want it, a whole day: the first of January where only the year is known (AKN4UN,
/// Naming Convention, table of the parts of a Work IRI), and 0001-01-01, which `cobalt` reads as none, where
/// nothing is.
impl Display for WorkDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WorkDate::Day(date) => write!(f, "{date}"),
            WorkDate::Year(year) => write!(f, "{year:04}-01-01"),
            WorkDate::Unknown => f.write_str("0001-01-01"),
        }
    }
}

/// Whether something can be called by `text`.
pub(crate) fn is_nameable(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// The year a series names in a word of its own: `IGF 2023`.
pub(crate) fn year(series: &str) -> Option<i16> {
    series.split_whitespace().find_map(year_of)
}

/// The series as such: `IGF 2023` is one of the meetings of `IGF`.
pub(crate) fn without_year(series: &str) -> String {
    let words: Vec<_> = series.split_whitespace().filter(|word| year_of(word).is_none()).collect();
    words.join(" ")
}

fn year_of(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (1900..2200).contains(year))
}
