//! Text from right to left: where it stands, and in which order it reads. No face here has its letters: a mark stands for
//! each, and turns around as the letter would.

use plenary_pdf::Options;
use plenary_pdf::layout::{Layout, Role, TextLine};
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
        let (left, right) = edges(&layout);
        let lines = lines_with(&layout, "אבג");
        assert!(lines.len() > 5);
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
    let read: String = lines_with(&layout, "א").iter().map(|line| layout.text.read(line)).collect();
    assert_eq!(visible(&read), text);
}

#[test]
fn signs_that_direct_do_so_and_are_not_drawn() {
    let text = "abc \u{202E}def\u{202C} ghi \u{2067}jkl mno\u{2069} pqr";
    let layout = laid_out(&saying(BlockKind::Paragraph, &[text]), &Options::default());
    let [line] = lines_with(&layout, "abc")[..] else { panic!("one line") };
    assert_eq!(visible(&layout.text.read(line)), visible(text));
    assert!(seen(&layout, line).contains("fed"), "{}", seen(&layout, line));
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
