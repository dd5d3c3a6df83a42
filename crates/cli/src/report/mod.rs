//! Findings shown to the user, and the exit code they add up to. The only place that writes to standard error.

mod excerpt;
mod json;
mod place;
mod text;

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use plenary_core::{Diagnostic, Severity};

use crate::args::{Color, MessageFormat, Reporting};
use crate::exit::{Exit, Failure};
use crate::table::visible;

pub(crate) use json::Located;
pub(crate) use place::Source;

/// What was found so far, shown as it is found.
pub(crate) struct Report {
    stderr: AutoStream<io::Stderr>,
    form: MessageFormat,
    /// Columns of the terminal, or what a log is read with.
    width: usize,
    terminal: bool,
    errors: usize,
    warnings: usize,
    exit: Exit,
    /// Whether something was written: what follows is set apart.
    begun: bool,
}

/// Columns where standard error is no terminal.
const WIDTH: usize = 100;

impl Report {
    pub(crate) fn new(args: &Reporting) -> Self {
        let choice = match args.color {
            Color::Auto => AutoStream::choice(&io::stderr()),
            Color::Always => ColorChoice::AlwaysAnsi,
            Color::Never => ColorChoice::Never,
        };
        let width = terminal_size::terminal_size_of(io::stderr()).map(|(width, _)| usize::from(width.0));
        Self {
            stderr: AutoStream::new(io::stderr(), choice),
            form: args.message_format,
            width: width.unwrap_or(WIDTH),
            terminal: io::stderr().is_terminal(),
            errors: 0,
            warnings: 0,
            exit: Exit::Success,
            begun: false,
        }
    }

    /// A finding about `source`; an error makes the run fail.
    pub(crate) fn finding(&mut self, source: Option<&Source<'_>>, finding: &Diagnostic) {
        match finding.severity {
            Severity::Error => {
                self.errors += 1;
                self.raise(Exit::Failed);
            }
            Severity::Warning => self.warnings += 1,
            Severity::Note => {}
        }
        let located = Located::new(source, finding);
        match self.form {
            MessageFormat::Text => self.paragraph(&text::render(source, &located, self.width)),
            MessageFormat::Json => self.write(&json::line(&located)),
        }
    }

    /// A failure, about `source` where it is about one.
    pub(crate) fn failure(&mut self, source: Option<&Source<'_>>, failure: &Failure) {
        self.raise(failure.exit);
        self.finding(source, &failure.finding);
    }

    /// Makes the run end at least as badly as this.
    pub(crate) fn raise(&mut self, exit: Exit) {
        self.exit = self.exit.max(exit);
    }

    /// A closing line about more than one page or finding; nothing for programs.
    pub(crate) fn summary(&mut self, line: &str) {
        if self.form == MessageFormat::Text {
            self.paragraph(&format!("{}\n", visible(line)));
        }
    }

    /// A line for somebody who sits and waits: left out where standard error is no terminal.
    pub(crate) fn confirmation(&mut self, line: &str) {
        if self.terminal {
            self.summary(line);
        }
    }

    pub(crate) fn errors(&self) -> usize {
        self.errors
    }

    pub(crate) fn warnings(&self) -> usize {
        self.warnings
    }

    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }

    fn paragraph(&mut self, text: &str) {
        if self.begun {
            self.write("\n");
        }
        self.begun = true;
        self.write(text);
    }

    /// Nobody may be reading any more: that is no reason to stop converting.
    fn write(&mut self, text: &str) {
        let _ = self.stderr.write_all(text.as_bytes());
    }
}
