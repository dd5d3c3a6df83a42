//! However broken or long a session is.

use plenary_core::audit::audit;
use plenary_core::diagnostic::codes;
use plenary_core::read::{ReadOptions, read};
use proptest::prelude::*;

use crate::{findings, profile, transcript, words};

#[test]
fn a_broken_page_does_not_drown_its_reader() {
    let page = transcript(&"Ines Quarrie:\nBo Abara:\n".repeat(1000));
    let found = findings(&page);
    assert_eq!(found.len(), 1001);
    assert_eq!(found[1000], "warning empty-speech: and 1000 more like this @ Ines Quarrie");
}

#[test]
fn every_finding_is_of_the_table_and_in_order() {
    let page = transcript(&format!(
        "Chair:\nthe the the\nChair:\nIt is so. It is so that we go. It is so that we go.\nI. Quarrie:\nInes Quarrie:\n{}\n\
         Speakers\n{}",
        words(1, 90),
        profile("Ines Quarrie", 500, 900, 1)
    ));
    let session = read(&page, &ReadOptions::default()).session;
    let found = audit(&session);
    assert!(found.len() >= 5, "{found:#?}");
    assert!(found.is_sorted_by_key(|finding| finding.span));
    for finding in found {
        let code = codes::find(&finding.code).expect("a code of the table");
        assert_eq!(code.severity, finding.severity);
        assert!(!finding.message.ends_with('.') && !finding.message.contains("  "), "{}", finding.message);
    }
}

/// Sessions that are made to be slow: with a step for each pair of 15,000, a test would run for an hour.
#[test]
fn nothing_is_compared_with_everything() {
    let many = 0..15_000;
    let hostile: [Box<dyn Fn(usize) -> String>; 7] = [
        // Names that share all keys, or all but a letter, or the first or last word.
        Box::new(|nth| format!("Quarrie Ines {}:\nYes.\n", "x".repeat(nth % 40))),
        Box::new(|nth| format!("{} Ines Quarrie:\nYes.\n", ('一'..='鿿').nth(nth).unwrap())),
        Box::new(|nth| format!("Ines Quarrie ({nth}):\nYes.\n")),
        Box::new(|nth| format!("I. Q{nth}:\nYes.\nInes Q{nth}:\nYes.\n")),
        // Sentences that are all the same, or the same two by two; words without end.
        Box::new(|_| "Chair:\nThe gauge stands at the pier. The gauge stands at the pier.\n".to_owned()),
        Box::new(|nth| format!("Chair:\nThe gauge {} stands at the pier of the harbour. Yes.\n", nth / 2)),
        Box::new(|nth| format!("Speaker {nth}:\nand so on and the\nChair:\nthe the the the of\n")),
    ];
    for speech in hostile {
        let page = transcript(&many.clone().map(speech).collect::<String>());
        let session = read(&page, &ReadOptions::default()).session;
        let found = audit(&session);
        // A kind of finding is told a thousand times, and once more.
        assert!(found.len() <= 1001 * codes::all().count());
    }
    let one_line = transcript(&format!("Chair:\n{}\n", "the tide. ".repeat(200_000)));
    audit(&read(&one_line, &ReadOptions::default()).session);
}

/// Lines of which some mean something to a rule.
const LINES: &[&str] = &[
    "Session transcript",
    "Speakers",
    "Full session report",
    "Chair:",
    "Ines Quarrie:",
    "I. Quarrie:",
    "Quarrie, Ines:",
    "Ines Quarrie",
    "X",
    "Speech speed",
    "0 words per minute",
    "Speech length",
    "18446744073709551615 words",
    "Speech time",
    "18446744073709551615 secs",
    "Arguments",
    "Topics: Tides, tides, Tïde, é, 潮, ",
    "Report",
    "This adheres to UK spelling. ünd so weiter",
    "the the the the",
    "that you can see and the",
    "Ende der Rede, und dann das",
    "é é é é é é é é. . . ? ! …",
    "Wie? Wie? Wie? 潮。潮。",
    "The gauge is at the pier. The gauge is at the pier.",
    "14 May 2031 10:30h - 10:30h",
    "Friday 14 May 9999",
    "(inaudible) [inaudible",
];

fn mutated() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => proptest::sample::select(LINES).prop_map(str::to_owned),
        1 => "\\PC{0,30}",
        1 => "\\PC{0,12}:",
    ];
    proptest::collection::vec(line, 0..60).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_session_is_too_strange(page in mutated()) {
        let session = read(&page, &ReadOptions::default()).session;
        for finding in audit(&session) {
            if let Some(span) = finding.span {
                prop_assert!(page.get(span.start..span.end).is_some(), "{finding:?}");
            }
        }
        prop_assert_eq!(audit(&session), audit(&session));
    }
}
