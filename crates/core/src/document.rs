//! What the documents made of a session have in common, whatever their format: what stands at their head, in which
//! order the sections come. Who took part is in [`statistics`](crate::statistics).
//!
//! Renderers are free to do otherwise; those that do not need not decide it again.

use crate::model::{
    Content, Detail, Id, Moment, Part, Point, Profile, Section, Session, Speaker, SpeakerIndex, Speech, Text,
    Title,
};

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

/// The sections in the order documents have them: that of the source, but for the transcript, which is long, and comes
/// last. So a summary stands before the report, and agreements, takeaways and open questions behind the arguments they
/// are drawn from.
#[derive(Debug, Clone, Default)]
pub struct Arrangement<'s, 'src> {
    /// Sections of anything but speeches.
    pub body: Vec<(&'s Section<'src>, Body<'s, 'src>)>,
    /// Sections of speeches.
    pub transcript: Vec<(&'s Section<'src>, &'s [Speech<'src>])>,
    /// Headings with nothing under them.
    pub empty: Vec<&'s Section<'src>>,
}

/// What stands in a section of the body.
#[derive(Debug, Clone, Copy)]
pub enum Body<'s, 'src> {
    /// Prose.
    Parts(&'s [Part<'src>]),
    /// Agreements, differences, comments, questions.
    Points(&'s [Point<'src>]),
    /// What is said of each speaker.
    Profiles(&'s [Profile<'src>]),
}

impl<'s, 'src> Arrangement<'s, 'src> {
    /// The sections of `session`, arranged.
    pub fn of(session: &'s Session<'src>) -> Self {
        let mut arrangement = Self::default();
        for section in &session.sections {
            let body = match &section.content {
                content if content.is_empty() => {
                    arrangement.empty.push(section);
                    continue;
                }
                Content::Speeches(speeches) => {
                    arrangement.transcript.push((section, speeches));
                    continue;
                }
                Content::Parts(parts) => Body::Parts(parts),
                Content::Points(points) => Body::Points(points),
                Content::Profiles(profiles) => Body::Profiles(profiles),
            };
            arrangement.body.push((section, body));
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

/// What the source says a speaker is.
pub fn role<'s>(speaker: &'s Speaker<'_>) -> Option<&'s str> {
    speaker.role.as_deref().filter(|role| !role.trim().is_empty())
}

/// What names the one who makes a speech: the label as written; where the source has none but tells who it is, their
/// name.
pub fn label<'s>(speech: &'s Speech<'_>, speakers: &SpeakerIndex<'s, '_>) -> Option<&'s str> {
    let name = || Some(&*speakers.get(speech.speaker.as_ref()?)?.name).filter(|name| !name.trim().is_empty());
    present(&speech.label).or_else(name)
}

/// When a speech starts and ends, as far as the source tells: `00:04:12–00:05:03` of a recording or a day, whole
/// seconds. Of a day without its date, which is at the document's head.
///
/// ```
/// use plenary_core::document::times;
/// # use plenary_core::model::{Extra, Id, NoMoment, Speech};
/// # let id = Id::new("speech-1");
/// # let mut speech = Speech { id, speaker: None, label: None, start: None, end: None, blocks: vec![], extra: Extra::default() };
/// assert_eq!(times(&speech), None);
/// speech.start = Some("00:04:12.340".parse()?);
/// assert_eq!(times(&speech).as_deref(), Some("00:04:12"));
/// speech.end = Some("00:05:03.000".parse()?);
/// assert_eq!(times(&speech).as_deref(), Some("00:04:12–00:05:03"));
/// # Ok::<(), NoMoment>(())
/// ```
pub fn times(speech: &Speech<'_>) -> Option<String> {
    match (speech.start.map(seconds), speech.end.map(seconds)) {
        (None, None) => None,
        (Some(start), None) => Some(start),
        (None, Some(end)) => Some(format!("–{end}")),
        (Some(start), Some(end)) if start == end => Some(start),
        (Some(start), Some(end)) => Some(format!("{start}–{end}")),
    }
}

/// `00:04:12`
fn seconds(moment: Moment) -> String {
    match moment {
        Moment::Clock { at, .. } => {
            format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
        }
        elapsed => {
            let mut written = elapsed.to_string();
            written.truncate(written.find('.').unwrap_or(written.len()));
            written
        }
    }
}

/// The texts of a detail, each with the speaker it names: where it names speakers, one a text, and the registry has
/// that one.
pub fn named<'s>(
    detail: &'s Detail<'_>,
    speakers: &SpeakerIndex<'s, '_>,
) -> impl Iterator<Item = (&'s str, Option<&'s Id>)> {
    let ids = Some(&detail.speakers).filter(|ids| ids.len() == detail.texts.len());
    detail.texts.iter().enumerate().map(move |(at, text)| {
        let speaker = ids.and_then(|ids| speakers.get(ids.get(at)?));
        (text.as_str(), speaker.map(|speaker| &speaker.id))
    })
}
