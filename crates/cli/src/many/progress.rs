//! How far it is: a bar for somebody who sits and waits, else a line now and then.

use std::fmt;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::tally::Tally;
use crate::report::Report;

/// How often there is a line.
const EVERY: Duration = Duration::from_secs(10);

const BAR: &str = "{bar:30} {pos} of {len} pages, {rate} pages/s, {eta} left{msg}";

pub(super) enum Progress {
    Bar(ProgressBar),
    Lines { start: Instant, last: Instant },
}

impl Progress {
    pub(super) fn new(pages: usize, report: &Report) -> Self {
        if !report.is_watched() {
            let now = Instant::now();
            return Self::Lines { start: now, last: now };
        }
        // The template is ours, and right.
        let style = ProgressStyle::with_template(BAR).unwrap_or_else(|_| ProgressStyle::default_bar());
        let rate = |state: &ProgressState, text: &mut dyn fmt::Write| {
            let _ = write!(text, "{:.1}", state.per_sec());
        };
        let bar = ProgressBar::with_draw_target(Some(pages as u64), ProgressDrawTarget::stderr());
        let bar = bar.with_style(style.with_key("rate", rate));
        report.keep_below(&bar);
        Self::Bar(bar)
    }

    /// One more page is done. Gives a line where one is due.
    pub(super) fn advance(&mut self, tally: &Tally) -> Option<String> {
        let failed = tally.failed();
        match self {
            Self::Bar(bar) => {
                bar.inc(1);
                if failed > 0 {
                    bar.set_message(format!(", {failed} failed"));
                }
                None
            }
            Self::Lines { start, last } if last.elapsed() >= EVERY => {
                *last = Instant::now();
                let (done, pages) = (tally.done(), tally.pages());
                #[expect(clippy::cast_precision_loss, reason = "a rate, for people")]
                let (done_f, left) = (done as f64, tally.left() as f64);
                let rate = done_f / start.elapsed().as_secs_f64();
                Some(format!(
                    "{done} of {pages} pages, {failed} failed, {rate:.1} pages/s, {:.0} s left",
                    left / rate
                ))
            }
            Self::Lines { .. } => None,
        }
    }

    pub(super) fn end(self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
