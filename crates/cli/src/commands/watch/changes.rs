//! What has changed, gathered until it is quiet.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// So long nothing changes before what did is looked at: whoever writes a file, or many, is mostly done then.
const QUIET: Duration = Duration::from_millis(100);

/// After so long it is looked at even where it is never quiet.
const LONGEST: Duration = Duration::from_secs(1);

/// How often it is looked whether the end is asked for.
const TICK: Duration = Duration::from_millis(200);

/// Files and folders that are other than they were, by their real places.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// What has other contents.
    pub(super) written: BTreeSet<PathBuf>,
    /// What appeared or vanished, was renamed, or may be read by others than before.
    pub(super) moved: BTreeSet<PathBuf>,
    /// Whether there were others, of which nothing is known.
    pub(super) lost: bool,
}

impl Changes {
    pub(super) fn is_empty(&self) -> bool {
        self.written.is_empty() && self.moved.is_empty() && !self.lost
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &PathBuf> {
        self.moved.iter().chain(&self.written)
    }
}

/// Where changes come in from one thread, and another waits for them.
#[derive(Default)]
pub(super) struct Gathering {
    gathered: Mutex<Gathered>,
    arrived: Condvar,
}

#[derive(Default)]
struct Gathered {
    changes: Changes,
    /// When the first of them came, and the last.
    since: Option<(Instant, Instant)>,
}

impl Gathering {
    /// Takes more changes.
    pub(super) fn add(&self, add: impl FnOnce(&mut Changes)) {
        let mut gathered = self.lock();
        add(&mut gathered.changes);
        let now = Instant::now();
        gathered.since = gathered.since.map_or(Some((now, now)), |(first, _)| Some((first, now)));
        self.arrived.notify_one();
    }

    /// Waits for changes, for no longer than `most`, and until it is quiet again. Gives none where the end is asked for, or
    /// the time is over.
    pub(super) fn wait(&self, most: Option<Duration>, asked_to_end: &AtomicBool) -> Changes {
        let until = most.and_then(|most| Instant::now().checked_add(most));
        let mut gathered = self.lock();
        loop {
            let now = Instant::now();
            if asked_to_end.load(Ordering::Relaxed) {
                return Changes::default();
            }
            let due = gathered.since.map(|(first, last)| (last + QUIET).min(first + LONGEST)).or(until);
            if due.is_some_and(|due| due <= now) {
                return std::mem::take(&mut *gathered).changes;
            }
            let rest = due.map_or(TICK, |due| due - now).min(TICK);
            gathered = self.arrived.wait_timeout(gathered, rest).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Gathered> {
        self.gathered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
