//! Where things stand on pages, over sessions of every shape.

use plenary_pdf::Style;
use plenary_pdf::layout::{ItemKind, Layout, NodeId, Role};
use plenary_plugin_sdk::model::walk::{Node, walk};
use proptest::prelude::*;

use crate::build::{ids, whole};
use crate::generated::{options, session};
use crate::reading::{block, laid_out, lines, node, said, size, visible};

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn pages_keep_every_rule((session, options) in (session(), options())) {
        let layout = laid_out(&session, &options);
        nothing_outside_the_margins(&layout);
        nothing_over_another(&layout);
        if options.columns == 1 {
            no_heading_at_the_foot(&layout);
        }
        no_line_alone(&layout);
        the_contents_are_right(&layout);
        every_link_leads_somewhere(&layout);
        pages_are_counted(&layout);
        if options.style == Style::Full {
            every_word_is_there(&layout, &session);
        }
        prop_assert!(layout.missing.is_empty(), "{:?}", layout.missing);
    }
}

#[test]
fn a_whole_session_keeps_every_rule() {
    let session = whole();
    let layout = laid_out(&session, &plenary_pdf::Options::default());
    assert!(layout.pages.len() > 4, "{} pages", layout.pages.len());
    nothing_outside_the_margins(&layout);
    nothing_over_another(&layout);
    no_heading_at_the_foot(&layout);
    no_line_alone(&layout);
    the_contents_are_right(&layout);
    every_link_leads_somewhere(&layout);
    pages_are_counted(&layout);
    every_word_is_there(&layout, &session);
}

#[test]
fn every_identifier_is_a_destination_once() {
    let session = whole();
    let layout = laid_out(&session, &plenary_pdf::Options::default());
    let names: Vec<_> = layout.destinations.iter().map(|destination| destination.name.as_str()).collect();
    for id in ids(&session) {
        assert_eq!(names.iter().filter(|name| **name == id).count(), 1, "{id}");
    }
}

#[test]
fn a_speech_stands_where_its_destination_points() {
    let session = whole();
    let layout = laid_out(&session, &plenary_pdf::Options::default());
    for (number, speech) in (1..).zip(session.speeches()) {
        let destination = layout.destinations.iter().find(|place| place.name == speech.id.as_str()).unwrap();
        let first = lines(&layout)
            .into_iter()
            .find(|seen| seen.page == destination.page && seen.line.y > destination.y && seen.node.is_some());
        assert_eq!(layout.text.read(first.unwrap().line), number.to_string());
    }
}

#[test]
fn a_short_table_stands_on_one_page_and_no_row_alone() {
    for count in 2..60 {
        let mut session = whole();
        let delegate = |n| crate::build::speaker(&format!("speaker-{n}"), &format!("Delegate {n}"));
        session.speakers = (0..count).map(delegate).collect();
        let layout = laid_out(&session, &plenary_pdf::Options::default());
        let rows =
            lines(&layout).into_iter().filter(|seen| layout.text.read(seen.line).starts_with("Delegate "));
        let pages: Vec<_> = rows.map(|seen| seen.page).collect();
        assert_eq!(pages.len(), count);
        let parts: Vec<_> = pages.chunk_by(|one, other| one == other).map(<[usize]>::len).collect();
        assert!(
            if count <= 12 { parts.len() == 1 } else { parts.iter().all(|part| *part > 1) },
            "{count}: {parts:?}"
        );
    }
}

#[test]
fn a_long_table_repeats_its_header() {
    let mut session = whole();
    session.speakers =
        (0..120).map(|n| crate::build::speaker(&format!("speaker-{n}"), &format!("Delegate {n}"))).collect();
    let layout = laid_out(&session, &plenary_pdf::Options::default());
    let lines = lines(&layout);
    let pages: std::collections::BTreeSet<_> = lines
        .iter()
        .filter(|seen| layout.text.read(seen.line).starts_with("Delegate "))
        .map(|seen| seen.page)
        .collect();
    assert!(pages.len() > 2);
    for page in pages {
        let heads =
            lines.iter().filter(|seen| seen.page == page && layout.text.read(seen.line).trim() == "Speaker");
        assert_eq!(heads.count(), 1, "page {page}");
    }
}

/// A title that is read from right to left stands at its own end of the head all the same.
#[test]
fn title_and_section_share_the_head() {
    let mut session = whole();
    let name = "מים לשתי הגדות";
    session.title = Some(crate::build::title(name, name, None));
    let layout = laid_out(&session, &plenary_pdf::Options::default());
    nothing_over_another(&layout);
    nothing_outside_the_margins(&layout);
    let heads = lines(&layout).into_iter().filter(|seen| seen.page == 1 && seen.line.y < layout.geometry.top);
    assert_eq!(heads.count(), 2);
}

