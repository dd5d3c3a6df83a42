//! The plugin as a host sees it.

use plenary_akoma_ntoso::{AkomaNtoso, BUNDLED, Options};
use plenary_plugin_sdk::testing::{manifest, render, render_exported};
use serde_json::{Value, json};

use crate::build::whole;

#[test]
fn the_manifest_is_sound() {
    let manifest = manifest(&BUNDLED).expect("a manifest");
    assert_eq!(manifest.name, "akoma-ntoso");
    assert_eq!(manifest.formats[0].extensions, ["xml", "akn.xml", "akn"]);
}

/// What the schema calls a default is what no options mean.
#[test]
fn the_schema_describes_the_options() {
    let manifest = manifest(&BUNDLED).expect("a manifest");
    let properties = manifest.options["properties"].as_object().expect("options");
    let mut defaults = defaults_of(properties);
    let iris = properties["iri"]["properties"].as_object().expect("options");
    defaults.insert("iri".to_owned(), defaults_of(iris).into());
    let as_default: Options = serde_json::from_value(defaults.into()).expect("options");
    assert_eq!(as_default, Options::default());
    for name in properties.keys() {
        let value = properties[name].get("default").cloned();
        let value = value.unwrap_or_else(|| if name == "iri" { json!({}) } else { json!("2031-05-14") });
        serde_json::from_value::<Options>(json!({ name: value })).expect("an option");
    }
    serde_json::from_value::<Options>(json!({ "nothing": 1 })).expect_err("no such option");
}

fn defaults_of(properties: &serde_json::Map<String, Value>) -> serde_json::Map<String, Value> {
    let default = |(name, schema): (&String, &Value)| Some((name.clone(), schema.get("default")?.clone()));
    properties.iter().filter_map(default).collect()
}

#[test]
fn through_the_c_table_comes_the_same_document() {
    let session = whole();
    let direct = render::<AkomaNtoso>(&session, "akoma-ntoso", &Options::default()).unwrap();
    let exported = render_exported(&BUNDLED, &session, "akoma-ntoso", &json!({})).unwrap();
    assert_eq!(exported, direct);
    let omitted = render_exported(&BUNDLED, &session, "akoma-ntoso", &json!({ "report": "omit" })).unwrap();
    assert!(omitted.bytes.len() < direct.bytes.len());
    render_exported(&BUNDLED, &session, "akoma-ntoso", &json!({ "country": "United Nations" })).unwrap_err();
}
