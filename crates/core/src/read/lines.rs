//! The line layer: where lines begin and end, found with `memchr`, shared by every dialect.
//!
//! Readers see lines that hold something. Blank lines, the white space around a line and the byte order mark are
//! between them and never looked at again; [`Pieces`](super::pieces::Pieces) hands them out with their neighbours.

use std::ops::Range;

/// A line that holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'src> {
    /// Its text, without the white space around it.
    pub(super) text: &'src str,
    /// Where `text` starts in the source.
    pub(super) at: usize,
    /// Where the line and the blank lines behind it end in the source.
    pub(super) end: usize,
}

impl<'src> Line<'src> {
    /// Where `part`, a slice of the line's text, stands in the source.
    pub(super) fn place(&self, part: &'src str) -> Range<usize> {
        let offset = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let start = self.at + offset.min(self.text.len());
        start..start + part.len()
    }
}

/// The lines of a text that hold something, in order. Lines end in LF, CRLF or CR.
pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    // A CRLF is seen as a line that ends in CR and an empty one that ends in LF: the same thing, once blank
    // lines have been left out.
    for end in memchr::memchr2_iter(b'\n', b'\r', source.as_bytes()) {
        push(&mut lines, source, start..end, end + 1);
        start = end + 1;
    }
    push(&mut lines, source, start..source.len(), source.len());
    lines
}

fn push<'src>(lines: &mut Vec<Line<'src>>, source: &'src str, range: Range<usize>, end: usize) {
    let whole = source.get(range.clone()).unwrap_or_default();
    let text = whole.trim_start_matches(is_blank);
    if !text.is_empty() {
        let at = range.end - text.len();
        lines.push(Line { text: text.trim_end_matches(is_blank), at, end });
    } else if let Some(last) = lines.last_mut() {
        last.end = end;
    }
}

/// White space, and what is as invisible: the zero-width space and the byte order mark.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::lines;

    fn texts(source: &str) -> Vec<(&str, usize, usize)> {
        lines(source).into_iter().map(|line| (line.text, line.at, line.end)).collect()
    }

    #[test]
    fn every_line_end_counts_and_blank_lines_go_to_the_line_above() {
        assert_eq!(texts("a\r\n\r\nb\rc\nd"), [("a", 0, 5), ("b", 5, 7), ("c", 7, 9), ("d", 9, 10)]);
        assert_eq!(texts("\u{feff}\n\u{a0} a \t\n \n"), [("a", 7, 13)]);
        assert_eq!(texts("a\n\u{feff}\n\u{200b}b\u{200b}"), [("a", 0, 6), ("b", 9, 13)]);
        assert_eq!(texts(" \n\t\r\n"), []);
        assert_eq!(texts(""), []);
    }

    #[test]
    fn a_part_of_a_line_knows_its_place() {
        let line = lines("x\n  Topics: one, two\n")[1];
        let part = line.text.split_once(": ").unwrap().1;
        assert_eq!(line.place(part), 12..20);
    }
}
