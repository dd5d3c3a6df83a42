//! Changes as they are found by looking every few seconds.

use std::collections::{BTreeSet, HashMap};
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::changes::Changes;

/// What was written so shortly before it was looked at may be written once more without being told from this: clocks of
/// file systems are as coarse as this.
const COARSE: Duration = Duration::from_secs(2);

pub(super) struct Poll {
    pub(super) every: Duration,
    folders: HashMap<PathBuf, Entries>,
}

/// What is in a folder.
type Entries = HashMap<OsString, Stamp>;

/// What tells a file from what it was.
#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    is_file: bool,
    size: u64,
    file: u64,
    modified: Option<SystemTime>,
    /// Whether it may change without that.
    is_fresh: bool,
}

impl Poll {
    /// Nothing is looked at yet.
    pub(super) fn new(every: Duration) -> Self {
        Self { every, folders: HashMap::new() }
    }

    /// Looks at these folders from now on, and at no others; gives how many are new.
    pub(super) fn watch(&mut self, folders: &BTreeSet<PathBuf>) -> usize {
        self.folders.retain(|folder, _| folders.contains(folder));
        let new: Vec<_> = folders.iter().filter(|folder| !self.folders.contains_key(*folder)).collect();
        let number = new.len();
        self.folders.extend(new.into_iter().map(|folder| (folder.clone(), entries(folder))));
        number
    }

    /// What has changed since it was last looked.
    pub(super) fn look(&mut self) -> Changes {
        let mut changes = Changes::default();
        for (folder, before) in &mut self.folders {
            let now = entries(folder);
            for (name, stamp) in &now {
                match before.get(name) {
                    Some(before) if before == stamp && !before.is_fresh => {}
                    Some(before) if before.is_file && stamp.is_file => {
                        changes.written.insert(folder.join(name));
                    }
                    // A folder is other than it was where what is in it is.
                    Some(before) if !before.is_file && !stamp.is_file && before.file == stamp.file => {}
                    _ => {
                        changes.moved.insert(folder.join(name));
                    }
                }
            }
            let gone = before.keys().filter(|name| !now.contains_key(*name));
            changes.moved.extend(gone.map(|name| folder.join(name)));
            *before = now;
        }
        changes
    }
}

/// What is in the folder; nothing where it is gone, or cannot be read.
#[expect(clippy::disallowed_methods, reason = "no document holds it: it is held against the times of files")]
fn entries(folder: &Path) -> Entries {
    let now = SystemTime::now();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    // Of a link, what it leads to, if to something.
    let found = |path: &Path| fs::metadata(path).or_else(|_| fs::symlink_metadata(path)).ok();
    entries.filter_map(|entry| Some((entry.file_name(), stamp(&found(&entry.path())?, now)))).collect()
}

fn stamp(found: &Metadata, now: SystemTime) -> Stamp {
    let modified = found.modified().ok();
    // What was written in a time that is still to come, by a clock that is wrong, is not so for all that time.
    let age = |modified| now.duration_since(modified).unwrap_or_else(|early| early.duration());
    let is_fresh = modified.is_none_or(|modified| age(modified) < COARSE);
    Stamp { is_file: found.is_file(), size: found.len(), file: number(found), modified, is_fresh }
}

/// What stays of a file when it is renamed.
#[cfg(unix)]
fn number(found: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_a_time_to_come_is_no_change() {
        let folder = tempfile::tempdir().unwrap();
        let file = fs::File::create(folder.path().join("a")).unwrap();
        #[expect(clippy::disallowed_methods, reason = "it is the clock that is at issue")]
        let now = SystemTime::now();
        file.set_modified(now + Duration::from_secs(3600)).unwrap();
        let mut poll = Poll::new(COARSE);
        poll.watch(&BTreeSet::from([folder.path().to_owned()]));
        assert!(poll.look().is_empty() && poll.look().is_empty());
        file.set_modified(now + Duration::from_secs(7200)).unwrap();
        assert_eq!(poll.look().written, BTreeSet::from([folder.path().join("a")]));
    }
}
