//! Who speaks on a page, and which lines are therefore labels or headings.
//!
//! A line `Name:` in a transcript looks like a label and may be the end of somebody's sentence. So the page is asked
//! first: names that have a profile, stand in the list of speakers, head a part of the report, are roles of a
//! meeting, or come again as a label are speakers. A name that comes once and nowhere else is one only where the
//! lines around it alternate between label and speech, as those of the page do.

use std::collections::{HashMap, HashSet};

use crate::model::{SectionRole, SpeakerKind};
use crate::read::kinds::{is_state, kind};
use crate::read::lines::Line;
use crate::read::speakers::key;

use super::labels::item;
use super::outline::{Kind, Outline};

/// What the page knows of its speakers.
#[derive(Debug, Default)]
pub(super) struct Voices {
    /// The names that are speakers, by their key.
    known: HashSet<String>,
    /// Names on lines like labels that nothing else on the page knows.
    doubtful: HashSet<String>,
    /// Whether the labels stand in front of the words on the same line: `Chair: Good morning.`
    inline: bool,
}

impl Voices {
    pub(super) fn of(lines: &[Line<'_>], outline: &Outline) -> Self {
        let mut voices = Self::default();
        let profiles: HashSet<String> = (outline.of_kind(Kind::Profiles))
            .flat_map(|stretch| stretch.lines.clone())
            .filter(|&at| outline.names.is_name(at))
            .filter_map(|at| Some(key(lines.get(at)?.text)))
            .collect();
        voices.known.extend(profiles.iter().cloned());
        voices.known.extend(listed(lines, outline));
        let headings = report_headings(lines, outline);
        for inline in [false, true] {
            let candidates = Candidates::of(lines, outline, inline);
            let accepted = candidates.accepted(&voices.known, &headings, &profiles);
            if !accepted.is_empty() || inline {
                voices.inline = inline && !accepted.is_empty();
                if !inline {
                    voices.doubtful = candidates.doubtful(&accepted);
                }
                voices.known.extend(accepted);
                break;
            }
            voices.doubtful = candidates.doubtful(&accepted);
        }
        voices
    }

    /// The label at the start of a transcript's line, and the words behind it on the line.
    pub(super) fn label<'a>(&self, line: &'a str) -> Option<(&'a str, &'a str)> {
        let (name, words) = candidate(line, self.inline)?;
        self.known.contains(&key(name)).then_some((name, words))
    }

    /// Whether a transcript's line may be a label, and may be not.
    pub(super) fn doubts(&self, line: &str) -> bool {
        candidate(line, false).is_some_and(|(name, _)| self.doubtful.contains(&key(name)))
    }

    /// The speaker a heading names: all of it, or what stands before an affiliation.
    pub(super) fn named<'a>(&self, heading: &'a str) -> Option<&'a str> {
        if heading.len() > LONGEST_HEADING {
            return None;
        }
        if self.known.contains(&key(heading)) {
            return Some(heading);
        }
        let name = without_affiliation(heading).filter(|_| !ends_sentence(heading))?;
        self.known.contains(&key(name)).then_some(name)
    }
}

/// The longest label looked for, in bytes.
const LONGEST_LABEL: usize = 120;
/// The longest heading that is looked at for a speaker's name, in bytes.
const LONGEST_HEADING: usize = 200;

/// The name on a line that may be a label, and the words behind it.
fn candidate(line: &str, inline: bool) -> Option<(&str, &str)> {
    let (name, words) = if inline {
        let colon = memchr::memchr(b':', line.as_bytes().get(..LONGEST_LABEL).unwrap_or(line.as_bytes()))?;
        let (name, words) = (line.get(..colon)?, line.get(colon + 1..)?);
        (name, words.strip_prefix("**").unwrap_or(words))
    } else {
        let line = line.strip_suffix("**").unwrap_or(line);
        (line.strip_suffix(':').or_else(|| line.strip_suffix('：'))?, "")
    };
    let name = name.trim_end();
    let name = name.strip_prefix("**").map_or(name, |bold| bold.strip_suffix("**").unwrap_or(bold));
    let inline_form = !inline || words.is_empty() || words.starts_with(char::is_whitespace);
    (name.len() <= LONGEST_LABEL && inline_form && name.contains(char::is_alphanumeric))
        .then_some((name, words.trim_start()))
}

