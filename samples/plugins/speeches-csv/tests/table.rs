//! The table, through the SDK's test kit: as a host renders it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use plenary_plugin_sdk::call::{Failure, FailureKind};
use plenary_plugin_sdk::testing::{self, Rendered};
use plenary_plugin_sdk::{Severity, testing::render_exported};
use plenary_speeches_csv::{BUNDLED, Column, Options, Reader, Separator};
use serde_json::{Value, json};

/// A meeting in which everything happens that makes a table hard. `plenary convert PAGE -t json` makes such a file.
const MEETING: &str = include_str!("meeting.session.json");

/// A meeting without a word.
const SILENCE: &str = r#"{ "schema": "1.0", "dialect": "transcript", "sections": [], "speakers": [] }"#;

fn rendered(session: &str, options: Value) -> Result<Rendered, Failure> {
    let session = testing::session(session).expect("a session");
    render_exported(&BUNDLED, &session, "speeches-csv", &options)
}

fn table(options: Value) -> String {
    String::from_utf8(rendered(MEETING, options).expect("a table").bytes).expect("UTF-8")
}

#[test]
fn the_manifest_is_good() {
    let manifest = testing::manifest(&BUNDLED).expect("a manifest");
    assert_eq!(manifest.name, "speeches-csv");
}

/// `plugin.json` names the defaults; `Options` has them.
#[test]
fn the_defaults_are_those_of_the_manifest() {
    let manifest = testing::manifest(&BUNDLED).expect("a manifest");
    let properties = manifest.options["properties"].as_object().expect("an object");
    let named: Value =
        properties.iter().map(|(name, schema)| (name.clone(), schema["default"].clone())).collect();
    assert_eq!(serde_json::from_value::<Options>(named).expect("options"), Options::default());
}

/// The whole table: the file beside this one, byte for byte.
#[test]
fn the_table_is_what_it_was() {
    assert_eq!(table(json!({})), include_str!("meeting.csv"));
}

#[test]
fn columns_come_in_the_order_asked_for() {
    let table = table(json!({ "columns": ["words", "id"] }));
    assert!(table.starts_with("words (counted),id\r\n3,speech-1\r\n"), "{table}");
}

#[test]
fn without_a_header_the_first_row_is_the_first_speech() {
    assert!(table(json!({ "header": false })).starts_with("speech-1,"));
}

/// The cell is quoted for the separator in use, and no other.
#[test]
fn separators() {
    let row = |separator: &str| {
        let table = table(json!({ "separator": separator, "columns": ["id", "speaker"] }));
        table.lines().nth(2).expect("a second speech").to_owned()
    };
    assert_eq!(row("comma"), "speech-2,\"Osei; Mensah, \"\"Kofi\"\"\"");
    assert_eq!(row("semicolon"), "speech-2;\"Osei; Mensah, \"\"Kofi\"\"\"");
    assert_eq!(row("tab"), "speech-2\t\"Osei; Mensah, \"\"Kofi\"\"\"");
}

/// One empty cell is a row all the same.
#[test]
fn an_empty_cell_alone() {
    assert_eq!(
        table(json!({ "columns": ["end"], "header": false })),
        "00:00:04.000\r\n\"\"\r\n\"\"\r\n\"\"\r\n"
    );
}

#[test]
fn programs_get_the_text_as_it_is_and_a_note() {
    let Rendered { bytes, diagnostics } = rendered(MEETING, json!({ "columns": ["text"] })).expect("a table");
    assert!(String::from_utf8(bytes).expect("UTF-8").contains("\r\n=1+1 is two\r\n"));
    let [note] = diagnostics.as_slice() else { panic!("one note: {diagnostics:?}") };
    assert_eq!((note.severity, note.code.as_ref()), (Severity::Note, "speeches-csv::formula"));
    assert!(note.message.contains("speech-3 and 1 more"), "{}", note.message);
    assert!(note.span.is_some() && note.help.is_some());
}

#[test]
fn spreadsheets_get_no_formula() {
    let Rendered { bytes, diagnostics } =
        rendered(MEETING, json!({ "columns": ["text"], "reader": "spreadsheet" })).expect("a table");
    let table = String::from_utf8(bytes).expect("UTF-8");
    assert!(table.starts_with('\u{FEFF}'), "a byte order mark");
    assert!(table.contains("\r\n'=1+1 is two\r\n") && table.contains("\r\n\"'\t@home\"\r\n"), "{table}");
    assert!(diagnostics.is_empty());
}

#[test]
fn a_session_without_speeches_is_a_table_without_rows() {
    let table = rendered(SILENCE, json!({ "columns": ["id"] })).expect("a table");
    assert_eq!(table.bytes, b"id\r\n");
    let failure = rendered(SILENCE, json!({ "header": false })).expect_err("nothing to write");
    assert!(matches!(failure.kind, FailureKind::Unsupported(why) if why.contains("no speeches")));
}

/// The same through the trait, with options of the type: for tests that need no C table.
#[test]
fn options_are_values_too() {
    let session = testing::session(MEETING).expect("a session");
    let options = Options {
        columns: vec![Column::Id, Column::Words],
        header: false,
        separator: Separator::Semicolon,
        reader: Reader::Program,
    };
    let table = testing::render::<plenary_speeches_csv::SpeechesCsv>(&session, "speeches-csv", &options);
    assert!(table.expect("a table").bytes.starts_with(b"speech-1;3\r\n"));
}
