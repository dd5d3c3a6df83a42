//! When a session took place, as people write it.
//!
//! ```text
//! 7 Jun 2024 09:00h - 09:30h          Tuesday, 10 October 2023
//! 10 Oct 2023 08:30h - 10:00h UTC     October 10, 2023, 2:00 – 3:30 pm
//! 2023-10-10T08:30Z                   From 9 to 12 October 2023
//! Date: 10 October 2023 (9h – 10h30)  09:00h - 09:30h, where the day stands on another line
//! ```

use jiff::civil::{Date, Time};
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while_m_n, take_while1};
use nom::character::complete::{alpha1, char, one_of};
use nom::combinator::{eof, map, map_opt, not, opt, peek, recognize, rest, value, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::{calendar, dash, space, whole};

/// A line of the form of a date.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) enum DateLine<'a> {
    /// One that names a day.
    When(When<'a>),
    /// One that names no day, or not which.
    NoDay(NoDay),
    /// Hours alone: `09:00h - 09:30h UTC`.
    Hours(Hours<'a>),
}

/// Why a line of the form of a date names no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum NoDay {
    /// The calendar has no such day: `31 Feb 2024`.
    NotInCalendar,
    /// The day and the month may be either way round: `3/4/2024`.
    DayOrMonth,
    /// The year has two digits: `7 Jun 24`.
    ShortYear,
}

impl NoDay {
    /// The finding, in one sentence.
    pub(in crate::read) fn message(self) -> &'static str {
        match self {
            NoDay::NotInCalendar => "the calendar has no such day",
            NoDay::DayOrMonth => "this date does not tell the day from the month",
            NoDay::ShortYear => "this date has a year of two digits, and so of no century",
        }
    }
}

/// What a date line says.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) struct When<'a> {
    /// The day, or the first of several.
    pub(in crate::read) date: Date,
    pub(in crate::read) hours: Hours<'a>,
}

/// Hours of a day, as far as they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Hours<'a> {
    pub(in crate::read) start: Option<Time>,
    pub(in crate::read) end: Option<Time>,
    pub(in crate::read) zone: Option<&'a str>,
    /// Whether an hour is written that no clock shows: `25:00h`.
    pub(in crate::read) bad: bool,
}

/// No date line is longer, in bytes.
const LONGEST: usize = 120;

/// What `line` says if it is a date line.
pub(in crate::read) fn date_line(line: &str) -> Option<DateLine<'_>> {
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let line = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).unwrap_or(line);
    let line = emphasised(line).unwrap_or(line);
    let zone = || opt(zone);
    let with_day = (preceded((opt(from), opt(weekday)), day), opt(behind_day), terminated(zone(), remark));
    let hours_alone = verify((preceded(opt(from), hours), zone()), |((_, end), zone)| {
        // `9.30` alone may be anything.
        end.is_some() || zone.is_some()
    });
    let said = alt((
        map(with_day, |(day, behind, zone)| {
            let (written, inner) = behind.unwrap_or_default();
            match day {
                Ok(date) => DateLine::When(When { date, hours: hours_of(written, inner.or(zone)) }),
                Err(reason) => DateLine::NoDay(reason),
            }
        }),
        map(hours_alone, |(written, zone)| DateLine::Hours(hours_of(written, zone))),
    ));
    whole(preceded((opt(name), space, opt(day_of_event)), said), line)
}

/// What stands between marks of Markdown: `*7 Jun 2024*`.
fn emphasised(line: &str) -> Option<&str> {
    let mark = ["***", "**", "*", "_"].into_iter().find(|mark| line.starts_with(mark))?;
    line.strip_prefix(mark)?.strip_suffix(mark)
}

/// Which day of the event it is: `Day 2, `.
fn day_of_event(input: &str) -> IResult<&str, ()> {
    value((), (tag_no_case("day"), space, number(1, 2), space, one_of(",:|-–—"), space)).parse(input)
}

