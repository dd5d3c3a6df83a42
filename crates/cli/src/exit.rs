//! How a run ends, and what ends it.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;

use plenary_core::diagnostic::codes::Code;
use plenary_core::{Diagnostic, Severity};

use crate::config::{Origin, Place};
use crate::report::SourceFile;

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
    /// The file of settings that it is about, where it is about one.
    pub(crate) file: Option<Arc<SourceFile>>,
}

/// One or more failures that are told together, in this order.
#[derive(Debug)]
pub(crate) struct Failures(pub(crate) Vec<Failure>);

impl From<Failure> for Failures {
    fn from(failure: Failure) -> Self {
        Self(vec![failure])
    }
}

impl Failure {
    fn new(exit: Exit, code: &'static Code, message: impl Into<String>) -> Self {
        Self { exit, finding: Box::new(Diagnostic::new(Severity::Error, code.name, message)), file: None }
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

    /// The same, at this place in a file of settings.
    pub(crate) fn at(mut self, place: &Place) -> Self {
        self.finding.span = Some(place.span);
        self.file = Some(Arc::clone(&place.file));
        self
    }

    /// The same, at the place of what was said, where it was said in a file.
    pub(crate) fn of(self, origin: &Origin) -> Self {
        match origin {
            Origin::File(place) => self.at(place),
            Origin::CommandLine | Origin::Environment(_) => self,
        }
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
