//! The participants: everyone of the registry, with what the source declares and what plenary counts.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::role;
use plenary_plugin_sdk::statistics::{Figure, figures, participants};

use super::Brief;
use crate::layout::{Align, Cell, Column, Role, Span};

pub(super) const HEADING: &str = "Participants";
pub(super) const ANCHOR: &str = "participants";

fn head(figure: Figure) -> &'static str {
    match figure {
        Figure::Speed => "Speed,\nwords/min",
        Figure::Length => "Length,\nwords",
        Figure::Time => "Time,\nmin:s",
        Figure::Speeches => "Speeches",
        Figure::Words => "Words",
        Figure::Spoken => "Time,\nmin:s",
    }
}

impl Brief<'_, '_, '_> {
    /// The table; a column without a value is left out. A name, with the role below it, leads to the speaker's profile.
    pub(super) fn participants(&mut self) -> Result<(), RenderError> {
        let participants = participants(self.session);
        if participants.is_empty() {
            return Ok(());
        }
        let figures = figures(self.session, &participants);
        let counted = figures.iter().filter(|figure| figure.is_counted()).count();
        let numbers = figures.len();

        let style = self.sheet.table;
        let number = Column { width: self.sheet.scaled(46.0), align: Align::Right };
        #[allow(clippy::cast_precision_loss)] // six at most
        let taken = numbers as f32 * (number.width + style.gutter);
        let name = Column { width: self.sheet.geometry.measure() - taken, align: Align::Left };
        let columns: Vec<_> = std::iter::once(name).chain(std::iter::repeat_n(number, numbers)).collect();
        let head_cell = |text| Cell::new(Span::new(text, self.sheet.head_cell));
        let groups = [("Declared by the source", numbers - counted), ("Counted by plenary", counted)];
        let groups = groups.into_iter().filter(|(_, columns)| *columns > 0);
        let above: Vec<_> = std::iter::once(head_cell(""))
            .chain(groups.map(|(text, columns)| Cell { columns, ..head_cell(text) }))
            .collect();
        let heads = figures.iter().map(|figure| head(*figure));
        let below: Vec<_> = std::iter::once("Speaker").chain(heads).map(head_cell).collect();
        let header = [above.as_slice(), below.as_slice()];

        self.flow.open(Role::Section);
        self.flow.anchor(ANCHOR);
        self.heading(1, HEADING, true)?;
        self.flow.open_table(
            &style,
            &columns,
            header.get(usize::from(numbers == 0)..).unwrap_or_default(),
        )?;
        for participant in &participants {
            let values: Vec<_> = figures.iter().map(|figure| participant.shown(*figure)).collect();
            let cell = |text| Cell::new(Span::new(text, self.sheet.cell));
            let link = participant.profile.map(|profile| profile.id.as_str());
            let role = role(participant.speaker).map(|role| format!("\n{role}"));
            let note = role.as_deref().map(|role| Span::new(role, self.sheet.cell_note));
            let name = Cell { link, note, ..cell(&participant.speaker.name) };
            let cells: Vec<_> = std::iter::once(name).chain(values.iter().map(|value| cell(value))).collect();
            self.flow.anchor(participant.speaker.id.as_str());
            self.flow.table_row(&style, &columns, &cells)?;
        }
        self.flow.close_table();
        self.flow.close();
        self.check_cancelled()
    }
}
