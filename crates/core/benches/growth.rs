//! How the time of reading grows with the length of texts that are made to be slow: sixteen times as long a text takes
//! sixteen times as long with a linear reader, and 256 times as long with a quadratic one.
//!
//! `cargo bench -p plenary-core --bench growth` prints both factors for every text, and says which look quadratic. This is
//! no test, since a busy machine may take any time for anything.
#![allow(clippy::print_stdout, missing_docs, reason = "a bench")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use plenary_core::model::Dialect;
use plenary_core::read::{ReadOptions, read};

/// A text of `n` times the same, or nearly the same.
type Make = fn(usize) -> String;

/// What, how it is read, text.
const TEXTS: &[(&str, Dialect, Make)] = &[
    // A transcript of dig.watch begins above each.
    ("distinct labels", Dialect::DigWatch, |n| (0..n).map(|i| format!("Name Number{i}:\nWord.\n")).collect()),
    ("labels alone", Dialect::DigWatch, |n| (0..n).map(|i| format!("Name Number{i}:\n")).collect()),
    ("one label", Dialect::DigWatch, |n| "Chair:\nWord.\n".repeat(n)),
    ("headings", Dialect::DigWatch, |n| "Session report\n".repeat(n)),
    ("tables of contents", Dialect::DigWatch, |n| "Table of contents\nSession report\n".repeat(n)),
    ("names", Dialect::DigWatch, |n| {
        (0..n).map(|i| format!("Name{i}\nSpeech speed\n{i} words per minute\n")).collect()
    }),
    ("one name", Dialect::DigWatch, |n| "Name\nSpeech speed\n9 words per minute\nReport\n".repeat(n)),
    ("initials", Dialect::DigWatch, |n| format!("Speakers\nName\nSpeech speed\n{}", "AB\n".repeat(n))),
    ("claims", Dialect::DigWatch, |n| {
        format!("Speakers\nName\nArguments\n{}", "Claim\nTopics: a, b\n".repeat(n))
    }),
    ("topics", Dialect::DigWatch, |n| {
        format!("Speakers\nName\nArguments\nClaim\nTopics: {}\n", "a, ".repeat(n))
    }),
    ("brackets", Dialect::DigWatch, |n| {
        format!("Speakers\nName\nArguments\nClaim\nTopics: {}\n", "(".repeat(n))
    }),
    ("stray lines", Dialect::DigWatch, |n| {
        format!("Speakers\nx\nName\nSpeech speed\n9\n{}", "stray\n".repeat(n))
    }),
    ("headlines", Dialect::DigWatch, |n| {
        format!("Full session report\n{}", "Headline\nA sentence that is longer.\n".repeat(n))
    }),
    ("speakers in the report", Dialect::DigWatch, |n| {
        let parts: String = (0..n).map(|i| format!("Name Number{i}\nWords.\n")).collect();
        let labels: String = (0..n).map(|i| format!("Name Number{i}:\nWords.\n")).collect();
        format!("Full session report\n{parts}Session transcript\n{labels}")
    }),
    ("words of headings in speeches", Dialect::DigWatch, |n| {
        format!("Session at a glance\nSession transcript\n{}", "Chair: Word.\nTakeaways\n".repeat(n))
    }),
    ("points", Dialect::DigWatch, |n| {
        let point = "A point\nSpeakers\nAnn Lee, Bo Lee\nArguments\nOne\n";
        format!("Session at a glance\nAgreements\n{}", point.repeat(n))
    }),
    ("bare points", Dialect::DigWatch, |n| {
        format!("Session at a glance\nAgreements\n{}", "A point\nAnn Lee\n".repeat(n))
    }),
    ("facts of many lines", Dialect::DigWatch, |n| {
        format!("Speakers\nName\nArguments\nClaim\nSupporting facts:\n- one\n{}", "more\n".repeat(n))
    }),
    ("details", Dialect::DigWatch, |n| {
        let argument = "Claim\nExplanation\nIt is.\nAgreed with\n- Ann Lee\nAgreed on\nThis\n";
        format!("Speakers\nName\nArguments\n{}", argument.repeat(n))
    }),
    ("pages below each other", Dialect::DigWatch, |n| {
        "Title\n14 May 2031\nSession report\nName\nSpeech speed\n9\nReport\nWords.\n".repeat(n)
    }),
    ("repeated titles", Dialect::DigWatch, |n| {
        format!("{}\n", "A title\n".repeat(n)) + "Session transcript\n"
    }),
    ("dates", Dialect::DigWatch, |n| "14 May 2031\n".repeat(n)),
    ("blank lines", Dialect::DigWatch, |n| format!("Title{}Session transcript\n", "\n \n".repeat(n))),
    ("one long line", Dialect::DigWatch, |n| format!("Chair:\n{}", "word: ".repeat(n))),
    ("closing quotes", Dialect::DigWatch, |n| "”".repeat(n)),
    ("rules", Dialect::DigWatch, |n| "---\n".repeat(n)),
    ("long rules", Dialect::DigWatch, |n| format!("{}\n", "- ".repeat(n))),
    ("hashes", Dialect::DigWatch, |n| "#".repeat(n)),
    ("misread", Dialect::DigWatch, |n| "â€™ Ã© ".repeat(n)),
    ("letters like misread ones", Dialect::DigWatch, |n| "Ã”Ö».É ".repeat(n)),
    ("remarks between labels", Dialect::DigWatch, |n| {
        format!("{}Chair:\n", "(Applause)\n".repeat(n)).repeat(2)
    }),
    ("times", Dialect::DigWatch, |n| (0..n).map(|i| format!("Name [{}:00]:\nWord.\n", i % 60)).collect()),
    ("inline labels", Dialect::DigWatch, |n| (0..n).map(|i| format!("Name Number{i}: word\n")).collect()),
    ("labels of lists", Dialect::DigWatch, |n| "Name Number:\n- one\n".repeat(n)),
    ("bullets", Dialect::DigWatch, |n| format!("Full session report\n-{}x", " ".repeat(n))),
    // Speeches of three stand below each.
    ("names", Dialect::Cart, |n| (0..n).map(|i| format!(">> NAME N{i}: Word.\n")).collect()),
    ("marks", Dialect::Cart, |n| ">> Word.\n".repeat(n)),
    ("words above", Dialect::Cart, |n| "Word upon word.\n".repeat(n)),
    ("asides above", Dialect::Cart, |n| "(Pause)\n".repeat(n)),
    ("dates above", Dialect::Cart, |n| "14 May 2031\n".repeat(n)),
    ("disclaimers", Dialect::Cart, |n| "This is the output of captioning and\n".repeat(n)),
    ("broken lines", Dialect::Cart, |n| "word upon word without an end\n".repeat(n)),
    ("marks inside", Dialect::Cart, |n| format!(">> CHAIR: {}\n", ">> >".repeat(n))),
    ("broken names", Dialect::Cart, |n| ">> JANE\nDOE: Yes.\n".repeat(n)),
    ("turns", Dialect::Transcript, |n| (0..n).map(|i| format!("Name N{i}: Word.\nChair: Yes.\n")).collect()),
    ("times", Dialect::Transcript, |n| "Ana Ruiz  0:07\nWord.\n".repeat(n)),
    ("heads", Dialect::Transcript, |n| "Page 3\nHead\nChair: Word.\n".repeat(n)),
    ("lists", Dialect::Transcript, |n| format!("{}\nChair: Yes.\n", "Jane Doe, ".repeat(n))),
    ("one line", Dialect::Transcript, |n| format!("Chair: {}\n", "word: ".repeat(n))),
    // A signature stands above each.
    ("one paragraph", Dialect::WebVtt, |n| "00:01.000 --> 00:01.000\n<v A>and\n\n".repeat(n)),
    ("two voices", Dialect::WebVtt, |n| "00:01.000 --> 00:01.000\n<v A>a</v><v B>b</v>\n\n".repeat(n)),
    ("many names", Dialect::WebVtt, |n| {
        (0..n).map(|i| format!("00:01.000 --> 00:01.000\nName Number{i}: a\n\n")).collect()
    }),
    ("one long cue", Dialect::WebVtt, |n| {
        format!("00:01.000 --> 00:01.000\n{}", "and <i>then</i> &amp;\n".repeat(n))
    }),
    ("one long line", Dialect::WebVtt, |n| {
        format!("00:01.000 --> 00:01.000\n{}", "a. >> b: <c>x</c> ".repeat(n))
    }),
    ("voices on a line", Dialect::WebVtt, |n| {
        format!("00:01.000 --> 00:01.000\n{}", "<v A>a</v> </v>".repeat(n))
    }),
    ("open tags", Dialect::WebVtt, |n| format!("00:01.000 --> 00:01.000\n{}", "<v <i &a {\\".repeat(n))),
    ("open voices", Dialect::WebVtt, |n| format!("00:01.000 --> 00:01.000\n{}", "<v a\n".repeat(n))),
    ("arrows", Dialect::WebVtt, |n| format!("00:01.000 --> 00:01.000\n>> a\n{}", ">> ".repeat(n))),
    ("brackets", Dialect::WebVtt, |n| format!("00:01.000 --> 00:01.000\n{}", "[(".repeat(n))),
    ("dashes", Dialect::WebVtt, |n| format!("00:01.000 --> 00:01.000\n{}", "- a\n".repeat(n))),
    ("rolling", Dialect::WebVtt, |n| {
        "00:01.000 --> 00:01.000\na\nb\n\n00:01.000 --> 00:01.000\nb\na\n\n".repeat(n)
    }),
    ("rolling lines", Dialect::WebVtt, |n| {
        format!("00:01.000 --> 00:01.000\n{0}\n\n", "a\n".repeat(n)).repeat(6)
    }),
    ("empty cues", Dialect::WebVtt, |n| {
        format!("00:01.000 --> 00:01.000\na\n{}", "00:01.000 --> 00:01.000\n\n".repeat(n))
    }),
    ("stray lines", Dialect::WebVtt, |n| format!("00:01.000 --> 00:01.000\na\n\n{}", "stray\n\n".repeat(n))),
    ("notes", Dialect::WebVtt, |n| format!("00:01.000 --> 00:01.000\na\n\n{}", "NOTE a\n\n".repeat(n))),
    ("machine notes", Dialect::WebVtt, |n| {
        format!("00:01.000 --> 00:01.000\na\n\n{}", "NOTE confidence: a\n\n".repeat(n))
    }),
    ("blank lines", Dialect::WebVtt, |n| format!("00:01.000 --> 00:01.000\na{}\nb", "\n \n".repeat(n))),
    ("broken times", Dialect::WebVtt, |n| {
        format!("00:01.000 --> 00:01.000\na\n\n{}", "0:\n--> 00:0x\n".repeat(n))
    }),
];

