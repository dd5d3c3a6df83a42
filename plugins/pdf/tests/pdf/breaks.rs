//! Lines: where they end, and what they may not part.

use plenary_pdf::layout::{
    Align, Colour, FaceId, Flow, Fonts, Geometry, Keep, Layout, ParagraphStyle, Role, Running, Span,
    TextLine, TextStyle,
};
use proptest::prelude::*;

use crate::reading::{lines, visible};

const FACE: &[u8] = include_bytes!("../../fonts/SourceSerif4-Regular.ttf");
const MEASURE: f32 = 300.0;

/// The lines of one paragraph, alone in a document.
fn set(text: &str, align: Align) -> Layout {
    let fonts = Fonts::new(&[("SourceSerif4-Regular", FACE)]).unwrap();
    let geometry = Geometry { width: 400.0, height: 800.0, left: 50.0, right: 50.0, top: 50.0, bottom: 50.0 };
    let style = TextStyle { face: FaceId(0), size: 10.0, colour: Colour(0, 0, 0) };
    let paragraph = ParagraphStyle {
        text: style,
        leading: 14.0,
        before: 0.0,
        after: 0.0,
        indent: 0.0,
        right: 0.0,
        align,
        keep: Keep::Loose,
        hyphenate: false,
    };
    let mut flow = Flow::new(&fonts, geometry, "en");
    flow.paragraph(Role::Paragraph, &paragraph, &[Span::new(text, style)]).unwrap();
    let running = Running {
        head: None,
        head_baseline: 30.0,
        foot: style,
        foot_baseline: 780.0,
        foot_text: |_, _| String::new(),
        rule: Colour(0, 0, 0),
    };
    flow.finish(&running).unwrap()
}

fn read(layout: &Layout) -> Vec<String> {
    lines(layout).iter().map(|seen| layout.text.read(seen.line)).collect()
}

fn ragged(text: &str) -> Vec<String> {
    read(&set(text, Align::Left))
}

/// The lines that fill each as far as it goes, by the widths the layout gives.
fn first_fit(layout: &Layout) -> Vec<f32> {
    let atoms = lines(layout).into_iter().flat_map(|seen| layout.text.atoms(seen.line));
    let mut widths = vec![0.0_f32];
    let mut space = 0.0;
    for atom in atoms {
        let last = widths.last_mut().unwrap();
        match atom.is_space {
            true => space = atom.width,
            false if *last == 0.0 => *last = atom.width,
            false if *last + space + atom.width <= MEASURE => *last += space + atom.width,
            false => widths.push(atom.width),
        }
    }
    widths
}

proptest! {
    #[test]
    fn lines_are_no_more_ragged_than_first_fit_leaves_them(words in prop::collection::vec("[a-z]{1,14}", 1..120)) {
        let layout = set(&words.join(" "), Align::Left);
        let slack = |widths: &[f32]| -> f32 {
            widths[..widths.len() - 1].iter().map(|width| (MEASURE - width).powi(2)).sum()
        };
        let own: Vec<_> = lines(&layout).iter().map(|seen| seen.line.width).collect();
        let first_fit = first_fit(&layout);
        // A line more, or a last line of one syllable, is worth some raggedness.
        if own.len() == first_fit.len() && first_fit.last().unwrap() > &30.0 {
            prop_assert!(slack(&own) <= slack(&first_fit) + 0.1, "{own:?} {first_fit:?}");
        }
        prop_assert!(own.len() <= first_fit.len() + 1);
    }

    #[test]
    fn no_letter_is_lost_and_no_line_too_wide(text in "\\PC{0,400}") {
        let layout = set(&text, Align::Left);
        prop_assert_eq!(visible(&read(&layout).concat()), visible(&text));
        for seen in lines(&layout) {
            prop_assert!(seen.line.width <= MEASURE + 0.01, "{} is {} wide", layout.text.read(seen.line), seen.line.width);
        }
    }
}

