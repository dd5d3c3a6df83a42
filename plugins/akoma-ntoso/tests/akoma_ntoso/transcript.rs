//! What becomes of speeches that are none, of the end of a meeting, and of times.

use plenary_akoma_ntoso::Options;
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{BlockKind, Content, Id, SectionRole, SpeakerKind};

use crate::build::Page;
use crate::tree::Element;
use crate::{document, rendered};

/// A meeting on a known day: of each speech, its speaker (`C` the chair, `A` Ada, `-` nobody), and its blocks, remarks
/// in brackets.
fn meeting(speeches: &[(char, &[&str])]) -> Session<'static> {
    let mut page = Page::new();
    page.time("14 May 2031 23:30h", "2031-05-14", Some("23:30:00"), None, None);
    let chair = page.speaker("speaker-chair", "Chair", SpeakerKind::Role);
    let ada = page.speaker("speaker-ada", "Ada", SpeakerKind::Person);
    page.section("section-transcript", SectionRole::Transcript, None, |page| {
        let speech = |(number, (who, blocks)): (usize, &(char, &[&str]))| {
            let speaker: Option<(&str, &Id)> = match who {
                'C' => Some(("Chair", &chair)),
                'A' => Some(("Ada", &ada)),
                _ => None,
            };
            page.speech(number + 1, speaker.map(|(name, _)| name), speaker.map(|(_, id)| id), |page| {
                let kind = |text: &str| match text.starts_with('(') {
                    true => BlockKind::Remark,
                    false => BlockKind::Paragraph,
                };
                blocks.iter().map(|text| page.block(kind(text), text)).collect()
            })
        };
        Content::Speeches(speeches.iter().enumerate().map(speech).collect())
    });
    page.session
}

/// The elements of the only section: name, `eId`, `GUID`, text.
fn elements(root: &Element) -> Vec<(String, String, String, String)> {
    let attribute = |of: &Element, name| of.attribute(name).unwrap_or_default().to_owned();
    let section = root.at("debate/debateBody/debateSection");
    let row = |of: &Element| (of.name.clone(), attribute(of, "eId"), attribute(of, "GUID"), said(of));
    section.elements().map(row).collect()
}

/// The text of an element, its structure left out.
fn said(of: &Element) -> String {
    match of.is_structure() {
        true => of.elements().map(said).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "),
        false => of.text(),
    }
}

fn rows<const N: usize>(rows: [(&str, &str, &str, &str); N]) -> Vec<(String, String, String, String)> {
    rows.map(|(a, b, c, d)| (a.to_owned(), b.to_owned(), c.to_owned(), d.to_owned())).into()
}

#[test]
fn what_happens_while_nobody_speaks_is_a_scene() {
    let session = meeting(&[
        ('-', &["(Music)", "(Bell)"]),
        ('C', &["Welcome.", "(Applause)"]),
        ('-', &["(A lamp falls)"]),
        ('-', &["Who was that?", "(Laughter)"]),
        ('-', &[]),
        ('A', &["(Nods)"]),
    ]);
    let expected = rows([
        ("scene", "dbsect_1__scene_1", "speech-1", "(Music)"),
        ("scene", "dbsect_1__scene_2", "", "(Bell)"),
        ("speech", "dbsect_1__speech_1", "speech-2", "Chair Welcome. (Applause)"),
        ("scene", "dbsect_1__scene_3", "speech-3", "(A lamp falls)"),
        ("speech", "dbsect_1__speech_2", "speech-4", "Who was that? (Laughter)"),
        ("speech", "dbsect_1__speech_3", "speech-5", ""),
        ("speech", "dbsect_1__speech_4", "speech-6", "Ada (Nods)"),
    ]);
    let root = document(&session);
    assert_eq!(elements(&root), expected);
    let spoken: Vec<_> = root.find_all("plenary:speechRef").iter().map(|e| e.attribute("href")).collect();
    assert_eq!(spoken, [Some("#dbsect_1__speech_1"), Some("#dbsect_1__speech_4")]);
}

#[test]
fn the_end_of_a_meeting_is_its_adjournment_whoever_spoke_last() {
    let after_speech = meeting(&[('A', &["We are done.", "(The meeting rose at 12.15 a.m.)"])]);
    let root = document(&after_speech);
    let expected = rows([
        ("speech", "dbsect_1__speech_1", "speech-1", "Ada We are done."),
        ("adjournment", "dbsect_1__adjournment_1", "", "(The meeting rose at 12.15 a.m.)"),
    ]);
    assert_eq!(elements(&root), expected);
    let hour = root.at("debate/debateBody").find("recordedTime").unwrap();
    assert_eq!((hour.attribute("type"), &*hour.text()), (Some("endEvent"), "12.15 a.m."));
    assert_eq!(hour.attribute("time"), Some("2031-05-15T00:15:00"), "it began before midnight");

    let alone = meeting(&[('A', &["We are done."]), ('-', &["(Adjourned.)"])]);
    let expected = rows([
        ("speech", "dbsect_1__speech_1", "speech-1", "Ada We are done."),
        ("adjournment", "dbsect_1__adjournment_1", "speech-2", "(Adjourned.)"),
    ]);
    assert_eq!(elements(&document(&alone)), expected);

    let nothing_else = meeting(&[('A', &["(Session ended)"])]);
    let expected = rows([
        ("speech", "dbsect_1__speech_1", "speech-1", "Ada"),
        ("adjournment", "dbsect_1__adjournment_1", "", "(Session ended)"),
    ]);
    assert_eq!(elements(&document(&nothing_else)), expected);
}

