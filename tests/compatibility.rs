//! A plugin built today and a host of a later version understand each other, and so do a plugin of a later version and
//! the host of today: structs have grown on one side, and the documents are the same to the byte.
//!
//! What has grown is every struct that may (the feature `later` of the contract's crate), by noise that nobody who does
//! not know of it may read. That another major version is refused, with advice, is in `crates/host/tests/refusals.rs`.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "fixtures/plugins/support.rs"]
mod plugins;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use plugins::{file_name, later_host, plain, tally, tally_of_a_later_version};
use support::{Page, plenary, run_well, samples};
use tempfile::TempDir;

const GENERATOR: &str = concat!("plenary ", env!("CARGO_PKG_VERSION"));

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target")
}

/// Some pages of every dialect that the later host, which knows only text, can read.
fn pages() -> Vec<PathBuf> {
    let pages = samples().into_iter().filter(|page| page.dialect() != "json");
    pages.map(|page: Page| page.path).step_by(3).collect()
}

/// What the host of today makes of the pages with the plugins of the folder, one after the other.
fn today(folder: &Path, format: &str) -> Vec<u8> {
    let render = |page: PathBuf| {
        let mut command = plenary();
        command.arg("convert").arg(page).args(["-t", format, "-o", "-", "--no-bundled", "--plugin-dir"]);
        run_well(command.arg(folder)).expect("a document")
    };
    pages().into_iter().flat_map(render).collect()
}

/// What the later host makes of them.
fn later(folder: &Path, format: &str) -> Vec<u8> {
    let mut command = Command::new(later_host());
    run_well(command.arg(folder).args([format, GENERATOR]).args(pages())).expect("documents")
}

/// The renderers of this version, as the libraries they were built as.
fn standard(folder: &Path) {
    let libraries = Path::new(env!("CARGO_BIN_EXE_plenary")).with_file_name("deps");
    for plugin in ["markdown", "akoma_ntoso", "pdf", "tei"] {
        fs::copy(libraries.join(file_name(plugin)), folder.join(file_name(plugin))).expect("a library");
    }
}

#[test]
fn plugins_of_today_give_the_same_bytes_under_a_host_whose_structs_have_grown() {
    let folder = folder();
    standard(folder.path());
    tally(folder.path());
    // By JSON, in C.
    plain(folder.path(), "plain", &[]);
    for format in ["markdown", "akoma-ntoso", "pdf", "tei", "tally", "plain"] {
        let documents = today(folder.path(), format);
        assert!(documents.len() > 500, "{format}: {} bytes", documents.len());
        assert!(later(folder.path(), format) == documents, "{format}");
    }
}

#[test]
fn a_plugin_of_a_later_version_gives_the_same_bytes_under_the_host_of_today() {
    let (old, new) = (folder(), folder());
    tally(old.path());
    tally_of_a_later_version(new.path());
    assert!(today(new.path(), "tally") == today(old.path(), "tally"));
}

/// The control: a plugin that takes the elements of an array to be as long as it knows them is found out.
#[test]
fn what_does_not_heed_the_stride_fails_under_a_host_whose_structs_have_grown() {
    let write = |second: &str| {
        format!(
            "RENDER=const plenary_array all = job->session->sections; if (all.len < 2) return put(host, \"-\"); \
             const plenary_str id = {second}->id; return host->write(host->ctx, id.ptr, id.len);"
        )
    };
    let manifest = r#"JSON="{ \"name\": \"plain\", \"version\": \"0.3.0\", \"abi\": \"1.0\", \"schema\": \"1.0\", \"input\": \"view\", \"formats\": [{ \"name\": \"plain\", \"description\": \"-\", \"extensions\": [\"plain\"], \"media_type\": \"text/plain\" }] }""#;
    let same = |second: &str| {
        let folder = folder();
        plain(folder.path(), "plain", &[manifest, &write(second)]);
        let mut command = Command::new(later_host());
        let output = command.arg(folder.path()).args(["plain", GENERATOR]).args(pages()).output();
        let output = output.expect("the later host runs");
        output.status.success() && output.stdout == today(folder.path(), "plain")
    };
    assert!(same("PLENARY_AT(plenary_section, all, 1)"));
    assert!(!same("(&((const plenary_section *)all.ptr)[1])"));
}
