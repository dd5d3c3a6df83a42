//! Who speaks on a page, and which lines are therefore labels or headings.
//!
//! A line `Name:` in a transcript looks like a label and may be the end of somebody's sentence. So the page is asked
//! first: names that have a profile, stand in a list of speakers, head a part of the report, are roles of a meeting
//! or states, or come again as a label are speakers. A name that comes once and nowhere else is one only where the
//! lines around it alternate between label and speech, as those of the page do.

use crate::model::SectionRole;
use crate::read::kinds::is_titled;
use crate::read::lines::Line;
use crate::read::shape::{Shape, ends_sentence, is_topic, shape, without_affiliation};
use crate::read::speakers::{is_plain, key};
use crate::read::{Map, Set};

use super::candidates::{Candidates, Evidence, LONGEST_LABEL, candidate, reduced};
use super::headings::unmarked;
use super::labels::item;
use super::outline::{Kind, Outline, Stretch};
use super::{participants, people};

/// What the page knows of its speakers.
#[derive(Debug)]
pub(super) struct Voices<'src> {
    /// The names that are speakers, by their key.
    known: Set<String>,
    /// Which lengths their keys have, in bytes.
    lengths: [bool; LONGEST_HEADING + 1],
    /// The longest name that may be one of theirs, however it is written, in bytes.
    longest: usize,
    /// What is known of the names on lines like labels, as they are written.
    written: Map<&'src str, Written<'src>>,
    /// Whether the labels stand in front of the words on the same line: `Chair: Good morning.`
    inline: bool,
}

/// What is known of a name on a line like a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written<'src> {
    /// It is a speaker's, or this much of it is: the rest is an affiliation.
    Speaker(&'src str),
    /// It may be one that nothing else on the page knows.
    Doubtful,
    /// It is nobody's.
    Nobody,
}

/// What the sections of a page, but for the transcript, know of its speakers.
pub(super) fn evidence(lines: &[Line<'_>], outline: &Outline) -> Evidence {
    let under = |stretch: &Stretch| lines.get(stretch.lines.clone()).unwrap_or_default();
    Evidence {
        profiles: (outline.of_kind(Kind::Profiles))
            .flat_map(|stretch| stretch.lines.clone())
            .filter(|&at| outline.names.is_name(at))
            .filter_map(|at| Some(key(unmarked(lines.get(at)?.text))))
            .collect(),
        listed: listed(
            lines.get(outline.opening.clone()).unwrap_or_default(),
            outline
                .of_kind(Kind::Opening)
                .filter(|stretch| stretch.role == SectionRole::Other)
                .flat_map(under),
        )
        .chain(
            outline
                .of_kind(Kind::Participants)
                .flat_map(under)
                .filter_map(|line| participants::name(line.text))
                .map(key),
        )
        .chain(
            outline
                .stretches
                .iter()
                .filter(|stretch| matches!(stretch.kind, Kind::Profiles | Kind::Points))
                .flat_map(|stretch| people::listed(&outline.names, lines, stretch.lines.clone()))
                .map(key),
        )
        .collect(),
        headings: report_headings(outline.of_kind(Kind::Prose).flat_map(under)),
    }
}

impl<'src> Voices<'src> {
    pub(super) fn of(lines: &[Line<'src>], outline: &Outline, evidence: Evidence) -> Self {
        let alone = Candidates::of(lines, outline, false, &evidence);
        let vouched = alone.vouched_lines();
        // A page has its labels in one form. Words in front of a colon are common: that form is the second choice,
        // unless more of its lines begin with a speaker that something else vouches for.
        let (labels, inline) = if vouched > 0 && Candidates::most_inline(lines, outline) <= vouched {
            (alone, false)
        } else {
            let before_words = Candidates::of(lines, outline, true, &evidence);
            let inline = match (vouched, before_words.vouched_lines()) {
                (0, 0) => !alone.any_accepted() && before_words.any_accepted(),
                (alone, before_words) => before_words > alone,
            };
            (if inline { before_words } else { alone }, inline)
        };
        let mut known: Set<String> = labels.labels().map(str::to_owned).collect();
        known.extend(evidence.profiles);
        known.extend(evidence.listed);
        let who = |name: &'src str, doubtful: bool| {
            // Where the page knows the name without an affiliation, the affiliation is none of it.
            let own = reduced(name).filter(|own| known.contains(&key(own)));
            match own.or_else(|| known.contains(&key(name)).then_some(name)) {
                Some(own) => Written::Speaker(own),
                None if doubtful => Written::Doubtful,
                None => Written::Nobody,
            }
        };
        let written = labels.into_written().map(|(name, doubtful)| (name, who(name, doubtful))).collect();
        let mut lengths = [false; LONGEST_HEADING + 1];
        for key in &known {
            if let Some(length) = lengths.get_mut(key.len()) {
                *length = true;
            }
        }
        // Letters that are composed of several may shrink to a third of their length.
        let longest = 3 * known.iter().map(String::len).max().unwrap_or_default();
        Self { known, lengths, longest, written, inline }
    }

    /// The label at the start of a transcript's line.
    pub(super) fn label(&self, line: &'src str) -> Option<Spoken<'src>> {
        let (label, words) = candidate(line, self.inline)?;
        match self.written.get(label)? {
            Written::Speaker(name) => Some(Spoken { name, label, words }),
            Written::Doubtful | Written::Nobody => None,
        }
    }

    /// The name on a transcript's line that may be a label, and may be not: one that nothing else knows, or a
    /// speaker's, or what can only be one's, in the other form of labels.
    pub(super) fn doubtful(&self, line: &'src str) -> Option<&'src str> {
        let is_doubtful = |name: &str| self.written.get(name) == Some(&Written::Doubtful);
        let unknown = candidate(line, self.inline).filter(|(name, _)| is_doubtful(name));
        let in_front = || {
            candidate(line, true)
                .filter(|(name, words)| !words.is_empty() && (self.knows(name) || is_surely_name(name)))
        };
        let (name, _) = unknown.or_else(|| if self.inline { None } else { in_front() })?;
        Some(name)
    }

    /// Whether a name is known.
    fn knows(&self, name: &str) -> bool {
        // Nearly every line is told from a name by its length: that of a plain name is that of its key.
        let may_be = self.lengths.get(name.len()).copied().unwrap_or(true)
            || (name.len() <= self.longest && !is_plain(name));
        may_be && self.known.contains(&key(name))
    }

    /// The speaker a heading names: all of it, or what stands before an affiliation.
    pub(super) fn named<'a>(&self, heading: &'a str) -> Option<&'a str> {
        if heading.len() > LONGEST_HEADING {
            return None;
        }
        if self.knows(heading) {
            return Some(heading);
        }
        let name = without_affiliation(heading).filter(|_| !ends_sentence(heading))?;
        self.knows(name).then_some(name)
    }
}

/// A label of the transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spoken<'a> {
    /// The speaker's name.
    pub(super) name: &'a str,
    /// The label: the name, and it may be an affiliation.
    pub(super) label: &'a str,
    /// The words behind it on the line.
    pub(super) words: &'a str,
}

