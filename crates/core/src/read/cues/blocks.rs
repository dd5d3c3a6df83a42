//! The blocks of a file of cues: cues, comments, and lines that are neither.
//!
//! WebVTT, section 4.1: blocks stand apart by empty lines; a block with a line of times is a cue, what stands above the
//! times is its identifier. Files that people have edited lack the empty lines or have too many of them.

use std::ops::Range;

use crate::read::lines::Line;

use super::time::{TimeLine, Times, time_line};

/// A block of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block<'src> {
    /// A cue.
    Cue(Cue<'src>),
    /// Lines of a comment, a style or a region.
    Comment(Range<usize>),
    /// A line that belongs to no cue.
    Stray(usize),
}

/// A cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue<'src> {
    /// When it is shown; `None` where its line of times is broken.
    pub(super) times: Option<Times>,
    /// The speaker that its identifier names.
    pub(super) named: Option<&'src str>,
    /// The line of its times.
    pub(super) head: usize,
    /// Where its words begin in the source.
    pub(super) start: usize,
    /// The lines of its words.
    pub(super) lines: Range<usize>,
    /// Whether an empty line parts its words from its times.
    pub(super) is_apart: bool,
}

/// The blocks of a file, in order.
#[derive(Debug, Clone)]
pub(super) struct Blocks<'l, 'src> {
    layout: Layout<'l, 'src>,
    lines: &'l [Line<'src>],
    /// Whether there are comments, as WebVTT has them.
    comments: bool,
    /// The line to look at.
    at: usize,
    /// What it says, if it is one of times.
    time: Option<TimeLine<'src>>,
    /// The identifier above it.
    identifier: Option<&'src str>,
    /// The number of the last cue that had one.
    number: Option<u64>,
    /// The block that may go on.
    last: Option<Block<'src>>,
    /// Whether it is a cue that no empty line has ended.
    open: bool,
    /// Whether there has been a cue.
    began: bool,
}

impl<'l, 'src> Blocks<'l, 'src> {
    /// The blocks of the lines from the one at `first`.
    pub(super) fn of(source: &'l str, lines: &'l [Line<'src>], first: usize, comments: bool) -> Self {
        Self {
            layout: Layout::of(source, lines),
            lines,
            comments,
            at: first,
            time: lines.get(first).and_then(|line| time_line(line.text)),
            identifier: None,
            number: None,
            last: None,
            open: false,
            began: false,
        }
    }

    /// Takes the next line; the block that it ends, if any.
    fn step(&mut self, line: &Line<'src>) -> Option<Block<'src>> {
        let at = self.at;
        self.at += 1;
        let next = self.lines.get(self.at).and_then(|line| time_line(line.text));
        let mut ended = None;
        if let Some(time) = std::mem::replace(&mut self.time, next) {
            let cue = self.cue(at, line, time);
            ended = self.last.replace(Block::Cue(cue));
            (self.open, self.began) = (true, true);
        } else if next.is_some() && self.is_identifier(at, line.text) {
            self.identifier = Some(line.text);
            self.open = false;
        } else if let Some((end, counts)) = self.comment(at, line.text) {
            if counts {
                ended = self.last.replace(Block::Comment(at..end));
            }
            self.at = end;
            self.time = self.lines.get(end).and_then(|line| time_line(line.text));
            return ended;
        } else if !self.goes_on(at, line) {
            ended = self.last.replace(Block::Stray(at));
        }
        self.open &= !self.layout.ends_block(at);
        ended
    }

    /// The cue that begins with a line of times.
    fn cue(&mut self, at: usize, line: &Line<'src>, time: TimeLine<'src>) -> Cue<'src> {
        let identifier = self.identifier.take();
        self.number = identifier.and_then(|identifier| identifier.parse().ok()).or(self.number);
        let named = identifier.and_then(speaker);
        let (times, behind) = match time {
            TimeLine::Times { times, behind } => (Some(times), behind),
            TimeLine::Broken => (None, ""),
        };
        let (start, first) = match behind {
            "" => (line.end, at + 1),
            behind => (line.place(behind).start, at),
        };
        Cue { times, named, head: at, start, lines: first..at + 1, is_apart: false }
    }

    /// Whether a line is words of the cue above it.
    fn goes_on(&mut self, at: usize, line: &Line<'src>) -> bool {
        let Some(Block::Cue(cue)) = &mut self.last else { return false };
        if self.open {
            cue.lines.end = at + 1;
            return true;
        }
        // An empty line below the times: these are the words all the same.
        let apart = cue.lines.is_empty() && cue.head + 1 == at;
        if apart {
            cue.is_apart = true;
            cue.start = line.at;
            cue.lines.end = at + 1;
            self.open = true;
        }
        apart
    }

    /// Whether a line above a line of times is the cue's identifier, and not the last words of the cue above.
    fn is_identifier(&self, at: usize, text: &str) -> bool {
        let below_times = matches!(&self.last, Some(Block::Cue(cue)) if cue.head + 1 == at);
        match self.open {
            // Two lines of times and nothing between them but a number: the first one has no words.
            true if below_times => self.counts_on(text),
            // The empty line above it is missing, or holds a blank.
            true => {
                self.is_counter(text) || at.checked_sub(1).is_some_and(|above| self.layout.is_spaced(above))
            }
            // An empty line above it and below it.
            false if self.layout.ends_block(at) => {
                if below_times {
                    self.counts_on(text)
                } else {
                    self.is_counter(text)
                }
            }
            false => true,
        }
    }

    /// Whether a line is a counter, as programs write them: `12`, `12-0`, `4b1c0c9e-.../12-0`.
    fn is_counter(&self, text: &str) -> bool {
        let of_number = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b'-' | b'/');
        if text.len() > LONGEST_COUNTER || !text.bytes().all(of_number) {
            return false;
        }
        // A bare number may be words where cues have none.
        match text.bytes().all(|byte| byte.is_ascii_digit()) {
            true => self.number.is_some() || !self.began,
            false => text.bytes().any(|byte| byte.is_ascii_digit()),
        }
    }

