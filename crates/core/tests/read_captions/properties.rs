//! What holds for every text, whatever is in it.

use std::time::{Duration, Instant};

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

/// The least time of several readings.
fn time(page: &str, dialect: Dialect, readings: usize) -> Duration {
    let once = |_| {
        let start = Instant::now();
        let reading = read(page, &ReadOptions::dialect(dialect));
        let time = start.elapsed();
        assert!(reading.holds_session());
        time
    };
    (0..readings).map(once).min().unwrap()
}

/// Sixteen times the page takes sixteen times as long; a quadratic reader would take 256 times. Between the two there is
/// room for a busy machine.
#[test]
fn time_grows_with_the_length_of_the_page() {
    type Make = fn(usize) -> String;
    let makes: &[(&str, Dialect, Make)] = &[
        ("names", Dialect::Cart, |n| (0..n).map(|i| format!(">> NAME N{i}: Word.\n")).collect()),
        ("marks", Dialect::Cart, |n| ">> Word.\n".repeat(n)),
        ("words above", Dialect::Cart, |n| "Word upon word.\n".repeat(n)),
        ("asides above", Dialect::Cart, |n| "(Pause)\n".repeat(n)),
        ("dates above", Dialect::Cart, |n| "14 May 2031\n".repeat(n)),
        ("disclaimers", Dialect::Cart, |n| "This is the output of captioning and\n".repeat(n)),
        ("broken lines", Dialect::Cart, |n| "word upon word without an end\n".repeat(n)),
        ("marks inside", Dialect::Cart, |n| format!(">> CHAIR: {}\n", ">> >".repeat(n))),
        ("broken names", Dialect::Cart, |n| ">> JANE\nDOE: Yes.\n".repeat(n)),
        ("turns", Dialect::Transcript, |n| {
            (0..n).map(|i| format!("Name N{i}: Word.\nChair: Yes.\n")).collect()
        }),
        ("times", Dialect::Transcript, |n| "Ana Ruiz  0:07\nWord.\n".repeat(n)),
        ("heads", Dialect::Transcript, |n| "Page 3\nHead\nChair: Word.\n".repeat(n)),
        ("lists", Dialect::Transcript, |n| format!("{}\nChair: Yes.\n", "Jane Doe, ".repeat(n))),
        ("one line", Dialect::Transcript, |n| format!("Chair: {}\n", "word: ".repeat(n))),
    ];
    for (name, dialect, make) in makes {
        let [short, long] =
            [500, 8000].map(|n| format!("{}>> CHAIR: Word.\nChair: Word.\nAna: Yes.\nChair: No.\n", make(n)));
        let (short, long) = (time(&short, *dialect, 6), time(&long, *dialect, 2));
        let most = 96 * short.max(Duration::from_micros(20));
        assert!(long < most, "{name}: {short:?}, sixteen times as long: {long:?}");
    }
}
