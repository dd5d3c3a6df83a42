//! What holds for every file of cues, whatever is in it.

use plenary_core::model::Dialect;
use plenary_core::read::{ReadOptions, read};
use proptest::prelude::*;

use crate::outline::check_whole;

/// Lines that mean something somewhere, and lines that look as if they did.
const LINES: &[&str] = &[
    "WEBVTT",
    "WEBVTT - A title",
    "Kind: captions",
    "NOTE",
    "NOTE Confidence: 0.9",
    "STYLE",
    "1",
    "2",
    "3",
    "7f1d0c2e-5a3b/12-0",
    "4 \"Ines Quarrie\" (12)",
    "00:00:01.000 --> 00:00:02.000",
    "00:00:03,500 --> 00:00:02,000 X1:2",
    "00:05.000 --> 00:06.000 align:start words",
    "00:00:07.000 --> 00:0x",
    "-->",
    "<v Ines Quarrie>Good morning.</v>",
    "<v Ines Quarrie>And <i>then</i> &amp; now. <v Tom>No.</v>",
    "<v Ines",
    "Quarrie>over two lines",
    "</v>",
    "<v ->",
    "Ines Quarrie: Good morning.",
    "Tom Bell: Good morning.",
    "<b>Tom Bell</b>: Good morning.",
    ">> INES: Good morning. >> TOM: Yes. >>",
    "&gt;&gt; And now?",
    "- Who?",
    "- TOM: me.",
    "[Chair] Order.",
    "[Applause]",
    "♪ la la ♪",
    "So here is the thing: we go.",
    "{\\an8}<font color=red>Result:</font>",
    "&nbsp;",
    "<<<<&&&&{\\{\\",
    "“Ünïcödé”：測試",
    "\u{0}",
    "\u{feff}",
];

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => prop::sample::select(LINES).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
        1 => any::<String>(),
    ]
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["\n", "\n", "\n", "\n\n", "\r\n", "\r", " \n\t\n", ""][..])
}

/// Files put together out of lines.
fn file() -> impl Strategy<Value = String> {
    prop::collection::vec((line(), line_end()), 0..50)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// Good files, to be damaged.
const FILES: &[&str] = &[
    include_str!("../../../../samples/webvtt/recorded-meeting.vtt"),
    include_str!("../../../../samples/webvtt/labelled-meeting.vtt"),
    include_str!("../../../../samples/srt/captioned-hearing.srt"),
    include_str!("../../../../samples/srt/two-voices.srt"),
];

#[derive(Debug, Clone)]
enum Change {
    Delete(usize),
    Double(usize),
    Swap(usize, usize),
    Upper(usize),
    Lower(usize),
    Cut(usize),
    Insert(usize, String),
}

fn change() -> impl Strategy<Value = Change> {
    let at = || any::<prop::sample::Index>().prop_map(|index| index.index(1000));
    prop_oneof![
        at().prop_map(Change::Delete),
        at().prop_map(Change::Double),
        (at(), at()).prop_map(|(left, right)| Change::Swap(left, right)),
        at().prop_map(Change::Upper),
        at().prop_map(Change::Lower),
        at().prop_map(Change::Cut),
        (at(), line()).prop_map(|(at, line)| Change::Insert(at, line)),
    ]
}

/// A good file after some changes.
fn damaged_file() -> impl Strategy<Value = String> {
    (prop::sample::select(FILES), prop::collection::vec(change(), 1..8)).prop_map(|(file, changes)| {
        let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
        for change in changes {
            let count = lines.len().max(1);
            if lines.is_empty() {
                break;
            }
            match change {
                Change::Delete(at) => drop(lines.remove(at % count)),
                Change::Double(at) => lines.insert(at % count, lines[at % count].clone()),
                Change::Swap(left, right) => lines.swap(left % count, right % count),
                Change::Upper(at) => lines[at % count] = lines[at % count].to_uppercase(),
                Change::Lower(at) => lines[at % count] = lines[at % count].to_lowercase(),
                Change::Cut(at) => {
                    let line = &mut lines[at % count];
                    let half = line.chars().count() / 2;
                    *line = line.chars().take(half).collect();
                }
                Change::Insert(at, line) => lines.insert(at % count, line),
            }
        }
        lines.join("\n")
    })
}

/// Everything that holds for every text.
fn check_everything(file: &str) {
    for dialect in [None, Some(Dialect::WebVtt), Some(Dialect::Srt)] {
        let options = dialect.map_or_else(ReadOptions::default, ReadOptions::dialect);
        let reading = read(file, &options);
        check_whole(file, &reading.session);
        let session = &reading.session;
        for speech in session.speeches() {
            if let Some(id) = &speech.speaker {
                assert!(
                    session.speakers.iter().any(|speaker| speaker.id == *id),
                    "{id} is not in the registry"
                );
            }
            assert_eq!(speech.start.is_some(), speech.end.is_some());
        }
        for finding in &reading.diagnostics {
            assert!(finding.span.is_none_or(|span| file.get(span.start..span.end).is_some()), "{finding:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept_whole(text in any::<String>()) {
        check_everything(&text);
    }

    #[test]
    fn any_file_is_kept_whole(file in file()) {
        check_everything(&file);
    }

    #[test]
    fn a_damaged_file_is_kept_whole(file in damaged_file()) {
        check_everything(&file);
    }

    /// Every word of every cue is said once, in order, whoever says it.
    #[test]
    fn no_word_is_lost(words in prop::collection::vec(("[a-z]{1,8}( [a-z]{1,8}){0,5}[.?]?", 0..3usize, 0..3000u64), 1..30)) {
        let names = ["Ines Quarrie", "Tom Bell", ""];
        let mut clock = 0;
        let mut file = String::from("WEBVTT\n\n");
        for (words, name, pause) in &words {
            clock += pause;
            let stamp = |at: u64| format!("{:02}:{:02}.{:03}", at / 60_000 % 60, at / 1000 % 60, at % 1000);
            let voice = names[*name];
            let open = if voice.is_empty() { String::new() } else { format!("<v {voice}>") };
            file += &format!("{} --> {}\n{open}{words}\n\n", stamp(clock), stamp(clock + 900));
            clock += 900;
        }
        let reading = read(&file, &ReadOptions::default());
        check_whole(&file, &reading.session);
        let said: Vec<_> = reading
            .session
            .speeches()
            .flat_map(|speech| speech.blocks.iter().map(|block| block.text.as_str()))
            .collect();
        let expected: Vec<_> = words.iter().map(|(words, _, _)| words.as_str()).collect();
        prop_assert_eq!(said.join(" "), expected.join(" "));
        // A cue in the mouth of another speaker is never joined to that of the one before.
        let turns = words.chunk_by(|left, right| left.1 == right.1).count();
        prop_assert_eq!(reading.session.speeches().count(), turns);
    }
}
