//! What was found in a page, as data. Its JSON is a documented, stable shape: members are added, never changed.

use plenary_core::model::{
    Content, Dialect, Id, Moment, SchemaVersion, Section, SectionRole, Span, SpeakerKind, Statistics,
};
use plenary_core::statistics::{Participant, participants};
use plenary_core::{Diagnostic, Session, source};
use serde::Serialize;

use crate::page::Page;
use crate::report::{Located, Source};

/// One page. All members are always there, `null` where the page has no such thing.
#[derive(Serialize)]
pub(super) struct Found<'a> {
    pub(super) file: &'a str,
    pub(super) schema: SchemaVersion,
    pub(super) dialect: Dialect,
    /// The session's own name.
    pub(super) title: Option<&'a str>,
    /// The event the title places the session in, as written.
    pub(super) event: Option<&'a str>,
    pub(super) time: Option<Time<'a>>,
    /// From the first speech to the last, where the source says when they were held.
    pub(super) spoken: Option<Spoken>,
    pub(super) counts: Counts,
    pub(super) sections: Vec<FoundSection<'a>>,
    pub(super) speakers: Vec<FoundSpeaker<'a>>,
    pub(super) coverage: Coverage,
    pub(super) diagnostics: Vec<Located<'a>>,
}

/// When the session took place.
#[derive(Serialize)]
pub(super) struct Time<'a> {
    /// `2024-06-07`.
    pub(super) date: String,
    /// `09:00:00`.
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    /// As written.
    pub(super) zone: Option<&'a str>,
}

/// When the speeches were held: `00:00:01.000` of a recording, or `2031-06-10T12:00:00+02:00`.
#[derive(Serialize)]
pub(super) struct Spoken {
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Counts {
    pub(super) sections: usize,
    pub(super) speakers: usize,
    pub(super) profiles: usize,
    pub(super) arguments: usize,
    pub(super) points: usize,
    pub(super) speeches: usize,
    /// Pieces the reader found no place for.
    pub(super) unrecognised: usize,
}

#[derive(Serialize)]
pub(super) struct FoundSection<'a> {
    pub(super) id: &'a Id,
    pub(super) role: SectionRole,
    pub(super) heading: Option<&'a str>,
    /// How many parts, speeches or profiles it has.
    #[serde(flatten)]
    pub(super) holds: Holds,
}

/// What stands under a heading; one member of this name.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Holds {
    Parts(usize),
    Points(usize),
    Speeches(usize),
    Profiles(usize),
}

#[derive(Serialize)]
pub(super) struct FoundSpeaker<'a> {
    pub(super) id: &'a Id,
    pub(super) name: &'a str,
    pub(super) kind: SpeakerKind,
    /// Whether the page has a profile of this speaker.
    pub(super) profile: bool,
    pub(super) initials: Option<&'a str>,
    pub(super) arguments: usize,
    /// What the source declares.
    pub(super) declared: Declared,
    /// Counted by plenary.
    pub(super) speeches: usize,
    /// Counted by plenary.
    pub(super) words: usize,
}

#[derive(Serialize)]
pub(super) struct Declared {
    /// Words per minute.
    pub(super) speed: Option<u64>,
    /// Words.
    pub(super) length: Option<u64>,
    /// Seconds.
    pub(super) time: Option<u64>,
}

/// What of the source the model accounts for, in bytes.
#[derive(Serialize)]
pub(super) struct Coverage {
    pub(super) total: usize,
    pub(super) covered: usize,
    /// 100 only where all is covered: rounded down to hundredths.
    pub(super) percent: f64,
    pub(super) unrecognised: usize,
    pub(super) gaps: Vec<Span>,
    pub(super) overlaps: Vec<Span>,
}