/// Whether a line may be a label, or begin with one.
pub(super) fn may_be_label(line: &str) -> bool {
    let name = candidate(line, false).or_else(|| candidate(line, true));
    name.is_some_and(|(name, _)| shape(name) > Shape::Sentence)
}

/// What a name looks like, by its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    /// No name: a sentence or the end of one.
    Sentence,
    /// A few words, of which not all are capitals: `Private sector`, `My point`.
    Phrase,
    /// Every word begins as names begin.
    Name,
}

/// Words that begin a sentence, or stand alone before a colon, and are nobody's name.
const NO_NAMES: &[&str] = &[
    "also",
    "and",
    "answer",
    "because",
    "but",
    "conclusion",
    "example",
    "finally",
    "first",
    "firstly",
    "fourth",
    "here",
    "how",
    "i",
    "if",
    "important",
    "in",
    "it",
    "last",
    "lastly",
    "my",
    "next",
    "note",
    "now",
    "number",
    "ok",
    "okay",
    "one",
    "or",
    "our",
    "point",
    "question",
    "quote",
    "remember",
    "second",
    "secondly",
    "so",
    "summary",
    "thank",
    "thanks",
    "that",
    "the",
    "then",
    "there",
    "these",
    "third",
    "thirdly",
    "this",
    "those",
    "three",
    "two",
    "we",
    "well",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "yes",
    "you",
    "your",
];

/// Words inside names that stay small.
const PARTICLES: &[&str] = &[
    "a", "al", "and", "at", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "e", "el",
    "for", "in", "la", "le", "of", "on", "the", "ter", "van", "von", "y", "zu",
];

fn shape(name: &str) -> Shape {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let count = 1 + words.count();
    if count > 8 || NO_NAMES.contains(&first.trim_matches([',', '.'])) || inner_stop(name) {
        return Shape::Sentence;
    }
    let capital = |word: &str| {
        let first = word.chars().find(|c| c.is_alphanumeric());
        first.is_none_or(|c| !c.is_lowercase()) || PARTICLES.contains(&word)
    };
    match name.split_whitespace().next().is_some_and(|first| capital(first) && !PARTICLES.contains(&first)) {
        false => Shape::Sentence,
        true if name.split_whitespace().all(capital) => Shape::Name,
        true if count <= 4 => Shape::Phrase,
        true => Shape::Sentence,
    }
}

/// Whether a sentence ends inside: a stop behind a word that is no abbreviation such as `Mr.` or `H.E.`
fn inner_stop(name: &str) -> bool {
    name.split_whitespace().any(|word| {
        word.ends_with(['?', '!', ';', '…'])
            || (word.ends_with('.') && word.chars().count() > 5 && !word.contains("’s"))
    })
}

/// Whether a line ends as sentences end.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*'])
        .ends_with(['.', '!', '?', ':', ';', '…', '。', '؟', '।'])
}

/// The name in front of an affiliation: `Deborah Allen, Director`, `Deborah Allen (Find Out Why)`.
fn without_affiliation(text: &str) -> Option<&str> {
    let end = [", ", " (", " – ", " - ", " | "].iter().filter_map(|mark| text.find(mark)).min()?;
    text.get(..end).map(str::trim_end).filter(|name| !name.is_empty())
}

