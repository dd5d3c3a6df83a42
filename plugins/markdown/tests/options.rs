//! The options do what `plugin.json` says.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod common;

use common::council::council;
use common::reading::{everything, read};
use common::render;
use plenary_markdown::{BUNDLED, Options, Style};
use plenary_plugin_sdk::testing;
use serde_json::{Value, json};

fn exported(options: &Value) -> String {
    let rendered = testing::render_exported(&BUNDLED, &council(), "markdown", options).expect("a document");
    String::from_utf8(rendered.bytes).expect("UTF-8")
}

#[test]
fn the_manifest_is_one() {
    let manifest = testing::manifest(&BUNDLED).expect("a manifest");
    assert_eq!(manifest.name, "markdown");
    assert_eq!(manifest.format("markdown").expect("the format").extensions, ["md", "markdown"]);
}

#[test]
fn the_defaults_are_those_of_the_schema() {
    let schema = testing::manifest(&BUNDLED).expect("a manifest").options;
    let properties = schema["properties"].as_object().expect("properties");
    let defaults: Value =
        properties.iter().map(|(name, property)| (name.clone(), property["default"].clone())).collect();
    let options: Options = serde_json::from_value(defaults.clone()).expect("every property is an option");
    assert_eq!(options, Options::default());
    assert_eq!(exported(&defaults), render(&council(), &Options::default()));
    assert_eq!(exported(&json!({})), exported(&defaults));
}

#[test]
fn every_value_of_the_schema_is_taken() {
    let schema = testing::manifest(&BUNDLED).expect("a manifest").options;
    for (name, property) in schema["properties"].as_object().expect("properties") {
        let values = match property["type"].as_str() {
            Some("boolean") => vec![json!(true), json!(false)],
            Some("integer") => {
                let bound = |name: &str| property[name].as_u64().expect("a bound");
                let (least, most) = (bound("minimum"), bound("maximum"));
                match property["examples"].as_array() {
                    Some(examples) => [&[json!(least), json!(20)], examples.as_slice()].concat(),
                    None => (least..=most).map(Value::from).collect(),
                }
            }
            _ => property["enum"].as_array().expect("an enumeration").clone(),
        };
        let documents: Vec<_> = values.iter().map(|value| exported(&json!({ name: value }))).collect();
        let mut different = documents.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), documents.len(), "every value of `{name}` makes another document");
    }
}

#[test]
fn an_unknown_option_is_refused() {
    let failure = testing::render_exported(&BUNDLED, &council(), "markdown", &json!({"content": true}));
    assert!(failure.is_err());
}

#[test]
fn the_styles_differ_by_whole_sections() {
    let headings = |style| {
        let options = Options { style, contents: false, ..Options::default() };
        let leaves = read(&render(&council(), &options), everything()).leaves;
        leaves.into_iter().filter(|leaf| leaf.kind == "h2").map(|leaf| leaf.text).collect::<Vec<_>>()
    };
    let ours = |sections: &[&'static str]| [&["Participants"], sections, &["About this document"]].concat();
    assert_eq!(
        headings(Style::Full),
        ours(&[
            "Full session report",
            "Points raised by topic",
            "Speakers",
            "Agreements",
            "Session transcript"
        ])
    );
    assert_eq!(
        headings(Style::Minutes),
        ours(&["Full session report", "Points raised by topic", "Speakers", "Agreements"])
    );
    assert_eq!(headings(Style::Transcript), ours(&["Session transcript"]));
}

#[test]
fn a_heading_never_sinks_below_the_sixth_level() {
    let levels = |heading_offset| {
        let leaves =
            read(&render(&council(), &Options { heading_offset, ..Options::default() }), everything()).leaves;
        leaves.iter().filter_map(|leaf| leaf.kind.strip_prefix('h')?.parse().ok()).collect::<Vec<u8>>()
    };
    for offset in 0..=5 {
        let expected: Vec<_> = levels(0).iter().map(|level| (level + offset).min(6)).collect();
        assert_eq!(levels(offset), expected);
    }
}
