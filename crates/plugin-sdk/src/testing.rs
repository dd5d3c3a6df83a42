//! A test kit: renders in the test's own process, directly or the way a host does.

use std::io;

use plenary_plugin_abi::Bundled;
use serde_json::Value;

use crate::call::{self, Failure, FailureKind, Payload, Request};
use crate::job::Caller;
use crate::manifest::ManifestError;
use crate::{Diagnostic, Job, Manifest, RenderError, Renderer, Session};

/// What a rendering is told to be made by.
const GENERATOR: &str = "plenary test";

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
    let mut job = Job { format, generator: GENERATOR, source_date_epoch: None, caller: &mut rendered };
    R::render(session, options, &mut job)?;
    Ok(rendered)
}

/// Renders `session` through the plugin's C table, as a host does: `render_exported(&BUNDLED, ...)`. `options` is a
/// JSON object. The generator is `plenary test`, and there is no date.
///
/// # Errors
/// Where there is no document, with what the plugin reported besides.
pub fn render_exported(
    plugin: &Bundled,
    session: &Session<'_>,
    format: &str,
    options: &Value,
) -> Result<Rendered, Failure> {
    let failed =
        |what: String| Failure { kind: FailureKind::Contract(what), help: None, diagnostics: Vec::new() };
    let manifest = manifest(plugin).map_err(|error| failed(format!("its manifest is wrong: {error}")))?;
    let payload = Payload::new(session);
    let session = payload.handed(manifest.input).map_err(|error| failed(error.to_string()))?;
    let request = Request {
        format,
        options: &options.to_string(),
        session,
        generator: GENERATOR,
        source_date_epoch: None,
        cancelled: None,
        deadline: None,
    };
    let mut bytes = Vec::new();
    // SAFETY: whoever made the `Bundled` vouches for its table.
    let diagnostics = unsafe { call::render(plugin.plugin(), &request, &mut bytes) }?;
    Ok(Rendered { bytes, diagnostics })
}

/// The plugin's manifest, checked as a host checks it.
///
/// # Errors
/// What is wrong with it.
pub fn manifest(plugin: &Bundled) -> Result<Manifest, ManifestError> {
    Manifest::parse(plugin.manifest())
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
