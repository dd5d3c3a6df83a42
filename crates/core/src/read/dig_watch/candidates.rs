//! Lines of the transcript that may be labels, and which of them are.

use crate::model::SpeakerKind;
use crate::read::grammar::stamp::{before_bracketed, bracketed};
use crate::read::kinds::{is_office, is_several, is_state_or_person, is_surely_state, is_titled, kind};
use crate::read::lines::Line;
use crate::read::shape::{Shape, is_remark, is_topic, opens_sentence, shape, without_affiliation};
use crate::read::speakers::key;
use crate::read::{Map, Set};

use super::labels::item;
use super::outline::{Kind, Outline};

/// The longest label looked for, in bytes.
pub(super) const LONGEST_LABEL: usize = 120;

/// The name on a line that may be a label, and the words behind it. A label stands alone on its line (`Chair:`) or,
/// `inline`, in front of the first words (`Chair: Good morning.`). A time in brackets beside it is no part of the name.
#[inline]
pub(super) fn candidate(line: &str, inline: bool) -> Option<(&str, &str)> {
    // Nearly every line is prose: that must be seen at once.
    let last = line.as_bytes().last()?;
    if !inline && last.is_ascii() && !matches!(last, b':' | b'*') { None } else { named(line, inline) }
}

/// The same, of a line that ends as one with a label does.
fn named(line: &str, inline: bool) -> Option<(&str, &str)> {
    let first = line.as_bytes().first()?;
    let line = match matches!(first, b'[' | b'(').then(|| bracketed(line)) {
        Some(Ok((rest, _))) => rest.trim_start(),
        _ => line,
    };
    let (name, words) = if inline {
        let colon = label_colon(line)?;
        let (name, words) = (line.get(..colon)?, line.get(colon + 1..)?);
        (name, words.strip_prefix("**").unwrap_or(words))
    } else {
        let line = line.strip_suffix("**").unwrap_or(line);
        // The Â is what is left of a blank that was read in a wrong encoding.
        let line = line.strip_suffix('Â').unwrap_or(line);
        (line.strip_suffix(':').or_else(|| line.strip_suffix('：'))?, "")
    };
    let name = name.trim_end();
    let name = name.strip_prefix("**").map_or(name, |bold| bold.strip_suffix("**").unwrap_or(bold));
    let name = before_bracketed(name).unwrap_or(name);
    let apart = words.is_empty() || words.starts_with(char::is_whitespace);
    (name.len() <= LONGEST_LABEL && apart && name.contains(char::is_alphanumeric))
        .then_some((name, words.trim_start()))
}

/// The time beside the name at the start of a line, in milliseconds: `Chair [00:12]:`, `[00:12] Chair:`.
pub(super) fn time_beside(line: &Line<'_>, name: &str) -> Option<u64> {
    let behind = line.text.get(line.place(name).end - line.at..)?;
    bracketed(line.text).or_else(|_| bracketed(behind)).ok().map(|(_, stamp)| stamp.elapsed())
}

/// Where the colon of a label stands that words may follow: the first one, but for that of a time in brackets.
fn label_colon(line: &str) -> Option<usize> {
    let first = memchr::memchr(b':', line.as_bytes().get(..LONGEST_LABEL).unwrap_or(line.as_bytes()))?;
    let bracket = line.get(..first)?.rfind(['[', '(']).and_then(|open| line.get(open..));
    match bracket.map(bracketed) {
        Some(Ok((rest, _))) => {
            let rest = rest.trim_start();
            rest.starts_with(':').then(|| line.len() - rest.len())
        }
        _ => Some(first),
    }
}

/// Whether a line may be a label, or begin with one.
pub(super) fn may_be_label(line: &str) -> bool {
    let name = candidate(line, false).or_else(|| candidate(line, true));
    name.is_some_and(|(name, _)| shape(name) > Shape::Sentence)
}

/// The name in front of an affiliation or remark, where these are no part of it: `Ann Lee (ITU)`, not `Audience (2)`.
pub(super) fn reduced(name: &str) -> Option<&str> {
    without_affiliation(name).filter(|own| kind(own) != SpeakerKind::Role)
}

