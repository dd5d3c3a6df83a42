//! What the times beside the names of a transcript count.

use jiff::civil::{Date, Time};

use crate::model::{MeetingTime, Moment};
use crate::read::grammar::stamp::Stamp;

/// What the times of a transcript count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// The time since the recording began.
    Elapsed,
    /// The time of this day.
    Clock(Date),
    /// It cannot be told.
    Unclear,
}

/// A recording is seldom begun more than this before the first words that somebody kept, in milliseconds.
const LONGEST_SILENCE: u64 = 5 * 60 * 1000;
/// No recording lasts until this many milliseconds; by the clock it is early morning.
const MORNING: u64 = 6 * 60 * 60 * 1000;
/// How far the first words may be from the hour on the date line, in minutes.
const NEAR: i64 = 20;

impl Times {
    pub(super) fn of(stamps: &[Stamp], meeting: Option<&MeetingTime<'_>>) -> Self {
        let Some(first) = stamps.first() else { return Times::Elapsed };
        let by_clock = meeting.map_or(Times::Unclear, |meeting| Times::Clock(meeting.date));
        if stamps.iter().any(|stamp| stamp.afternoon.is_some()) {
            return by_clock;
        }
        let begins = meeting.and_then(|meeting| meeting.start);
        let near = begins.zip(first.time()).is_some_and(|(begins, first)| minutes(begins, first) <= NEAR);
        match first {
            first if first.long && first.elapsed() >= MORNING => by_clock,
            first if first.long || first.elapsed() < LONGEST_SILENCE => Times::Elapsed,
            // Beside `1:02:03` the short ones are minutes and seconds; and no day has 24 hours and more.
            _ if stamps.iter().any(|stamp| stamp.long || stamp.time().is_none()) => Times::Elapsed,
            _ if near => by_clock,
            _ => Times::Unclear,
        }
    }

    /// The moment that a time names.
    pub(super) fn moment(self, stamp: Stamp) -> Option<Moment> {
        match self {
            Times::Elapsed => Some(Moment::Elapsed { milliseconds: stamp.elapsed() }),
            Times::Clock(date) => Some(Moment::Clock { at: date.to_datetime(stamp.time()?), offset: None }),
            Times::Unclear => None,
        }
    }
}

fn minutes(left: Time, right: Time) -> i64 {
    let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    (minute(left) - minute(right)).abs()
}
