//! Findings put into words for people and programs, and the exit code they add up to. The only place that writes to
//! standard error.

mod abridged;
mod counts;
mod excerpt;
mod json;
mod place;
mod stderr;
mod text;

use anstream::{AutoStream, ColorChoice};
use indicatif::ProgressBar;
use plenary_core::{Diagnostic, Severity};
use serde::Serialize;
use terminal_size::{Height, Width};

use crate::args::{Color, MessageFormat, Reporting};
use crate::exit::{Exit, Failure};
use crate::table::visible;

pub(crate) use abridged::Limit;
pub(crate) use counts::Counts;
pub(crate) use json::{Located, lines as json, list as json_list};
pub(crate) use place::{Source, SourceFile};
pub(crate) use stderr::Stderr;
pub(crate) use text::page as text;

/// What was found so far, shown as it is found.
pub(crate) struct Report {
    stderr: Stderr,
    color: Color,
    form: MessageFormat,
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
        Self::of(Stderr::new(args.color), args.color, args.message_format)
    }

    /// Makes another that writes as this one does, for when this one is out of reach.
    pub(crate) fn another(&self) -> impl Fn() -> Self + Send + Sync + use<> {
        let (stderr, color, form) = (self.stderr.clone(), self.color, self.form);
        move || Self::of(stderr.clone(), color, form)
    }

    fn of(stderr: Stderr, color: Color, form: MessageFormat) -> Self {
        Self { stderr, color, form, counts: Counts::default(), exit: Exit::Success, begun: false }
    }

    /// Where it is written to.
    pub(crate) fn stderr(&self) -> &Stderr {
        &self.stderr
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
                let paragraphs = text::paragraphs(source, &findings, Limit::OfAKind, self.stderr.width);
                self.paragraphs(&paragraphs);
            }
            MessageFormat::Json => self.stderr.write(&json::lines(source, &findings)),
        }
    }

    /// A failure, about `source` where it is about one, or about the file that it names itself.
    pub(crate) fn failure(&mut self, source: Option<&Source<'_>>, failure: &Failure) {
        self.raise(failure.exit);
        let file = failure.file.as_ref().map(|file| file.source());
        self.finding(file.as_ref().or(source), &failure.finding);
    }

    /// Makes the run end at least as badly as this.
    pub(crate) fn raise(&mut self, exit: Exit) {
        self.exit = self.exit.max(exit);
    }

    /// Makes the run end well, whatever was told of: it was ended by whoever read it.
    pub(crate) fn end_well(&mut self) {
        self.exit = Exit::Success;
    }

    /// A closing line about more than one page or finding; nothing for programs.
    pub(crate) fn summary(&mut self, line: &str) {
        if self.form == MessageFormat::Text {
            self.paragraphs(&[visible(line) + "\n"]);
        }
    }

    /// One more line of what was told last.
    pub(crate) fn summary_goes_on(&mut self, line: &str) {
        if self.form == MessageFormat::Text {
            self.stderr.write(&(visible(line) + "\n"));
        }
    }

    /// A line for somebody who sits and waits: left out where standard error is no terminal.
    pub(crate) fn confirmation(&mut self, line: &str) {
        if self.stderr.is_terminal {
            self.summary(line);
        }
    }

    /// Figures of a run: a text of several lines for people, an object on a line of its own for programs.
    pub(crate) fn figures(&mut self, text: String, object: &impl Serialize) {
        match self.form {
            MessageFormat::Text => self.paragraphs(&[text]),
            // Strings and numbers alone: that this cannot be written cannot be.
            MessageFormat::Json => {
                self.stderr.write(&(serde_json::to_string(object).unwrap_or_default() + "\n"))
            }
        }
    }

    /// Whether somebody sits and waits, and wants to see how far it is.
    pub(crate) fn is_watched(&self) -> bool {
        self.stderr.is_terminal && self.form == MessageFormat::Text
    }

    /// Keeps a bar below all that is written from now on.
    pub(crate) fn keep_below(&self, bar: &ProgressBar) {
        self.stderr.keep_below(bar);
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

    /// Writes paragraphs in one piece, each set apart from what stands before it.
    fn paragraphs(&mut self, paragraphs: &[String]) {
        let mut text = String::new();
        for paragraph in paragraphs {
            if self.begun {
                text.push('\n');
            }
            self.begun = true;
            text.push_str(paragraph);
        }
        self.stderr.write(&text);
    }
}
