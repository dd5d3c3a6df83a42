//! What is known of pages from earlier runs: of each no more than is compared, for there may be very many.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use blake3::{Hash, Hasher};

use super::super::key::Key;
use super::record::{Record, Status, Why, nanoseconds};
use crate::output::Target;

/// What the manifest tells of pages: the last of each.
#[derive(Debug, Default)]
pub(crate) struct Known(HashMap<Key, Remembered>);

/// What the manifest tells of a page.
#[derive(Debug)]
pub(crate) struct Remembered {
    hash: Option<Key>,
    fingerprint: Option<Key>,
    outcome: Outcome,
}

/// Of documents, which are in the order of the formats, it is kept by what they all are known again.
#[derive(Debug)]
enum Outcome {
    Converted {
        /// Where they stand.
        places: Key,
        /// How large their files are, and when they were last written.
        stamps: Key,
        /// What they hold.
        contents: Key,
    },
    Failed(Option<Box<Why>>),
}

impl Known {
    /// What is known of the page.
    pub(crate) fn get(&self, page: &Path) -> Option<&Remembered> {
        self.0.get(&Key::of(page))
    }

    /// Takes in what was made of a page, in place of what was known of it.
    pub(super) fn learn(&mut self, record: Record) {
        let page = Key::of(&PathBuf::from(record.input));
        let places: Vec<PathBuf> = record.outputs.iter().map(|output| output.path.clone().into()).collect();
        let outcome = match record.status {
            Status::Failed => Outcome::Failed(record.failure.map(Box::new)),
            Status::Converted => Outcome::Converted {
                places: Key::of_all(places.iter().map(PathBuf::as_path)),
                stamps: stamps(record.outputs.iter().map(|output| (output.size, output.modified))),
                contents: contents(record.outputs.iter().map(|output| &output.hash)),
            },
        };
        let hash = record.hash.as_deref().and_then(hash);
        self.0.insert(page, Remembered { hash, fingerprint: self::hash(&record.fingerprint), outcome });
    }
}

impl Remembered {
    /// Whether that was made of the page by what has this fingerprint.
    pub(crate) fn is_by(&self, fingerprint: &str) -> bool {
        self.fingerprint.is_some() && self.fingerprint == hash(fingerprint)
    }

    /// Whether there were no documents.
    pub(crate) fn failed(&self) -> bool {
        matches!(self.outcome, Outcome::Failed(_))
    }

    /// Why there were none, where that is told.
    pub(crate) fn why(&self) -> Option<&Why> {
        match &self.outcome {
            Outcome::Failed(why) => why.as_deref(),
            Outcome::Converted { .. } => None,
        }
    }

    /// Whether the page held then what has this hash now.
    pub(crate) fn held(&self, page: Hash) -> bool {
        self.hash == Some(page.into())
    }

    /// Whether these are the places of its documents, where there are some.
    pub(crate) fn is_meant(&self, targets: &[Target]) -> bool {
        match &self.outcome {
            Outcome::Failed(_) => true,
            Outcome::Converted { places, .. } => *places == Key::of_all(paths(targets)),
        }
    }

    /// Whether there are documents, and they stand in these places as they were written.
    pub(crate) fn stands(&self, targets: &[Target]) -> bool {
        match &self.outcome {
            Outcome::Failed(_) => false,
            Outcome::Converted { places, stamps, contents } => {
                *places == Key::of_all(paths(targets))
                    && (stamps_now(targets).as_ref() == Some(stamps)
                        || contents_now(targets).as_ref() == Some(contents))
            }
        }
    }
}

/// What files are known by without being read: their sizes, and when they were last written.
fn stamps(files: impl Iterator<Item = (u64, u64)>) -> Key {
    let mut hasher = Hasher::new();
    for (size, modified) in files {
        hasher.update(&size.to_le_bytes()).update(&modified.to_le_bytes());
    }
    hasher.finalize().into()
}

/// What files are known by that hold what has these hashes.
fn contents(hashes: impl Iterator<Item = impl AsRef<str>>) -> Key {
    let mut hasher = Hasher::new();
    for hash in hashes {
        hasher.update(hash.as_ref().as_bytes());
    }
    hasher.finalize().into()
}

/// Of the documents that stand there now; `None` where one does not.
fn stamps_now(targets: &[Target]) -> Option<Key> {
    let stamp = |path| {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some((found.len(), nanoseconds(found.modified().ok())))
    };
    Some(stamps(paths(targets).map(stamp).collect::<Option<Vec<_>>>()?.into_iter()))
}

/// The same.
fn contents_now(targets: &[Target]) -> Option<Key> {
    let hash = |path: &Path| {
        path.is_file().then(|| fs::read(path).ok()).flatten().map(|bytes| blake3::hash(&bytes).to_hex())
    };
    Some(contents(paths(targets).map(hash).collect::<Option<Vec<_>>>()?.iter()))
}

fn paths(targets: &[Target]) -> impl Iterator<Item = &Path> {
    targets.iter().filter_map(|target| match target {
        Target::File(path) => Some(path.as_path()),
        Target::Stdout => None,
    })
}

/// What is known by the hash that is written so.
fn hash(hex: &str) -> Option<Key> {
    Hash::from_hex(hex).ok().map(Key::from)
}
