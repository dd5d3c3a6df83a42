//! That there are documents.

use plenary_core::Session;
use plenary_host::FormatInfo;

use super::super::bench::{Bench, Document, difference, fault, is_fault, is_same};
use super::super::sessions;
use super::super::verdict::{Finding, failed, noted, skipped};
use crate::table::several;

/// Every sample in every format.
pub(super) fn samples(bench: &Bench<'_>) -> Result<String, Finding> {
    let documents = bench.documents();
    super::sameness::keep(bench, documents);
    let failures = || documents.iter().filter_map(|document| Some((document, document.made.as_ref().err()?)));
    if let Some((document, failure)) = failures().find(|(_, failure)| is_fault(&failure.kind)) {
        return Err(fault(&document.what, failure));
    }
    for document in documents {
        let format = bench.formats().iter().find(|format| format.name == document.format);
        if let (Some(format), Ok(bytes)) = (format, &document.made) {
            is_text(format, &document.what, bytes)?;
        }
    }
    let number = failures().count();
    let all = several(bench.samples().len(), "session", "sessions");
    let formats = several(bench.formats().len(), "format", "formats");
    match failures().next() {
        None => {
            let bytes: usize =
                documents.iter().filter_map(|document| document.made.as_ref().ok()).map(Vec::len).sum();
            Ok(format!("{all} in {formats}, {} kB", bytes.div_ceil(1000)))
        }
        Some((Document { what, .. }, failure)) => {
            let told = format!("{number} of {} make no document; {what}: {}", documents.len(), failure.kind);
            Err(if number == documents.len() {
                failed(told).help("a plugin makes documents of ordinary sessions without being told how")
            } else {
                noted(told).help(
                    "fine where the format has no place for such a session: the user is told the reason",
                )
            })
        }
    }
}

/// A session with nothing in it.
pub(super) fn empty(bench: &Bench<'_>) -> Result<String, Finding> {
    odd(bench, "a session with nothing in it", &sessions::empty())
}

/// A session that no page gives.
pub(super) fn hostile(bench: &Bench<'_>) -> Result<String, Finding> {
    match sessions::hostile() {
        Some(session) => odd(bench, "a hostile session", &session),
        None => Err(skipped("the session is none any more")),
    }
}

/// A session as long as a day.
pub(super) fn long(bench: &Bench<'_>) -> Result<String, Finding> {
    match sessions::long() {
        Some(session) => odd(bench, "a session of a thousand speeches", &session),
        None => Err(skipped("the session is none any more")),
    }
}

fn odd(bench: &Bench<'_>, what: &str, session: &Session<'_>) -> Result<String, Finding> {
    let mut told = Vec::new();
    for format in bench.formats() {
        let what = format!("{what} as {}", format.name);
        match bench.made(&what, &format.name, session, &bench.plain()) {
            Ok(bytes) => {
                is_text(format, &what, &bytes)?;
                told.push(format!("{}: {}", format.name, several(bytes.len(), "byte", "bytes")));
            }
            Err(failure) if is_fault(&failure.kind) => return Err(fault(&what, &failure)),
            Err(failure) => {
                return Err(noted(format!("{what}: {}", failure.kind))
                    .help("fine where there is nothing to be made of it: the user is told the reason"));
            }
        }
    }
    Ok(told.join(", "))
}

/// Makes sure that the document is text, where its format is.
fn is_text(format: &FormatInfo, what: &str, bytes: &[u8]) -> Result<(), Finding> {
    match std::str::from_utf8(bytes) {
        Err(error) if !format.binary => {
            Err(failed(format!("{what}: not UTF-8 from byte {} on", error.valid_up_to()))
                .help("a format that is no text says `\"binary\": true`; text is not cut inside a character"))
        }
        _ => Ok(()),
    }
}

/// Members that nobody knows yet.
pub(super) fn newer(bench: &Bench<'_>) -> Result<String, Finding> {
    let few = bench.few();
    for sample in &few {
        let Some(newer) = sessions::newer(&sample.session) else {
            return Err(skipped("the session cannot be written as a later version would"));
        };
        for format in bench.formats() {
            let what = format!("{} with unknown members as {}", sample.name, format.name);
            let plain = bench.made(&what, &format.name, &sample.session, &bench.plain());
            let made = bench.made(&what, &format.name, &newer, &bench.plain());
            let hands_on = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains(sessions::UNKNOWN);
            if made.as_ref().is_ok_and(hands_on) {
                return Err(noted(format!("{what}: the unknown members stand in the document")).help(
                    "fine for a format that is to hold all there is; else ignore what you do not know",
                ));
            }
            if !is_same(&plain, &made) {
                return Err(failed(format!("{what}: {}", difference(&plain, &made)))
                    .help("ignore the members you do not know: a later plenary adds some"));
            }
        }
    }
    Ok(format!("{} with unknown members in every object", several(few.len(), "session", "sessions")))
}

/// What the plugin reports on the samples.
pub(super) fn findings(bench: &Bench<'_>) -> Result<String, Finding> {
    let mut number = 0;
    for Document { what, sample, findings, .. } in bench.documents() {
        let length = plenary_core::source::write(&sample.session).len();
        for finding in findings {
            number += 1;
            match finding.code.as_ref() {
                "plugin::unreadable" => {
                    return Err(failed(format!("{what}: {}", finding.message))
                        .help("the size of a diagnostic is sizeof(plenary_diagnostic)"));
                }
                "plugin::unnamed" => {
                    return Err(noted(format!("{what}: a finding without a code: `{}`", finding.message))
                        .help("a code such as `my-format::long-name` lets users filter what they know"));
                }
                "plugin::left-out" => return Err(noted(format!("{what}: {}", finding.message))),
                _ => {}
            }
            if finding.span.is_some_and(|span| span.end > length) {
                return Err(failed(format!(
                    "{what}: `{}` points behind the end of the source",
                    finding.code
                ))
                .help("spans are offsets in bytes into the source of the session"));
            }
        }
    }
    Ok(match number {
        0 => "none on the samples".to_owned(),
        number => format!("{number} on the samples, each with a code"),
    })
}
