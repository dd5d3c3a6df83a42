//! What was made of each page, at this run and earlier ones: a file of JSON objects, a line each, that is only ever
//! added to.
//!
//! A line is written when the documents it tells of are in their places. So whatever ends a run, what the manifest tells
//! is true; at most its last line is torn, and is taken off by the next run.

mod fingerprint;
mod record;

use std::collections::HashMap;
use std::fs::{self, File, TryLockError};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use crate::args::Batch;
use crate::codes;
use crate::exit::{Failure, reason};

pub(super) use fingerprint::{Fingerprint, fingerprint};
use record::Line;
pub(super) use record::{Output, Record, Status, Why};

/// The manifest, open and held by this run alone.
pub(super) struct Manifest {
    file: File,
    path: PathBuf,
    /// To be written before the first page of the run.
    run: Option<Fingerprint>,
    sync: bool,
}

/// What the manifest tells of pages, by their paths: the last of each.
pub(super) type Known = HashMap<PathBuf, Record>;

/// Where the manifest of a run is.
pub(super) fn path(args: &Batch) -> PathBuf {
    match (&args.remembering.manifest, args.running.shard) {
        (Some(path), _) => path.clone(),
        (None, Some(shard)) => args.output.join(format!(".plenary-manifest.{shard}.ndjson")),
        (None, None) => args.output.join(".plenary-manifest.ndjson"),
    }
}

impl Manifest {
    /// Opens the manifest, which is made where it does not exist, and reads it.
    ///
    /// # Errors
    /// Where it cannot be read or written, another run has it, or it is something else.
    pub(super) fn open(path: &Path, run: Fingerprint, sync: bool) -> Result<(Self, Known), Failure> {
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
        let known = read(&file, path)?;
        Ok((Self { file, path: path.to_owned(), run: Some(run), sync }, known))
    }

    /// Adds what was made of a page.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn add(&mut self, record: Record) -> Result<(), Failure> {
        let mut lines = String::new();
        lines.extend(self.run.take().map(|run| Line::Run(run).to_json()));
        lines.push_str(&Line::Page(record).to_json());
        let mut written = self.file.write_all(lines.as_bytes());
        if self.sync {
            written = written.and_then(|()| self.file.sync_data());
        }
        written.map_err(|error| failure("write", &self.path, &error))
    }
}

/// Reads all lines, and takes off a last one without an end.
fn read(file: &File, path: &Path) -> Result<Known, Failure> {
    let mut known = Known::new();
    let mut reader = BufReader::new(file);
    let (mut whole, mut number, mut line) = (0, 0, Vec::new());
    loop {
        line.clear();
        let length = reader.read_until(b'\n', &mut line).map_err(|error| failure("read", path, &error))?;
        number += 1;
        match line.strip_suffix(b"\n") {
            None if length == 0 => return Ok(known),
            None if number > 1 || Line::may_begin_with(&line) => {
                // What a run that was killed had begun to write.
                file.set_len(whole).map_err(|error| failure("write", path, &error))?;
                return Ok(known);
            }
            text => match serde_json::from_slice(text.unwrap_or(&line)) {
                Ok(Line::Page(record)) => drop(known.insert(record.input.clone().into(), record)),
                Ok(Line::Run(_)) => {}
                Err(_) => {
                    let message = format!("`{}` is no manifest: see its line {number}", path.display());
                    return Err(Failure::environment(&codes::MANIFEST, message)
                        .help("move it away, and all pages are converted again; or name another one with --manifest"));
                }
            },
        }
        whole += length as u64;
    }
}

fn failure(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    let message = format!("cannot {what} the manifest `{}`: {}", path.display(), reason(error));
    Failure::environment(&codes::MANIFEST, message)
}
