//! Programs that spread work over processes and machines, with `plenary stream` as what they run: as the README shows it.
//!
//! Spark is 300 MB from PyPI, and takes its time to begin. It is tried by
//! `cargo test --test runners -- --ignored`, which installs it below the target folder; it needs Python and Java.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::print_stderr, clippy::panic, reason = "a test")]

mod spark;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use support::shell::shell;
use support::tools::needs;
use tempfile::TempDir;

/// A page, in few words.
const PAGE: &str = "1\n00:00:01,000 --> 00:00:02,000\nAda: Good morning, and welcome to the harbour.\n";

/// A folder with three files of three records, `a.ndjson` to `c.ndjson`; the second one's second is no record.
fn folder() -> TempDir {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    for name in ["a", "b", "c"] {
        write(folder.path(), name, name != "b");
    }
    folder
}

fn write(folder: &Path, name: &str, is_good: bool) {
    let record = |number| match number {
        1 if !is_good => "{\"id\": 1, \"text\": 7}\n".to_owned(),
        _ => format!("{}\n", json!({ "id": number, "text": PAGE })),
    };
    fs::write(folder.join(format!("{name}.ndjson")), (0..3).map(record).collect::<String>())
        .expect("written");
}

/// How the line ends, run in the folder, and what it says.
fn run(folder: &Path, line: &str) -> (Option<i32>, String) {
    let output = shell(line, folder, &folder.join("data")).env("HOME", folder).output().expect("a shell");
    (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

/// How many of the answers in a file are documents.
fn documents(folder: &Path, name: &str) -> usize {
    let answers = fs::read_to_string(folder.join(format!("{name}.answers"))).expect("answers");
    let answers: Vec<Value> = answers.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(answers.len(), 3, "{name}: one answer for each record");
    answers.iter().filter(|answer| answer["documents"]["markdown"].is_string()).count()
}

#[test]
fn gnu_parallel_takes_up_what_failed() {
    if !needs("parallel") {
        return;
    }
    let folder = folder();
    let folder = folder.path();
    let line = "parallel --joblog log --resume-failed \
        'plenary stream --strict -t markdown < {} > {.}.answers' ::: *.ndjson";
    // What it ends with is the number of jobs that failed.
    let (code, said) = run(folder, line);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(["a", "b", "c"].map(|name| documents(folder, name)), [3, 2, 3]);
    write(folder, "b", true);
    for name in ["a", "c"] {
        fs::remove_file(folder.join(format!("{name}.answers"))).expect("removed");
    }
    let (code, said) = run(folder, line);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(documents(folder, "b"), 3);
    assert!(!folder.join("a.answers").exists() && !folder.join("c.answers").exists(), "all was done again");
}

/// A stream parted into pieces of whole lines, with a plenary for each.
#[test]
fn gnu_parallel_parts_a_stream() {
    if !needs("parallel") {
        return;
    }
    let folder = folder();
    let records: String =
        (0..200).map(|number| format!("{}\n", json!({ "id": number, "text": PAGE }))).collect();
    fs::write(folder.path().join("all.ndjson"), records).expect("written");
    let line =
        "parallel --pipe --keep-order --block 5k plenary stream -t markdown < all.ndjson > all.answers";
    let (code, said) = run(folder.path(), line);
    assert_eq!(code, Some(0), "{said}");
    let answers = fs::read_to_string(folder.path().join("all.answers")).expect("answers");
    let ids = answers.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].as_u64());
    assert!(ids.eq((0..200).map(Some)), "{answers}");
}

#[test]
fn make_makes_what_is_not_made() {
    if !needs("make") {
        return;
    }
    let folder = folder();
    let folder = folder.path();
    fs::copy(support::root().join("tests/runners/Makefile"), folder.join("Makefile")).expect("copied");
    let (code, said) = run(folder, "make --keep-going");
    assert_eq!(code, Some(2), "{said}");
    assert_eq!((documents(folder, "a"), documents(folder, "c")), (3, 3));
    assert!(!folder.join("b.answers").exists(), "make takes for made what failed");
    write(folder, "b", true);
    let (code, said) = run(folder, "make");
    assert_eq!((code, said.matches("plenary stream").count()), (Some(0), 1), "{said}");
    assert_eq!(documents(folder, "b"), 3);
    let (code, said) = run(folder, "make");
    assert_eq!((code, said.matches("plenary stream").count()), (Some(0), 0), "{said}");
}
