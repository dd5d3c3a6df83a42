//! Who took part: what the source declares beside what plenary counts.

use std::borrow::Cow;
use std::collections::HashMap;
use std::time::Duration;

use super::{Share, turns};
use crate::model::{Declared, Profile, Session, Speaker};

/// One who took part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant<'s, 'src> {
    /// Who.
    pub speaker: &'s Speaker<'src>,
    /// Their first profile, which holds what the source declares.
    pub profile: Option<&'s Profile<'src>>,
    /// Number of speeches in the transcript, counted.
    pub speeches: usize,
    /// Words in them, counted as [`words`](super::words()) does.
    pub words: usize,
    /// Of the words of all speeches, these.
    pub share: Share,
    /// How long they took, as far as the source gives when they start and end. Where speakers talk at once, the time
    /// counts for each.
    pub spoken: Option<Duration>,
}

impl<'s> Participant<'s, '_> {
    /// What the source declares of `figure`; `None` for what plenary counts.
    fn declared(&self, figure: Figure) -> Option<&'s Declared<'s>> {
        let statistics = &self.profile?.statistics;
        match figure {
            Figure::Speed => statistics.speed.as_ref(),
            Figure::Length => statistics.length.as_ref(),
            Figure::Time => statistics.time.as_ref(),
            Figure::Speeches | Figure::Words | Figure::Spoken => None,
        }
    }

    /// The figure as a table shows it: a number, minutes and seconds (`13:17`) for a time, the source's own words
    /// where they hold no number; empty where there is none.
    pub fn shown(&self, figure: Figure) -> Cow<'s, str> {
        match (figure, self.declared(figure)) {
            (Figure::Speeches, _) => self.speeches.to_string().into(),
            (Figure::Words, _) => self.words.to_string().into(),
            (Figure::Spoken, _) => self.spoken.map_or("".into(), |spoken| minutes(whole_seconds(spoken))),
            (_, None) => "".into(),
            (Figure::Time, Some(Declared { value: Some(seconds), .. })) => minutes(*seconds),
            (_, Some(Declared { value: Some(value), .. })) => value.to_string().into(),
            (_, Some(Declared { text, .. })) => text.as_str().into(),
        }
    }
}

/// `13:17`
fn minutes(seconds: u64) -> Cow<'static, str> {
    format!("{}:{:02}", seconds / 60, seconds % 60).into()
}

fn whole_seconds(time: Duration) -> u64 {
    time.saturating_add(Duration::from_millis(500)).as_secs()
}

/// A figure that a table of participants may have a column for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Declared by the source: words per minute.
    Speed,
    /// Declared by the source: words.
    Length,
    /// Declared by the source: time.
    Time,
    /// Counted by plenary: speeches.
    Speeches,
    /// Counted by plenary: words.
    Words,
    /// Counted by plenary: time, from when speeches start and end.
    Spoken,
}

impl Figure {
    /// All of them, the declared ones first.
    pub const ALL: [Self; 6] =
        [Self::Speed, Self::Length, Self::Time, Self::Speeches, Self::Words, Self::Spoken];

    /// Whether plenary counts it; else the source declares it.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Speeches | Self::Words | Self::Spoken)
    }
}

/// The figures there are for the participants of a session: the declared ones that a profile has, and the counted
/// ones where there is a transcript, time where its speeches have some.
pub fn figures(session: &Session<'_>, participants: &[Participant<'_, '_>]) -> Vec<Figure> {
    let has_transcript = session.speeches().next().is_some();
    let is_there = |figure: &Figure| match figure {
        Figure::Speeches | Figure::Words => has_transcript,
        Figure::Spoken => participants.iter().any(|participant| participant.spoken.is_some()),
        _ => participants.iter().any(|participant| participant.declared(*figure).is_some()),
    };
    Figure::ALL.into_iter().filter(is_there).collect()
}

/// Everyone of the registry, in its order; with no speech, one who only has a profile.
pub fn participants<'s, 'src>(session: &'s Session<'src>) -> Vec<Participant<'s, 'src>> {
    let nothing = Share { part: 0, whole: 0 };
    let start =
        |speaker| Participant { speaker, profile: None, speeches: 0, words: 0, share: nothing, spoken: None };
    let mut participants: Vec<_> = session.speakers.iter().map(start).collect();
    let place: HashMap<_, _> =
        session.speakers.iter().enumerate().map(|(place, speaker)| (&speaker.id, place)).collect();
    for profile in session.profiles() {
        if let Some(participant) = place.get(&profile.speaker).and_then(|&place| participants.get_mut(place))
        {
            participant.profile.get_or_insert(profile);
        }
    }
    let mut whole = 0;
    for turn in turns(session) {
        whole += turn.words;
        let place = turn.speech.speaker.as_ref().and_then(|id| place.get(id));
        if let Some(participant) = place.and_then(|&place| participants.get_mut(place)) {
            participant.speeches += 1;
            participant.words += turn.words;
            if let Some(time) = turn.time {
                participant.spoken = Some(participant.spoken.unwrap_or_default().saturating_add(time));
            }
        }
    }
    for participant in &mut participants {
        participant.share = Share { part: participant.words, whole };
    }
    participants
}
