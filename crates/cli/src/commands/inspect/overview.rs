//! What was found in a page, for people.

use plenary_core::model::SectionRole;

use super::found::{Found, FoundSection, FoundSpeaker, Holds, Spoken, Time};
use crate::report::Counts;
use crate::table::{Align, Table, cut, several, visible};

/// Columns of a name or heading in a table: more would push the figures off the screen.
const WIDEST: usize = 40;

/// A few lines on the page, its sections and its speakers.
pub(super) fn of(found: &Found<'_>) -> String {
    [visible(found.file), "\n".to_owned(), facts(found), sections(found), speakers(found)].concat()
}

fn facts(found: &Found<'_>) -> String {
    let mut table = Table::new([Align::Left; 2]);
    let event = found.event.map_or_else(String::new, |event| format!(" ({event})"));
    table.row([
        "title".to_owned(),
        found.title.map_or_else(|| "none".to_owned(), |title| format!("{title}{event}")),
    ]);
    table.row(["date".to_owned(), found.time.as_ref().map_or_else(|| "none".to_owned(), date)]);
    if let Some(Spoken { start, end }) = &found.spoken {
        let moment = |moment: &Option<String>| moment.clone().unwrap_or_else(|| "?".to_owned());
        table.row(["spoken".to_owned(), format!("{} – {}", moment(start), moment(end))]);
    }
    table.row(["dialect", found.dialect.name()]);
    let counts = &found.counts;
    table.row([
        "speeches".to_owned(),
        format!("{} by {}", counts.speeches, several(speaking(found), "speaker", "speakers")),
    ]);
    table.row([
        "profiles".to_owned(),
        format!("{} with {}", counts.profiles, several(counts.arguments, "argument", "arguments")),
    ]);
    if counts.points > 0 {
        table.row(["points".to_owned(), counts.points.to_string()]);
    }
    let coverage = &found.coverage;
    table.row([
        "coverage".to_owned(),
        format!(
            "{} of {} bytes ({} %), {} unrecognised",
            coverage.covered, coverage.total, coverage.percent, counts.unrecognised
        ),
    ]);
    let findings = Counts::of(found.diagnostics.iter().map(|finding| finding.severity));
    table.row(["diagnostics".to_owned(), findings.to_string()]);
    table.render("  ")
}

fn speaking(found: &Found<'_>) -> usize {
    found.speakers.iter().filter(|speaker| speaker.speeches > 0).count()
}

/// `7 June 2024` would be one country's way: ISO 8601 is everybody's.
fn date(time: &Time<'_>) -> String {
    let Time { date, start, end, zone } = time;
    let hour = |time: &Option<String>| time.as_ref().and_then(|time| time.get(..5).map(str::to_owned));
    let hours = match (hour(start), hour(end)) {
        (Some(start), Some(end)) => format!(" {start}–{end}"),
        (Some(start), None) => format!(" {start}"),
        _ => String::new(),
    };
    let zone = zone.map_or_else(String::new, |zone| format!(" {zone}"));
    format!("{date}{hours}{zone}")
}

fn sections(found: &Found<'_>) -> String {
    if found.sections.is_empty() {
        return String::new();
    }
    let mut table = Table::new([Align::Left, Align::Left]);
    for FoundSection { role, heading, holds, .. } in &found.sections {
        let holds = match *holds {
            Holds::Parts(0) | Holds::Points(0) | Holds::Speeches(0) | Holds::Profiles(0) => {
                "empty".to_owned()
            }
            Holds::Parts(parts) => several(parts, "part", "parts"),
            Holds::Points(points) => several(points, "point", "points"),
            Holds::Speeches(speeches) => several(speeches, "speech", "speeches"),
            Holds::Profiles(profiles) => several(profiles, "profile", "profiles"),
        };
        let heading = heading.map_or_else(|| unheaded(*role), |heading| cut(heading, WIDEST).into_owned());
        table.row([heading, holds]);
    }
    format!("\n  Sections\n{}", table.render("    "))
}

/// What a section without a heading is called: by its role, as in the model.
fn unheaded(role: SectionRole) -> String {
    match serde_json::to_value(role) {
        Ok(serde_json::Value::String(name)) if role != SectionRole::Other => format!("({name})"),
        _ => "(no heading)".to_owned(),
    }
}

fn speakers(found: &Found<'_>) -> String {
    use Align::{Left, Right};
    if found.speakers.is_empty() {
        return String::new();
    }
    let mut table = Table::new([Left, Right, Right, Right, Right, Right, Right]);
    table.row(["", "", "counted", "counted", "declared", "declared", "declared"]);
    table.row(["Speakers", "arguments", "speeches", "words", "words/min", "words", "seconds"]);
    for speaker in &found.speakers {
        let FoundSpeaker { name, profile, declared, speeches, words, arguments, .. } = speaker;
        let figure = |value: Option<u64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        table.row([
            format!("  {}", cut(name, WIDEST)),
            if *profile { arguments.to_string() } else { "-".to_owned() },
            speeches.to_string(),
            words.to_string(),
            figure(declared.speed),
            figure(declared.length),
            figure(declared.time),
        ]);
    }
    format!("\n{}", table.render("  "))
}
