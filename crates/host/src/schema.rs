//! As much of JSON Schema as options need: text into the type the schema asks for, and the check of the whole.
//!
//! Known are `type`, `enum`, `const`, `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `minLength`,
//! `maxLength`, `properties`, `required`, `additionalProperties`, `items`, `minItems` and `maxItems`; of `format`s, `path`. Other keywords
//! are left to the plugin, which checks its options itself when it reads them. A full validator would bring along
//! regular expressions, references and a network client for what is a flat list of names in every plugin.

use std::path::Path;

use serde_json::{Map, Value};

/// A value that does not fit, somewhere inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// A member that the schema does not have.
    Unknown { path: String, known: Vec<String> },
    /// A member that has to be there.
    Missing { path: String },
    /// A value of the wrong kind.
    Value { path: String, found: String, expected: String },
}

/// The schema of the member `name` of an object; `None` where it may not have such a member.
pub(crate) fn member<'s>(schema: &'s Value, name: &str) -> Option<&'s Value> {
    let known = schema.get("properties").and_then(|properties| properties.get(name));
    known.or_else(|| match schema.get("additionalProperties") {
        Some(Value::Bool(false)) => None,
        Some(other) => Some(other),
        None => Some(&Value::Bool(true)),
    })
}

/// The members the schema names.
pub(crate) fn known(schema: &Value) -> Vec<String> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.into_iter().flat_map(Map::keys).cloned().collect()
}

/// `text` as the first of the schema's types that it can be; `None` where it can be none of them.
pub(crate) fn coerce(schema: &Value, text: &str) -> Option<Value> {
    if let Some(allowed) = schema.get("enum").and_then(Value::as_array) {
        return allowed.iter().find(|value| is_written(value, text)).cloned();
    }
    if let Some(only) = schema.get("const") {
        return is_written(only, text).then(|| only.clone());
    }
    let types = types(schema);
    if types.is_empty() {
        return Some(serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)));
    }
    types.into_iter().find_map(|kind| match kind {
        "boolean" => text.parse::<bool>().ok().map(Value::from),
        "integer" => {
            text.parse::<i64>().ok().map(Value::from).or_else(|| text.parse::<u64>().ok().map(Value::from))
        }
        "number" => serde_json::from_str(text).ok().filter(Value::is_number),
        "string" => Some(Value::from(text)),
        "null" => (text == "null").then_some(Value::Null),
        "array" if !text.starts_with('[') => {
            let any = Value::Bool(true);
            let items = schema.get("items").unwrap_or(&any);
            text.split(',')
                .map(|item| coerce(items, item.trim()))
                .collect::<Option<Vec<_>>>()
                .map(Value::from)
        }
        "array" => serde_json::from_str(text).ok().filter(Value::is_array),
        "object" => serde_json::from_str(text).ok().filter(Value::is_object),
        _ => None,
    })
}

/// The value with the paths in it, which the schema calls so, as they are meant from `folder`.
pub(crate) fn from_folder(schema: &Value, value: Value, folder: &Path) -> Value {
    match value {
        Value::String(path) if schema.get("format").is_some_and(|format| format == "path") => {
            Value::from(folder.join(path).to_string_lossy())
        }
        Value::Array(items) => {
            let schema = schema.get("items").unwrap_or(&Value::Null);
            items.into_iter().map(|item| from_folder(schema, item, folder)).collect()
        }
        other => other,
    }
}

/// Whether `text` is how one writes `value`.
fn is_written(value: &Value, text: &str) -> bool {
    match value {
        Value::String(string) => string == text,
        other => serde_json::from_str::<Value>(text).is_ok_and(|text| text == *other),
    }
}

