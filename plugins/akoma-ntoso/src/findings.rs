//! What the archivist should know of the document.

use plenary_plugin_sdk::model::{Span, walk};
use plenary_plugin_sdk::{Diagnostic, Session, Severity};

use crate::escape::is_fit;
use crate::record::Record;
use crate::work::WorkDate;
use crate::xml::Faults;

/// The findings of a document that was written.
pub(crate) fn of(record: &Record<'_>, faults: &Faults) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let date = record.work.date;
    let filed = match date {
        WorkDate::Day(_) => None,
        WorkDate::Year(_) => Some(format!("{date}, the first day of its event's year")),
        WorkDate::Unknown => Some(format!("{date}, which stands for no date")),
    };
    if let Some(filed) = filed {
        let message = format!("the session has no date; it is filed under {filed}");
        let note = Diagnostic::new(Severity::Note, "akoma-ntoso::no-date", message);
        findings.push(note.help("give the day of the session: --set akoma-ntoso.date=YYYY-MM-DD"));
    }
    if faults.replaced {
        findings.push(replaced(record.session));
    }
    for id in &faults.ids {
        let message =
            format!("the identifier `{id}` is empty, holds white space or occurs twice, and was left out");
        findings.push(Diagnostic::new(Severity::Warning, "akoma-ntoso::unusable-id", message));
    }
    for id in &record.references.unknown_speakers {
        let message = format!("no speaker has the identifier `{id}`; what refers to it refers to nobody");
        findings.push(Diagnostic::new(Severity::Warning, "akoma-ntoso::unknown-speaker", message));
    }
    findings
}

/// Tells of characters XML cannot hold, and points to the first of them.
fn replaced(session: &Session<'_>) -> Diagnostic {
    let mut first: Option<(char, Span)> = None;
    walk::walk(session, &mut |_, text| {
        let unfit = text.as_str().char_indices().find(|&(_, c)| !is_fit(c));
        if let Some((at, c)) = unfit {
            let start = text.content_span().start + at;
            if first.is_none_or(|(_, span)| start < span.start) {
                first = Some((c, Span::new(start, start + c.len_utf8())));
            }
        }
    });
    let which = first.map_or_else(String::new, |(c, _)| format!(", U+{:04X} the first,", u32::from(c)));
    let message = format!("characters{which} that XML 1.0 cannot hold were replaced");
    let warning = Diagnostic::new(Severity::Warning, "akoma-ntoso::replaced-characters", message)
        .help("U+FFFD stands where they stood; take control characters out of the source");
    match first {
        Some((_, span)) => warning.at(span),
        None => warning,
    }
}
