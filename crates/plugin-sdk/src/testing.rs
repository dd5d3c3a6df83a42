//! A test kit: renders in the test's own process, without a host.

use std::io;

use crate::job::Caller;
use crate::{Diagnostic, Job, RenderError, Renderer, Session};

/// What a rendering gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The document.
    pub bytes: Vec<u8>,
    /// What the plugin reported.
    pub diagnostics: Vec<Diagnostic>,
}

/// Renders `session` with `R`. The generator is `plenary test`, and there is no date.
///
/// # Errors
/// What the renderer returns.
pub fn render<R: Renderer>(
    session: &Session<'_>,
    format: &str,
    options: &R::Options,
) -> Result<Rendered, RenderError> {
    let mut rendered = Rendered::default();
    let mut job = Job { format, generator: "plenary test", source_date_epoch: None, caller: &mut rendered };
    R::render(session, options, &mut job)?;
    Ok(rendered)
}

/// A session out of its JSON, such as a sample's.
///
/// # Errors
/// Where the text is no session.
pub fn session(json: &str) -> Result<Session<'static>, serde_json::Error> {
    plenary_core::json::from_str(json)
}

impl Caller for Rendered {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}
