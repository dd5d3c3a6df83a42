//! The times of speeches: forward, one after the other, and long enough for the words.

use jiff::civil::DateTime;

use crate::diagnostic::codes::audit::{
    CONFLICTING_DATE, IMPOSSIBLE_PACE, OVERLAPPING_SPEECHES, TIMES_BACKWARDS,
};
use crate::model::{Content, Moment, Speech};
use crate::statistics::words;

use super::evidence::{Evidence, place_of, said};
use super::figures::FASTEST;
use super::findings::Findings;

/// Words from which on a pace can be told.
const TELLING: u64 = 30;

/// Speeches that overlap by no more than this are talk across each other, in milliseconds.
const CROSSTALK: i64 = 10_000;

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    for section in &evidence.session.sections {
        if let Content::Speeches(speeches) = &section.content {
            speeches.iter().for_each(|speech| alone(speech, findings));
            speeches.windows(2).for_each(|pair| {
                if let [first, second] = pair {
                    in_turn(first, second, findings);
                }
            });
        }
    }
    other_day(evidence, findings);
}

/// Milliseconds from one moment to another; `None` where they are not of one kind.
fn between(from: Moment, to: Moment) -> Option<i64> {
    match (from, to) {
        (Moment::Elapsed { milliseconds: from }, Moment::Elapsed { milliseconds: to }) => {
            Some(i64::try_from(to).ok()?.saturating_sub(i64::try_from(from).ok()?))
        }
        (Moment::Clock { at: from, offset: before }, Moment::Clock { at: to, offset: after }) => {
            // Where one of them has no offset, both are taken for local.
            let shift = before.zip(after).map_or(0, |(before, after)| after.seconds() - before.seconds());
            let elapsed = i64::try_from(from.duration_until(to).as_millis()).ok()?;
            Some(elapsed - i64::from(shift) * 1000)
        }
        _ => None,
    }
}

/// One speech by itself: it ends after it begins, and its words have the time.
fn alone(speech: &Speech<'_>, findings: &mut Findings) {
    let (Some(start), Some(end)) = (speech.start, speech.end) else { return };
    let Some(lasts) = between(start, end) else { return };
    let Ok(lasts) = u64::try_from(lasts) else {
        findings.add(
            &TIMES_BACKWARDS,
            place_of(speech),
            format_args!("the speech ends at {end}, before it begins at {start}"),
            format_args!(""),
        );
        return;
    };
    let count = said(&speech.blocks).map(|text| words(text.as_str())).sum::<usize>();
    let count = u64::try_from(count).unwrap_or_default();
    let pace = count.saturating_mul(60_000) / lasts.max(1);
    if count >= TELLING && pace > FASTEST {
        findings.add(
            &IMPOSSIBLE_PACE,
            place_of(speech),
            format_args!(
                "{count} words from {start} to {end}: nobody speaks faster than {FASTEST} words per minute"
            ),
            format_args!(""),
        );
    }
}

/// Two speeches in a row: the second begins behind the first, and not long before that ends.
fn in_turn(first: &Speech<'_>, second: &Speech<'_>, findings: &mut Findings) {
    let (Some(start), Some(next)) = (first.start, second.start) else { return };
    if between(start, next).is_some_and(|forward| forward < 0) {
        findings.add(
            &TIMES_BACKWARDS,
            place_of(second),
            format_args!("the speech begins at {next}, before the one above it, which begins at {start}"),
            format_args!("put the speeches in order, or correct the time"),
        );
        return;
    }
    let (Some(end), Some(stop)) = (first.end, second.end) else { return };
    let lasts = |start, end| between(start, end).unwrap_or_default();
    let both = lasts(next, end).min(lasts(next, stop));
    let shorter = lasts(start, end).min(lasts(next, stop));
    if both > CROSSTALK && both > shorter / 2 {
        findings.add(
            &OVERLAPPING_SPEECHES,
            place_of(second),
            format_args!(
                "the speech begins at {next}, but the one above it ends at {end}: {} seconds are both",
                both / 1000
            ),
            format_args!(""),
        );
    }
}

/// The first speech that is held before the day of the date line, or a month behind it: some sessions take days.
fn other_day(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    let Some(meeting) = &evidence.session.time else { return };
    let day = |moment: Option<Moment>| match moment {
        Some(Moment::Clock { at, .. }) => Some(DateTime::date(at)),
        _ => None,
    };
    let other = evidence.session.speeches().find_map(|speech| {
        let date = day(speech.start)?;
        let days = meeting.date.duration_until(date).as_hours() / 24;
        (!(0..31).contains(&days)).then_some((speech, date))
    });
    if let Some((speech, date)) = other {
        findings.add(
            &CONFLICTING_DATE,
            place_of(speech),
            format_args!("the speech is held on {date}, but the date of the session is {}", meeting.date),
            format_args!(""),
        );
    }
}
