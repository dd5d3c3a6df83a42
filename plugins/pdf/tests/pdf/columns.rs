//! Columns: what stands in which, over generated flows.

use plenary_pdf::layout::{
    Align, Cell, Colour, Column, ColumnFill, ColumnStyle, FaceId, Flow, Fonts, Geometry, ItemKind, Keep,
    Layout, PanelStyle, ParagraphStyle, Reach, Role, Running, Span, TableStyle, TextStyle,
};
use proptest::prelude::*;

use crate::reading::{Seen, lines, node};

const FACE: &[u8] = include_bytes!("../../fonts/SourceSerif4-Regular.ttf");
const GEOMETRY: Geometry =
    Geometry { width: 500.0, height: 400.0, left: 50.0, right: 50.0, top: 50.0, bottom: 50.0 };
const STYLE: TextStyle = TextStyle { face: FaceId(0), size: 10.0, colour: Colour(0, 0, 0) };
const GUTTER: f32 = 20.0;

const BODY: ParagraphStyle = ParagraphStyle {
    text: STYLE,
    leading: 14.0,
    before: 0.0,
    after: 6.0,
    indent: 0.0,
    right: 0.0,
    align: Align::Left,
    keep: Keep::Loose,
    hyphenate: false,
};
const HEADING: ParagraphStyle = ParagraphStyle { before: 12.0, keep: Keep::WithNext, ..BODY };
const TABLE: TableStyle = TableStyle {
    leading: 12.0,
    padding: 3.0,
    gutter: 10.0,
    rule: Colour(1, 1, 1),
    header_rule: Colour(2, 2, 2),
};
const PANEL: PanelStyle =
    PanelStyle { fill: Colour(3, 3, 3), reach: Reach::Text(Colour(4, 4, 4)), padding: 8.0 };

fn width(columns: usize) -> f32 {
    (GEOMETRY.measure() - GUTTER * (columns - 1) as f32) / columns as f32
}

#[derive(Debug, Clone)]
enum Piece {
    Paragraph(usize),
    Heading,
    Table(usize),
    Panel(usize),
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        6 => (1_usize..60).prop_map(Piece::Paragraph),
        2 => Just(Piece::Heading),
        1 => (1_usize..40).prop_map(Piece::Table),
        1 => (1_usize..40).prop_map(Piece::Panel),
    ]
}

type Part = (usize, ColumnFill, Vec<Piece>);

fn part() -> impl Strategy<Value = Part> {
    let fill = prop_oneof![Just(ColumnFill::Balanced), Just(ColumnFill::Full)];
    (1_usize..=3, fill, prop::collection::vec(piece(), 0..14))
}

/// A flow of the parts, each in its columns. Every text begins with its number; headings do with an `H`.
fn set(parts: &[Part]) -> Layout {
    let fonts = Fonts::new(&[("SourceSerif4-Regular", FACE)]).unwrap();
    let mut flow = Flow::new(&fonts, GEOMETRY, "en");
    let mut number = 0;
    for (count, fill, pieces) in parts {
        if *count > 1 {
            flow.open_columns(ColumnStyle { count: *count, gutter: GUTTER, fill: *fill });
        }
        assert!((flow.measure() - width(*count)).abs() < 0.01);
        for piece in pieces {
            number += 1;
            let text = |words: usize| format!("{number} {}", "Lorem ipsum dolor ".repeat(words));
            match piece {
                Piece::Paragraph(words) => {
                    flow.paragraph(Role::Paragraph, &BODY, &[Span::new(&text(*words), STYLE)]).unwrap();
                }
                Piece::Heading => {
                    let text = format!("H {number}");
                    flow.anchor(&text);
                    flow.paragraph(Role::Heading(1), &HEADING, &[Span::new(&text, STYLE)]).unwrap();
                }
                Piece::Table(rows) => {
                    let columns = [Column { width: flow.measure(), align: Align::Left }];
                    let head = [Cell::new(Span::new("Head", STYLE))];
                    flow.open_table(&TABLE, &columns, &[&head]).unwrap();
                    for row in 0..*rows {
                        let text = format!("{number} row {row}");
                        flow.table_row(&TABLE, &columns, &[Cell::new(Span::new(&text, STYLE))]).unwrap();
                    }
                    flow.close_table();
                }
                Piece::Panel(words) => {
                    flow.open_panel(PANEL);
                    flow.paragraph(Role::Note, &BODY, &[Span::new(&text(*words), STYLE)]).unwrap();
                    flow.close_panel();
                }
            }
        }
        flow.close_columns();
    }
    let running = Running {
        head: None,
        head_baseline: 30.0,
        foot: STYLE,
        foot_baseline: 380.0,
        foot_text: |_, _| String::new(),
        rule: Colour(0, 0, 0),
    };
    flow.finish(&running).unwrap()
}

