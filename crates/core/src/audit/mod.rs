//! What is wrong in the source: found on a [`Session`] alone, whatever it was read from.
//!
//! The readers say what they could not read; the audit says what was read well and cannot be right, or is worth a
//! second look before a document goes out. It corrects nothing. Each finding is of a kind in the table of
//! [codes](crate::diagnostic::codes), `audit::...`, and has the figures it is drawn from in its message.
//!
//! A rule is a row of a table and a function in a file of its own. None needs more than linear time, but for sorting.

mod findings;

use crate::diagnostic::Diagnostic;
use crate::model::Session;

use findings::Findings;

/// A rule: the kind of its findings, and the function that finds them.
struct Rule {
    code: &'static crate::diagnostic::codes::Code,
    check: fn(&Session<'_>, &mut Findings),
}

/// All rules.
static RULES: &[Rule] = &[];

/// What looks wrong in the source of `session`, in the order of the source; first what concerns all of it.
///
/// A rule that finds the same many times names the first twenty places, and in one more finding how many there are.
pub fn audit(session: &Session<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<_> = RULES
        .iter()
        .flat_map(|rule| {
            let mut findings = Findings::of(rule.code);
            (rule.check)(session, &mut findings);
            findings.finish()
        })
        .collect();
    found.sort_by_key(|finding| finding.span);
    found
}
