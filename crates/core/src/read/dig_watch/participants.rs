//! Who takes part, as a list above the report: names, mostly with what they are.

use crate::model::Part;
use crate::read::lines::Line;
use crate::read::shape::{Shape, shape};

use super::labels::item;
use super::opening::disclaimer;
use super::page::Page;
use super::people::bare;

/// What stands between a name and what they are.
const MARKS: [&str; 6] = [" – ", " — ", " - ", ": ", ", ", " ("];

/// The longest name, in bytes.
const LONGEST_NAME: usize = 120;

/// The name at the start of an entry, and what follows it on the line: `Ann Lee – Director`, `**Ann Lee**: Role`.
pub(super) fn entry(line: &str) -> Option<(&str, &str)> {
    if is_label(line) || is_field(line) {
        return None;
    }
    let text = item(line).unwrap_or(line);
    if let Some((name, rest)) = text.strip_prefix("**").and_then(|text| text.split_once("**")) {
        let rest =
            rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | ','));
        return is_name(name.trim_end_matches(':')).then_some((name.trim_end_matches(':').trim(), rest));
    }
    let mark = MARKS.iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min();
    let (name, rest) = match mark {
        Some((at, len)) => (text.get(..at)?, text.get(at + len..)?),
        None => (text, ""),
    };
    is_name(name).then_some((bare(name), rest.trim()))
}

/// The name of an entry, where it is one beyond doubt: one word and an explanation are a topic too often.
pub(super) fn name(line: &str) -> Option<&str> {
    let (name, rest) = entry(line)?;
    let explains = !name.contains(' ') && rest.starts_with(char::is_lowercase);
    (!explains && shape(name) == Shape::Name).then_some(name)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= LONGEST_NAME && name.contains(char::is_alphanumeric)
}

/// Whether a line heads a list of names: `Additional speakers:`.
fn is_label(line: &str) -> bool {
    line.len() <= LONGEST_NAME && item(line).is_none() && line.trim_end_matches("**").ends_with(':')
}

/// What somebody is, in what follows their name: without `Role/Title:`, brackets, and fields that say other things.
fn role(text: &str) -> Option<&str> {
    let text = field(text, &["role/title", "role", "title", "position"]).unwrap_or(text);
    let end = find_field(text, "area of expertise").or_else(|| find_field(text, "areas of expertise"));
    let text = text
        .get(..end.unwrap_or(text.len()))
        .unwrap_or(text)
        .trim_end_matches(['*', ' ', ',', ';', '.', '-', '–', '|']);
    let text = match text.strip_suffix(')') {
        // The bracket in front of the role was the mark between it and the name.
        Some(inner) if !inner.contains('(') => inner,
        _ => text,
    };
    let says_nothing = [
        "not mentioned",
        "not specified",
        "not provided",
        "not stated",
        "not clearly",
        "no role",
        "no title",
        "unknown",
    ]
    .iter()
    .any(|nothing| contains(text, nothing));
    Some(text.trim())
        .filter(|text| !text.is_empty() && !says_nothing && field(text, &["area of expertise"]).is_none())
}

/// What stands behind the name of a field and its colon.
fn field<'a>(text: &'a str, names: &[&str]) -> Option<&'a str> {
    let text = text.trim_start_matches(['*', ' ']);
    names.iter().find_map(|name| {
        let (start, rest) = text.split_at_checked(name.len())?;
        let rest = rest.trim_start_matches('*').trim_start().strip_prefix(':')?;
        start.eq_ignore_ascii_case(name).then(|| rest.trim_start_matches(['*', ' ']))
    })
}

fn find_field(text: &str, name: &str) -> Option<usize> {
    position(text, name).filter(|at| {
        text.get(at + name.len()..).is_some_and(|rest| rest.trim_start_matches('*').starts_with(':'))
    })
}

fn contains(text: &str, words: &str) -> bool {
    position(text, words).is_some()
}

/// Where `words`, which are ASCII, first stand in a text, in any case.
fn position(text: &str, words: &str) -> Option<usize> {
    text.as_bytes().windows(words.len()).position(|window| window.eq_ignore_ascii_case(words.as_bytes()))
}

/// Reads the lines under the heading of a list.
pub(super) fn read<'src>(page: &mut Page<'src>, lines: &[Line<'src>]) -> Vec<Part<'src>> {
    let mut parts: Vec<Part<'src>> = Vec::new();
    let mut last = None;
    for (at, line) in lines.iter().enumerate() {
        if disclaimer(page, line, lines.get(at + 1)) {
            continue;
        }
        if is_label(line.text) {
            let words = line.text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ':' | '#'));
            let heading = page.pieces.part(line, words);
            let part = page.part(Some(heading), None);
            parts.push(part);
            last = None;
            continue;
        }
        if let Some(text) = field(item(line.text).unwrap_or(line.text), &["role/title", "role", "title"]) {
            // A line of its own below the name.
            if let (Some(name), Some(role)) = (last, role(text)) {
                page.describe(name, role);
            }
        } else if let Some((name, rest)) = entry(line.text) {
            last = Some(name);
            if let Some(role) = role(rest) {
                page.describe(name, role);
            }
        }
        let block = page.block(line);
        match parts.last_mut() {
            Some(part) => part.blocks.push(block),
            None => parts.push(Part { blocks: vec![block], ..page.part(None, None) }),
        }
    }
    parts
}

/// Whether a line only goes on about the name above: `Area of expertise: harbours`.
fn is_field(line: &str) -> bool {
    let names = [
        "area of expertise",
        "areas of expertise",
        "expertise",
        "role/title",
        "role",
        "title",
        "affiliation",
        "organization",
        "organisation",
    ];
    field(item(line).unwrap_or(line), &names).is_some()
}
