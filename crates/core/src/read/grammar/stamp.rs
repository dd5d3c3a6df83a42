//! The time at which something was said, as transcripts write it beside a name.
//!
//! ```text
//! 0:07        1:02:03       00:12:03.500      10:03:12 AM
//! ```

use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::{map_opt, not, opt, peek, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::space;

/// A time of a recording or of a day, which the writing alone does not tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Stamp {
    /// The numbers before, between and behind the colons; two or three.
    fields: [u64; 3],
    /// Whether there are three.
    pub(in crate::read) long: bool,
    milliseconds: u64,
    /// Whether it is in the second half of the day; `None` where nothing is said of halves.
    pub(in crate::read) afternoon: Option<bool>,
}

impl Stamp {
    /// As a time of a recording: minutes and seconds, or hours, minutes and seconds.
    pub(in crate::read) fn elapsed(self) -> u64 {
        let [first, second, third] = self.fields;
        let seconds = if self.long { (first * 60 + second) * 60 + third } else { first * 60 + second };
        seconds * 1000 + self.milliseconds
    }

    /// What grows with the time, whichever it is.
    pub(in crate::read) fn order(self) -> u64 {
        match self.afternoon.and_then(|_| self.time()) {
            Some(time) => {
                (u64::from(time.hour().unsigned_abs()) * 60 + u64::from(time.minute().unsigned_abs()))
                    * 60_000
            }
            None => self.elapsed(),
        }
    }

    /// As a time of day: hours and minutes, or hours, minutes and seconds.
    pub(in crate::read) fn time(self) -> Option<jiff::civil::Time> {
        let [hour, minute, second] = self.fields.map(|field| i8::try_from(field).ok());
        let hour = match (self.afternoon, hour?) {
            (None, hour) => hour,
            (Some(_), 0 | 13..) => return None,
            (Some(afternoon), hour) => hour % 12 + if afternoon { 12 } else { 0 },
        };
        jiff::civil::Time::new(hour, minute?, if self.long { second? } else { 0 }, 0).ok()
    }
}

/// A stamp.
pub(in crate::read) fn stamp(input: &str) -> IResult<&str, Stamp> {
    let part = || preceded(char(':'), digits(2, 2));
    let fraction = preceded(one_of(".,"), take_while_m_n(1, 3, |c: char| c.is_ascii_digit()));
    let half = preceded(
        take_while(|c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}')),
        alt((
            value(false, alt((tag_no_case("a.m."), tag_no_case("am")))),
            value(true, alt((tag_no_case("p.m."), tag_no_case("pm")))),
        )),
    );
    let end = peek(not(take_while_m_n(1, 1, |c: char| c.is_alphanumeric() || c == ':')));
    let parts = (digits(1, 3), part(), opt(part()), opt(fraction), opt(half));
    let (rest, (first, second, third, fraction, afternoon)) = terminated(parts, end).parse(input)?;
    if second > 59 || third.is_some_and(|third| third > 59) {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)));
    }
    let milliseconds = fraction.map_or(0, |digits: &str| {
        digits.bytes().chain(*b"00").take(3).fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'))
    });
    let fields = [first, second, third.unwrap_or(0)];
    Ok((rest, Stamp { fields, long: third.is_some(), milliseconds, afternoon }))
}

/// A stamp in brackets, and the space in front of it: `[00:12]`.
pub(in crate::read) fn bracketed(input: &str) -> IResult<&str, Stamp> {
    // Nearly every text begins with a letter.
    if input.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Char)));
    }
    let brackets = alt((delimited(char('['), stamp, char(']')), delimited(char('('), stamp, char(')'))));
    preceded(space, brackets).parse(input)
}

/// What stands in front of a stamp in brackets at the end of a name: `Chair [00:12]`.
pub(in crate::read) fn before_bracketed(name: &str) -> Option<&str> {
    let open = name.ends_with([']', ')']).then(|| name.rfind(['[', '(']))??;
    let (front, behind) = name.split_at_checked(open)?;
    matches!(bracketed(behind), Ok(("", _))).then(|| front.trim_end())
}

fn digits<'a>(
    min: usize,
    max: usize,
) -> impl Parser<&'a str, Output = u64, Error = nom::error::Error<&'a str>> {
    let digits = take_while_m_n(min, max, |c: char| c.is_ascii_digit());
    map_opt(digits, |digits: &str| digits.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::{before_bracketed, bracketed, stamp};

    #[test]
    fn stamps_in_brackets_beside_a_name() {
        assert!(matches!(bracketed(" [00:12] Chair"), Ok((" Chair", stamp)) if stamp.elapsed() == 12_000));
        assert_eq!(before_bracketed("Chair (01:02:03.5)"), Some("Chair"));
        for name in
            ["Chair", "Chair (off-mic)", "Chair (10)", "Chair (10:75)", "Chair (Mark 3:16)", "Chair 00:12"]
        {
            assert_eq!(before_bracketed(name), None, "{name}");
        }
    }

    #[test]
    fn stamps_as_times_of_a_recording_and_of_a_day() {
        for (text, elapsed, time) in [
            ("0:07", 7_000, "00:07:00"),
            ("61:02", 3_662_000, "-"),
            ("1:02:03", 3_723_000, "01:02:03"),
            ("00:12:03.5", 723_500, "00:12:03"),
            ("10:03:12 AM", 36_192_000, "10:03:12"),
            ("1:03 p.m.", 63_000, "13:03:00"),
            ("12:00 am", 720_000, "00:00:00"),
        ] {
            let (rest, found) = stamp(text).unwrap();
            let found = (found.elapsed(), found.time().map_or("-".into(), |time| time.to_string()));
            assert_eq!((rest, found), ("", (elapsed, time.to_owned())), "{text}");
        }
        for text in ["10", "1:2", "10:75", "1:02:99", "10:30h", "1234:00", "10:30:", ":30", "10:30ab"] {
            assert!(stamp(text).is_err(), "{text}");
        }
    }
}