/// What else the page knows of names, by their keys.
pub(super) struct Evidence {
    /// Names of profiles.
    pub(super) profiles: Set<String>,
    /// Names in the list of speakers.
    pub(super) listed: Set<String>,
    /// Short lines of the report.
    pub(super) headings: Set<String>,
}

impl Evidence {
    /// Whether the page says who takes part.
    fn names_people(&self) -> bool {
        !self.profiles.is_empty() || !self.listed.is_empty()
    }

    /// Whether a profile or the list of speakers has the name.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.profiles.contains(key) || self.listed.contains(key)
    }
}

/// The lines of the transcript that may be labels.
pub(super) struct Candidates<'src> {
    names: Vec<Candidate>,
    /// The place of each name as it is written: a name that comes again is not looked at again.
    written: Map<&'src str, usize>,
    /// The place of each name, by its key.
    places: Map<String, usize>,
    /// The places in `names` of all of them, in the order of the page.
    order: Vec<usize>,
    /// How many lines of the transcript begin with none of them.
    others: usize,
    /// Whether words follow on the line.
    inline: bool,
}

struct Candidate {
    shape: Shape,
    /// Whether it is one word.
    single: bool,
    /// Whether it is one word in small letters, and none that begins a sentence.
    small: bool,
    /// Whether it is a topic's.
    topic: bool,
    /// Whether it is a body.
    body: bool,
    /// Whether it is the role of several people.
    several: bool,
    count: usize,
    /// How often it stands in the form that is looked for: alone on its line, or with words behind it.
    in_form: usize,
    /// Whether it opens a transcript.
    first: bool,
    /// How often label and speech alternate around it.
    alternating: usize,
    /// How often a list follows.
    listing: usize,
    /// How often the line above goes on.
    introduced: usize,
    /// Whether something else vouches for it: a profile, a list, a heading, or what it is.
    vouched: bool,
    /// Whether it is a label.
    accepted: bool,
}

impl Candidate {
    fn new(name: &str, key: &str, evidence: &Evidence) -> Self {
        let (shape, own) = (shape(name), reduced(name).map(crate::read::speakers::key));
        let known = |key: &String| evidence.knows(key);
        let vouched = evidence.knows(key)
            || own.as_ref().is_some_and(known)
            || is_office(name)
            || (shape > Shape::Sentence && (evidence.headings.contains(key) || is_titled(name)))
            // A long name looks like a sentence.
            || (name.starts_with(char::is_uppercase) && name.contains(' ') && evidence.headings.contains(key));
        // Of a sentence nothing of this is asked.
        let may_be_name = shape > Shape::Sentence;
        Self {
            shape,
            single: !name.contains(char::is_whitespace),
            small: name.chars().all(char::is_lowercase) && !opens_sentence(name),
            topic: may_be_name && is_topic(name),
            body: may_be_name && kind(name) == SpeakerKind::Organization,
            several: may_be_name && is_several(name),
            count: 0,
            in_form: 0,
            first: false,
            alternating: 0,
            listing: 0,
            introduced: 0,
            vouched,
            accepted: vouched,
        }
    }

    /// Whether it looks like a name and is used like a label: no topic, no head of a list, nothing that a sentence
    /// leads to.
    fn is_plausible(&self) -> bool {
        self.shape > Shape::Sentence
            && !self.topic
            && self.listing * 2 <= self.count
            && self.introduced * 2 <= self.count
    }
}

