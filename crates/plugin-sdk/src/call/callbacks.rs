//! What the plugin calls back, each through one guard.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::ffi::{c_char, c_void};
use std::io::{self, BufWriter, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use plenary_plugin_abi::{self as abi, Status, Str};

use super::findings::Findings;
use super::strays::{self, Ticket};
use super::{Conduct, Failure, FailureKind};
use crate::Diagnostic;

/// How writes reach the output.
#[derive(Debug, Clone, Copy)]
pub(super) enum Writes {
    /// In large pieces: renderers write in small ones, and the output need not be buffered besides.
    Gathered,
    /// Each as the plugin makes it.
    OneByOne,
}

impl Writes {
    fn buffer(self) -> usize {
        match self {
            Self::Gathered => 64 << 10,
            Self::OneByOne => 0,
        }
    }
}

thread_local! {
    /// The call this thread is in, the innermost one where calls nest; null outside of any.
    static CURRENT: Cell<*const Call<'static>> = const { Cell::new(std::ptr::null()) };
}

/// One call of a plugin.
pub(super) struct Call<'a> {
    ticket: Ticket,
    cancelled: Option<&'a AtomicBool>,
    deadline: Option<Instant>,
    state: RefCell<State<'a>>,
}

struct State<'a> {
    out: BufWriter<&'a mut dyn Write>,
    has_output: bool,
    findings: Findings,
    /// Set once, and then for good: plugins may ignore a refusal.
    stop: Option<Stop>,
    /// How often the plugin wrote after that.
    ignored: usize,
    /// How often it asked whether to stop.
    asked: usize,
}

/// Why the host takes no more output.
enum Stop {
    Refused(io::Error),
    Cancelled,
    Contract(&'static str),
    /// The host's own code panicked; the plugin must not see it.
    Panicked(Box<dyn Any + Send>),
}

impl<'a> Call<'a> {
    pub(super) fn new(
        out: &'a mut dyn Write,
        writes: Writes,
        cancelled: Option<&'a AtomicBool>,
        deadline: Option<Instant>,
    ) -> Self {
        let out = BufWriter::with_capacity(writes.buffer(), out);
        let findings = Findings::default();
        let state = State { out, has_output: false, findings, stop: None, ignored: 0, asked: 0 };
        Self { ticket: Ticket::new(), cancelled, deadline, state: RefCell::new(state) }
    }

