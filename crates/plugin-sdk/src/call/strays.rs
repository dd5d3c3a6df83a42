//! Calls that reach the host from a wrong thread, or too late.
//!
//! What a plugin hands back as `ctx` is a number, not a pointer: a wrong one does no harm. A rendering during which
//! a call came from elsewhere has lost output, so it has to be known to have failed: hence this register.

use std::collections::BTreeMap;
use std::ffi::c_void;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

static OPEN: Mutex<BTreeMap<usize, Arc<AtomicBool>>> = Mutex::new(BTreeMap::new());

/// A call in progress, under its number.
pub(super) struct Ticket {
    number: usize,
    strayed: Arc<AtomicBool>,
}

impl Ticket {
    pub(super) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let strayed = Arc::new(AtomicBool::new(false));
        open().insert(number, Arc::clone(&strayed));
        Self { number, strayed }
    }

    /// The number in the guise the contract wants.
    pub(super) fn ctx(&self) -> *mut c_void {
        std::ptr::without_provenance_mut(self.number)
    }

    /// Whether somebody called the host with this ticket's number from elsewhere.
    pub(super) fn strayed(&self) -> bool {
        self.strayed.load(Ordering::Acquire)
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        open().remove(&self.number);
    }
}

/// Marks the call with this `ctx`, where there is one; else it is over, and one more has come too late.
pub(super) fn mark(ctx: *mut c_void) {
    match open().get(&ctx.addr()) {
        Some(strayed) => strayed.store(true, Ordering::Release),
        None => {
            LATE.fetch_add(1, Ordering::AcqRel);
        }
    }
}

static LATE: AtomicUsize = AtomicUsize::new(0);

/// How many calls have reached the host in this process for renderings that were over.
pub fn late_calls() -> usize {
    LATE.load(Ordering::Acquire)
}

fn open() -> MutexGuard<'static, BTreeMap<usize, Arc<AtomicBool>>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}
