//! A declared number with its unit: `1,357 words`, `141 words per minute`, `9 min 36 secs`.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n, take_while1};
use nom::combinator::{map, map_opt, opt, recognize};
use nom::multi::{many1, many1_count};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::{space, whole};

/// What is measured, in the order of a page; each has its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) enum Measure {
    /// In words per minute.
    Speed,
    /// In words.
    Length,
    /// In seconds.
    Time,
}

impl Measure {
    /// The unit its numbers are in.
    pub(in crate::read) fn unit(self) -> &'static str {
        match self {
            Measure::Speed => "words per minute",
            Measure::Length => "words",
            Measure::Time => "seconds",
        }
    }

    /// The units it may be given in, and how many of ours each is. Lower case; `""` where none is written.
    fn units(self) -> &'static [(&'static str, u64)] {
        match self {
            Measure::Speed => &[
                ("", 1),
                ("words per minute", 1),
                ("words per min", 1),
                ("words a minute", 1),
                ("words/minute", 1),
                ("words/min", 1),
                ("word per minute", 1),
                ("wpm", 1),
            ],
            Measure::Length => &[("", 1), ("words", 1), ("word", 1)],
            Measure::Time => &[
                ("", 1),
                ("seconds", 1),
                ("second", 1),
                ("secs", 1),
                ("sec", 1),
                ("s", 1),
                ("minutes", 60),
                ("minute", 60),
                ("mins", 60),
                ("min", 60),
                ("m", 60),
                ("hours", 3600),
                ("hour", 3600),
                ("hrs", 3600),
                ("hr", 3600),
                ("h", 3600),
            ],
        }
    }
}

/// No declared number is longer, in bytes.
const LONGEST: usize = 100;

/// The number `text` declares, in the unit of its measure. `None` where it holds no whole number or holds it in
/// another unit.
pub(in crate::read) fn quantity(measure: Measure, text: &str) -> Option<u64> {
    if let Some(plain) = plain(measure, text) {
        return Some(plain);
    }
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let text = text.get(start..).filter(|text| text.len() <= LONGEST)?.to_lowercase();
    if measure == Measure::Time
        && let Some(seconds) = clock(&text)
    {
        return Some(seconds);
    }
    let one = |input| amount(measure, input);
    let parts = whole(many1(one), text.trim_end_matches('.'))?;
    // Only a time is written in several units, and then with all of them.
    let plain = parts.len() == 1 || (measure == Measure::Time && parts.iter().all(|(_, unit)| *unit));
    parts.iter().filter(|_| plain).map(|(number, _)| *number).reduce(|sum, number| sum.saturating_add(number))
}

/// Whether `text` declares a number in the unit of any measure.
pub(in crate::read) fn is_quantity(text: &str) -> bool {
    const ALL: [Measure; 3] = [Measure::Speed, Measure::Length, Measure::Time];
    ALL.iter().any(|&measure| plain(measure, text).is_some())
        || ALL.iter().any(|&measure| quantity(measure, text).is_some())
}

/// What nearly every page writes: digits, a space and the unit, in small letters.
fn plain(measure: Measure, text: &str) -> Option<u64> {
    let (number, unit) =
        text.split_at_checked(text.bytes().take_while(u8::is_ascii_digit).take(9).count())?;
    let unit = unit.strip_prefix(' ').filter(|unit| !unit.is_empty())?;
    let (_, factor) = measure.units().iter().find(|(name, _)| *name == unit)?;
    number.parse::<u64>().ok()?.checked_mul(*factor)
}

/// One number in our unit, and whether a unit is written.
fn amount(measure: Measure, input: &str) -> IResult<&str, (u64, bool)> {
    let unit = map_opt(recognize(opt(unit_words)), move |written: &str| {
        let same = |name: &str| name.split(' ').eq(written.split_whitespace()) || name == written;
        let factor = measure.units().iter().find(|(name, _)| same(name)).map(|(_, factor)| *factor);
        factor.map(|factor| (factor, !written.is_empty()))
    });
    map_opt((number, preceded(space, unit), space, opt(tag(",")), space), |(number, (factor, unit), ..)| {
        Some((number.checked_mul(factor)?, unit))
    })
    .parse(input)
}

/// Words of a unit: letters, space and slashes.
fn unit_words(input: &str) -> IResult<&str, usize> {
    let word = || take_while1(|c: char| c.is_alphabetic());
    let more = preceded(alt((take_while1(char::is_whitespace), tag("/"))), word());
    let (input, _) = word().parse(input)?;
    map(opt(many1_count(more)), |more| 1 + more.unwrap_or(0)).parse(input)
}

/// A whole number, with or without separators between its thousands: `2806`, `2,806`, `2 806`, `2’806`.
fn number(input: &str) -> IResult<&str, u64> {
    let digits = |c: char| c.is_ascii_digit();
    let group = preceded(
        take_while_m_n(1, 1, |c: char| {
            matches!(c, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
        }),
        take_while_m_n(3, 3, digits),
    );
    let grouped = recognize((take_while_m_n(1, 3, digits), many1_count(group)));
    let (rest, written) =
        alt((grouped, recognize((take_while1(digits), take_while(digits))))).parse(input)?;
    let plain: String = written.chars().filter(char::is_ascii_digit).collect();
    match plain.parse() {
        Ok(number) if !rest.starts_with(|c: char| c.is_ascii_digit()) => Ok((rest, number)),
        _ => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Digit))),
    }
}

/// `9:36` or `1:02:03`, in seconds.
fn clock(text: &str) -> Option<u64> {
    let parts: Vec<u64> = text.trim().split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [minutes, seconds @ 0..60] => minutes.checked_mul(60)?.checked_add(*seconds),
        [hours, minutes @ 0..60, seconds @ 0..60] => {
            hours.checked_mul(3600)?.checked_add(minutes * 60 + seconds)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, quantity};

    #[test]
    fn numbers_with_their_units() {
        for (measure, text, expected) in [
            (Measure::Speed, "141 words per minute", Some(141)),
            (Measure::Speed, "141 wpm", Some(141)),
            (Measure::Speed, "141 Words/Min.", Some(141)),
            (Measure::Speed, "0 words per minute", Some(0)),
            (Measure::Speed, "120 words  per\u{a0}minute", Some(120)),
            (Measure::Length, "1357 words", Some(1357)),
            (Measure::Length, "1,357 words", Some(1357)),
            (Measure::Length, "1\u{202f}357\u{a0}words", Some(1357)),
            (Measure::Length, "12 345 678", Some(12_345_678)),
            (Measure::Time, "576 secs", Some(576)),
            (Measure::Time, "576 seconds", Some(576)),
            (Measure::Time, "about 600 secs", Some(600)),
            (Measure::Time, "9 min 36 secs", Some(576)),
            (Measure::Time, "1 hour, 2 minutes", Some(3720)),
            (Measure::Time, "9:36", Some(576)),
            (Measure::Time, "1:02:03", Some(3723)),
        ] {
            assert_eq!(quantity(measure, text), expected, "{text}");
        }
    }

    #[test]
    fn what_holds_no_such_number() {
        for (measure, text) in [
            (Measure::Speed, "unknown"),
            (Measure::Speed, ""),
            (Measure::Speed, "141 words"),
            (Measure::Speed, "141.5 words per minute"),
            (Measure::Length, "576 secs"),
            (Measure::Length, "1,35 words"),
            (Measure::Length, "99999999999999999999 words"),
            (Measure::Time, "9:99"),
            (Measure::Time, "576 words"),
        ] {
            assert_eq!(quantity(measure, text), None, "{text}");
        }
    }
}