    /// Runs `work` with the table that leads back to this call.
    pub(super) fn during<R>(&self, work: impl FnOnce(&abi::Host) -> R) -> R {
        struct Back(*const Call<'static>);
        impl Drop for Back {
            fn drop(&mut self) {
                CURRENT.set(self.0);
            }
        }
        #[allow(clippy::needless_update, reason = "what a later version adds stays blank")]
        let host = abi::Host {
            size: abi::size::<abi::Host>(),
            abi_major: abi::ABI_MAJOR,
            abi_minor: abi::ABI_MINOR,
            ctx: self.ticket.ctx(),
            write: Some(write),
            report: Some(report),
            cancelled: Some(cancelled),
            extension: Some(extension),
            ..abi::blank()
        };
        let _back = Back(CURRENT.replace(std::ptr::from_ref(self).cast()));
        work(&host)
    }

    /// How the plugin behaved, given the status it returned.
    pub(super) fn conduct(&self, status: Status) -> Conduct {
        let state = self.state.borrow();
        Conduct { status, writes_ignoring_refusal: state.ignored, asked: state.asked }
    }

    /// What the call came to, given the status the plugin returned.
    pub(super) fn outcome(self, status: Status) -> Result<Vec<Diagnostic>, Failure> {
        let asked_to_stop = self.is_cancelled();
        let strayed = self.ticket.strayed();
        let State { mut out, has_output, mut findings, stop, .. } = self.state.into_inner();
        let kind = match stop {
            Some(Stop::Panicked(payload)) => {
                drop(out.into_parts());
                panic::resume_unwind(payload)
            }
            _ if strayed => Some(contract("it called the host from another thread, or after its rendering")),
            Some(Stop::Contract(problem)) => Some(contract(problem)),
            Some(Stop::Refused(error)) => Some(FailureKind::Output(error)),
            Some(Stop::Cancelled) => Some(FailureKind::Cancelled),
            None => verdict(status, has_output, asked_to_stop),
        };
        let kind = match kind {
            None => out.flush().err().map(FailureKind::Output),
            failed => failed,
        };
        let Some(mut kind) = kind else { return Ok(findings.finish()) };
        // What is left in the buffer is no document: dropped unwritten.
        drop(out.into_parts());
        let mut help = None;
        if let Some(reason) = kind.reason() {
            match findings.take_reason() {
                Some(error) => (*reason, help) = (error.message, error.help),
                None => "it gave no reason".clone_into(reason),
            }
        }
        Err(Failure { kind, help, diagnostics: findings.finish() })
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.is_some_and(|cancelled| cancelled.load(Ordering::Relaxed))
            || self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }
}

/// What a status means where the host itself has nothing to complain of; `None`: there is a document.
fn verdict(status: Status, has_output: bool, asked_to_stop: bool) -> Option<FailureKind> {
    Some(match status {
        Status::OK if has_output => return None,
        Status::OK => FailureKind::NoOutput,
        Status::FAILED => FailureKind::Failed(String::new()),
        Status::OPTIONS => FailureKind::Options(String::new()),
        Status::UNSUPPORTED => FailureKind::Unsupported(String::new()),
        Status::PANICKED => FailureKind::Panicked(String::new()),
        Status::CANCELLED if asked_to_stop => FailureKind::Cancelled,
        Status::CANCELLED => contract("it says it was cancelled, but nobody asked it to stop"),
        Status::OUTPUT => contract("it says its output was refused, but none was"),
        Status(unknown) => contract(&format!("it returned the unknown status {unknown}")),
    })
}

fn contract(problem: &str) -> FailureKind {
    FailureKind::Contract(problem.to_owned())
}

/// The one guard: `act` on the call that `ctx` stands for, if this thread is in it; else `otherwise`. A panic of the
/// host's own is kept for when the plugin has returned.
fn guarded<R>(ctx: *mut c_void, otherwise: R, act: impl FnOnce(&Call<'_>, &mut State<'_>) -> R) -> R {
    // SAFETY: not null only while `during` runs on this thread, which borrows the call.
    let call = unsafe { CURRENT.get().as_ref() }.filter(|call| call.ticket.ctx() == ctx);
    let Some(call) = call else {
        strays::mark(ctx);
        return otherwise;
    };
    // Borrowed already: the plugin was called by this call's own output, and calls back with the wrong table.
    let Ok(mut state) = call.state.try_borrow_mut() else { return otherwise };
    match panic::catch_unwind(AssertUnwindSafe(|| act(call, &mut state))) {
        Ok(result) => result,
        Err(payload) => {
            state.stop = Some(Stop::Panicked(payload));
            otherwise
        }
    }
}

unsafe extern "C-unwind" fn write(ctx: *mut c_void, bytes: *const u8, len: usize) -> Status {
    guarded(ctx, Status::OUTPUT, |call, state| {
        if state.stop.is_some() {
            state.ignored += 1;
        } else {
            if call.is_cancelled() {
                state.stop = Some(Stop::Cancelled);
            } else if len > isize::MAX.unsigned_abs() || (bytes.is_null() && len > 0) {
                state.stop = Some(Stop::Contract("it wrote from a null pointer, or more than memory holds"));
            } else {
                // SAFETY: the plugin vouches for `len` bytes at `bytes`.
                let bytes = unsafe { Str { ptr: bytes, len }.bytes() };
                state.has_output |= !bytes.is_empty();
                state.stop = state.out.write_all(bytes).err().map(Stop::Refused);
            }
        }
        match state.stop {
            None => Status::OK,
            Some(Stop::Cancelled) => Status::CANCELLED,
            Some(_) => Status::OUTPUT,
        }
    })
}

unsafe extern "C-unwind" fn report(ctx: *mut c_void, diagnostic: *const abi::Diagnostic) {
    guarded(ctx, (), |_, state| {
        // SAFETY: the plugin vouches for the diagnostic and what it points to.
        unsafe { state.findings.report(diagnostic) };
    });
}

unsafe extern "C-unwind" fn cancelled(ctx: *mut c_void) -> i32 {
    guarded(ctx, 1, |call, state| {
        state.asked += 1;
        i32::from(state.stop.is_some() || call.is_cancelled())
    })
}

unsafe extern "C-unwind" fn extension(ctx: *mut c_void, _id: *const c_char) -> *const c_void {
    guarded(ctx, std::ptr::null(), |_, _| std::ptr::null())
}
