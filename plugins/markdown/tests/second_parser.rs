//! The same text for another parser, one that knows what GitHub adds: links out of bare addresses, footnotes, tasks,
//! strikethrough, mathematics.

mod common;

use common::second::texts;
use common::{expected, render, sessions};
use plenary_markdown::Options;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_character_survives(session in sessions::session(), options in sessions::options()) {
        let markdown = render(&session, &options);
        let read: Vec<_> = texts(&markdown).iter().map(|text| comparable(text, &options)).collect();
        let expected = expected::leaves(&session, &options);
        let expected: Vec<_> = expected.iter().map(|leaf| comparable(&leaf.text, &options)).collect();
        let differing = expected.iter().zip(&read).find(|(expected, read)| expected != read);
        prop_assert_eq!(differing, None, "{}", markdown);
        prop_assert_eq!(expected.len(), read.len(), "{}", markdown);
    }
}

/// This parser, against the specification, knows no references to control characters, which is how we write two of
/// them at the edge of a text. They are the one thing it may lose.
fn comparable(text: &str, options: &Options) -> String {
    let text = text.replace(['\u{B}', '\u{85}', '\u{FFFD}'], "");
    if options.wrap > 0 { text.replace('\n', " ") } else { text }
}
