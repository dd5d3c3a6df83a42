//! Who has the floor, speech by speech.

use std::fmt;
use std::time::Duration;

use super::words;
use crate::model::{BlockKind, Moment, Session, Speaker, Speech};

/// A speech, measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn<'s, 'src> {
    /// Its number in the session, from 1.
    pub number: usize,
    /// The speech.
    pub speech: &'s Speech<'src>,
    /// Who speaks, where the source tells and the registry has them.
    pub speaker: Option<&'s Speaker<'src>>,
    /// Words said, counted as [`words`](super::words()) does; remarks such as `(Applause)` are none.
    pub words: usize,
    /// How long it took; `None` where the source does not give both when it starts and when it ends, or it would end
    /// before it starts.
    pub time: Option<Duration>,
}

/// The speeches in their order, each with its words and time.
///
/// ```
/// # #[cfg(feature = "read")] {
/// use plenary_core::read::{ReadOptions, read};
/// use plenary_core::statistics::turns;
///
/// let page = "Session transcript\nChair:\nGood morning to all.\nAda:\nThank you.\nChair:\nOver to you.\n";
/// let session = read(page, &ReadOptions::default()).session;
/// let order: Vec<_> = turns(&session).map(|turn| (&*turn.speaker.unwrap().name, turn.words)).collect();
/// assert_eq!(order, [("Chair", 4), ("Ada", 2), ("Chair", 3)]);
/// # }
/// ```
pub fn turns<'s, 'src>(session: &'s Session<'src>) -> impl Iterator<Item = Turn<'s, 'src>> {
    let speakers = session.speaker_index();
    session.speeches().zip(1..).map(move |(speech, number)| Turn {
        number,
        speech,
        speaker: speech.speaker.as_ref().and_then(|id| speakers.get(id)),
        words: said(speech),
        time: speech.start.zip(speech.end).and_then(|(start, end)| between(start, end)),
    })
}

/// Words of the blocks that are not remarks.
fn said(speech: &Speech<'_>) -> usize {
    let said = speech.blocks.iter().filter(|block| block.kind != BlockKind::Remark);
    said.map(|block| words(block.text.as_str())).sum()
}

/// From one moment to another of its kind that is no earlier.
fn between(start: Moment, end: Moment) -> Option<Duration> {
    match (start, end) {
        (Moment::Elapsed { milliseconds: start }, Moment::Elapsed { milliseconds: end }) => {
            end.checked_sub(start).map(Duration::from_millis)
        }
        (Moment::Clock { at: start, offset: None }, Moment::Clock { at: end, offset: None }) => {
            end.duration_since(start).try_into().ok()
        }
        (Moment::Clock { at: start, offset: Some(from) }, Moment::Clock { at: end, offset: Some(to) }) => {
            let (start, end) = (from.to_timestamp(start).ok()?, to.to_timestamp(end).ok()?);
            end.duration_since(start).try_into().ok()
        }
        _ => None,
    }
}

/// A part of a whole, in words: a share of the floor.
///
/// ```
/// use plenary_core::statistics::Share;
///
/// let share = Share { part: 1, whole: 8 };
/// assert_eq!(share.percent(), 12.5);
/// assert_eq!(share.to_string(), "12.5 %");
/// assert_eq!(Share { part: 0, whole: 0 }.to_string(), "0.0 %");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: usize,
    /// All of it, what nobody known said included.
    pub whole: usize,
}

impl Share {
    /// In percent; 0 of nothing.
    #[allow(clippy::cast_precision_loss)] // words, not atoms
    pub fn percent(self) -> f64 {
        if self.whole == 0 { 0.0 } else { self.part as f64 * 100.0 / self.whole as f64 }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} %", self.percent())
    }
}
