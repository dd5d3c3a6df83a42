//! Text from right to left: where it stands, and in which order it reads. No face here has its letters: a mark stands for
//! each, and turns around as the letter would.

use plenary_pdf::Options;
use plenary_pdf::layout::{Artifact, ItemKind, Layout, Part, Role, TextLine};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{BlockKind, Content};
use proptest::prelude::*;

use crate::build::{block, empty, section, speaker, speech};
use crate::reading::{laid_out, lines, node, said, visible};

/// A session that says each of the texts: paragraphs of one speech.
fn saying(kind: BlockKind, texts: &[&str]) -> Session<'static> {
    let mut session = empty();
    let blocks = texts.iter().map(|text| block(kind, text)).collect();
    let speech = speech(1, "speaker-x", Some("X"), blocks);
    session.sections = vec![section("section-t", Some("T"), Content::Speeches(vec![speech]))];
    session
}

/// The lines whose text holds `part`, in order.
fn lines_with<'l>(layout: &'l Layout, part: &str) -> Vec<&'l TextLine> {
    let all = lines(layout).into_iter().map(|seen| seen.line);
    all.filter(|line| layout.text.read(line).contains(part)).collect()
}

/// What stands on a line from left to right, word by word.
fn seen(layout: &Layout, line: &TextLine) -> String {
    let glyphs = layout.text.atoms(line).flat_map(|atom| layout.text.glyphs(atom));
    glyphs.filter_map(|glyph| layout.text.entry(glyph)).map(|entry| &*entry.text).collect()
}

fn edges(layout: &Layout) -> (f32, f32) {
    (layout.geometry.left, layout.geometry.width - layout.geometry.right)
}

#[test]
fn words_stand_from_right_to_left_and_read_as_written() {
    let layout = laid_out(&saying(BlockKind::Paragraph, &["אבג דהו זחט"]), &Options::default());
    let [line] = lines_with(&layout, "אבג")[..] else { panic!("one line") };
    assert_eq!(layout.text.read(line), "אבג דהו זחט");
    assert_eq!(seen(&layout, line), "טחז והד גבא");
    let (left, right) = edges(&layout);
    assert!((line.x + line.width - right).abs() < 0.05 && line.x > left + 100.0, "{line:?}");
}

#[test]
fn what_runs_the_other_way_is_turned_within() {
    let text = "אבג Riverbank Ltd. דהו 1,300 זחט (12.5)";
    let layout = laid_out(&saying(BlockKind::Paragraph, &[text]), &Options::default());
    let [line] = lines_with(&layout, "אבג")[..] else { panic!("one line") };
    assert_eq!(layout.text.read(line), text);
    // A bracket is drawn as its mirror image, and still is the one that opens; a full stop belongs to the paragraph.
    assert_eq!(seen(&layout, line), ")12.5( טחז 1,300 והד .Riverbank Ltd גבא");
}

#[test]
fn a_word_from_right_to_left_in_other_text_leaves_the_paragraph_as_it_is() {
    let layout = laid_out(&saying(BlockKind::Paragraph, &["The word אבג means three."]), &Options::default());
    let [line] = lines_with(&layout, "The word")[..] else { panic!("one line") };
    assert_eq!(layout.text.read(line), "The word אבג means three.");
    assert_eq!(seen(&layout, line), "The word גבא means three.");
    assert!((line.x - edges(&layout).0).abs() < 0.05);
}

#[test]
fn a_bullet_stands_where_its_text_begins() {
    let layout = laid_out(&saying(BlockKind::Item, &["אבג דהו", "abc def"]), &Options::default());
    let bullets = lines_with(&layout, "•");
    let [hebrew, latin] = bullets[..] else { panic!("{}", said(&layout)) };
    let text = lines_with(&layout, "אבג")[0];
    assert!(hebrew.x > text.x + text.width && hebrew.x + hebrew.width <= edges(&layout).1 + 0.05);
    assert!(latin.x < lines_with(&layout, "abc")[0].x);
}

#[test]
fn a_name_in_a_table_stands_at_the_right_of_its_cell_and_figures_where_they_stood() {
    let mut session = saying(BlockKind::Paragraph, &["abc"]);
    session.speakers = vec![speaker("speaker-x", "אבג דהו"), speaker("speaker-y", "Ada Fjord")];
    let layout = laid_out(&session, &Options::default());
    let cell = |part: &str| {
        let found = lines(&layout).into_iter().find(|seen| {
            let is_cell = seen.block(&layout).is_some_and(|id| {
                matches!(node(&layout, id).role, Role::HeaderCell { .. } | Role::Cell { .. })
            });
            is_cell && layout.text.read(seen.line).contains(part)
        });
        found.unwrap_or_else(|| panic!("no cell {part}")).line
    };
    let (hebrew, latin) = (cell("אבג"), cell("Ada"));
    assert!(hebrew.x > latin.x + latin.width, "{hebrew:?} {latin:?}");
}

