//! What becomes of speeches.

use plenary_plugin_sdk::model::{BlockKind, Content, SectionRole, Text};
use plenary_plugin_sdk::testing::render;
use plenary_tei::{Options, Tei};
use snapbox::{Data, assert_data_eq};

use crate::build::{Page, whole};
use crate::document;

#[test]
fn the_whole_document() {
    let bytes = render::<Tei>(&whole(), "tei", &Options::default()).unwrap().bytes;
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tei/whole.tei.xml");
    assert_data_eq!(String::from_utf8(bytes).unwrap(), Data::read_from(golden.as_ref(), None).raw());
}

#[test]
fn a_speech_is_an_utterance_behind_its_label() {
    let root = document(&whole());
    let section = root.at("text/body/div");
    assert_eq!(section.attribute("type"), Some("debateSection"));
    let names: Vec<_> = section.elements().map(|element| &*element.name).collect();
    assert_eq!(names, ["head", "note", "u", "note", "u", "note", "u", "u"], "nobody says a label");
    let who: Vec<_> = root.find_all("u").iter().map(|u| u.attribute("who")).collect();
    let expected =
        [Some("#speaker-chair"), Some("#speaker-inês-duarte"), Some("#speaker-pilots-union"), None];
    assert_eq!(who, expected);
}

#[test]
fn what_stands_in_a_speech() {
    let mut page = Page::new();
    page.section("section-transcript", SectionRole::Transcript, None, |page| {
        let speech = page.speech(1, None, None, |page| {
            let mut second = page.block(BlockKind::Item, "lamps");
            second.text = Text::from_parts("2. ", "lamps", "\n", second.text.span().start);
            vec![
                page.block(BlockKind::Subheading, "Costs"),
                page.block(BlockKind::Paragraph, "Two:"),
                page.block(BlockKind::Item, "nets"),
                second,
                page.block(BlockKind::Remark, "(Applause)"),
            ]
        });
        Content::Speeches(vec![speech])
    });
    let root = document(&page.session);
    let parts: Vec<_> = root.find("u").unwrap().elements().map(|part| (part.tag(), part.text())).collect();
    let expected = [
        ("seg type=\"subheading\"", "Costs"),
        ("seg", "Two:"),
        ("seg type=\"item\"", "nets"),
        ("seg n=\"2\" type=\"item\"", "lamps"),
        ("note type=\"comment\"", "(Applause)"),
    ];
    assert_eq!(parts, expected.map(|(tag, text)| (tag.to_owned(), text.to_owned())));
}
