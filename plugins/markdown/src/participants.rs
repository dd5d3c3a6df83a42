//! The participants: everyone of the registry, with what the source declares and what plenary counts.

use plenary_plugin_sdk::document::role;
use plenary_plugin_sdk::statistics::{Figure, figures, participants};
use plenary_plugin_sdk::{RenderError, Session};

use crate::Style;
use crate::escape::Place;
use crate::page::Page;

/// The heading.
pub(crate) const HEADING: &str = "Participants";
/// Its anchor.
pub(crate) const ANCHOR: &str = "participants";

fn head(figure: Figure) -> &'static str {
    match figure {
        Figure::Speed => "Words/min (declared)",
        Figure::Length => "Words (declared)",
        Figure::Time => "Time, min:s (declared)",
        Figure::Speeches => "Speeches (counted)",
        Figure::Words => "Words (counted)",
        Figure::Spoken => "Time, min:s (counted)",
    }
}

/// Writes the table; roles and figures that nobody has are left out. A name leads to the speaker's profile, where that
/// is written.
pub(crate) fn write(page: &mut Page<'_, '_>, session: &Session<'_>, style: Style) -> Result<(), RenderError> {
    let participants = participants(session);
    if participants.is_empty() {
        return Ok(());
    }
    let figures = figures(session, &participants);
    page.heading(2)?.anchor(ANCHOR).raw(HEADING).end();
    let has_roles = session.speakers.iter().any(|speaker| role(speaker).is_some());
    page.block()?.raw(if has_roles { "| Speaker | Role |" } else { "| Speaker |" });
    for figure in &figures {
        page.raw(" ").raw(head(*figure)).raw(" |");
    }
    page.raw(if has_roles { "\n| :-- | :-- |" } else { "\n| :-- |" })
        .raw(&" --: |".repeat(figures.len()))
        .end();
    for participant in &participants {
        page.raw("| ").anchor(&participant.speaker.id);
        match participant.profile {
            Some(profile) if style != Style::Transcript => page.link(&participant.speaker.name, &profile.id),
            _ => page.source(&participant.speaker.name, Place::Cell),
        }
        .raw(" |");
        if has_roles {
            if let Some(role) = role(participant.speaker) {
                page.raw(" ").source(role, Place::Cell);
            }
            page.raw(" |");
        }
        for figure in &figures {
            let shown = participant.shown(*figure);
            if !shown.is_empty() {
                page.raw(" ").source(&shown, Place::Cell);
            }
            page.raw(" |");
        }
        page.end();
    }
    let declared = figures.iter().any(|figure| !figure.is_counted());
    let counted = figures.iter().any(|figure| figure.is_counted());
    let notes = [
        declared.then_some("Declared: as the source states it."),
        counted.then_some("Counted: by plenary, in the transcript."),
    ];
    let notes: Vec<_> = notes.into_iter().flatten().collect();
    if !notes.is_empty() {
        page.block()?.raw(&notes.join(" ")).end();
    }
    Ok(())
}