impl<'src> Candidates<'src> {
    /// Finds them and decides which are labels.
    pub(super) fn of(lines: &[Line<'src>], outline: &Outline, inline: bool, evidence: &Evidence) -> Self {
        let mut candidates = Self {
            names: Vec::new(),
            written: Map::default(),
            places: Map::default(),
            order: Vec::new(),
            others: 0,
            inline,
        };
        for stretch in outline.of_kind(Kind::Transcript) {
            candidates.find(lines.get(stretch.lines.clone()).unwrap_or_default(), evidence);
        }
        candidates.decide(evidence);
        candidates
    }

    fn find(&mut self, lines: &[Line<'src>], evidence: &Evidence) {
        let inline = self.inline;
        let ones: Vec<bool> = lines.iter().map(|line| candidate(line.text, inline).is_some()).collect();
        let is_one = |at: Option<usize>| at.and_then(|at| ones.get(at)) == Some(&true);
        // Remarks stand between speeches and are none.
        let said = |at: &usize| lines.get(*at).is_none_or(|line| !is_remark(line.text));
        for (at, line) in lines.iter().enumerate() {
            let found = if is_one(Some(at)) { candidate(line.text, inline) } else { None };
            let Some((name, words)) = found else {
                self.others += usize::from(!is_remark(line.text));
                continue;
            };
            let place = self.enter(name, evidence);
            self.order.push(place);
            let Some(candidate) = self.names.get_mut(place) else { continue };
            candidate.count += 1;
            candidate.in_form += usize::from(words.is_empty() != inline);
            candidate.first |= at == 0;
            // Nobody says when a sentence begins.
            candidate.vouched |= candidate.shape > Shape::Sentence && time_beside(line, name).is_some();
            candidate.accepted |= candidate.vouched;
            if inline {
                continue;
            }
            // Label, words, label, words: the lines two above and two below are labels as well.
            let mut up = (0..at).rev().filter(said);
            let mut down = (at + 1..lines.len()).filter(said);
            let (last, next) = (up.next(), down.next());
            let above = last.is_none() || (!is_one(last) && is_one(up.next()));
            let mut label_below = || down.next().is_none_or(|below| is_one(Some(below)));
            let below = next.is_some() && !is_one(next) && label_below();
            let text = |at: Option<usize>| at.and_then(|at| lines.get(at)).map_or("", |line| line.text);
            candidate.alternating += usize::from(above && below);
            candidate.listing += usize::from(item(text(next)).is_some());
            candidate.introduced += usize::from(!is_one(last) && goes_on(text(last)));
        }
    }

    /// The place of a name.
    fn enter(&mut self, name: &'src str, evidence: &Evidence) -> usize {
        if let Some(&place) = self.written.get(name) {
            return place;
        }
        let key = key(name);
        let next = self.names.len();
        let place = self.places.get(&key).copied().unwrap_or(next);
        if place == next {
            self.names.push(Candidate::new(name, &key, evidence));
            self.places.insert(key, place);
        }
        self.written.insert(name, place);
        place
    }

    fn decide(&mut self, evidence: &Evidence) {
        // Who is found the first time bears out others the second time.
        for _ in 0..2 {
            let recurring = self.recurring(evidence);
            for (candidate, recurs) in self.names.iter_mut().zip(recurring) {
                candidate.accepted |= candidate.is_plausible() && (recurs || candidate.first);
            }
        }
        // Those that come once and nowhere else. Where every other speaker has a profile, one word is too little.
        let known = |(key, &place): (&String, &usize)| {
            self.names.get(place).is_none_or(|candidate| !candidate.accepted)
                || evidence.profiles.contains(key)
        };
        let complete = !evidence.profiles.is_empty() && self.places.iter().all(known);
        for candidate in self.names.iter_mut().filter(|candidate| candidate.alternating > 0) {
            candidate.accepted |= candidate.is_plausible()
                && !candidate.several
                && match candidate.shape {
                    Shape::Sentence => false,
                    Shape::Phrase => candidate.body,
                    Shape::Name => candidate.body || !complete || !candidate.single,
                };
        }
        if self.is_line_by_line() {
            for candidate in &mut self.names {
                candidate.accepted |= candidate.is_plausible() && !candidate.single && !candidate.several;
            }
        }
        self.accept_states();
    }

    /// Whether every line of the transcript begins with a label, or with what may be one: then nobody speaks in paragraphs,
    /// and a name in front of words is that of another speaker.
    fn is_line_by_line(&self) -> bool {
        let named = |place: &usize| {
            self.names.get(*place).is_some_and(|name| name.accepted || name.shape == Shape::Name)
        };
        let accepted = |place: &&usize| self.names.get(**place).is_some_and(|name| name.accepted);
        let accepted = self.order.iter().filter(accepted).count();
        self.inline && self.others == 0 && accepted * 2 > self.order.len() && self.order.iter().all(named)
    }

    /// Which names come again as labels do. Where the page says who takes part, and not them, they must do so in the
    /// speeches of several, or give the floor back, or alternate with the words: a phrase that one speaker comes back
    /// to does neither.
    fn recurring(&self, evidence: &Evidence) -> Vec<bool> {
        /// What is known of the speeches that a name stands in.
        #[derive(Clone, Copy, Default)]
        struct Around {
            /// The last speaker above who has been found.
            under: Option<Option<usize>>,
            /// Whether there were several.
            several: bool,
            /// How often the next label below was that speaker's.
            returns: usize,
        }
        let mut around = vec![Around::default(); self.names.len()];
        let (mut speaker, mut waiting) = (None, Vec::new());
        for &place in &self.order {
            if self.names.get(place).is_some_and(|candidate| candidate.accepted) {
                for other in waiting.drain(..) {
                    if let Some(other) = around.get_mut::<usize>(other) {
                        other.returns += usize::from(speaker == Some(place));
                    }
                }
                speaker = Some(place);
            } else if let Some(own) = around.get_mut(place) {
                own.several |= own.under.is_some_and(|under| under != speaker);
                own.under = Some(speaker);
                waiting.push(place);
            }
        }
        let recurs = |(candidate, around): (&Candidate, &Around)| {
            let everywhere = |times: usize| times >= candidate.count;
            let spoken = around.several || everywhere(around.returns) || everywhere(candidate.alternating);
            candidate.count > 1 && (spoken || !evidence.names_people())
        };
        self.names.iter().zip(&around).map(recurs).collect()
    }

    /// Accepts Georgia and Jordan, and bodies, where they sit among other states.
    fn accept_states(&mut self) {
        let states = self.places.iter().filter(|(key, place)| {
            is_surely_state(key) && self.names.get(**place).is_some_and(|candidate| candidate.accepted)
        });
        if states.count() < 2 {
            return;
        }
        for (key, &place) in &self.places {
            if let Some(candidate) = self.names.get_mut(place) {
                let body = candidate.body && !key.contains(',') && candidate.shape == Shape::Name;
                let body = body && candidate.is_plausible();
                candidate.accepted |= is_state_or_person(key) || (body && !self.inline);
            }
        }
    }

    /// The most lines that can have a label with words behind it.
    pub(super) fn most_inline(lines: &[Line<'_>], outline: &Outline) -> usize {
        let under = |range: &std::ops::Range<usize>| lines.get(range.clone()).unwrap_or_default().iter();
        let spoken = outline.of_kind(Kind::Transcript).flat_map(|stretch| under(&stretch.lines));
        spoken.filter(|line| candidate(line.text, true).is_some_and(|(_, words)| !words.is_empty())).count()
    }

    /// Whether any of them is a label.
    pub(super) fn any_accepted(&self) -> bool {
        self.names.iter().any(|candidate| candidate.accepted)
    }

    /// How many lines have a label in this form that something vouches for.
    pub(super) fn vouched_lines(&self) -> usize {
        self.names.iter().filter(|candidate| candidate.vouched).map(|candidate| candidate.in_form).sum()
    }

    /// The keys of the labels.
    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        let accepted = |place: usize| self.names.get(place).is_some_and(|candidate| candidate.accepted);
        self.places.iter().filter(move |(_, place)| accepted(**place)).map(|(key, _)| key.as_str())
    }

    /// All names as they are written, and whether each looks like a label and is known to nobody.
    pub(super) fn into_written(self) -> impl Iterator<Item = (&'src str, bool)> {
        let line_by_line = self.is_line_by_line();
        let doubts = move |candidate: &Candidate| match candidate.shape {
            _ if candidate.accepted => false,
            // Somebody who writes their name small.
            Shape::Sentence => candidate.small && candidate.alternating > 0,
            Shape::Phrase => !self.inline,
            // One word, a colon and more words are a name too seldom where there are paragraphs: `Result: nothing.`
            Shape::Name => !(self.inline && candidate.single) || line_by_line,
        };
        let names = self.names;
        self.written.into_iter().map(move |(name, place)| (name, names.get(place).is_some_and(doubts)))
    }
}

/// Whether a line leads to what stands below it: `She said:`, `the gauge,`.
fn goes_on(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', '»']).ends_with([':', ',', ';', '–', '—'])
}
