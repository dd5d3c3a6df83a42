//! An event as a line, for people and for programs.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use serde::Serialize;
use tracing::Metadata;

use super::fields::Fields;
use crate::table::{acts, visible};

/// An event. The members are always all there, in this order.
#[derive(Debug, Serialize)]
pub(super) struct Line<'a> {
    /// In UTC, as RFC 3339 has it, to the millisecond.
    timestamp: String,
    /// `info`, `debug` or `trace`.
    level: String,
    /// The part of the program that tells of it.
    target: &'a str,
    message: &'a str,
    fields: &'a Fields,
}

impl<'a> Line<'a> {
    pub(super) fn new(time: SystemTime, of: &'a Metadata<'_>, fields: &'a Fields) -> Self {
        let since = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let timestamp = i64::try_from(since).ok().and_then(|since| Timestamp::from_millisecond(since).ok());
        Self {
            timestamp: format!("{:.3}", timestamp.unwrap_or_default()),
            level: of.level().as_str().to_lowercase(),
            target: of.target(),
            message: &fields.message,
            fields,
        }
    }

    /// For people: dim, so that findings stand out. A stream that shows no colours takes that out.
    pub(super) fn text(&self) -> String {
        let Self { timestamp, level, target, message, fields } = self;
        let line = format!("{timestamp} {level:5} {target}: {message} {fields}");
        format!("\u{1b}[2m{}\u{1b}[0m\n", visible(line.trim_end()))
    }

    /// For programs: a JSON object. What acts on a terminal is escaped, though JSON would let some of it stand.
    pub(super) fn json(&self) -> String {
        // Strings and numbers alone: that this cannot be written cannot be.
        let json = serde_json::to_string(self).unwrap_or_default();
        let mut line = String::with_capacity(json.len() + 1);
        for c in json.chars() {
            if acts(c) {
                line.push_str(&format!("\\u{:04x}", u32::from(c)));
            } else {
                line.push(c);
            }
        }
        line.push('\n');
        line
    }
}
