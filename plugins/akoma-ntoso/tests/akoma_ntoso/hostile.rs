//! Any text in any place.

use plenary_akoma_ntoso::{AkomaNtoso, Options};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Dialect, Span, SpeakerKind, Text};
use plenary_plugin_sdk::testing::render;
use proptest::prelude::*;

use crate::any::{session, text};
use crate::build::Page;
use crate::rendered;
use crate::tree::Element;

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// `rendered` checks the document by all rules: it is well-formed, nothing is missing, nothing dangles.
    #[test]
    fn any_session_gives_a_sound_document(session in session()) {
        rendered(&session, &Options::default());
    }

    /// The options go into the same places.
    #[test]
    fn any_name_and_number_give_a_sound_document(session in session(), name in text(), number in text()) {
        prop_assume!(!name.trim().is_empty() && !number.trim().is_empty());
        let options = Options { author: Some(name), number: Some(number), ..Options::default() };
        rendered(&session, &options);
    }
}

#[test]
fn characters_xml_cannot_hold_are_told_of_with_their_place() {
    let mut page = Page::new();
    page.title("A title\u{B} with a tab", None);
    page.disclaimer("\u{FFFE}");
    let (root, findings) = rendered(&page.session, &Options::default());
    assert_eq!(root.find("docTitle").unwrap().text(), "A title\u{FFFD} with a tab");
    let finding = findings.iter().find(|finding| finding.code == "akoma-ntoso::replaced-characters").unwrap();
    assert!(finding.message.contains("U+000B"), "{}", finding.message);
    assert_eq!(finding.span, Some(Span::new(7, 8)));
}

#[test]
fn identifiers_no_attribute_can_hold_are_left_out_and_told_of() {
    let mut page = Page::new();
    for id in ["speaker 1", "", "speaker-2", "speaker-2"] {
        page.speaker(id, "Somebody", SpeakerKind::Person);
    }
    page.session.title = None;
    let document = render::<AkomaNtoso>(&page.session, "akoma-ntoso", &Options::default()).unwrap();
    let root = Element::parse(&String::from_utf8(document.bytes).unwrap());
    let people = root.find_all("TLCPerson");
    let guids: Vec<_> = people.iter().filter_map(|person| person.attribute("GUID")).collect();
    assert_eq!(guids, ["speaker-2"]);
    let e_ids: Vec<_> = people.iter().filter_map(|person| person.attribute("eId")).collect();
    assert_eq!(e_ids, ["speaker-1", "id-", "speaker-2", "speaker-2-2"]);
    let told =
        document.diagnostics.iter().filter(|finding| finding.code == "akoma-ntoso::unusable-id").count();
    assert_eq!(told, 3);
}

/// A borrowed text is written as an owned one is.
#[test]
fn borrowed_and_owned_texts_are_one() {
    let source = "Borrowed & <owned>\n";
    let mut session = Session::new(Dialect::DigWatch);
    session.unrecognised.push(Text::borrowed(source, 0, 0..18));
    let mut owned = session.clone();
    owned.unrecognised[0] = Text::from_parts("", "Borrowed & <owned>", "\n", 0);
    assert_eq!(rendered(&session, &Options::default()).0, rendered(&owned, &Options::default()).0);
}
