//! What the document says of itself, and of those who speak.

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Dialect, Id, Span, SpeakerKind};
use plenary_plugin_sdk::testing::render;
use plenary_tei::{Options, Tei};

use crate::build::{Page, whole};
use crate::tree::Element;
use crate::{document, rendered};

fn header(root: &Element, path: &str) -> String {
    root.at(&format!("teiHeader/{path}")).text()
}

#[test]
fn what_it_is_and_where_it_comes_from() {
    let root = document(&whole());
    let title = "Harbours & hinterlands: who pays for \"green\" fuel?";
    assert_eq!(root.attribute("xml:id"), Some("session-harbours-hinterlands-who-pays-for-green-fuel"));
    assert_eq!(header(&root, "fileDesc/titleStmt/title"), title);
    let meeting = root.at("teiHeader/fileDesc/titleStmt/meeting");
    assert_eq!((meeting.attribute("n"), &*meeting.text()), (Some("12"), "Harbour Week 2031 WS #12"));
    assert_eq!(header(&root, "fileDesc/sourceDesc/bibl/title"), title);
    let date = root.at("teiHeader/profileDesc/settingDesc/setting/date");
    assert_eq!(
        (date.attribute("when"), &*date.text()),
        (Some("2031-05-14"), "14 May 2031 23:30h - 00:15h UTC")
    );
    let time = root.at("teiHeader/profileDesc/settingDesc/setting/time");
    assert_eq!((time.attribute("from"), time.attribute("to")), (Some("23:30:00"), Some("00:15:00")));
}

#[test]
fn what_is_counted_says_so() {
    let root = document(&whole());
    let measures: Vec<_> = root.at("teiHeader/fileDesc/extent").elements().collect();
    let said: Vec<_> = measures.iter().map(|measure| measure.text()).collect();
    assert_eq!(said, ["4 speeches, counted by plenary", "22 words, counted by plenary"]);
    assert!(measures.iter().all(|measure| measure.attribute("type") == Some("counted")));
    let declared: Vec<_> = root
        .find_all("measure")
        .into_iter()
        .filter(|measure| measure.attribute("type") != Some("counted"))
        .map(|measure| (measure.text(), measure.attribute("quantity"), measure.attribute("unit")))
        .collect();
    assert_eq!(declared[0], ("131 words per minute".to_owned(), Some("131"), Some("words/min")));
    assert_eq!(declared[2], ("some secs".to_owned(), None, None), "no number could be read");
}

#[test]
fn speakers_are_listed_as_what_they_are() {
    let mut session = whole();
    session.speakers[0].role = Some("Harbour master".into());
    let root = document(&session);
    let people = root.find("listPerson").unwrap();
    let ids: Vec<_> = people.elements().map(|person| person.attribute("xml:id").unwrap()).collect();
    assert_eq!(ids, ["speaker-inês-duarte", "speaker-chair"]);
    assert_eq!(people.at("person/persName").text(), "Inês Duarte");
    assert_eq!(people.at("person/state/desc").text(), "Harbour master");
    assert_eq!(people.find("roleName").unwrap().text(), "Chair", "known by a function only");
    assert_eq!(root.at("teiHeader/profileDesc/particDesc/listOrg/org/orgName").text(), "Pilots’ Union");
}

#[test]
fn topics_are_a_taxonomy() {
    let root = document(&whole());
    let terms: Vec<_> = root.find("taxonomy").unwrap().elements().map(Element::text).collect();
    let terms: Vec<_> = terms.iter().map(|term| term.trim()).collect();
    assert_eq!(terms, ["Ports", "Public finance"], "capitals make no topic of their own");
    let topic = root.find_all("item").into_iter().find(|item| item.text() == "ports").unwrap();
    assert_eq!(topic.attribute("ana"), Some("#topic-ports"));
}

#[test]
fn nothing_at_all() {
    let (root, findings) = rendered(&Session::new(Dialect::DigWatch), &Options::default());
    assert_eq!(findings, []);
    assert_eq!(root.attribute("xml:id"), Some("session-untitled"));
    for name in ["front", "back", "u", "settingDesc", "particDesc", "taxonomy", "catRef", "timeline"] {
        assert!(root.find_all(name).is_empty(), "{name}");
    }
    assert_eq!(root.at("text/body").elements().count(), 1, "the schema wants a division");
}