impl Spoken<'_> {
    /// Whether words follow on the line.
    pub(super) fn goes_on(self) -> bool {
        !self.words.is_empty()
    }
}

/// Whether words in front of a colon can hardly be but a name: `Old Harbour: we own nothing`, not `The Question: who?`
fn is_surely_name(name: &str) -> bool {
    (name.contains(' ') || is_titled(name)) && shape(name) == Shape::Name && !is_topic(name)
}

/// The longest heading that is looked at for a speaker's name, in bytes.
const LONGEST_HEADING: usize = 200;

/// The keys of the names in the page's list of speakers, which stands above its table of contents: items, or lines
/// under a heading.
fn listed<'l, 'src: 'l>(
    opening: &'l [Line<'src>],
    headed: impl Iterator<Item = &'l Line<'src>>,
) -> impl Iterator<Item = String> {
    let items = opening.iter().filter_map(|line| item(line.text));
    let entries = items.chain(headed.map(|line| item(line.text).unwrap_or(line.text)));
    let names = entries.map(|entry| without_affiliation(entry).unwrap_or(entry));
    names.filter(|name| name.len() <= LONGEST_LABEL && shape(name) == Shape::Name).map(key)
}

/// The keys of the short lines of the report, any of which may be a heading, and of those in its lists of speakers:
/// `– Ines Quarrie – Director`.
fn report_headings<'l, 'src: 'l>(prose: impl Iterator<Item = &'l Line<'src>>) -> Set<String> {
    let short =
        prose.map(|line| line.text).filter(|text| text.len() <= LONGEST_HEADING && !ends_sentence(text));
    let names = short.flat_map(|text| match item(text) {
        // One word and an explanation are a topic too often.
        Some(entry) => [None, without_affiliation(entry).filter(|name| name.contains(' '))],
        None => [Some(text), without_affiliation(text)],
    });
    names.flatten().filter(|name| name.len() <= LONGEST_LABEL).map(key).collect()
}
