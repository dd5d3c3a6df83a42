//! Sections of prose: the report in both its shapes, and every section that is neither transcript nor profiles.
//!
//! A report is one text under a headline, or a part for every speaker under the speaker's name. A name is a heading
//! where the page knows the speaker; any other line only where it looks like a headline and paragraphs follow.

use crate::model::{BlockKind, Part};
use crate::read::lines::Line;
use crate::read::shape::{Shape, ends_sentence, shape};

use super::markdown;
use super::opening::disclaimer;
use super::page::Page;
use super::voices::Voices;

/// Reads the lines under a heading.
pub(super) fn read<'src>(
    page: &mut Page<'src>,
    voices: &Voices<'_>,
    lines: &[Line<'src>],
) -> Vec<Part<'src>> {
    let mut parts: Vec<Part<'src>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map(|next| next.text);
        let after = lines.get(at + 2).map(|after| after.text);
        if disclaimer(page, line, lines.get(at + 1)) {
            continue;
        }
        if let Some(name) = voices.named(line.text) {
            let speaker = page.meet(name);
            let heading = page.pieces.line(line);
            let part = page.part(Some(heading), Some(speaker));
            parts.push(part);
        } else if let Some((text, speaker)) = marked_heading(line.text, next, voices) {
            let speaker = speaker.map(|name| page.meet(name));
            let heading = page.pieces.part(line, text);
            let part = page.part(Some(heading), speaker);
            parts.push(part);
        } else if is_headline(line.text, next, parts.is_empty(), voices)
            || heads_headline(line.text, next, after, parts.is_empty())
        {
            let heading = page.pieces.line(line);
            let part = page.part(Some(heading), None);
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

/// The text of a heading in Markdown or with a colon that begins a part, and the speaker it names: one of the first two
/// levels, or a speaker's. Those below are subheadings of the part.
fn marked_heading<'src>(
    line: &'src str,
    next: Option<&str>,
    voices: &Voices<'_>,
) -> Option<(&'src str, Option<&'src str>)> {
    let (level, text) = match (markdown::heading(line), markdown::block(line)) {
        (Some(heading), _) => heading,
        (None, (BlockKind::Subheading, text)) => (3, text),
        (None, _) => (3, line.strip_suffix(':').filter(|_| next.is_some_and(ends_sentence))?),
    };
    let name = text.trim_end_matches(':').trim_end();
    let speaker = voices.named(name);
    (level <= 2 || speaker.is_some()).then_some((if speaker.is_some() { name } else { text }, speaker))
}

/// The longest headline at the top of a section, in bytes.
const LONGEST_AT_TOP: usize = 200;
/// The longest headline within a section, in bytes.
const LONGEST_WITHIN: usize = 80;

/// Whether a line is a headline: short, no sentence, and prose follows. Further down more must speak for it, since a
/// paragraph may have lost its full stop.
fn is_headline(line: &str, next: Option<&str>, top: bool, voices: &Voices<'_>) -> bool {
    if top {
        let is_prose = |next: &str| ends_sentence(next) || next.len() > LONGEST_AT_TOP;
        return may_be_headline(line, LONGEST_AT_TOP)
            && next.is_some_and(|next| is_prose(next) || voices.named(next).is_some());
    }
    is_headline_within(line, next)
}

/// Whether a line may be a headline by itself: short, no sentence, and none in Markdown.
fn may_be_headline(line: &str, longest: usize) -> bool {
    line.len() <= longest
        && !ends_sentence(line)
        && !line.starts_with('#')
        && line.contains(char::is_alphanumeric)
}

/// Whether a line in a section is a headline: nothing but words, and longer prose follows.
fn is_headline_within(line: &str, next: Option<&str>) -> bool {
    let plain = |c: char| {
        !matches!(c, '|' | '\\' | '<' | '>' | '[' | ']' | '{' | '}' | '*' | '_' | '#' | '`' | '=' | '/')
    };
    may_be_headline(line, LONGEST_WITHIN)
        && line.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase())
        && line.chars().all(plain)
        && next.is_some_and(|next| {
            (ends_sentence(next) || next.len() > LONGEST_AT_TOP) && next.len() >= 2 * line.len()
        })
}

/// Whether a line is a headline above another one: the title of the report, or `Key Discussion Points` above the first
/// of them.
fn heads_headline(line: &str, next: Option<&str>, after: Option<&str>, top: bool) -> bool {
    let longest = if top { LONGEST_AT_TOP } else { LONGEST_WITHIN };
    may_be_headline(line, longest)
        && (top || shape(line) == Shape::Name)
        && next.is_some_and(|next| is_headline_within(next, after))
}
