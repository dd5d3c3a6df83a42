//! Rendering: one session, one format, one plugin.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use plenary_core::Diagnostic;
use plenary_plugin_sdk::Manifest;
use plenary_plugin_sdk::call::{self, Failure, FailureKind, Payload, Request};
use tracing::trace;

use crate::{Death, Host, Limit, OptionError, Options, Plugin, Refusal, exits};

/// What a rendering is told besides session and options.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'a> {
    /// Name and version of the program, for the document's metadata: `plenary 0.1.0`.
    pub generator: &'a str,
    /// The date to put on what is made now, in seconds since 1970-01-01 UTC; `None`: none.
    pub source_date_epoch: Option<i64>,
    /// Set to stop: the plugin is told as soon as it asks, and its output refused.
    pub cancelled: Option<&'a AtomicBool>,
    /// How long it may take on the clock in the process of the caller: then the plugin is told to stop as soon as it asks.
    /// In a process of its own, [`Limits`](crate::Limits) hold.
    pub time: Option<Duration>,
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
    /// The process that the plugin ran in ended, or had to be ended; or the plugin took longer than it may in the process of
    /// the caller, and was told to stop.
    #[error("the plugin `{plugin}` made no document: {death}")]
    Died {
        /// The plugin's name.
        plugin: String,
        /// How it ended.
        #[source]
        death: Death,
        /// What is known besides.
        findings: Vec<Diagnostic>,
    },
    /// The plugin may only run in a process of its own.
    #[error("the plugin `{0}` is not run in this process: a panic in it would end it all")]
    NeedsWorker(String),
    /// The system gives the plugin no process, or fails amid the talk with it.
    #[error("cannot run a plugin in a process of its own: {0}")]
    Worker(String),
}

impl RenderFailure {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownFormat(_) | Self::Session(_) | Self::Worker(_) => None,
            Self::NeedsWorker(_) => Some(
                "render it with workers, or build it anew with panics that unwind (`panic = \"unwind\"`)"
                    .to_owned(),
            ),
            Self::Died { death, .. } => Some(death.help().to_owned()),
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
            Self::Died { findings, .. } => findings,
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
    /// holds after a failure is no document. The plugin runs in this process, and can end it; a panic in it cannot, for a
    /// plugin whose panics abort is not run here ([`RenderFailure::NeedsWorker`]).
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
        let plugin = self.ready(format, options)?;
        if plugin.needs_worker() {
            return Err(RenderFailure::NeedsWorker(plugin.manifest().name.clone()));
        }
        let options = options.to_json();
        let request = plugin.request(format, session, &options, context)?;
        let Manifest { name, input, .. } = plugin.manifest();
        trace!(plugin = name, format, options, ?input, "calls the plugin");
        render_with(plugin, &request, out).map_err(|failure| match context.time {
            Some(time) if !is_cancelled(context) => over(time, failure),
            _ => failure,
        })
    }

    /// The plugin that makes the format, and takes these options.
    pub(crate) fn ready(&self, format: &str, options: &Options) -> Result<&Plugin, RenderFailure> {
        let Some(found) = self.format(format) else {
            return Err(match self.refused(format) {
                Some(refusal) => RenderFailure::Load(Box::new(refusal.clone())),
                None => RenderFailure::UnknownFormat(format.to_owned()),
            });
        };
        let plugin = found.plugin();
        options.check(plugin.manifest()).map_err(|error| RenderFailure::Options {
            plugin: plugin.manifest().name.clone(),
            error: Box::new(error),
        })?;
        Ok(plugin)
    }
}

fn is_cancelled(context: &RenderContext<'_>) -> bool {
    context.cancelled.is_some_and(|cancelled| cancelled.load(Ordering::Relaxed))
}

/// That a plugin was told to stop for this time being over is what there is to tell of it.
fn over(time: Duration, failure: RenderFailure) -> RenderFailure {
    match failure {
        RenderFailure::Plugin { plugin, failure } if matches!(failure.kind, FailureKind::Cancelled) => {
            RenderFailure::Died {
                plugin,
                death: Death::Over(Limit::Wall(time)),
                findings: failure.diagnostics,
            }
        }
        other => other,
    }
}

/// Renders in this process, with this plugin.
pub(crate) fn render_with(
    plugin: &Plugin,
    request: &Request<'_>,
    out: &mut dyn io::Write,
) -> Result<Vec<Diagnostic>, RenderFailure> {
    let outcome = exits::running(plugin.manifest(), || {
        let table = plugin.table().map_err(|refusal| RenderFailure::Load(Box::new(refusal.clone())))?;
        // SAFETY: whoever made the `Bundled` vouches for its table; a library's table passed the checks, and that
        // the code behind it keeps the contract is what installing it means.
        Ok(unsafe { call::render(&table, request, out) })
    })?;
    outcome.map_err(|failure| RenderFailure::Plugin {
        plugin: plugin.manifest().name.clone(),
        failure: Box::new(failure),
    })
}

impl Plugin {
    /// What is asked of it, with the session in the form it reads.
    pub(crate) fn request<'a>(
        &self,
        format: &'a str,
        session: &'a Payload<'_>,
        options: &'a str,
        context: &RenderContext<'a>,
    ) -> Result<Request<'a>, RenderFailure> {
        let session = session.handed(self.manifest().input);
        Ok(Request {
            format,
            options,
            session: session.map_err(|error| RenderFailure::Session(error.to_string()))?,
            generator: context.generator,
            source_date_epoch: context.source_date_epoch,
            cancelled: context.cancelled,
            deadline: context.time.and_then(|time| Instant::now().checked_add(time)),
        })
    }
}
