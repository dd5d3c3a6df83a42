//! Records in the order of their bytes: sorted in memory so many at a time, and merged.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{BufReader, Read};
use std::ops::Range;

use super::{Scratch, add_record, next_record};
use crate::exit::Failure;

/// So many bytes of memory records that are sorted at once take: with a million pages there are a few hundred runs to merge.
const AT_ONCE: usize = 256 << 10;

#[derive(Debug, Default)]
pub(crate) struct Sorter {
    /// Those that are not sorted yet, one behind the other.
    bytes: Vec<u8>,
    records: Vec<Range<usize>>,
    /// Those that are, in runs that end there.
    runs: Scratch,
    ends: Vec<u64>,
}

impl Sorter {
    /// Adds a record.
    pub(crate) fn push(&mut self, record: &[u8]) {
        let places = self.records.len() * size_of::<Range<usize>>();
        if self.bytes.len() + record.len() + places > AT_ONCE {
            self.sort();
        }
        let start = self.bytes.len();
        self.bytes.extend_from_slice(record);
        self.records.push(start..self.bytes.len());
    }

    fn sort(&mut self) {
        let Self { bytes, records, runs, ends } = self;
        records.sort_unstable_by(|one, other| bytes[one.clone()].cmp(&bytes[other.clone()]));
        for record in records.drain(..) {
            add_record(runs, &bytes[record]);
        }
        bytes.clear();
        ends.push(runs.len());
    }

    /// All records, in order.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub(crate) fn sorted(&mut self) -> Result<Sorted<impl Read + '_>, Failure> {
        self.sort();
        (self.bytes, self.records) = (Vec::new(), Vec::new());
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        let runs = starts.zip(&self.ends).map(|(start, end)| self.runs.read_by_little(start, *end)).collect();
        let mut sorted = Sorted { runs, first: BinaryHeap::new(), last: None };
        for run in 0..sorted.runs.len() {
            sorted.take(run, Vec::new())?;
        }
        Ok(sorted)
    }
}

pub(crate) struct Sorted<R> {
    runs: Vec<BufReader<R>>,
    /// The first record of each run that was not given yet.
    first: BinaryHeap<Reverse<(Vec<u8>, usize)>>,
    /// What was given last, and the run it is of.
    last: Option<(Vec<u8>, usize)>,
}

impl<R: Read> Sorted<R> {
    /// The next record, if there is one.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(crate) fn next(&mut self) -> Result<Option<&[u8]>, Failure> {
        if let Some((record, run)) = self.last.take() {
            self.take(run, record)?;
        }
        self.last = self.first.pop().map(|Reverse(first)| first);
        Ok(self.last.as_ref().map(|(record, _)| &**record))
    }

    /// Takes the next record of this run, into the memory of one that was given.
    fn take(&mut self, run: usize, mut record: Vec<u8>) -> Result<(), Failure> {
        if next_record(&mut self.runs[run], &mut record)? {
            self.first.push(Reverse((record, run)));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_in_the_order_of_their_bytes() {
        for (number, length) in [(0, 0), (1, 5), (1000, 40), (40_000, 90), (3, 2 * AT_ONCE)] {
            let (mut sorter, mut all) = (Sorter::default(), Vec::new());
            for at in 0..number {
                let hash = blake3::hash(&(at / 2_u32).to_le_bytes());
                let mut record = vec![0; length + usize::from(hash.as_bytes()[0] % 30)];
                blake3::Hasher::new().update(hash.as_bytes()).finalize_xof().fill(&mut record);
                sorter.push(&record);
                all.push(record);
            }
            all.sort();
            let mut sorted = sorter.sorted().unwrap();
            for record in &all {
                assert_eq!(sorted.next().unwrap(), Some(&**record));
            }
            assert!(sorted.next().unwrap().is_none());
        }
    }
}
