//! From a line to the line that answers it, whatever is in it.

use std::path::Path;
use std::time::Instant;

use plenary_core::{Diagnostic, Severity};
use serde_json::value::RawValue;
use tracing::{info, info_span};

use super::answer::{Answer, Document, Outcome, line, located};
use super::lines::{Content, Line};
use super::record::{self, Record, Task};
use crate::args::Dialect;
use crate::codes;
use crate::conversion::{Conversion, Converted};
use crate::exit::{Exit, Failure};
use crate::fault::contained;
use crate::input::{self, Broken, decode};
use crate::log::milliseconds;
use crate::page::{Page, Reading};
use crate::report::Source;

/// What answers records.
pub(super) struct Answering<'a> {
    pub(super) conversion: &'a Conversion<'a>,
    /// The size a page in a file may have, in bytes.
    pub(super) largest: usize,
}

/// What the stream itself is called where a record is at fault.
const STREAM: &str = "<stdin>";

impl Answering<'_> {
    /// The answer to a line. It comes whatever happens.
    pub(super) fn answer(&self, Line { number, content }: Line) -> Answer {
        let _record = info_span!("record", record = number).entered();
        let start = Instant::now();
        info!("begun");
        let answer = self.answer_to(number, content);
        let (bytes, milliseconds) = (answer.line.len(), milliseconds(start.elapsed()));
        info!(bytes, milliseconds, "{}", if answer.exit == Exit::Success { "answered" } else { "failed" });
        answer
    }

    fn answer_to(&self, number: usize, content: Content) -> Answer {
        let bytes = match content {
            Content::Whole(bytes) => bytes,
            Content::TooLong(head) => {
                let head = String::from_utf8_lossy(&head);
                return bad_record(Record::id(&head), number, None, &too_large("this record", self.largest));
            }
        };
        match decode(bytes, self.conversion.reading().lossy) {
            Ok((text, lossy)) => self.record(unmarked(&text, number), number, lossy),
            Err(Broken { failure, text }) => {
                let text = text.as_deref();
                bad_record(text.and_then(Record::id), number, text, &failure)
            }
        }
    }

    fn record(&self, text: &str, number: usize, lossy: Option<Diagnostic>) -> Answer {
        let Record { id, task } = Record::read(text);
        let task = match task {
            Ok(task) => task,
            Err(failure) => return bad_record(id, number, Some(text), &failure),
        };
        // A fault of plenary costs the record, as one of a plugin does.
        contained(|| self.task(id, task, lossy)).unwrap_or_else(|fault| bad_record(id, number, None, &fault))
    }

    fn task(&self, id: Option<&RawValue>, task: Task, lossy: Option<Diagnostic>) -> Answer {
        let Task { page, name, from } = task;
        let (bytes, from, name) = match page {
            record::Page::Text(text) => (text_of(text), from, name),
            record::Page::Session(json) => (Ok(json.into_bytes()), Some(Dialect::Json), name),
            record::Page::Path(path) => {
                let name = name.unwrap_or_else(|| path.display().to_string());
                (self.conversion.timings().read.time(|| self.file(&path)).0, from, Some(name))
            }
        };
        let reading = self.conversion.reading();
        let reading = Reading { from: from.or(reading.from), ..reading };
        let is_named = name.is_some();
        let name = name.unwrap_or_default();
        let _page = is_named.then(|| info_span!("page", page = name).entered());
        let page = || bytes.map_err(Broken::from).and_then(|bytes| Page::of(bytes, reading));
        let (page, _) = self.conversion.timings().read.time(page);
        let page = match page {
            Ok(page) => page,
            Err(Broken { failure, text }) => {
                let source = Source::new(&name, text.as_deref());
                let error = located(&source, is_named, &failure.finding);
                return Answer { line: line(id, &Outcome::Error(error), &[]), exit: failure.exit };
            }
        };
        let mut findings: Vec<_> = lossy.into_iter().collect();
        let documents = self.conversion.convert(&page, &mut |found| findings.extend_from_slice(found));
        let step = &self.conversion.timings().answer;
        let (answer, _) = step.time(|| self.converted(id, &page, &name, is_named, &findings, documents));
        step.count(answer.line.len());
        answer
    }

    fn converted(
        &self,
        id: Option<&RawValue>,
        page: &Page,
        name: &str,
        is_named: bool,
        findings: &[Diagnostic],
        documents: Converted,
    ) -> Answer {
        let found_in = Source::new(name, page.source_text());
        let failed_in = Source::new(name, Some(&page.text));
        let diagnostics: Vec<_> =
            findings.iter().map(|finding| located(&found_in, is_named, finding)).collect();
        let answer = |outcome: &Outcome<'_>, exit| Answer { line: line(id, outcome, &diagnostics), exit };
        match documents {
            Ok(documents) => {
                let documents = self.conversion.formats().iter().zip(documents);
                let documents = documents
                    .map(|(format, content)| Document::new(format.name(), format.is_binary(), content));
                answer(&Outcome::Documents(documents.collect()), Exit::Success)
            }
            Err(Some(failure)) => {
                // It may be about the file of settings.
                let file = failure.file.as_ref().map(|file| file.source());
                let (source, is_named) = file.as_ref().map_or((&failed_in, is_named), |file| (file, true));
                answer(&Outcome::Error(located(source, is_named, &failure.finding)), failure.exit)
            }
            // What was found says already why.
            Err(None) => {
                let error = findings.iter().find(|finding| finding.severity == Severity::Error);
                let unsaid = Diagnostic::of(&codes::RENDER, "there is no document");
                answer(&Outcome::Error(located(&found_in, is_named, error.unwrap_or(&unsaid))), Exit::Failed)
            }
        }
    }

    /// What is in a file, which may be no larger than a record.
    fn file(&self, path: &Path) -> Result<Vec<u8>, Failure> {
        input::bytes(path, self.largest as u64)?.ok_or_else(|| too_large("this file", self.largest))
    }
}

/// The bytes of a page that stands in its record: what is said of a file that is empty would lead astray.
fn text_of(text: String) -> Result<Vec<u8>, Failure> {
    if text.trim_ascii().is_empty() {
        return Err(Failure::page(&codes::EMPTY, "the `text` of this record is empty"));
    }
    Ok(text.into_bytes())
}

/// The answer to what is no record, with the place in the stream.
fn bad_record(id: Option<&RawValue>, number: usize, text: Option<&str>, failure: &Failure) -> Answer {
    let source = Source::new(STREAM, text);
    let mut error = located(&source, true, &failure.finding);
    error.line = Some(number);
    error.column.get_or_insert(1);
    // It counts from the start of a file, and is one of the line here.
    error.span = None;
    Answer { line: line(id, &Outcome::Error(error), &[]), exit: failure.exit }
}

fn too_large(what: &str, largest: usize) -> Failure {
    let message = format!("{what} has more than {largest} bytes");
    Failure::page(&codes::RECORD_TOO_LARGE, message).help("--max-record allows more")
}

/// The record without the byte order mark that a file may begin with.
fn unmarked(text: &str, number: usize) -> &str {
    text.strip_prefix('\u{FEFF}').filter(|_| number == 1).unwrap_or(text)
}
