//! How changes are seen: by being told of them, or by looking.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::changes::{Changes, Gathering};
use super::poll::Poll;
use super::system::System;
use crate::exit::Failure;

pub(super) enum Eyes {
    System(System),
    Poll(Poll),
}

impl Eyes {
    /// Eyes that look every so often, or are told by the system. Nothing is watched yet.
    ///
    /// # Errors
    /// Where the system watches nothing.
    pub(super) fn new(every: Option<Duration>) -> Result<Self, Failure> {
        every.map_or_else(|| System::new().map(Self::System), |every| Ok(Self::Poll(Poll::new(every))))
    }

    /// Watches these folders, by their real places, and no others. Gives how many were not watched before, and why one is
    /// not now.
    pub(super) fn watch(&mut self, folders: &BTreeSet<PathBuf>) -> (usize, Option<Failure>) {
        match self {
            Self::System(system) => system.watch(folders),
            Self::Poll(poll) => (poll.watch(folders), None),
        }
    }

    /// Waits for changes. Gives none only where the end is asked for.
    pub(super) fn wait(&mut self, asked_to_end: &AtomicBool) -> Changes {
        match self {
            Self::System(system) => {
                let changes = system.gathering.wait(None, asked_to_end);
                system.forget(&changes.moved);
                changes
            }
            Self::Poll(poll) => loop {
                Gathering::default().wait(Some(poll.every), asked_to_end);
                if asked_to_end.load(Ordering::Relaxed) {
                    return Changes::default();
                }
                let changes = poll.look();
                if !changes.is_empty() {
                    return changes;
                }
            },
        }
    }
}
