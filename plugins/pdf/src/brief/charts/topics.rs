//! Topics by speaker, as a matrix: who argues on what.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::super::facts::{Origin, several};
use super::super::topics::Matrix;
use super::{Chart, ChartStyle, name, others, times};
use crate::brief::sheet::colour::{contrast_to_white, tinted};
use crate::layout::{Drawing, DrawnText, Fill, Place, Pt};

/// Rows there is room for.
const MOST_TOPICS: usize = 14;

/// A row or a column: what stands at its head, and the places in the matrix it stands for.
struct Group {
    name: String,
    of: Vec<usize>,
}

/// A cell for each topic and speaker; nothing where there are not two of both.
pub(super) fn chart(matrix: &Matrix<'_, '_>, style: &ChartStyle, width: Pt) -> Option<Chart> {
    if matrix.topics.len() < 2 || matrix.speakers.iter().filter(|(_, times)| *times > 0).count() < 2 {
        return None;
    }
    let topics = groups(&matrix.topics, MOST_TOPICS, |topic| (*topic).to_owned());
    let speakers = groups(&matrix.speakers, columns(style, width), |speaker| name(Some(speaker)));
    let table = table(matrix, &topics, &speakers);
    let drawing = drawing(&topics, &speakers, &table, style, width);
    let told = std::iter::zip(&topics, &table).filter_map(|(topic, row)| {
        let cells = std::iter::zip(&speakers, row).filter(|(_, number)| **number > 0);
        let cells: Vec<_> = cells.map(|(speaker, number)| format!("{} {number}", speaker.name)).collect();
        (!cells.is_empty()).then(|| format!("{}: {}", topic.name, cells.join(", ")))
    });
    let told: Vec<_> = told.collect();
    let origin = Origin::Counted.phrase();
    let of = several(matrix.topics.len(), "topic", "topics");
    Some(Chart {
        title: "Topics by speaker",
        note: format!("How many arguments and points of each speaker name each of {of}, {origin}"),
        drawing,
        alternative: format!(
            "Matrix of topics by speaker. Arguments and points of each speaker that name a topic, {origin}. {}.",
            told.join("; ")
        ),
    })
}

/// Rows or columns, the most frequent first; those there is no room for are the last one, together.
fn groups<T>(all: &[(T, usize)], most: usize, name: impl Fn(&T) -> String) -> Vec<Group> {
    let met = all.iter().enumerate().filter(|(_, (_, times))| *times > 0);
    let mut order: Vec<_> = met.map(|(place, (_, times))| (Reverse(*times), place)).collect();
    order.sort_unstable();
    let own = if order.len() > most { most - 1 } else { order.len() };
    let (shown, left) = order.split_at_checked(own).unwrap_or((&order, &[]));
    let shown = shown.iter().filter_map(|(_, place)| {
        all.get(*place).map(|(what, _)| Group { name: name(what), of: vec![*place] })
    });
    let left: Vec<_> = left.iter().map(|(_, place)| *place).collect();
    let rest = (!left.is_empty()).then(|| Group { name: others(left.len()), of: left });
    shown.chain(rest).collect()
}

/// The numbers of each row and column. An item with many topics and many speakers is not gone over pair by pair.
fn table(matrix: &Matrix<'_, '_>, topics: &[Group], speakers: &[Group]) -> Vec<Vec<usize>> {
    let (rows, columns) = (places(topics), places(speakers));
    let mut table = vec![vec![0; speakers.len()]; topics.len()];
    for item in &matrix.items {
        let (own_topics, own_speakers) = (numbers(&item.topics, &rows), numbers(&item.speakers, &columns));
        for (row, topics) in own_topics {
            for (column, speakers) in &own_speakers {
                if let Some(cell) = table.get_mut(row).and_then(|row| row.get_mut(*column)) {
                    *cell += topics * speakers;
                }
            }
        }
    }
    table
}

/// Which group each place belongs to.
fn places(groups: &[Group]) -> HashMap<usize, usize> {
    let places = groups.iter().enumerate().flat_map(|(nth, group)| group.of.iter().map(move |at| (*at, nth)));
    places.collect()
}

/// How many of the places belong to each group.
fn numbers(of: &[usize], groups: &HashMap<usize, usize>) -> BTreeMap<usize, usize> {
    let mut numbers = BTreeMap::new();
    for group in of.iter().filter_map(|place| groups.get(place)) {
        *numbers.entry(*group).or_default() += 1;
    }
    numbers
}

/// Columns there is room for: a name takes two short lines.
fn columns(style: &ChartStyle, width: Pt) -> usize {
    let room = width - style.names - style.gap();
    (3..16).rev().find(|count| times(*count, style.note.size * 5.3) <= room).unwrap_or(2)
}

fn drawing(
    topics: &[Group],
    speakers: &[Group],
    table: &[Vec<usize>],
    style: &ChartStyle,
    width: Pt,
) -> Drawing {
    let left = style.names + style.gap();
    let cell = ((width - left) / times(speakers.len(), 1.0)).min(style.row * 3.6);
    let leading = style.note.size * 1.2;
    let head = leading * 2.0 + 4.0;
    let mut drawing = Drawing { height: head + times(topics.len(), style.row), ..Drawing::default() };
    for (nth, speaker) in speakers.iter().enumerate() {
        let (x, text) = (left + times(nth, cell), speaker.name.clone());
        let room = (x + 1.0, cell - 2.0);
        let label = DrawnText {
            text,
            style: style.note,
            x: room.0,
            y: 0.0,
            width: room.1,
            leading,
            lines: 2,
            place: Place::Centre,
        };
        drawing.labels.push(label);
    }
    // Those who are taken together are no measure for the others.
    let alone = |group: &Group| group.of.len() == 1;
    let single = std::iter::zip(topics, table).filter(|(topic, _)| alone(topic));
    let single =
        single.flat_map(|(_, row)| std::iter::zip(speakers, row).filter(|(speaker, _)| alone(speaker)));
    let most = single.map(|(_, number)| *number).max().unwrap_or(1).max(1);
    for (nth, (topic, row)) in std::iter::zip(topics, table).enumerate() {
        let y = head + times(nth, style.row);
        drawing.labels.push(style.label(&*topic.name, style.text, (0.0, y, style.names), Place::Left));
        for (nth, &number) in row.iter().enumerate() {
            let x = left + times(nth, cell);
            let (width, height) = (cell - 1.5, style.row - 1.5);
            if number == 0 {
                drawing.fills.push(Fill { x, y, width, height, colour: style.ground });
                continue;
            }
            #[allow(clippy::cast_precision_loss)] // as dark as can be told apart
            let share = 0.25 + 0.75 * (number.min(most) as f32 / most as f32);
            let is_alone = alone(topic) && speakers.get(nth).is_some_and(alone);
            let share = if is_alone { share } else { 0.12 };
            let colour = tinted(style.bar, share);
            let on = contrast_to_white(colour);
            // Whichever of the two can be read better.
            let text =
                if on * on > contrast_to_white(style.text.colour) { style.on_bar } else { style.text.colour };
            drawing.fills.push(Fill { x, y, width, height, colour });
            let numeral = crate::layout::TextStyle { colour: text, ..style.text };
            drawing.labels.push(style.label(
                number.to_string(),
                numeral,
                (x, y - 0.75, width),
                Place::Centre,
            ));
        }
    }
    drawing
}
