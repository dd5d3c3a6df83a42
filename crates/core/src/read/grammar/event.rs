//! The place of a session in a series, as the end of a title gives it: `… | IGF 2023 WS #107`.

use std::borrow::Cow;

use crate::model::{Event, Extra};

/// Series that are known by name, where neither a year nor a number tells that the end of a title names an event.
#[rustfmt::skip]
const SERIES: &[&str] = &[
    "AHC", "APrIGF", "AfIGF", "CSTD", "Davos", "EuroDIG", "GDC", "ICANN", "IETF", "IGF", "ITU", "LACIGF", "OEWG",
    "RIGF", "SEEDIG", "UN", "UNCTAD", "UNESCO", "UNGA", "WEF", "WSIS", "WSIS+10", "WSIS+20", "WTO", "WTDC",
    "WTSA",
];

/// The session's own name and the event, out of a title line. The event stands behind the last `|`, and only
/// where what stands there looks like one: it names a known series, a year or a number. A slash, which is common,
/// takes both: `/ Davos 2025`.
pub(in crate::read) fn split(title: &str) -> (&str, Option<Event<'_>>) {
    let slash = || title.rsplit_once(" / ").filter(|(_, label)| is_known(label) && words(label).any(is_year));
    let Some((name, label)) = title.rsplit_once(" | ").or_else(slash) else { return (title, None) };
    match event(label.trim()) {
        Some(event) if !name.trim().is_empty() => (name.trim(), Some(event)),
        _ => (title, None),
    }
}

/// The session's own name and the event, out of a title that begins with the event: `IGF 2024 - Day 3 - Closing`.
pub(in crate::read) fn lead(title: &str) -> (&str, Option<Event<'_>>) {
    let Some((series, name)) = segment(title) else { return (title, None) };
    if !words(series).any(is_year) || !(is_known(series) || words(series).count() <= MOST_IN_SERIES) {
        return (title, None);
    }
    let is_day = |part: &str| matches!(words(part).collect::<Vec<_>>()[..], [day, _] if day.eq_ignore_ascii_case("day"));
    let (kind, name) = match segment(name) {
        Some((day, name)) if is_day(day) => (Some(day), name),
        _ => (None, name),
    };
    let label = title.get(..offset(title, kind.unwrap_or(series)) + kind.unwrap_or(series).len());
    let event = label.map(|label| Event {
        label: Cow::Borrowed(label),
        series: Cow::Borrowed(series),
        kind: kind.map(Cow::Borrowed),
        number: None,
        extra: Extra::default(),
    });
    (name, event)
}

/// The most words of a series that nobody knows, its year among them.
const MOST_IN_SERIES: usize = 3;

/// What stands before the first dash between spaces, and what behind it; both hold something.
fn segment(title: &str) -> Option<(&str, &str)> {
    let dash = [" - ", " – ", " — "].iter().filter_map(|dash| Some((title.find(dash)?, dash.len()))).min()?;
    let (front, behind) = (title.get(..dash.0)?.trim(), title.get(dash.0 + dash.1..)?.trim());
    (!front.is_empty() && !behind.is_empty()).then_some((front, behind))
}

/// `IGF 2023 Open Forum #12`: the series up to its year, the kind, the number.
fn event(label: &str) -> Option<Event<'_>> {
    let (front, number) = match number(label) {
        Some((front, number)) => (front, Some(number)),
        None => (label, None),
    };
    let year = words(front).find(|word| is_year(word));
    let known = is_known(front);
    let (series, kind) = match year {
        Some(year) => {
            let end = offset(front, year) + year.len();
            (front.get(..end)?, front.get(end..)?.trim())
        }
        // Without a year the series is its first word, if that is known, and otherwise all of it.
        None if known && number.is_some() => front.split_once(' ').unwrap_or((front, "")),
        None if known => (front, ""),
        None => return None,
    };
    Some(Event {
        label: Cow::Borrowed(label),
        series: Cow::Borrowed(series.trim()),
        kind: Some(kind.trim()).filter(|kind| !kind.is_empty()).map(Cow::Borrowed),
        number: number.map(Cow::Borrowed),
        extra: Extra::default(),
    })
}

