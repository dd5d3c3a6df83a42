//! Findings put into words for people and programs, and the exit code they add up to. The only place that writes to
//! standard error.

mod abridged;
mod counts;
mod excerpt;
mod json;
mod place;
mod text;

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use plenary_core::{Diagnostic, Severity};
use terminal_size::{Height, Width, terminal_size_of};

use crate::args::{Color, MessageFormat, Reporting};
use crate::exit::{Exit, Failure};
use crate::table::visible;

pub(crate) use abridged::Limit;
pub(crate) use counts::Counts;
pub(crate) use json::{Located, lines as json};
pub(crate) use place::Source;
pub(crate) use text::page as text;

/// What was found so far, shown as it is found.
pub(crate) struct Report {
    stderr: AutoStream<io::Stderr>,
    color: Color,
    form: MessageFormat,
    /// Columns of the terminal, or what a log is read with.
    width: usize,
    terminal: bool,
    counts: Counts,
    exit: Exit,
    /// Whether something was written: what follows is set apart.
    begun: bool,
}

/// Columns where there is no terminal.
const WIDTH: usize = 100;

/// Columns of a terminal of this size, or what a log is read with.
pub(crate) fn width(size: Option<(Width, Height)>) -> usize {
    size.map_or(WIDTH, |(Width(columns), _)| usize::from(columns))
}

/// Whether a stream is to have colours.
pub(crate) fn choice(color: Color, stream: &impl anstream::stream::RawStream) -> ColorChoice {
    match color {
        Color::Auto => AutoStream::choice(stream),
        Color::Always => ColorChoice::AlwaysAnsi,
        Color::Never => ColorChoice::Never,
    }
}

impl Report {
    pub(crate) fn new(args: &Reporting) -> Self {
        Self::of(args.color, args.message_format)
    }

    /// Makes another that writes as this one does, for when this one is out of reach.
    pub(crate) fn another(&self) -> impl Fn() -> Self + Send + Sync + use<> {
        let (color, form) = (self.color, self.form);
        move || Self::of(color, form)
    }

    fn of(color: Color, form: MessageFormat) -> Self {
        Self {
            stderr: AutoStream::new(io::stderr(), choice(color, &io::stderr())),
            color,
            form,
            width: width(terminal_size_of(io::stderr())),
            terminal: io::stderr().is_terminal(),
            counts: Counts::default(),
            exit: Exit::Success,
            begun: false,
        }
    }

    /// A finding about `source`; an error makes the run fail.
    pub(crate) fn finding(&mut self, source: Option<&Source<'_>>, finding: &Diagnostic) {
        self.findings(source, [finding]);
    }

    /// Findings about `source`, as many of a kind as somebody will read; an error makes the run fail.
    pub(crate) fn findings<'d>(
        &mut self,
        source: Option<&Source<'_>>,
        findings: impl IntoIterator<Item = &'d Diagnostic>,
    ) {
        let findings: Vec<_> = findings.into_iter().collect();
        for finding in &findings {
            self.counts.add(finding.severity);
            if finding.severity == Severity::Error {
                self.raise(Exit::Failed);
            }
        }
        match self.form {
            MessageFormat::Text => {
                let paragraphs = text::paragraphs(source, &findings, Limit::OfAKind, self.width);
                paragraphs.iter().for_each(|paragraph| self.paragraph(paragraph));
            }
            MessageFormat::Json => self.write(&json::lines(source, &findings)),
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
        self.summary_of(&[line.to_owned()]);
    }

    /// The same in several lines.
    pub(crate) fn summary_of(&mut self, lines: &[String]) {
        if self.form == MessageFormat::Text {
            self.paragraph(&lines.iter().map(|line| visible(line) + "\n").collect::<String>());
        }
    }

    /// A line for somebody who sits and waits: left out where standard error is no terminal.
    pub(crate) fn confirmation(&mut self, line: &str) {
        if self.terminal {
            self.summary(line);
        }
    }

    /// Whether somebody sits and waits, and wants to see how far it is.
    pub(crate) fn is_watched(&self) -> bool {
        self.terminal && self.form == MessageFormat::Text
    }

    pub(crate) fn counts(&self) -> Counts {
        self.counts
    }

    /// When colours are asked for.
    pub(crate) fn color(&self) -> Color {
        self.color
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
