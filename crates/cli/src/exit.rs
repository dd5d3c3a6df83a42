//! How a run ends, and what ends it.

use std::io;
use std::process::ExitCode;

use plenary_core::diagnostic::codes::Code;
use plenary_core::{Diagnostic, Severity};

/// The exit code. Where several apply, the highest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All went well.
    Success = 0,
    /// A page could not be converted.
    Failed = 1,
    /// The command line asks for what cannot be; nothing was written.
    Usage = 2,
    /// What surrounds us failed: outputs, plugins, standard streams.
    Environment = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Why something was not done: a finding of severity error, and the exit code it means.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) finding: Box<Diagnostic>,
}

impl Failure {
    fn new(exit: Exit, code: &'static Code, message: impl Into<String>) -> Self {
        Self { exit, finding: Box::new(Diagnostic::new(Severity::Error, code.name, message)) }
    }

    /// One page cannot be converted.
    pub(crate) fn page(code: &'static Code, message: impl Into<String>) -> Self {
        Self::new(Exit::Failed, code, message)
    }

    /// The command line is wrong.
    pub(crate) fn usage(code: &'static Code, message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, code, message)
    }

    /// The surroundings failed.
    pub(crate) fn environment(code: &'static Code, message: impl Into<String>) -> Self {
        Self::new(Exit::Environment, code, message)
    }

    /// The same, with advice.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.finding.help = Some(help.into());
        self
    }

    /// The same, with advice where there is some.
    pub(crate) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.finding.help = help;
        self
    }
}

/// What the system says of an error, in lower case and without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
