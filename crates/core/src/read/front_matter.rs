//! What programs that make web pages keep above a page: keys and their values between two rules (`---`).
//!
//! Title and date are the session's; the rest says nothing of it.

use super::grammar::date::{DateLine, date_line};
use super::grammar::event;
use super::lines::Line;
use super::record::Record;

/// The most lines of it.
const MOST: usize = 60;

/// The lines below it: all, where they do not begin with it.
pub(super) fn below<'l, 'src>(lines: &'l [Line<'src>]) -> &'l [Line<'src>] {
    lines.get(count(lines)..).unwrap_or_default()
}

/// Takes the lines that are front matter; gives those below.
pub(super) fn take<'l, 'src>(record: &mut Record<'src>, lines: &'l [Line<'src>]) -> &'l [Line<'src>] {
    let (front, below) = lines.split_at(count(lines));
    read(record, front);
    below
}

/// How many of the lines are front matter.
fn count(lines: &[Line<'_>]) -> usize {
    if lines.first().is_none_or(|line| line.text != RULE) {
        return 0;
    }
    let inner = lines.iter().skip(1).take(MOST).take_while(|line| line.text != RULE);
    let count = inner.count();
    let ends = lines.get(count + 1).is_some_and(|line| line.text == RULE);
    let mut inner = lines.iter().skip(1).take(count);
    // Between two rules people may speak: `ann: yes`.
    let is_telling = |line: &Line<'_>| entry(line.text).is_some_and(|(key, _)| KEYS.contains(&key));
    let tells = inner.clone().any(is_telling);
    if ends && tells && inner.all(|line| is_part(line.text)) { count + 2 } else { 0 }
}

const RULE: &str = "---";

/// Keys that front matter has one of.
const KEYS: &[&str] =
    &["author", "categories", "date", "description", "draft", "lang", "layout", "slug", "tags", "title"];

fn read<'src>(record: &mut Record<'src>, lines: &[Line<'src>]) {
    for line in lines {
        let found = entry(line.text).map(|(key, value)| (key, unquoted(value)));
        match found.filter(|(_, value)| !value.is_empty()) {
            Some((key, value)) if key.eq_ignore_ascii_case("title") && record.session.title.is_none() => {
                let (name, event) = event::split(value);
                let text = record.pieces.part(line, value);
                record.entitle(text, name, event);
            }
            Some((key, value)) if key.eq_ignore_ascii_case("date") && record.session.time.is_none() => {
                let text = record.pieces.part(line, value);
                match date_line(value) {
                    Some(DateLine::When(when)) => record.date(text, &when),
                    _ => record.session.labels.push(text),
                }
            }
            _ => record.label(line),
        }
    }
}

/// A key and its value: `title: Ferry pilots`.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty()
        && key.len() <= LONGEST_KEY
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let is_apart = value.is_empty() || value.starts_with(' ');
    (is_key && is_apart).then_some((key, value.trim()))
}

/// The longest key, in bytes.
const LONGEST_KEY: usize = 40;

/// Whether a line may stand in front matter: an entry, an item of a list, a comment, the end of a list.
fn is_part(line: &str) -> bool {
    entry(line).is_some() || line.starts_with("- ") || line.starts_with('#') || matches!(line, "]" | "}")
}

/// A value without the quotation marks around it.
fn unquoted(value: &str) -> &str {
    let within = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    within('"').or_else(|| within('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::count;
    use crate::read::lines::lines;

    #[test]
    fn keys_and_values_between_two_rules() {
        for (text, expected) in [
            ("---\ntitle: Ferry pilots\nspeakers:\n  - Ann Lee\n---\nAnn Lee: Yes.", 5),
            ("---\n# made by hand\ndate: 2031-06-07\n---\n", 4),
            ("---\nFerry pilots\n---\n", 0),
            ("---\nAnn Lee: Yes.\nBo Ek: No.\n---\n", 0),
            ("---\ntitle: Ferry pilots\n", 0),
            ("---\n---\n", 0),
            ("---\nann: yes\nbo: no\n---\n", 0),
            ("title: Ferry pilots\n---\n", 0),
            ("", 0),
        ] {
            assert_eq!(count(&lines(text).0), expected, "{text}");
        }
    }
}
