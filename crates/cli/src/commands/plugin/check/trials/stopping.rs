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
    let mut writes = 0;
    let mut never_asked = None;
    for (document, _) in &documents {
        let at_once = AtomicBool::new(true);
        let what = format!("{} cancelled before it began", document.what);
        let mut out = Cancelling { cancelled: &at_once, writes: 0, cancel_after: usize::MAX };
        let observed = bench.observe(
            &what,
            &document.format,
            &document.sample.session,
            &bench.plain(),
            Some(&at_once),
            &mut out,
        );
        let conduct = observed.conduct;
        stopped(&what, &observed, Status::CANCELLED)?;
        if conduct.asked == 0 {
            never_asked.get_or_insert(&document.format);
        }
        let midway = AtomicBool::new(false);
        let what = format!("{} cancelled after its first write", document.what);
        let mut out = Cancelling { cancelled: &midway, writes: 0, cancel_after: 1 };
        let observed = bench.observe(
            &what,
            &document.format,
            &document.sample.session,
            &bench.plain(),
            Some(&midway),
            &mut out,
        );
        // Who writes once, writes all: there was nothing to be cancelled.
        let wrote_all = observed.conduct.status == Status::OK && out.writes == 1;
        if !wrote_all {
            stopped(&what, &observed, Status::CANCELLED)?;
        }
        writes += out.writes;
    }
    if documents.is_empty() {
        return Err(skipped("there is no document"));
    }
    match never_asked {
        Some(format) => Err(noted(format!(
            "`{format}` stops, but only as its output is refused: it never asks whether it is cancelled"
        ))
        .help("ask now and then, for every speech perhaps (`Job::is_cancelled`, `cancelled`)")),
        None => Ok(format!("before it begins, and after {}", several(writes, "write", "writes"))),
    }
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
    if status != wanted {
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
