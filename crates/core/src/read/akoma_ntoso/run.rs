//! The text that is being gathered: characters between two ends of blocks, whatever markup stands among them.
//!
//! Text that stands in the source as it is read is kept as a slice of it. Where references, markup or white space
//! make a difference it is put together. Runs of white space are one blank, none at the ends; white space that a
//! document of our own writes as a reference is meant, and kept.

use std::ops::Range;

use memchr::memmem;

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Where the text stands as it is, as long as it does.
    slice: Option<Range<usize>>,
    /// The text put together, once it does not.
    content: String,
    /// Whether a blank stands between the text so far and what follows.
    blank: bool,
    /// The last remark in the text, as long as nothing follows it.
    remark: Option<Mark>,
    /// Whether all of it is a remark.
    pub(super) is_remark: bool,
    /// Whether all of it is the number of what follows, and nothing has followed yet.
    pub(super) is_number: bool,
}

/// Where a remark begins that stands behind other text.
#[derive(Debug)]
struct Mark {
    in_content: usize,
    in_source: usize,
    is_open: bool,
}

/// What has been gathered.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// A slice of the source.
    Slice(Range<usize>),
    /// Put together.
    Made(String),
}

impl Words {
    /// The words without the colon at their end.
    pub(super) fn without_colon(self, source: &str) -> Self {
        let end = |text: &str| text.trim_end_matches([':', ' ']).len();
        match self {
            Words::Slice(at) => {
                let len = source.get(at.clone()).map_or(0, end);
                Words::Slice(at.start..at.start + len)
            }
            Words::Made(mut text) => {
                text.truncate(end(&text));
                Words::Made(text)
            }
        }
    }
}

impl Run {
    /// Whether nothing but white space has been met.
    pub(super) fn is_bare(&self) -> bool {
        self.slice.is_none() && self.content.is_empty()
    }

    /// Adds the text that stands at `at` of `source`.
    pub(super) fn push(&mut self, source: &str, at: Range<usize>) {
        let text = source.get(at.clone()).unwrap_or_default();
        let words = text.trim_matches(is_space);
        if words.is_empty() {
            self.blank |= !text.is_empty();
            return;
        }
        self.is_number = false;
        let lead = text.len() - text.trim_start_matches(is_space).len();
        if self.is_bare() && !is_irregular(words) {
            let start = at.start + lead;
            self.slice = Some(start..start + words.len());
        } else {
            self.blank |= lead > 0;
            self.follow(source);
            append(&mut self.content, words);
        }
        self.blank = lead + words.len() < text.len();
    }

    /// Adds a character that stands as a reference; where `is_meant`, also if it is white space.
    pub(super) fn push_char(&mut self, source: &str, c: char, is_meant: bool) {
        if is_space(c) && !is_meant {
            self.blank = true;
            return;
        }
        self.is_number = false;
        self.follow(source);
        self.content.push(c);
    }

    /// Adds a blank.
    pub(super) fn push_blank(&mut self) {
        self.blank = true;
    }

    /// Adds the sign that parts two cells of a table.
    pub(super) fn push_divider(&mut self, source: &str) {
        if !self.is_bare() {
            self.make(source);
            self.content.push_str(" |");
            self.blank = true;
        }
    }

    /// A remark begins at byte `at` of the source.
    pub(super) fn open_remark(&mut self, source: &str, at: usize) {
        if self.is_bare() {
            self.is_remark = true;
        } else {
            self.make(source);
            self.remark = Some(Mark { in_content: self.content.len(), in_source: at, is_open: true });
        }
    }

    /// A remark ends.
    pub(super) fn close_remark(&mut self) {
        if let Some(mark) = &mut self.remark {
            mark.is_open = false;
        }
    }

    /// Takes what stands before the remark that ends the text, and where the remark begins in the source; the
    /// remark stays. `None` where no remark ends it.
    pub(super) fn take_before_remark(&mut self) -> Option<(String, usize)> {
        let mark = self.remark.take().filter(|mark| mark.in_content < self.content.len())?;
        let remark = self.content.split_off(mark.in_content);
        let before = std::mem::replace(&mut self.content, remark.trim_start_matches(' ').to_owned());
        self.is_remark = true;
        Some((before, mark.in_source))
    }

