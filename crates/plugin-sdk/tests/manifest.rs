//! What is taken for a manifest, and what is said of the rest.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use plenary_plugin_sdk::Manifest;
use plenary_plugin_sdk::manifest::MAX_LENGTH;
use serde_json::{Value, json};

fn good() -> Value {
    json!({
        "name": "line-count", "version": "2.1.0", "abi": "1.0", "schema": "1.0", "input": "json",
        "formats": [
            { "name": "lines", "description": "Lines", "extensions": ["lines.txt"], "media_type": "text/plain" }
        ]
    })
}

/// What is said of the good manifest with the member at `pointer` set to `value`.
fn said(pointer: &str, value: Value) -> String {
    let mut manifest = good();
    match manifest.pointer_mut(pointer) {
        Some(member) => *member = value,
        None => manifest[pointer.trim_start_matches('/')] = value,
    }
    match Manifest::parse(manifest.to_string().as_bytes()) {
        Ok(_) => panic!("{manifest} was taken"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_not_needed_may_be_left_out_and_what_is_unknown_is_ignored() {
    let mut manifest = good();
    manifest["author"] = json!("A newer plugin's");
    let manifest = Manifest::parse(manifest.to_string().as_bytes()).expect("a good manifest");
    assert_eq!(manifest.panic, None);
    assert_eq!(manifest.options, json!({ "type": "object", "additionalProperties": false }));
}

#[test]
fn what_is_wrong_is_named() {
    assert!(said("/name", json!("Line count")).starts_with("`name`: "));
    assert!(said("/abi", json!("one")).starts_with("abi: version `one` is not of the form `1.0`"));
    assert!(said("/input", json!("telepathy")).starts_with("input: unknown variant `telepathy`"));
    assert!(said("/formats", json!([])).starts_with("`formats`: "));
    assert!(said("/formats/0/name", json!("")).starts_with("`formats[0].name`: "));
    assert!(said("/formats/0/extensions", json!([".txt"])).starts_with("`formats[0].extensions`: "));
    assert!(said("/formats/0/extensions", json!(["../x"])).starts_with("`formats[0].extensions`: "));
    assert!(said("/formats/0/extensions", json!([7])).starts_with("formats[0].extensions[0]: "));
    assert!(said("/formats/0/media_type", json!("text")).starts_with("`formats[0].media_type`: "));
    assert!(said("/options", json!({ "type": "array" })).starts_with("`options`: "));
    let twice = good()["formats"][0].clone();
    assert!(said("/formats", json!([twice, twice])).starts_with("`formats[1].name`: another format"));
}

#[test]
fn what_is_no_manifest_at_all_is_refused() {
    let error = |json: &str| Manifest::parse(json.as_bytes()).expect_err("no manifest").to_string();
    assert!(error("").starts_with("EOF"));
    assert!(error("[]").contains("invalid"));
    assert!(error("{}").contains("missing field `name`"));
    assert!(error(&format!("{} {{}}", good())).contains("trailing"));
    assert!(
        error(&good().to_string().replace("\"name\":\"line-count\"", "\"name\":\"a\",\"name\":\"b\""))
            .contains("duplicate")
    );
    assert!(error(&" ".repeat(MAX_LENGTH + 1)).contains("longer than"));
}
