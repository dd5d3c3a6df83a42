//! One way through pages: each is done by the next thread that is free.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use super::desk::Desk;
use super::pages::Pages;
use super::work::Work;
use crate::codes;
use crate::exit::{Failure, reason};
use crate::fault::contained;

/// The stack of a thread that converts, in bytes: that of the thread a program begins with.
const STACK: usize = 8 << 20;

impl Work<'_> {
    /// Does all of these pages, so many at once. It takes no more when the desk is closed or it is asked to end, and then
    /// finishes what is under way.
    pub(crate) fn pass<'r>(
        &self,
        pages: &Pages,
        jobs: usize,
        desk: Desk<'r>,
        asked_to_end: &AtomicBool,
    ) -> Desk<'r> {
        let desk = Mutex::new(desk);
        let rest = Mutex::new(pages.iter());
        let next = || rest.lock().unwrap_or_else(PoisonError::into_inner).next();
        let convert = || {
            while let Some(page) = next() {
                if asked_to_end.load(Ordering::Relaxed) || lock(&desk).is_closed() {
                    break;
                }
                let page = match page {
                    Ok(page) => page,
                    Err(failure) => return lock(&desk).close(failure),
                };
                let start = Instant::now();
                let done = contained(|| self.page(&page));
                let done = done.unwrap_or_else(|fault| Ok(self.broken(&page, start, fault)));
                let timings = self.plan.group(&page).conversion.timings();
                let told = contained(|| timings.record.time(|| lock(&desk).take(&page, done)));
                if let Err(fault) = told {
                    lock(&desk).close(fault);
                }
            }
        };
        let started = thread::scope(|scope| {
            (0..jobs.min(pages.len())).try_for_each(|_| {
                thread::Builder::new().stack_size(STACK).spawn_scoped(scope, convert).map(drop)
            })
        });
        if let Err(error) = started {
            let message = format!("not all threads could be started: {}", reason(&error));
            lock(&desk).close(Failure::environment(&codes::WORKER, message));
        }
        desk.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A thread that ended amid telling of a page has told as much as it could.
fn lock<'d, 'r>(desk: &'d Mutex<Desk<'r>>) -> MutexGuard<'d, Desk<'r>> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}
