//! What one rule has found, and how much of it is told.

use std::fmt::Arguments;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::Code;
use crate::model::Span;

/// So many findings of a rule are told one by one: more than a careful page ever has, few enough to be read.
const TOLD: usize = 20;

/// What one rule has found.
#[derive(Debug)]
pub(super) struct Findings {
    code: &'static Code,
    told: Vec<Diagnostic>,
    /// How many there are beyond those, and where the first of these stands.
    untold: usize,
    first_untold: Option<Span>,
}

impl Findings {
    pub(super) fn of(code: &'static Code) -> Self {
        Self { code, told: Vec::new(), untold: 0, first_untold: None }
    }

    /// Notes a finding. What is not going to be told is not put into words.
    pub(super) fn add(&mut self, at: Option<Span>, message: Arguments<'_>, help: Arguments<'_>) {
        if self.told.len() == TOLD {
            self.untold += 1;
            self.first_untold = self.first_untold.or(at);
            return;
        }
        let mut finding = Diagnostic::of(self.code, message.to_string());
        finding.span = at;
        let help = help.to_string();
        finding.help = (!help.is_empty()).then_some(help);
        self.told.push(finding);
    }

    /// All that is told.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        if self.untold > 0 {
            let message = format!("and {} more like this", self.untold);
            let mut rest = Diagnostic::of(self.code, message);
            rest.span = self.first_untold;
            self.told.push(rest);
        }
        self.told
    }
}
