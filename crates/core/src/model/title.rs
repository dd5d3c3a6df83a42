//! The title of a session and what it says of its place in a series.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Extra, Text};

/// The title line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Title<'src> {
    /// The line, whole: `Stronger together | IGF 2023 WS #107`.
    pub line: Text<'src>,
    /// The session's own name: `Stronger together`.
    pub name: Cow<'src, str>,
    /// The event the title places the session in, where it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Event<'src>>,
    /// The title repeated further down (some pages print it again after the date).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeated: Vec<Text<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The event or series a session belongs to, read out of its title: `IGF 2023 WS #107`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event<'src> {
    /// All of it, as written: `IGF 2023 WS #107`.
    pub label: Cow<'src, str>,
    /// The series, with its year where it has one: `IGF 2023`.
    pub series: Cow<'src, str>,
    /// What kind of session it is there: `WS`, `Open Forum`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Cow<'src, str>>,
    /// The session's number there, without the `#`: `107`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Cow<'src, str>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