/// The text, so long that it is read as its dialect.
fn whole(dialect: Dialect, text: &str) -> String {
    match dialect {
        Dialect::DigWatch => format!("Session transcript\n{text}"),
        Dialect::WebVtt => format!("WEBVTT\n\n{text}"),
        _ => format!("{text}>> CHAIR: Word.\nChair: Word.\nAna: Yes.\nChair: No.\n"),
    }
}

/// The least time of some readings.
fn time(dialect: Dialect, text: &str, readings: usize) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(read(black_box(text), &ReadOptions::dialect(dialect)));
        start.elapsed()
    };
    (0..readings).map(once).min().unwrap_or_default()
}

/// Half way, by factors, between a linear reader, which takes 256 times as long, and a quadratic one, which takes 65,536
/// times: memory that is new, and a busy machine, cost the first one some of it.
const MOST: f64 = 4096.0;

fn main() {
    println!("{:<32} {:>12} {:>8} {:>8}", "text", "of 500", "x 16", "x 256");
    for (name, dialect, make) in TEXTS {
        let [short, long, longest] = [(500, 5), (8_000, 3), (128_000, 2)]
            .map(|(n, readings)| time(*dialect, &whole(*dialect, &make(n)), readings));
        let factor = |long: Duration, short: Duration| long.as_secs_f64() / short.as_secs_f64();
        let (first, second) = (factor(long, short), factor(longest, long));
        let verdict = if first * second > MOST { "  quadratic?" } else { "" };
        println!("{name:<32} {short:>12.1?} {first:>8.1} {:>8.1}{verdict}", first * second);
    }
}
