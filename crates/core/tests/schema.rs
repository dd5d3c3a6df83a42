//! The published JSON Schema is the one the model's types give.
//!
//! After a change to the model, write it anew with
//! `SNAPSHOTS=overwrite cargo test -p plenary-core --test schema` and look at the difference.

use plenary_core::json;

#[test]
fn the_published_schema_is_that_of_the_model() {
    let schema = json::schema().to_value();
    if std::env::var("SNAPSHOTS").is_ok_and(|wish| wish == "overwrite") {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/session.schema.json"), text).unwrap();
        return;
    }
    // Compared as values: the order of members depends on what else is built.
    let published: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap();
    assert!(
        schema == published,
        "session.schema.json is not that of the model; if the model was meant to change, run \
         `SNAPSHOTS=overwrite cargo test -p plenary-core --test schema`"
    );
}
