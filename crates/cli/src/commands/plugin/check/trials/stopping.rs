//! That a plugin stops when it is told to.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use plenary_host::abi::Status;
use plenary_host::{Conduct, FailureKind, Observed};

use super::super::bench::{Bench, Document};
use super::super::verdict::{Finding, failed, noted, skipped};
use crate::table::several;

/// The longest document of each format.
fn longest<'b>(bench: &'b Bench<'_>) -> Vec<(&'b Document, &'b [u8])> {
    let of = |format: &str| {
        let made = bench.documents().iter().filter(move |document| document.format == *format);
        made.filter_map(|document| Some((document, document.made.as_deref().ok()?)))
            .max_by_key(|(_, bytes)| bytes.len())
    };
    bench.formats().iter().filter_map(|format| of(&format.name)).collect()
}

/// Cancelled before it begins, and in the middle.
pub(super) fn cancelling(bench: &Bench<'_>) -> Result<String, Finding> {
    let documents = longest(bench);
    if documents.is_empty() {
        return Err(skipped("there is no document"));
    }
    for (document, _) in &documents {
        let observe = |what: &str, cancel_after: usize| {
            let cancelled = AtomicBool::new(cancel_after == 0);
            let mut out = Cancelling { cancelled: &cancelled, writes: 0, cancel_after };
            let Document { sample, format, .. } = *document;
            let observed =
                bench.observe(what, format, &sample.session, &bench.plain(), Some(&cancelled), &mut out);
            (observed, out.writes)
        };
        let what = format!("{} cancelled before it began", document.what);
        stopped(&what, &observe(&what, 0).0, Status::CANCELLED)?;
        let what = format!("{} cancelled after its first write", document.what);
        let (observed, writes) = observe(&what, 1);
        // Who writes once has written all: there was nothing left to be cancelled.
        if observed.conduct.status != Status::OK || writes != 1 {
            stopped(&what, &observed, Status::CANCELLED)?;
        }
        let what = format!("{} not cancelled", document.what);
        if observe(&what, usize::MAX).0.conduct.asked == 0 {
            return Err(noted(format!(
                "as `{}` it stops only where its output is refused: it never asks whether it is cancelled",
                document.format
            ))
            .help("ask now and then, for every speech perhaps: `Job::is_cancelled`, in C `cancelled`"));
        }
    }
    Ok("before it begins, and after its first write".to_owned())
}

/// Its output refused at several places.
pub(super) fn refusing(bench: &Bench<'_>) -> Result<String, Finding> {
    let mut number = 0;
    for (document, bytes) in longest(bench) {
        let length = bytes.len();
        let mut places = vec![0, 1, length / 4, length / 2, length.saturating_sub(1)];
        places.dedup();
        for room in places {
            let what = format!("{} refused after {room} of {length} bytes", document.what);
            let mut out = Full { room };
            let observed = bench.observe(
                &what,
                &document.format,
                &document.sample.session,
                &bench.plain(),
                None,
                &mut out,
            );
            if observed.outcome.is_ok() {
                return Err(failed(format!("{what}: it wrote fewer bytes this time"))
                    .help("the same session and options give the same bytes"));
            }
            stopped(&what, &observed, Status::OUTPUT)?;
            number += 1;
        }
    }
    match number {
        0 => Err(skipped("there is no document")),
        number => Ok(format!("at {}", several(number, "place", "places"))),
    }
}

/// Makes sure that the plugin stopped and said so with this status.
fn stopped(what: &str, Observed { outcome, conduct }: &Observed, wanted: Status) -> Result<(), Finding> {
    let Conduct { status, writes_ignoring_refusal: ignored, .. } = *conduct;
    let name = if wanted == Status::CANCELLED { "PLENARY_CANCELLED" } else { "PLENARY_OUTPUT" };
    if let Err(failure) = outcome
        && matches!(failure.kind, FailureKind::Panicked(_) | FailureKind::Contract(_))
    {
        return Err(failed(format!("{what}: {}", failure.kind)).help(RETURN));
    }
    if status == Status::OK {
        return Err(failed(format!("{what}: it says that all is well")).help(RETURN));
    }
    if ignored > 0 {
        let more = several(ignored, "more write", "more writes");
        return Err(failed(format!("{what}: {more} after the host had refused")).help(RETURN));
    }
    // Once output is refused, the host says as well that nobody wants the document.
    if status != wanted && status != Status::CANCELLED {
        return Err(noted(format!(
            "{what}: it returns the status {}, where {} ({name}) is meant",
            status.0, wanted.0
        ))
        .help(RETURN));
    }
    Ok(())
}

const RETURN: &str = "when `write` returns anything but PLENARY_OK, free what is yours and return that status; in Rust, `?` \
                      on every write does";

/// Takes everything, and cancels after some writes.
struct Cancelling<'c> {
    cancelled: &'c AtomicBool,
    writes: usize,
    cancel_after: usize,
}

impl Write for Cancelling<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writes += 1;
        if self.writes >= self.cancel_after {
            self.cancelled.store(true, Ordering::Relaxed);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Has room for so many bytes.
struct Full {
    room: usize,
}

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.room {
            self.room = 0;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.room -= bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
