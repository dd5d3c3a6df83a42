//! The worker's side: a process that renders with one plugin for plenary, until plenary ends.

use std::fs::File;
use std::io::{self, Write};

use plenary_core::Diagnostic;
use plenary_plugin_abi::Bundled;
use plenary_plugin_sdk::Manifest;
use plenary_plugin_sdk::call::{Failure, Handed, Payload, Request};
use plenary_plugin_sdk::manifest::Input;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, getpid, kill_process, kill_process_group};

use super::Limits;
use super::protocol::{End, Job, Kind, LONGEST_ANSWER, Library, Start, put, put_message, read};
use crate::discover::Candidate;
use crate::render::render_with;
use crate::{Plugin, Reason, Refusal, RenderFailure, check};

/// Serves as a worker on standard input and output, with these plugins and whatever libraries are asked for, until
/// standard input ends. [`Workers`](crate::Workers) start such a process, with [`WORKER`](crate::WORKER) as its one argument.
///
/// Nothing else may use standard input and output: they are put out of a plugin's reach. A plugin that prints, prints to
/// standard error.
///
/// # Errors
/// Where it is not plenary that asks, or the streams or the limits fail.
pub fn serve(bundled: &[Bundled]) -> io::Result<()> {
    let (mut input, output) = take_streams()?;
    let mut answers = Answers { output, pending: Vec::new() };
    let (mut head, mut session) = (Vec::new(), Vec::new());
    if !read(&mut input, Kind::Start, &mut head)? {
        return Ok(());
    }
    end_with_parent(&input)?;
    let start: Start<'_> = serde_json::from_slice(&head)?;
    start.limits.hold_memory()?;
    let plugin = find(&start, bundled);
    let limits = start.limits;
    while read(&mut input, Kind::Job, &mut head)? && read(&mut input, Kind::Session, &mut session)? {
        limits.renew_cpu()?;
        let session = std::str::from_utf8(&session)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        let end = match &plugin {
            Ok(plugin) => render(plugin, &serde_json::from_slice(&head)?, session, &limits, &mut answers)?,
            Err(refusal) => refused(refusal),
        };
        answers.message(Kind::End, &end)?;
        answers.flush()?;
    }
    Ok(())
}

/// Takes standard input and output for the talk with plenary, and leaves plugins nothing in place of the one and
/// standard error in place of the other.
fn take_streams() -> io::Result<(File, File)> {
    let taken = |stream| rustix::io::fcntl_dupfd_cloexec(stream, 3).map(File::from);
    let streams = (taken(rustix::stdio::stdin())?, taken(rustix::stdio::stdout())?);
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    rustix::stdio::dup2_stdout(rustix::stdio::stderr())?;
    Ok(streams)
}

/// Ends this process, and what it has started, when nobody can ask it anything any more: also amid a rendering.
///
/// The kernel could send a signal when the parent dies (`PR_SET_PDEATHSIG`); but it sends it when the *thread* dies
/// that started the worker, and workers outlive threads.
fn end_with_parent(input: &File) -> io::Result<()> {
    let input = input.try_clone()?;
    let watch = move || {
        // No event is asked for: what comes in any case is the end of the other side.
        let mut other_side = [PollFd::new(&input, PollFlags::empty())];
        while let Ok(0) | Err(rustix::io::Errno::INTR) = poll(&mut other_side, None) {}
        let [other_side] = other_side;
        if other_side.revents().contains(PollFlags::NVAL) {
            // The plugin has closed our descriptors: plenary will see it. There is nothing left for us to close.
            std::mem::forget(input);
        } else {
            // Nothing of the plugin's shall run: no destructors, no handlers.
            let _ = kill_process_group(getpid(), Signal::KILL);
            let _ = kill_process(getpid(), Signal::KILL);
        }
    };
    std::thread::Builder::new().name("watch".to_owned()).spawn(watch)?;
    Ok(())
}