/// The keys of the names in the page's list of speakers, which stands above its table of contents: items, or lines
/// under a heading.
fn listed(lines: &[Line<'_>], outline: &Outline) -> Vec<String> {
    let items =
        lines.get(outline.opening.clone()).unwrap_or_default().iter().filter_map(|line| item(line.text));
    let headed = outline.of_kind(Kind::Opening).filter(|stretch| stretch.role == SectionRole::Other);
    let headed = headed.flat_map(|stretch| lines.get(stretch.lines.clone()).unwrap_or_default());
    let entries = items.chain(headed.map(|line| item(line.text).unwrap_or(line.text)));
    let names = entries.map(|entry| without_affiliation(entry).unwrap_or(entry));
    names.filter(|name| name.len() <= LONGEST_LABEL && shape(name) == Shape::Name).map(key).collect()
}

/// The keys of the short lines of the report, any of which may be a heading.
fn report_headings(lines: &[Line<'_>], outline: &Outline) -> HashSet<String> {
    let prose = outline.of_kind(Kind::Prose);
    let short =
        prose.flat_map(|stretch| lines.get(stretch.lines.clone()).unwrap_or_default()).map(|line| line.text);
    let headings = short.filter(|text| text.len() <= LONGEST_LABEL && !ends_sentence(text));
    headings.flat_map(|text| [Some(text), without_affiliation(text)]).flatten().map(key).collect()
}

/// The lines of the transcript that may be labels.
struct Candidates<'src> {
    /// Their names, by key.
    names: HashMap<String, Candidate<'src>>,
}

struct Candidate<'src> {
    name: &'src str,
    count: usize,
    /// Whether it opens a transcript.
    first: bool,
    /// Whether label and speech alternate around it.
    alternates: bool,
}

impl<'src> Candidates<'src> {
    fn of(lines: &[Line<'src>], outline: &Outline, inline: bool) -> Self {
        let mut names: HashMap<String, Candidate<'src>> = HashMap::new();
        for stretch in outline.of_kind(Kind::Transcript) {
            let lines = lines.get(stretch.lines.clone()).unwrap_or_default();
            let is_one = |at: usize| lines.get(at).is_some_and(|line| candidate(line.text, inline).is_some());
            for (at, line) in lines.iter().enumerate() {
                let Some((name, _)) = candidate(line.text, inline) else { continue };
                // Label, words, label, words: the lines two above and two below are labels as well.
                let above = at == 0 || (at >= 2 && is_one(at - 2) && !is_one(at - 1));
                let below =
                    (at + 2 == lines.len() || is_one(at + 2)) && at + 1 < lines.len() && !is_one(at + 1);
                let entry = names.entry(key(name)).or_insert(Candidate {
                    name,
                    count: 0,
                    first: false,
                    alternates: false,
                });
                entry.count += 1;
                entry.first |= at == 0;
                entry.alternates |= !inline && above && below;
            }
        }
        Self { names }
    }

    /// The keys of those that are labels.
    fn accepted(
        &self,
        known: &HashSet<String>,
        headings: &HashSet<String>,
        profiles: &HashSet<String>,
    ) -> HashSet<String> {
        let vouched = |(key, candidate): &(&String, &Candidate<'_>)| {
            let shape = shape(candidate.name);
            known.contains(*key)
                || kind(candidate.name) == SpeakerKind::Role
                || is_state(candidate.name)
                || (shape > Shape::Sentence
                    && (headings.contains(*key) || candidate.count > 1 || candidate.first))
        };
        let mut accepted: HashSet<String> =
            self.names.iter().filter(vouched).map(|(key, _)| key.clone()).collect();
        // One that comes once and nowhere else. Where every other speaker has a profile, one word is too little.
        let complete = !profiles.is_empty() && accepted.iter().all(|key| profiles.contains(key));
        let alternating =
            self.names.iter().filter(|(key, _)| !accepted.contains(*key)).filter(|(_, candidate)| {
                let body = kind(candidate.name) == SpeakerKind::Organization;
                let plain = shape(candidate.name) == Shape::Name
                    && (!complete || candidate.name.contains(char::is_whitespace));
                candidate.alternates && shape(candidate.name) > Shape::Sentence && (body || plain)
            });
        let alternating: Vec<String> = alternating.map(|(key, _)| key.clone()).collect();
        accepted.extend(alternating);
        accepted
    }

    /// The keys of those that look like names and are known to nobody.
    fn doubtful(&self, accepted: &HashSet<String>) -> HashSet<String> {
        let doubtful = self.names.iter().filter(|(key, candidate)| {
            !accepted.contains(*key)
                && match shape(candidate.name) {
                    Shape::Name => true,
                    Shape::Phrase => candidate.alternates,
                    Shape::Sentence => false,
                }
        });
        doubtful.map(|(key, _)| key.clone()).collect()
    }
}
