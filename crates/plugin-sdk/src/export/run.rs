//! The plugin's side of the C table: from pointers to a [`Renderer`] and back to a status.

use std::io;
use std::str::Utf8Error;

use plenary_core::model::SchemaVersion;
use plenary_plugin_abi::{self as abi, Status, Str};
use serde::de::DeserializeOwned;

use super::guard;
use crate::job::Caller;
use crate::{Diagnostic, Job, RenderError, Renderer, Severity, view};

/// The function of a plugin's entry table, for the renderer `R`.
///
/// # Safety
/// As the contract has it: both pointers are null, or valid until this returns with all that they point to, and the
/// host's functions are called on this thread.
pub unsafe extern "C-unwind" fn render<R: Renderer>(host: *const abi::Host, job: *const abi::Job) -> Status {
    // SAFETY: the caller vouches for both.
    let (host, job) = unsafe { (abi::read(host), abi::read(job)) };
    let (Some(host), Some(job)) = (host, job) else { return Status::FAILED };
    let mut table = Table { host, refusal: None };
    let outcome = guard::catch(|| run::<R>(&job, &mut table));
    if let Some(refusal) = table.refusal {
        return refusal;
    }
    let error = match outcome {
        Ok(Ok(())) => return Status::OK,
        Ok(Err(error)) => error,
        Err(message) => {
            table.report(Diagnostic::new(Severity::Error, "plugin::panic", message));
            return Status::PANICKED;
        }
    };
    let (status, code) = match &error {
        RenderError::Options(_) => (Status::OPTIONS, "plugin::options"),
        RenderError::Unsupported(_) => (Status::UNSUPPORTED, "plugin::unsupported"),
        RenderError::Failed(_) | RenderError::Output(_) => (Status::FAILED, "plugin::failed"),
        RenderError::Cancelled => return Status::CANCELLED,
    };
    table.report(Diagnostic::new(Severity::Error, code, error.to_string()));
    status
}

fn run<R: Renderer>(job: &abi::Job, table: &mut Table) -> Result<(), RenderError> {
    if job.schema_major != SchemaVersion::CURRENT.major {
        return Err(RenderError::Unsupported(format!(
            "the session is of model version {}.{}, the plugin reads {}.x",
            job.schema_major,
            job.schema_minor,
            SchemaVersion::CURRENT.major
        )));
    }
    let options = options::<R::Options>(text(&job.options_json, "options")?)?;
    // SAFETY: null, or the host's view, valid for the call.
    let session = match unsafe { view::session(job.session) } {
        Some(session) => session,
        None => plenary_core::json::from_str(text(&job.session_json, "session")?)
            .map_err(|error| RenderError::Failed(format!("the session's JSON: {error}")))?,
    };
    // SAFETY: null, or valid for the call.
    let source_date_epoch = unsafe { job.source_date_epoch.as_ref() }.copied();
    let mut job = Job {
        format: text(&job.format, "format")?,
        generator: text(&job.generator, "generator")?,
        source_date_epoch,
        caller: table,
    };
    R::render(&session, &options, &mut job)
}

/// The plugin's options out of their JSON; nothing is no options.
fn options<O: DeserializeOwned + Default>(json: &str) -> Result<O, RenderError> {
    if json.is_empty() {
        return Ok(O::default());
    }
    let mut json = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let message = error.to_string();
        // Nobody has seen the JSON that its line and column are of: the host made it of settings.
        let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
        RenderError::Options(what.to_owned())
    })
}

fn text<'a>(text: &'a Str, what: &str) -> Result<&'a str, RenderError> {
    // SAFETY: the host's texts are valid for the call.
    let bytes = unsafe { text.bytes() };
    std::str::from_utf8(bytes)
        .map_err(|error: Utf8Error| RenderError::Failed(format!("the {what} is not UTF-8: {error}")))
}

/// The host behind its table.
struct Table {
    host: abi::Host,
    /// The status of the first refused write: from then on nothing is written, whatever the renderer does.
    refusal: Option<Status>,
}

impl Caller for Table {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.refusal.is_none() {
            let status = match self.host.write {
                // SAFETY: the host's own function and context, on the thread it called.
                Some(write) => unsafe { write(self.host.ctx, bytes.as_ptr(), bytes.len()) },
                None => Status::OUTPUT,
            };
            self.refusal = (status != Status::OK).then_some(status);
        }
        match self.refusal {
            None => Ok(()),
            Some(status) => Err(io::Error::other(format!("the host refused output (status {})", status.0))),
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        let Some(report) = self.host.report else { return };
        let span = diagnostic.span.map(|span| abi::Span { start: span.start as u64, end: span.end as u64 });
        #[allow(clippy::needless_update, reason = "what a later version adds stays blank")]
        let found = abi::Diagnostic {
            size: abi::size::<abi::Diagnostic>(),
            severity: match diagnostic.severity {
                Severity::Note => abi::SEVERITY_NOTE,
                Severity::Warning => abi::SEVERITY_WARNING,
                Severity::Error => abi::SEVERITY_ERROR,
            },
            code: Str::new(&diagnostic.code),
            message: Str::new(&diagnostic.message),
            help: diagnostic.help.as_deref().map_or(Str::EMPTY, Str::new),
            span: span.as_ref().map_or(std::ptr::null(), std::ptr::from_ref),
            ..abi::blank()
        };
        // SAFETY: the host's own function and context, on the thread it called; it copies what it keeps.
        unsafe { report(self.host.ctx, &found) };
    }

    fn is_cancelled(&self) -> bool {
        // SAFETY: the host's own function and context, on the thread it called.
        self.host.cancelled.is_some_and(|cancelled| unsafe { cancelled(self.host.ctx) } != 0)
    }
}
