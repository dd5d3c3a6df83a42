//! The plugin as a host sees it.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::testing::{manifest, render, render_exported};
use plenary_tei::{BUNDLED, Options, Tei};
use serde_json::json;

use crate::build::whole;

#[test]
fn the_manifest_is_sound() {
    let manifest = manifest(&BUNDLED).expect("a manifest");
    assert_eq!(manifest.name, "tei");
    assert_eq!(manifest.formats[0].extensions, ["tei.xml", "tei"]);
    assert_eq!(manifest.formats[0].media_type, "application/tei+xml");
}

/// What the schema calls a default is what no options mean.
#[test]
fn the_schema_describes_the_options() {
    let manifest = manifest(&BUNDLED).expect("a manifest");
    let properties = manifest.options["properties"].as_object().expect("options");
    assert_eq!(properties["language"]["default"], Options::default().language);
    for name in properties.keys() {
        serde_json::from_value::<Options>(json!({ name: "en" })).expect("an option");
    }
    serde_json::from_value::<Options>(json!({ "nothing": 1 })).expect_err("no such option");
}

#[test]
fn through_the_c_table_comes_the_same_document() {
    let direct = render::<Tei>(&whole(), "tei", &Options::default()).unwrap();
    assert_eq!(render_exported(&BUNDLED, &whole(), "tei", &json!({})).unwrap(), direct);
}

/// Those too that no pattern of the schema forbids.
#[test]
fn wrong_options_are_refused() {
    for (options, says) in [
        (json!({ "language": "e" }), "`e` is no tag of BCP 47"),
        (json!({ "language": "en_GB" }), "`en_GB` is no tag"),
        (json!({ "language": "en-" }), "`en-` is no tag"),
        (json!({ "id": "2031 meeting" }), "`2031 meeting` is no name in XML"),
        (json!({ "publisher": " " }), "`publisher` is empty"),
        (json!({ "publisher": "Us", "licence": "CC BY" }), "`CC BY` is no address"),
    ] {
        let read = serde_json::from_value(options.clone()).expect("options");
        match render::<Tei>(&whole(), "tei", &read) {
            Err(RenderError::Options(why)) => assert!(why.contains(says), "{why}"),
            other => panic!("{options}: {other:?}"),
        }
    }
}
