//! What has been found, and how much of it is told.

use std::fmt::Arguments;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::Code;
use crate::model::Span;

/// So many findings of a kind are told one by one: more than anybody reads, few enough for the memory of a machine.
const TOLD: usize = 1000;

/// What has been found, kind by kind.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Kind>);

/// The findings of a kind.
#[derive(Debug)]
struct Kind {
    code: &'static Code,
    told: Vec<Diagnostic>,
    /// How many there are beyond those, and where the first of these stands.
    untold: usize,
    first_untold: Option<Span>,
}

impl Findings {
    /// Notes a finding. What is not going to be told is not put into words. No help is empty help.
    pub(super) fn add(
        &mut self,
        code: &'static Code,
        at: Option<Span>,
        message: Arguments<'_>,
        help: Arguments<'_>,
    ) {
        let kind = match self.0.iter_mut().position(|kind| kind.code == code) {
            Some(place) => self.0.get_mut(place),
            None => {
                self.0.push(Kind { code, told: Vec::new(), untold: 0, first_untold: None });
                self.0.last_mut()
            }
        };
        let Some(kind) = kind else { return };
        if kind.told.len() == TOLD {
            kind.untold += 1;
            kind.first_untold = kind.first_untold.or(at);
            return;
        }
        let mut finding = Diagnostic::of(code, message.to_string());
        finding.span = at;
        let help = help.to_string();
        finding.help = (!help.is_empty()).then_some(help);
        kind.told.push(finding);
    }

    /// All that is told, in the order of the source.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let mut all = Vec::new();
        for kind in self.0 {
            all.extend(kind.told);
            if kind.untold > 0 {
                let mut rest = Diagnostic::of(kind.code, format!("and {} more like this", kind.untold));
                rest.span = kind.first_untold;
                all.push(rest);
            }
        }
        all.sort_by_key(|finding| finding.span);
        all
    }
}
