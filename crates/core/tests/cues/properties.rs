//! What holds for every file of cues, whatever is in it.

use std::time::{Duration, Instant};

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

/// The least time of several readings.
fn time(file: &str, readings: usize) -> Duration {
    let once = |_| {
        let start = Instant::now();
        let reading = read(file, &ReadOptions::dialect(Dialect::WebVtt));
        let time = start.elapsed();
        assert!(reading.session.speeches().count() > 0);
        time
    };
    (0..readings).map(once).min().unwrap()
}

/// Files made to be slow take eight times as long when they are eight times as long; a quadratic reader would take 64
/// times. Between the two there is room for a busy machine, as long as both take more than a slice of its time.
#[test]
fn time_grows_with_the_length_of_the_file() {
    type Make = fn(usize) -> String;
    let makes: &[(&str, Make)] = &[
        ("one paragraph", |n| "00:01.000 --> 00:01.000\n<v A>and\n\n".repeat(n)),
        ("two voices", |n| "00:01.000 --> 00:01.000\n<v A>a</v><v B>b</v>\n\n".repeat(n)),
        ("many names", |n| {
            (0..n).map(|i| format!("00:01.000 --> 00:01.000\nName Number{i}: a\n\n")).collect()
        }),
        ("one long cue", |n| format!("00:01.000 --> 00:01.000\n{}", "and <i>then</i> &amp;\n".repeat(n))),
        ("one long line", |n| format!("00:01.000 --> 00:01.000\n{}", "a. >> b: <c>x</c> ".repeat(n))),
        ("voices on a line", |n| format!("00:01.000 --> 00:01.000\n{}", "<v A>a</v> </v>".repeat(n))),
        ("open tags", |n| format!("00:01.000 --> 00:01.000\n{}", "<v <i &a {\\".repeat(n))),
        ("open voices", |n| format!("00:01.000 --> 00:01.000\n{}", "<v a\n".repeat(n))),
        ("arrows", |n| format!("00:01.000 --> 00:01.000\n>> a\n{}", ">> ".repeat(n))),
        ("brackets", |n| format!("00:01.000 --> 00:01.000\n{}", "[(".repeat(n))),
        ("dashes", |n| format!("00:01.000 --> 00:01.000\n{}", "- a\n".repeat(n))),
        ("rolling", |n| "00:01.000 --> 00:01.000\na\nb\n\n00:01.000 --> 00:01.000\nb\na\n\n".repeat(n)),
        ("rolling lines", |n| format!("00:01.000 --> 00:01.000\n{0}\n\n", "a\n".repeat(n)).repeat(6)),
        ("empty cues", |n| {
            format!("00:01.000 --> 00:01.000\na\n{}", "00:01.000 --> 00:01.000\n\n".repeat(n))
        }),
        ("stray lines", |n| format!("00:01.000 --> 00:01.000\na\n\n{}", "stray\n\n".repeat(n))),
        ("notes", |n| format!("00:01.000 --> 00:01.000\na\n\n{}", "NOTE a\n\n".repeat(n))),
        ("machine notes", |n| {
            format!("00:01.000 --> 00:01.000\na\n\n{}", "NOTE confidence: a\n\n".repeat(n))
        }),
        ("blank lines", |n| format!("00:01.000 --> 00:01.000\na{}\nb", "\n \n".repeat(n))),
        ("broken times", |n| format!("00:01.000 --> 00:01.000\na\n\n{}", "0:\n--> 00:0x\n".repeat(n))),
    ];
    for (name, make) in makes {
        let [short, long] = [1000, 8000].map(|n| format!("WEBVTT\n\n{}", make(n)));
        let (short, long) = (time(&short, 3), time(&long, 2));
        let most = 32 * short.max(Duration::from_micros(100));
        assert!(long < most, "{name}: {short:?}, eight times as long: {long:?}");
    }
}
