//! Sessions as JSON and back.

use plenary_core::model::{BlockKind, DetailKind, Dialect, SectionRole, SpeakerKind};
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
fn names_of_a_later_version_are_read_as_those_that_say_least() {
    let later = json!({
        "schema": "1.4",
        "dialect": "hansard",
        "speakers": [{"id": "speaker-bell", "name": "Bell", "kind": "animal"}],
        "sections": [
            {"id": "section-votes", "role": "votes", "content": {"parts": [
                {"id": "report-1", "blocks": [{"span": [0, 4], "text": "Aye", "kind": "vote"}]},
            ]}},
            {"id": "section-points", "role": "agreements", "content": {"points": [
                {"id": "point-1", "text": {"span": [4, 8], "text": "One"}, "details": [
                    {"kind": "doubt", "texts": [{"span": [8, 12], "text": "Two"}]},
                ]},
            ]}},
        ],
    });
    let session = json::from_str(&later.to_string()).unwrap();
    assert!(session.schema.is_later());
    assert_eq!(session.dialect, Dialect::Other);
    assert_eq!(session.speakers[0].kind, SpeakerKind::Person);
    assert_eq!(session.sections[0].role, SectionRole::Other);
    assert_eq!(session.parts().next().unwrap().blocks[0].kind, BlockKind::Paragraph);
    assert_eq!(session.points().next().unwrap().details[0].kind, DetailKind::Other);
    assert_eq!(source::write(&session), "Aye\nOne\nTwo\n");
    // What was written once more says so of itself, and stays readable.
    assert_eq!(json::from_str(&json::to_string(&session).unwrap()).unwrap(), session);
}

#[test]
fn every_name_is_read_back_as_itself() {
    fn check<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + Copy>(
        all: &[T],
        name: fn(T) -> &'static str,
    ) {
        for &one in all {
            assert_eq!(serde_json::to_value(one).unwrap(), name(one));
            assert!(serde_json::from_value::<T>(json!(name(one))).unwrap() == one, "{}", name(one));
        }
    }
    check(&SectionRole::ALL, SectionRole::name);
    check(&DetailKind::ALL, DetailKind::name);
    check(&Dialect::ALL, Dialect::name);
    check(&BlockKind::ALL, BlockKind::name);
    check(&SpeakerKind::ALL, SpeakerKind::name);
}

#[test]
fn content_of_a_later_kind_keeps_its_words() {
    let later = json!({
        "schema": "1.4",
        "dialect": "dig-watch",
        "sections": [{"id": "section-votes", "role": "votes", "content": {"tables": [
            {"id": "table-1", "rows": [
                {"who": {"span": [10, 16], "text": "Chile"}, "vote": {"span": [16, 21], "text": "aye", "before": "\t"}},
            ], "caption": {"span": [0, 10], "source": "Votes &c.\n", "text": "Votes etc.", "lang": "en"}},
        ]}}],
    });
    let session = json::from_str(&later.to_string()).unwrap();
    let part = session.parts().next().unwrap();
    let words: Vec<_> = part.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!((part.id.as_str(), words), ("text-0", vec!["Votes etc.", "Chile", "aye"]));
    assert_eq!(source::write(&session), "Votes &c.\nChile\n\taye\n");

    let text = |content: Value| {
        let mut session = later.clone();
        session["sections"][0]["content"] = content;
        json::from_str(&session.to_string())
    };
    let beside =
        json!({"tables": [], "parts": [{"id": "report-1", "blocks": [{"span": [0, 4], "text": "Aye"}]}]});
    assert_eq!(text(beside).unwrap().parts().next().unwrap().id.as_str(), "report-1");
    assert!(text(json!({"tables": [{"rows": 3}]})).unwrap().sections[0].content.is_empty());
    let none = text(json!({})).unwrap_err().to_string();
    assert!(none.contains("expected an object with the member `parts`"), "{none}");
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

#[test]
fn names_that_stand_for_nothing_are_told_with_their_place() {
    let session = read(PAGE, &ReadOptions::default()).session;
    let written = json::to_string(&session).unwrap();
    assert_eq!(json::unknown_names(&written).unwrap(), []);
    let mut edited: Value = serde_json::from_str(&written).unwrap();
    edited["dialect"] = json!("dig-wach");
    edited["sections"][0]["role"] = json!("raport");
    edited["sections"][0]["content"]["parts"][0]["blocks"][0]["kind"] = json!("paragraf");
    edited["sections"][1]["content"] = json!({ "votes": [] });
    edited["speakers"][0]["kind"] = json!("animal");
    // Texts of one's own and members that nobody knows are no names.
    edited["speakers"][0]["role"] = json!("Guest");
    edited["title"]["event"]["kind"] = json!("Gathering");
    edited["mood"] = json!({ "sections": [{ "role": "calm" }] });
    let unknown = json::unknown_names(&edited.to_string()).unwrap();
    let told: Vec<_> = unknown.iter().map(|unknown| format!("{}: {}", unknown.path, unknown.name)).collect();
    assert_eq!(
        told,
        [
            "dialect: dig-wach",
            "sections[0].content.parts[0].blocks[0].kind: paragraf",
            "sections[0].role: raport",
            "sections[1].content: votes",
            "speakers[0].kind: animal"
        ]
    );
    assert!(json::unknown_names("{").is_err());
}
