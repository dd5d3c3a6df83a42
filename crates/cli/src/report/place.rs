//! Lines and columns out of byte offsets.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::lines::{LINE_END, lines};

/// A page that findings are about: its name and its text.
pub(crate) struct Source<'t> {
    pub(crate) name: &'t str,
    /// What spans point into; `None` where there is nothing to show.
    pub(super) text: Option<&'t str>,
    /// Offset of each line's first byte, found when first asked for.
    starts: OnceCell<Vec<usize>>,
}

/// A file that findings may be about later on, kept as it was read.
#[derive(Debug)]
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    /// What messages call it.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl SourceFile {
    pub(crate) fn new(path: &Path, text: String) -> Self {
        Self { path: path.to_owned(), name: path.display().to_string(), text }
    }

    /// The folder it is in; empty where that is the current one.
    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    pub(crate) fn source(&self) -> Source<'_> {
        Source::new(&self.name, Some(&self.text))
    }
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Counted from 1.
    pub(crate) line: usize,
    /// In characters, counted from 1.
    pub(crate) column: usize,
}

const BYTE_ORDER_MARK: char = '\u{FEFF}';

impl<'t> Source<'t> {
    pub(crate) fn new(name: &'t str, text: Option<&'t str>) -> Self {
        Self { name, text, starts: OnceCell::new() }
    }

    /// Where the byte at `offset` stands; an offset behind the end stands at the end.
    pub(crate) fn place(&self, offset: usize) -> Option<Place> {
        let (line, start) = self.line(offset)?;
        let before = line.get(..floor(line, offset.saturating_sub(start)))?;
        Some(Place { line: self.number(offset)?, column: before.chars().count() + 1 })
    }

    /// The line that `offset` stands in, without its end or a byte order mark, and the offset of its first byte.
    pub(super) fn line(&self, offset: usize) -> Option<(&'t str, usize)> {
        let start = *self.starts()?.get(self.number(offset)?.checked_sub(1)?)?;
        let line = lines(self.text?.get(start..)?).next().unwrap_or_default().trim_end_matches(LINE_END);
        Some(match line.strip_prefix(BYTE_ORDER_MARK) {
            Some(unmarked) if start == 0 => (unmarked, BYTE_ORDER_MARK.len_utf8()),
            _ => (line, start),
        })
    }

    /// The number of the line that `offset` stands in, from 1.
    fn number(&self, offset: usize) -> Option<usize> {
        Some(self.starts()?.partition_point(|&start| start <= offset))
    }

    fn starts(&self) -> Option<&[usize]> {
        let text = self.text?;
        Some(self.starts.get_or_init(|| {
            let mut at = 0;
            let ended = lines(text).filter(|line| line.ends_with(LINE_END));
            let behind_line_ends = ended.map(|line| {
                at += line.len();
                at
            });
            std::iter::once(0).chain(behind_line_ends).collect()
        }))
    }
}

/// The character boundary at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, offset: usize, line: usize, column: usize) {
        assert_eq!(Source::new("x", Some(text)).place(offset), Some(Place { line, column }));
    }

    #[test]
    fn places_count_characters_from_one() {
        check("", 0, 1, 1);
        check("ab\ncd", 0, 1, 1);
        check("ab\ncd", 2, 1, 3);
        check("ab\ncd", 3, 2, 1);
        check("é’x", 5, 1, 3);
        check("ab\ncd\n", 6, 3, 1);
        check("ab", 99, 1, 3);
        check("ab\r\ncd\ref", 4, 2, 1);
        check("ab\r\ncd\ref", 7, 3, 1);
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        check("\u{FEFF}ab", 3, 1, 1);
    }

    #[test]
    fn lines_come_without_their_ends() {
        assert_eq!(Source::new("x", Some("ab\r\ncd\n")).line(1), Some(("ab", 0)));
        assert_eq!(Source::new("x", Some("ab\r\ncd\n")).line(4), Some(("cd", 4)));
        assert_eq!(Source::new("x", Some("ab")).line(7), Some(("ab", 0)));
        assert_eq!(Source::new("x", None).line(0), None);
    }
}