#[test]
fn names_lead_to_their_speakers() {
    let session = whole();
    let layout = laid_out(&session, &plenary_pdf::Options::default());
    let lines = lines(&layout);
    let found = lines.iter().find(|seen| layout.text.read(seen.line) == "Speakers: ").unwrap();
    let paragraph = |id: Option<NodeId>| id.map(|id| block(&layout, id));
    let of = |seen: &crate::reading::Seen<'_>| {
        let own = paragraph(seen.node);
        layout.pages[seen.page].items.iter().filter(move |item| paragraph(item.node()) == own)
    };
    let links = of(found);
    let links: Vec<_> = links
        .filter_map(|item| match &item.kind {
            ItemKind::Link { x, y, width, height, to } => Some((*x, *y, *width, *height, to.as_str())),
            _ => None,
        })
        .collect();
    let [ada, chair] = links.as_slice() else { panic!("{links:?}") };
    assert_eq!((ada.4, chair.4), ("speaker-ada-fjord", "speaker-chair"));
    let line = found.line;
    let names: Vec<_> = of(found)
        .filter_map(|item| match &item.kind {
            ItemKind::Text(line) => Some((node(&layout, item.node()?).role, layout.text.read(line))),
            _ => None,
        })
        .collect();
    let names: Vec<_> = names.iter().map(|(role, text)| (*role, text.as_str())).collect();
    let (text, link) = (Role::Paragraph, Role::Link);
    assert_eq!(names, [(text, "Speakers: "), (link, "Ada Fjord"), (text, ", "), (link, "Chair")]);
    for (_, y, _, height, _) in &links {
        assert!(*y < line.y && line.y < y + height, "the line stands in its link");
    }
    assert!((ada.0 - (line.x + line.width)).abs() < 0.05 && ada.0 + ada.2 < chair.0, "{links:?}");
    let nobody = lines.iter().find(|seen| layout.text.read(seen.line).contains("Nobody known")).unwrap();
    assert_eq!(
        of(nobody).filter(|item| matches!(item.kind, ItemKind::Link { .. })).count(),
        1,
        "whom nobody knows, nobody finds"
    );
}

#[test]
fn a_role_stands_below_the_name_and_times_beside_it() {
    let said = said(&laid_out(&whole(), &plenary_pdf::Options::default()));
    assert!(said.contains("Ada Fjord\nHarbour master, Board of"), "{said}");
    assert!(said.contains("Ada Fjord\n\u{A0}\u{A0}00:02:03–00:02:05\n"), "{said}");
    assert!(
        said.contains("Ada Fjord\n\u{A0}\u{A0}00:05:07\n"),
        "one without a label has the speaker's name: {said}"
    );
}

fn nothing_outside_the_margins(layout: &Layout) {
    let geometry = layout.geometry;
    let right = geometry.width - geometry.right + 0.05;
    for seen in lines(layout) {
        let line = seen.line;
        let text = layout.text.read(line);
        assert!(line.x + line.width <= right, "{text:?} ends at {} of {right}", line.x + line.width);
        let is_label = seen.node.is_some_and(|id| node(layout, id).role == Role::Mark);
        let left = if is_label { 20.0 } else { geometry.left - 0.05 };
        assert!(line.x >= left, "{text:?} begins at {}", line.x);
        if seen.node.is_some() {
            let (upper, lower) = (geometry.top, geometry.floor());
            assert!(
                line.y > upper && line.y < lower + 0.05,
                "{text:?} stands at {} of {upper} to {lower}",
                line.y
            );
        }
    }
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        if let ItemKind::Fill { x, y, width, height, .. } = item.kind {
            // The cover's band reaches the page's edges.
            if (x, y, width) == (0.0, 0.0, geometry.width) && item.node().is_none() {
                continue;
            }
            assert!(
                x >= geometry.left - 0.05 && x + width <= right && y > 0.0 && y + height < geometry.height
            );
        }
    }
}

fn nothing_over_another(layout: &Layout) {
    let lines = lines(layout);
    for on_page in lines.chunk_by(|one, other| one.page == other.page) {
        let mut boxes: Vec<_> = on_page
            .iter()
            .filter(|seen| seen.line.width > 0.0)
            .map(|seen| {
                let size = size(layout, seen.line);
                let (line, x) = (seen.line, seen.line.x);
                (line.y - size * 0.68, line.y + size * 0.2, x, x + line.width, layout.text.read(line))
            })
            .collect();
        boxes.sort_by(|one, other| one.0.total_cmp(&other.0));
        for (at, one) in boxes.iter().enumerate() {
            for other in boxes[at + 1..].iter().take_while(|other| other.0 < one.1) {
                // Parts of a line touch.
                let apart = one.3 <= other.2 + 0.05 || other.3 <= one.2 + 0.05;
                assert!(apart, "{:?} lies over {:?}", one.4, other.4);
            }
        }
    }
}

