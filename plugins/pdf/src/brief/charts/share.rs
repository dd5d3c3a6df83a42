//! Shares of the floor, as bars.

use plenary_plugin_sdk::statistics::Share;

use super::super::facts::{Facts, Floor, grouped};
use super::{Chart, ChartStyle, name, others, part, times};
use crate::layout::{Drawing, Place, Pt};

/// Rows there is room for.
const MOST: usize = 15;

/// A row: who, and how many words.
struct Row {
    name: String,
    words: usize,
}

/// A bar for each who spoke, the longest first; nothing where there are not two to compare.
pub(super) fn chart(facts: &Facts<'_, '_>, style: &ChartStyle, width: Pt) -> Option<Chart> {
    let floor = facts.floor();
    if floor.holders.len() < 2 {
        return None;
    }
    let rows = rows(&floor);
    let most = rows.iter().map(|row| row.words).max().unwrap_or(0);
    // The numbers stand behind the bars, one under the other.
    let (percent, words) = (style.text.size * 4.6, style.text.size * 4.4);
    let left = style.names + style.gap();
    let room = width - left - percent - words - style.gap();
    let mut drawing = Drawing { height: times(rows.len(), style.row), ..Drawing::default() };
    for (nth, Row { name, words: said }) in rows.iter().enumerate() {
        let y = times(nth, style.row);
        let length = part(room, *said as u64, most as u64).max(0.75);
        drawing.fills.push(style.bar(left, y, room, style.ground));
        drawing.fills.push(style.bar(left, y, length, style.bar));
        drawing.labels.push(style.label(name, style.text, (0.0, y, style.names), Place::Left));
        let share = Share { part: *said, whole: floor.whole }.to_string();
        let at = left + room + style.gap();
        drawing.labels.push(style.label(grouped(*said), style.text, (at, y, words), Place::Right));
        drawing.labels.push(style.label(share, style.text, (at + words, y, percent), Place::Right));
    }
    let told = rows.iter().map(|Row { name, words }| {
        format!("{name} {} ({})", grouped(*words), Share { part: *words, whole: floor.whole })
    });
    let told = told.collect::<Vec<_>>().join("; ");
    let origin = floor.origin.phrase();
    Some(Chart {
        title: "Share of the floor",
        note: format!("Words, and their share of all {} words, {origin}", grouped(floor.whole)),
        drawing,
        alternative: format!(
            "Bar chart of the share of the floor. Of {} words, {origin}: {told}.",
            grouped(floor.whole)
        ),
    })
}

/// The rows of the chart: those who have no room of their own are the last one, together.
fn rows(floor: &Floor<'_, '_>) -> Vec<Row> {
    let own = if floor.holders.len() > MOST { MOST - 1 } else { floor.holders.len() };
    let (shown, left) = floor.holders.split_at_checked(own).unwrap_or((&floor.holders, &[]));
    let mut rows: Vec<_> =
        shown.iter().map(|(speaker, words)| Row { name: name(*speaker), words: *words }).collect();
    if !left.is_empty() {
        let words = left.iter().fold(0_usize, |sum, (_, words)| sum.saturating_add(*words));
        rows.push(Row { name: others(left.len()), words });
    }
    rows
}
