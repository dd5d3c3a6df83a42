//! Rendering in a worker.

use std::borrow::Cow;
use std::io;

use plenary_core::{Diagnostic, Severity};
use plenary_plugin_sdk::call::{Failure, FailureKind};
use tracing::{Level, enabled, info, info_span, trace};

use super::answer::Answer;
use super::process::Stop;
use super::protocol::{End, Job, Kind, Library, Start, put, put_message};
use super::{Limits, Workers};
use crate::{Host, Options, Origin, Payload, Plugin, Reason, Refusal, RenderContext, RenderFailure};

impl Host {
    /// Renders as [`Host::render`] does, with the plugin in a process of its own: whatever it does there costs no more
    /// than this document.
    ///
    /// # Errors
    /// Where there is no document; also where the process died, or had to be ended. A panic of `out` is passed on.
    pub fn render_isolated(
        &self,
        workers: &Workers,
        format: &str,
        session: &Payload<'_>,
        options: &Options,
        context: &RenderContext<'_>,
        out: &mut dyn io::Write,
    ) -> Result<Vec<Diagnostic>, RenderFailure> {
        let plugin = self.ready(format, options)?;
        let _plugin = info_span!("isolated", plugin = plugin.manifest().name, format).entered();
        let session = session.json().map_err(|error| RenderFailure::Session(error.to_string()))?;
        let job = Job {
            format: format.into(),
            options: options.to_json().into(),
            generator: context.generator.into(),
            source_date_epoch: context.source_date_epoch,
        };
        let limits = workers.limits();
        let told = || {
            let mut worker = workers.take(start(plugin, limits)?)?;
            put_message(&mut worker.request, Kind::Job, &job)?;
            Ok(worker)
        };
        let mut worker = told().map_err(|error: io::Error| RenderFailure::Worker(error.to_string()))?;
        put(&mut worker.request, Kind::Session, session.as_bytes());
        trace!(options = %job.options, bytes = session.len(), "hands the session over");
        let mut answer = Answer::new(out, limits);
        let end = worker.process.ask(&worker.request, limits, context.cancelled, &mut answer);
        let findings = answer.findings;
        if enabled!(Level::TRACE) {
            worker.process.hear_all();
            trace!(printed = worker.process.last_words(), "what the plugin printed, the end of it");
        }
        if let Err(stop) = &end {
            info!(process = worker.process.id(), because = %stop, "its process has ended, or is ended");
        }
        match end {
            Ok(end) => {
                workers.keep(worker);
                conclude(plugin, end, findings)
            }
            // The worker is dropped, which ends it.
            Err(Stop::Died(death)) => {
                let findings = last_words(&worker.process.last_words());
                Err(RenderFailure::Died { plugin: plugin.manifest().name.clone(), death, findings })
            }
            Err(Stop::Cancelled) => Err(failed(plugin, FailureKind::Cancelled, None, findings)),
            Err(Stop::Output(error)) => Err(failed(plugin, FailureKind::Output(error), None, findings)),
            Err(Stop::System(error)) => Err(RenderFailure::Worker(error.to_string())),
        }
    }
}

/// What a worker of the plugin is told at first.
fn start(plugin: &Plugin, limits: &Limits) -> io::Result<Vec<u8>> {
    let library = plugin.checked().map(|checked| Library {
        path: checked.path.clone().into(),
        symbol_name: Cow::Borrowed(&checked.symbol_name),
        stamp: Cow::Borrowed(&checked.stamp),
    });
    let mut start = Vec::new();
    let told = Start { manifest: Cow::Borrowed(plugin.manifest()), library, limits: *limits };
    put_message(&mut start, Kind::Start, &told)?;
    Ok(start)
}

/// What an answer means.
fn conclude(plugin: &Plugin, end: End, findings: Vec<Diagnostic>) -> Result<Vec<Diagnostic>, RenderFailure> {
    Err(match end {
        End::Done => return Ok(findings),
        End::Failed { why, help } => failed(plugin, why.into(), help, findings),
        End::Refused { reason, help } => RenderFailure::Load(Box::new(Refusal {
            path: match plugin.origin() {
                Origin::Bundled => "(bundled)".into(),
                Origin::Library(path) => path.clone(),
            },
            reason: Reason::InWorker { reason, help },
            name: plugin.manifest().name.clone(),
            formats: plugin.manifest().formats.clone(),
        })),
        End::Session(problem) => RenderFailure::Session(problem),
    })
}

fn failed(
    plugin: &Plugin,
    kind: FailureKind,
    help: Option<String>,
    diagnostics: Vec<Diagnostic>,
) -> RenderFailure {
    let failure = Box::new(Failure { kind, help, diagnostics });
    RenderFailure::Plugin { plugin: plugin.manifest().name.clone(), failure }
}

/// What the plugin wrote to standard error before its process ended, as a finding: mostly it is the reason.
fn last_words(said: &str) -> Vec<Diagnostic> {
    // What Rust adds for whoever would run the plugin by hand.
    let said: Vec<_> = said.lines().filter(|line| !line.contains("RUST_BACKTRACE")).collect();
    if said.is_empty() {
        return Vec::new();
    }
    let message = format!("before it ended, the plugin's process wrote: {}", said.join("\n"));
    vec![Diagnostic::new(Severity::Note, "plugin::last-words", message)]
}
