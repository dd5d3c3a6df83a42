//! Where the findings go, in the form asked for.

use std::ops::ControlFlow;

use anstream::ColorChoice;
use plenary_core::Diagnostic;
use terminal_size::terminal_size_of;

use super::sarif::Sarif;
use crate::args::{Check, Color, FindingFormat};
use crate::exit::Failure;
use crate::input::Input;
use crate::output::{Prepared, Target, Writing, print_styled, target_of};
use crate::report::{self, Limit, Source};

/// The findings on their way to standard output, page by page, or into a file, all at once.
pub(super) struct Output {
    form: Form,
    target: Target,
    color: ColorChoice,
    /// What goes into the file.
    text: String,
}

enum Form {
    Text { limit: Limit, width: usize },
    Json,
    Sarif(Sarif),
}

impl Output {
    /// # Errors
    /// Where the file is one of the pages.
    pub(super) fn new(args: &Check, color: Color, inputs: &[Input]) -> Result<Self, Failure> {
        let target = target_of(args.output.as_deref(), inputs)?;
        let form = match args.format {
            FindingFormat::Text => Form::Text {
                limit: if args.all { Limit::None } else { Limit::OfAKind },
                width: report::width(terminal_size_of(std::io::stdout())),
            },
            FindingFormat::Json => Form::Json,
            FindingFormat::Sarif => Form::Sarif(Sarif::default()),
        };
        let color = match target {
            Target::Stdout => report::choice(color, &std::io::stdout()),
            Target::File(_) => ColorChoice::Never,
        };
        Ok(Self { form, target, color, text: String::new() })
    }

    /// Takes the findings on a page. Breaks off where nobody reads on.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub(super) fn page(
        &mut self,
        input: &Input,
        source: &Source<'_>,
        findings: &[&Diagnostic],
    ) -> Result<ControlFlow<()>, Failure> {
        let text = match &mut self.form {
            Form::Text { limit, width } => report::text(Some(source), findings, *limit, *width),
            Form::Json => report::json(Some(source), findings),
            Form::Sarif(sarif) => {
                sarif.page(input, source, findings);
                String::new()
            }
        };
        self.write(&text)
    }

    /// Writes what is to be written last, and puts the file in its place.
    ///
    /// # Errors
    /// Where that cannot be done.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        if let Form::Sarif(sarif) = &self.form {
            let document = sarif.document();
            let _ = self.write(&document)?;
        }
        if let Target::File(_) = &self.target {
            let text = anstream::adapter::strip_str(&self.text).to_string();
            Prepared::new(&self.target, text.as_bytes(), &Writing::default())?.commit()?;
        }
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<ControlFlow<()>, Failure> {
        match self.target {
            Target::Stdout => print_styled(text, self.color),
            Target::File(_) => {
                self.text.push_str(text);
                Ok(ControlFlow::Continue(()))
            }
        }
    }
}
