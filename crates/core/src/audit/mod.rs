//! What is wrong in the source: found on a [`Session`] alone, whatever it was read from.
//!
//! The readers say what they could not read; the audit says what was read well and cannot be right, or is worth a
//! second look before a document goes out. It corrects nothing. Each finding is of a kind in the table of
//! [codes](crate::diagnostic::codes::audit), `audit::...`, and has the figures it is drawn from in its message.
//!
//! A rule is a function in a file of its own. None needs more than linear time, but for sorting.

mod cut;
mod date;
mod empty;
mod evidence;
mod figures;
mod findings;
mod fold;
mod leftovers;
mod presence;
mod references;
mod repeats;
mod speakers;
mod stutter;
mod times;
mod topics;

use crate::diagnostic::Diagnostic;
use crate::model::Session;

use evidence::Evidence;
use findings::Findings;

/// All rules.
static RULES: &[fn(&Evidence<'_, '_>, &mut Findings)] = &[
    date::check,
    figures::check,
    presence::check,
    speakers::spellings,
    speakers::short_names,
    cut::check,
    empty::check,
    stutter::check,
    repeats::check,
    leftovers::check,
    times::check,
    topics::check,
    references::check,
];

/// What looks wrong in the source of `session`, in the order of the source; first what concerns all of it.
///
/// Where there are more than twenty findings of a kind, twenty of them are told, and one more says how many there are
/// beside them, and where the first of these stands.
pub fn audit(session: &Session<'_>) -> Vec<Diagnostic> {
    let evidence = Evidence::of(session);
    let mut findings = Findings::default();
    RULES.iter().for_each(|rule| rule(&evidence, &mut findings));
    findings.finish()
}
