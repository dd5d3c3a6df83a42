//! Sessions as JSON and back.

use plenary_core::read::{ReadOptions, read};
use plenary_core::{json, source};
use serde_json::{Value, json};

const PAGE: &str = "\
Gauges for everyone | Tidewater Forum 2031 WS #12
14 May 2031 10:30h - 11:45h UTC
Gauges for everyone
Disclaimer: Made by a machine.
Full session report
Towns ask for a ledger
They asked for one.
Session transcript
Chair:
Good morning.
Speakers
stray
Chair
Speech speed
149 words per minute
Arguments
Gauges should be shared
Supporting facts:
- Everybody has one
Topics: Open data
Report
The Chair opened the session.
";

#[test]
fn a_session_comes_back_as_it_was() {
    let session = read(PAGE, &ReadOptions::default()).session;
    for json in [json::to_string(&session).unwrap(), json::to_string_pretty(&session).unwrap()] {
        let back = json::from_str(&json).unwrap();
        assert_eq!(back, session);
        assert_eq!(source::write(&back), PAGE);
    }
}

#[test]
fn the_form_of_the_json() {
    let session = read(PAGE, &ReadOptions::default()).session;
    let value: Value = serde_json::from_str(&json::to_string(&session).unwrap()).unwrap();
    assert_eq!(value["schema"], "1.0");
    assert_eq!(value["dialect"], "dig-watch");
    assert_eq!(
        value["title"]["event"],
        json!({"label": "Tidewater Forum 2031 WS #12", "series": "Tidewater Forum 2031", "kind": "WS", "number": "12"})
    );
    assert_eq!((&value["time"]["date"], &value["time"]["start"]), (&json!("2031-05-14"), &json!("10:30:00")));
    let at = PAGE.find("Chair:").unwrap();
    assert_eq!(
        value["sections"][1]["content"]["speeches"][0],
        json!({
            "id": "speech-1",
            "speaker": "speaker-chair",
            "label": {"span": [at, at + 7], "text": "Chair", "after": ":\n"},
            "blocks": [{"span": [at + 7, at + 21], "text": "Good morning."}],
        })
    );
    let profile = &value["sections"][2]["content"]["profiles"][0];
    assert_eq!(profile["statistics"]["speed"]["value"], 149);
    assert_eq!(profile["arguments"][0]["facts"][0]["before"], "- ");
    assert_eq!(value["speakers"][0]["kind"], "role");
}

/// Adds a member to every object; returns how many there are. An object that names a section's content holds one
/// member and no more, by its definition.
fn add_everywhere(value: &mut Value, count: &mut usize) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(|member| add_everywhere(member, count));
            if !["parts", "speeches", "profiles"].iter().any(|content| members.contains_key(*content)) {
                members.insert("x-mood".into(), json!({ "calm": [*count] }));
                *count += 1;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| add_everywhere(item, count)),
        _ => {}
    }
}

#[test]
fn members_of_a_newer_version_survive_at_every_level() {
    let session = read(PAGE, &ReadOptions::default()).session;
    let mut newer: Value = serde_json::from_str(&json::to_string(&session).unwrap()).unwrap();
    let mut count = 0;
    add_everywhere(&mut newer, &mut count);
    newer["schema"] = json!("1.9");
    assert!(count > 30, "{count}");
    let back = json::to_string(&json::from_str(&newer.to_string()).unwrap()).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&back).unwrap(), newer);
}

#[test]
fn what_is_no_session_is_refused_with_a_place() {
    for (text, message) in [
        ("{}", "missing field `schema`"),
        (
            r#"{"schema": "2.0", "dialect": "dig-watch"}"#,
            "schema version 2.0 is not one this version reads (1.x)",
        ),
        (r#"{"schema": "one", "dialect": "dig-watch"}"#, "schema version `one` is not of the form `1.0`"),
        (
            r#"{"schema": "1.0", "dialect": "dig-watch", "labels": [{"span": [0, 9], "text": "Report"}]}"#,
            "a text has 7 bytes (before, text and after together), but its span [0, 9] has 9",
        ),
        ("Session transcript", "expected value"),
    ] {
        let error = json::from_str(text).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(error.line(), 1);
    }
}