#[test]
fn what_is_no_end_of_a_meeting_is_no_adjournment() {
    for last in ["(END OF TRANSCRIPT)", "(Applause)", "The meeting is adjourned."] {
        let session = meeting(&[('C', &["(Adjourned until noon)"]), ('A', &["Well.", last])]);
        assert_eq!(document(&session).find("adjournment"), None, "{last}");
    }
    let long = format!("({})", "and so the meeting ended ".repeat(20));
    assert_eq!(document(&meeting(&[('A', &["Well.", &long])])).find("adjournment"), None);
    // Nobody knows the day, so the hour is none of a day.
    let mut session = meeting(&[('A', &["Well.", "(Session ended at 12:30)"])]);
    session.time = None;
    let root = document(&session);
    assert!(root.find("adjournment").is_some() && root.find("recordedTime").is_none());
}

/// Who sorts speeches by their times would put those that have none anywhere.
#[test]
fn speeches_have_times_all_or_none() {
    let mut session = meeting(&[('C', &["One."]), ('-', &["(Bell)"]), ('A', &["Two."])]);
    let set = |session: &mut Session<'static>, starts: [Option<&str>; 3]| {
        let Content::Speeches(speeches) = &mut session.sections[0].content else { panic!("speeches") };
        for (speech, start) in speeches.iter_mut().zip(starts) {
            speech.start = start.map(|start| start.parse().unwrap());
            speech.end = speech.start;
        }
    };
    let [first, second] = ["2031-05-14T23:30:00", "2031-05-14T23:40:00+02:00"];
    for (starts, is_standard, is_told) in [
        ([Some(first), None, Some(second)], true, false),
        ([Some(first), Some(first), None], false, true),
        ([None, None, None], false, false),
        ([Some("00:01:00.000"), None, Some("00:02:00.000")], false, false),
    ] {
        set(&mut session, starts);
        let (root, findings) = rendered(&session, &Options::default());
        for (speech, start) in root.find_all("speech").iter().zip([starts[0], starts[2]]) {
            let (standard, own) = if is_standard { (start, None) } else { (None, start) };
            assert_eq!((speech.attribute("startTime"), speech.attribute("plenary:start")), (standard, own));
            assert_eq!((speech.attribute("endTime"), speech.attribute("plenary:end")), (standard, own));
        }
        assert_eq!(root.find("scene").unwrap().attribute("plenary:start"), starts[1]);
        let told = findings.iter().filter(|finding| finding.code == "akoma-ntoso::some-times").count();
        assert_eq!(told, usize::from(is_told), "{starts:?}");
    }
}

/// What a debate says is in its language, as far as that is one.
#[test]
fn the_words_have_a_language() {
    let session = meeting(&[('A', &["Habari."])]);
    for (language, expected) in
        [("eng", Some("en")), ("swa", Some("sw")), ("haw", Some("haw")), ("mul", None)]
    {
        let options = Options { language: language.to_owned(), ..Options::default() };
        let (root, _) = rendered(&session, &options);
        for part in ["preface", "debateBody"] {
            assert_eq!(root.find(part).unwrap().attribute("xml:lang"), expected, "{language}");
        }
    }
}

#[test]
fn items_keep_the_numbers_of_the_source() {
    let mut page = Page::new();
    page.section("section-1", SectionRole::Transcript, None, |page| {
        let marks = [("- ", "Oil"), ("3. ", "Wicks"), ("7) ", "Glass & tin"), ("* ", "Rope")];
        let blocks = |page: &mut Page| {
            let item = |(mark, text): (&str, &str)| plenary_plugin_sdk::model::Block {
                kind: BlockKind::Item,
                text: page.piece(mark, text, "\n"),
            };
            marks.map(item).into()
        };
        Content::Speeches(vec![page.speech(1, None, None, blocks)])
    });
    let root = document(&page.session);
    let lists: Vec<_> = root
        .at("debate/debateBody/debateSection/speech")
        .elements()
        .map(|list| {
            let items = list.elements().map(|li| (li.attribute("value"), li.attribute("plenary:mark")));
            (&*list.name, list.attribute("eId").unwrap(), items.collect::<Vec<_>>())
        })
        .collect();
    let plain = (None, None);
    assert_eq!(
        lists,
        [
            ("ul", "dbsect_1__speech_1__ul_1", vec![plain]),
            ("ol", "dbsect_1__speech_1__ol_1", vec![(Some("3"), Some("3.")), (Some("7"), Some("7)"))]),
            ("ul", "dbsect_1__speech_1__ul_2", vec![plain]),
        ]
    );
}