/// The left edges of so many columns.
fn edges(columns: usize) -> Vec<f32> {
    (0..columns).map(|nth| GEOMETRY.left + nth as f32 * (width(columns) + GUTTER)).collect()
}

/// The number of the text each line is of, and in how many columns that stands.
fn columns_of(parts: &[Part], layout: &Layout) -> Vec<(usize, usize)> {
    // Node by node in reading order, each text's node is one piece; the parts' pieces are counted in the same order.
    let counts = parts.iter().flat_map(|(count, _, pieces)| std::iter::repeat_n(*count, pieces.len()));
    let counts: Vec<usize> = counts.collect();
    let mut of = Vec::new();
    let mut number = 0;
    let mut last = None;
    for seen in lines(layout) {
        if seen.node.is_some() && seen.node != last {
            let text = layout.text.read(seen.line);
            let word = text.trim_start_matches("H ").split(' ').next().unwrap_or_default();
            number = word.parse().unwrap_or(number);
            last = seen.node;
        }
        of.push((number, counts.get(number.max(1) - 1).copied().unwrap_or(1)));
    }
    of
}

/// Whether the piece of this number, counted from 1, is the last of its part.
fn last_of_part(parts: &[Part], number: usize) -> bool {
    let ends = parts.iter().scan(0, |end, (_, _, pieces)| {
        *end += pieces.len();
        Some(*end)
    });
    ends.into_iter().any(|end| end == number)
}

/// Which column of so many a place is in.
fn column(x: f32, columns: usize) -> usize {
    edges(columns).iter().rposition(|edge| x >= edge - 0.1).expect("right of the margin")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn columns_keep_every_rule(parts in prop::collection::vec(part(), 1..6)) {
        let layout = set(&parts);
        let of = columns_of(&parts, &layout);
        let seen: Vec<Seen<'_>> = lines(&layout);
        let body: Vec<_> = std::iter::zip(&seen, &of).filter(|(seen, _)| seen.node.is_some()).collect();

        // Every line stands in a column of its part, and the text is read column by column.
        for (seen, (_, columns)) in &body {
            let text = layout.text.read(seen.line);
            let edge = edges(*columns)[column(seen.line.x, *columns)];
            let right = edge + width(*columns);
            prop_assert!(seen.line.x + seen.line.width <= right + 0.05, "{text:?} ends beyond {right}");
            prop_assert!(seen.line.y > GEOMETRY.top && seen.line.y < GEOMETRY.floor(), "{text:?} at {}", seen.line.y);
        }
        for pair in body.windows(2) {
            let [(above, (number, columns)), (below, (next, other))] = pair else { continue };
            prop_assert!(next >= number);
            if above.page == below.page && columns == other {
                let places = [above, below].map(|seen| column(seen.line.x, *columns));
                let further = below.line.y >= above.line.y + 11.9;
                prop_assert!(places[0] < places[1] || further, "{:?}", layout.text.read(below.line));
            }
            let parted = above.page != below.page || below.line.y < above.line.y;
            if parted && above.node != below.node && matches!(node(&layout, above.node.unwrap()).role, Role::Heading(_)) {
                // What ends columns is kept with nothing.
                let ends = *columns > 1 && last_of_part(&parts, *number);
                prop_assert!(ends, "{:?} stands last in a column", layout.text.read(above.line));
            }
        }
        // Of a paragraph no line stands alone in a column.
        for paragraph in body.chunk_by(|one, other| one.0.node == other.0.node) {
            let (first, (_, columns)) = paragraph[0];
            if matches!(node(&layout, first.node.unwrap()).role, Role::Cell { .. } | Role::HeaderCell { .. }) { continue; }
            let places = paragraph.iter().map(|(seen, _)| (seen.page, column(seen.line.x, *columns)));
            let places: Vec<_> = places.collect();
            for stretch in places.chunk_by(|one, other| one == other) {
                prop_assert!(stretch.len() > 1 || places.len() == 1, "{:?}", layout.text.read(first.line));
            }
        }
        // Nothing lies over another.
        for page in 0..layout.pages.len() {
            let boxes: Vec<_> = seen.iter().filter(|seen| seen.page == page && seen.line.width > 0.0).collect();
            for (at, one) in boxes.iter().enumerate() {
                for other in &boxes[at + 1..] {
                    let apart = (one.line.y - other.line.y).abs() >= 9.0
                        || one.line.x + one.line.width <= other.line.x
                        || other.line.x + other.line.width <= one.line.x;
                    prop_assert!(apart, "{:?} over {:?}", layout.text.read(one.line), layout.text.read(other.line));
                }
            }
        }
        // A destination is above the heading it names.
        for destination in &layout.destinations {
            let heading = seen.iter().find(|seen| layout.text.read(seen.line) == destination.name).unwrap();
            prop_assert_eq!(heading.page, destination.page);
            prop_assert!(destination.y < heading.line.y && heading.line.y < destination.y + 14.0);
        }
    }
}

