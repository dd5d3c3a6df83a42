//! Sections of a few paragraphs under short labels: the summary and key points at a glance, an overall assessment,
//! takeaways, action items.

use crate::model::{Block, Part, SectionRole};
use crate::read::lines::Line;

use super::headings::unmarked;
use super::labels::behind;
use super::opening::disclaimer;
use super::page::Page;

/// The labels that head a part of a section.
fn labels(role: SectionRole) -> &'static [&'static str] {
    match role {
        SectionRole::KeyPoints => &[
            "major discussion point",
            "key discussion point",
            "main discussion point",
            "overall purpose",
            "overall goal",
            "overall tone",
        ],
        SectionRole::Assessment => &[
            "summary",
            "consensus level",
            "level of consensus",
            "agreement level",
            "level of agreement",
            "disagreement level",
            "level of disagreement",
            "difference level",
            "level of difference",
        ],
        _ => &[],
    }
}

/// No label is longer, in bytes.
const LONGEST: usize = 64;

/// The label at the start of a line and the words behind its colon: `Overall purpose/goal of the discussion: To agree.`
pub(super) fn label(role: SectionRole, line: &str) -> Option<(&str, &str)> {
    let labels = labels(role);
    if labels.is_empty() {
        return None;
    }
    let start = memchr::memchr(b':', line.as_bytes().get(..LONGEST).unwrap_or(line.as_bytes()));
    let (words, rest) = match start {
        Some(colon) => (line.get(..colon)?, line.get(colon + 1..)?),
        None if line.len() <= LONGEST => (line, ""),
        None => return None,
    };
    let is_bold = words.starts_with("**");
    let words = unmarked(words).trim_end();
    let rest = if is_bold { rest.trim_start_matches("**") } else { rest }.trim_start();
    let known = labels.iter().find_map(|label| behind(label, words))?;
    // Without a colon the words stand for themselves: `Overall tone`, and not `Overall tone and manners were good`.
    let fits = start.is_some() || known.is_empty() || known.starts_with(['s', '/', ' ']) && !ends_open(words);
    (fits && !known.starts_with(|c: char| c.is_alphabetic() && c != 's')).then_some((words, rest))
}

/// Whether words without a colon go on like a sentence: more of them than any label has, or a full stop.
fn ends_open(words: &str) -> bool {
    words.ends_with(['.', '!', '?']) || words.split_whitespace().count() > 6
}

/// Reads the lines under the heading of a section.
pub(super) fn read<'src>(page: &mut Page<'src>, role: SectionRole, lines: &[Line<'src>]) -> Vec<Part<'src>> {
    let mut parts: Vec<Part<'src>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if disclaimer(page, line, lines.get(at + 1)) {
            continue;
        }
        if let Some((label, words)) = label(role, line.text).or_else(|| subheading(line.text)) {
            let end = if words.is_empty() { line.end } else { line.place(words).start };
            let heading = page.pieces.upto(line, label, end);
            let mut part = page.part(Some(heading), None);
            if !words.is_empty() {
                part.blocks.push(Block::paragraph(page.pieces.part(line, words)));
            }
            parts.push(part);
        } else {
            let block = page.block(line);
            match parts.last_mut() {
                Some(part) => part.blocks.push(block),
                None => parts.push(Part { blocks: vec![block], ..page.part(None, None) }),
            }
        }
    }
    parts
}

/// The words of a heading in Markdown: `## Connectivity`.
fn subheading(line: &str) -> Option<(&str, &str)> {
    let is_one = line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    is_one.then(|| (unmarked(line), "")).filter(|(words, _)| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::label;
    use crate::model::SectionRole::{Assessment, KeyPoints, Takeaways};

    #[test]
    fn labels_in_their_forms() {
        for (role, line, expected) in [
            (KeyPoints, "Major discussion points:", Some(("Major discussion points", ""))),
            (KeyPoints, "## Major Discussion Points:", Some(("Major Discussion Points", ""))),
            (KeyPoints, "**Major discussion points:**", Some(("Major discussion points", ""))),
            (KeyPoints, "**Overall tone**: Warm.", Some(("Overall tone", "Warm."))),
            (KeyPoints, "**Overall tone:** Warm.", Some(("Overall tone", "Warm."))),
            (
                KeyPoints,
                "Overall purpose/goal of the discussion: To agree.",
                Some(("Overall purpose/goal of the discussion", "To agree.")),
            ),
            (KeyPoints, "Overall purpose", Some(("Overall purpose", ""))),
            (KeyPoints, "Overall purposeful work", None),
            (KeyPoints, "Overall tone was good.", None),
            (KeyPoints, "Summary", None),
            (Assessment, "difference_level", Some(("difference_level", ""))),
            (Assessment, "Consensus level: high", Some(("Consensus level", "high"))),
            (Assessment, "Summary", Some(("Summary", ""))),
            (Assessment, "The summary: none", None),
            (Takeaways, "Summary", None),
        ] {
            assert_eq!(label(role, line), expected, "{line}");
        }
    }
}
