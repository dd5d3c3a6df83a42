//! Whole documents, to be looked at: `tests/golden/*.md`. `SNAPSHOTS=overwrite cargo test` writes them anew.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod common;

use common::council::council;
use common::sessions::text_of;
use common::{body, render, sessions};
use plenary_markdown::{Flags, Flavour, Markup, Options, Style};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Dialect, MeetingTime};
use snapbox::{Data, assert_data_eq};

fn golden(name: &str) -> Data {
    let path = format!("{}/tests/golden/{name}.md", env!("CARGO_MANIFEST_DIR"));
    Data::read_from(std::path::Path::new(&path), Some(snapbox::data::DataFormat::Text)).raw()
}

#[test]
fn full() {
    assert_data_eq!(render(&council(), &Options::default()), golden("full"));
}

#[test]
fn minutes() {
    let options = Options { style: Style::Minutes, ..Options::default() };
    assert_data_eq!(render(&council(), &options), golden("minutes"));
}

/// What every reader of CommonMark knows, in lines of 60 characters.
#[test]
fn commonmark() {
    let options = Options {
        flavour: Flavour::Commonmark,
        markup: Markup::Rendered,
        flags: Flags::Links,
        wrap: 60,
        ..Options::default()
    };
    assert_data_eq!(render(&council(), &options), golden("commonmark"));
}

#[test]
fn transcript_bare() {
    let options = Options { style: Style::Transcript, contents: false, heading_offset: 3, ..body() };
    assert_data_eq!(render(&council(), &options), golden("transcript-bare"));
}

#[test]
fn hardly_anything() {
    let mut session = Session::new(Dialect::DigWatch);
    session.time = Some(MeetingTime { line: text_of("7 Jun 2024"), ..council().time.unwrap() });
    session.unrecognised = vec![text_of("- a line"), text_of("1. another")];
    sessions::number(&mut session);
    assert_data_eq!(render(&session, &Options::default()), golden("hardly-anything"));
}
