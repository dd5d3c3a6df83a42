//! The profile for SayIt, read as its importer reads: it knows persons by `TLCPerson/@id` alone, takes of a title and of a
//! label what stands before any markup, drops paragraphs that stand in a section by themselves, shows the tags of elements that
//! HTML does not have, and sorts by times.

use std::collections::BTreeMap;

use plenary_akoma_ntoso::{AkomaNtoso, Options, Profile};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Block, BlockKind, Content, SectionRole, SpeakerKind};
use plenary_plugin_sdk::testing::render;
use plenary_plugin_sdk::xml::is_fit;
use proptest::prelude::*;

use crate::any::session;
use crate::build::{Page, event, whole};
use crate::rendered;
use crate::tree::{Element, Node};

/// What it stores of a speech or a scene.
#[derive(Debug, Clone, PartialEq)]
struct Stored {
    kind: String,
    /// The name of the speaker it is linked to.
    speaker: Option<String>,
    label: Option<String>,
    times: [Option<String>; 2],
    /// Each child, or the text itself.
    texts: Vec<String>,
}

struct Import {
    title: Option<String>,
    date: Option<String>,
    headings: Vec<Option<String>>,
    stored: Vec<Stored>,
}

/// The elements that it shows as such.
const SHOWN: [&str; 7] = ["p", "b", "i", "ol", "ul", "li", "speech"];

fn sayit() -> Options {
    Options { profile: Profile::Sayit, ..Options::default() }
}

fn import(root: &Element) -> Import {
    let debate = root.at("debate");
    let preface = debate.elements().find(|element| element.name == "preface");
    let in_preface = |name| preface.and_then(|preface| preface.find_all(name).first().copied());
    let mut people = BTreeMap::new();
    for person in debate.at("meta/references").elements().filter(|entry| entry.name == "TLCPerson") {
        let name = person.attribute("showAs").unwrap();
        assert!(!name.is_empty(), "it breaks off");
        people.insert(person.attribute("id").expect("an id").to_owned(), name.to_owned());
    }
    let mut import = Import {
        title: in_preface("docTitle").map(begins),
        date: in_preface("docDate").and_then(|date| date.attribute("date")).map(str::to_owned),
        headings: Vec::new(),
        stored: Vec::new(),
    };
    visit(debate.at("debateBody"), &people, &mut import);
    import
}

