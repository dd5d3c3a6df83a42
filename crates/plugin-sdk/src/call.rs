//! The host's side of the C table: asks a plugin for a rendering and guards against what it may do wrong.
//!
//! Here so that a test of a plugin goes the very way a host goes.

mod callbacks;
mod findings;
mod payload;
mod settings;
mod strays;

use std::io;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use plenary_core::model::SchemaVersion;
use plenary_plugin_abi::{self as abi, Status, Str};

use crate::Diagnostic;
use callbacks::{Call, Writes};
pub use payload::{Handed, Payload};
pub use strays::late_calls;

pub use crate::export::guard::catch;

/// One rendering asked of a plugin.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The format, one of the plugin's.
    pub format: &'a str,
    /// The options: a JSON object.
    pub options: &'a str,
    /// The session, in the form that the plugin's manifest asks for.
    pub session: Handed<'a>,
    /// Name and version of the program that makes the document.
    pub generator: &'a str,
    /// The date to put on what is made now, in seconds since 1970-01-01 UTC.
    pub source_date_epoch: Option<i64>,
    /// Becomes true when nobody wants the document any more.
    pub cancelled: Option<&'a AtomicBool>,
    /// From when on nobody wants it, whatever `cancelled` says.
    pub deadline: Option<Instant>,
}

/// A rendering that gave no document, with what the plugin reported on the way.
#[derive(Debug, thiserror::Error)]
#[error("{kind}")]
pub struct Failure {
    /// Why there is no document.
    #[source]
    pub kind: FailureKind,
    /// What to do about it, where the plugin says so.
    pub help: Option<String>,
    /// What the plugin reported besides.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FailureKind {
    /// The plugin refuses the options.
    #[error("it refuses the options: {0}")]
    Options(String),
    /// The plugin does not do what is asked.
    #[error("it does not do this: {0}")]
    Unsupported(String),
    /// The plugin failed, for the reason it gave.
    #[error("it failed: {0}")]
    Failed(String),
    /// The plugin's code panicked.
    #[error("it panicked: {0}")]
    Panicked(String),
    /// The plugin broke the contract.
    #[error("it broke the plugin contract: {0}")]
    Contract(String),
    /// The plugin said all was well, and wrote nothing.
    #[error("it said all was well, but wrote nothing")]
    NoOutput,
    /// The output could not be written.
    #[error("cannot write the output: {0}")]
    Output(#[source] io::Error),
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl FailureKind {
    /// The place for the reason the plugin gives, in a failure of its own making.
    fn reason(&mut self) -> Option<&mut String> {
        match self {
            Self::Options(reason)
            | Self::Unsupported(reason)
            | Self::Failed(reason)
            | Self::Panicked(reason) => Some(reason),
            Self::Contract(_) | Self::NoOutput | Self::Output(_) | Self::Cancelled => None,
        }
    }
}

/// How a plugin behaved in a call, whatever came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conduct {
    /// The status it returned.
    pub status: Status,
    /// How often it wrote after its output had been refused.
    pub writes_ignoring_refusal: usize,
    /// How often it asked whether to stop.
    pub asked: usize,
}

/// Renders with the plugin of `table` into `out`. What `out` holds after a failure is no document.
///
/// A panic of `out` itself comes out of this function, after the plugin has returned.
///
/// # Errors
/// Where there is no document, whatever the plugin says.
///
/// # Safety
/// The table's function keeps the contract: see [`abi::RenderFn`].
pub unsafe fn render(
    table: &abi::Plugin,
    request: &Request<'_>,
    out: &mut dyn io::Write,
) -> Result<Vec<Diagnostic>, Failure> {
    // SAFETY: the caller's.
    unsafe { ask(table, request, out, Writes::Gathered) }.0
}

/// As [`render`], and tells how the plugin behaved. Each write reaches `out` as the plugin makes it, so that `out` can
/// refuse any of them.
///
/// # Safety
/// As [`render`].
pub unsafe fn observe(
    table: &abi::Plugin,
    request: &Request<'_>,
    out: &mut dyn io::Write,
) -> (Result<Vec<Diagnostic>, Failure>, Conduct) {
    // SAFETY: the caller's.
    unsafe { ask(table, request, out, Writes::OneByOne) }
}

/// # Safety
/// As [`render`].
unsafe fn ask(
    table: &abi::Plugin,
    request: &Request<'_>,
    out: &mut dyn io::Write,
    writes: Writes,
) -> (Result<Vec<Diagnostic>, Failure>, Conduct) {
    let Some(render) = table.render else {
        let kind = FailureKind::Contract("its entry table has no `render`".to_owned());
        let conduct = Conduct { status: Status::FAILED, writes_ignoring_refusal: 0, asked: 0 };
        return (Err(Failure { kind, help: None, diagnostics: Vec::new() }), conduct);
    };
    let (session_json, session) = match request.session {
        Handed::Json(json) => (Str::new(json), std::ptr::null()),
        Handed::View(view) => (Str::EMPTY, view.as_ptr()),
    };
    let arena = bumpalo::Bump::new();
    #[allow(clippy::needless_update, reason = "what a later version adds stays blank")]
    let job = abi::Job {
        size: abi::size::<abi::Job>(),
        schema_major: SchemaVersion::CURRENT.major,
        schema_minor: SchemaVersion::CURRENT.minor,
        format: Str::new(request.format),
        options_json: Str::new(request.options),
        session_json,
        generator: Str::new(request.generator),
        source_date_epoch: request.source_date_epoch.as_ref().map_or(std::ptr::null(), std::ptr::from_ref),
        session,
        options: settings::settings(request.options, &arena),
        ..abi::blank()
    };
    let call = Call::new(out, writes, request.cancelled, request.deadline);
    // SAFETY: the caller vouches for the function; both structs and all they point to outlive the call.
    let status = call.during(|host| unsafe { render(host, &job) });
    let conduct = call.conduct(status);
    (call.outcome(status), conduct)
}
