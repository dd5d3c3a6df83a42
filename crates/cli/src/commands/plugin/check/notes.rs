//! What the child writes down for the supervisor: a JSON object a line, in a file, so that nothing is lost when it dies.
//!
//! Not on a stream: a plugin may print, and what it prints is a finding.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::verdict::Outcome;

/// One line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Note {
    /// A trial begins.
    Begun(String),
    /// A rendering begins: of this session in this format.
    At(String),
    /// The trial came to its end.
    Done(Outcome),
}

/// The child's side.
#[derive(Debug)]
pub(super) struct Notes(Mutex<File>);

const NAME: &str = "notes";

impl Notes {
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        Ok(Self(Mutex::new(OpenOptions::new().create(true).append(true).open(folder.join(NAME))?)))
    }

    pub(super) fn add(&self, note: &Note) -> io::Result<()> {
        let line = serde_json::to_string(note)? + "\n";
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write_all(line.as_bytes())
    }
}

/// What has been noted so far. A line that its writer did not finish is none.
pub(super) fn read(folder: &Path) -> io::Result<Vec<Note>> {
    let text = match fs::read_to_string(folder.join(NAME)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read?,
    };
    Ok(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

/// How much has been noted: more of it is a sign of life.
pub(super) fn length(folder: &Path) -> u64 {
    fs::metadata(folder.join(NAME)).map_or(0, |metadata| metadata.len())
}

/// The trials that came to their end.
pub(super) fn outcomes(notes: &[Note]) -> impl Iterator<Item = &Outcome> {
    notes.iter().filter_map(|note| match note {
        Note::Done(outcome) => Some(outcome),
        _ => None,
    })
}
