//! The topics of a claim or a point.

use crate::model::Text;
use crate::read::lines::Line;

use super::labels::item;
use super::page::Page;

/// The longest topic on a line of its own, in bytes.
pub(super) const LONGEST_TOPIC: usize = 60;

/// Takes the topics `words`, which are the line or stand behind its label.
pub(super) fn read<'src>(page: &mut Page<'src>, line: &Line<'src>, words: &'src str) -> Vec<Text<'src>> {
    let mut topics = Topics::of(item(words).unwrap_or(words)).peekable();
    if topics.peek().is_none() {
        // Nothing but commas.
        page.label(line);
    }
    let marks = memchr::memchr3_iter(b',', b';', b'|', words.as_bytes()).count();
    let mut texts = Vec::with_capacity(marks + 1);
    while let Some(topic) = topics.next() {
        // A topic ends where the next one starts: the comma between them is behind it.
        let end = topics.peek().map_or(line.end, |next| line.place(next).start);
        texts.push(page.pieces.upto(line, topic, end));
    }
    texts
}

/// The topics on a line: apart by bars or, where there are none, by a comma or semicolon, but not inside brackets or
/// a number.
struct Topics<'a> {
    /// What is left of the line; `None` behind the last topic.
    rest: Option<&'a str>,
    by_bars: bool,
}

impl<'a> Topics<'a> {
    fn of(line: &'a str) -> Self {
        let by_bars = memchr::memchr(b'|', line.as_bytes()).is_some() && line.contains(" | ");
        Self { rest: Some(line), by_bars }
    }

    /// What stands in front of the first mark and behind it.
    fn divide(&self, rest: &'a str) -> Option<(&'a str, &'a str)> {
        if self.by_bars {
            return rest.split_once(" | ");
        }
        let at = end_of_topic(rest)?;
        Some((rest.get(..at)?, rest.get(at + 1..)?))
    }
}

impl<'a> Iterator for Topics<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            let rest = self.rest.take()?;
            let topic = match self.divide(rest) {
                Some((topic, behind)) => {
                    self.rest = Some(behind);
                    topic
                }
                None => rest,
            };
            let topic = topic.trim();
            if !topic.is_empty() {
                return Some(topic);
            }
        }
    }
}

/// Where the comma or semicolon stands behind the first topic.
fn end_of_topic(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mark = memchr::memchr3_iter(b',', b';', b'(', bytes)
        .find(|&at| bytes.get(at) == Some(&b'(') || !in_number(line, at))?;
    if bytes.get(mark) != Some(&b'(') {
        return Some(mark);
    }
    let mut depth = 0_usize;
    for (at, byte) in bytes.iter().enumerate().skip(mark) {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b',' | b';' if depth == 0 && !in_number(line, at) => return Some(at),
            _ => {}
        }
    }
    None
}

/// Whether a digit stands on either side of the byte `at`.
fn in_number(line: &str, at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| line.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(Some(at + 1))
}