/// What the hours say that are written.
fn hours_of<'a>((start, end): Written, zone: Option<&'a str>) -> Hours<'a> {
    let bad = |time: &Option<Clock>| time.as_ref().is_some_and(|clock| clock.time().is_none());
    Hours {
        bad: bad(&start) || bad(&end),
        start: start.and_then(Clock::time),
        end: end.and_then(Clock::time),
        zone,
    }
}

/// What a date line may be called: `Date:`, `Date and time:`, `When:`.
fn name(input: &str) -> IResult<&str, ()> {
    let date =
        (tag_no_case("date"), opt((space, alt((tag_no_case("and"), tag("&"))), space, tag_no_case("time"))));
    let names = alt((value((), date), value((), tag_no_case("when")), value((), tag_no_case("time"))));
    let bold = || opt(tag("**"));
    value((), (bold(), names, bold(), space, char(':'), bold())).parse(input)
}

/// `From 7 to 9 Jun 2024`, `On 7 June 2024`, `le 7 juin 2024`.
fn from(input: &str) -> IResult<&str, ()> {
    let words = ["from", "on", "le", "el", "em", "il", "am"];
    let word = verify(letters, |word: &str| words.iter().any(|own| own.eq_ignore_ascii_case(word)));
    value((), (word, space)).parse(input)
}

/// The hours behind a day, and the zone if it stands in brackets with them: `, 09:00h`, ` | from 9 am`,
/// ` (09:00 CEST)`, `T09:00`.
fn behind_day(input: &str) -> IResult<&str, (Written, Option<&str>)> {
    let spaced = preceded((opt(preceded(space, one_of(",|-–—"))), space, opt(at)), hours);
    let bracketed = delimited((space, char('(')), (hours, opt(zone)), char(')'));
    let bare = alt((preceded(char('T'), hours), spaced));
    alt((map(bare, |hours| (hours, None)), bracketed)).parse(input)
}

fn weekday(input: &str) -> IResult<&str, ()> {
    let word = take_while1(|c: char| c.is_alphabetic() || c == '-');
    let name = verify(word, |word: &str| calendar::is_weekday(word));
    value((), (name, opt(one_of(",.")), opt(char(',')), space)).parse(input)
}

/// A day in one of its forms, or why it is none.
fn day(input: &str) -> IResult<&str, Result<Date, NoDay>> {
    alt((
        // 2023-10-10, 2023/10/10
        map((number(4, 4), one_of("-/."), number(1, 2), one_of("-/."), number(1, 2)), |(y, _, m, _, d)| {
            date(Some(y), m, d)
        }),
        // 2023年10月10日
        map(
            (number(4, 4), char('年'), number(1, 2), char('月'), number(1, 2), char('日')),
            |(y, _, m, _, d, _)| date(Some(y), m, d),
        ),
        // 10.10.2023 has the day first; 10/11/2023 does not say
        map((number(1, 2), char('.'), number(1, 2), char('.'), year), |(d, _, m, _, y)| date(y, m, d)),
        map((number(1, 2), char('/'), number(1, 2), char('/'), year), |(a, _, b, _, y)| match (a, b) {
            _ if a == b || b > 12 => date(y, a, b),
            _ if a > 12 => date(y, b, a),
            _ => Err(NoDay::DayOrMonth),
        }),
        // 10 October 2023, 9 - 12 October 2023, 30 Sep - 2 Oct 2023
        map_opt(
            (
                ordinal,
                opt(preceded(space, month)),
                opt((dash, opt(weekday), ordinal)),
                opt(preceded(between, month)),
                between,
                year,
            ),
            |(d, first, _, last, _, y)| Some(date(y, first.or(last)?, d)),
        ),
        // October 10, 2023, October 10 - 12, 2023
        map((month, space, ordinal, opt((dash, ordinal)), between, year), |(m, _, d, _, _, y)| date(y, m, d)),
    ))
    .parse(input)
}

/// A year; `None` where it has two digits.
fn year(input: &str) -> IResult<&str, Option<u16>> {
    // The hours of `7 Jun 09:00h` are none.
    let short =
        terminated(number(2, 2), not((one_of(":.hH"), take_while_m_n(0, 1, |c: char| c.is_ascii_digit()))));
    // `7 июня 2024 г.`
    let long = terminated(number(4, 4), opt((space, alt((tag("года"), tag("г."))))));
    alt((map(long, Some), value(None, short))).parse(input)
}

