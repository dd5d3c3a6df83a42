//! The participants: everyone of the registry, with what the source declares and what plenary counts.

use std::collections::HashMap;

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::model::{Declared, Profile, Statistics};
use plenary_plugin_sdk::statistics::{Counted, counted};

use super::Brief;
use crate::layout::{Align, Cell, Column, Role, Span};

pub(super) const HEADING: &str = "Participants";
pub(super) const ANCHOR: &str = "participants";

/// A column of what the source declares.
struct DeclaredColumn {
    head: &'static str,
    value: for<'s, 'src> fn(&'s Statistics<'src>) -> Option<&'s Declared<'src>>,
    number: fn(u64) -> String,
}

const DECLARED: [DeclaredColumn; 3] = [
    DeclaredColumn {
        head: "Speed,\nwords/min",
        value: |statistics| statistics.speed.as_ref(),
        number: |words| words.to_string(),
    },
    DeclaredColumn {
        head: "Length,\nwords",
        value: |statistics| statistics.length.as_ref(),
        number: |words| words.to_string(),
    },
    DeclaredColumn {
        head: "Time,\nmin:s",
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
    CountedColumn { head: "Speeches", value: |counted| counted.speeches },
    CountedColumn { head: "Words", value: |counted| counted.words },
];

impl Brief<'_, '_, '_> {
    /// The table; a column without a value is left out. A name leads to the speaker's profile.
    pub(super) fn participants(&mut self) -> Result<(), RenderError> {
        let session = self.session;
        if session.speakers.is_empty() {
            return Ok(());
        }
        // A speaker's first profile: later ones do not replace it.
        let mut profiles: HashMap<&str, &Profile<'_>> = HashMap::new();
        for profile in session.profiles() {
            profiles.entry(profile.speaker.as_str()).or_insert(profile);
        }
        let has = |column: &&DeclaredColumn| {
            session.profiles().any(|profile| (column.value)(&profile.statistics).is_some())
        };
        let declared: Vec<_> = DECLARED.iter().filter(has).collect();
        let counts = if session.speeches().next().is_some() { COUNTED.as_slice() } else { &[] };

        let style = self.sheet.table;
        let number = Column { width: self.sheet.scaled(46.0), align: Align::Right };
        let numbers = declared.len() + counts.len();
        #[allow(clippy::cast_precision_loss)] // five at most
        let taken = numbers as f32 * (number.width + style.gutter);
        let name = Column { width: self.sheet.geometry.measure() - taken, align: Align::Left };
        let columns: Vec<_> = std::iter::once(name).chain(std::iter::repeat_n(number, numbers)).collect();
        let head = |text| Cell::new(Span { text, style: self.sheet.head_cell });
        let groups = [("Declared by the source", declared.len()), ("Counted by plenary", counts.len())];
        let groups = groups.into_iter().filter(|(_, columns)| *columns > 0);
        let above: Vec<_> = std::iter::once(head(""))
            .chain(groups.map(|(text, columns)| Cell { columns, ..head(text) }))
            .collect();
        let heads = declared.iter().map(|column| column.head).chain(counts.iter().map(|column| column.head));
        let below: Vec<_> = std::iter::once("Speaker").chain(heads).map(head).collect();
        let header = [above.as_slice(), below.as_slice()];

        self.flow.open(Role::Section);
        self.flow.anchor(ANCHOR);
        self.heading(1, HEADING, true)?;
        self.flow.open_table(
            &style,
            &columns,
            header.get(usize::from(numbers == 0)..).unwrap_or_default(),
        )?;
        for counted in counted(session) {
            let profile = profiles.get(counted.speaker.id.as_str());
            let declared = declared.iter().map(|column| {
                match profile.and_then(|profile| (column.value)(&profile.statistics)) {
                    Some(Declared { value: Some(value), .. }) => (column.number)(*value),
                    Some(Declared { text, .. }) => text.as_str().to_owned(),
                    None => String::new(),
                }
            });
            let counts = counts.iter().map(|column| (column.value)(&counted).to_string());
            let values: Vec<String> = declared.chain(counts).collect();
            let cell = |text| Cell::new(Span { text, style: self.sheet.cell });
            let link = profile.map(|profile| profile.id.as_str());
            let name = Cell { link, ..cell(&counted.speaker.name) };
            let cells: Vec<_> = std::iter::once(name).chain(values.iter().map(|value| cell(value))).collect();
            self.flow.anchor(counted.speaker.id.as_str());
            self.flow.table_row(&style, &columns, &cells)?;
        }
        self.flow.close_table();
        self.flow.close();
        self.check_cancelled()
    }
}