/// Whether a label begins with a known series.
fn is_known(label: &str) -> bool {
    words(label).next().is_some_and(|first| SERIES.iter().any(|series| series.eq_ignore_ascii_case(first)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}

fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// What stands before the session's number, and the number: `#107`, or a bare one behind a kind of session.
fn number(label: &str) -> Option<(&str, &str)> {
    if let Some((front, number)) = label.split_once('#') {
        let number = number.trim_start();
        let end = number.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(number.len());
        return Some((front.trim_end(), number.get(..end)?)).filter(|(_, number)| !number.is_empty());
    }
    let (front, last) = label.rsplit_once(' ')?;
    // `IGF 2023 Day 0` is no session 0.
    let counts = last.len() <= 3 && last.bytes().all(|byte| byte.is_ascii_digit());
    let after_kind =
        words(front).last().is_some_and(|word| !word.eq_ignore_ascii_case("day") && !is_year(word));
    (counts && after_kind && words(front).any(is_year)).then_some((front.trim_end(), last))
}

/// A year or a span of years: `2023`, `2021-2025`, `2024/25`.
fn is_year(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let (first, last) = word.split_once(['-', '–', '/']).unwrap_or((word, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    first.len() == 4 && digits(first) && (first.starts_with("19") || first.starts_with("20")) && digits(last)
}

#[cfg(test)]
mod tests {
    use super::{lead, split};

    fn read(title: &str) -> String {
        match split(title) {
            (name, None) => name.to_owned(),
            (name, Some(event)) => {
                let [kind, number] = [event.kind, event.number].map(|part| part.unwrap_or("-".into()));
                format!("{name} / {} / {kind} / {number}", event.series)
            }
        }
    }

    #[test]
    fn events_are_read_off_the_end_of_a_title() {
        for (title, expected) in [
            ("Together | IGF 2023 WS #107", "Together / IGF 2023 / WS / 107"),
            ("Together | IGF 2023 Open Forum #12", "Together / IGF 2023 / Open Forum / 12"),
            ("Together | IGF 2023 Day 0 Event #161", "Together / IGF 2023 / Day 0 Event / 161"),
            (
                "Together | IGF 2023 Launch / Award Event #27",
                "Together / IGF 2023 / Launch / Award Event / 27",
            ),
            ("Together | IGF 2023 WS #101, Room 2", "Together / IGF 2023 / WS / 101"),
            ("Together | IGF 2023 Day 0", "Together / IGF 2023 / Day 0 / -"),
            ("Together | IGF 2023 Town Hall 61", "Together / IGF 2023 / Town Hall / 61"),
            ("Together | IGF 2023", "Together / IGF 2023 / - / -"),
            ("OPEN MIC – Taking Stock | IGF 2023", "OPEN MIC – Taking Stock / IGF 2023 / - / -"),
            (
                "Together | WSIS+20 Forum High-Level Event",
                "Together / WSIS+20 Forum High-Level Event / - / -",
            ),
            ("Together | UN OEWG 2021-2025", "Together / UN OEWG 2021-2025 / - / -"),
            ("Open or closed? / DAVOS 2025", "Open or closed? / DAVOS 2025 / - / -"),
            ("Together | Lantern Dialogues 2031 WS #7", "Together / Lantern Dialogues 2031 / WS / 7"),
            ("Hash # and | pipe | IGF 2023 WS #107", "Hash # and | pipe / IGF 2023 / WS / 107"),
        ] {
            assert_eq!(read(title), expected, "{title}");
        }
    }

    #[test]
    fn events_lead_titles_of_captions() {
        for (title, name, label, kind) in [
            ("IGF 2024 - Day 3 - Closing", "Closing", "IGF 2024 - Day 3", Some("Day 3")),
            (
                "IGF 2023 – Day 1 – Who pays – and why",
                "Who pays – and why",
                "IGF 2023 – Day 1",
                Some("Day 1"),
            ),
            ("Harbour Days 2031 - Opening", "Opening", "Harbour Days 2031", None),
        ] {
            let (found, event) = lead(title);
            let event = event.unwrap();
            assert_eq!((found, &*event.label, event.kind.as_deref()), (name, label, kind));
        }
        for title in
            ["Closing", "Day 3 - Closing", "IGF 2024", "IGF 2024 - ", "What we did in 2024 - a report"]
        {
            assert_eq!(lead(title), (title, None));
        }
    }

    #[test]
    fn an_event_is_never_invented() {
        for title in [
            "Together",
            "Together | the movie",
            "Together | Why we need 3 of them",
            "a|b 2023",
            "Workshop #3",
            "Open / closed in 2025",
            "Open / UN",
            "Who pays | and who decides #justasking",
        ] {
            assert_eq!(read(title), title, "{title}");
        }
    }
}
