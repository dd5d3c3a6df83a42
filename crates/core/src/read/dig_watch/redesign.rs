//! The pages as they are since December 2024: at a glance above the report, points and comments behind the profiles.
//!
//! Their headings are common words (`Summary`, `Agreements`, `Takeaways`) that speeches and reports hold as well. They
//! count only on a page that is of this design by more than one of them, and only in the zone of the page they are for.

use crate::model::{DetailKind, SectionRole};
use crate::read::Map;
use crate::read::kinds::is_office;
use crate::read::lines::Line;
use crate::read::shape::{Shape, shape};
use crate::read::speakers::key;

use super::brief;
use super::candidates::candidate;
use super::headings::{Counts, Heading, heading_of};
use super::labels::{LONGEST_LABEL, Label, label_of};

/// Whether the heading on line `at` tells that the page is of this design: nothing else has it, or what stands below
/// it is what it has there.
pub(super) fn tells(lines: &[Line<'_>], at: usize, heading: &Heading) -> bool {
    match heading.counts {
        Counts::Behind => has_structure(lines, at),
        _ if heading.role == SectionRole::Glance => true,
        _ if heading.role == SectionRole::KeyPoints => {
            lines.get(at + 1).is_some_and(|next| brief::label(heading.role, next.text).is_some())
        }
        _ => false,
    }
}

/// Whether below a heading on line `at` stands what only such a section has: another one of its headings, or a point
/// with its labels.
pub(super) fn has_structure(lines: &[Line<'_>], at: usize) -> bool {
    let Some(next) = lines.get(at + 1) else { return false };
    if heading_of(next.text).is_some_and(|heading| matches!(heading.counts, Counts::Behind)) {
        return true;
    }
    let own = lines.get(at).and_then(|line| heading_of(line.text)).map(|heading| heading.role);
    if own == Some(SectionRole::Assessment) && brief::label(SectionRole::Assessment, next.text).is_some() {
        return true;
    }
    let label = |at: usize| {
        let line = lines.get(at).filter(|line| line.text.len() <= LONGEST_LABEL)?;
        label_of(line.text).filter(|(_, words)| words.is_empty()).map(|(label, _)| label)
    };
    // Somebody called `Speakers` has statistics below.
    (at + 1..at + 4).any(|at| {
        label(at) == Some(Label::Detail(DetailKind::Speakers))
            && !matches!(label(at + 1), Some(Label::Statistic(_)))
    })
}

/// How far the speeches of a transcript reach, as far as its labels tell.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// The last line that begins with each name.
    last: Map<String, usize>,
    /// The line up to which the names have been heard.
    heard: usize,
    /// The last line of a name heard so far.
    reach: usize,
}

impl Reach {
    /// Of the transcript that begins on line `start`.
    pub(super) fn of(lines: &[Line<'_>], start: usize) -> Self {
        let mut last = Map::default();
        for (at, line) in lines.iter().enumerate().skip(start) {
            if let Some(name) = label(line.text).filter(|_| !heads_names(lines, at)) {
                last.insert(key(name), at);
            }
        }
        Self { last, heard: start, reach: 0 }
    }

    /// Whether somebody who has spoken above line `at` speaks again below it. To be asked of ascending lines.
    pub(super) fn is_within(&mut self, lines: &[Line<'_>], at: usize) -> bool {
        for line in lines.iter().take(at).skip(self.heard) {
            if let Some(last) = label(line.text).and_then(|name| self.last.get(&key(name))) {
                self.reach = self.reach.max(*last);
            }
        }
        self.heard = self.heard.max(at);
        self.reach > at
    }
}

/// Whether line `at` is the `Speaker:` of a comment or a question, with its name and the next label below.
fn heads_names(lines: &[Line<'_>], at: usize) -> bool {
    let is_detail = |line: &Line<'_>| {
        line.text.len() <= LONGEST_LABEL
            && matches!(label_of(line.text), Some((Label::Detail(_) | Label::Arguments | Label::Topics, "")))
    };
    lines.get(at).is_some_and(is_detail) && lines.iter().skip(at + 2).take(4).any(is_detail)
}

/// Whether a line is a label of the transcript, alone on its line.
pub(super) fn is_label(line: &str) -> bool {
    let name = candidate(line, false).map(|(name, _)| name);
    name.is_some_and(|name| {
        shape(name) == Shape::Name && label_of(line).is_none() && heading_of(line).is_none()
    })
}

/// The name in front of a colon at the start of a line that may be a label.
fn label(line: &str) -> Option<&str> {
    let (name, _) = candidate(line, false).or_else(|| candidate(line, true))?;
    (shape(name) > Shape::Sentence || is_office(name)).then_some(name)
}
