//! What there may be very many of, in little memory: so much stands there, and what is more in a temporary file without a
//! name, which is gone with the run however it ends. Where there is no room for one, all stands in memory.

mod read_at;
mod sequence;
mod sorter;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};

use tracing::debug;

use crate::codes;
use crate::exit::{Failure, reason};
pub(super) use read_at::ReadAt;
pub(super) use sequence::Sequence;
pub(super) use sorter::Sorter;

/// So many bytes stand in memory.
const MOST: usize = 128 << 10;

/// So many are read at once.
const READ: usize = 4 << 10;

/// Bytes that are only ever added to.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// Those that came first, if there are too many.
    file: Option<File>,
    /// How many there are in the file.
    filed: u64,
    /// Whether there is no room for more in the file.
    is_full: bool,
    /// Those that came last.
    rest: Vec<u8>,
}

impl Scratch {
    /// How many bytes there are.
    pub(super) fn len(&self) -> u64 {
        self.filed + self.rest.len() as u64
    }

    /// Adds bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.rest.extend_from_slice(bytes);
        if self.rest.len() > MOST
            && !self.is_full
            && let Err(error) = self.file()
        {
            self.is_full = true;
            debug!(
                error = reason(&error),
                "the lists of this run are held in memory, for no file takes them"
            );
        }
    }

    fn file(&mut self) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(tempfile::tempfile()?),
        };
        // Of what did not fit, something may be there.
        file.seek(SeekFrom::Start(self.filed))?;
        file.write_all(&self.rest)?;
        self.filed += self.rest.len() as u64;
        self.rest.clear();
        Ok(())
    }

    /// Reads the bytes from `start` to before `end`.
    pub(super) fn read(&self, start: u64, end: u64) -> impl Read + '_ {
        let of_file = self.filed.clamp(start, end);
        let filed = self.file.as_ref().map(|file| ReadAt { file, at: start }.take(of_file - start));
        let rest = |at: u64| usize::try_from(at.saturating_sub(self.filed)).unwrap_or(usize::MAX);
        let rest = self.rest.get(rest(of_file)..rest(end)).unwrap_or_default();
        Filed(filed).chain(rest)
    }

    /// The same, for little to be taken at a time.
    fn read_by_little(&self, start: u64, end: u64) -> BufReader<impl Read + '_> {
        BufReader::with_capacity(READ, self.read(start, end))
    }
}

/// What stands in the file, where there is one.
struct Filed<R>(Option<R>);

impl<R: Read> Read for Filed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.as_mut().map_or(Ok(0), |file| file.read(into))
    }
}

/// Adds a record of any length.
fn add_record(scratch: &mut Scratch, record: &[u8]) {
    scratch.add(&(record.len() as u64).to_le_bytes());
    scratch.add(record);
}

/// Reads the record that comes next; gives whether there was one.
///
/// # Errors
/// Where it cannot be read.
fn next_record(reader: &mut BufReader<impl Read>, record: &mut Vec<u8>) -> Result<bool, Failure> {
    let mut read = || -> io::Result<bool> {
        if reader.fill_buf()?.is_empty() {
            return Ok(false);
        }
        let mut length = [0; 8];
        reader.read_exact(&mut length)?;
        record.clear();
        reader.take(u64::from_le_bytes(length)).read_to_end(record)?;
        Ok(true)
    };
    read().map_err(|error| {
        let message =
            format!("cannot read a list of this run, which is in a temporary file: {}", reason(&error));
        Failure::environment(&codes::SCRATCH, message).help(
            "give the same command once more; TMPDIR in the environment names another folder for such files",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_read_from_anywhere_to_anywhere() {
        let (mut scratch, mut whole) = (Scratch::default(), Vec::new());
        for number in 0..5 * MOST as u64 / 64 {
            let bytes = number.to_le_bytes().repeat(8);
            scratch.add(&bytes);
            whole.extend_from_slice(&bytes);
        }
        assert!(scratch.file.is_some() && !scratch.rest.is_empty() && scratch.len() == whole.len() as u64);
        let filed = usize::try_from(scratch.filed).unwrap();
        for (start, end) in
            [(0, 3), (0, whole.len()), (filed - 9, filed + 9), (filed, filed), (filed + 1, filed + 70)]
        {
            let mut read = Vec::new();
            scratch.read(start as u64, end as u64).read_to_end(&mut read).unwrap();
            assert!(read == whole[start..end], "{start}..{end}");
        }
    }
}
