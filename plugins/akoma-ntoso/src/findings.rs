//! What the archivist should know of the document.

use plenary_plugin_sdk::xml::{Faults, first_unfit};
use plenary_plugin_sdk::{Diagnostic, Session, Severity};

use crate::options::Profile;
use crate::record::{Document, Record};
use crate::transcript::Times;
use crate::work::{Work, WorkDate};

/// The findings of a document that was written.
pub(crate) fn of(record: &Record<'_>, faults: &Faults) -> Vec<Diagnostic> {
    let mut findings = gaps(record);
    for contradiction in &record.work.contradictions {
        let warning = Diagnostic::new(Severity::Warning, "akoma-ntoso::contradiction", contradiction.clone());
        findings.push(warning.help("the IRI counts; leave the option out, or give the IRI of this session"));
    }
    if record.document != Document::Report && record.transcript.times == Times::Some {
        let message = match record.profile {
            Profile::Standard => "only of some speeches it is known by the clock when they begin",
            Profile::Sayit => "only of some speeches and scenes SayIt would know when they begin",
        };
        let help = "the times stand in `plenary:start` and `plenary:end`, so that nobody sorts the speeches by them; \
                    give each speech its time to have `startTime`";
        findings.push(note("akoma-ntoso::some-times", message).help(help));
    }
    if faults.replaced {
        findings.push(replaced(record.session));
    }
    for id in &faults.ids {
        let message =
            format!("the identifier `{id}` is empty, holds white space or occurs twice, and was left out");
        let help = "give each node of the session's JSON an identifier of its own, without blanks";
        findings.push(Diagnostic::new(Severity::Warning, "akoma-ntoso::unusable-id", message).help(help));
    }
    for id in &record.references.unknown_speakers {
        let message = format!("no speaker has the identifier `{id}`; what refers to it refers to nobody");
        let help = "add the speaker to `speakers` in the session's JSON";
        findings.push(Diagnostic::new(Severity::Warning, "akoma-ntoso::unknown-speaker", message).help(help));
    }
    findings
}

/// What the session does not tell, and an archive wants to know.
fn gaps(record: &Record<'_>) -> Vec<Diagnostic> {
    let Record { session, work, .. } = record;
    let mut findings = Vec::new();
    let date = work.date;
    let filed = match date {
        WorkDate::Day(_) => None,
        WorkDate::Year(_) => Some(format!("{date}, the first day of its event's year")),
        WorkDate::Unknown => Some(format!("{date}, which stands for no date")),
    };
    if let Some(filed) = filed {
        let message = format!("the session has no date; it is filed under {filed}");
        let help = "give the day of the session: --set akoma-ntoso.date=YYYY-MM-DD";
        findings.push(note("akoma-ntoso::no-date", message).help(help));
    }
    if session.title.is_none() {
        let message = match work.title {
            Some(title) => format!("the session has no title; it is called `{title}`"),
            None => "the session has no title, and nothing to be called by".to_owned(),
        };
        let help = "write the title above the session";
        findings.push(note("akoma-ntoso::no-title", message).help(help));
    }
    if let Some(made_up) = made_up(work) {
        findings.push(made_up);
    }
    if record.document == Document::Report {
        if record.report().next().is_none() {
            let message = "the session has no report; the document has nothing in it";
            let help = "write the debate: -t akoma-ntoso";
            findings.push(note("akoma-ntoso::no-report", message).help(help));
        }
    } else if record.transcript.turns().next().is_none() {
        let message = "the session has no transcript; the debate has nobody who speaks";
        let help = "what it has is in the report that is attached, and in the analysis";
        findings.push(note("akoma-ntoso::no-transcript", message).help(help));
    }
    findings
}

/// Tells of the parts of the IRI that the session does not give.
fn made_up(work: &Work<'_>) -> Option<Diagnostic> {
    let iri = work.debate().work;
    let actor = iri.actor.as_deref().unwrap_or_default();
    let (what, help) = match (work.made_up.actor, work.made_up.number) {
        (true, true) => (
            format!("whose the session is, nor its number; it is filed as `{}` under `{actor}`", iri.number),
            "name them: --set akoma-ntoso.actor=… --set akoma-ntoso.number=…",
        ),
        (true, false) => (
            format!("whose the session is; it is filed under `{actor}`"),
            "name the body: --set akoma-ntoso.actor=…",
        ),
        (false, true) => (
            format!("the session's number; it is filed as `{}`", iri.number),
            "give the number: --set akoma-ntoso.number=…",
        ),
        (false, false) => return None,
    };
    let message = format!("nothing tells {what}");
    Some(note("akoma-ntoso::made-up-name", message).help(help))
}

fn note(code: &'static str, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Severity::Note, code, message)
}

/// Tells of characters XML cannot hold, and points to the first of them.
fn replaced(session: &Session<'_>) -> Diagnostic {
    let first = first_unfit(session);
    let which = first.map_or_else(String::new, |(c, _)| format!(", U+{:04X} the first,", u32::from(c)));
    let message = format!("characters{which} that XML 1.0 cannot hold were replaced");
    let warning = Diagnostic::new(Severity::Warning, "akoma-ntoso::replaced-characters", message)
        .help("U+FFFD stands where they stood; take control characters out of the source");
    match first {
        Some((_, span)) => warning.at(span),
        None => warning,
    }
}
