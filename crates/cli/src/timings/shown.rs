//! Timings as a table for people, and as a JSON object for programs.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde::Serialize;

use super::{Step, Timings};
use crate::table::{Align, Table, several};

/// The timings of a run, which add up to its time on the clock for each of its threads.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
    /// On the clock.
    microseconds: u64,
    threads: usize,
    steps: Vec<Row>,
}

/// What a step has taken, over all threads.
#[derive(Debug, Serialize)]
struct Row {
    step: &'static str,
    format: Option<String>,
    microseconds: u64,
    /// How many pages or documents.
    number: u64,
    bytes: u64,
}

/// What programs find it by, among findings.
#[derive(Serialize)]
pub(super) struct Object<'a> {
    timings: &'a Shown,
}

impl Shown {
    pub(super) fn of(timings: &Timings, elapsed: Duration, threads: usize) -> Self {
        let Timings { read, hash, record, answer, formats, start: _ } = timings;
        // What is not done has no row; of formats it is told that nothing had to be rendered.
        let done = |step, format, taken: &Step| (!taken.is_untouched()).then(|| Row::of(step, format, taken));
        let mut steps: Vec<_> =
            [done("read", None, read), done("hash", None, hash)].into_iter().flatten().collect();
        steps.extend(formats.iter().map(|format| Row::of("render", Some(&format.name), &format.render)));
        steps.extend(formats.iter().filter_map(|format| done("write", Some(&format.name), &format.write)));
        steps.extend([done("answer", None, answer), done("record", None, record)].into_iter().flatten());
        let microseconds = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX);
        let mut shown = Self { microseconds, threads, steps };
        let other = shown.whole().saturating_sub(shown.steps.iter().map(|row| row.microseconds).sum());
        shown.steps.push(Row { step: "other", format: None, microseconds: other, number: 0, bytes: 0 });
        shown
    }

    /// The time that all threads together had.
    fn whole(&self) -> u64 {
        self.microseconds.saturating_mul(self.threads as u64)
    }

    pub(super) fn object(&self) -> Object<'_> {
        Object { timings: self }
    }

    /// A table, and a line of what it adds up to.
    pub(super) fn text(&self) -> String {
        const COLUMNS: [Align; 7] =
            [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right];
        let mut table = Table::new(COLUMNS);
        table.row(["STEP", "FORMAT", "SECONDS", "SHARE", "NUMBER", "MB", "MB/S"]);
        let whole = self.whole();
        for Row { step, format, microseconds, number, bytes } in &self.steps {
            let figure = |figure: String| if *number > 0 { figure } else { String::new() };
            table.row([
                (*step).to_owned(),
                format.clone().unwrap_or_default(),
                seconds(*microseconds),
                share(*microseconds, whole),
                figure(number.to_string()),
                figure(format!("{:.3}", megabytes(*bytes))),
                figure(format!("{:7.1}", megabytes(*bytes) / (float(*microseconds).max(1.0) / 1e6))),
            ]);
        }
        let threads = several(self.threads, "thread", "threads");
        format!("{}{} s on the clock, on {threads}\n", table.render(""), seconds(self.microseconds))
    }
}

impl Row {
    fn of(step: &'static str, format: Option<&str>, taken: &Step) -> Self {
        Self {
            step,
            format: format.map(str::to_owned),
            microseconds: taken.nanoseconds.load(Ordering::Relaxed) / 1000,
            number: taken.number.load(Ordering::Relaxed),
            bytes: taken.bytes.load(Ordering::Relaxed),
        }
    }
}

fn seconds(microseconds: u64) -> String {
    format!("{:.3}", float(microseconds) / 1e6)
}

fn share(part: u64, whole: u64) -> String {
    format!("{:5.1} %", 100.0 * float(part) / float(whole.max(1)))
}

fn megabytes(bytes: u64) -> f64 {
    float(bytes) / 1e6
}

#[expect(clippy::cast_precision_loss, reason = "figures, for people")]
fn float(number: u64) -> f64 {
    number as f64
}
