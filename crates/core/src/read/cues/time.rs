//! The line of times above the words of a cue: `00:01:02.500 --> 00:01:04.000 align:start`.
//!
//! WebVTT (W3C, section 4.1) writes the fraction behind a point and may leave out the hours; SubRip writes it behind a
//! comma. Programs mix the two, leave digits out, and write hours of any length: all of it is read in both dialects.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, digit1, one_of, space0};
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

use crate::read::grammar::whole;

/// What a line of times says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum TimeLine<'a> {
    /// From when to when the cue is shown.
    Times {
        times: Times,
        /// What stands behind times and settings, where only settings should.
        behind: &'a str,
    },
    /// Nobody can tell.
    Broken,
}

/// When a cue is shown, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Times {
    pub(in crate::read) start: u64,
    pub(in crate::read) end: u64,
}

/// Reads a line that begins like times and has an arrow; `None` for any other.
pub(in crate::read) fn time_line(line: &str) -> Option<TimeLine<'_>> {
    let begins = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.' | b',' | b':');
    if !line.as_bytes().first().is_some_and(begins) {
        return None;
    }
    // The number of a cue begins so, and has no arrow.
    memchr::memchr(b'>', line.as_bytes())?;
    match times(line) {
        Ok((rest, times)) if rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == '<') => {
            Some(TimeLine::Times { times, behind: without_settings(rest) })
        }
        _ => {
            let start = line.as_bytes().get(..LONGEST_BROKEN).unwrap_or(line.as_bytes());
            memchr::memmem::find(start, ARROW.as_bytes()).map(|_| TimeLine::Broken)
        }
    }
}

/// Whether the fractions of a line of times stand behind a comma; `None` for any other line.
pub(in crate::read) fn has_comma(line: &str) -> Option<bool> {
    let times = time_line(line).filter(|time| matches!(time, TimeLine::Times { .. }));
    times.and_then(|_| line.split_once(ARROW)).map(|(start, _)| start.contains(','))
}

const ARROW: &str = "-->";
/// How far from the start of a line that is no line of times the arrow may stand to make it a broken one, in bytes.
const LONGEST_BROKEN: usize = 60;

/// `00:01:02.500 --> 00:01:04.000`
fn times(input: &str) -> IResult<&str, Times> {
    let arrow = delimited(space0, tag(ARROW), space0);
    let mut times = (stamp, arrow, stamp).map(|(start, _, end)| Times { start, end });
    times.parse(input)
}

/// `1:02:03.5`, `02:03.500`, `00:02:03,500`, `00:02:03`: milliseconds.
fn stamp(input: &str) -> IResult<&str, u64> {
    if let Some(common) = common_stamp(input) {
        return Ok(common);
    }
    let hours = opt((number(9), char(':')).map(|(hours, _)| hours));
    // The hours are tried first: without them their number is that of the minutes.
    let full = (hours, sixty, char(':'), sixty).map(|(hours, minutes, _, seconds)| (hours, minutes, seconds));
    let short = (sixty, char(':'), sixty).map(|(minutes, _, seconds)| (None, minutes, seconds));
    let (rest, (hours, minutes, seconds)) = alt((full, short)).parse(input)?;
    let (rest, milliseconds) = opt(preceded(one_of(".,"), fraction)).parse(rest)?;
    let seconds = (hours.unwrap_or(0) * 60 + minutes) * 60 + seconds;
    Ok((rest, seconds * 1000 + milliseconds.unwrap_or(0)))
}

/// `00:02:03.500`, as nearly every program writes times: most lines of a file of cues are times, so this form is read
/// at a glance.
fn common_stamp(input: &str) -> Option<(&str, u64)> {
    let &[h1, h2, b':', m1, m2, b':', s1, s2, b'.' | b',', f1, f2, f3] = input.as_bytes().first_chunk()?
    else {
        return None;
    };
    let rest = input.get("00:02:03.500".len()..)?;
    let digits = [h1, h2, m1, m2, s1, s2, f1, f2, f3];
    if !digits.iter().all(u8::is_ascii_digit)
        || m1 > b'5'
        || s1 > b'5'
        || rest.starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let [h1, h2, m1, m2, s1, s2, f1, f2, f3] = digits.map(|digit| u64::from(digit - b'0'));
    let seconds = ((h1 * 10 + h2) * 60 + m1 * 10 + m2) * 60 + s1 * 10 + s2;
    Some((rest, seconds * 1000 + f1 * 100 + f2 * 10 + f3))
}

