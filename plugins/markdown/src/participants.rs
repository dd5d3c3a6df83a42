//! The participants: everyone of the registry, with what the source declares and what plenary counts.

use std::collections::HashMap;
use std::fmt::Write as _;

use plenary_plugin_sdk::model::{Declared, Profile, Statistics};
use plenary_plugin_sdk::statistics::{Counted, counted};
use plenary_plugin_sdk::{RenderError, Session};

use crate::document::Plan;
use crate::escape::Place;
use crate::page::Page;

/// The heading.
pub(crate) const HEADING: &str = "Participants";
/// Its anchor.
pub(crate) const ANCHOR: &str = "participants";

/// A column of what the source declares.
struct DeclaredColumn {
    head: &'static str,
    value: for<'s, 'src> fn(&'s Statistics<'src>) -> Option<&'s Declared<'src>>,
    number: fn(u64) -> String,
}

const DECLARED: [DeclaredColumn; 3] = [
    DeclaredColumn {
        head: "Words/min (declared)",
        value: |statistics| statistics.speed.as_ref(),
        number: |words| words.to_string(),
    },
    DeclaredColumn {
        head: "Words (declared)",
        value: |statistics| statistics.length.as_ref(),
        number: |words| words.to_string(),
    },
    DeclaredColumn {
        head: "Time, min:s (declared)",
        value: |statistics| statistics.time.as_ref(),
        number: |seconds| format!("{}:{:02}", seconds / 60, seconds % 60),
    },
];

/// A column of what plenary counts.
struct CountedColumn {
    head: &'static str,
    value: fn(&Counted<'_, '_>) -> usize,
}

const COUNTED: [CountedColumn; 2] = [
    CountedColumn { head: "Speeches (counted)", value: |counted| counted.speeches },
    CountedColumn { head: "Words (counted)", value: |counted| counted.words },
];

/// Writes the table; columns without a value are left out. A name leads to the speaker's profile.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    session: &Session<'_>,
    plan: &Plan<'_, '_>,
) -> Result<(), RenderError> {
    if session.speakers.is_empty() {
        return Ok(());
    }
    // A speaker's first profile, from the front: later ones do not replace it.
    let mut profiles: HashMap<&str, &Profile<'_>> = HashMap::new();
    for profile in session.profiles() {
        profiles.entry(profile.speaker.as_str()).or_insert(profile);
    }
    let has = |column: &&DeclaredColumn| {
        session.profiles().any(|profile| (column.value)(&profile.statistics).is_some())
    };
    let declared: Vec<_> = DECLARED.iter().filter(has).collect();
    let counts = if session.speeches().next().is_some() { COUNTED.as_slice() } else { &[] };

    page.heading(2)?.anchor(ANCHOR).raw(HEADING).end();
    page.block()?.raw("| Speaker |");
    let heads = declared.iter().map(|column| column.head).chain(counts.iter().map(|column| column.head));
    for head in heads.clone() {
        page.raw(" ").raw(head).raw(" |");
    }
    page.raw("\n| :-- |").raw(&" --: |".repeat(heads.count())).end();
    for counted in counted(session) {
        let profile = profiles.get(counted.speaker.id.as_str());
        page.raw("| ").anchor(&counted.speaker.id);
        match profile {
            Some(profile) if !plan.profiles.is_empty() => page.link(&counted.speaker.name, &profile.id),
            _ => page.source(&counted.speaker.name, Place::Cell),
        }
        .raw(" |");
        for column in &declared {
            match profile.and_then(|profile| (column.value)(&profile.statistics)) {
                Some(Declared { value: Some(value), .. }) => page.raw(" ").raw(&(column.number)(*value)),
                Some(Declared { text, .. }) => page.raw(" ").source(text.as_str(), Place::Cell),
                None => page,
            }
            .raw(" |");
        }
        for column in counts {
            write!(page, " {} |", (column.value)(&counted))?;
        }
        page.end();
    }
    let declared = (!declared.is_empty()).then_some("Declared: as the source states it.");
    let counted = (!counts.is_empty()).then_some("Counted: by plenary, in the transcript.");
    let notes: Vec<_> = [declared, counted].into_iter().flatten().collect();
    if !notes.is_empty() {
        page.block()?.raw(&notes.join(" ")).end();
    }
    Ok(())
}
