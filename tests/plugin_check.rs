//! `plenary plugin check`: what it says of plugins that keep the contract, and of those that break it, each in one way.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "fixtures/plugins/support.rs"]
mod plugins;
mod support;

use std::path::Path;
use std::process::Command;

use plugins::{misdeed, plain};
use serde_json::Value;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target")
}

/// What the check comes to, as exit code and JSON.
fn check(library: &Path) -> (Option<i32>, Value) {
    check_with(library, &[])
}

fn check_with(library: &Path, arguments: &[&str]) -> (Option<i32>, Value) {
    let mut command = support::plenary();
    command.args(["plugin", "check", "--json"]).args(arguments).arg(library);
    let output = support::run(&mut command);
    let said = String::from_utf8_lossy(&output.stderr);
    let json = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
    assert_eq!(said, "");
    (output.status.code(), json)
}

/// Verdict and detail of a trial.
fn outcome<'j>(json: &'j Value, trial: &str) -> (&'j str, &'j str) {
    let trials = json["trials"].as_array().expect("trials");
    let found = trials.iter().find(|outcome| outcome["trial"] == trial);
    let found = found.unwrap_or_else(|| panic!("no trial {trial} in {json:#}"));
    (found["verdict"].as_str().expect("a verdict"), found["detail"].as_str().expect("a detail"))
}

/// The trials with this verdict.
fn with_verdict<'j>(json: &'j Value, verdict: &str) -> Vec<&'j str> {
    let trials = json["trials"].as_array().expect("trials").iter();
    let of = trials.filter(|outcome| outcome["verdict"] == verdict);
    of.map(|outcome| outcome["trial"].as_str().expect("a name")).collect()
}

const SWITCH: &str = "OPTIONS=\"{ \\\"type\\\": \\\"object\\\", \\\"additionalProperties\\\": false, \
     \\\"properties\\\": { \\\"switch\\\": { \\\"type\\\": \\\"boolean\\\", \\\"default\\\": false, \
     \\\"description\\\": \\\"-\\\" } } }\"";

#[test]
fn a_plugin_that_keeps_the_contract_passes() {
    let folder = folder();
    let (code, json) = check(&misdeed(folder.path(), "well", &[]));
    assert_eq!(code, Some(0), "{json:#}");
    assert_eq!(with_verdict(&json, "failed"), [""; 0]);
    // Its documents are the JSON of the session, with the members of later versions.
    assert_eq!(with_verdict(&json, "noted"), ["newer-session"], "{json:#}");
    assert_eq!(with_verdict(&json, "skipped"), ["defaults", "option-values"]);
    assert_eq!(json["plugin"], "plain");
    assert!(json["passed"].as_u64().is_some_and(|passed| passed > 20));
}

#[test]
fn the_plugins_of_the_program_pass() {
    for name in ["markdown", "akoma-ntoso", "tei"] {
        let (code, json) = check(Path::new(name));
        assert_eq!((code, with_verdict(&json, "failed").len()), (Some(0), 0), "{json:#}");
    }
}

