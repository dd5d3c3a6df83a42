//! What becomes of the elements of others' documents.

use plenary_core::model::{Dialect, Moment, SpeakerKind};

use crate::{debate, outline, reading, session};

#[test]
fn speakers_are_those_of_the_references() {
    let xml = debate(
        "<speech by=\"#ann\" as=\"#chair\"><from>Ms. Lee: </from><p>One.</p></speech>\
         <question by=\"\" as=\"#chair\"><from>The Chair</from><p>Two?</p></question>\
         <answer by=\"#union\"><p>Three.</p></answer>\
         <speech by=\"\"><from>Bo Ek:</from><p>Four.</p></speech>\
         <speech by=\"\"><p>Five.</p></speech>",
    );
    let session = session(&xml);
    assert_eq!(session.dialect, Dialect::AkomaNtoso);
    assert_eq!(
        outline(&session),
        [
            "# Motion",
            "speaker-ann-lee: Paragraph One.",
            "speaker-chair: Paragraph Two?",
            "speaker-pilots-crews: Paragraph Three.",
            "speaker-bo-ek: Paragraph Four.",
            "nobody: Paragraph Five.",
        ]
    );
    let speakers: Vec<_> =
        session.speakers.iter().map(|of| (&*of.name, of.kind, of.role.as_deref())).collect();
    assert_eq!(
        speakers,
        [
            ("Ann Lee", SpeakerKind::Person, Some("Chair")),
            ("Chair", SpeakerKind::Role, None),
            ("Pilots & Crews", SpeakerKind::Organization, None),
            ("Bo Ek", SpeakerKind::Person, None),
        ]
    );
    let labels: Vec<_> =
        session.speeches().filter_map(|speech| speech.label.as_ref()).map(|l| l.as_str()).collect();
    assert_eq!(labels, ["Ms. Lee", "The Chair", "Bo Ek"]);
}

#[test]
fn whom_the_references_do_not_know_is_called_by_the_label_or_the_reference() {
    let xml = debate(
        "<speech by=\"#x\"><from>Mr. X</from><p>A</p></speech><speech by=\"#y\"><p>B</p></speech><speech by=\"#y\"><p>C</p></speech>",
    );
    let reading = reading(&xml);
    let names: Vec<_> = reading.session.speakers.iter().map(|speaker| &*speaker.name).collect();
    assert_eq!(names, ["Mr. X", "y"]);
    let codes: Vec<_> = reading.diagnostics.iter().map(|finding| &*finding.code).collect();
    assert_eq!(codes, ["akn::unknown-speaker", "akn::unknown-speaker"], "each once");
}

#[test]
fn what_happens_is_a_remark_and_what_nobody_says_has_no_speaker() {
    let xml = debate(
        "<narrative>[In the Chair]</narrative><p>Prayers were said.</p>\
         <speech by=\"#ann\"><p>We rise <remark>(Applause)</remark></p><p><remark>(Laughter)</remark> Well.</p>\
         <p>The word <remark>[sic]</remark> stands.</p></speech><scene>(Bell)</scene>",
    );
    assert_eq!(
        outline(&session(&xml)),
        [
            "# Motion",
            "nobody: Remark [In the Chair]; Paragraph Prayers were said.",
            "speaker-ann-lee: Paragraph We rise; Remark (Applause); Remark (Laughter); Paragraph Well.; \
             Paragraph The word [sic] stands.",
            "nobody: Remark (Bell)",
        ]
    );
}

#[test]
fn text_is_read_as_prose_is() {
    let xml = debate(
        "<speech by=\"#ann\"><p>\n  One &amp; <b>two</b>,\r\n\tthree<eol/>four &#233;<![CDATA[ <5>]]>. \n</p></speech>",
    );
    assert_eq!(outline(&session(&xml))[1], "speaker-ann-lee: Paragraph One & two, three four é <5>.");
}