/// The lowest baselines of the columns on a page.
fn bottoms(layout: &Layout, page: usize, columns: usize) -> Vec<f32> {
    let mut bottoms = vec![0.0_f32; columns];
    for seen in lines(layout).iter().filter(|seen| seen.page == page && seen.node.is_some()) {
        let column = column(seen.line.x, columns);
        bottoms[column] = bottoms[column].max(seen.line.y);
    }
    bottoms
}

#[test]
fn balanced_columns_end_about_level_and_what_follows_stands_below_them() {
    let short = |fill| vec![(2, fill, vec![Piece::Paragraph(5); 9]), (1, fill, vec![Piece::Paragraph(1)])];
    let parts = short(ColumnFill::Balanced);
    let layout = set(&parts[..1]);
    let [left, right] = bottoms(&layout, 0, 2)[..] else { panic!() };
    assert!((left - right).abs() <= 14.0 * 5.0 && right > 0.0, "{left} {right}");
    let layout = set(&parts);
    let last = lines(&layout).into_iter().rfind(|seen| seen.node.is_some()).unwrap();
    assert!(last.line.y > left.max(right) + 13.0 && last.page == 0);

    let layout = set(&short(ColumnFill::Full)[..1]);
    let [left, right] = bottoms(&layout, 0, 2)[..] else { panic!() };
    assert!(left > right + 80.0, "{left} {right}");
}

#[test]
fn columns_begin_below_a_heading_and_not_without_it() {
    for words in 0..60 {
        let above = vec![Piece::Paragraph(words * 2), Piece::Heading];
        let parts = [(1, ColumnFill::Full, above), (2, ColumnFill::Balanced, vec![Piece::Paragraph(30); 4])];
        let layout = set(&parts);
        let lines = lines(&layout);
        let heading = lines.iter().position(|seen| layout.text.read(seen.line).starts_with("H ")).unwrap();
        assert_eq!(lines[heading].page, lines[heading + 1].page, "{words}");
        assert!(lines[heading + 1].line.y > lines[heading].line.y, "{words}");
    }
}

#[test]
fn a_table_has_its_header_in_every_column() {
    let layout = set(&[(2, ColumnFill::Full, vec![Piece::Table(60)])]);
    let heads: Vec<_> =
        lines(&layout).into_iter().filter(|seen| layout.text.read(seen.line).trim() == "Head").collect();
    assert!(heads.len() > 3);
    for page in 0..2 {
        let on_page = heads.iter().filter(|seen| seen.page == page);
        assert_eq!(on_page.map(|seen| column(seen.line.x, 2)).collect::<Vec<_>>(), [0, 1], "page {page}");
    }
}

#[test]
fn a_panel_is_as_wide_as_its_column() {
    let layout = set(&[(3, ColumnFill::Full, vec![Piece::Panel(60), Piece::Panel(60)])]);
    let fills = layout.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item.kind {
        ItemKind::Fill { x, width, colour: Colour(3, 3, 3), .. } => Some((x, width)),
        _ => None,
    });
    let fills: Vec<_> = fills.collect();
    assert!(fills.len() >= 2);
    for (x, across) in fills {
        assert!(edges(3).iter().any(|edge| (edge - x).abs() < 0.01) && (across - width(3)).abs() < 0.01);
    }
}
