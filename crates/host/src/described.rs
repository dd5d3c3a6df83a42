//! The options of a plugin, as a person is told of them.

use plenary_plugin_sdk::Manifest;
use serde_json::{Map, Value, json};

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

impl OptionInfo<'_> {
    /// The values that the schema names: those of a choice, the bounds of a number, the default, the examples. Where it
    /// names none, one that fits.
    pub fn values(&self) -> Vec<Value> {
        let lists =
            ["enum", "examples"].into_iter().filter_map(|keyword| self.schema.get(keyword)?.as_array());
        let singles = ["const", "default", "minimum", "maximum"]
            .into_iter()
            .filter_map(|keyword| self.schema.get(keyword));
        let is_boolean = self.schema.get("type").is_some_and(|kind| kind == "boolean");
        let booleans = [false, true].into_iter().filter(|_| is_boolean).map(Value::from);
        let named = lists.flatten().chain(singles).cloned().chain(booleans);
        let mut values = Vec::new();
        for value in named.filter(|value| self.fits(value)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        if values.is_empty() {
            values.extend(Self::any().into_iter().find(|value| self.fits(value)));
        }
        values
    }

    /// Some value that the schema does not allow, of each type there is.
    pub fn misfits(&self) -> Vec<Value> {
        Self::any().into_iter().filter(|value| !self.fits(value)).collect()
    }

    fn fits(&self, value: &Value) -> bool {
        schema::check(self.schema, value, &self.key).is_ok()
    }

    /// A value of each type.
    fn any() -> [Value; 8] {
        [json!("x"), json!(1), json!(-1), json!(0.5), json!(true), json!(null), json!([]), json!({})]
    }
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
