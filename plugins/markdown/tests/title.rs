//! The title's line may hold more than name and event; what they leave out is said at the end.

mod common;

use common::council::council;
use common::reading::{Leaf, everything, read};
use common::render_body;
use common::sessions::text_of;

/// The closing part, with the title's line and its repetitions changed.
fn closing(line: &str, repeated: &[&str]) -> Vec<String> {
    let mut session = council();
    session.unrecognised.clear();
    if let Some(title) = &mut session.title {
        title.line = text_of(line);
        title.repeated = repeated.iter().map(|line| text_of(line)).collect();
    }
    let leaves = read(&render_body(&session), everything()).leaves;
    let texts = leaves.into_iter().map(|Leaf { text, .. }| text);
    texts.skip_while(|text| text != "Table of contents").skip(1).collect()
}

const NAME: &str = "Harbours & tides: who pays for the lighthouse?";
const LAST: &str = "Made by plenary test from a record in the format dig-watch.";

#[test]
fn signs_between_name_and_event_are_structure() {
    assert_eq!(closing(&format!("{NAME} | Coastal Forum 2025 WS #42"), &[]), [LAST]);
    assert_eq!(closing(&format!("{NAME} – [Coastal Forum 2025 WS #42]"), &[]), [LAST]);
}

#[test]
fn a_line_with_other_words_is_given_whole() {
    let line = format!("{NAME} | live | Coastal Forum 2025 WS #42");
    assert_eq!(closing(&line, &[]), ["The title as the source has it:", &line, LAST]);
    assert_eq!(closing("Harbours", &[]), ["The title as the source has it:", "Harbours", LAST]);
}

#[test]
fn a_repetition_is_given_where_it_differs() {
    let line = format!("{NAME} | Coastal Forum 2025 WS #42");
    assert_eq!(closing(&line, &[NAME, &line]), [LAST]);
    let other = ["Other wordings of the title in the source:", "Harbours and tides", LAST];
    assert_eq!(closing(&line, &[NAME, "Harbours and tides"]), other);
}
