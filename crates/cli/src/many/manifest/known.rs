//! What is known of pages from earlier runs. It stands in the manifest, and there may be very much: of each page it is held
//! where that is.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use blake3::Hash;

use super::super::key::Key;
use super::super::scratch::{ReadAt, Scratch, Sorter};
use super::record::{Line, Output, Record, Status, nanoseconds};
use crate::exit::Failure;
use crate::output::Target;

/// What the manifest tells of pages: the last of each.
#[derive(Debug)]
pub(crate) struct Known {
    manifest: File,
    /// Where it tells of them, by what it told when it was opened.
    index: Index,
    /// Where it has told of them since.
    since: HashMap<Key, u64>,
}

impl Known {
    /// What this manifest tells in the places that were noted.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub(super) fn new(manifest: File, noted: &mut Noted) -> Result<Self, Failure> {
        Ok(Self { manifest, index: Index::of(noted)?, since: HashMap::new() })
    }

    /// What is known of the page.
    pub(crate) fn get(&self, page: &Path) -> Option<Record> {
        let page = Key::of(page);
        let at = self.since.get(&page).copied().or_else(|| self.index.get(page));
        // Whoever shortens the manifest while a run is at work has things done again.
        self.read(at?).filter(|record| record.page() == page)
    }

    fn read(&self, at: u64) -> Option<Record> {
        let mut line = Vec::new();
        let manifest = ReadAt { file: &self.manifest, at };
        BufReader::with_capacity(LINE, manifest).read_until(b'\n', &mut line).ok()?;
        match Line::read(&line) {
            Ok(Line::Page(record)) => Some(record),
            Ok(Line::Run(_)) | Err(_) => None,
        }
    }

    /// Learns that the manifest tells there of this page, and no more what it told before.
    pub(super) fn learn(&mut self, record: &Record, at: u64) {
        self.since.insert(record.page(), at);
    }
}

/// Lines are mostly not longer, in bytes.
const LINE: usize = 1 << 10;

/// Where a manifest tells of pages, as it is read.
#[derive(Debug, Default)]
pub(super) struct Noted(Sorter);

impl Noted {
    /// Notes where it tells of this page.
    pub(super) fn add(&mut self, record: &Record, at: u64) {
        self.0.push(&[record.page().bytes(), &at.to_be_bytes()[..]].concat());
    }
}

/// A key, and a number of bytes.
const ENTRY: usize = Key::LENGTH + size_of::<u64>();

/// So many entries are read for one that is looked for.
const BLOCK: usize = 256;

/// Where the last line stands that tells of a page, for all pages, in the order of their keys.
#[derive(Debug, Default)]
struct Index {
    entries: Scratch,
    /// The first key of each block.
    firsts: Vec<Key>,
}

impl Index {
    fn of(noted: &mut Noted) -> Result<Self, Failure> {
        let mut index = Self::default();
        let mut sorted = noted.0.sorted()?;
        let mut last = None;
        while let Some(entry) = sorted.next()?.and_then(<[u8]>::first_chunk) {
            // Of lines about the same page the last comes last.
            if let Some(before) = last.replace(*entry).filter(|before| page(before) != page(entry)) {
                index.add(&before);
            }
        }
        last.iter().for_each(|last| index.add(last));
        Ok(index)
    }

    fn add(&mut self, entry: &[u8; ENTRY]) {
        if self.entries.len().is_multiple_of((BLOCK * ENTRY) as u64) {
            self.firsts.push(page(entry));
        }
        self.entries.add(entry);
    }

    fn get(&self, wanted: Key) -> Option<u64> {
        let block = self.firsts.partition_point(|first| *first <= wanted).checked_sub(1)? as u64;
        let length = (BLOCK * ENTRY) as u64;
        let mut entries = Vec::with_capacity(BLOCK * ENTRY);
        let end = ((block + 1) * length).min(self.entries.len());
        self.entries.read(block * length, end).read_to_end(&mut entries).ok()?;
        let (entries, _) = entries.as_chunks::<ENTRY>();
        let found = entries.binary_search_by_key(&wanted, page).ok()?;
        entries.get(found)?.last_chunk().map(|at| u64::from_be_bytes(*at))
    }
}

/// The page that an entry is about.
fn page(entry: &[u8; ENTRY]) -> Key {
    entry.first_chunk().copied().unwrap_or_default().into()
}

impl Record {
    /// The page that it is about.
    fn page(&self) -> Key {
        Key::of(&PathBuf::from(self.input.clone()))
    }

    /// Whether that was made of the page by what has this fingerprint.
    pub(crate) fn is_by(&self, fingerprint: &str) -> bool {
        self.fingerprint == fingerprint
    }

    /// Whether there were no documents.
    pub(crate) fn failed(&self) -> bool {
        matches!(self.status, Status::Failed)
    }

    /// Whether the page held then what has this hash now.
    pub(crate) fn held(&self, page: Hash) -> bool {
        self.hash.as_deref() == Some(page.to_hex().as_str())
    }

    /// Whether these are the places of its documents, where there are some.
    pub(crate) fn is_meant(&self, targets: &[Target]) -> bool {
        self.failed() || self.is_at(targets)
    }

    /// Whether there are documents, and they stand in these places as they were written.
    pub(crate) fn stands(&self, targets: &[Target]) -> bool {
        !self.failed()
            && self.is_at(targets)
            && self.outputs.iter().zip(paths(targets)).all(|(output, path)| output.stands(path))
    }

    fn is_at(&self, targets: &[Target]) -> bool {
        let outputs: Vec<PathBuf> = self.outputs.iter().map(|output| output.path.clone().into()).collect();
        Key::of_all(outputs.iter().map(PathBuf::as_path)) == Key::of_all(paths(targets))
    }
}

impl Output {
    /// Whether it stands there as it was written. What is known by its size and time need not be read.
    fn stands(&self, path: &Path) -> bool {
        let Some(found) = fs::metadata(path).ok().filter(fs::Metadata::is_file) else { return false };
        let stamp = (found.len(), nanoseconds(found.modified().ok()));
        stamp == (self.size, self.modified)
            || fs::read(path).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == self.hash)
    }
}

fn paths(targets: &[Target]) -> impl Iterator<Item = &Path> {
    targets.iter().filter_map(|target| match target {
        Target::File(path) => Some(path.as_path()),
        Target::Stdout => None,
    })
}
