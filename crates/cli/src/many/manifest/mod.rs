//! What was made of each page, at this run and earlier ones: a file of JSON objects, a line each, that is only ever
//! added to.
//!
//! A line is written when the documents it tells of are in their places. So whatever ends a run, what the manifest tells
//! is true; at most its last line is torn, and is taken off by the next run.

mod fingerprint;
mod known;
mod record;

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tracing::debug;

use super::scratch::ReadAt;
use crate::args::Shard;
use crate::codes;
use crate::config::RunKeys;
use crate::exit::{Failure, reason};

pub(super) use fingerprint::{Fingerprint, Libraries, fingerprint};
pub(super) use known::Known;
use known::Noted;
use record::Line;
pub(super) use record::{Output, Record, Status, Why};

/// The manifest, open and held by this run alone.
pub(crate) struct Manifest {
    file: File,
    path: PathBuf,
    /// What pages may be converted by from here on, to be written before the first.
    run: Vec<Fingerprint>,
    /// The fingerprints that were told of.
    by: BTreeSet<String>,
    sync: bool,
    /// How far it was read.
    read: Read,
    /// How long it is by all that was written, in bytes.
    length: u64,
    /// Whether somebody took away some of it meanwhile.
    is_shortened: bool,
}

#[derive(Debug, Default)]
struct Read {
    lines: usize,
    bytes: u64,
}

/// Where the manifest of a run is.
///
/// # Errors
/// Where no folder is named for the documents.
pub(crate) fn path(run: &RunKeys, shard: Option<Shard>) -> Result<PathBuf, Failure> {
    Ok(match (run.manifest(), shard) {
        (Some(path), _) => path.to_owned(),
        (None, Some(shard)) => run.output()?.join(format!(".plenary-manifest.{shard}.ndjson")),
        (None, None) => run.output()?.join(".plenary-manifest.ndjson"),
    })
}