/// A number of at most `most` digits.
fn number<'a>(most: usize) -> impl Parser<&'a str, Output = u64, Error = nom::error::Error<&'a str>> {
    map_opt(take_while_m_n(1, most, |c: char| c.is_ascii_digit()), |digits: &str| digits.parse().ok())
}

/// Minutes or seconds.
fn sixty(input: &str) -> IResult<&str, u64> {
    verify(number(2), |&number| number < 60).parse(input)
}

/// The digits behind the point, as milliseconds.
fn fraction(input: &str) -> IResult<&str, u64> {
    digit1
        .map(|digits: &str| {
            digits.bytes().chain(*b"00").take(3).fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'))
        })
        .parse(input)
}

/// Whether all of a tag's text is a time of its own: `<00:00:01.000>`.
pub(super) fn is_stamp(text: &str) -> bool {
    whole(stamp, text).is_some()
}

/// Settings of WebVTT, of its drafts, and of SubRip: where and how a cue is shown.
#[rustfmt::skip]
const SETTINGS: &[&str] = &[
    "A", "D", "L", "S", "T", "X1", "X2", "Y1", "Y2", "align", "line", "position", "region", "size", "vertical",
];

fn is_setting(name: &str) -> bool {
    SETTINGS.iter().any(|setting| setting.eq_ignore_ascii_case(name))
}

/// What stands behind the settings of a line of times.
fn without_settings(behind: &str) -> &str {
    let mut rest = behind.trim_start();
    // Most lines of times have none.
    if rest.is_empty() {
        return rest;
    }
    while let Some((name, _)) = rest.split_once(':').filter(|(name, _)| is_setting(name)) {
        let value = rest.get(name.len()..).unwrap_or_default();
        let end = value.find(char::is_whitespace).unwrap_or(value.len());
        rest = value.get(end..).unwrap_or_default().trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::{TimeLine, Times, is_stamp, time_line};

    #[test]
    fn times_come_in_many_forms() {
        let hour = 3_600_000;
        for (line, start, end, rest) in [
            ("00:00:01.000 --> 00:00:02.500", 1000, 2500, ""),
            ("00:01.000 --> 59:59.999", 1000, hour - 1, ""),
            ("123:00:00.000 --> 123:00:01.000 align:start position:0%", 123 * hour, 123 * hour + 1000, ""),
            ("00:00:01,000 --> 00:00:02,500 x1:201 X2:516 Y1:397 Y2:423", 1000, 2500, ""),
            ("0:0:1-->0:0:2,5", 1000, 2500, ""),
            ("00:00:01 \t-->\t00:00:02", 1000, 2000, ""),
            ("00:00:01.000123 --> 00:00:02.05", 1000, 2050, ""),
            ("00:00:01.000 --> 00:00:02.000 line:0 Good morning: all", 1000, 2000, "Good morning: all"),
            ("00:00:01.000 --> 00:00:02.000<v Ines>Good", 1000, 2000, "<v Ines>Good"),
        ] {
            let expected = TimeLine::Times { times: Times { start, end }, behind: rest };
            assert_eq!(time_line(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn broken_times_are_told_from_words() {
        for line in [
            "00:00:61.000 --> 00:00:02.000",
            "00:75:00.000 --> 00:76:00.000",
            "00:00:0x.000 --> 00:00:02.000",
            "-00:00:01.000 --> 00:00:02.000",
            "00:00:01.000 -->",
            "00:00:01.000 --> 00:00:xx",
            "00:00:01.000 --> 00:00:6x.000",
            "00:00:01.000 --> 00:00:02:000",
            "00:00:01.000 --> 00:00:02.000Good morning",
            "--> 00:00:01.000",
            "1 --> 2",
        ] {
            assert_eq!(time_line(line), Some(TimeLine::Broken), "{line}");
        }
        for line in ["", "12", "10:30 we begin", "a --> b", "00:00:01.000 00:00:02.000", "- Yes."] {
            assert_eq!(time_line(line), None, "{line}");
        }
        assert!(is_stamp("00:00:01.000") && !is_stamp("3") && !is_stamp("00:00:01.000 "));
    }
}