fn date(year: Option<u16>, month: u16, day: u16) -> Result<Date, NoDay> {
    let date = |year: u16| {
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    date(year.ok_or(NoDay::ShortYear)?).ok_or(NoDay::NotInCalendar)
}

/// Between the parts of a date: space, a comma, `of`, `de`.
fn between(input: &str) -> IResult<&str, ()> {
    let of = alt((tag_no_case("of"), tag_no_case("del"), tag_no_case("de")));
    value((), (opt(one_of(",.")), space, opt((of, take_while1(char::is_whitespace))))).parse(input)
}

/// A number of `min` to `max` digits, and no further digit.
fn number<'a>(
    min: usize,
    max: usize,
) -> impl Parser<&'a str, Output = u16, Error = nom::error::Error<&'a str>> {
    let digits = take_while_m_n(min, max, |c: char| c.is_ascii_digit());
    terminated(map_opt(digits, |digits: &str| digits.parse().ok()), peek(not(one_of("0123456789"))))
}

/// A day of the month: `7`, `7th`, `7.`, `1er`, `1º`
fn ordinal(input: &str) -> IResult<&str, u16> {
    let ends = alt((tag("st"), tag("nd"), tag("rd"), tag("th"), tag("er"), tag("º"), tag(".")));
    terminated(number(1, 2), opt(ends)).parse(input)
}

/// A month by its name, or in English by the first three letters and more of it.
fn month(input: &str) -> IResult<&str, u16> {
    terminated(map_opt(letters, calendar::month), opt(char('.'))).parse(input)
}

fn letters(input: &str) -> IResult<&str, &str> {
    take_while1(char::is_alphabetic).parse(input)
}

fn at(input: &str) -> IResult<&str, ()> {
    value((), (alt((tag_no_case("at"), tag_no_case("from"))), space)).parse(input)
}

/// An hour of the day as written.
#[derive(Debug, Clone, Copy)]
struct Clock {
    hour: u16,
    minute: u16,
    half: Option<Half>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

impl Clock {
    /// The time of day; `None` where no clock shows it. Midnight at the end of a day is 00:00.
    fn time(self) -> Option<Time> {
        let hour = match (self.half, self.hour) {
            (None, 24) if self.minute == 0 => 0,
            (None, hour) => hour,
            (Some(_), 0 | 13..) => return None,
            (Some(Half::Am), hour) => hour % 12,
            (Some(Half::Pm), hour) => hour % 12 + 12,
        };
        Time::new(i8::try_from(hour).ok()?, i8::try_from(self.minute).ok()?, 0, 0).ok()
    }
}

/// When it began, and when it ended if that is written.
type Written = (Option<Clock>, Option<Clock>);

fn hours(input: &str) -> IResult<&str, Written> {
    map((clock, opt(preceded(dash, clock))), |(mut start, end)| {
        // `2:00 – 3:30 pm` means the afternoon twice, `11:00 – 1:00 pm` does not.
        if let (None, Some(half)) = (start.half, end.and_then(|end| end.half)) {
            let same = Clock { half: Some(half), ..start };
            let (start_time, end_time) = (same.time(), end.and_then(Clock::time));
            start.half = Some(if start_time <= end_time { half } else { Half::Am });
        }
        (Some(start), end)
    })
    .parse(input)
}

/// `09:00h`, `9:00 am`, `09h30`, `9.00`, `9h`, `9 pm`, `09:00:00`.
fn clock(input: &str) -> IResult<&str, Clock> {
    let half = preceded(
        space,
        alt((
            value(Half::Am, alt((tag_no_case("a.m."), tag_no_case("am")))),
            value(Half::Pm, alt((tag_no_case("p.m."), tag_no_case("pm")))),
        )),
    );
    let (rest, (hour, minute, hours, half)) = (
        number(1, 2),
        opt(terminated(preceded(one_of(":.hH"), number(2, 2)), opt(preceded(char(':'), number(2, 2))))),
        opt(preceded(opt(char(' ')), alt((tag_no_case("hrs"), tag_no_case("h"))))),
        opt(half),
    )
        .parse(input)?;
    // A bare number is no time of day.
    if minute.is_none() && hours.is_none() && half.is_none() {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)));
    }
    Ok((rest, Clock { hour, minute: minute.unwrap_or(0), half }))
}

