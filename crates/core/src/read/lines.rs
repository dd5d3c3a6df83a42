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

/// What the lines of a text hold anywhere, seen while they are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs {
    /// A control character, which may be a tab.
    pub(super) controls: bool,
    /// A letter from `À` to `ÿ`.
    pub(super) latin: bool,
}

/// The lines of a text that hold something, in order. Lines end in LF, CRLF or CR.
pub(super) fn lines(source: &str) -> (Vec<Line<'_>>, Signs) {
    // The CR of a CRLF is white space at the end of a line. One within a line shows among the control characters.
    let (lines, signs) = divide(source, memchr::memchr_iter(b'\n', source.as_bytes()));
    if signs.controls && lines.iter().any(|line| memchr::memchr(b'\r', line.text.as_bytes()).is_some()) {
        return divide(source, memchr::memchr2_iter(b'\n', b'\r', source.as_bytes()));
    }
    (lines, signs)
}

/// The lines between `ends`.
fn divide(source: &str, ends: impl Iterator<Item = usize>) -> (Vec<Line<'_>>, Signs) {
    let mut lines = Vec::with_capacity(source.len() / USUAL_LENGTH);
    let full = [u8::MAX; STEP];
    let mut least = Least { byte: full, delete: full, latin: full };
    let mut start = 0;
    for end in ends {
        push(&mut lines, &mut least, source, start..end, end + 1);
        start = end + 1;
    }
    push(&mut lines, &mut least, source, start..source.len(), source.len());
    (lines, least.signs())
}

/// The usual length of a line, in bytes, to guess how many there will be.
const USUAL_LENGTH: usize = 200;

fn push<'src>(
    lines: &mut Vec<Line<'src>>,
    least: &mut Least,
    source: &'src str,
    range: Range<usize>,
    end: usize,
) {
    let whole = source.get(range.clone()).unwrap_or_default();
    // Nearly every line begins and ends with what is seen.
    let (text, at) = match whole.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => (whole, range.start),
        _ => {
            let text = whole.trim_start_matches(is_blank);
            (text.trim_end_matches(is_blank), range.end - text.len())
        }
    };
    if !text.is_empty() {
        least.line(text.as_bytes());
        lines.push(Line { text, at, end });
    } else if let Some(last) = lines.last_mut() {
        last.end = end;
    }
}

/// How many bytes are looked at in one step.
const STEP: usize = 16;

/// All bytes of a line that is shorter than a step, some of them twice, or with blanks.
fn filled(bytes: &[u8]) -> [u8; STEP] {
    let mut filled = [b' '; STEP];
    let ends = (bytes.first_chunk::<{ STEP / 2 }>(), bytes.last_chunk::<{ STEP / 2 }>());
    if let ((Some(first), Some(last)), (left, right)) = (ends, filled.split_at_mut(STEP / 2)) {
        left.copy_from_slice(first);
        right.copy_from_slice(last);
    } else {
        filled.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
    }
    filled
}

/// The least of all bytes, and of how they differ from two that are looked for, at each place of a step: so a line is
/// looked at without a branch, many bytes at once.
#[derive(Debug, Clone, Copy)]
struct Least {
    byte: [u8; STEP],
    /// From the control character that is behind the others.
    delete: [u8; STEP],
    /// From the first byte of `À` to `ÿ` in UTF-8.
    latin: [u8; STEP],
}

impl Least {
    fn line(&mut self, bytes: &[u8]) {
        // A copy, so that it stays in registers.
        let mut least = *self;
        let (steps, _) = bytes.as_chunks();
        steps.iter().for_each(|step| least.step(step));
        // The last step may look at bytes again.
        match bytes.last_chunk() {
            Some(last) => least.step(last),
            None => least.step(&filled(bytes)),
        }
        *self = least;
    }

    #[inline(always)]
    #[allow(clippy::needless_range_loop, reason = "so the compiler sees that all places are alike")]
    fn step(&mut self, bytes: &[u8; STEP]) {
        for at in 0..STEP {
            let byte = bytes[at];
            self.byte[at] = self.byte[at].min(byte);
            self.delete[at] = self.delete[at].min(byte ^ 0x7f);
            self.latin[at] = self.latin[at].min(byte ^ 0xc3);
        }
    }

    fn signs(&self) -> Signs {
        Signs {
            controls: self.byte.iter().any(|byte| *byte < b' ') || self.delete.contains(&0),
            latin: self.latin.contains(&0),
        }
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
        lines(source).0.into_iter().map(|line| (line.text, line.at, line.end)).collect()
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
    fn signs_are_seen_in_lines_of_any_length() {
        for (text, controls, latin) in [
            ("plain", false, false),
            ("a\u{7}b", true, false),
            ("a\u{7f}b", true, false),
            ("a\tb", true, false),
            ("\u{e9}", false, true),
            ("\u{2019}\u{100}", false, false),
        ] {
            for len in [0, 15, 40, 200] {
                let signs = lines(&format!("a\r\n{0}{text}{0}\n", "x".repeat(len))).1;
                assert_eq!((signs.controls, signs.latin), (controls, latin), "{text:?}");
            }
        }
    }

    #[test]
    fn a_part_of_a_line_knows_its_place() {
        let line = lines("x\n  Topics: one, two\n").0[1];
        let part = line.text.split_once(": ").unwrap().1;
        assert_eq!(line.place(part), 12..20);
    }
}
