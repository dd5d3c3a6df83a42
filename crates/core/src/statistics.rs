//! Who took part and how much: what the source declares beside what plenary counts.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{BlockKind, Declared, Profile, Session, Speaker, Speech};

/// One who took part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant<'s, 'src> {
    /// Who.
    pub speaker: &'s Speaker<'src>,
    /// Their first profile, which holds what the source declares.
    pub profile: Option<&'s Profile<'src>>,
    /// Number of speeches in the transcript, counted.
    pub speeches: usize,
    /// Words in them, counted as [`words`] does.
    pub words: usize,
}

impl<'s> Participant<'s, '_> {
    /// What the source declares of `figure`; `None` for what plenary counts.
    fn declared(&self, figure: Figure) -> Option<&'s Declared<'s>> {
        let statistics = &self.profile?.statistics;
        match figure {
            Figure::Speed => statistics.speed.as_ref(),
            Figure::Length => statistics.length.as_ref(),
            Figure::Time => statistics.time.as_ref(),
            Figure::Speeches | Figure::Words => None,
        }
    }

    /// The figure as a table shows it: a number, minutes and seconds (`13:17`) for a time, the source's own words
    /// where they hold no number; empty where there is none.
    pub fn shown(&self, figure: Figure) -> Cow<'s, str> {
        match (figure, self.declared(figure)) {
            (Figure::Speeches, _) => self.speeches.to_string().into(),
            (Figure::Words, _) => self.words.to_string().into(),
            (_, None) => "".into(),
            (Figure::Time, Some(Declared { value: Some(seconds), .. })) => {
                format!("{}:{:02}", seconds / 60, seconds % 60).into()
            }
            (_, Some(Declared { value: Some(value), .. })) => value.to_string().into(),
            (_, Some(Declared { text, .. })) => text.as_str().into(),
        }
    }
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
}

impl Figure {
    /// All of them, the declared ones first.
    pub const ALL: [Self; 5] = [Self::Speed, Self::Length, Self::Time, Self::Speeches, Self::Words];

    /// Whether plenary counts it; else the source declares it.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Speeches | Self::Words)
    }
}

/// The figures there are for the participants of a session: the declared ones that a profile has, and the counted
/// ones where there is a transcript.
pub fn figures(session: &Session<'_>, participants: &[Participant<'_, '_>]) -> Vec<Figure> {
    let has_transcript = session.speeches().next().is_some();
    let is_there = |figure: &Figure| match figure.is_counted() {
        true => has_transcript,
        false => participants.iter().any(|participant| participant.declared(*figure).is_some()),
    };
    Figure::ALL.into_iter().filter(is_there).collect()
}

/// Everyone of the registry, in its order; with no speech, one who only has a profile.
pub fn participants<'s, 'src>(session: &'s Session<'src>) -> Vec<Participant<'s, 'src>> {
    let mut participants: Vec<_> = session
        .speakers
        .iter()
        .map(|speaker| Participant { speaker, profile: None, speeches: 0, words: 0 })
        .collect();
    let place: HashMap<_, _> =
        session.speakers.iter().enumerate().map(|(place, speaker)| (&speaker.id, place)).collect();
    for profile in session.profiles() {
        if let Some(participant) = place.get(&profile.speaker).and_then(|&place| participants.get_mut(place))
        {
            participant.profile.get_or_insert(profile);
        }
    }
    for speech in session.speeches() {
        let place = speech.speaker.as_ref().and_then(|id| place.get(id));
        if let Some(participant) = place.and_then(|&place| participants.get_mut(place)) {
            participant.speeches += 1;
            participant.words += spoken(speech);
        }
    }
    participants
}

/// Words said in a speech: those of its blocks that are not remarks such as `(Applause)`.
fn spoken(speech: &Speech<'_>) -> usize {
    let said = speech.blocks.iter().filter(|block| block.kind != BlockKind::Remark);
    said.map(|block| words(block.text.as_str())).sum()
}

/// Words of a text: runs between white space that hold a letter or a digit.
///
/// ```
/// assert_eq!(plenary_core::statistics::words("Well – it’s a multi-stakeholder process . . ."), 5);
/// ```
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
