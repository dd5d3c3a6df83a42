//! A session in the forms that plugins ask for.

use std::sync::OnceLock;

use plenary_core::Session;

use crate::manifest::Input;
use crate::view::View;

/// A session in the form it is handed over in: see [`Input`].
#[derive(Debug, Clone, Copy)]
pub enum Handed<'a> {
    /// Its JSON: an object.
    Json(&'a str),
    /// Its structs.
    View(&'a View<'a>),
}

/// A session on its way to plugins. Make one for all formats of a document: what plugins read is made once.
#[derive(Debug)]
pub struct Payload<'a> {
    session: &'a Session<'a>,
    json: OnceLock<Result<String, serde_json::Error>>,
    view: OnceLock<View<'a>>,
}

impl<'a> Payload<'a> {
    /// The payload of `session`.
    pub fn new(session: &'a Session<'a>) -> Self {
        Self { session, json: OnceLock::new(), view: OnceLock::new() }
    }

    /// The session in the form that a plugin asks for; made the first time one does.
    ///
    /// # Errors
    /// None that a session made by a reader can raise; serde's own where a hand-made one cannot be written as JSON.
    pub fn handed(&self, input: Input) -> Result<Handed<'_>, &serde_json::Error> {
        match input {
            Input::Json => self.json().map(Handed::Json),
            Input::View => Ok(Handed::View(self.view.get_or_init(|| View::new(self.session)))),
        }
    }

    /// The session as JSON; made the first time it is asked for.
    ///
    /// # Errors
    /// As [`handed`](Self::handed).
    pub fn json(&self) -> Result<&str, &serde_json::Error> {
        self.json.get_or_init(|| plenary_core::json::to_string(self.session)).as_ref().map(String::as_str)
    }
}