impl Manifest {
    /// Opens the manifest, which is made where it does not exist, and reads it.
    ///
    /// # Errors
    /// Where it cannot be read or written, another run has it, or it is something else.
    pub(super) fn open(path: &Path, sync: bool) -> Result<(Self, Known), Failure> {
        let unusable = |error| failure("open", path, &error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(unusable)?;
        }
        let file = File::options().read(true).append(true).create(true).open(path).map_err(unusable)?;
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            let message = format!("another run is at work with the manifest `{}`", path.display());
            return Err(Failure::environment(&codes::LOCKED, message)
                .help("wait for its end; runs side by side take a part each, with --shard"));
        }
        let (path, read) = (path.to_owned(), Read::default());
        let mut manifest = Self {
            file,
            path,
            run: Vec::new(),
            by: BTreeSet::new(),
            sync,
            read,
            length: 0,
            is_shortened: false,
        };
        let mut noted = Noted::default();
        manifest.read(|record, at| noted.add(record, at))?;
        let same = manifest.file.try_clone().map_err(|error| failure("read", &manifest.path, &error))?;
        let known = Known::new(same, &mut noted)?;
        debug!(manifest = %manifest.path.display(), lines = manifest.read.lines, "opened the manifest");
        Ok((manifest, known))
    }

    /// Has it told that the pages which are added from now on are converted by one of these each.
    pub(crate) fn begin<'f>(&mut self, run: impl Iterator<Item = &'f Fingerprint>) {
        for by in run {
            if self.by.insert(by.fingerprint.clone()) {
                self.run.push(by.clone());
            }
        }
    }

    /// Adds what was made of a page.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn add(&mut self, record: Record) -> Result<(), Failure> {
        let runs = self.run.iter().cloned().map(Line::Run);
        let lines: String = runs.chain([Line::Page(record)]).map(|line| line.to_json()).collect();
        if self.is_shorter() {
            self.is_shortened = true;
            self.length = self.mend();
        }
        let mut written = self.file.write_all(lines.as_bytes());
        if self.sync {
            written = written.and_then(|()| self.file.sync_data());
        }
        if let Err(error) = written {
            self.take_back();
            return Err(failure("write", &self.path, &error));
        }
        self.run.clear();
        self.length += lines.len() as u64;
        Ok(())
    }

    /// Whether there is less of it than was written.
    fn is_shorter(&self) -> bool {
        self.file.metadata().is_ok_and(|file| file.len() < self.length)
    }

    /// Takes off a last line without an end, which who shortened it has left: what is added is to stand on lines of its own.
    /// Gives how long it is then.
    fn mend(&self) -> u64 {
        let mut lines = BufReader::new(ReadAt { file: &self.file, at: 0 });
        let (mut line, mut whole) = (Vec::new(), 0);
        while lines.read_until(b'\n', &mut line).is_ok() && line.ends_with(b"\n") {
            whole += line.len() as u64;
            line.clear();
        }
        let _ = self.file.set_len(whole);
        whole
    }

    /// Takes off what was begun to be written and did not fit: other threads are not at their ends yet, and what they add is
    /// to stand on lines of its own.
    fn take_back(&self) {
        if self.file.metadata().is_ok_and(|file| file.len() > self.length) {
            let _ = self.file.set_len(self.length);
        }
    }

    /// Makes sure that the next run finds what was written.
    ///
    /// # Errors
    /// Where somebody has taken the file away, or some of it.
    pub(crate) fn is_there(&self) -> Result<(), Failure> {
        let found = fs::metadata(&self.path).and_then(|found| Ok((found, self.file.metadata()?)));
        let is_whole = !self.is_shortened && !self.is_shorter();
        if is_whole && found.is_ok_and(|(found, ours)| is_same(&found, &ours)) {
            return Ok(());
        }
        let path = self.path.display();
        let message =
            format!("the manifest `{path}` was taken away, or some of it, while the run was at work");
        Err(Failure::environment(&codes::MANIFEST, message).help(
            "the next run does not know of all that this one did, and does it again; documents that are the same are not \
             written again",
        ))
    }

    /// Reads what was written since it was opened or last read.
    ///
    /// # Errors
    /// Where it cannot be read, or is something else.
    pub(crate) fn read_on(&mut self, known: &mut Known) -> Result<(), Failure> {
        self.read(|record, at| known.learn(record, at))
    }

    /// Gives what it was not asked for before, and where it stands; and takes off a last line without an end.
    fn read(&mut self, mut note: impl FnMut(&Record, u64)) -> Result<(), Failure> {
        let Self { file, path, read, length: whole, .. } = self;
        let mut file = &*file;
        file.seek(SeekFrom::Start(read.bytes)).map_err(|error| failure("read", path, &error))?;
        let mut reader = BufReader::new(file);
        let mut line = Vec::new();
        loop {
            line.clear();
            let length =
                reader.read_until(b'\n', &mut line).map_err(|error| failure("read", path, &error))?;
            let number = read.lines + 1;
            match line.strip_suffix(b"\n") {
                None if length == 0 => break,
                None if number > 1 || Line::may_begin_with(&line) => {
                    // What a run that was killed had begun to write.
                    file.set_len(read.bytes).map_err(|error| failure("write", path, &error))?;
                    break;
                }
                text => match Line::read(text.unwrap_or(&line)) {
                    Ok(Line::Page(record)) => note(&record, read.bytes),
                    Ok(Line::Run(_)) => {}
                    Err(_) => {
                        let message = format!("`{}` is no manifest: see its line {number}", path.display());
                        return Err(Failure::environment(&codes::MANIFEST, message)
                            .help("move it away, and all pages are converted again; or name another one with --manifest"));
                    }
                },
            }
            *read = Read { lines: number, bytes: read.bytes + length as u64 };
        }
        *whole = read.bytes;
        Ok(())
    }
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// A file that is open cannot be taken away there.
#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Metadata) -> bool {
    true
}

fn failure(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    let message = format!("cannot {what} the manifest `{}`: {}", path.display(), reason(error));
    Failure::environment(&codes::MANIFEST, message)
}
