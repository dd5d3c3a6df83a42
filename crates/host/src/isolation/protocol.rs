//! What passes between plenary and a worker: frames, each a kind, a length and that many bytes.
//!
//! A worker is told its plugin once ([`Start`]); then come jobs, each a [`Job`] and the session, and an answer for each:
//! output and findings as they are, and one [`End`].

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, Read};

use plenary_plugin_sdk::Manifest;
use plenary_plugin_sdk::call::FailureKind;
use serde::{Deserialize, Serialize};

use super::Limits;
use crate::check::Stamp;

/// What a frame holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Kind {
    /// A [`Start`].
    Start = 1,
    /// A [`Job`].
    Job = 2,
    /// The session of the job, as the plugin reads it.
    Session = 3,
    /// More of the document.
    Output = 4,
    /// A finding of the plugin.
    Finding = 5,
    /// The document gets too long. The plugin may not have come to its end; nothing more is asked of this worker.
    TooLong = 6,
    /// An [`End`].
    End = 7,
}

const KINDS: [Kind; 7] =
    [Kind::Start, Kind::Job, Kind::Session, Kind::Output, Kind::Finding, Kind::TooLong, Kind::End];

/// The longest frame a worker sends, in bytes; documents come in several.
pub(super) const LONGEST_ANSWER: usize = 1 << 20;

/// What a worker is told at first.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Start<'a> {
    /// The plugin, by what it said of itself when it was checked.
    pub(super) manifest: Cow<'a, Manifest>,
    /// Its library; `None` where the program brings it along.
    pub(super) library: Option<Library<'a>>,
    pub(super) limits: Limits,
}

/// A library as it was when it was checked.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Library<'a> {
    pub(super) path: OsString,
    pub(super) symbol_name: Cow<'a, str>,
    pub(super) stamp: Cow<'a, Stamp>,
}

/// One document to be made; the session follows in a frame of its own.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Job<'a> {
    pub(super) format: Cow<'a, str>,
    pub(super) options: Cow<'a, str>,
    pub(super) generator: Cow<'a, str>,
    pub(super) source_date_epoch: Option<i64>,
}

/// What a job came to.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum End {
    /// The document is there.
    Done,
    /// The plugin made none.
    Failed { why: Why, help: Option<String> },
    /// The plugin is not loaded.
    Refused { reason: String, help: Option<String> },
    /// The session cannot be handed over.
    Session(String),
}

/// The [`FailureKind`]s that a worker can meet.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Why {
    Options(String),
    Unsupported(String),
    Failed(String),
    Panicked(String),
    Contract(String),
    NoOutput,
}

