//! What is said while pages are watched.

use std::collections::HashSet;

use plenary_core::Diagnostic;
use plenary_core::model::Span;

use super::pages::Pages;
use crate::exit::Failure;
use crate::many::{Names, Tally};
use crate::report::Report;
use crate::table::several;

/// Findings about what is looked at again and again: told when they come up, and not as long as they stay.
#[derive(Default)]
pub(super) struct Standing {
    before: HashSet<String>,
    now: HashSet<String>,
    /// What is in the way of converting.
    failures: HashSet<(String, Option<Span>)>,
}

impl Standing {
    /// It is looked at anew.
    pub(super) fn begin(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// Whether this was not told of when it was last looked at, nor since.
    pub(super) fn is_new(&mut self, what: &str) -> bool {
        self.now.insert(what.to_owned()) && !self.before.contains(what)
    }

    /// Whether this was not told of since pages could last be converted.
    pub(super) fn is_new_failure(&mut self, failure: &Failure) -> bool {
        self.failures.insert((failure.finding.message.clone(), failure.finding.span))
    }

    /// Pages could be converted: nothing is in the way any more.
    pub(super) fn is_put_right(&mut self) {
        self.failures.clear();
    }

    pub(super) fn tell(&mut self, report: &mut Report, finding: &Diagnostic) {
        if self.is_new(&finding.message) {
            report.finding(None, finding);
        }
    }
}

/// Why pages are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Because {
    /// It is the first time.
    Begun,
    /// They may be converted otherwise now.
    SetUp,
    /// They, or which there are, may have changed.
    Changed,
}

/// The figures of a pass; none where nothing came of it that anybody asked for.
pub(super) fn pass(tally: &Tally, because: Because) -> Option<String> {
    let all = || several(tally.pages(), "page", "pages");
    match because {
        Because::Begun => Some(tally.figures(&all())),
        Because::SetUp if tally.tried.number == 0 => None,
        Because::SetUp => Some(tally.figures(&format!("plugins or settings changed, {}", all()))),
        Because::Changed => tally.figures_of_tried(),
    }
}

/// What is waited for.
pub(super) fn waiting(pages: &Pages<'_>) -> String {
    let number = several(pages.plan.pages.len(), "page", "pages");
    let folders = several(pages.folders.len(), "folder", "folders");
    format!("watching {number} in {folders}; Ctrl-C ends it")
}

/// Pages that are no more.
pub(super) fn gone(pages: &Names) -> String {
    let (are, their) =
        if pages.number == 1 { ("is no page", "its documents") } else { ("are no pages", "their documents") };
    format!("{pages} {are} any more; {their} stay")
}

/// Places that are named, where nothing is.
pub(super) fn missing(places: &Names) -> String {
    let (does, comes) = if places.number == 1 { ("does", "comes there") } else { ("do", "comes to them") };
    format!("{places} {does} not exist; what {comes} is converted")
}
