//! Lines of the transcript that may be labels, and which of them are.

use std::collections::{HashMap, HashSet};

use crate::model::SpeakerKind;
use crate::read::kinds::{is_office, kind};
use crate::read::lines::Line;
use crate::read::shape::{Shape, shape};
use crate::read::speakers::key;

use super::outline::{Kind, Outline};

/// The longest label looked for, in bytes.
pub(super) const LONGEST_LABEL: usize = 120;

/// The name on a line that may be a label, and the words behind it. A label stands alone on its line (`Chair:`) or,
/// `inline`, in front of the first words (`Chair: Good morning.`).
pub(super) fn candidate(line: &str, inline: bool) -> Option<(&str, &str)> {
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
    let apart = words.is_empty() || words.starts_with(char::is_whitespace);
    (name.len() <= LONGEST_LABEL && apart && name.contains(char::is_alphanumeric))
        .then_some((name, words.trim_start()))
}

/// Whether a line may be a label, or begin with one.
pub(super) fn may_be_label(line: &str) -> bool {
    let name = candidate(line, false).or_else(|| candidate(line, true));
    name.is_some_and(|(name, _)| shape(name) > Shape::Sentence)
}

/// What else the page knows of names, by their keys.
pub(super) struct Evidence {
    /// Names of profiles.
    pub(super) profiles: HashSet<String>,
    /// Names in the list of speakers.
    pub(super) listed: HashSet<String>,
    /// Short lines of the report.
    pub(super) headings: HashSet<String>,
}

/// The lines of the transcript that may be labels.
pub(super) struct Candidates {
    /// By the key of the name.
    names: HashMap<String, Candidate>,
    /// Whether words follow on the line.
    inline: bool,
}

struct Candidate {
    shape: Shape,
    /// Whether it is one word.
    single: bool,
    /// Whether it is a role of the meeting or a state.
    office: bool,
    /// Whether it is a body.
    body: bool,
    count: usize,
    /// Whether it opens a transcript.
    first: bool,
    /// Whether label and speech alternate around it.
    alternates: bool,
    /// Whether it is a label.
    accepted: bool,
}

impl Candidate {
    fn new(name: &str) -> Self {
        Self {
            shape: shape(name),
            single: !name.contains(char::is_whitespace),
            office: is_office(name),
            body: kind(name) == SpeakerKind::Organization,
            count: 0,
            first: false,
            alternates: false,
            accepted: false,
        }
    }
}

impl Candidates {
    /// Finds them and decides which are labels.
    pub(super) fn of(lines: &[Line<'_>], outline: &Outline, inline: bool, evidence: &Evidence) -> Self {
        let mut names: HashMap<String, Candidate> = HashMap::new();
        for stretch in outline.of_kind(Kind::Transcript) {
            let lines = lines.get(stretch.lines.clone()).unwrap_or_default();
            let is_one = |at: usize| lines.get(at).is_some_and(|line| candidate(line.text, inline).is_some());
            for (at, line) in lines.iter().enumerate() {
                let Some((name, _)) = candidate(line.text, inline) else { continue };
                // Label, words, label, words: the lines two above and two below are labels as well.
                let above = at == 0 || (at >= 2 && is_one(at - 2) && !is_one(at - 1));
                let below =
                    (at + 2 == lines.len() || is_one(at + 2)) && at + 1 < lines.len() && !is_one(at + 1);
                let candidate = names.entry(key(name)).or_insert_with(|| Candidate::new(name));
                candidate.count += 1;
                candidate.first |= at == 0;
                candidate.alternates |= !inline && above && below;
            }
        }
        let mut candidates = Self { names, inline };
        candidates.decide(evidence);
        candidates
    }

    fn decide(&mut self, evidence: &Evidence) {
        for (key, candidate) in &mut self.names {
            candidate.accepted = evidence.profiles.contains(key)
                || evidence.listed.contains(key)
                || candidate.office
                || (candidate.shape > Shape::Sentence
                    && (evidence.headings.contains(key) || candidate.count > 1 || candidate.first));
        }
        // Those that come once and nowhere else. Where every other speaker has a profile, one word is too little.
        let mut accepted = self.names.iter().filter(|(_, candidate)| candidate.accepted).map(|(key, _)| key);
        let complete = !evidence.profiles.is_empty() && accepted.all(|key| evidence.profiles.contains(key));
        for candidate in self.names.values_mut().filter(|candidate| candidate.alternates) {
            candidate.accepted |= match candidate.shape {
                Shape::Sentence => false,
                Shape::Phrase => candidate.body,
                Shape::Name => candidate.body || !complete || !candidate.single,
            };
        }
    }

    /// Whether any of them is a label.
    pub(super) fn any_accepted(&self) -> bool {
        self.names.values().any(|candidate| candidate.accepted)
    }

    /// The keys of the labels, and of those that look like one and are known to nobody.
    pub(super) fn into_labels(self) -> (HashSet<String>, HashSet<String>) {
        let (mut labels, mut doubtful) = (HashSet::new(), HashSet::new());
        for (key, candidate) in self.names {
            let doubts = match candidate.shape {
                Shape::Sentence => false,
                Shape::Phrase => !self.inline,
                // One word, a colon and more words are a name too seldom: `Result: nothing.`
                Shape::Name => !(self.inline && candidate.single),
            };
            if candidate.accepted {
                labels.insert(key);
            } else if doubts {
                doubtful.insert(key);
            }
        }
        (labels, doubtful)
    }
}
