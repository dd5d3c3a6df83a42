//! A meeting, written in a dialect and read again, is the same meeting.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod meeting;
mod write;

use meeting::{Meeting, meeting};
use plenary_core::model::{Dialect, Session};
use plenary_core::read::{detect, read};
use plenary_core::{Diagnostic, json};
use proptest::prelude::*;
use write::{Layout, Voice};

/// Reads a page that has to be told to be of `dialect`.
fn read_as(dialect: Dialect, page: &str) -> (Session<'_>, Vec<Diagnostic>) {
    assert_eq!(detect(page), Some(dialect), "{page}");
    let reading = read(page, &Default::default());
    (reading.session, reading.diagnostics)
}

/// Fails where a page does not say what the meeting says.
fn says(dialect: Dialect, page: &str, meeting: &Meeting) -> Result<(), TestCaseError> {
    let (session, findings) = read_as(dialect, page);
    prop_assert_eq!(&Meeting::of(&session), meeting, "{}\n{:#?}", page, findings);
    prop_assert!(session.unrecognised.is_empty(), "{page}");
    Ok(())
}

fn layout() -> impl Strategy<Value = Layout> {
    any::<(bool, bool, bool)>().prop_map(|(spaced, inline, redesigned)| Layout { spaced, inline, redesigned })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_page_of_dig_watch(meeting in meeting(), layout in layout()) {
        says(Dialect::DigWatch, &write::dig_watch(&meeting, layout), &meeting.on_a_page(layout))?;
    }

    #[test]
    fn captions(meeting in meeting()) {
        let (carried, page) = (meeting.in_captions(), write::cart(&meeting));
        let (session, _) = read_as(Dialect::Cart, &page);
        let read = Meeting { disclaimer: None, ..Meeting::of(&session) };
        prop_assert_eq!(read, carried, "{}", page);
    }

    #[test]
    fn a_plain_transcript(meeting in meeting()) {
        // Without a date, and with nobody who speaks twice, it is a glossary as well.
        prop_assume!(meeting.time.is_some() || meeting.somebody_returns());
        says(Dialect::Transcript, &write::transcript(&meeting), &meeting.in_a_transcript())?;
    }

    #[test]
    fn cues_with_voices(meeting in meeting()) {
        says(Dialect::WebVtt, &write::webvtt(&meeting, Voice::Tag), &meeting.in_cues())?;
    }

    #[test]
    fn cues_with_labels(meeting in meeting()) {
        says(Dialect::WebVtt, &write::webvtt(&meeting, Voice::Label), &meeting.in_cues())?;
    }

    #[test]
    fn subtitles(meeting in meeting()) {
        says(Dialect::Srt, &write::srt(&meeting), &meeting.in_cues())?;
    }

    #[test]
    fn json_of_its_own(meeting in meeting(), layout in layout()) {
        let page = write::dig_watch(&meeting, layout);
        let (session, _) = read_as(Dialect::DigWatch, &page);
        let back = json::from_str(&json::to_string_pretty(&session).expect("JSON"))?;
        prop_assert_eq!(&back, &session);
        prop_assert_eq!(Meeting::of(&back), meeting.on_a_page(layout));
    }
}