    /// Whether a line is the number behind that of the last cue; a few may have been cut out.
    fn counts_on(&self, text: &str) -> bool {
        let number = text.parse::<u64>().ok().zip(self.number);
        number.is_some_and(|(number, last)| number > last && number - last <= MOST_LEFT_OUT)
    }

    /// Where the comment, style or region that begins with the line at `at` ends, and whether it is one of its own.
    fn comment(&self, at: usize, text: &str) -> Option<(usize, bool)> {
        if !self.comments || self.open {
            return None;
        }
        let word = text.split([' ', '\t']).next().unwrap_or_default();
        if word != "NOTE" && !matches!(text, "STYLE" | "REGION") {
            return None;
        }
        let mut end = at + 1;
        while !self.layout.ends_block(end - 1)
            && self.lines.get(end).is_some_and(|line| time_line(line.text).is_none())
        {
            end += 1;
        }
        // What a machine says of every cue belongs to that cue, as its times do.
        let of_machine = end == at + 1 && text.get(word.len()..).is_some_and(is_of_machine);
        Some((end, !(of_machine && self.began)))
    }
}

impl<'src> Iterator for Blocks<'_, 'src> {
    type Item = Block<'src>;

    fn next(&mut self) -> Option<Block<'src>> {
        while let Some(line) = self.lines.get(self.at) {
            if let Some(block) = self.step(line) {
                return Some(block);
            }
        }
        self.last.take()
    }
}

/// The longest counter, in bytes: that of Teams is a GUID and two numbers.
const LONGEST_COUNTER: usize = 80;
/// How many numbers may be missing between two cues.
const MOST_LEFT_OUT: u64 = 10;

/// Comments that a program writes beside every cue: `NOTE Confidence: 0.89`.
const OF_MACHINES: &[&str] = &["confidence"];

fn is_of_machine(comment: &str) -> bool {
    let name = comment.split_once(':').map_or("", |(name, _)| name.trim());
    OF_MACHINES.iter().any(|own| own.eq_ignore_ascii_case(name))
}

/// The speaker in an identifier such as Webex writes: `12 "Ines Quarrie" (3735945216)`.
fn speaker(identifier: &str) -> Option<&str> {
    // Most are a number.
    memchr::memchr(b'"', identifier.as_bytes())?;
    let (number, rest) = identifier.split_once(" \"")?;
    let (name, rest) = rest.rsplit_once('"')?;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.trim();
    let in_brackets = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).is_some_and(is_number);
    (is_number(number) && (rest.is_empty() || in_brackets))
        .then_some(name.trim())
        .filter(|name| !name.is_empty())
}

/// Where the empty lines of a file stand.
#[derive(Debug, Clone)]
pub(in crate::read) struct Layout<'l, 'src> {
    source: &'l str,
    lines: &'l [Line<'src>],
    /// How many empty lines stand behind every line and mean nothing: a line end doubled by a program doubles all.
    usual: usize,
}

impl<'l, 'src> Layout<'l, 'src> {
    pub(in crate::read) fn of(source: &'l str, lines: &'l [Line<'src>]) -> Self {
        let mut layout = Self { source, lines, usual: 0 };
        let all = lines.len().saturating_sub(1);
        let mut usual = usize::MAX;
        for at in 0..all {
            usual = usual.min(layout.empty_lines(at));
            if usual == 0 {
                break;
            }
        }
        layout.usual = if all == 0 { 0 } else { usual };
        layout
    }

    /// Whether an empty line follows the line at `at`.
    pub(in crate::read) fn ends_block(&self, at: usize) -> bool {
        self.empty_lines(at) > self.usual
    }

    /// What stands between the line at `at` and the next one.
    fn gap(&self, at: usize) -> &[u8] {
        let gap = self.lines.get(at).and_then(|line| self.source.get(line.at + line.text.len()..line.end));
        gap.unwrap_or_default().as_bytes()
    }

    /// How many lines without a single character follow the line at `at`. (A line that holds a blank is not empty, by
    /// the standard: machines that write captions begin cues with one.)
    fn empty_lines(&self, at: usize) -> usize {
        let gap = self.gap(at);
        if gap.len() <= 1 || gap == b"\r\n" {
            return 0;
        }
        let (mut empty, mut last) = (0, 0);
        let mut is_start = false;
        for &byte in gap {
            match byte {
                b'\n' if last == b'\r' => {}
                b'\n' | b'\r' => {
                    empty += usize::from(is_start);
                    is_start = true;
                }
                _ => is_start = false,
            }
            last = byte;
        }
        empty
    }

    /// Whether a line of blanks follows the line at `at`.
    fn is_spaced(&self, at: usize) -> bool {
        let feeds = |end: u8| memchr::memchr_iter(end, self.gap(at)).count();
        feeds(b'\n').max(feeds(b'\r')) > 1 + self.usual
    }
}
