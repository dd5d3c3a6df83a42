//! Text is text: whatever a session holds, a CommonMark parser gives it back character by character, in its place.

mod common;

use common::council::council;
use common::reading::{everything, read};
use common::{body, expected, render, render_body, sessions, unwrapped};
use plenary_plugin_sdk::model::Content;
use proptest::prelude::*;
use pulldown_cmark::Options as Extensions;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_character_survives(session in sessions::session(), options in sessions::options()) {
        let markdown = render(&session, &options);
        let expected = unwrapped(expected::leaves(&session, &options), &options);
        for extensions in [everything(), Extensions::ENABLE_TABLES] {
            let leaves = unwrapped(read(&markdown, extensions).leaves, &options);
            let differing = expected.iter().zip(&leaves).find(|(expected, read)| expected != read);
            prop_assert_eq!(differing, None, "{}", markdown);
            prop_assert_eq!(expected.len(), leaves.len(), "{}", markdown);
        }
    }
}

/// Longer than what is handed over at once.
#[test]
fn long_minutes_stay_whole() {
    let mut session = council();
    for section in &mut session.sections {
        if let Content::Speeches(speeches) = &mut section.content {
            let said = speeches.clone();
            speeches.extend((0..3_000).map(|number| said[number % said.len()].clone()));
        }
    }
    sessions::number(&mut session);
    let markdown = render_body(&session);
    assert!(markdown.len() > 200_000);
    assert_eq!(read(&markdown, everything()).leaves, expected::leaves(&session, &body()));
}