#[test]
fn lines_from_right_to_left_break_as_others_do() {
    let text = "אבג דהוזח טיכ למנ ".repeat(60);
    for justify in [false, true] {
        let options = Options { justify, ..Options::default() };
        let layout = laid_out(&saying(BlockKind::Paragraph, &[&text]), &options);
        let lines = lines_with(&layout, "אבג");
        assert!(lines.len() > 5);
        let right = lines[0].x + lines[0].width;
        let left = lines.iter().map(|line| line.x).fold(f32::MAX, f32::min);
        let (last, others) = lines.split_last().unwrap();
        for line in others {
            assert!((line.x + line.width - right).abs() < 0.05, "{line:?}");
            assert!(!justify || (line.x - left).abs() < 0.05, "{line:?}");
        }
        assert!((last.x + last.width - right).abs() < 0.05);
        let read: String = lines.iter().map(|line| layout.text.read(line)).collect();
        assert_eq!(visible(&read), visible(&text));
    }
}

#[test]
fn an_endless_word_breaks_from_its_beginning_on() {
    let text = "אבגדהוזחטי".repeat(2_000);
    let layout = laid_out(&saying(BlockKind::Paragraph, &[&text]), &Options::default());
    assert!(visible(&said(&layout)).contains(&text));
}

#[test]
fn signs_that_direct_do_so_and_are_not_drawn() {
    let text = "abc \u{202E}def\u{202C} ghi \u{2067}jkl mno\u{2069} pqr";
    let layout = laid_out(&saying(BlockKind::Paragraph, &[text]), &Options::default());
    let [line] = lines_with(&layout, "abc")[..] else { panic!("one line") };
    assert_eq!(visible(&layout.text.read(line)), visible(text));
    assert!(seen(&layout, line).contains("fed"), "{}", seen(&layout, line));
}

#[test]
fn columns_begin_at_the_right_where_the_text_does() {
    for (text, rtl) in [("אבג דהו זחט ", true), ("abc def ghi ", false)] {
        let mut session = saying(BlockKind::Paragraph, &[&text.repeat(60)]);
        if let Content::Speeches(speeches) = &mut session.sections[0].content {
            speeches[0].label = Some(crate::build::text(text.trim()));
        }
        let layout = laid_out(&session, &Options { columns: 2, ..Options::default() });
        let lines = lines_with(&layout, text.split(' ').next().unwrap());
        let (first, last) = (lines.first().unwrap(), lines.last().unwrap());
        assert!(if rtl { first.x > last.x + 100.0 } else { first.x + 100.0 < last.x }, "{first:?} {last:?}");
    }
}

#[test]
fn title_and_section_stand_at_either_end_of_the_running_head() {
    for name in ["אבג דהו זחט", "Tides and timetables"] {
        let mut session = saying(BlockKind::Paragraph, &["word ".repeat(3000).as_str()]);
        session.title = Some(crate::build::title(name, name, None));
        let layout = laid_out(&session, &Options::default());
        let (left, right) = edges(&layout);
        for page in layout.pages.iter().skip(1) {
            let head = page.items.iter().filter(|item| item.part == Part::Artifact(Artifact::Head));
            let texts = head.filter_map(|item| match &item.kind {
                ItemKind::Text(line) => Some((line.x, line.x + line.width)),
                _ => None,
            });
            let texts: Vec<_> = texts.collect();
            if let [one, other] = texts[..] {
                assert!(one.1 < other.0 || other.1 < one.0, "{texts:?}");
                assert!(one.0.min(other.0) - left < 0.1 && right - one.1.max(other.1) < 0.1, "{texts:?}");
            }
        }
        assert!(layout.pages.len() > 3);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever is mixed, and wherever it breaks, nothing is lost and all of it reads as it was written.
    #[test]
    fn any_mixture_reads_as_written(words in prop::collection::vec(
        prop_oneof![
            "[a-z]{1,12}", "[א-ת]{1,9}", "[0-9]{1,4}", "[א-ת]{1,3}[0-9]{1,3}[a-z]{1,3}", "\\([א-ת]{1,4}\\)", "[ء-ي]{1,8}",
            "\u{202B}[a-z]{1,4}", "[א-ת]{1,4}\u{202C}", "[a-z]{2}\u{2067}[a-z]{2}", "[-.,:/%\"]{1,2}", "[א-ת]{60,90}",
        ],
        1..60,
    )) {
        let text = words.join(" ");
        let layout = laid_out(&saying(BlockKind::Paragraph, &[&text]), &Options::default());
        let said = visible(&said(&layout));
        prop_assert!(said.contains(&visible(&text)), "{text:?}\n{said:?}");
        let (left, right) = edges(&layout);
        for seen in lines(&layout).iter().filter(|seen| seen.node.is_some()) {
            prop_assert!(seen.line.x + seen.line.width <= right + 30.0 && seen.line.x >= left - 30.0);
        }
    }
}
