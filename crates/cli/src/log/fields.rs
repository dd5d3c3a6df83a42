//! What an event says: a message, and values by their names.

use std::fmt;

use serde::ser::{Serialize, Serializer};
use serde_json::Value;
use tracing::field::{Field, Visit};

/// Values by their names, in the order they were given. Shown as `page=a.txt bytes=7`.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) message: String,
    values: Vec<(&'static str, Value)>,
}

impl Fields {
    /// Adds those of a span.
    pub(super) fn extend(&mut self, span: &Self) {
        self.values.extend(span.values.iter().cloned());
    }

    /// What was said further out is said anew.
    fn add(&mut self, field: &Field, value: impl Into<Value>) {
        self.values.retain(|(name, _)| *name != field.name());
        self.values.push((field.name(), value.into()));
    }
}

impl Visit for Fields {
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.add(field, value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.add(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.add(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.add(field, value);
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.add(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let text = format!("{value:?}");
        if field.name() == "message" { self.message = text } else { self.add(field, text) }
    }
}

impl fmt::Display for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (name, value)) in self.values.iter().enumerate() {
            let blank = if at > 0 { " " } else { "" };
            match value {
                // What a reader would not take for one value is put in quotes.
                Value::String(text) if !text.is_empty() && !text.contains([' ', '"', '=', '\\']) => {
                    write!(f, "{blank}{name}={text}")?;
                }
                value => write!(f, "{blank}{name}={value}")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.values.iter().map(|(name, value)| (name, value)))
    }
}
