//! What the document is about, as a librarian counts: the Work, its Expression, its Manifestation (FRBR), and the
//! IRIs that name them.
//!
//! The form is that of the Akoma Ntoso Naming Convention 1.0 (section 4) under the UN profile, AKN4UN:
//! `/akn/{country}/debate/record/{actor}/{date}/{number}`, every part of it required.

use std::fmt::{self, Display};

use jiff::civil::Date;
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::document::Masthead;
use plenary_plugin_sdk::model::{Event, slug, walk};

use crate::options::Options;

/// The subtype of a verbatim record in the UN profile.
pub(crate) const SUBTYPE: &str = "record";

/// The names and the day by which a session is filed.
#[derive(Debug)]
pub(crate) struct Work<'s> {
    /// `un`.
    pub(crate) country: &'s str,
    /// `eng`.
    pub(crate) language: &'s str,
    /// The body whose session it is.
    pub(crate) actor: Actor,
    /// When it took place.
    pub(crate) date: WorkDate,
    /// Its number there.
    pub(crate) number: Number,
    /// The title, or what serves as one.
    pub(crate) title: Option<&'s str>,
}

/// A body: its part of an IRI, and its name.
#[derive(Debug)]
pub(crate) struct Actor {
    /// `igf`.
    pub(crate) segment: String,
    /// `IGF`.
    pub(crate) name: String,
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

/// The session's number.
#[derive(Debug)]
pub(crate) struct Number {
    /// Fit for an IRI: `WS_107`.
    pub(crate) segment: String,
    /// As the source writes it: `WS #107`; `None` where the number was made from the title or the text.
    pub(crate) written: Option<String>,
}

impl<'s> Work<'s> {
    /// The Work that `session` is a record of.
    pub(crate) fn of(session: &'s Session<'_>, options: &'s Options) -> Self {
        let event = session.title.as_ref().and_then(|title| title.event.as_ref());
        Self {
            country: &options.country,
            language: &options.language,
            actor: Actor::of(session, event, options),
            date: WorkDate::of(session, event, options),
            number: Number::of(session, event, options),
            title: Masthead::of(session).title,
        }
    }