/// A way to break the contract: the misdeed, further definitions, the trial that tells of it, and what it says.
type Misdeed = (&'static str, &'static [&'static str], &'static str, &'static str);

/// None of these costs more than the trial that finds it.
const MISDEEDS: &[Misdeed] = &[
    ("crashes_on_an_empty_session", &[], "empty-session", "SIGABRT"),
    ("prints", &[], "prints-nothing", "halfway there"),
    ("counts", &[], "same-again", "number"),
    ("looks_at_the_time_zone", &[], "same-in-any-process", "other bytes"),
    ("ignores_refusals", &[], "refused-output", "it says that all is well"),
    ("writes_after_refusal", &[], "refused-output", "after the host had refused"),
    ("leaves_files_open", &[], "leaves-nothing", "open files more"),
    ("leaves_threads", &[], "leaves-nothing", "threads more"),
    ("calls_late", &[], "late-calls", "after a rendering was over"),
    ("goes_elsewhere", &[], "surroundings", "the working folder to `/`"),
    ("sets_a_variable", &[], "surroundings", "PLAIN_WAS_HERE"),
    ("leaves_a_file", &[], "surroundings", "notes.txt"),
    ("breaks_down_at_the_end", &[], "ends-well", "SIGABRT"),
    ("writes_no_text", &[], "samples", "not UTF-8 from byte 0 on"),
    ("writes_nothing", &[], "samples", "wrote nothing"),
    ("refuses_everything", &[], "samples", "make no document"),
    ("calls_from_another_thread", &[], "samples", "from another thread"),
    ("has_another_default", &[SWITCH], "defaults", "switch=false"),
    ("refuses_its_option", &[SWITCH], "option-values", "switch=true"),
    ("crashes_on_a_wrong_option", &[SWITCH], "wrong-options", "switch=null"),
    ("chokes_on_new_members", &[], "newer-session", "unknown members"),
    ("writes_on_and_on", &[], "samples", "16 MiB"),
];

#[test]
fn every_misdeed_is_found() {
    for (name, definitions, trial, says) in MISDEEDS {
        let folder = folder();
        let (code, json) = check(&misdeed(folder.path(), name, definitions));
        let (verdict, detail) = outcome(&json, trial);
        assert_eq!(verdict, "failed", "{name}: {json:#}");
        assert!(detail.contains(says), "{name}: {detail}");
        assert_eq!(code, Some(1), "{name}");
        // The trials behind it were run as well.
        assert_ne!(outcome(&json, "surroundings").0, "skipped", "{name}: {json:#}");
    }
}

/// Where every rendering costs the process, there is little more to be tried.
#[test]
fn a_plugin_that_breaks_down_is_told_of_once() {
    for (name, says) in [
        ("crashes", "it was killed by SIGSEGV"),
        ("exits", "it ended its process, with exit code 0"),
        ("never_ends", "it took more than 2 s"),
        ("wants_all_memory", "it was killed by SIGABRT"),
    ] {
        let folder = folder();
        let (code, json) = check_with(&misdeed(folder.path(), name, &[]), &["--patience", "2"]);
        let (verdict, detail) = outcome(&json, "samples");
        assert_eq!((code, verdict), (Some(1), "failed"), "{name}: {json:#}");
        assert!(
            detail.contains(says) && detail.contains("akoma-ntoso/county-assembly as plain"),
            "{name}: {detail}"
        );
        assert_eq!(outcome(&json, "same-again"), ("skipped", "`samples` failed"), "{name}");
        assert!(with_verdict(&json, "failed").len() <= 4, "{name}: {json:#}");
    }
}

#[test]
fn what_never_asks_is_noted() {
    let folder = folder();
    let (code, json) = check(&misdeed(folder.path(), "never_asks", &[]));
    assert_eq!((code, outcome(&json, "cancelling").0), (Some(0), "noted"), "{json:#}");
}

/// Nothing of a library is run that would not be loaded.
#[test]
fn a_refused_library_fails_at_once() {
    let folder = folder();
    let witness = folder.path().join("witness");
    let loaded = format!("WITNESS=\"{}\"", witness.display());
    let (code, json) = check(&plain(folder.path(), "plain", &["MAJOR=9", &loaded]));
    let (verdict, detail) = outcome(&json, "fits");
    assert_eq!((code, verdict), (Some(1), "failed"), "{json:#}");
    assert!(detail.contains("version 9.0 of the plugin contract"), "{detail}");
    assert_eq!(json["trials"].as_array().map(Vec::len), Some(1));
    assert!(!witness.exists());
}

/// A library that is found, and cannot be loaded.
#[test]
fn a_library_that_is_not_loaded_fails() {
    let folder = folder();
    let (code, json) = check(&plain(folder.path(), "plain", &["MISSING"]));
    let (verdict, detail) = outcome(&json, "loads");
    assert_eq!((code, verdict), (Some(1), "failed"), "{json:#}");
    assert!(detail.contains("plenary_test_nowhere"), "{detail}");
    assert_eq!(outcome(&json, "samples"), ("skipped", "`loads` failed"));
}

/// The verdict for people: a line a trial, the help below it, a closing line.
#[test]
fn the_verdict_can_be_read() {
    let folder = folder();
    misdeed(folder.path(), "prints", &[]);
    let mut command: Command = support::plenary();
    command.args(["plugin", "check", "plain", "--plugin-dir", "."]).current_dir(folder.path());
    let output = support::run(&mut command);
    let text = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<_> = text.lines().collect();
    assert!(
        lines.first().is_some_and(|line| line.starts_with("plain 0.3.0 (/") && line.ends_with(")")),
        "{text}"
    );
    assert!(text.contains("\n  FAILED   prints-nothing       it printed: `halfway there`\n"), "{text}");
    assert!(text.contains("= help: standard output may be the document's"), "{text}");
    let last = "26 trials: 22 passed, 1 noted, 1 failed, 2 skipped; this plugin does not keep the contract";
    assert_eq!(lines.last(), Some(&last));
}
