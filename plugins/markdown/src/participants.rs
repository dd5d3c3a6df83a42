//! The participants: everyone of the registry, with what the source declares and what plenary counts.

use plenary_plugin_sdk::document::role;
use plenary_plugin_sdk::statistics::{Figure, Participant, figures, participants};
use plenary_plugin_sdk::{RenderError, Session};

use crate::Style;
use crate::escape::Place;
use crate::page::Page;

/// The heading.
pub(crate) const HEADING: &str = "Participants";
/// Its anchor.
pub(crate) const ANCHOR: &str = "participants";

/// What the minutes tell of a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// A figure that the source declares or plenary counts.
    Figure(Figure),
    /// The share of the floor, counted in words.
    Share,
}

impl Column {
    /// Those there are: the share stands behind the words it is a share of.
    fn all(figures: &[Figure]) -> Vec<Self> {
        let with_share = |figure: &Figure| match figure {
            Figure::Words => vec![Self::Figure(*figure), Self::Share],
            _ => vec![Self::Figure(*figure)],
        };
        figures.iter().flat_map(with_share).collect()
    }

    fn is_counted(self) -> bool {
        match self {
            Self::Figure(figure) => figure.is_counted(),
            Self::Share => true,
        }
    }

    /// What it is called, and in what it is measured.
    fn name(self) -> &'static str {
        match self {
            Self::Figure(Figure::Speed) => "Words/min",
            Self::Figure(Figure::Length | Figure::Words) => "Words",
            Self::Figure(Figure::Time | Figure::Spoken) => "Time, min:s",
            Self::Figure(Figure::Speeches) => "Speeches",
            Self::Share => "Share of the floor",
        }
    }

    /// What stands there of a participant; empty where there is nothing to tell.
    fn shown(self, participant: &Participant<'_, '_>) -> String {
        match self {
            Self::Figure(figure) => participant.shown(figure).into_owned(),
            Self::Share => participant.share.to_string(),
        }
    }
}

/// Writes what there is of each; roles and figures that nobody has are left out. A name leads to the speaker's profile,
/// where that is written.
pub(crate) fn write(page: &mut Page<'_, '_>, session: &Session<'_>, style: Style) -> Result<(), RenderError> {
    let participants = participants(session);
    if participants.is_empty() {
        return Ok(());
    }
    let columns = Column::all(&figures(session, &participants));
    page.heading(2)?.anchor(ANCHOR).raw(HEADING).end();
    page.block()?;
    if page.is_gfm() {
        table(page, &participants, &columns, style);
    } else {
        participants.iter().for_each(|participant| item(page, participant, &columns, style));
    }
    let notes = [
        ("Declared: as the source states it.", columns.iter().any(|column| !column.is_counted())),
        ("Counted: by plenary, in the transcript.", columns.iter().any(|column| column.is_counted())),
        ("Share of the floor: of all words of the transcript.", columns.contains(&Column::Share)),
    ];
    let notes: Vec<_> = notes.into_iter().filter(|(_, is_due)| *is_due).map(|(note, _)| note).collect();
    if !notes.is_empty() {
        page.block()?.raw(&notes.join(" ")).end_paragraph("");
    }
    Ok(())
}

/// A table with a row each.
fn table(page: &mut Page<'_, '_>, participants: &[Participant<'_, '_>], columns: &[Column], style: Style) {
    let has_roles = participants.iter().any(|participant| role(participant.speaker).is_some());
    page.raw(if has_roles { "| Speaker | Role |" } else { "| Speaker |" });
    for column in columns {
        let whence = if column.is_counted() { " (counted) |" } else { " (declared) |" };
        page.raw(" ").raw(column.name()).raw(whence);
    }
    page.raw(if has_roles { "\n| :-- | :-- |" } else { "\n| :-- |" })
        .raw(&" --: |".repeat(columns.len()))
        .end();
    for participant in participants {
        page.raw("| ").anchor(&participant.speaker.id);
        name(page, participant, style, Place::Cell).raw(" |");
        if has_roles {
            if let Some(role) = role(participant.speaker) {
                page.raw(" ").source(role, Place::Cell);
            }
            page.raw(" |");
        }
        for column in columns {
            let shown = column.shown(participant);
            if !shown.is_empty() {
                page.raw(" ").source(&shown, Place::Cell);
            }
            page.raw(" |");
        }
        page.end();
    }
}

/// An item of a list, with what is declared and what is counted in a line each.
fn item(page: &mut Page<'_, '_>, participant: &Participant<'_, '_>, columns: &[Column], style: Style) {
    page.raw("- ").anchor(&participant.speaker.id);
    name(page, participant, style, Place::Inline("  "));
    if let Some(role) = role(participant.speaker) {
        page.raw(" – ").source(role, Place::Inline("  "));
    }
    page.end_paragraph("  ");
    for (whence, is_counted) in [("Declared", false), ("Counted", true)] {
        let columns = columns.iter().filter(|column| column.is_counted() == is_counted);
        let shown = columns.map(|column| (column.name(), column.shown(participant)));
        for (at, (name, shown)) in shown.filter(|(_, shown)| !shown.is_empty()).enumerate() {
            if at == 0 {
                page.raw("  - ").raw(whence).raw(" – ");
            } else {
                page.raw(" · ");
            }
            page.raw(name).raw(": ").source(&shown, Place::Inline("    "));
        }
        page.end_begun("    ");
    }
}

/// The name, as a link to the profile where that is written.
fn name<'p, 'a, 'j>(
    page: &'p mut Page<'a, 'j>,
    participant: &Participant<'_, '_>,
    style: Style,
    place: Place<'_>,
) -> &'p mut Page<'a, 'j> {
    match participant.profile {
        Some(profile) if style != Style::Transcript => page.link(&participant.speaker.name, &profile.id),
        _ => page.source(&participant.speaker.name, place),
    }
}
