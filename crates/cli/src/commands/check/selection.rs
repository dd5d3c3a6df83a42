//! Which findings are told.

use plenary_core::{Diagnostic, Severity};

use crate::codes;
use crate::exit::Failure;

/// Codes, or the parts before their `::`, to tell and to leave out.
pub(super) struct Selection<'a> {
    /// Empty for all.
    select: Vec<&'a str>,
    ignore: Vec<&'a str>,
}

impl<'a> Selection<'a> {
    /// # Errors
    /// Where no finding on a page has such a code.
    pub(super) fn new(select: &'a [String], ignore: &'a [String]) -> Result<Self, Failure> {
        Ok(Self { select: known(select)?, ignore: known(ignore)? })
    }

    /// Whether the finding is told. An error always is: what cannot be read has not been checked.
    pub(super) fn takes(&self, finding: &Diagnostic) -> bool {
        let named = |names: &[&str]| names.iter().any(|name| covers(name, &finding.code));
        finding.severity == Severity::Error
            || (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

fn known(names: &[String]) -> Result<Vec<&str>, Failure> {
    let names: Vec<_> = names.iter().map(|name| name.trim_end_matches("::")).collect();
    match names.iter().find(|name| codes::on_pages().all(|code| !covers(name, code.name))) {
        None => Ok(names),
        Some(name) => {
            let message = format!("no finding on a page has the code `{name}`");
            let help = codes::near(name, codes::on_pages()) + "`plenary check --explain` lists them all";
            Err(Failure::usage(&codes::UNKNOWN_CODE, message).help(help))
        }
    }
}

/// Whether `name` is the code, or the part before its `::`.
fn covers(name: &str, code: &str) -> bool {
    code.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}