/// The plugin, checked here as it was there; it must be the same.
fn find(start: &Start<'_>, bundled: &[Bundled]) -> Result<Plugin, Box<Refusal>> {
    let Some(Library { path, symbol_name, stamp }) = &start.library else {
        let found = bundled.iter().find_map(|bundled| {
            let manifest = Manifest::parse(bundled.manifest()).ok()?;
            (manifest == *start.manifest).then(|| Plugin::bundled(manifest, bundled.plugin()))
        });
        let candidate = Candidate { path: "(bundled)".into(), symbol_name: start.manifest.symbol_name() };
        return found.ok_or_else(|| candidate.refused(Reason::Changed));
    };
    let candidate = Candidate { path: path.into(), symbol_name: symbol_name.as_ref().to_owned() };
    let checked = check::check(candidate)?;
    if checked.manifest != *start.manifest || checked.stamp != **stamp {
        let candidate = Candidate { path: checked.path, symbol_name: checked.symbol_name };
        return Err(candidate.refused(Reason::Changed));
    }
    Ok(Plugin::library(checked))
}

fn refused(refusal: &Refusal) -> End {
    End::Refused { reason: refusal.reason.to_string(), help: refusal.help() }
}

fn render(
    plugin: &Plugin,
    job: &Job<'_>,
    session: &str,
    limits: &Limits,
    answers: &mut Answers,
) -> io::Result<End> {
    let (parsed, payload);
    let input = plugin.manifest().input;
    let session = match input {
        // Nothing is gained from parsing what the plugin will parse.
        Input::Json => Handed::Json(session),
        Input::View => {
            parsed = match plenary_core::json::from_str(session) {
                Ok(parsed) => parsed,
                Err(error) => return Ok(End::Session(error.to_string())),
            };
            payload = Payload::new(&parsed);
            match payload.handed(input) {
                Ok(handed) => handed,
                Err(error) => return Ok(End::Session(error.to_string())),
            }
        }
    };
    let mut sink = Sink { answers, left: limits.output };
    let request = Request {
        format: &job.format,
        options: &job.options,
        session,
        generator: &job.generator,
        source_date_epoch: job.source_date_epoch,
        cancelled: None,
        deadline: None,
    };
    let (findings, end) = match render_with(plugin, &request, &mut sink) {
        Ok(findings) => (findings, End::Done),
        Err(RenderFailure::Load(refusal)) => return Ok(refused(&refusal)),
        Err(RenderFailure::Plugin { failure, .. }) => {
            let Failure { kind, help, diagnostics } = *failure;
            (diagnostics, End::Failed { why: kind.into(), help })
        }
        Err(other) => (Vec::new(), End::Session(other.to_string())),
    };
    findings.iter().try_for_each(|finding: &Diagnostic| answers.message(Kind::Finding, finding))?;
    Ok(end)
}

/// The way to plenary. Small answers go together.
struct Answers {
    output: File,
    pending: Vec<u8>,
}

impl Answers {
    /// How much is gathered, in bytes.
    const ENOUGH: usize = 256 << 10;

    fn message(&mut self, kind: Kind, message: &impl serde::Serialize) -> io::Result<()> {
        put_message(&mut self.pending, kind, message)?;
        self.flush_if_enough()
    }

    fn frame(&mut self, kind: Kind, bytes: &[u8]) -> io::Result<()> {
        put(&mut self.pending, kind, bytes);
        self.flush_if_enough()
    }

    fn flush_if_enough(&mut self) -> io::Result<()> {
        if self.pending.len() < Self::ENOUGH { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.write_all(&self.pending)?;
        self.pending.clear();
        Ok(())
    }
}

/// Where the document goes: to plenary, as long as it is not too long.
struct Sink<'a> {
    answers: &'a mut Answers,
    /// How many bytes more it may have.
    left: Option<u64>,
}

impl Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let bytes = bytes.get(..LONGEST_ANSWER).unwrap_or(bytes);
        if let Some(left) = &mut self.left {
            match left.checked_sub(bytes.len() as u64) {
                Some(now) => *left = now,
                None => {
                    // At once: a plugin that does not heed the refusal never comes to its end.
                    self.answers.frame(Kind::TooLong, &[])?;
                    self.answers.flush()?;
                    return Err(io::Error::other("the document is too long"));
                }
            }
        }
        self.answers.frame(Kind::Output, bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