impl<'a> Found<'a> {
    pub(super) fn new(
        session: &'a Session<'_>,
        page: &Page,
        source: &'a Source<'_>,
        findings: &[&'a Diagnostic],
    ) -> Self {
        Self {
            file: source.name,
            schema: session.schema,
            dialect: session.dialect,
            title: session.title.as_ref().map(|title| &*title.name),
            event: session.title.as_ref().and_then(|title| title.event.as_ref()).map(|event| &*event.label),
            time: session.time.as_ref().map(|time| Time {
                date: time.date.to_string(),
                start: time.start.map(|start| start.to_string()),
                end: time.end.map(|end| end.to_string()),
                zone: time.zone.as_deref(),
            }),
            spoken: spoken(session),
            counts: Counts {
                sections: session.sections.len(),
                speakers: session.speakers.len(),
                profiles: session.profiles().count(),
                arguments: session.profiles().map(|profile| profile.arguments.len()).sum(),
                points: session.points().count(),
                speeches: session.speeches().count(),
                unrecognised: session.unrecognised.len(),
            },
            sections: session.sections.iter().map(FoundSection::from).collect(),
            speakers: speakers(session),
            coverage: Coverage::from(source::coverage(session, page.source_len(session))),
            diagnostics: findings.iter().map(|finding| Located::new(Some(source), finding)).collect(),
        }
    }

    /// In one line.
    pub(super) fn json(&self) -> String {
        serde_json::to_string(self).map(|json| json + "\n").unwrap_or_default()
    }
}

fn spoken(session: &Session<'_>) -> Option<Spoken> {
    let start = session.speeches().find_map(|speech| speech.start);
    // Speeches of a recording may overlap: the last to begin need not be the last to end.
    let end = session.speeches().filter_map(|speech| speech.end).reduce(|last, end| match (last, end) {
        (Moment::Elapsed { milliseconds: last }, Moment::Elapsed { milliseconds }) => {
            Moment::Elapsed { milliseconds: milliseconds.max(last) }
        }
        _ => end,
    });
    let text = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
    (start.is_some() || end.is_some()).then(|| Spoken { start: text(start), end: text(end) })
}

fn speakers<'a>(session: &'a Session<'_>) -> Vec<FoundSpeaker<'a>> {
    let speaker = |participant: Participant<'a, '_>| {
        let profile = participant.profile;
        let declared =
            |pick: fn(&Statistics<'_>) -> Option<u64>| profile.and_then(|profile| pick(&profile.statistics));
        FoundSpeaker {
            id: &participant.speaker.id,
            name: &participant.speaker.name,
            kind: participant.speaker.kind,
            profile: profile.is_some(),
            initials: profile.and_then(|profile| profile.initials.as_ref()).map(|initials| initials.as_str()),
            arguments: profile.map_or(0, |profile| profile.arguments.len()),
            declared: Declared {
                speed: declared(|statistics| statistics.speed.as_ref()?.value),
                length: declared(|statistics| statistics.length.as_ref()?.value),
                time: declared(|statistics| statistics.time.as_ref()?.value),
            },
            speeches: participant.speeches,
            words: participant.words,
        }
    };
    participants(session).into_iter().map(speaker).collect()
}

impl<'a> From<&'a Section<'_>> for FoundSection<'a> {
    fn from(section: &'a Section<'_>) -> Self {
        Self {
            id: &section.id,
            role: section.role,
            heading: section.heading.as_ref().map(|heading| heading.as_str()),
            holds: match &section.content {
                Content::Speeches(speeches) => Holds::Speeches(speeches.len()),
                Content::Profiles(profiles) => Holds::Profiles(profiles.len()),
                Content::Parts(parts) => Holds::Parts(parts.len()),
                Content::Points(points) => Holds::Points(points.len()),
                // The model may grow; what it grows by will be shown here.
                _ => Holds::Parts(0),
            },
        }
    }
}

impl From<source::Coverage> for Coverage {
    fn from(coverage: source::Coverage) -> Self {
        let source::Coverage { total, covered, unrecognised, gaps, overlaps } = coverage;
        let hundredths = (covered as u128 * 10_000).checked_div(total as u128).unwrap_or(10_000);
        Self { total, covered, percent: hundredths as f64 / 100.0, unrecognised, gaps, overlaps }
    }
}
