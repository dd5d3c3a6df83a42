//! Paragraphs broken at a column.

use crate::line_start;

/// Breaks the paragraph at the end of `out`, which begins at byte `start`, so that no line is longer than `column`
/// characters, as far as blanks allow. `prefix` is what its further lines begin with; what its first begins with, a bullet
/// perhaps, is as long.
///
/// A line is broken only at a single blank, for a parser takes one line end for one blank; not inside of code; and not
/// where the next word would open a list, a heading or a quotation.
pub(crate) fn wrap(out: &mut String, start: usize, prefix: &str, column: usize) {
    if out.get(start..).is_none_or(|paragraph| paragraph.len() <= column) {
        return;
    }
    let paragraph = out.split_off(start);
    for (number, line) in paragraph.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let (lead, line) = line.split_at_checked(prefix.len()).unwrap_or((line, ""));
        out.push_str(lead);
        let mut width = prefix.len();
        for (place, word) in words(line).enumerate() {
            let length = word.chars().count();
            if place > 0 && width + 1 + length > column {
                out.push('\n');
                out.push_str(prefix);
                width = prefix.len();
            } else if place > 0 {
                out.push(' ');
                width += 1;
            }
            out.push_str(word);
            width += length;
        }
    }
}

/// The stretches of a line between the blanks at which it may be broken.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        let Some(at) = first_break(line) else { return rest.take() };
        rest = line.get(at + 1..);
        line.get(..at)
    })
}

/// The first blank at which the line may be broken.
fn first_break(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'\\' => 2,
            b'`' => code(&bytes[at..]),
            b' ' if may_break(line, at) => return Some(at),
            _ => 1,
        };
    }
    None
}

/// The length of the code that begins with these backticks; where it has no end, of the backticks.
fn code(bytes: &[u8]) -> usize {
    let run = |from: usize| bytes.iter().skip(from).take_while(|byte| **byte == b'`').count();
    let opening = run(0);
    let mut at = opening;
    while at < bytes.len() {
        match run(at) {
            0 => at += 1,
            closing if closing == opening => return at + closing,
            other => at += other,
        }
    }
    opening
}

fn may_break(line: &str, at: usize) -> bool {
    let (Some(before), Some(behind)) = (line.get(..at), line.get(at + 1..)) else { return false };
    // A bar at the end of a line looks like the end of a table's row.
    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !matches!(c, '\u{FEFF}' | '|'));
    // The blank in the tag of an anchor stays.
    is_word(before.chars().next_back())
        && is_word(behind.chars().next())
        && !(behind.starts_with("id=\"") && before.ends_with("<a") && !before.ends_with("\\<a"))
        && line_start::mark(behind.as_bytes()).is_none()
}
