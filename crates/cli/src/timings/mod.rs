//! Where the time of a run goes: to reading, rendering and writing, by format, and to what is besides.

mod shown;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::report::Report;

/// What the steps of a run have taken so far. Several threads may add to it; to do so costs two looks at the clock.
pub(crate) struct Timings {
    start: Instant,
    /// Reading pages, and making sessions of them.
    pub(crate) read: Step,
    /// Hashing pages and documents, to know what has changed.
    pub(crate) hash: Step,
    /// Telling what came of pages, and writing it down; a thread waits for others that do.
    pub(crate) record: Step,
    /// Putting documents of all formats together into answers, and writing those.
    pub(crate) answer: Step,
    /// In the order of the formats.
    formats: Vec<OfFormat>,
}

/// What goes to one format.
struct OfFormat {
    name: String,
    render: Step,
    write: Step,
}

/// What one step has taken so far, over all threads.
#[derive(Default)]
pub(crate) struct Step {
    nanoseconds: AtomicU64,
    number: AtomicU64,
    bytes: AtomicU64,
}

impl Timings {
    /// A run in which documents are made in these formats, and which begins now.
    pub(crate) fn of<'a>(formats: impl Iterator<Item = &'a str>) -> Self {
        Self {
            start: Instant::now(),
            read: Step::default(),
            hash: Step::default(),
            record: Step::default(),
            answer: Step::default(),
            formats: formats.map(OfFormat::of).collect(),
        }
    }

    /// What several of one run have taken together.
    pub(crate) fn together<'t>(several: impl IntoIterator<Item = &'t Self>) -> Self {
        let mut all = Self::of(std::iter::empty());
        for Self { start, read, hash, record, answer, formats } in several {
            all.start = all.start.min(*start);
            all.read.add(read);
            all.hash.add(hash);
            all.record.add(record);
            all.answer.add(answer);
            for OfFormat { name, render, write } in formats {
                let of_format = all.of_format(name);
                of_format.render.add(render);
                of_format.write.add(write);
            }
        }
        all
    }

    fn of_format(&mut self, name: &str) -> &mut OfFormat {
        let at = self.formats.iter().position(|format| format.name == name).unwrap_or(self.formats.len());
        if at == self.formats.len() {
            self.formats.push(OfFormat::of(name));
        }
        &mut self.formats[at]
    }

    /// Rendering in each of the formats.
    pub(crate) fn render(&self) -> impl Iterator<Item = &Step> {
        self.formats.iter().map(|format| &format.render)
    }

    /// Writing documents in each of the formats.
    pub(crate) fn write(&self) -> impl Iterator<Item = &Step> {
        self.formats.iter().map(|format| &format.write)
    }

    /// Tells of a run on so many threads, which ends now.
    pub(crate) fn tell(&self, threads: usize, report: &mut Report) {
        let shown = shown::Shown::of(self, self.start.elapsed(), threads);
        report.figures(shown.text(), &shown.object());
    }
}

impl OfFormat {
    fn of(name: &str) -> Self {
        Self { name: name.to_owned(), render: Step::default(), write: Step::default() }
    }
}

impl Step {
    /// Does work of this step, and gives how long it took.
    pub(crate) fn time<T>(&self, work: impl FnOnce() -> T) -> (T, Duration) {
        let start = Instant::now();
        let done = work();
        let took = start.elapsed();
        self.nanoseconds.fetch_add(u64::try_from(took.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
        (done, took)
    }

    /// Adds what another has taken.
    fn add(&self, other: &Self) {
        let Self { nanoseconds, number, bytes } = other;
        for (to, from) in [(&self.nanoseconds, nanoseconds), (&self.number, number), (&self.bytes, bytes)] {
            to.fetch_add(from.load(Ordering::Relaxed), Ordering::Relaxed);
        }
    }

    fn is_untouched(&self) -> bool {
        self.nanoseconds.load(Ordering::Relaxed) == 0
    }

    /// One more page or document of so many bytes is done.
    pub(crate) fn count(&self, bytes: usize) {
        self.number.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }
}