/// Checks `value`, which stands at `path`.
pub(crate) fn check(schema: &Value, value: &Value, path: &str) -> Result<(), Misfit> {
    if *schema == Value::Bool(false) || !is_allowed(schema, value) {
        return Err(Misfit::Value {
            path: path.to_owned(),
            found: value.to_string(),
            expected: expected(schema),
        });
    }
    match value {
        Value::Object(object) => check_object(schema, object, path),
        Value::Array(items) => match schema.get("items") {
            Some(schema) => items
                .iter()
                .enumerate()
                .try_for_each(|(at, item)| check(schema, item, &format!("{path}[{at}]"))),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

fn check_object(schema: &Value, object: &Map<String, Value>, path: &str) -> Result<(), Misfit> {
    let inner = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    for (name, value) in object {
        match member(schema, name) {
            Some(schema) => check(schema, value, &inner(name))?,
            None => return Err(Misfit::Unknown { path: inner(name), known: known(schema) }),
        }
    }
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
    match required.filter_map(Value::as_str).find(|name| !object.contains_key(*name)) {
        Some(missing) => Err(Misfit::Missing { path: inner(missing) }),
        None => Ok(()),
    }
}

/// Whether the value itself, apart from what is in it, fits.
fn is_allowed(schema: &Value, value: &Value) -> bool {
    if schema.get("enum").and_then(Value::as_array).is_some_and(|allowed| !allowed.contains(value)) {
        return false;
    }
    if schema.get("const").is_some_and(|only| only != value) {
        return false;
    }
    let types = types(schema);
    if !types.is_empty() && !types.iter().any(|kind| is_of_type(kind, value)) {
        return false;
    }
    match value {
        Value::Number(number) => number.as_f64().is_none_or(|number| {
            let holds = |keyword: &str, holds: fn(&f64, &f64) -> bool| {
                schema.get(keyword).and_then(Value::as_f64).is_none_or(|bound| holds(&number, &bound))
            };
            holds("minimum", f64::ge)
                && holds("maximum", f64::le)
                && holds("exclusiveMinimum", f64::gt)
                && holds("exclusiveMaximum", f64::lt)
        }),
        Value::String(text) => within(schema, "minLength", "maxLength", text.chars().count()),
        Value::Array(items) => within(schema, "minItems", "maxItems", items.len()),
        _ => true,
    }
}

fn within(schema: &Value, least: &str, most: &str, count: usize) -> bool {
    let bound = |keyword| schema.get(keyword).and_then(Value::as_u64);
    bound(least).is_none_or(|least| count as u64 >= least)
        && bound(most).is_none_or(|most| count as u64 <= most)
}

/// Its types, each once: a schema that names one twice, at every level, would have to be tried in every combination.
fn types(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => {
            let mut types = Vec::new();
            for kind in kinds.iter().filter_map(Value::as_str) {
                if !types.contains(&kind) {
                    types.push(kind);
                }
            }
            types
        }
        _ => Vec::new(),
    }
}

fn is_of_type(kind: &str, value: &Value) -> bool {
    match kind {
        "boolean" => value.is_boolean(),
        "integer" => {
            value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
        "number" => value.is_number(),
        "string" => value.is_string(),
        "null" => value.is_null(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

/// What the schema takes, in words.
pub(crate) fn takes(schema: &Value) -> String {
    let says = ["enum", "const", "type"].iter().any(|keyword| schema.get(*keyword).is_some());
    if says { expected(schema) } else { "any value".to_owned() }
}

/// What the schema wants, in words, of a value that does not fit it.
pub(crate) fn expected(schema: &Value) -> String {
    if let Some(allowed) = schema.get("enum").and_then(Value::as_array) {
        return one_of(allowed.iter().map(written));
    }
    if let Some(only) = schema.get("const") {
        return format!("`{}`", written(only));
    }
    let bounds = bounds(schema);
    let kinds: Vec<_> = types(schema)
        .into_iter()
        .map(|kind| match kind {
            "boolean" => "`true` or `false`".to_owned(),
            "integer" => format!("a whole number{bounds}"),
            "number" => format!("a number{bounds}"),
            "string" => format!("a text{bounds}"),
            "array" => match schema.get("items") {
                Some(items) => format!("a list{bounds}, each item {}", expected(items)),
                None => format!("a list{bounds}"),
            },
            "object" => "a JSON object".to_owned(),
            other => format!("`{other}`"),
        })
        .collect();
    if kinds.is_empty() { "something else".to_owned() } else { kinds.join(", or ") }
}

/// What a number, the length of a text or that of a list is bound to, with a blank before it.
fn bounds(schema: &Value) -> String {
    let bound = |keyword: &str| schema.get(keyword).filter(|bound| bound.is_number());
    let range = |least, most, unit: &str| {
        let units = |number: &Value| match (unit, number.as_u64()) {
            ("", _) => String::new(),
            (_, Some(1)) => format!(" {unit}"),
            _ => format!(" {unit}s"),
        };
        match (bound(least), bound(most)) {
            (Some(least), Some(most)) if unit.is_empty() => Some(format!("from {least} to {most}")),
            (Some(least), Some(most)) if least == most => Some(format!("of {least}{}", units(least))),
            (Some(least), Some(most)) => Some(format!("of {least} to {most}{}", units(most))),
            (Some(least), None) => Some(format!("of at least {least}{}", units(least))),
            (None, Some(most)) => Some(format!("of at most {most}{}", units(most))),
            (None, None) => None,
        }
    };
    let bounds = [
        range("minimum", "maximum", ""),
        bound("exclusiveMinimum").map(|least| format!("above {least}")),
        bound("exclusiveMaximum").map(|most| format!("below {most}")),
        range("minLength", "maxLength", "character"),
        range("minItems", "maxItems", "item"),
    ];
    let bounds = bounds.into_iter().flatten().collect::<Vec<_>>().join(" and ");
    if bounds.is_empty() { bounds } else { format!(" {bounds}") }
}

fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn one_of(names: impl Iterator<Item = String>) -> String {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => names.concat(),
    }
}