    /// The IRI of the Work, `component` of it where one is named.
    pub(crate) fn work(&self, component: Option<&'static str>) -> Iri<'_> {
        Iri { work: self, component, level: Level::Work }
    }

    /// The IRI of the Expression.
    pub(crate) fn expression(&self, component: Option<&'static str>) -> Iri<'_> {
        Iri { work: self, component, level: Level::Expression }
    }

    /// The IRI of the Manifestation. Written `eng@/.xml` as AKN4UN has it: readers take the `.xml` in `eng@.xml`
    /// for a part of the version.
    pub(crate) fn manifestation(&self, component: Option<&'static str>) -> Iri<'_> {
        Iri { work: self, component, level: Level::Manifestation }
    }
}

/// An IRI of the document.
pub(crate) struct Iri<'w> {
    work: &'w Work<'w>,
    component: Option<&'static str>,
    level: Level,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Work,
    Expression,
    Manifestation,
}

impl Display for Iri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Work { country, language, actor, date, number, .. } = self.work;
        write!(f, "/akn/{country}/debate/{SUBTYPE}/{}/{date}/{}", actor.segment, number.segment)?;
        if self.level >= Level::Expression {
            write!(f, "/{language}@")?;
        }
        match (self.component, self.level == Level::Manifestation) {
            (Some(component), _) => write!(f, "/!{component}")?,
            (None, true) => f.write_str("/")?,
            (None, false) => {}
        }
        if self.level == Level::Manifestation { f.write_str(".xml") } else { Ok(()) }
    }
}

impl Actor {
    /// By option, else from the event's series without its year, else the source the record is from.
    fn of(session: &Session<'_>, event: Option<&Event<'_>>, options: &Options) -> Self {
        let series = event.map(|event| without_year(&event.series)).filter(|series| is_nameable(series));
        let name = match (&options.author, &options.actor, series) {
            (Some(author), _, _) => author.clone(),
            (None, Some(actor), _) => actor.clone(),
            (None, None, Some(series)) => series,
            (None, None, None) => session.dialect.name().to_owned(),
        };
        let mut segment = slug(options.actor.as_deref().unwrap_or(&name));
        // A part that begins with a digit would be read as the date.
        if segment.starts_with(char::is_numeric) {
            segment.insert_str(0, "body-");
        }
        Self { segment, name }
    }
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

impl Number {
    /// By option, else the event's (with its kind: workshop 107 is not open forum 107), else made up.
    fn of(session: &Session<'_>, event: Option<&Event<'_>>, options: &Options) -> Self {
        if let Some(number) = &options.number {
            return Self { segment: segment(number), written: Some(number.clone()) };
        }
        if let Some(event) = event
            && let Some(number) = event.number.as_deref().filter(|number| is_nameable(number))
        {
            let kind = event.kind.as_deref().unwrap_or_default();
            let written = number_in(event).map_or_else(|| number.to_owned(), str::to_owned);
            return Self { segment: segment(&format!("{kind} {number}")), written: Some(written) };
        }
        Self { segment: made_up(session), written: None }
    }
}

/// The number as it stands in the event's label, behind the series: `WS #107`.
pub(crate) fn number_in<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    event.number.as_ref()?;
    let rest = event.label.strip_prefix(&*event.series)?.trim();
    (!rest.is_empty()).then_some(rest)
}

/// A number for a session that has none: the slug of its title, and without a title a sum over its text.
///
/// The profile leaves the form to the implementor. The same record gives the same number on any day; a title's
/// also after its transcript was corrected.
fn made_up(session: &Session<'_>) -> String {
    const LONGEST: usize = 120;
    let name = session.title.as_ref().map(|title| &*title.name).filter(|name| is_nameable(name));
    let Some(name) = name else {
        let mut sum = Sum::default();
        // Texts without words are markup of some source, and none of the record.
        walk::walk(session, &mut |_, text| {
            if !text.is_empty() {
                sum.add(text.as_str());
            }
        });
        return format!("untitled-{sum}");
    };
    let mut slug = slug(name);
    if slug.len() > LONGEST {
        let cut = (0..=LONGEST).rev().find(|&at| slug.is_char_boundary(at)).unwrap_or(0);
        slug.truncate(cut);
        slug.truncate(slug.trim_end_matches('-').len());
        let mut sum = Sum::default();
        sum.add(name);
        slug.push_str(&format!("-{sum}"));
    }
    slug
}

/// A number as a part of an IRI, as AKN4UN rules: `/` to `-`, blanks to `_`. What an IRI cannot hold is left out.
fn segment(number: &str) -> String {
    let mut segment = String::with_capacity(number.len());
    for c in number.trim().chars() {
        match c {
            '/' => segment.push('-'),
            c if c.is_whitespace() && !segment.ends_with('_') => segment.push('_'),
            c if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') => segment.push(c),
            _ => {}
        }
    }
    if segment.contains(char::is_alphanumeric) { segment } else { slug(number) }
}

fn is_nameable(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// The year a series names in a word of its own: `IGF 2023`.
fn year(series: &str) -> Option<i16> {
    series.split_whitespace().find_map(year_of)
}

/// The series as such: `IGF 2023` is one of the meetings of `IGF`.
fn without_year(series: &str) -> String {
    let words: Vec<_> = series.split_whitespace().filter(|word| year_of(word).is_none()).collect();
    words.join(" ")
}

fn year_of(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (1900..2200).contains(year))
}

/// A sum over text: FNV-1a, 64 bits, stable for ever.
struct Sum(u64);

impl Default for Sum {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Sum {
    fn add(&mut self, text: &str) {
        // A text's end counts, so that moving a word across it changes the sum.
        for b in text.bytes().chain([0xFF]) {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
