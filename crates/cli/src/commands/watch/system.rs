//! Changes as the system tells of them.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{ErrorKind, Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::changes::{Changes, Gathering};
use crate::codes;
use crate::exit::{Failure, reason};

/// Each folder is watched by itself, not with all below it: there may be folders of documents among them, and many that
/// hold no pages.
pub(super) struct System {
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    pub(super) gathering: Arc<Gathering>,
}

impl System {
    /// Nothing is watched yet.
    ///
    /// # Errors
    /// Where the system watches nothing.
    pub(super) fn new() -> Result<Self, Failure> {
        let gathering = Arc::new(Gathering::default());
        let gather = Arc::clone(&gathering);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Reading pages raises very many of these.
            if !matches!(&event, Ok(event) if is_reading(&event.kind)) {
                gather.add(|changes| note(changes, event));
            }
        });
        let watcher = watcher.map_err(|error| unwatched(None, &error))?;
        Ok(Self { watcher, watched: BTreeSet::new(), gathering })
    }

    /// Watches these folders from now on, and no others. Gives those that were not watched before, and why one is not
    /// now.
    pub(super) fn watch(&mut self, folders: &BTreeSet<PathBuf>) -> (usize, Option<Failure>) {
        let mut paths = self.watcher.paths_mut();
        for folder in self.watched.difference(folders) {
            // It may be gone.
            let _ = paths.remove(folder);
        }
        self.watched.retain(|folder| folders.contains(folder));
        let (mut new, mut failure) = (0, None);
        for folder in folders {
            if self.watched.contains(folder) {
                continue;
            }
            match paths.add(folder, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    new += 1;
                    self.watched.insert(folder.clone());
                }
                // What is gone, or may be read from now on, is told of by the folder it is in.
                Err(error) if is_gone_or_closed(&error) => {}
                Err(error) => {
                    failure.get_or_insert_with(|| unwatched(Some(folder), &error));
                }
            }
        }
        if let Err(error) = paths.commit() {
            failure.get_or_insert_with(|| unwatched(None, &error));
        }
        (new, failure)
    }

    /// Forgets what was watched below these places: what stands there now is something else.
    pub(super) fn forget(&mut self, moved: &BTreeSet<PathBuf>) {
        let gone: Vec<_> = moved.iter().filter(|place| self.watched.contains(*place)).collect();
        if gone.is_empty() {
            return;
        }
        let watcher = &mut self.watcher;
        self.watched.retain(|folder| {
            let is_gone = gone.iter().any(|gone| folder.starts_with(gone));
            if is_gone {
                let _ = watcher.unwatch(folder);
            }
            !is_gone
        });
    }
}

/// Whether there is no such folder, or nobody may look into it: that is found out where pages are looked for.
fn is_gone_or_closed(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => {
            matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied)
        }
        _ => false,
    }
}

/// Whether it tells of no change.
fn is_reading(kind: &EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if !is_end_of_writing(access))
}

fn is_end_of_writing(access: &AccessKind) -> bool {
    matches!(access, AccessKind::Close(AccessMode::Write))
}

fn note(changes: &mut Changes, event: notify::Result<Event>) {
    let Ok(event) = event else {
        changes.lost = true;
        return;
    };
    changes.lost |= event.need_rescan();
    match event.kind {
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Data(_)) => changes.written.extend(event.paths),
        _ => changes.moved.extend(event.paths),
    }
}

/// The failure of watching a folder, or anything at all.
fn unwatched(folder: Option<&Path>, error: &notify::Error) -> Failure {
    let what = folder.map_or_else(|| "changes".to_owned(), |folder| format!("`{}`", folder.display()));
    match &error.kind {
        ErrorKind::MaxFilesWatch => {
            let message = format!("cannot watch {what}: the system watches no more folders");
            Failure::environment(&codes::TOO_MANY, message).help(
                "raise the limit, as in `sysctl fs.inotify.max_user_watches=524288`; or have plenary look itself, every two seconds, with --poll 2",
            )
        }
        kind => {
            let why = if let ErrorKind::Io(error) = kind { reason(error) } else { error.to_string() };
            let message = format!("cannot watch {what}: {why}");
            Failure::environment(&codes::UNWATCHED, message)
                .help("have plenary look itself, every two seconds, with --poll 2")
        }
    }
}