#[test]
fn filled_lines_reach_the_edge() {
    let text = "The ferry that left at noon came back at one with nobody on board but the dog. ".repeat(12);
    let layout = set(&text, Align::Justified);
    let lines: Vec<&TextLine> = lines(&layout).into_iter().map(|seen| seen.line).collect();
    let (last, others) = lines.split_last().unwrap();
    assert!(others.len() > 5);
    for line in others {
        assert!((line.width - MEASURE).abs() < 0.01, "{}", line.width);
    }
    assert_eq!(last.widening, 0.0);
}

#[test]
fn balanced_lines_are_about_as_long_as_each_other() {
    let text = "Who owns the water gauge, who reads it, and who may sell what was read on the coast";
    let widths = |align| lines(&set(text, align)).iter().map(|seen| seen.line.width).collect::<Vec<_>>();
    let (ragged, balanced) = (widths(Align::Left), widths(Align::Balanced));
    let spread = |widths: &[f32]| {
        widths.iter().copied().fold(0.0, f32::max) - widths.iter().copied().fold(MEASURE, f32::min)
    };
    assert_eq!(ragged.len(), balanced.len());
    assert!(spread(&balanced) < spread(&ragged) / 2.0, "{balanced:?} {ragged:?}");
}

#[test]
fn a_line_end_in_the_text_ends_the_line() {
    assert_eq!(ragged("one\ntwo\r\nthree\u{2028}four\n\nfive"), ["one", "two", "three", "four", "five"]);
}

#[test]
fn signs_without_a_look_do_not_undo_a_line_end() {
    assert_eq!(ragged("one\n\u{200B}\ntwo \u{2060} three"), ["one", "two three"]);
}

#[test]
fn blank_space_is_one_space() {
    assert_eq!(ragged("  one \t two  "), ["one two "]);
}

#[test]
fn what_belongs_together_stays_together() {
    let filler = "a ".repeat(40);
    for pair in ["1,300\u{A0}kilometres", "multi-stakeholder", "Bonjour !", "(brackets)"] {
        // Whatever stands before it, it is on one line.
        for ahead in 0..40 {
            let lines = ragged(&format!("{}{pair} {filler}", &filler[..ahead * 2]));
            assert!(lines.iter().any(|line| line.contains(pair)), "{pair}: {lines:?}");
        }
    }
}

#[test]
fn ideographs_may_part_anywhere() {
    // The face has none of them: each is a mark that stands for its character.
    let lines = ragged(&"水火木金土".repeat(30));
    assert!(lines.len() > 2 && lines[0].chars().count() > 20, "{lines:?}");
    assert_eq!(lines.concat(), "水火木金土".repeat(30));
}

#[test]
fn an_endless_word_breaks_between_clusters() {
    let text = "e\u{301}\u{323}x".repeat(400);
    let lines = ragged(&text);
    assert!(lines.len() > 10);
    assert_eq!(visible(&lines.concat()), text);
    assert!(lines.iter().all(|line| !line.starts_with(['\u{301}', '\u{323}'])), "{lines:?}");
}

#[test]
fn a_word_of_a_hundred_thousand_letters_takes_no_longer_than_as_many_letters_in_words() {
    let text = "abcdefghij".repeat(10_000);
    let layout = set(&text, Align::Justified);
    assert_eq!(read(&layout).concat(), text);
    assert!(layout.pages.len() > 20);
}

#[test]
fn ligatures_read_as_their_letters() {
    let layout = set("office fluffy flying", Align::Left);
    let lines = lines(&layout);
    let glyphs: usize = layout.text.atoms(lines[0].line).map(|atom| layout.text.glyphs(atom).len()).sum();
    let text = layout.text.read(lines[0].line);
    assert_eq!(text, "office fluffy flying");
    assert!(glyphs < text.len(), "{glyphs} glyphs for {} letters", text.len());
}

#[test]
fn pairs_are_kerned() {
    let width = |text: &str| lines(&set(text, Align::Left))[0].line.width;
    assert!(width("AVAVAV") < 3.0 * (width("A") + width("V")) - 1.0);
}
