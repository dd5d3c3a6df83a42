//! Records in the order they came in.

use std::iter;

use super::{Scratch, add_record, next_record};
use crate::exit::Failure;

#[derive(Debug, Default)]
pub(crate) struct Sequence {
    scratch: Scratch,
    len: usize,
}

impl Sequence {
    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Adds a record.
    pub(crate) fn push(&mut self, record: &[u8]) {
        add_record(&mut self.scratch, record);
        self.len += 1;
    }

    /// What these records are, from the first on. A record that cannot be read is the last.
    pub(crate) fn iter<'s, T>(
        &'s self,
        is: impl Fn(&[u8]) -> Option<T> + 's,
    ) -> impl Iterator<Item = Result<T, Failure>> + 's {
        let mut reader = self.scratch.read_by_little(0, self.scratch.len());
        let (mut record, mut is_over) = (Vec::new(), false);
        let mut read = move || Ok(if next_record(&mut reader, &mut record)? { is(&record) } else { None });
        iter::from_fn(move || {
            let read = if is_over { None } else { read().transpose() };
            is_over = !matches!(read, Some(Ok(_)));
            read
        })
    }
}
