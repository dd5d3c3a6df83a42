//! Sessions that lack something.

use plenary_akoma_ntoso::{Options, Report};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, Dialect, Id, SectionRole};

use crate::build::{Page, whole};
use crate::{document, rendered};

#[test]
fn nothing_at_all() {
    let (root, findings) = rendered(&Session::new(Dialect::DigWatch), &Options::default());
    let codes: Vec<_> = findings.iter().map(|finding| &*finding.code).collect();
    let expected = ["no-date", "no-title", "made-up-name", "no-transcript"];
    assert_eq!(codes, expected.map(|code| format!("akoma-ntoso::{code}")));
    assert!(findings.iter().all(|finding| finding.help.is_some()), "{findings:?}");
    for name in
        ["preface", "classification", "analysis", "attachments", "conclusions", "plenary:section", "speech"]
    {
        assert_eq!(root.find_all(name), Vec::<&crate::tree::Element>::new(), "{name}");
    }
    assert_eq!(root.at("debate/debateBody").elements().count(), 1, "the schema wants a section");
}

/// Leaves one part after another out of a whole session; what is left is all there (`rules`).
#[test]
fn any_part_may_be_missing() {
    type Remove = fn(&mut Session<'static>);
    let removals: [Remove; 9] = [
        |session| session.title = None,
        |session| session.title.as_mut().unwrap().event = None,
        |session| session.time = None,
        |session| session.disclaimers.clear(),
        |session| session.labels.clear(),
        |session| session.unrecognised.clear(),
        |session| session.sections.retain(|section| !matches!(section.content, Content::Speeches(_))),
        |session| session.sections.retain(|section| !matches!(section.content, Content::Parts(_))),
        |session| session.sections.retain(|section| !matches!(section.content, Content::Profiles(_))),
    ];
    for one in removals {
        for other in removals {
            let mut session = whole();
            other(&mut session);
            if session.title.is_some() {
                one(&mut session);
            }
            document(&session);
        }
    }
}

#[test]
fn a_section_may_have_no_heading_and_a_part_nothing_but_one() {
    let mut session = whole();
    session.sections.iter_mut().for_each(|section| section.heading = None);
    for section in &mut session.sections {
        match &mut section.content {
            Content::Parts(parts) => parts.iter_mut().for_each(|part| part.blocks.clear()),
            Content::Speeches(speeches) => speeches.iter_mut().for_each(|speech| speech.blocks.clear()),
            Content::Profiles(profiles) => profiles.iter_mut().for_each(|profile| profile.report.clear()),
            _ => {}
        }
    }
    let root = document(&session);
    assert!(
        root.find_all("speech").iter().all(|speech| speech.find_all("p").len() == 1),
        "the schema wants a block"
    );
}

#[test]
fn a_session_without_a_title_is_known_by_its_date_or_first_heading() {
    let alias = |session: &Session<'_>| {
        let root = document(session);
        let work = root.at("debate/meta/identification/FRBRWork");
        work.find("FRBRalias").map(|alias| alias.attribute("value").unwrap().to_owned())
    };
    let mut session = whole();
    assert_eq!(alias(&session).as_deref(), Some("Harbours & hinterlands: who pays for \"green\" fuel?"));
    session.title = None;
    assert_eq!(alias(&session).as_deref(), Some("14 May 2031 23:30h - 00:15h UTC"));
    session.time = None;
    assert_eq!(alias(&session).as_deref(), Some("Full session report"), "the first with something under it");
    session.sections.iter_mut().for_each(|section| section.heading = None);
    assert_eq!(alias(&session), None);
}

#[test]
fn a_speaker_nobody_registered_is_nobody() {
    let mut page = Page::new();
    let ghost = Id::new("speaker-ghost");
    page.section("section-1", SectionRole::Transcript, None, |page| {
        Content::Speeches(vec![
            page.speech(1, Some("Ghost"), Some(&ghost), |page| page.paragraphs(&["Boo."])),
        ])
    });
    let (root, findings) = rendered(&page.session, &Options::default());
    let speech = root.find("speech").unwrap();
    assert_eq!((speech.attribute("by"), speech.attribute("as")), (Some(""), None));
    assert_eq!(speech.find("from").unwrap().text(), "Ghost");
    assert!(findings.iter().any(|finding| finding.code == "akoma-ntoso::unknown-speaker"));
}

#[test]
fn the_report_can_be_left_out() {
    let options = Options { report: Report::Omit, ..Options::default() };
    let session = whole();
    let bytes =
        plenary_plugin_sdk::testing::render::<plenary_akoma_ntoso::AkomaNtoso>(&session, "", &options);
    let root = crate::tree::Element::parse(&String::from_utf8(bytes.unwrap().bytes).unwrap());
    assert_eq!(root.find("attachments"), None);
    assert_eq!(root.find("hasAttachment"), None);
    assert_eq!(root.find_all("plenary:argument").len(), 2, "the arguments stay");
    assert_eq!(root.find_all("speech").len(), 4);
}
