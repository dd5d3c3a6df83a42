//! The participants: everyone of the registry, with what the source declares and what plenary counts.

use std::borrow::Cow;

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::role;
use plenary_plugin_sdk::statistics::{Figure, Participant, figures};

use super::Brief;
use super::facts::grouped;
use crate::Style;
use crate::layout::{Align, Cell, Column, Pt, Role, Span};

pub(super) const HEADING: &str = "Participants";
pub(super) const ANCHOR: &str = "participants";

/// Rows that a few pages have room for.
const MOST_IN_BRIEF: usize = 40;

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

/// The figure, a whole number in groups of three digits.
fn shown<'s>(participant: &Participant<'s, '_>, figure: Figure) -> Cow<'s, str> {
    let shown = participant.shown(figure);
    match shown.parse() {
        Ok(number) if shown.bytes().all(|byte| byte.is_ascii_digit()) => grouped(number).into(),
        _ => shown,
    }
}

impl<'s> Brief<'s, '_, '_> {
    /// The table; a column without a value is left out. A name, with the role below it, leads to the speaker's profile.
    pub(super) fn participants(&mut self) -> Result<(), RenderError> {
        let participants = std::mem::take(&mut self.facts.participants);
        if participants.is_empty() {
            return Ok(());
        }
        let figures = figures(self.session, &participants);
        let counted = figures.iter().filter(|figure| figure.is_counted()).count();
        let numbers = figures.len();

        let style = self.sheet.table;
        let measure = self.flow.measure();
        #[allow(clippy::cast_precision_loss)] // six at most
        let count = numbers as Pt;
        // Names have a quarter of the width at least.
        let most = measure * 0.75 / count.max(1.0) - style.gutter;
        let number = Column { width: self.sheet.number.min(most), align: Align::Right };
        let taken = count * (number.width + style.gutter);
        let name = Column { width: measure - taken, align: Align::Left };
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
        let most = if self.options.style == Style::Brief { MOST_IN_BRIEF } else { usize::MAX };
        let listed = participants.get(..most).unwrap_or(&participants);
        for participant in listed {
            let values: Vec<_> = figures.iter().map(|figure| shown(participant, *figure)).collect();
            let cell = |text| Cell::new(Span::new(text, self.sheet.cell));
            let speech = self.first_speech(participant);
            let profile = participant.profile.map(|profile| profile.id.as_str());
            let link = profile.filter(|_| self.options.style != Style::Transcript).or(speech);
            let role = role(participant.speaker).map(|role| format!("\n{role}"));
            let note = role.as_deref().map(|role| Span::new(role, self.sheet.cell_note));
            let name = Cell { link, note, ..cell(&participant.speaker.name) };
            let values = std::iter::zip(&figures, &values).map(|(figure, value)| {
                let link = speech.filter(|_| *figure == Figure::Speeches);
                Cell { link, ..cell(value) }
            });
            let cells: Vec<_> = std::iter::once(name).chain(values).collect();
            self.flow.anchor(participant.speaker.id.as_str());
            self.flow.table_row(&style, &columns, &cells)?;
        }
        let left = participants.len() - listed.len();
        if left > 0 {
            let text = format!("and {} others", grouped(left));
            let name = Cell::new(Span::new(&text, self.sheet.cell_note));
            let empty = figures.iter().map(|_| Cell::new(Span::new("", self.sheet.cell)));
            self.flow.table_row(&style, &columns, &std::iter::once(name).chain(empty).collect::<Vec<_>>())?;
        }
        self.flow.close_table();
        self.flow.close();
        self.check_cancelled()
    }

    /// The first speech of a participant, where the transcript is written out.
    fn first_speech(&self, participant: &Participant<'s, '_>) -> Option<&'s str> {
        let first = self.facts.speeches_of(&participant.speaker.id).first();
        let turn = first.and_then(|number| self.facts.speech(*number));
        turn.filter(|_| self.options.style != Style::Brief).map(|turn| turn.speech.id.as_str())
    }
}