impl From<FailureKind> for Why {
    fn from(kind: FailureKind) -> Self {
        match kind {
            FailureKind::Options(reason) => Self::Options(reason),
            FailureKind::Unsupported(reason) => Self::Unsupported(reason),
            FailureKind::Failed(reason) => Self::Failed(reason),
            FailureKind::Panicked(reason) => Self::Panicked(reason),
            FailureKind::Contract(problem) => Self::Contract(problem),
            FailureKind::NoOutput => Self::NoOutput,
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<Why> for FailureKind {
    fn from(why: Why) -> Self {
        match why {
            Why::Options(reason) => Self::Options(reason),
            Why::Unsupported(reason) => Self::Unsupported(reason),
            Why::Failed(reason) => Self::Failed(reason),
            Why::Panicked(reason) => Self::Panicked(reason),
            Why::Contract(problem) => Self::Contract(problem),
            Why::NoOutput => Self::NoOutput,
        }
    }
}

/// What stands before the bytes of a frame.
#[derive(Debug, Clone, Copy)]
struct Head {
    kind: Kind,
    length: u64,
}

impl Head {
    const SIZE: usize = 9;

    fn read(bytes: [u8; Self::SIZE]) -> Option<Self> {
        let [kind, length @ ..] = bytes;
        let kind = KINDS.into_iter().find(|known| *known as u8 == kind)?;
        Some(Self { kind, length: u64::from_le_bytes(length) })
    }
}

/// Adds a frame to `frames`.
pub(super) fn put(frames: &mut Vec<u8>, kind: Kind, bytes: &[u8]) {
    frames.push(kind as u8);
    frames.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    frames.extend_from_slice(bytes);
}

/// Adds a frame with this message to `frames`.
pub(super) fn put_message(frames: &mut Vec<u8>, kind: Kind, message: &impl Serialize) -> io::Result<()> {
    put(frames, kind, &serde_json::to_vec(message)?);
    Ok(())
}

/// Reads a frame of this kind from whoever is trusted; its bytes are what `bytes` then holds. `false`: there is none
/// any more.
pub(super) fn read(input: &mut impl Read, kind: Kind, bytes: &mut Vec<u8>) -> io::Result<bool> {
    bytes.clear();
    input.take(Head::SIZE as u64).read_to_end(bytes)?;
    if bytes.is_empty() {
        return Ok(false);
    }
    let head = bytes.as_slice().try_into().ok().and_then(Head::read);
    let Some(head) = head.filter(|head| head.kind == kind) else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "this is no request of plenary"));
    };
    bytes.clear();
    if input.take(head.length).read_to_end(bytes)? as u64 == head.length {
        Ok(true)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// What has come from a worker and is not yet looked at. Nothing of it is trusted: the plugin may have written it.
#[derive(Debug, Default)]
pub(super) struct Incoming {
    bytes: Vec<u8>,
    /// How much of `bytes` has been looked at.
    done: usize,
}

impl Incoming {
    /// Where to put what comes next, behind what is there already.
    pub(super) fn more(&mut self) -> &mut Vec<u8> {
        self.bytes.drain(..self.done);
        self.done = 0;
        &mut self.bytes
    }

    /// The next frame, once it is there as a whole.
    pub(super) fn next(&mut self) -> Result<Option<(Kind, &[u8])>, NoFrame> {
        let rest = self.bytes.get(self.done..).unwrap_or_default();
        let Some((head, rest)) = rest.split_first_chunk() else { return Ok(None) };
        let Head { kind, length } = Head::read(*head).ok_or(NoFrame)?;
        let length =
            usize::try_from(length).ok().filter(|length| *length <= LONGEST_ANSWER).ok_or(NoFrame)?;
        let Some(bytes) = rest.get(..length) else { return Ok(None) };
        self.done += Head::SIZE + length;
        Ok(Some((kind, bytes)))
    }
}

/// What came is no frame that a worker sends.
#[derive(Debug)]
pub(super) struct NoFrame;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn frames_come_out_as_they_went_in_however_they_are_cut() {
        let mut sent = Vec::new();
        put(&mut sent, Kind::Output, b"half a page");
        put(&mut sent, Kind::Output, b"");
        put(&mut sent, Kind::End, &[7; 300]);
        for piece in [1, 2, 8, 9, 10, sent.len()] {
            let mut incoming = Incoming::default();
            let mut got = Vec::new();
            for bytes in sent.chunks(piece) {
                incoming.more().extend_from_slice(bytes);
                while let Some((kind, bytes)) = incoming.next().unwrap() {
                    got.push((kind, bytes.to_vec()));
                }
            }
            let all =
                [(Kind::Output, b"half a page".to_vec()), (Kind::Output, vec![]), (Kind::End, vec![7; 300])];
            assert_eq!(got, all, "in pieces of {piece}");
        }
    }

    #[test]
    fn what_is_no_frame_is_not_waited_for() {
        let frame = |kind: u8, length: u64| [&[kind][..], &length.to_le_bytes()].concat();
        for bytes in
            [b"Hello, world".to_vec(), frame(0, 1), frame(4, LONGEST_ANSWER as u64 + 1), frame(7, u64::MAX)]
        {
            let mut incoming = Incoming::default();
            incoming.more().extend_from_slice(&bytes);
            assert!(incoming.next().is_err(), "{bytes:?}");
        }
        let mut bytes = Vec::new();
        assert!(!read(&mut &b""[..], Kind::Start, &mut bytes).unwrap());
        assert!(read(&mut &frame(1, 5)[..], Kind::Start, &mut bytes).is_err(), "it ends too early");
        assert!(read(&mut &frame(2, 0)[..], Kind::Start, &mut bytes).is_err(), "another kind is expected");
    }
}
