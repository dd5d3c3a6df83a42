//! Records as they come in: a line each, none longer than it may be.

use std::io::{self, BufRead};

use memchr::memchr;

/// A line that is not blank.
pub(super) struct Line {
    /// Counted from 1, with the blank ones.
    pub(super) number: usize,
    pub(super) content: Content,
}

/// What stands in a line, without its end.
pub(super) enum Content {
    Whole(Vec<u8>),
    /// More than a line may hold: what it begins with.
    TooLong(Vec<u8>),
}

/// The lines of `input`. It ends behind the first error.
pub(super) struct Lines<R> {
    input: R,
    /// In bytes.
    longest: usize,
    number: usize,
    ended: bool,
}

/// Of a line that is too long, enough to find its id in.
const HEAD: usize = 64 << 10;

impl<R: BufRead> Lines<R> {
    pub(super) fn new(input: R, longest: usize) -> Self {
        Self { input, longest, number: 0, ended: false }
    }

    /// The next line; `None` behind the last.
    fn line(&mut self) -> io::Result<Option<Content>> {
        let mut line = Vec::new();
        let mut too_long = false;
        loop {
            let read = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if read.is_empty() {
                self.ended = true;
                let is_there = too_long || !line.is_empty();
                return Ok(is_there.then(|| content(line, too_long)));
            }
            let end = memchr(b'\n', read);
            let piece = end.and_then(|end| read.get(..end)).unwrap_or(read);
            if !too_long && line.len() + piece.len() > self.longest {
                too_long = true;
                line.extend(piece.iter().take(HEAD.saturating_sub(line.len())));
                line.truncate(HEAD);
                line.shrink_to_fit();
            } else if !too_long {
                line.extend_from_slice(piece);
            }
            let used = end.map_or(piece.len(), |end| end + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(Some(content(line, too_long)));
            }
        }
    }
}

fn content(line: Vec<u8>, too_long: bool) -> Content {
    if too_long { Content::TooLong(line) } else { Content::Whole(line) }
}

impl Content {
    fn is_blank(&self) -> bool {
        matches!(self, Self::Whole(line) if line.iter().all(u8::is_ascii_whitespace))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let content = match self.line() {
                Ok(content) => content?,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            };
            self.number += 1;
            if !content.is_blank() {
                return Some(Ok(Line { number: self.number, content }));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    /// The lines, with their numbers; those too long with a `…`.
    fn shown(text: &str, longest: usize) -> Vec<String> {
        // A small buffer, so that lines come in pieces.
        let lines = Lines::new(BufReader::with_capacity(3, text.as_bytes()), longest);
        let show = |line: io::Result<Line>| {
            let Line { number, content } = line.unwrap();
            match content {
                Content::Whole(line) => format!("{number} {}", String::from_utf8(line).unwrap()),
                Content::TooLong(head) => format!("{number} {}…", String::from_utf8(head).unwrap()),
            }
        };
        lines.map(show).collect()
    }

    #[test]
    fn blank_lines_count_and_are_passed_over() {
        assert_eq!(shown("one\n\n \r\ntwo", 10), ["1 one", "4 two"]);
        assert!(shown("\n\n", 10).is_empty() && shown("", 10).is_empty());
    }

    #[test]
    fn a_line_may_be_as_long_as_is_allowed() {
        assert_eq!(shown("12345\n123456\n1\n", 5), ["1 12345", "2 123456…", "3 1"]);
        assert_eq!(shown("1234567890", 5), ["1 123456…"]);
    }

    #[test]
    fn of_a_line_too_long_no_more_is_held_than_its_head() {
        let lines = Lines::new(BufReader::new(io::repeat(b'x').take(1 << 20)), 1 << 19);
        let Content::TooLong(head) = lines.into_iter().next().unwrap().unwrap().content else {
            panic!("it is too long")
        };
        assert_eq!((head.len(), head.capacity() < 2 * HEAD), (HEAD, true));
    }

    use std::io::Read;
}
