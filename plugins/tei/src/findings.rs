//! What the user should know of the document.

use plenary_plugin_sdk::xml::{Faults, first_unfit};
use plenary_plugin_sdk::{Diagnostic, Severity};

use crate::record::Record;

/// The findings of a document that was written.
pub(crate) fn of(record: &Record<'_>, faults: &Faults) -> Vec<Diagnostic> {
    let warning = |code: &'static str, message: String| Diagnostic::new(Severity::Warning, code, message);
    let mut findings = Vec::new();
    if faults.replaced {
        let first = first_unfit(record.session);
        let which = first.map_or_else(String::new, |(c, _)| format!(", U+{:04X} the first,", u32::from(c)));
        let message = format!("characters{which} that XML 1.0 cannot hold were replaced");
        let finding = warning("tei::replaced-characters", message)
            .help("U+FFFD stands where they stood; take control characters out of the source");
        findings.push(match first {
            Some((_, span)) => finding.at(span),
            None => finding,
        });
    }
    for id in &faults.ids {
        let message = format!("the identifier `{id}` is no name in XML or occurs twice, and was left out");
        findings.push(warning("tei::unusable-id", message));
    }
    for id in record.unknown_speakers() {
        let message = format!("no speaker has the identifier `{id}`; what refers to it refers to nobody");
        findings.push(warning("tei::unknown-speaker", message));
    }
    findings
}