/// A time zone, in brackets or without.
fn zone(input: &str) -> IResult<&str, &str> {
    let bare = terminated(zone_name, peek(not(take_while_m_n(1, 1, char::is_alphanumeric))));
    let zone = alt((delimited(char('('), zone_name, char(')')), bare));
    preceded((opt(char(',')), space), zone).parse(input)
}

/// `UTC`, `CEST`, `UTC+2`, `+02:00`, `Europe/Zurich`, `Z`.
fn zone_name(input: &str) -> IResult<&str, &str> {
    let offset = || (one_of("+-−"), number(1, 2), opt(preceded(opt(char(':')), number(2, 2))));
    let letters = take_while_m_n(2, 5, |c: char| c.is_ascii_uppercase());
    let city =
        (alpha1, char('/'), take_while_m_n(2, 40, |c: char| c.is_ascii_alphabetic() || "_/".contains(c)));
    alt((
        recognize(city),
        recognize((letters, opt((opt(char(' ')), offset())))),
        recognize(offset()),
        tag("Z"),
    ))
    .parse(input)
}

/// What may follow a date on its line, and is left to stand there: `, Room 3`, `(hybrid)`.
fn remark(input: &str) -> IResult<&str, ()> {
    let said = verify(rest, |text: &str| !text.ends_with(['.', ':', '?', '!']));
    value((), alt((recognize((take_while(char::is_whitespace), one_of(",|(·•–-"), said)), recognize(eof))))
        .parse(input)
}

#[cfg(test)]
mod tests {
    use super::{DateLine, Hours, date_line};

    fn read(line: &str) -> String {
        match date_line(line) {
            None => "no date line".into(),
            Some(DateLine::NoDay(reason)) => format!("{reason:?}"),
            Some(DateLine::When(when)) => format!("{} {}", when.date, told(when.hours)),
            Some(DateLine::Hours(hours)) => told(hours),
        }
    }

    fn told(hours: Hours<'_>) -> String {
        let time = |time: Option<jiff::civil::Time>| {
            time.map_or("-".into(), |time| time.strftime("%H:%M").to_string())
        };
        let bad = if hours.bad { " bad time" } else { "" };
        format!("{} {} {}{bad}", time(hours.start), time(hours.end), hours.zone.unwrap_or("-"))
    }

