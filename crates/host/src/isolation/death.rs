//! How a process that ran a plugin came to its end.

use std::process::ExitStatus;

use super::{Limit, Limits};

/// How a process that ran a plugin came to its end before the document was there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Death {
    /// A signal killed it: the number.
    #[error("it was killed by {}", signal(*.0))]
    Signal(i32),
    /// It ended its process, with this exit code.
    #[error("it ended its process, with exit code {0}")]
    Exit(i32),
    /// It was ended: it went over a limit.
    #[error("{0}")]
    Over(Limit),
    /// It was ended: what came from it was no answer.
    #[error("it damaged the process it ran in: {0}")]
    Damaged(&'static str),
}

impl Death {
    /// The death of a process that had these limits, by how it ended and what it wrote to standard error at last.
    pub fn of(status: ExitStatus, last_words: &str, limits: &Limits) -> Self {
        let Some(signal) = killed_by(status) else { return Self::Exit(status.code().unwrap_or_default()) };
        match (limits.memory, limits.cpu) {
            (_, Some(cpu)) if is_out_of_cpu(signal) => Self::Over(Limit::Cpu(cpu)),
            (Some(memory), _) if is_denied_memory(last_words) => Self::Over(Limit::Memory(memory)),
            _ => Self::Signal(signal),
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Over(_) => {
                "where the session is so large that it needs more, allow more; else this is a fault of the plugin: tell its author"
            }
            Self::Signal(SIGKILL) => {
                "somebody ended the process, or the system did, for want of memory; convert the page again, alone"
            }
            Self::Signal(_) | Self::Exit(_) | Self::Damaged(_) => {
                "this is a fault of the plugin: tell its author, with the session it happened on"
            }
        }
    }
}

/// What C++ and Rust say where memory is denied to them. In C nobody says anything.
fn is_denied_memory(last_words: &str) -> bool {
    (last_words.contains("memory allocation of ") && last_words.contains(" failed"))
        || last_words.contains("std::bad_alloc")
}

const SIGKILL: i32 = 9;

#[cfg(unix)]
fn killed_by(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn killed_by(_: ExitStatus) -> Option<i32> {
    None
}

#[cfg(unix)]
fn is_out_of_cpu(signal: i32) -> bool {
    signal == rustix::process::Signal::XCPU.as_raw()
}

#[cfg(not(unix))]
fn is_out_of_cpu(_: i32) -> bool {
    false
}

/// The signal by its name, with what it mostly means.
#[cfg(unix)]
fn signal(number: i32) -> String {
    use rustix::process::Signal;
    const NAMES: &[(Signal, &str, &str)] = &[
        (Signal::SEGV, "SIGSEGV", " (segmentation fault)"),
        (Signal::BUS, "SIGBUS", " (bus error)"),
        (Signal::ABORT, "SIGABRT", " (it aborted)"),
        (Signal::ILL, "SIGILL", " (illegal instruction)"),
        (Signal::FPE, "SIGFPE", " (arithmetic error)"),
        (Signal::TRAP, "SIGTRAP", " (trap)"),
        (Signal::SYS, "SIGSYS", " (bad system call)"),
        (Signal::XCPU, "SIGXCPU", " (out of processor time)"),
        (Signal::XFSZ, "SIGXFSZ", " (file too large)"),
        (Signal::KILL, "SIGKILL", ""),
        (Signal::TERM, "SIGTERM", ""),
        (Signal::INT, "SIGINT", ""),
        (Signal::QUIT, "SIGQUIT", ""),
        (Signal::HUP, "SIGHUP", ""),
        (Signal::PIPE, "SIGPIPE", ""),
        (Signal::ALARM, "SIGALRM", ""),
    ];
    let known = NAMES.iter().find(|(signal, ..)| signal.as_raw() == number);
    known.map_or_else(|| format!("signal {number}"), |(_, name, meaning)| format!("{name}{meaning}"))
}

#[cfg(not(unix))]
fn signal(number: i32) -> String {
    format!("signal {number}")
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    #[track_caller]
    fn check(raw: i32, last_words: &str, sentence: &str) {
        let death = Death::of(ExitStatus::from_raw(raw), last_words, &Limits::default());
        assert_eq!(death.to_string(), sentence);
    }

    #[test]
    fn deaths_are_told_by_their_cause() {
        check(11, "", "it was killed by SIGSEGV (segmentation fault)");
        check(6, "double free", "it was killed by SIGABRT (it aborted)");
        check(6, "memory allocation of 99 bytes failed", "it wanted more memory than 4 GiB");
        check(9, "", "it was killed by SIGKILL");
        check(7 << 8, "", "it ended its process, with exit code 7");
        check(0, "", "it ended its process, with exit code 0");
        check(63, "", "it was killed by signal 63");
        let cpu = rustix::process::Signal::XCPU.as_raw();
        check(cpu, "", "it used more than 60 s of processor time");
    }
}