#[test]
fn lists_tables_numbers_and_notes() {
    let xml = debate(
        "<speech by=\"#ann\"><num>4.</num><heading>On tides</heading>\
         <blockList><listIntroduction>Two things:</listIntroduction>\n<item>\n<num>(a)</num>\n<p>salt</p></item>\
         <item><num>(b)</num><p>sand</p></item></blockList>\
         <table><tr><th><p>Bar</p></th><th><p>Depth</p></th></tr><tr><td>North</td><td>4 m</td></tr></table>\
         <p>So it is<authorialNote marker=\"1\"><p>As of May.</p></authorialNote></p></speech>",
    );
    assert_eq!(
        outline(&session(&xml))[1],
        "speaker-ann-lee: Subheading 4. On tides; Paragraph Two things:; Item (a) salt; Item (b) sand; \
         Paragraph Bar | Depth; Paragraph North | 4 m; Paragraph So it is; Remark As of May."
    );
}

#[test]
fn parts_of_the_debate_are_sections_nested_ones_too() {
    let xml = "<akomaNtoso><debate><debateBody>\
         <debateSection><p>We met.</p></debateSection>\
         <questions><num>1</num> <heading>Questions</heading>\
         <debateSection><heading>Ferries</heading><p>Asked.</p></debateSection>\
         <p>Time was up.</p></questions>\
         <adjournment><heading>Adjournment</heading><p>We rose.</p></adjournment>\
         </debateBody></debate></akomaNtoso>";
    assert_eq!(
        outline(&session(xml)),
        [
            "# -",
            "nobody: Paragraph We met.",
            "# 1 Questions",
            "# Ferries",
            "nobody: Paragraph Asked.",
            "# -",
            "nobody: Paragraph Time was up.",
            "# Adjournment",
            "nobody: Paragraph We rose.",
        ]
    );
}

#[test]
fn the_preface_gives_title_day_and_hours() {
    let xml = "<akomaNtoso><debate><preface><p>HOUSE OF TIDES</p><p>Report: <docTitle>Third  sitting</docTitle></p>\
         <p>Monday, <docDate date=\"2031-05-12\">12 May</docDate>, at <recordedTime time=\"2031-05-12T09:30:00Z\">9.30</recordedTime></p>\
         </preface><debateBody><debateSection><speech by=\"\" startTime=\"2031-05-12T09:31:00Z\"><p>Hello.</p></speech>\
         <p>Closed at <recordedTime type=\"endEvent\" time=\"2031-05-12T10:00:00Z\">ten</recordedTime>.</p></debateSection></debateBody>\
         <conclusions><p>Signed.</p></conclusions></debate></akomaNtoso>";
    let session = session(xml);
    let title = session.title.as_ref().unwrap();
    assert_eq!((title.line.as_str(), &*title.name), ("Report: Third sitting", "Third sitting"));
    let time = session.time.as_ref().unwrap();
    assert_eq!(time.line.as_str(), "Monday, 12 May, at 9.30");
    assert_eq!((time.date.to_string(), time.zone.as_deref()), ("2031-05-12".into(), Some("UTC")));
    assert_eq!(
        (time.start.unwrap().to_string(), time.end.unwrap().to_string()),
        ("09:30:00".into(), "10:00:00".into())
    );
    assert!(matches!(session.speeches().next().unwrap().start, Some(Moment::Clock { .. })));
    let outline = outline(&session);
    assert!(outline.contains(&"-: Paragraph HOUSE OF TIDES".to_owned()), "{outline:?}");
    assert!(outline.contains(&"-: Paragraph Signed.".to_owned()), "{outline:?}");
}

#[test]
fn without_a_preface_the_data_about_the_document_have_to_do() {
    let xml = "<akomaNtoso><debate><meta><identification><FRBRWork><FRBRalias value=\"Sitting &amp; more\" name=\"x\"/>\
         <FRBRdate date=\"2031-05-12\" name=\"x\"/></FRBRWork><FRBRExpression><FRBRdate date=\"2031-06-01\" name=\"x\"/>\
         </FRBRExpression></identification></meta><debateBody><debateSection><speech by=\"\"><p>Hi.</p></speech>\
         </debateSection></debateBody></debate></akomaNtoso>";
    let session = session(xml);
    assert_eq!(&*session.title.as_ref().unwrap().name, "Sitting & more");
    assert_eq!(session.time.as_ref().unwrap().date.to_string(), "2031-05-12");
    assert_eq!(session.time.as_ref().unwrap().line.as_str(), "2031-05-12");
}

