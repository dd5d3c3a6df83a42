//! Texts of a size nobody types: time and memory of reading them, each in a process of its own.
//!
//! `cargo bench -p plenary-core --bench sizes` prints, for each, how much memory the process took at its peak against the
//! size of the text (the text itself counted), and how much longer a byte took than in a text a tenth of the size:
//! 1 is linear. Linux alone tells the peak.
#![allow(clippy::print_stdout, clippy::expect_used, missing_docs, reason = "a bench")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use plenary_core::audit::audit;
use plenary_core::read::{ReadOptions, read};

/// A text of about `size` bytes.
type Make = fn(usize) -> String;

/// What, bytes, text.
const CASES: [(&str, usize, Make); 6] = [
    ("1 GB of speeches", 1_000_000_000, speeches),
    ("one line of 200 MB", 200_000_000, line),
    ("10 million lines", 120_000_000, lines),
    ("100,000 speakers", 30_000_000, speakers),
    ("100,000 profiles", 30_000_000, profiles),
    ("100 MB of cues", 100_000_000, cues),
];

const WORDS: &str = "The harbour is where the argument began, and it will not end before the tide does; we said so in \
    2019, and nobody who runs a ferry has told us otherwise since. ";

fn page(size: usize, mut speech: impl FnMut(&mut String, usize)) -> String {
    let mut page = String::with_capacity(size + size / 50);
    page.push_str("Harbour forum\n7 Jun 2031 09:00h - 17:00h\nSession transcript\n");
    let mut number = 0;
    while page.len() < size {
        speech(&mut page, number);
        number += 1;
    }
    page
}

fn speeches(size: usize) -> String {
    page(size, |page, number| {
        let _ = writeln!(page, "Speaker {}:\n{}\n{}", number % 40, WORDS.repeat(4), WORDS.repeat(2));
    })
}

fn line(size: usize) -> String {
    format!(
        "Harbour forum\nSession transcript\nChair:\n{}\nBo Lee:\nYes.\n",
        WORDS.repeat(size / WORDS.len())
    )
}

fn lines(size: usize) -> String {
    page(size, |page, number| {
        let _ = writeln!(page, "Chair:\nYes, {number}.\nNo.\nBo Lee:\nWell.");
    })
}

fn speakers(size: usize) -> String {
    page(size, |page, number| {
        let _ = writeln!(page, "Delegate {}:\n{}", number % 100_000, WORDS);
    })
}

fn profiles(size: usize) -> String {
    let mut page = String::from("Harbour forum\nSpeakers\n");
    for number in 0.. {
        if page.len() > size {
            break;
        }
        let _ = writeln!(
            page,
            "Delegate {number}\nSpeech speed\n120 words per minute\nSpeech length\n60 words\nSpeech time\n30 secs\n\
             Arguments\nFerries matter in {number} towns\nSupporting facts:\n- {WORDS}\nTopics: Ferries, Tides"
        );
    }
    page
}

fn cues(size: usize) -> String {
    let mut page = String::from("WEBVTT\n\n");
    let clock =
        |seconds: usize| format!("{:02}:{:02}:{:02}.000", seconds / 3600, seconds / 60 % 60, seconds % 60);
    for number in 0.. {
        if page.len() > size {
            break;
        }
        let (start, end) = (clock(3 * number), clock(3 * number + 3));
        let _ = writeln!(page, "{start} --> {end}\n<v Speaker {}>{WORDS}</v>\n", number / 20 % 40);
    }
    page
}

/// Reads and audits one text; prints the seconds of each, the bytes, and the bytes at the peak.
fn measure(case: usize, size: usize) {
    let Some((_, _, make)) = CASES.get(case) else { return };
    let text = make(size);
    let start = Instant::now();
    let reading = black_box(read(&text, &ReadOptions::default()));
    let read = start.elapsed().as_secs_f64();
    let peak = peak();
    let start = Instant::now();
    let findings = black_box(audit(&reading.session));
    let audited = start.elapsed().as_secs_f64();
    println!(
        "{read} {audited} {} {peak} {} {}",
        text.len(),
        reading.session.speeches().count(),
        findings.len()
    );
}

/// The most memory this process has had, in bytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// The numbers that a process of its own measures.
fn apart(case: usize, size: usize) -> Vec<f64> {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program)
        .args(["measure", &case.to_string(), &size.to_string()])
        .output()
        .expect("it runs");
    String::from_utf8_lossy(&output.stdout)
        .split_whitespace()
        .filter_map(|field| field.parse().ok())
        .collect()
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [verb, case, size] = arguments.as_slice()
        && verb == "measure"
    {
        return measure(case.parse().unwrap_or_default(), size.parse().unwrap_or_default());
    }
    println!(
        "{:<20} {:>10} {:>9} {:>12} {:>10} {:>11} {:>9}",
        "text", "bytes", "speeches", "memory/text", "read x10", "audit x10", "findings"
    );
    for (case, (name, size, _)) in CASES.iter().enumerate() {
        let (tenth, whole) = (apart(case, size / 10), apart(case, *size));
        let (
            Some(&[read, audit, bytes, peak, speeches, findings]),
            Some(&[small_read, small_audit, small_bytes, ..]),
        ) = (whole.first_chunk::<6>(), tenth.first_chunk::<6>())
        else {
            println!("{name:<20} failed");
            continue;
        };
        let growth = bytes / small_bytes;
        println!(
            "{name:<20} {bytes:>10} {speeches:>9} {:>12.2} {:>10.2} {:>11.2} {findings:>9}",
            peak / bytes,
            read / small_read / growth,
            audit / small_audit / growth,
        );
    }
}
