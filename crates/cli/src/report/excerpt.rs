//! The line worth showing of a finding's span.

use std::ops::Range;

use plenary_core::model::Span;

use super::place::{Source, floor};
use crate::lines::lines;

/// The line a span starts in, and what of it to mark.
///
/// Lines of these pages run to 10 kB and more. What is shown is a window on the line, cut by the renderer around
/// what is marked; so no more is marked than fits.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'t> {
    pub(super) line: &'t str,
    /// What of `line` to mark, in bytes.
    pub(super) marked: Range<usize>,
    /// On how many more lines the span goes on.
    pub(super) more_lines: usize,
}

impl<'t> Excerpt<'t> {
    /// The excerpt for a window of `width` columns.
    pub(super) fn of(source: &Source<'t>, span: Span, width: usize) -> Option<Self> {
        let (line, start) = source.line(span.start)?;
        let from = floor(line, span.start.saturating_sub(start));
        let end = floor(line, span.end.saturating_sub(start)).max(from);
        let fits = forth(line, from, width / 2).min(end);
        // The renderer walks the line up to its end: spare it what will not be shown.
        let line = line.get(..forth(line, fits, 2 * width)).unwrap_or(line);
        let text = source.text?;
        let covered = text.get(floor(text, span.start)..floor(text, span.end)).unwrap_or_default();
        let more_lines = lines(covered.trim_end()).count().saturating_sub(1);
        Some(Self { line, marked: from..fits, more_lines })
    }
}

/// The offset `count` characters behind `at`.
fn forth(text: &str, at: usize, count: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.char_indices().nth(count).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, span: Range<usize>, line: &str, marked: &str, more_lines: usize) {
        let source = Source::new("x", Some(text));
        let excerpt = Excerpt::of(&source, Span::new(span.start, span.end), 10).unwrap();
        assert_eq!((excerpt.line, excerpt.more_lines), (line, more_lines));
        assert_eq!(&excerpt.line[excerpt.marked], marked);
    }

    #[test]
    fn a_span_is_marked_in_its_line() {
        check("one\ntwo three\nfour", 8..11, "two three", "thr", 0);
        check("one\r\ntwo\r\n", 5..8, "two", "two", 0);
    }

    #[test]
    fn no_more_is_marked_than_fits() {
        check("abcdefghijklmnop", 2..16, "abcdefghijklmnop", "cdefg", 0);
        check("éééééééééééé", 2..24, "éééééééééééé", "ééééé", 0);
    }

    #[test]
    fn the_end_of_a_long_line_is_left_out() {
        let line = "x".repeat(100);
        check(&line, 10..12, &line[..32], "xx", 0);
    }

    #[test]
    fn a_span_may_go_on_over_lines() {
        check("one\ntwo\nthree\n", 0..14, "one", "one", 2);
        check("one\ntwo\nthree\n", 0..4, "one", "one", 0);
        check("one\rtwo\r\nthree\n", 0..10, "one", "one", 2);
    }

    #[test]
    fn a_span_may_lie_outside() {
        check("one\ntwo", 90..99, "two", "", 0);
        check("", 0..4, "", "", 0);
        check("é", 1..2, "é", "é", 0);
    }
}