#[test]
fn an_attached_report_is_sections_and_parts() {
    let xml = "<akomaNtoso><debate><debateBody><debateSection><speech by=\"\"><p>Hi.</p></speech></debateSection></debateBody>\
         <attachments><attachment><debateReport><meta/><mainBody><section><num>A.</num><heading>Report</heading>\
         <paragraph> <num>1.</num> <content> <p>First.</p></content></paragraph>\
         <subsection><heading>Detail</heading><content><p>Second.</p></content></subsection>\
         <paragraph><num>2.</num><content><p>Third.</p></content></paragraph></section>\
         <p>Fourth.</p></mainBody></debateReport></attachment></attachments></debate></akomaNtoso>";
    assert_eq!(
        outline(&session(xml)),
        [
            "# -",
            "nobody: Paragraph Hi.",
            "# A. Report",
            "-: Paragraph 1. First.",
            "Detail: Paragraph Second.",
            "-: Paragraph 2. Third.",
            "# -",
            "-: Paragraph Fourth.",
        ]
    );
}

#[test]
fn a_report_alone_is_read_where_it_is_all_there_is() {
    let xml = "<akomaNtoso><debateReport><preface><p><docTitle>Minutes</docTitle></p></preface><mainBody>\
         <section><heading>One</heading><content><p>Text.</p></content></section></mainBody></debateReport></akomaNtoso>";
    let session = session(xml);
    assert_eq!(&*session.title.as_ref().unwrap().name, "Minutes");
    assert_eq!(outline(&session), ["# One", "-: Paragraph Text."]);
}

#[test]
fn any_namespace_and_prefix() {
    for (root, close) in [
        ("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">", "</akomaNtoso>"),
        ("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17\">", "</akomaNtoso>"),
        ("<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\">", "</akomaNtoso>"),
        ("\u{feff}<!-- a --><?pi?><!DOCTYPE akomaNtoso>\n<akomaNtoso>", "</akomaNtoso>\n"),
    ] {
        let xml = format!(
            "{root}<debate><debateBody><debateSection><heading>H</heading><p>T</p></debateSection></debateBody></debate>{close}"
        );
        assert_eq!(outline(&session(&xml)), ["# H", "nobody: Paragraph T"], "{root}");
    }
    let xml = "<an:akomaNtoso xmlns:an=\"http://www.akomantoso.org/2.0\" xmlns:m=\"urn:m\"><an:debate><an:debateBody>\
         <an:debateSection><an:heading>H</an:heading><an:p>T<m:p>x</m:p></an:p></an:debateSection></an:debateBody>\
         </an:debate></an:akomaNtoso>";
    assert_eq!(outline(&session(xml)), ["# H", "nobody: Paragraph Tx"]);
}

/// Reporters mark translations by signs in front of the name, leave the name out where somebody goes on, and slip.
#[test]
fn labels_name_one_speaker_in_every_form() {
    let long = "Ms. Ode.- Madam President, ".to_owned() + &"one word after the other, ".repeat(8);
    let xml = debate(&format!(
        "<speech by=\"#lee\"><from>Senator A. LEE:</from><p>A</p></speech>\
         <speech by=\"#lee\"><from>*Senator A. LEE:</from><p>B</p></speech>\
         <speech by=\"#lee\"><p>C</p></speech>\
         <speech by=\"#lee\"><from>Senator B. EK:</from><p>D</p></speech>\
         <speech by=\"#ode\"><from>{long}</from><p>E</p></speech>"
    ));
    let session = reading(&xml).session;
    let names: Vec<_> = session.speakers.iter().map(|speaker| &*speaker.name).collect();
    assert_eq!(names, ["Senator A. LEE", "Senator B. EK", "ode"]);
    let who: Vec<_> =
        session.speeches().filter_map(|speech| speech.speaker.as_ref()).map(|id| id.as_str()).collect();
    let lee = "speaker-senator-a-lee";
    assert_eq!(who, [lee, lee, lee, "speaker-senator-b-ek", "speaker-ode"]);
}
