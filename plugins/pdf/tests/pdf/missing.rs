//! Parts that a session does not have leave nothing behind.

use plenary_pdf::Options;
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::Content;

use crate::build::{empty, paragraphs, part, section, speaker, speech, time, title, whole};
use crate::reading::{laid_out, said};

fn says(session: &Session<'_>) -> String {
    said(&laid_out(session, &Options::default()))
}

#[test]
fn a_session_without_anything_says_only_where_it_comes_from() {
    let lines = says(&empty());
    let about = "About this document";
    let expected = ["Contents", about, about, "Made by plenary test from a record in the format dig-watch."];
    let mut expected = expected.join("\n");
    expected.insert_str(expected.find("Made").unwrap(), "");
    assert_eq!(lines.replace("\n1", ""), expected);
}

#[test]
fn without_a_title_the_event_the_date_or_a_heading_stands_for_it() {
    let first = |session: &Session<'_>| says(session).lines().next().unwrap().to_owned();
    let mut session = empty();
    session.sections =
        vec![section("s", Some("Summary"), Content::Parts(vec![part("r", None, paragraphs(&["Text."]))]))];
    assert_eq!(first(&session), "Summary");
    session.time = Some(time("14 May 2031"));
    assert_eq!(first(&session), "14 May 2031");
    session.title = Some(title("Harbour Week #7", "", Some("Harbour Week #7")));
    assert_eq!(first(&session), "Harbour Week #7");
    session.title = Some(title("Tides | Harbour Week #7", "Tides", Some("Harbour Week #7")));
    assert_eq!(
        says(&session).lines().take(3).collect::<Vec<_>>(),
        ["Harbour Week #7", "Tides", "14 May 2031"]
    );
}

#[test]
fn no_speakers_no_table() {
    let mut session = whole();
    session.speakers.clear();
    assert!(!says(&session).contains("Participants"));
}

#[test]
fn no_declared_statistics_no_columns_for_them() {
    let mut session = whole();
    session.sections.retain(|section| !matches!(section.content, Content::Profiles(_)));
    let says = says(&session);
    assert!(!says.contains("Declared by the source") && says.contains("Counted by plenary"), "{says}");
}

#[test]
fn no_transcript_no_counts() {
    let mut session = whole();
    session.sections.remove(2);
    let says = says(&session);
    assert!(says.contains("Declared by the source") && !says.contains("Counted by plenary"), "{says}");
}

#[test]
fn a_speaker_without_statistics_has_empty_cells() {
    let mut session = empty();
    session.speakers = vec![speaker("speaker-x", "Xenia")];
    session.sections = vec![section(
        "t",
        None,
        Content::Speeches(vec![speech(1, "speaker-x", None, paragraphs(&["One two."]))]),
    )];
    let says = says(&session);
    assert!(says.contains("Xenia\n1\n2\n"), "{says}");
    assert!(!says.contains("None"));
}

#[test]
fn a_section_without_a_heading_gets_one() {
    let mut session = whole();
    for section in &mut session.sections {
        section.heading = None;
    }
    let says = says(&session);
    for heading in ["Report", "Arguments by speaker", "Transcript"] {
        assert!(says.contains(heading), "{heading}");
    }
}

#[test]
fn what_has_no_place_stands_at_the_end() {
    let mut session = whole();
    let title = session.title.as_mut().unwrap();
    title.repeated.push(crate::build::text("Tides and timetables, again"));
    let says = says(&session);
    let about = says.split("About this document").last().unwrap();
    for line in ["Table of contents", "Tides and timetables, again", "A line that fell out of the page"] {
        assert!(about.contains(line), "{line}: {about}");
    }
    assert!(!about.contains("Harbour Week"), "the title's line is told only where its words are not");
}
