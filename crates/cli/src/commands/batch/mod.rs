//! `plenary batch`: many pages, in parallel, and what was made of each written down.

mod desk;
mod inputs;
mod interrupt;
mod manifest;
mod name;
mod plan;
mod progress;
mod strays;
mod tally;
mod work;

use std::fs;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::args::Batch;
use crate::codes;
use crate::conversion::{self, Conversion};
use crate::exit::{Failure, reason};
use crate::isolation::tell_of_exits;
use crate::plugins::{host, warn_of_refusals};
use crate::report::Report;
use desk::Desk;
use manifest::{Manifest, Status};
use plan::Plan;
use work::Work;

/// The stack of a thread that converts, in bytes: that of the thread a program begins with.
const STACK: usize = 8 << 20;

pub(super) fn run(args: &Batch, report: &mut Report) -> Result<(), Failure> {
    let host = host(&args.plugins, report)?;
    let formats = conversion::formats(&args.documents, &host)?;
    warn_of_refusals(&host, report);
    let conversion = Conversion::new(&formats, &args.documents, &host, &args.isolation)?;
    let mut plan = Plan::new(args, inputs::pages(args, report)?, formats, report)?;
    fs::create_dir_all(&args.output).map_err(|error| {
        let message = format!("cannot make the folder `{}`: {}", args.output.display(), reason(&error));
        Failure::environment(&codes::UNWRITABLE, message)
    })?;
    let manifest_at = manifest::path(args);
    let by = manifest::fingerprint(args, &conversion)?;
    let fingerprint = by.fingerprint.clone();
    let (manifest, known) = Manifest::open(&manifest_at, by, args.running.fsync)?;
    if args.remembering.retry_failed {
        plan.pages.retain(|page| known.get(&page.path).is_some_and(|record| record.status == Status::Failed));
    }
    let writing = strays::writing(&manifest_at, args.running.fsync);
    strays::remove(&plan.folders, &writing);
    let interrupted = interrupt::watch()?;
    tell_of_exits(report);
    let desk = Mutex::new(Desk::new(report, manifest, plan.pages.len(), args.running.errors()));
    let work = Work { args, plan: &plan, conversion: &conversion, known: &known, fingerprint, writing };
    let next = AtomicUsize::new(0);
    let convert = || {
        while let Some(page) = plan.pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            if interrupted.load(Ordering::Relaxed) || lock(&desk).is_closed() {
                break;
            }
            let done = work.page(page);
            lock(&desk).take(page, done);
        }
    };
    let started = thread::scope(|scope| {
        (0..jobs(args))
            .try_for_each(|_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, convert).map(drop))
    });
    if let Err(error) = started {
        let message = format!("not all threads could be started: {}", reason(&error));
        lock(&desk).close(Failure::environment(&codes::WORKER, message));
    }
    let desk = desk.into_inner().unwrap_or_else(PoisonError::into_inner);
    desk.tell(interrupted.load(Ordering::Relaxed))
}

/// How many pages are converted at once.
fn jobs(args: &Batch) -> usize {
    let processors = || thread::available_parallelism().map_or(1, NonZero::get);
    args.running.jobs.map_or_else(processors, NonZero::get)
}

/// A thread that ended amid telling of a page has told as much as it could.
fn lock<'d, 'r>(desk: &'d Mutex<Desk<'r>>) -> MutexGuard<'d, Desk<'r>> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}
