//! Host and plugins under valgrind: no access to memory that is nobody's, and none lost.
//!
//! Where valgrind is neither there nor to be had, these tests say that they are *not run*; with `CI` set they fail.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test")]

#[path = "fixtures/plugins/support.rs"]
mod plugins;
mod support;

use std::path::Path;
use std::process::{Command, Output};

use plugins::{chart, crate_of_its_own, plain, tally};
use support::tools::needs;
use support::{root, sample};
use tempfile::TempDir;

/// What valgrind ends with where it has found something.
const FOUND: i32 = 99;

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target")
}

/// Converts a sample with the plugins in `folder` under valgrind; `None`: there is none.
fn watched(folder: &Path, formats: &str) -> Option<Output> {
    if !needs("valgrind") {
        return None;
    }
    let mut command = Command::new("valgrind");
    command.args(["--leak-check=full", "--errors-for-leak-kinds=definite,indirect", "--quiet"]);
    command.arg(format!("--error-exitcode={FOUND}")).arg(env!("CARGO_BIN_EXE_plenary"));
    command.arg("convert").arg(sample("dig-watch/transcript-only").path).args(["-t", formats, "-o", "out"]);
    command.args(["--plugin-dir", "."]).current_dir(folder).env_remove("PLENARY_PLUGIN_PATH");
    Some(command.output().expect("valgrind runs"))
}

/// By JSON and by view, in C and in Rust, loaded and embedded.
#[test]
fn renderings_touch_and_lose_nothing() {
    let folder = folder();
    plain(folder.path(), "plain", &[]);
    tally(folder.path());
    crate_of_its_own(&root().join("samples/plugins/speeches-csv"), folder.path());
    if !needs("make") {
        return;
    }
    chart(folder.path());
    let formats = "plain,tally,speeches-csv,markdown,akoma-ntoso,tei,speaking-time";
    let Some(output) = watched(folder.path(), formats) else { return };
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let documents = folder.path().join("out").read_dir().expect("documents").count();
    assert_eq!(documents, formats.split(',').count());
}

/// What goes wrong on the way leaves nothing lying about either.
#[test]
fn failures_touch_and_lose_nothing() {
    let folder = folder();
    let acts = "report_nothing(host); ignore_a_refusal(host); return write_from_a_thread(host);";
    plain(folder.path(), "plain", &[&format!("RENDER={acts}")]);
    let Some(output) = watched(folder.path(), "plain") else { return };
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A plugin that reads and writes behind its memory, and loses it: so that valgrind is known to look at plugins.
#[test]
fn what_plugins_do_wrong_is_seen() {
    for act in ["write_behind", "lose_memory"] {
        let folder = folder();
        plain(folder.path(), "plain", &[&format!("RENDER=return {act}(host);")]);
        let Some(output) = watched(folder.path(), "plain") else { return };
        assert_eq!(output.status.code(), Some(FOUND), "{act}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
