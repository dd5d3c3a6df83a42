//! Reads of a library's file, within bounds.
//!
//! A file says itself how long its tables are, and may have holes: one of no size to speak of can claim tables of
//! terabytes, which are read as zeroes. Looking at it must not cost more than looking at others.

use std::cell::Cell;
use std::fs::File;
use std::ops::Range;

use object::ReadRef;
use object::read::ReadCache;

/// How much is read of a file: many times what the tables of the largest libraries take.
const MOST: u64 = 128 << 20;

/// What is read of a file, each piece once.
pub(crate) struct Pieces<'f> {
    cache: ReadCache<&'f File>,
    left: Cell<Option<u64>>,
}

impl<'f> Pieces<'f> {
    pub(crate) fn of(file: &'f File) -> Self {
        Self { cache: ReadCache::new(file), left: Cell::new(Some(MOST)) }
    }

    /// Whether more was asked for than is read.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.left.get().is_none()
    }

    fn take(&self, size: u64) -> Result<(), ()> {
        self.left.set(self.left.get().and_then(|left| left.checked_sub(size)));
        if self.is_exhausted() { Err(()) } else { Ok(()) }
    }
}

impl<'p> ReadRef<'p> for &'p Pieces<'_> {
    fn len(self) -> Result<u64, ()> {
        self.cache.len()
    }

    fn read_bytes_at(self, offset: u64, size: u64) -> Result<&'p [u8], ()> {
        self.take(size)?;
        self.cache.read_bytes_at(offset, size)
    }

    /// For names, each of which is short.
    fn read_bytes_at_until(self, range: Range<u64>, delimiter: u8) -> Result<&'p [u8], ()> {
        self.cache.read_bytes_at_until(range, delimiter)
    }
}