    /// Takes all of it; `None` where there are no words.
    pub(super) fn take(&mut self) -> Option<Words> {
        let Run { slice, content, .. } = std::mem::take(self);
        match slice {
            Some(slice) => Some(Words::Slice(slice)),
            None if content.is_empty() => None,
            None => Some(Words::Made(content)),
        }
    }

    /// Where what follows will begin in the text.
    pub(super) fn mark(&mut self, source: &str) -> usize {
        self.make(source);
        self.content.len() + usize::from(self.blank && !self.content.is_empty())
    }

    /// The text from `mark` on.
    pub(super) fn since<'s>(&'s self, source: &'s str, mark: usize) -> &'s str {
        match &self.slice {
            Some(slice) if mark == 0 => source.get(slice.clone()).unwrap_or_default(),
            _ => self.content.get(mark..).unwrap_or_default(),
        }
    }

    /// Makes ready for what follows the text so far.
    fn follow(&mut self, source: &str) {
        self.make(source);
        if self.remark.as_ref().is_some_and(|mark| !mark.is_open) {
            self.remark = None;
        }
        if std::mem::take(&mut self.blank) && !self.content.is_empty() {
            self.content.push(' ');
        }
    }

    /// From here on the text is put together.
    fn make(&mut self, source: &str) {
        if let Some(slice) = self.slice.take() {
            self.content.push_str(source.get(slice).unwrap_or_default());
        }
    }
}

/// White space as XML has it.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Whether `words` hold white space other than single blanks.
fn is_irregular(words: &str) -> bool {
    let bytes = words.as_bytes();
    memchr::memchr3(b'\n', b'\t', b'\r', bytes).is_some() || memmem::find(bytes, b"  ").is_some()
}

/// Adds `words`, which begin and end with none, with every run of white space as one blank.
fn append(content: &mut String, words: &str) {
    let bytes = words.as_bytes();
    let mut signs = memchr::memchr3_iter(b'\n', b'\t', b'\r', bytes).peekable();
    let mut doubles = memmem::find_iter(bytes, b"  ").peekable();
    let mut from = 0;
    loop {
        while signs.next_if(|&at| at < from).is_some() {}
        while doubles.next_if(|&at| at < from).is_some() {}
        let next = match (signs.peek(), doubles.peek()) {
            (Some(&sign), Some(&double)) => sign.min(double),
            (Some(&at), None) | (None, Some(&at)) => at,
            (None, None) => break,
        };
        let clean = words.get(from..next).unwrap_or_default();
        content.push_str(clean.strip_suffix(' ').unwrap_or(clean));
        content.push(' ');
        let rest = words.get(next..).unwrap_or_default();
        from = words.len() - rest.trim_start_matches(is_space).len();
    }
    content.push_str(words.get(from..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::{Run, Words, append};

    #[test]
    fn white_space_is_one_blank() {
        for (words, expected) in [
            ("one two", "one two"),
            ("one  two", "one two"),
            ("one\ntwo \n\t three", "one two three"),
            ("one \ntwo\r\nthree   four  five", "one two three four five"),
        ] {
            let mut content = String::new();
            append(&mut content, words);
            assert_eq!(content, expected);
        }
    }

    #[test]
    fn plain_text_is_a_slice_and_other_text_is_made() {
        let source = " one two \n three";
        let mut run = Run::default();
        run.push(source, 0..9);
        assert_eq!(run.take(), Some(Words::Slice(1..8)));
        run.push(source, 0..9);
        run.push(source, 9..source.len());
        assert_eq!(run.take(), Some(Words::Made("one two three".into())));
        run.push(source, 9..11);
        assert_eq!(run.take(), None);
    }

    #[test]
    fn a_remark_that_ends_the_text_can_be_told_from_it() {
        let source = "We rise (Applause) now";
        let mut run = Run::default();
        run.push(source, 0..8);
        run.open_remark(source, 8);
        run.push(source, 8..18);
        run.close_remark();
        assert_eq!(run.take_before_remark(), Some(("We rise".into(), 8)));
        assert_eq!(run.take(), Some(Words::Made("(Applause)".into())));
        run.push(source, 0..8);
        run.open_remark(source, 8);
        run.push(source, 8..18);
        run.close_remark();
        run.push(source, 18..source.len());
        assert_eq!(run.take_before_remark(), None);
        assert_eq!(run.take(), Some(Words::Made(source.into())));
    }
}
