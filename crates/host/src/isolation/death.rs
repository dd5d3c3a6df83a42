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
        if let Some(memory) = limits.memory.filter(|_| is_denied_memory(last_words)) {
            return Self::Over(Limit::Memory(memory));
        }
        match (killed_by(status), limits.cpu) {
            (Some(signal), Some(cpu)) if is_out_of_cpu(signal) => Self::Over(Limit::Cpu(cpu)),
            (Some(signal), _) => Self::Signal(signal),
            (None, _) => Self::Exit(status.code().unwrap_or_default()),
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Over(_) => {
                "if the session needs more, allow more; else this is a fault of the plugin: tell its author"
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

/// Whether it says that memory was denied to it: in the words of Rust, of C++, of the system, or of many a program.
fn is_denied_memory(last_words: &str) -> bool {
    const WORDS: [&str; 4] =
        ["memory allocation of ", "std::bad_alloc", "Cannot allocate memory", "ut of memory"];
    WORDS.iter().any(|words| last_words.contains(words))
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
        check(6, "terminate called after throwing 'std::bad_alloc'", "it wanted more memory than 4 GiB");
        check(3 << 8, "Out of memory", "it wanted more memory than 4 GiB");
        check(9, "", "it was killed by SIGKILL");
        check(7 << 8, "", "it ended its process, with exit code 7");
        check(0, "", "it ended its process, with exit code 0");
        check(63, "", "it was killed by signal 63");
        let cpu = rustix::process::Signal::XCPU.as_raw();
        check(cpu, "", "it used more than 60 s of processor time");
    }
}
