//! The plugin as a host sees it.

use plenary_pdf::{BUNDLED, Options, Pdf};
use plenary_plugin_sdk::testing::{manifest, render, render_exported};
use serde_json::json;

use crate::build::whole;

#[test]
fn the_manifest_is_sound() {
    let manifest = manifest(&BUNDLED).expect("a manifest");
    assert_eq!(manifest.name, "pdf");
    assert_eq!(manifest.formats[0].extensions, ["pdf"]);
    assert!(manifest.formats[0].binary);
}

/// What the schema calls a default is what no options mean, and what it allows is what the plugin takes.
#[test]
fn the_schema_describes_the_options() {
    let manifest = manifest(&BUNDLED).expect("a manifest");
    let properties = manifest.options["properties"].as_object().expect("options");
    let defaults: serde_json::Map<_, _> =
        properties.iter().map(|(name, schema)| (name.clone(), schema["default"].clone())).collect();
    assert_eq!(serde_json::from_value::<Options>(defaults.into()).expect("options"), Options::default());
    for paper in properties["paper"]["enum"].as_array().expect("names") {
        serde_json::from_value::<Options>(json!({ "paper": paper })).expect("a paper");
    }
    serde_json::from_value::<Options>(json!({ "paper": "a5" })).expect_err("no such paper");
    serde_json::from_value::<Options>(json!({ "nothing": 1 })).expect_err("no such option");
}

#[test]
fn through_the_c_table_comes_the_same_document() {
    let session = whole();
    let direct = render::<Pdf>(&session, "pdf", &Options::default()).unwrap();
    assert_eq!(render_exported(&BUNDLED, &session, "pdf", &json!({})).unwrap(), direct);
    let letter = render_exported(&BUNDLED, &session, "pdf", &json!({ "paper": "letter" })).unwrap();
    assert_ne!(letter.bytes, direct.bytes);
}
