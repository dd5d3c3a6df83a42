//! The session's JSON against its published schema.

use serde_json::json;

use crate::documents::{Document, Form};
use crate::problem::Problem;
use crate::python;
use crate::support::root;

/// jsonschema finds nothing against it.
pub(crate) fn fits_its_schema(document: &Document) -> Result<(), Problem> {
    let schema = root().join("crates/core/session.schema.json");
    let errors = python::ask("json_schema", &json!([schema, document.path(Form::Json)]))?;
    match errors.as_array().map(Vec::as_slice) {
        Some([]) => Ok(()),
        _ => Err(Problem::Failed(format!("{errors:#}"))),
    }
}