    #[test]
    fn dates_in_every_form() {
        for (line, expected) in [
            ("7 Jun 2024 09:00h - 09:30h", "2024-06-07 09:00 09:30 -"),
            ("10 Oct 2023 08:30h - 10:00h UTC", "2023-10-10 08:30 10:00 UTC"),
            ("10 Oct 2023", "2023-10-10 - - -"),
            ("10 Oct 2023 08:30h - 10:00h UTC +2", "2023-10-10 08:30 10:00 UTC +2"),
            ("Tuesday, 10 October 2023", "2023-10-10 - - -"),
            ("Tue 10th of October, 2023", "2023-10-10 - - -"),
            ("2023-10-10", "2023-10-10 - - -"),
            ("2023-10-10 08:30 (CEST)", "2023-10-10 08:30 - CEST"),
            ("October 10, 2023", "2023-10-10 - - -"),
            ("October 10, 2023, 2:00 – 3:30 pm", "2023-10-10 14:00 15:30 -"),
            ("October 10, 2023 at 11:00 to 1:00 pm GMT+2", "2023-10-10 11:00 13:00 GMT+2"),
            ("9 – 12 October 2023", "2023-10-09 - - -"),
            ("30 Sep - 2 Oct 2023", "2023-09-30 - - -"),
            ("Sept. 5, 2023 | 17:45 - 18:15 EEST | Main auditorium", "2023-09-05 17:45 18:15 EEST"),
            ("31.12.2031 23:00h - 24:00h +02:00", "2031-12-31 23:00 00:00 +02:00"),
            ("12 May 2031 9h - 10h30 Europe/Zurich", "2031-05-12 09:00 10:30 Europe/Zurich"),
            ("13/10/2023", "2023-10-13 - - -"),
            ("10 Oct 2023 12:00 am – 12:30 pm, Room 3", "2023-10-10 00:00 12:30 -"),
            ("10 Oct 2023 25:00h - 26:00h", "2023-10-10 - - - bad time"),
            ("From 7 to 9 Jun 2024", "2024-06-07 - - -"),
            ("Fri 7 - Sun 9 Jun 2024", "2024-06-07 - - -"),
            ("Date: 7 Jun 2024", "2024-06-07 - - -"),
            ("**Date:** 7 Jun 2024", "2024-06-07 - - -"),
            ("Date and time: 7 Jun 2024, 9am-10am", "2024-06-07 09:00 10:00 -"),
            ("(7 Jun 2024)", "2024-06-07 - - -"),
            ("7. June 2024", "2024-06-07 - - -"),
            ("7 Jun 2024 09:00:00 - 10:30:00", "2024-06-07 09:00 10:30 -"),
            ("7 Jun 2024 (09:00–10:30 CEST)", "2024-06-07 09:00 10:30 CEST"),
            ("2024-06-07T09:00Z", "2024-06-07 09:00 - Z"),
            ("2024-06-07T09:00:00+02:00", "2024-06-07 09:00 - +02:00"),
            ("2024-06-07 UTC", "2024-06-07 - - UTC"),
            ("7 Jun 2024 09:00h - 8 Jun 2024 10:00h", "2024-06-07 09:00 - -"),
            ("le 7 juin 2024", "2024-06-07 - - -"),
            ("Vendredi 1er mars 2024, 09h30 – 11h", "2024-03-01 09:30 11:00 -"),
            ("martes, 7 de mayo de 2024", "2024-05-07 - - -"),
            ("1º de junho de 2024", "2024-06-01 - - -"),
            ("Freitag, 7. Juni 2024", "2024-06-07 - - -"),
            ("7 июня 2024 г.", "2024-06-07 - - -"),
            ("2024年6月7日", "2024-06-07 - - -"),
            ("Day 2, 29 November 2031, 10:00 UTC", "2031-11-29 10:00 - UTC"),
            ("*7 Jun 2024*", "2024-06-07 - - -"),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn hours_may_stand_alone() {
        for (line, expected) in [
            ("09:00h - 09:30h", "09:00 09:30 -"),
            ("From 9 am to 10.30 am (CEST)", "09:00 10:30 CEST"),
            ("Time: 14:00 UTC", "14:00 - UTC"),
            ("25:00h - 26:00h", "- - - bad time"),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn days_that_do_not_exist_or_do_not_say_which() {
        for (line, expected) in [
            ("31 Feb 2024", "NotInCalendar"),
            ("2023-13-01 09:00h", "NotInCalendar"),
            ("Monday, 0 May 2024", "NotInCalendar"),
            ("June 31, 2024", "NotInCalendar"),
            ("3/4/2024", "DayOrMonth"),
            ("7 Jun 24", "ShortYear"),
            ("Fri 7 June 24, 09:00h", "ShortYear"),
            ("27/06/24", "ShortYear"),
            ("27.06.24", "ShortYear"),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn lines_that_only_begin_like_a_date() {
        for line in [
            "",
            "10 October 2023 was a Tuesday.",
            "Stronger together | IGF 2023 WS #107",
            "2023",
            "May 2023",
            "7 Juniper trees 2024",
            "10 Oct 20231",
            "1 357 words",
            "Marchers 10, 2023",
            "7 Jun 09:00h",
            "5. May the 4th",
            "9.30",
            "9 am",
            "14:00: who is here?",
            "10:30 Opening - UTC",
            "Date:",
            "Day 2",
            "El 7 Jun",
            "*7 Jun 2024",
        ] {
            assert_eq!(read(line), "no date line", "{line}");
        }
    }
}
