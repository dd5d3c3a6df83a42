//! What holds for every text, whatever is in it.

use plenary_core::json;
use plenary_core::model::Dialect;
use plenary_core::model::walk::in_source_order;
use plenary_core::read::{ReadOptions, read};
use proptest::prelude::*;

use crate::outline::check_whole;

/// The samples of both dialects, with the notes on their messages, which are lines like others here.
const PAGES: &[&str] = &[
    include_str!("../../../../samples/cart/igf-plenary.txt"),
    include_str!("../../../../samples/cart/itu-header.txt"),
    include_str!("../../../../samples/cart/mixed-marks.txt"),
    include_str!("../../../../samples/cart/unmarked-names.txt"),
    include_str!("../../../../samples/cart/wrapped-2006.txt"),
    include_str!("../../../../samples/transcript/harbour-board.txt"),
    include_str!("../../../../samples/transcript/icann-style.txt"),
    include_str!("../../../../samples/transcript/meeting-copy.txt"),
    include_str!("../../../../samples/transcript/otter-export.txt"),
    include_str!("../../../../samples/transcript/with-times.txt"),
];

/// Lines that mean something, put in anywhere.
const LINES: &[&str] = &[
    ">>",
    ">> ",
    ">> NAME",
    ">> NAME:",
    ">> H.E. MR.",
    "(x)",
    "***",
    "Page 2",
    "0:07",
    "Name  0:07",
    "Name: yes.",
    "：",
    "[",
    "(",
    "**",
    "**Name:**",
    "&gt;&gt;",
    "14 May 2031",
    "10:00",
    "Transcript",
    "FINISHED - 2031 09 02 - X (Raw)",
    "Note: The following is the output of the captioning",
    "\u{feff}",
    "\u{200b}>> A: b",
    "Transcribed by x",
    "＞＞",
];

#[derive(Debug, Clone)]
enum Change {
    Delete(usize),
    Double(usize),
    Swap(usize, usize),
    Cut(usize),
    Upper(usize),
    Lower(usize),
    Insert(usize, String),
}

fn change() -> impl Strategy<Value = Change> {
    let at = || any::<prop::sample::Index>().prop_map(|index| index.index(1000));
    let line = prop_oneof![4 => prop::sample::select(LINES).prop_map(str::to_owned), 1 => any::<String>()];
    prop_oneof![
        at().prop_map(Change::Delete),
        at().prop_map(Change::Double),
        (at(), at()).prop_map(|(left, right)| Change::Swap(left, right)),
        at().prop_map(Change::Cut),
        at().prop_map(Change::Upper),
        at().prop_map(Change::Lower),
        (at(), line).prop_map(|(at, line)| Change::Insert(at, line)),
    ]
}

fn damaged() -> impl Strategy<Value = String> {
    let ends = prop::sample::select(&["\n", "\n", "\r\n", "\n\n", "\r"][..]);
    (prop::sample::select(PAGES), prop::collection::vec(change(), 0..12), ends).prop_map(
        |(page, changes, end)| {
            let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
            for change in changes {
                let count = lines.len();
                if count == 0 {
                    break;
                }
                match change {
                    Change::Delete(at) => drop(lines.remove(at % count)),
                    Change::Double(at) => lines.insert(at % count, lines[at % count].clone()),
                    Change::Swap(left, right) => lines.swap(left % count, right % count),
                    Change::Cut(at) => {
                        let line = &mut lines[at % count];
                        *line = line.chars().take(line.chars().count() / 2).collect();
                    }
                    Change::Upper(at) => lines[at % count] = lines[at % count].to_uppercase(),
                    Change::Lower(at) => lines[at % count] = lines[at % count].to_lowercase(),
                    Change::Insert(at, line) => lines.insert(at % count, line),
                }
            }
            lines.join(end)
        },
    )
}

/// Whatever the dialect it is read as: nothing is lost, and nothing points outside.
fn check_everything(page: &str) {
    let dialects = [Dialect::Cart, Dialect::Transcript].map(ReadOptions::dialect);
    for options in dialects.iter().chain([&ReadOptions::default()]) {
        let reading = read(page, options);
        check_whole(page, &reading.session);
        for (_, text) in in_source_order(&reading.session) {
            let span = text.span();
            assert_eq!(page.get(span.start..span.end), Some(text.raw()));
            assert_eq!(text.as_str(), text.as_str().trim(), "content has no space around it");
            assert!(!text.as_str().contains('\n') || !reading.session.unrecognised.is_empty(), "{text:?}");
        }
        let speakers: Vec<_> = reading.session.speakers.iter().map(|speaker| &speaker.id).collect();
        for speech in reading.session.speeches() {
            assert!(speech.speaker.as_ref().is_none_or(|speaker| speakers.contains(&speaker)));
            assert_eq!(speech.speaker.is_some(), speech.label.is_some());
        }
        for finding in &reading.diagnostics {
            assert!(finding.span.is_none_or(|span| page.get(span.start..span.end).is_some()), "{finding:?}");
        }
        let json = json::to_string(&reading.session).unwrap();
        assert_eq!(json::from_str(&json).unwrap(), reading.session);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_page_is_kept_whole(page in damaged()) {
        check_everything(&page);
    }

    #[test]
    fn any_text_is_kept_whole(text in "(>> ?|\\*\\*|[A-Za-z.:(\\[ ]|[0-9]:[0-9][0-9]|\\PC|\n){0,120}") {
        check_everything(&text);
    }
}
