//! What is known of pages from earlier runs: of each no more than is compared, for there may be very many.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use blake3::Hash;

use super::record::{Output, Record, Status, Why, nanoseconds};
use crate::commands::batch::key::Key;
use crate::output::Target;

/// What the manifest tells of pages: the last of each.
#[derive(Debug, Default)]
pub(crate) struct Known(HashMap<Key, Remembered>);

/// What the manifest tells of a page.
#[derive(Debug)]
pub(crate) struct Remembered {
    hash: Option<Hash>,
    fingerprint: Option<Hash>,
    outcome: Outcome,
}

#[derive(Debug)]
enum Outcome {
    Converted {
        /// Where the documents stand, in the order of the formats.
        places: Key,
        documents: Box<[Document]>,
    },
    Failed(Option<Box<Why>>),
}

/// A document as it was written.
#[derive(Debug)]
struct Document {
    hash: Option<Hash>,
    size: u64,
    modified: u64,
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
                documents: record.outputs.iter().map(Document::of).collect(),
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
        self.hash == Some(page)
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
            Outcome::Converted { documents, .. } => {
                self.is_meant(targets)
                    && documents.iter().zip(paths(targets)).all(|(document, path)| document.stands(path))
            }
        }
    }
}

impl Document {
    fn of(output: &Output) -> Self {
        Self { hash: hash(&output.hash), size: output.size, modified: output.modified }
    }

    /// Whether it stands there as it was written.
    fn stands(&self, path: &Path) -> bool {
        match fs::metadata(path) {
            Ok(found) if !found.is_file() || found.len() != self.size => false,
            Ok(found) if nanoseconds(found.modified().ok()) == self.modified => true,
            Ok(_) => fs::read(path).is_ok_and(|bytes| self.hash == Some(blake3::hash(&bytes))),
            Err(_) => false,
        }
    }
}

fn paths(targets: &[Target]) -> impl Iterator<Item = &Path> {
    targets.iter().filter_map(|target| match target {
        Target::File(path) => Some(path.as_path()),
        Target::Stdout => None,
    })
}

/// The hash that is written so.
fn hash(hex: &str) -> Option<Hash> {
    Hash::from_hex(hex).ok()
}
