//! A session as JSON and back.
//!
//! The form is described by the JSON Schema in `crates/core/session.schema.json`.
//! [`Session::schema`](crate::model::Session) is its version. Members a reader does not know are kept.

use crate::Session;

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
