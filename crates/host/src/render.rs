//! Rendering: one session, one format, one plugin.

use std::io;
use std::sync::atomic::AtomicBool;

use plenary_core::Diagnostic;
use plenary_plugin_sdk::call::{self, Failure, FailureKind, Payload, Request};

use crate::{Host, OptionError, Options, Refusal};

/// What a rendering is told besides session and options.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'a> {
    /// Name and version of the program, for the document's metadata: `plenary 0.1.0`.
    pub generator: &'a str,
    /// The date to put on what is made now, in seconds since 1970-01-01 UTC; `None`: none.
    pub source_date_epoch: Option<i64>,
    /// Set to stop: the plugin is told as soon as it asks, and its output refused.
    pub cancelled: Option<&'a AtomicBool>,
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderFailure {
    /// No plugin makes the format.
    #[error("there is no format `{0}`")]
    UnknownFormat(String),
    /// The library that makes the format is refused.
    #[error(transparent)]
    Load(Box<Refusal>),
    /// The options do not fit the plugin's schema.
    #[error("{error}")]
    Options {
        /// The plugin's name.
        plugin: String,
        /// What does not fit.
        #[source]
        error: Box<OptionError>,
    },
    /// The session cannot be handed over.
    #[error("cannot write the session as JSON: {0}")]
    Session(String),
    /// The plugin ran, and there is no document.
    #[error("{}", sentence(plugin, &failure.kind))]
    Plugin {
        /// The plugin's name.
        plugin: String,
        /// What happened, with what the plugin reported.
        failure: Box<Failure>,
    },
}

impl RenderFailure {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownFormat(_) | Self::Session(_) => None,
            Self::Load(refusal) => refusal.help(),
            Self::Options { error, .. } => error.help(),
            Self::Plugin { failure, .. } => failure.help.clone().or_else(|| match failure.kind {
                FailureKind::Panicked(_) | FailureKind::Contract(_) | FailureKind::NoOutput => Some(
                    "this is a fault of the plugin: tell its author, with the session it happened on"
                        .to_owned(),
                ),
                _ => None,
            }),
        }
    }

    /// What the plugin had reported by then.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::Plugin { failure, .. } => &failure.diagnostics,
            _ => &[],
        }
    }
}

/// Output and cancelling are no fault of the plugin, so they do not name it.
fn sentence(plugin: &str, kind: &FailureKind) -> String {
    match kind {
        FailureKind::Output(_) | FailureKind::Cancelled => kind.to_string(),
        _ => format!("the plugin `{plugin}` made no document: {kind}"),
    }
}

impl Host {
    /// Renders the session in `format` into `out`, and gives what the plugin reported.
    ///
    /// The plugin's library is loaded if it is not yet. Writes are gathered, so `out` need not be buffered. What it
    /// holds after a failure is no document.
    ///
    /// # Errors
    /// Where there is no document. A panic of `out` is passed on.
    pub fn render(
        &self,
        format: &str,
        session: &Payload<'_>,
        options: &Options,
        context: &RenderContext<'_>,
        out: &mut dyn io::Write,
    ) -> Result<Vec<Diagnostic>, RenderFailure> {
        let Some(found) = self.format(format) else {
            return Err(match self.refused(format) {
                Some(refusal) => RenderFailure::Load(Box::new(refusal.clone())),
                None => RenderFailure::UnknownFormat(format.to_owned()),
            });
        };
        let plugin = found.plugin();
        let name = || plugin.manifest().name.clone();
        options
            .check(plugin.manifest())
            .map_err(|error| RenderFailure::Options { plugin: name(), error: Box::new(error) })?;
        let table = plugin.table().map_err(|refusal| RenderFailure::Load(Box::new(refusal.clone())))?;
        let request = Request {
            format,
            options: &options.to_json(),
            session: session
                .handed(plugin.manifest().input)
                .map_err(|error| RenderFailure::Session(error.to_string()))?,
            generator: context.generator,
            source_date_epoch: context.source_date_epoch,
            cancelled: context.cancelled,
        };
        // SAFETY: whoever made the `Bundled` vouches for its table; a library's table passed the checks, and that
        // the code behind it keeps the contract is what installing it means.
        let outcome = unsafe { call::render(&table, &request, out) };
        outcome.map_err(|failure| RenderFailure::Plugin { plugin: name(), failure: Box::new(failure) })
    }
}
