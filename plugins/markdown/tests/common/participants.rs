//! What the minutes must say of the participants.

use plenary_plugin_sdk::document::role;
use plenary_plugin_sdk::model::{Declared, Profile, Speaker};
use plenary_plugin_sdk::{Session, statistics};

use super::expected::Expected;

/// Speed, length or time, as the source declares it.
pub fn statistic<'s, 'src>(profile: &'s Profile<'src>, column: usize) -> Option<&'s Declared<'src>> {
    let statistics = &profile.statistics;
    [&statistics.speed, &statistics.length, &statistics.time][column].as_ref()
}

/// Names, whether declared, and the values of each participant, in the order of the registry; empty where there is none.
struct Column {
    name: &'static str,
    is_counted: bool,
    values: Vec<String>,
}

fn columns(session: &Session<'_>) -> Vec<Column> {
    let first = |speaker: &Speaker<'_>| session.profiles().find(|profile| profile.speaker == speaker.id);
    let clock = |seconds: u64| format!("{}:{:02}", seconds / 60, seconds % 60);
    let mut columns = Vec::new();
    for (number, name) in ["Words/min", "Words", "Time, min:s"].into_iter().enumerate() {
        let declared: Vec<_> = session
            .speakers
            .iter()
            .map(|speaker| first(speaker).and_then(|profile| statistic(profile, number)))
            .collect();
        if declared.iter().any(Option::is_some) {
            let shown = |declared: &Option<&Declared<'_>>| match declared {
                None => String::new(),
                Some(Declared { value: None, text, .. }) => text.as_str().to_owned(),
                Some(Declared { value: Some(value), .. }) if number == 2 => clock(*value),
                Some(Declared { value: Some(value), .. }) => value.to_string(),
            };
            columns.push(Column { name, is_counted: false, values: declared.iter().map(shown).collect() });
        }
    }
    let participants = statistics::participants(session);
    let all: usize = statistics::turns(session).map(|turn| turn.words).sum();
    let mut counted = |name, value: &dyn Fn(&statistics::Participant<'_, '_>) -> String| {
        columns.push(Column { name, is_counted: true, values: participants.iter().map(value).collect() });
    };
    if session.speeches().next().is_some() {
        counted("Speeches", &|one| one.speeches.to_string());
        counted("Words", &|one| one.words.to_string());
        counted("Share of the floor", &|one| match all {
            0 => "0.0 %".to_owned(),
            all => format!("{:.1} %", one.words as f64 * 100.0 / all as f64),
        });
    }
    if participants.iter().any(|one| one.spoken.is_some()) {
        counted("Time, min:s", &|one| {
            one.spoken.map_or(String::new(), |spoken| {
                clock(spoken.as_secs() + u64::from(spoken.subsec_millis() >= 500))
            })
        });
    }
    columns
}

/// A table, with its notes.
pub fn table(out: &mut Expected, session: &Session<'_>) {
    if session.speakers.is_empty() {
        return;
    }
    let columns = columns(session);
    out.heading(2, "Participants");
    out.say("cell", "Speaker");
    if session.speakers.iter().any(|speaker| role(speaker).is_some()) {
        out.say("cell", "Role");
    }
    for Column { name, is_counted, .. } in &columns {
        out.say("cell", &format!("{name} ({})", if *is_counted { "counted" } else { "declared" }));
    }
    for (place, speaker) in session.speakers.iter().enumerate() {
        out.say("cell", &speaker.name);
        out.say("cell", role(speaker).unwrap_or_default());
        columns.iter().for_each(|column| out.say("cell", &column.values[place]));
    }
    notes(out, &columns);
}

/// The list that stands in its place.
pub fn list(out: &mut Expected, session: &Session<'_>) {
    if session.speakers.is_empty() {
        return;
    }
    let columns = columns(session);
    out.heading(2, "Participants");
    for (place, speaker) in session.speakers.iter().enumerate() {
        match role(speaker) {
            Some(role) => out.say("item", &format!("{} – {role}", speaker.name)),
            None => out.say("item", &speaker.name),
        }
        for (whence, is_counted) in [("Declared", false), ("Counted", true)] {
            let shown: Vec<_> = columns
                .iter()
                .filter(|column| column.is_counted == is_counted && !column.values[place].is_empty())
                .map(|column| format!("{}: {}", column.name, column.values[place]))
                .collect();
            if !shown.is_empty() {
                out.say("item item", &format!("{whence} – {}", shown.join(" · ")));
            }
        }
    }
    notes(out, &columns);
}

fn notes(out: &mut Expected, columns: &[Column]) {
    let mut notes = Vec::new();
    if columns.iter().any(|column| !column.is_counted) {
        notes.push("Declared: as the source states it.");
    }
    if columns.iter().any(|column| column.is_counted) {
        notes.push("Counted: by plenary, in the transcript.");
        notes.push("Share of the floor: of all words of the transcript.");
    }
    out.say("p", &notes.join(" "));
}
