//! A session as JSON and back.
//!
//! The form is described by a JSON Schema, [`SCHEMA`]; [`Session::schema`](crate::model::Session) is its version.
//! Members a reader does not know are kept; names it does not know, of a role, a kind or a dialect that a later minor
//! version has, are read as the one that says least, and the texts under a heading whose content is of a later kind as
//! paragraphs.
//!
//! ```
//! use plenary_core::json;
//!
//! let newer = r#"{"schema": "1.7", "dialect": "dig-watch", "sections": [], "speakers": [], "mood": "calm"}"#;
//! let session = json::from_str(newer)?;
//! assert!(json::to_string(&session)?.contains(r#""mood":"calm""#));
//! # Ok::<(), serde_json::Error>(())
//! ```

mod names;

use crate::Session;

pub use names::{UnknownName, unknown_names};

/// The JSON Schema (draft 2020-12) of a session, as published in `session.schema.json`.
pub const SCHEMA: &str = include_str!("../../session.schema.json");

/// The JSON Schema of a session, made from the model's types.
#[cfg(feature = "schema")]
pub fn schema() -> schemars::Schema {
    let mut schema = schemars::schema_for!(Session<'static>);
    schema
        .insert("$id".into(), format!("urn:plenary:session:{}", crate::model::SchemaVersion::CURRENT).into());
    schema
}

/// The session as indented JSON, ending in a line end.
///
/// # Errors
/// None that a session made by a reader can raise; serde's own where a hand-made one cannot be written.
pub fn to_string_pretty(session: &Session<'_>) -> Result<String, serde_json::Error> {
    let mut json = serde_json::to_string_pretty(session)?;
    json.push('\n');
    Ok(json)
}

/// The session as JSON in one line, for a plugin or a stream.
///
/// # Errors
/// As [`to_string_pretty`].
pub fn to_string(session: &Session<'_>) -> Result<String, serde_json::Error> {
    serde_json::to_string(session)
}

/// A session out of its JSON.
///
/// # Errors
/// Where the text is no JSON, has another major schema version, or a text does not fill its span: with line and
/// column, by [`serde_json::Error::line`] and [`column`](serde_json::Error::column).
pub fn from_str(json: &str) -> Result<Session<'static>, serde_json::Error> {
    serde_json::from_str(json)
}