#[test]
fn a_publisher_and_a_licence_are_those_of_the_options() {
    let made = header(&document(&whole()), "fileDesc/publicationStmt/p");
    assert_eq!(made, "Made by plenary test from the record described below. Who publishes it was not said.");
    let licence = "https://creativecommons.org/licenses/by/4.0/";
    let options = Options {
        language: "pt-BR".to_owned(),
        id: Some("harbours-12".to_owned()),
        publisher: Some("Harbour Week & Co".to_owned()),
        licence: Some(licence.to_owned()),
    };
    let unpublished = Options { publisher: None, ..options.clone() };
    let (root, _) = rendered(&whole(), &unpublished);
    let says = format!("Who publishes it was not said. Licence: {licence}");
    assert!(header(&root, "fileDesc/publicationStmt/p").ends_with(&says));
    let (root, _) = rendered(&whole(), &options);
    assert_eq!((root.attribute("xml:lang"), root.attribute("xml:id")), (Some("pt-BR"), Some("harbours-12")));
    assert_eq!(root.find("language").unwrap().attribute("ident"), Some("pt-BR"));
    assert_eq!(header(&root, "fileDesc/publicationStmt/publisher"), "Harbour Week & Co");
    assert_eq!(root.find("licence").unwrap().attribute("target"), Some(licence));
}

/// The document's own identifiers give way to those of the model.
#[test]
fn no_identifier_of_the_model_is_taken() {
    let mut page = Page::new();
    page.title("Topics", None);
    for id in ["session-topics", "topics", "topic-ports"] {
        page.speaker(id, "Somebody", SpeakerKind::Person);
    }
    let mut session = whole();
    session.title = page.session.title;
    session.speakers.extend(page.session.speakers);
    let root = document(&session);
    assert_eq!(root.attribute("xml:id"), Some("session-topics-2"));
    assert_eq!(root.find("taxonomy").unwrap().attribute("xml:id"), Some("topics-2"));
}

#[test]
fn identifiers_that_are_no_names_are_left_out_and_told_of() {
    let mut page = Page::new();
    for id in ["speaker 1", "", "a:b", "1st", "speaker-2", "speaker-2"] {
        page.speaker(id, "Somebody", SpeakerKind::Person);
    }
    let document = render::<Tei>(&page.session, "tei", &Options::default()).unwrap();
    let root = Element::parse(&String::from_utf8(document.bytes).unwrap());
    let people = root.find_all("person");
    let ids: Vec<_> = people.iter().map(|person| person.attribute("xml:id")).collect();
    assert_eq!(ids, [None, None, None, None, Some("speaker-2"), None]);
    let told = document.diagnostics.iter().filter(|finding| finding.code == "tei::unusable-id").count();
    assert_eq!(told, 5);
}

#[test]
fn characters_xml_cannot_hold_are_told_of_with_their_place() {
    let mut page = Page::new();
    page.title("A title\u{B}", None);
    page.disclaimer("\u{FFFE}");
    let (root, findings) = rendered(&page.session, &Options::default());
    assert_eq!(root.at("text/front/div/head").text(), "A title\u{FFFD}");
    assert_eq!(findings[0].code, "tei::replaced-characters");
    assert!(findings[0].message.contains("U+000B"), "{}", findings[0].message);
    assert_eq!(findings[0].span, Some(Span::new(7, 8)));
}

#[test]
fn who_is_not_in_the_registry_is_told_of() {
    let mut session = whole();
    session.speakers.retain(|speaker| speaker.id != Id::new("speaker-chair"));
    let (root, findings) = rendered(&session, &Options::default());
    let codes: Vec<_> = findings.iter().map(|finding| (&*finding.code, &*finding.message)).collect();
    let message = "no speaker has the identifier `speaker-chair`; what refers to it refers to nobody";
    assert_eq!(codes, [("tei::unknown-speaker", message)]);
    assert_eq!(root.find_all("u")[0].attribute("who"), None);
}

/// Validators know the names of XML 1.0 as they were before its fifth edition.
#[test]
fn letters_that_not_every_validator_knows_stand_by_their_number() {
    let mut page = Page::new();
    for id in ["speaker-ሕይወት", "speaker-josé", "speaker-張三", "ñ"] {
        page.speaker(id, "Somebody", SpeakerKind::Person);
    }
    let root = document(&page.session);
    let people = root.find_all("person");
    let ids: Vec<_> = people.iter().map(|person| person.attribute("xml:id").unwrap()).collect();
    assert_eq!(ids, ["speaker-_1215__12ED__12C8__1275_", "speaker-josé", "speaker-張三", "_F1_"]);
}