/// What belongs to a page's body, in reading order.
fn body(layout: &Layout) -> Vec<crate::reading::Seen<'_>> {
    lines(layout).into_iter().filter(|seen| seen.node.is_some()).collect()
}

fn no_heading_at_the_foot(layout: &Layout) {
    let body = body(layout);
    for pair in body.windows(2) {
        let [above, below] = pair else { continue };
        if above.page != below.page
            && let (Some(heading), Some(next)) = (above.block(layout), below.block(layout))
            && heading != next
            && let Role::Heading(_) = node(layout, heading).role
        {
            panic!("{:?} ends page {}", layout.text.read(above.line), above.page + 1);
        }
    }
}

fn no_line_alone(layout: &Layout) {
    let mut body: Vec<_> = body(layout);
    // A mark in the margin, a number and a link are parts of a line.
    body.dedup_by(|one, other| {
        (one.page, one.line.y, one.block(layout)) == (other.page, other.line.y, other.block(layout))
    });
    for paragraph in body.chunk_by(|one, other| one.block(layout) == other.block(layout)) {
        let first = paragraph[0].page;
        let role = node(layout, paragraph[0].block(layout).unwrap()).role;
        let here = paragraph.iter().filter(|seen| seen.page == first).count();
        let last = paragraph.iter().filter(|seen| seen.page == paragraph[paragraph.len() - 1].page).count();
        let whole = here == paragraph.len() || matches!(role, Role::Cell { .. } | Role::HeaderCell { .. });
        assert!(
            whole || (here > 1 && last > 1),
            "{:?} is parted after {here}",
            layout.text.read(paragraph[0].line)
        );
    }
}

fn the_contents_are_right(layout: &Layout) {
    for (page, items) in layout.pages.iter().map(|page| &page.items).enumerate() {
        for item in items {
            let (Some(id), ItemKind::Link { to, y, height, .. }) = (item.node(), &item.kind) else {
                continue;
            };
            if node(layout, block(layout, id)).role != Role::ContentsEntry {
                continue;
            }
            let target = layout.destinations.iter().find(|place| place.name == *to).unwrap();
            let entry = lines(layout).into_iter().filter(|seen| seen.node == Some(id)).collect::<Vec<_>>();
            let number = entry.last().unwrap();
            assert_eq!(layout.text.read(number.line), (target.page + 1).to_string(), "the page of {to}");
            assert!(
                entry.iter().any(|seen| seen.page == page && seen.line.y > *y && seen.line.y < y + height)
            );
        }
    }
}

fn every_link_leads_somewhere(layout: &Layout) {
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        if let ItemKind::Link { to, .. } = &item.kind {
            assert!(layout.destinations.iter().any(|place| place.name == *to), "{to}");
        }
    }
    for entry in &layout.outline {
        assert!(entry.page < layout.pages.len());
    }
}

fn pages_are_counted(layout: &Layout) {
    let count = layout.pages.len();
    for page in 0..count {
        let lines = lines(layout);
        let foot = lines.iter().rfind(|seen| seen.page == page && seen.node.is_none()).unwrap();
        assert_eq!(layout.text.read(foot.line), format!("Page {} of {count}", page + 1));
    }
}

/// Every text of the model but the labels, which become structure, and the title's line, which becomes title and event.
fn every_word_is_there(layout: &Layout, session: &plenary_plugin_sdk::Session<'_>) {
    let said = visible(&said(layout));
    walk(session, &mut |what, text| {
        if !matches!(what, Node::Label | Node::Title) {
            let text = visible(text.as_str());
            assert!(said.contains(&text), "{what:?} breaks off behind {:?}", found_of(&text, &said));
        }
    });
    // In order, within the transcript.
    let mut at = 0;
    for block in session.speeches().flat_map(|speech| &speech.blocks) {
        let text = visible(block.text.as_str());
        at += said[at..].find(&text).unwrap_or_else(|| panic!("{text:?} is not in its place")) + text.len();
    }
}

/// As much of the text as there is, from its beginning: the last of it.
fn found_of<'t>(text: &'t str, said: &str) -> &'t str {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let found = ends.partition_point(|end| said.contains(&text[..*end]));
    &text[ends[found.saturating_sub(30)]..ends[found.saturating_sub(1)]]
}
