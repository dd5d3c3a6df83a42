//! What the brief says in numbers, and whose numbers they are. Gone over once.

use std::collections::HashMap;
use std::time::Duration;

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Id, Moment, Speaker};
use plenary_plugin_sdk::statistics::{Participant, Turn, participants, turns};

use super::topics::Matrix;

/// Whose a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The source declares it.
    Declared,
    /// plenary counts it.
    Counted,
}

impl Origin {
    /// `counted`
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Counted => "counted",
        }
    }

    /// `counted by plenary`
    pub(super) fn phrase(self) -> &'static str {
        match self {
            Self::Declared => "declared by the source",
            Self::Counted => "counted by plenary",
        }
    }
}

/// How long the session was, or was spoken in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) time: Duration,
    pub(super) of: LengthOf,
    pub(super) origin: Origin,
}

/// What a length of time is that of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LengthOf {
    /// From the beginning of the session to its end.
    Session,
    /// All speeches together.
    Speaking,
}

/// The numbers of a session.
pub(super) struct Facts<'s, 'src> {
    /// Everyone of the registry, in its order.
    pub(super) participants: Vec<Participant<'s, 'src>>,
    /// The speeches, in order.
    pub(super) turns: Vec<Turn<'s, 'src>>,
    pub(super) topics: Matrix<'s, 'src>,
    /// The numbers of each speaker's speeches, by the speaker's identifier.
    speeches: HashMap<&'s str, Vec<usize>>,
    pub(super) arguments: usize,
    pub(super) length: Option<Length>,
}

impl<'s, 'src> Facts<'s, 'src> {
    pub(super) fn of(session: &'s Session<'src>) -> Self {
        let participants = participants(session);
        let turns: Vec<_> = turns(session).collect();
        let mut speeches: HashMap<&'s str, Vec<usize>> = HashMap::new();
        for turn in &turns {
            if let Some(speaker) = turn.speaker {
                speeches.entry(speaker.id.as_str()).or_default().push(turn.number);
            }
        }
        let arguments = session.profiles().map(|profile| profile.arguments.len()).sum();
        let length = scheduled(session).or_else(|| recorded(&turns)).or_else(|| spoken(&participants));
        Self { participants, turns, topics: Matrix::of(session), speeches, arguments, length }
    }

    /// The numbers of a speaker's speeches, in order.
    pub(super) fn speeches_of(&self, speaker: &Id) -> &[usize] {
        self.speeches.get(speaker.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The speech of this number.
    pub(super) fn speech(&self, number: usize) -> Option<&Turn<'s, 'src>> {
        self.turns.get(number.checked_sub(1)?)
    }

    /// Words of all speeches: counted, or without a transcript those declared.
    pub(super) fn words(&self) -> Option<(usize, Origin)> {
        if !self.turns.is_empty() {
            return Some((self.turns.iter().map(|turn| turn.words).sum(), Origin::Counted));
        }
        let mut declared = self.participants.iter().filter_map(declared_words).peekable();
        declared.peek()?;
        Some((declared.fold(0, usize::saturating_add), Origin::Declared))
    }

    /// Those who speak in the transcript; without one, all of the registry.
    pub(super) fn speakers(&self) -> usize {
        if self.turns.is_empty() {
            return self.participants.len();
        }
        self.participants.iter().filter(|participant| participant.speeches > 0).count()
    }

    /// The floor: who held it for how many words, the most first.
    pub(super) fn floor(&self) -> Floor<'s, 'src> {
        let (_, origin) = self.words().unwrap_or((0, Origin::Counted));
        let words = |participant: &Participant<'_, '_>| match origin {
            Origin::Counted => participant.words,
            Origin::Declared => declared_words(participant).unwrap_or(0),
        };
        let known =
            self.participants.iter().map(|participant| (Some(participant.speaker), words(participant)));
        let unknown = self.turns.iter().filter(|turn| turn.speaker.is_none()).map(|turn| turn.words).sum();
        let mut holders: Vec<_> = known.chain([(None, unknown)]).filter(|(_, words)| *words > 0).collect();
        holders.sort_by_key(|(_, words)| std::cmp::Reverse(*words));
        Floor { whole: holders.iter().fold(0, |sum, (_, words)| sum.saturating_add(*words)), holders, origin }
    }
}

/// Shares of the floor.
pub(super) struct Floor<'s, 'src> {
    /// Who, as far as the source tells, and how many words; the most first.
    pub(super) holders: Vec<(Option<&'s Speaker<'src>>, usize)>,
    /// All words.
    pub(super) whole: usize,
    pub(super) origin: Origin,
}

fn declared_words(participant: &Participant<'_, '_>) -> Option<usize> {
    let declared = participant.profile?.statistics.length.as_ref()?.value?;
    usize::try_from(declared).ok()
}

/// From the beginning to the end that the date line gives; over midnight where it ends earlier than it begins.
fn scheduled(session: &Session<'_>) -> Option<Length> {
    let time = session.time.as_ref()?;
    let seconds = |time: jiff::civil::Time| {
        i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second())
    };
    let seconds = (seconds(time.end?) - seconds(time.start?)).rem_euclid(24 * 3600);
    let time = Duration::from_secs(u64::try_from(seconds).ok().filter(|seconds| *seconds > 0)?);
    Some(Length { time, of: LengthOf::Session, origin: Origin::Declared })
}

/// From the first moment of a recording to its last.
fn recorded(turns: &[Turn<'_, '_>]) -> Option<Length> {
    let moments = turns.iter().flat_map(|turn| [turn.speech.start, turn.speech.end]).flatten();
    let elapsed = |moment| match moment {
        Moment::Elapsed { milliseconds } => Some(milliseconds),
        Moment::Clock { .. } => None,
    };
    let moments: Vec<_> = moments.map(elapsed).collect::<Option<_>>()?;
    let time = Duration::from_millis(moments.iter().max()? - moments.iter().min()?);
    let long_enough = time >= Duration::from_secs(1);
    long_enough.then_some(Length { time, of: LengthOf::Session, origin: Origin::Counted })
}

/// The time that the source declares of each speaker, together.
fn spoken(participants: &[Participant<'_, '_>]) -> Option<Length> {
    let declared = |participant: &Participant<'_, '_>| participant.profile?.statistics.time.as_ref()?.value;
    let seconds = participants.iter().filter_map(declared).fold(0, u64::saturating_add);
    let time = Duration::from_secs(seconds);
    (seconds > 0).then_some(Length { time, of: LengthOf::Speaking, origin: Origin::Declared })
}

/// `16,025`
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 speech`, `61 speeches`
pub(super) fn several(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// `1 h 18 min`, `30 min`, `45 s`
pub(super) fn hours(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        return format!("{seconds}\u{A0}s");
    }
    // To the nearest minute.
    let minutes = (seconds + 30) / 60;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{A0}min"),
        (hours, 0) => format!("{hours}\u{A0}h"),
        (hours, minutes) => format!("{hours}\u{A0}h\u{A0}{minutes}\u{A0}min"),
    }
}
