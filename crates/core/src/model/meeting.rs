//! When a session took place.

use std::borrow::Cow;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::{Extra, Text};

/// The date line: `7 Jun 2024 09:00h - 09:30h`. Local to the meeting unless it names a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeetingTime<'src> {
    /// The line, whole.
    pub line: Text<'src>,
    /// The day, ISO 8601 in JSON: `2024-06-07`.
    pub date: Date,
    /// When it began: `09:00:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Time>,
    /// When it ended. Earlier than `start` where the meeting ran over midnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Time>,
    /// The time zone as written: `UTC`, `CEST`, `+02:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Cow<'src, str>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
