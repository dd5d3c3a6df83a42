//! The topics of a claim or a point.

use crate::model::Text;
use crate::read::lines::Line;

use super::labels::item;
use super::page::Page;

/// The longest topic on a line of its own, in bytes.
pub(super) const LONGEST_TOPIC: usize = 60;

/// Takes the topics `words`, which are the line or stand behind its label.
pub(super) fn read<'src>(page: &mut Page<'src>, line: &Line<'src>, words: &'src str) -> Vec<Text<'src>> {
    let topics = split(item(words).unwrap_or(words));
    if topics.is_empty() {
        // Nothing but commas.
        page.label(line);
    }
    // A topic ends where the next one starts: the comma between them is behind it.
    let ends = topics.iter().skip(1).map(|next| line.place(next).start).chain([line.end]);
    topics.iter().zip(ends).map(|(topic, end)| page.pieces.upto(line, topic, end)).collect()
}

/// The topics on a line: apart by bars or, where there are none, by a comma or semicolon, but not inside brackets or
/// a number.
pub(super) fn split(line: &str) -> Vec<&str> {
    if memchr::memchr(b'|', line.as_bytes()).is_some() && line.contains(" | ") {
        return line.split(" | ").map(str::trim).filter(|topic| !topic.is_empty()).collect();
    }
    let mut topics = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b',' | b';' if depth == 0 && !in_number(line, at) => {
                topics.push(line.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    topics.push(line.get(start..).unwrap_or_default());
    topics.into_iter().map(str::trim).filter(|topic| !topic.is_empty()).collect()
}

/// Whether a digit stands on either side of the byte `at`.
fn in_number(line: &str, at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| line.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(Some(at + 1))
}
