//! Dates that cannot be, and dates that contradict each other.

use jiff::civil::{Date, Weekday};

use crate::diagnostic::codes::audit::{CONFLICTING_DATE, IMPOSSIBLE_DATE, MEETING_LENGTH, WRONG_WEEKDAY};
use crate::model::{MeetingTime, Session, Text};

use super::evidence::{Evidence, within};
use super::findings::Findings;

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    let Some(meeting) = &evidence.session.time else { return };
    year(meeting, findings);
    weekday(meeting, findings);
    length(meeting, findings);
    event(evidence.session, meeting, findings);
    other_days(evidence.session, meeting, findings);
}

fn year(meeting: &MeetingTime<'_>, findings: &mut Findings) {
    let year = meeting.date.year();
    if !(1900..=2100).contains(&year) {
        findings.add(
            &IMPOSSIBLE_DATE,
            Some(meeting.line.content_span()),
            format_args!("the date is of the year {year}"),
            format_args!("see whether a digit is wrong or missing"),
        );
    }
}

fn weekday(meeting: &MeetingTime<'_>, findings: &mut Findings) {
    let line = meeting.line.as_str();
    let mut named = line.split(|c: char| !c.is_alphabetic()).filter_map(weekday_named);
    let (Some(named), None) = (named.next(), named.next()) else { return };
    let actual = meeting.date.weekday();
    if named != actual {
        findings.add(
            &WRONG_WEEKDAY,
            Some(meeting.line.content_span()),
            format_args!("{} is a {}, not a {}", meeting.date, name(actual), name(named)),
            format_args!("see whether the day, the month, the year or the weekday is wrong"),
        );
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// `Tue`, `Tues`, `Tuesday`.
fn weekday_named(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| is_name(word, name)).map(|(_, weekday)| *weekday)
}

fn name(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, of)| *of == weekday).map_or("", |(name, _)| name)
}

/// Whether a word is a name, or the first three letters of it or more.
fn is_name(word: &str, name: &str) -> bool {
    word.len() >= 3 && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// A meeting that ends before it begins has run over midnight, but not for half a day.
fn length(meeting: &MeetingTime<'_>, findings: &mut Findings) {
    let (Some(start), Some(end)) = (meeting.start, meeting.end) else { return };
    let hours = start.duration_until(end).as_secs_f64() / 3600.0;
    let (start, end) = (start.strftime("%H:%M"), end.strftime("%H:%M"));
    let at = Some(meeting.line.content_span());
    if hours == 0.0 {
        findings.add(
            &MEETING_LENGTH,
            at,
            format_args!("the meeting begins and ends at {start}"),
            format_args!(""),
        );
    } else if (-12.0..0.0).contains(&hours) {
        findings.add(
            &MEETING_LENGTH,
            at,
            format_args!(
                "the meeting begins at {start} and ends at {end}, before that or more than 12 hours later"
            ),
            format_args!("see whether an hour is wrong, or meant by the other half of the day"),
        );
    }
}

/// `IGF 2023`, and a date in 2024.
fn event(session: &Session<'_>, meeting: &MeetingTime<'_>, findings: &mut Findings) {
    let Some(title) = &session.title else { return };
    let Some(event) = &title.event else { return };
    let mut years = event.series.split(|c: char| !c.is_alphanumeric()).filter_map(year_of);
    let (Some(year), None) = (years.next(), years.next()) else { return };
    if year != meeting.date.year() {
        findings.add(
            &CONFLICTING_DATE,
            Some(meeting.line.content_span()),
            format_args!(
                "the date is in {}, but the title places the session in `{}`",
                meeting.date.year(),
                event.series
            ),
            format_args!("see which of the two years is meant"),
        );
    }
}

fn year_of(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok())?.filter(|year| (1900..=2100).contains(year))
}

/// What introduces the day a session was held on.
const HELD: [&str; 5] = ["held on ", "took place on ", "takes place on ", "convened on ", "dated "];

fn other_days(session: &Session<'_>, meeting: &MeetingTime<'_>, findings: &mut Findings) {
    let mut tell = |text: &Text<'_>, range: std::ops::Range<usize>, date: Date, what: &str| {
        let day = date.day().to_string();
        // The line may be of several days.
        let is_among = meeting.line.as_str().split(|c: char| !c.is_ascii_digit()).any(|number| number == day);
        if date != meeting.date && !(is_among && date.year() == meeting.date.year()) {
            findings.add(
                &CONFLICTING_DATE,
                Some(within(text, range)),
                format_args!("{what} says {date}, but the date of the session is {}", meeting.date),
                format_args!("see which of the two days is meant"),
            );
        }
    };
    if let Some(title) = &session.title {
        let line = title.line.as_str();
        let words = line.split(char::is_whitespace).filter_map(|word| line.find(word));
        if let Some((date, range)) = words.take(40).find_map(|at| date_at(line, at)) {
            tell(&title.line, range, date, "the title");
        }
    }
    // The day of the session, as against others that are spoken of, stands where the report begins.
    let opening = session.parts().flat_map(|part| &part.blocks).map(|block| &block.text).take(3);
    for text in opening {
        let content = text.as_str();
        let held = HELD.iter().filter_map(|held| Some(content.find(held)? + held.len()));
        let named = held.filter_map(|at| date_at(content, at)).next();
        let of_session =
            |range: &std::ops::Range<usize>| content.get(..range.start).is_some_and(speaks_of_session);
        if let Some((date, range)) = named.filter(|(_, range)| of_session(range)) {
            tell(text, range, date, "the report");
        }
    }
}

/// Whether what stands before a date in the opening of a report speaks of the session itself.
fn speaks_of_session(before: &str) -> bool {
    let sentence = before.rsplit(". ").next().unwrap_or(before).trim_start().to_lowercase();
    ["the session", "this session", "the meeting", "this meeting", "the discussion", "the workshop"]
        .iter()
        .any(|start| sentence.starts_with(start))
        && sentence.len() < 120
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `7 June 2024`, `7th of June 2024`, `June 7, 2024` at a byte of a text, and where it stands.
fn date_at(text: &str, at: usize) -> Option<(Date, std::ops::Range<usize>)> {
    let mut words = text.get(at..)?.split_whitespace();
    let first = words.next()?;
    let mut words = words.filter(|word| *word != "of");
    let [second, third] = [words.next()?, words.next()?];
    let bare = |word: &str| word.trim_end_matches([',', '.', ':', ';', ')']).len();
    let year = year_of(third.get(..bare(third))?)?;
    let (day, month) = day(first).zip(month(second)).or_else(|| day(second).zip(month(first)))?;
    let end = third.as_ptr().addr() - text.as_ptr().addr() + bare(third);
    Some((Date::new(year, month, day).ok()?, at..end))
}

/// `7`, `7th`, `7,`
fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let suffix = word.get(digits.len()..)?.trim_end_matches(',');
    matches!(suffix, "" | "st" | "nd" | "rd" | "th").then(|| digits.parse().ok())?
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches(['.', ',']);
    let place = MONTHS.iter().position(|month| is_name(word, month))?;
    i8::try_from(place + 1).ok()
}
