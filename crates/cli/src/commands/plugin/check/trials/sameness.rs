//! The same session, the same bytes.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::thread;

use super::super::bench::{Bench, Document, Made, difference, is_same};
use super::super::verdict::{Finding, failed, skipped};
use crate::table::several;

/// What is to be done about bytes that differ.
const HELP: &str = "a renderer keeps nothing between calls, and looks at no clock, address, random number, environment or \
                    order of a hash map";

/// How many renderings are made at once.
const THREADS: usize = 4;

/// Makes sure that `document` comes out again.
fn check(bench: &Bench<'_>, document: &Document, when: &str) -> Result<(), Finding> {
    let again = make(bench, document, when);
    if is_same(&document.made, &again) {
        return Ok(());
    }
    Err(failed(format!("{} {when}: {}", document.what, difference(&document.made, &again))).help(HELP))
}

fn make(bench: &Bench<'_>, Document { what, sample, format, .. }: &Document, when: &str) -> Made {
    bench.made(&format!("{what} {when}"), format, &sample.session, &bench.plain())
}

fn told(documents: &[Document]) -> String {
    several(documents.len(), "document", "documents")
}

pub(super) fn again(bench: &Bench<'_>) -> Result<String, Finding> {
    let documents = bench.documents();
    documents.iter().try_for_each(|document| check(bench, document, "again"))?;
    Ok(told(documents))
}

pub(super) fn order(bench: &Bench<'_>) -> Result<String, Finding> {
    let documents = bench.documents();
    documents.iter().rev().try_for_each(|document| check(bench, document, "in another order"))?;
    Ok(told(documents))
}

pub(super) fn thread(bench: &Bench<'_>) -> Result<String, Finding> {
    at_once(bench, 1, "on another thread")?;
    Ok(format!("{} on another thread", told(bench.documents())))
}

pub(super) fn threads(bench: &Bench<'_>) -> Result<String, Finding> {
    at_once(bench, THREADS, "beside other renderings")?;
    Ok(format!("{} on each of {THREADS} threads", told(bench.documents())))
}

/// Makes all documents again on each of so many threads, each beginning at another.
fn at_once(bench: &Bench<'_>, number: usize, when: &str) -> Result<(), Finding> {
    let documents = bench.documents();
    let run = |thread: usize| {
        let start = thread * documents.len() / number;
        let (late, early) = documents.split_at(start.min(documents.len()));
        early.iter().chain(late).try_for_each(|document| check(bench, document, when))
    };
    thread::scope(|scope| {
        let run = &run;
        let threads: Vec<_> = (0..number).map(|thread| scope.spawn(move || run(thread))).collect();
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(failed("a thread broke down"))))
    })?;
    Ok(())
}

/// Keeps what the documents are, for another process to compare with.
pub(super) fn keep(bench: &Bench<'_>, documents: &[Document]) {
    let lines: String = documents
        .iter()
        .map(|document| format!("{} {:x}\n", document.what, digest(&document.made)))
        .collect();
    // Where it cannot be kept, the trial in the other process is skipped.
    let _ = fs::write(bench.folder.join(KEPT), lines);
}

const KEPT: &str = "documents";

pub(super) fn process(bench: &Bench<'_>) -> Result<String, Finding> {
    let Ok(kept) = fs::read_to_string(bench.folder.join(KEPT)) else {
        return Err(skipped("there are no documents to compare with"));
    };
    let documents = bench.documents();
    for (document, kept) in documents.iter().zip(kept.lines()) {
        if format!("{} {:x}", document.what, digest(&document.made)) != kept {
            let message = format!("{}: another process makes other bytes of it", document.what);
            return Err(failed(message).help(HELP));
        }
    }
    Ok(format!("{} in a process with another language, time zone and user", told(documents)))
}

/// The same in every process of this program.
fn digest(made: &Made) -> u64 {
    let mut hasher = DefaultHasher::new();
    match made {
        Ok(bytes) => bytes.hash(&mut hasher),
        Err(failure) => failure.kind.to_string().hash(&mut hasher),
    }
    hasher.finish()
}
