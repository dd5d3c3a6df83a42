//! The lines of a manifest.

use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::super::path_bytes;
use super::Fingerprint;
use crate::report::Counts;

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
pub(super) enum Line {
    /// What the pages that follow were converted by, those whose fingerprint it is.
    Run(Fingerprint),
    Page(Record),
}

impl Line {
    /// The line, with its end.
    pub(super) fn to_json(&self) -> String {
        // Strings, numbers and lists of them: that these cannot be written cannot be.
        serde_json::to_string(self).map(|json| json + "\n").unwrap_or_default()
    }

    /// The line that these bytes are, without its end.
    ///
    /// # Errors
    /// Where they are none.
    pub(super) fn read(bytes: &[u8]) -> serde_json::Result<Self> {
        // There may be a million, nearly all of pages: which the tag decides costs as much again where it is serde that looks.
        if bytes.starts_with(b"{\"record\":\"page\",") {
            return serde_json::from_slice(bytes).map(Self::Page);
        }
        serde_json::from_slice(bytes)
    }

    /// Whether so much of a line can be the beginning of one.
    pub(super) fn may_begin_with(bytes: &[u8]) -> bool {
        const START: &[u8] = b"{\"record\":\"";
        bytes.starts_with(START) || START.starts_with(bytes)
    }
}

/// What was made of a page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The page, as it was named.
    pub(crate) input: Name,
    /// BLAKE3 of its bytes, where it could be read.
    pub(crate) hash: Option<String>,
    /// What it was converted by.
    pub(crate) fingerprint: String,
    pub(crate) status: Status,
    /// The documents, in the order of the formats; none where it failed.
    pub(crate) outputs: Vec<Output>,
    /// From before it was read until its documents were in their places.
    pub(crate) milliseconds: u64,
    pub(crate) findings: Counts,
    /// These, as many of a kind as somebody will read. Nothing is decided by them.
    #[serde(skip_deserializing)]
    pub(crate) diagnostics: Option<Box<RawValue>>,
    /// Why there is no document.
    pub(crate) failure: Option<Why>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Status {
    Converted,
    Failed,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Why {
    pub(crate) code: String,
    pub(crate) message: String,
}

/// A document as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Output {
    pub(crate) path: Name,
    /// BLAKE3 of its bytes.
    pub(crate) hash: String,
    pub(crate) size: u64,
    /// When its file was last written, in nanoseconds since 1970: a file that was not since need not be read.
    pub(crate) modified: u64,
}

impl Output {
    /// This document in this file, which was last written then.
    pub(crate) fn new(path: PathBuf, document: &[u8], modified: Option<SystemTime>) -> Self {
        let hash = blake3::hash(document).to_hex().to_string();
        Self { path: path.into(), hash, size: document.len() as u64, modified: nanoseconds(modified) }
    }
}

/// In nanoseconds since 1970.
pub(super) fn nanoseconds(time: Option<SystemTime>) -> u64 {
    let since = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.map(|since: Duration| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)).unwrap_or_default()
}

/// A path as JSON: a text, or its bytes where it is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Name {
    Text(String),
    Bytes(Vec<u8>),
}

impl From<PathBuf> for Name {
    fn from(path: PathBuf) -> Self {
        match path.into_os_string().into_string() {
            Ok(text) => Self::Text(text),
            Err(other) => Self::Bytes(other.into_encoded_bytes()),
        }
    }
}

impl From<Name> for PathBuf {
    fn from(name: Name) -> Self {
        match name {
            Name::Text(text) => text.into(),
            Name::Bytes(bytes) => path_bytes::path(&bytes),
        }
    }
}
