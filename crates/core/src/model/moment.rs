//! When something is said.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::fmt::temporal::{DateTimeParser, DateTimePrinter, Pieces, PiecesOffset};
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A moment of a recording, or of a day.
///
/// ```
/// use plenary_core::model::Moment;
///
/// let cue = Moment::Elapsed { milliseconds: 3_723_040 };
/// assert_eq!(cue.to_string(), "01:02:03.040");
/// assert_eq!("01:02:03.040".parse(), Ok(cue));
/// let noon: Moment = "2031-06-10T12:00:00+02:00".parse()?;
/// assert_eq!(noon.to_string(), "2031-06-10T12:00:00+02:00");
/// # Ok::<(), plenary_core::model::NoMoment>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// Since the recording began. In JSON `HH:MM:SS.mmm`, with as many digits of hours as it takes, at least two.
    Elapsed {
        /// Milliseconds.
        milliseconds: u64,
    },
    /// By the clock. In JSON ISO 8601: `2031-06-10T12:00:00+02:00`.
    Clock {
        /// Date and time of day.
        at: DateTime,
        /// The offset from UTC, where the source gives it.
        offset: Option<Offset>,
    },
}

/// A text that is no [`Moment`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoMoment;

impl fmt::Display for NoMoment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither a time of a recording such as 01:02:03.040 nor a date and time such as 2031-06-10T12:00:00")
    }
}

impl std::error::Error for NoMoment {}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Moment::Elapsed { milliseconds } => {
                let (seconds, milliseconds) = (milliseconds / 1000, milliseconds % 1000);
                let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
                write!(f, "{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}")
            }
            Moment::Clock { at, offset: None } => write!(f, "{at}"),
            Moment::Clock { at, offset: Some(offset) } => {
                let pieces = Pieces::from(at).with_offset(offset);
                f.write_str(&DateTimePrinter::new().pieces_to_string(&pieces))
            }
        }
    }
}

impl FromStr for Moment {
    type Err = NoMoment;

    fn from_str(text: &str) -> Result<Self, NoMoment> {
        elapsed(text).or_else(|| clock(text)).ok_or(NoMoment)
    }
}

/// `HH:MM:SS.mmm`
fn elapsed(text: &str) -> Option<Moment> {
    let (clock, milliseconds) = text.split_once('.')?;
    let mut fields = clock.split(':');
    let (hours, minutes, seconds) = (fields.next()?, fields.next()?, fields.next()?);
    let number = |text: &str, most: u64| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse::<u64>().ok())?
            .filter(|&number| number < most)
    };
    if fields.next().is_some() || [minutes.len(), seconds.len(), milliseconds.len()] != [2, 2, 3] {
        return None;
    }
    let hours = number(hours, u64::MAX / 3_600_000)?;
    let seconds = (hours * 60 + number(minutes, 60)?) * 60 + number(seconds, 60)?;
    Some(Moment::Elapsed { milliseconds: seconds * 1000 + number(milliseconds, 1000)? })
}

/// ISO 8601.
fn clock(text: &str) -> Option<Moment> {
    let pieces = DateTimeParser::new().parse_pieces(text).ok()?;
    let at = pieces.date().to_datetime(pieces.time()?);
    let offset = pieces.offset().map(|offset| match offset {
        PiecesOffset::Numeric(offset) => offset.offset(),
        _ => Offset::UTC,
    });
    Some(Moment::Clock { at, offset })
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|why| de::Error::custom(format_args!("`{text}` is {why}")))
    }
}
