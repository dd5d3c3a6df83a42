//! Pages whose paragraphs are broken into lines of one width, as e-mail programs and PDF files have them.
//!
//! On most pages a line is a paragraph. On these a paragraph goes on until a blank line, until something else begins, or
//! until a line that ends a sentence well before the margin.

use super::lines::Line;
use super::shape::ends_sentence;

/// How a page breaks its paragraphs.
#[derive(Debug)]
pub(super) struct Wrap<'src> {
    source: &'src str,
    /// The length of the longest broken line, in bytes; `None` where a line is a paragraph.
    width: Option<usize>,
}

/// Lines that are longer, in bytes, are paragraphs.
const WIDEST: usize = 250;

impl<'src> Wrap<'src> {
    /// Finds out: a page is broken where a fifth of its lines, and three at least, go on in small letters on the next.
    pub(super) fn of(source: &'src str, lines: &[Line<'src>]) -> Self {
        let mut wrap = Self { source, width: None };
        let mut broken = 0;
        let mut width = 0;
        for pair in lines.windows(2) {
            let [line, next] = pair else { continue };
            if line.text.len() <= WIDEST
                && next.text.starts_with(char::is_lowercase)
                && !ends_sentence(line.text)
                && !wrap.is_last(line)
            {
                broken += 1;
                width = width.max(line.text.len());
            }
        }
        if broken >= 3 && broken * 5 >= lines.len() {
            wrap.width = Some(width);
        }
        wrap
    }

    /// Whether paragraphs are broken into lines.
    pub(super) fn is_broken(&self) -> bool {
        self.width.is_some()
    }

    /// Whether a blank line follows, or nothing.
    pub(super) fn is_last(&self, line: &Line<'src>) -> bool {
        let behind = self.source.get(line.at + line.text.len()..line.end).unwrap_or_default();
        let feeds = memchr::memchr_iter(b'\n', behind.as_bytes()).count();
        let ends = if feeds > 0 { feeds } else { memchr::memchr_iter(b'\r', behind.as_bytes()).count() };
        ends != 1
    }

    /// How many of `lines` are one paragraph, which begins with the first of them and ends before a line that `begins`
    /// something else.
    pub(super) fn paragraph(&self, lines: &[Line<'src>], begins: impl Fn(&[Line<'src>]) -> bool) -> usize {
        let Some(width) = self.width else { return 1 };
        let goes_on = |at: usize| {
            let (Some(line), Some(rest)) =
                (lines.get(at - 1), lines.get(at..).filter(|rest| !rest.is_empty()))
            else {
                return false;
            };
            let early = line.text.len() * 4 < width * 3 && ends_sentence(line.text);
            !early && line.text.len() <= WIDEST && !self.is_last(line) && !begins(rest)
        };
        (1..).find(|&at| !goes_on(at)).unwrap_or(1)
    }
}

/// The words of lines as one text.
pub(super) fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for part in parts {
        // `real-` and `time` are one word, whose hyphen stays; a dash has a blank before it.
        let parted = text.strip_suffix('-').is_some_and(|text| text.ends_with(char::is_alphabetic));
        if !text.is_empty() && !parted {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}
