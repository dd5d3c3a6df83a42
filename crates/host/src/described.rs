//! The options of a plugin, as a person is told of them.

use plenary_plugin_sdk::Manifest;
use serde_json::{Map, Value};

use crate::schema;

/// An option, as the schema in the manifest describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionInfo<'m> {
    /// Its name, as [`Options::set`](crate::Options::set) takes it: `style`; `page.size` inside an object.
    pub key: String,
    /// What it takes, in words: ``a whole number of at least 0``.
    pub takes: String,
    /// What stands for it where it is not set.
    pub default: Option<&'m Value>,
    /// What it does.
    pub description: Option<&'m str>,
    /// Whether there is no document without it.
    pub required: bool,
    /// Its part of the schema.
    pub schema: &'m Value,
}

/// The options that the manifest names, by name; those inside an object under the object's name and their own.
pub fn options(manifest: &Manifest) -> Vec<OptionInfo<'_>> {
    let mut found = Vec::new();
    members(&manifest.options, "", &mut found);
    found
}

fn members<'m>(schema: &'m Value, prefix: &str, found: &mut Vec<OptionInfo<'m>>) {
    let required = schema.get("required").and_then(Value::as_array);
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, schema) in properties.into_iter().flat_map(Map::iter) {
        let key = format!("{prefix}{name}");
        if schema.get("properties").is_some() {
            members(schema, &format!("{key}."), found);
            continue;
        }
        found.push(OptionInfo {
            takes: schema::takes(schema),
            default: schema.get("default"),
            description: schema.get("description").and_then(Value::as_str),
            required: required.is_some_and(|required| required.iter().any(|other| other == name)),
            schema,
            key,
        });
    }
}
