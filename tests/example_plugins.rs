//! The plugins in `samples/plugins`: built as an author builds them, and run on every sample.
//!
//! After a wanted change: `SNAPSHOTS=overwrite cargo test --test example_plugins`, and read the difference.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "fixtures/plugins/support.rs"]
mod plugins;
mod support;

use std::path::{Path, PathBuf};

use csv::{ReaderBuilder, Terminator};
use plenary_core::{Session, statistics};
use support::golden::matches_text;
use support::{Page, plenary, root, run_well, samples};

fn source(plugin: &str) -> PathBuf {
    root().join("samples/plugins").join(plugin)
}

/// The samples, each with its session, that hold one. (Some are there to show what no session is.)
fn sessions() -> Vec<(Page, Session<'static>)> {
    let readable = samples().into_iter().filter_map(|page| Some((support::session(&page).ok()?.0, page)));
    let sessions: Vec<_> = readable.map(|(session, page)| (page, session)).collect();
    assert!(sessions.len() > 30, "{} samples", sessions.len());
    sessions
}

/// The document that the plugins of `folder` make of a page.
fn convert(folder: &Path, page: &Page, format: &str, settings: &[&str]) -> String {
    let mut command = plenary();
    command.arg("convert").arg(&page.path).args(["-t", format, "-o", "-", "--plugin-dir"]).arg(folder);
    command.args(settings.iter().flat_map(|setting| ["--set", setting]));
    let document = run_well(&mut command).unwrap_or_else(|why| panic!("{}: {why}", page.name));
    String::from_utf8(document).expect("UTF-8")
}

/// Compares with the document beside the page, where there is one.
fn compare(page: &Page, extension: &str, document: String) {
    let golden = page.beside(extension);
    if golden.exists() {
        matches_text(&golden, document);
    }
}

#[test]
fn the_tests_of_the_table_itself() {
    plugins::cargo(&source("speeches-csv"), &["test"]);
}

/// Another CSV reader gets out of the table what the session holds, cell by cell, in each of its forms.
#[test]
fn the_table_holds_the_speeches_of_every_sample() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    plugins::crate_of_its_own(&source("speeches-csv"), folder.path());
    for (page, session) in sessions() {
        for (separator, name) in [(b',', "comma"), (b';', "semicolon"), (b'\t', "tab")] {
            let setting = format!("speeches-csv.separator={name}");
            let table = convert(folder.path(), &page, "speeches-csv", &[&setting]);
            let mut reader = ReaderBuilder::new()
                .delimiter(separator)
                .terminator(Terminator::CRLF)
                .from_reader(table.as_bytes());
            let head = reader.headers().expect("a head").iter().collect::<Vec<_>>().join("|");
            assert_eq!(head, "id|speaker|start|end|words (counted)|text", "{}", page.name);
            let rows: Vec<Vec<String>> =
                reader.deserialize().collect::<Result<_, _>>().expect("rows of one length");
            assert_eq!(rows, cells(&session), "{} with {name}", page.name);
            if separator == b',' {
                compare(&page, "csv", table);
            }
        }
    }
}

/// What the table has to hold: a row a speech.
fn cells(session: &Session<'_>) -> Vec<Vec<String>> {
    let speakers = session.speaker_index();
    let rows = session.speeches().map(|speech| {
        let texts: Vec<_> = speech.blocks.iter().map(|block| block.text.as_str()).collect();
        let name =
            speech.speaker.as_ref().and_then(|id| speakers.get(id)).map(|speaker| speaker.name.to_string());
        let label = speech.label.as_ref().map(|label| label.as_str().to_owned());
        vec![
            speech.id.to_string(),
            name.or(label).unwrap_or_default(),
            speech.start.map(|moment| moment.to_string()).unwrap_or_default(),
            speech.end.map(|moment| moment.to_string()).unwrap_or_default(),
            texts.iter().map(|text| statistics::words(text)).sum::<usize>().to_string(),
            texts.join("\n\n"),
        ]
    });
    rows.collect()
}
