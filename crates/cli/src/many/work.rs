//! What is done with one page, on any thread.

use std::time::Instant;

use blake3::Hash;
use plenary_core::Diagnostic;
use tracing::{info, info_span};

use super::manifest::{Known, Output, Record, Status, Why};
use super::pages::Found;
use super::plan::Plan;
use super::setup::Group;
use crate::codes;
use crate::exit::{Exit, Failure};
use crate::input::{self, Broken};
use crate::log::milliseconds;
use crate::output::{Fate, Target, Writing, put};
use crate::page::Page;
use crate::report::{Counts, Source, json_list};

/// What is the same for all pages.
pub(crate) struct Work<'a> {
    pub(crate) plan: &'a Plan<'a>,
    pub(crate) known: &'a Known,
    /// Whether what is known of is not looked at again.
    pub(crate) resume: bool,
    /// The size a page may have, in bytes.
    pub(crate) largest: u64,
    pub(crate) writing: Writing,
}

/// What came of a page.
pub(super) enum Done {
    /// Nothing was done: neither the page nor what converts it has changed, and its documents are there.
    Unchanged,
    /// It was not looked at, for it was under --resume, and this is why it failed, if it did.
    Before(Option<Why>),
    Tried(Box<Tried>),
}

/// What came of a page that was read, or was to be.
pub(super) struct Tried {
    pub(super) record: Record,
    /// The documents, where there are some.
    pub(super) fates: Vec<Fate>,
    pub(super) findings: Vec<Diagnostic>,
    /// Why there are none, where the findings do not say so.
    pub(super) failure: Option<Failure>,
    /// The text that spans point into.
    pub(super) text: Option<String>,
}

/// What came of a page until there was nothing more to be done with it.
#[derive(Default)]
struct Course {
    hash: Option<String>,
    findings: Vec<Diagnostic>,
    text: Option<String>,
}

impl Work<'_> {
    /// Converts a page to all formats, or to none.
    ///
    /// # Errors
    /// Where the next page would fail alike: some options only the plugin can judge.
    pub(super) fn page(&self, found: &Found) -> Result<Done, Failure> {
        let _page = info_span!("page", page = %found.path.display()).entered();
        let Group { conversion, by, .. } = self.plan.group(found);
        let timings = conversion.timings();
        let known = self.known.get(&found.path);
        let before = known.as_ref().filter(|before| before.is_by(&by.fingerprint));
        let start = Instant::now();
        let targets = self.plan.targets(found)?;
        if let Some(before) = before.filter(|before| self.resume && before.is_meant(&targets)) {
            info!("left as an earlier run left it, without a look");
            return Ok(Done::Before(before.failure.clone()));
        }
        let mut course = Course::default();
        let (bytes, _) = timings.read.time(|| self.read(found));
        let made = match bytes {
            Err(failure) => Err(Some(failure)),
            Ok(bytes) => {
                let ((hash, stands), _) = timings.hash.time(|| {
                    let hash = blake3::hash(&bytes);
                    (hash, before.is_some_and(|before| before.held(hash) && before.stands(&targets)))
                });
                timings.hash.count(bytes.len());
                if stands {
                    info!(bytes = bytes.len(), "unchanged, and left as it is");
                    return Ok(Done::Unchanged);
                }
                info!(because = because(known.as_ref(), before, hash), "begun");
                course.hash = Some(hash.to_hex().to_string());
                self.make(found, bytes, &targets, &mut course)
            }
        };
        match made {
            Err(Some(failure)) if failure.exit == Exit::Usage => Err(failure),
            made => Ok(Done::Tried(Box::new(self.tried(found, start, course, made)))),
        }
    }

    /// What came of a page over which plenary itself broke down: no more than that is known of it.
    pub(super) fn broken(&self, found: &Found, start: Instant, fault: Failure) -> Done {
        Done::Tried(Box::new(self.tried(found, start, Course::default(), Err(Some(fault)))))
    }

    fn read(&self, found: &Found) -> Result<Vec<u8>, Failure> {
        let largest = self.largest;
        input::bytes(&found.path, largest)?.ok_or_else(|| {
            let message = format!("this file has more than {largest} bytes");
            Failure::page(&codes::TOO_LARGE, message).help("--max-page allows more")
        })
    }

    fn make(
        &self,
        found: &Found,
        bytes: Vec<u8>,
        targets: &[Target],
        course: &mut Course,
    ) -> Result<(Vec<Output>, Vec<Fate>), Option<Failure>> {
        let Group { conversion, .. } = self.plan.group(found);
        let timings = conversion.timings();
        let (page, _) = timings.read.time(|| Page::of(bytes, conversion.reading()));
        let page = page.map_err(|Broken { failure, text }| {
            course.text = text;
            failure
        })?;
        let documents = conversion.convert(&page, &mut |found| course.findings.extend_from_slice(found));
        course.text = page.into_source_text();
        let documents = documents?;
        let placed = put(&documents, targets, &self.writing, timings)?;
        let written = targets.iter().zip(&documents).zip(&placed);
        let outputs = written.filter_map(|((target, document), placed)| match target {
            Target::File(path) => Some(Output::new(path.clone(), document, placed.modified)),
            Target::Stdout => None,
        });
        let (outputs, _) = timings.hash.time(|| outputs.collect());
        Ok((outputs, placed.iter().map(|placed| placed.fate).collect()))
    }

    fn tried(
        &self,
        found: &Found,
        start: Instant,
        course: Course,
        made: Result<(Vec<Output>, Vec<Fate>), Option<Failure>>,
    ) -> Tried {
        let Course { hash, findings, text } = course;
        let (status, (outputs, fates), failure) = match made {
            Ok(made) => (Status::Converted, made, None),
            Err(failure) => (Status::Failed, Default::default(), failure),
        };
        let mut counts = Counts::of(findings.iter().map(|finding| finding.severity));
        counts.errors += usize::from(failure.is_some());
        // Of several errors on a page the last is why it ended there.
        let error = || findings.iter().rfind(|finding| finding.severity == plenary_core::Severity::Error);
        let why = failure.as_ref().map(|failure| failure.finding.as_ref()).or_else(error);
        let why = why.map(|why| Why { code: why.code.to_string(), message: why.message.clone() });
        let name = found.path.to_string_lossy();
        let all = findings.iter().chain(failure.as_ref().map(|failure| failure.finding.as_ref()));
        let diagnostics = json_list(&Source::new(&name, text.as_deref()), all);
        let record = Record {
            input: found.path.clone().into(),
            hash,
            fingerprint: self.plan.group(found).by.fingerprint.clone(),
            status,
            outputs,
            milliseconds: u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX),
            findings: counts,
            diagnostics,
            failure: why.filter(|_| status == Status::Failed),
        };
        let (bytes, milliseconds) = (text.as_ref().map(String::len), milliseconds(start.elapsed()));
        info!(bytes, milliseconds, "{}", if status == Status::Converted { "converted" } else { "failed" });
        Tried { record, fates, findings, failure, text }
    }
}

/// Why the page is converted, though something may be known of it; `before` is that where it is by what converts it now.
fn because(known: Option<&Record>, before: Option<&Record>, page: Hash) -> &'static str {
    match (known, before) {
        (None, _) => "it is new",
        (Some(_), None) => "what it is converted by has changed",
        (_, Some(before)) if before.failed() => "it failed before",
        (_, Some(before)) if !before.held(page) => "it has changed",
        (_, Some(_)) => "a document of it is not there as it was written",
    }
}
