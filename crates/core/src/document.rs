//! What the documents made of a session have in common, whatever their format: what stands at their head, in which
//! order the sections come. Who took part is in [`statistics`](crate::statistics).
//!
//! Renderers are free to do otherwise; those that do not need not decide it again.

use crate::model::{Content, Part, Point, Profile, Section, Session, Speech, Text, Title};

/// What stands at the head of a document; nothing is said twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Masthead<'s> {
    /// The session's name. Without one: the event, the date line, or the first heading with something under it.
    pub title: Option<&'s str>,
    /// The event, where it is not the title.
    pub event: Option<&'s str>,
    /// The date line, where it is not the title.
    pub date: Option<&'s str>,
}

impl<'s> Masthead<'s> {
    /// The head of a document about `session`.
    pub fn of(session: &'s Session<'_>) -> Self {
        let written = |text: &&str| !text.trim().is_empty();
        let name = session.title.as_ref().map(|title| &*title.name).filter(written);
        let event = session.title.as_ref().and_then(|title| title.event.as_ref());
        let event = event.map(|event| &*event.label).filter(written);
        let date = session.time.as_ref().map(|time| time.line.as_str()).filter(written);
        let mut sections = session.sections.iter().filter(|section| !section.content.is_empty());
        let heading = sections.find_map(|section| present(&section.heading));
        match (name, event, date) {
            (Some(_), ..) => Self { title: name, event, date },
            (None, Some(_), _) => Self { title: event, event: None, date },
            (None, None, Some(_)) => Self { title: date, event: None, date: None },
            (None, None, None) => Self { title: heading, event: None, date: None },
        }
    }
}

/// Whether a title's name and event hold every word of its line: then only signs between them are left out where
/// the two are written in its place.
pub fn is_all_of_title(title: &Title<'_>) -> bool {
    let Some((before, rest)) = title.line.as_str().split_once(&*title.name) else { return false };
    let label = title.event.as_ref().map_or("", |event| &event.label);
    let Some((between, after)) = rest.split_once(label) else { return false };
    ![before, between, after].iter().any(|part| part.contains(char::is_alphanumeric))
}

/// The sections by what they hold, each kind in the order of the source. A document has them in this order: the
/// report, what is said of each speaker, and the transcript, which is long, last.
#[derive(Debug, Clone, Default)]
pub struct Arrangement<'s, 'src> {
    /// Sections of prose.
    pub report: Vec<(&'s Section<'src>, &'s [Part<'src>])>,
    /// Sections of points: agreements, differences, comments, questions.
    pub points: Vec<(&'s Section<'src>, &'s [Point<'src>])>,
    /// Sections of profiles.
    pub profiles: Vec<(&'s Section<'src>, &'s [Profile<'src>])>,
    /// Sections of speeches.
    pub transcript: Vec<(&'s Section<'src>, &'s [Speech<'src>])>,
    /// Headings with nothing under them.
    pub empty: Vec<&'s Section<'src>>,
}

impl<'s, 'src> Arrangement<'s, 'src> {
    /// The sections of `session`, arranged.
    pub fn of(session: &'s Session<'src>) -> Self {
        let mut arrangement = Self::default();
        for section in &session.sections {
            match &section.content {
                content if content.is_empty() => arrangement.empty.push(section),
                Content::Parts(parts) => arrangement.report.push((section, parts)),
                Content::Points(points) => arrangement.points.push((section, points)),
                Content::Profiles(profiles) => arrangement.profiles.push((section, profiles)),
                Content::Speeches(speeches) => arrangement.transcript.push((section, speeches)),
            }
        }
        arrangement
    }
}

/// The words of a section's heading: the source's, or plenary's where it has none.
pub fn heading<'s>(section: &'s Section<'_>) -> &'s str {
    match (present(&section.heading), &section.content) {
        (Some(heading), _) => heading,
        (None, Content::Speeches(_)) => "Transcript",
        (None, Content::Profiles(_)) => "Arguments by speaker",
        (None, Content::Points(_)) => "Points",
        (None, Content::Parts(_)) => "Report",
    }
}

/// The content of a text that may be absent; one that is blank says as little.
pub fn present<'s>(text: &'s Option<Text<'_>>) -> Option<&'s str> {
    text.as_ref().map(Text::as_str).filter(|text| !text.trim().is_empty())
}
