//! Options one by one, for plugins without a JSON parser.

#![allow(
    clippy::needless_update,
    reason = "what a later version adds stays blank, wherever a struct is made"
)]

use bumpalo::Bump;
use plenary_plugin_abi::{
    Array, SETTING_BOOLEAN, SETTING_INTEGER, SETTING_LIST, SETTING_NULL, SETTING_NUMBER, SETTING_OBJECT,
    SETTING_TEXT, Setting, Str, blank,
};
use serde_json::Value;

/// The options in `json` as settings, which live in the arena. None where it is no JSON object: the plugin, which is
/// handed the JSON as well, then has to tell.
pub(super) fn settings(json: &str, arena: &Bump) -> Array {
    match serde_json::from_str(json) {
        Ok(Value::Object(options)) => members(&options, arena),
        _ => Array::EMPTY,
    }
}

fn members(members: &serde_json::Map<String, Value>, arena: &Bump) -> Array {
    let named = |(name, value): (&String, &Value)| Setting {
        name: Str::new(arena.alloc_str(name)),
        ..setting(value, arena)
    };
    Array::new(arena.alloc_slice_fill_iter(members.iter().map(named)))
}

fn setting(value: &Value, arena: &Bump) -> Setting {
    let of = |kind| Setting { kind, ..blank() };
    match value {
        Value::Null => of(SETTING_NULL),
        Value::Bool(value) => Setting { integer: i64::from(*value), ..of(SETTING_BOOLEAN) },
        Value::Number(value) => {
            let number = value.as_f64().unwrap_or_default();
            match value.as_i64() {
                Some(integer) => Setting { integer, number, ..of(SETTING_INTEGER) },
                None => Setting { number, ..of(SETTING_NUMBER) },
            }
        }
        Value::String(text) => Setting { text: Str::new(arena.alloc_str(text)), ..of(SETTING_TEXT) },
        Value::Array(items) => {
            let items = items.iter().map(|item| setting(item, arena));
            Setting { items: Array::new(arena.alloc_slice_fill_iter(items)), ..of(SETTING_LIST) }
        }
        Value::Object(object) => Setting { items: members(object, arena), ..of(SETTING_OBJECT) },
    }
}