/// The text before the first element.
fn begins(element: &Element) -> String {
    match element.children.first() {
        Some(Node::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

fn visit(section: &Element, people: &BTreeMap<String, String>, import: &mut Import) {
    for child in section.elements() {
        match &*child.name {
            "heading" => {}
            "debateSection" | "adjournment" => {
                let heading = child.elements().find(|element| element.name == "heading");
                import.headings.push(heading.map(begins));
                visit(child, people, import);
            }
            "speech" | "scene" => {
                let by = child.attribute("by").filter(|by| !by.is_empty());
                let shown = |element: &&Element| SHOWN.contains(&&*element.name);
                let parts = || child.elements().filter(|part| part.name != "from");
                for part in parts().flat_map(Element::all) {
                    assert!(shown(&part), "the reader sees <{}>", part.tag());
                }
                let texts = match &*child.name {
                    "scene" => vec![child.text()],
                    _ => parts().flat_map(paragraphs).collect(),
                };
                import.stored.push(Stored {
                    kind: child.name.clone(),
                    speaker: by.map(|by| people[by.strip_prefix('#').expect("a reference")].clone()),
                    label: child.elements().find(|part| part.name == "from").map(begins),
                    times: ["startTime", "endTime"].map(|name| child.attribute(name).map(str::to_owned)),
                    texts: texts.into_iter().filter(|text| !text.is_empty()).collect(),
                });
            }
            other => panic!("{other} is dropped"),
        }
    }
}

/// The paragraphs and items that an element is or has.
fn paragraphs(element: &Element) -> Vec<String> {
    match &*element.name {
        "ol" | "ul" => element.elements().map(Element::text).collect(),
        _ => vec![element.text()],
    }
}

fn fit(text: &str) -> String {
    text.chars().map(|c| if is_fit(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

/// Everything said is stored under who said it, in order.
fn check(session: &Session<'_>) -> Import {
    let (root, _) = rendered(session, &sayit());
    let import = import(&root);
    let texts = |blocks: &[Block<'_>]| -> Vec<String> {
        blocks.iter().map(|block| fit(block.text.as_str())).filter(|text| !text.is_empty()).collect()
    };
    let said: Vec<_> = session.speeches().flat_map(|speech| texts(&speech.blocks)).collect();
    let stored: Vec<_> = import.stored.iter().flat_map(|stored| stored.texts.clone()).collect();
    assert_eq!(stored, said);
    let names: BTreeMap<_, _> =
        session.speakers.iter().map(|speaker| (&speaker.id, &*speaker.name)).collect();
    let is_speech = |stored: &&Stored| stored.kind == "speech";
    let labelled = session.speeches().filter(|speech| speech.speaker.is_some() || speech.label.is_some());
    let labelled: Vec<_> = labelled
        .map(|speech| {
            let speaker = speech.speaker.as_ref().map(|id| {
                let is_blank = names[id].trim().is_empty();
                fit(if is_blank { id.as_str() } else { names[id] })
            });
            (speaker, speech.label.as_ref().map(|label| fit(label.as_str())))
        })
        .collect();
    let stored: Vec<_> = import.stored.iter().filter(is_speech).cloned().collect();
    let stored = stored.into_iter().filter(|stored| stored.speaker.is_some() || stored.label.is_some());
    assert_eq!(stored.map(|stored| (stored.speaker, stored.label)).collect::<Vec<_>>(), labelled);
    let timed = import.stored.iter().filter(|stored| stored.times[0].is_some()).count();
    assert!(timed == 0 || timed == import.stored.len(), "the others would stand anywhere");
    import
}

#[test]
fn a_session_with_every_node() {
    let import = check(&whole());
    assert_eq!(import.title.as_deref(), Some("Harbours & hinterlands: who pays for \"green\" fuel?"));
    assert_eq!(import.date.as_deref(), Some("2031-05-14"));
    assert_eq!(import.headings, [Some("Session transcript".to_owned())]);
    let speakers: Vec<_> = import.stored.iter().map(|stored| stored.speaker.as_deref()).collect();
    assert_eq!(speakers, [Some("Chair"), Some("Inês Duarte"), Some("Pilots’ Union"), None]);
    assert_eq!(import.stored[1].texts[1], "(Applause)");
}

fn timed(end: &str) -> Session<'static> {
    let mut page = Page::new();
    page.title("Harbour Week 2031", Some(event("Harbour Week 2031", "Harbour Week 2031", None, None)));
    page.session.title.as_mut().unwrap().line = page.line("Harbour Week 2031");
    let chair = page.speaker("speaker-chair", "Chair", SpeakerKind::Role);
    page.section("section-transcript", SectionRole::Transcript, None, |page| {
        let speeches = ["09:00:00", "09:12:30"].into_iter().zip(1..).map(|(start, number)| {
            let mut speech = page.speech(number, Some("Chair"), Some(&chair), |page| {
                let mut blocks = page.paragraphs(&["Order."]);
                if number == 2 && !end.is_empty() {
                    blocks.push(page.block(BlockKind::Remark, end));
                }
                blocks
            });
            speech.start = Some(format!("2031-05-14T{start}").parse().unwrap());
            speech
        });
        Content::Speeches(speeches.collect())
    });
    page.session
}

#[test]
fn times_are_told_where_none_is_missing() {
    let import = check(&timed(""));
    let starts: Vec<_> = import.stored.iter().map(|stored| stored.times[0].as_deref().unwrap()).collect();
    assert_eq!(starts, ["2031-05-14T09:00:00", "2031-05-14T09:12:30"]);
    assert_eq!(import.title.as_deref(), Some("Harbour Week 2031"), "the event is all there is of a title");
}

/// It has no times of scenes, and the end of a meeting is one.
#[test]
fn the_end_of_a_meeting_is_kept_and_stays_at_the_end() {
    let import = check(&timed("(The meeting rose at 12.05 p.m.)"));
    let last = import.stored.last().unwrap();
    assert_eq!((&*last.kind, &*last.texts[0]), ("scene", "(The meeting rose at 12.05 p.m.)"));
    let (_, findings) = rendered(&timed("(The meeting rose at 12.05 p.m.)"), &sayit());
    assert!(findings.iter().any(|finding| finding.code == "akoma-ntoso::some-times"), "{findings:?}");
}

/// But for the identifiers of persons, the standard is kept: without them nothing is left that only SayIt knows.
#[test]
fn only_identifiers_are_against_the_schema() {
    let root = |options: &Options| {
        let document = render::<AkomaNtoso>(&whole(), "akoma-ntoso", options).unwrap();
        Element::parse(&String::from_utf8(document.bytes).unwrap())
    };
    let (ours, standard) = (root(&sayit()), root(&Options::default()));
    let attributes = |root: &Element| -> std::collections::BTreeSet<(String, String)> {
        let all = root.all().into_iter();
        all.flat_map(|of| of.attributes.keys().map(|name| (of.name.clone(), name.clone()))).collect()
    };
    let (ours, standard) = (attributes(&ours), attributes(&standard));
    let new: Vec<_> = ours.difference(&standard).map(|(of, name)| (&**of, &**name)).collect();
    assert_eq!(new, [("TLCPerson", "id")]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_session_is_stored(session in session()) {
        check(&session);
    }
}
