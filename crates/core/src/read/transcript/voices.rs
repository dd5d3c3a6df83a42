//! Which lines of a transcript begin a turn.
//!
//! `Name: text` is the weakest of marks: letters, recipes, settings and logs have lines of that form. So a transcript
//! must have its labels in one form, with or without times, alone on their lines or in front of words; a label must
//! look like a name, and come again, be an office, stand in the list of participants, bear a time, or stand among
//! other labels.

use std::collections::{HashMap, HashSet};

use crate::model::SpeakerKind;
use crate::read::kinds::{is_office, kind};
use crate::read::label::{is_in_capitals, named};
use crate::read::lines::Line;
use crate::read::shape::{Shape, ends_sentence, shape, without_affiliation};
use crate::read::speakers::key;

use super::turn::{Turn, lone_stamp, turn};

/// Who begins to speak at a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice<'src> {
    pub(super) turn: Turn<'src>,
    /// How many lines the label takes: two where its time stands below it.
    pub(super) lines: usize,
}

/// In what form the labels are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Form {
    /// Whether a time stands beside the name.
    stamped: bool,
    /// Whether the words stand on the lines below.
    alone: bool,
}

/// What a transcript knows of its speakers.
#[derive(Debug, Default)]
pub(super) struct Voices {
    form: Form,
    /// The keys of the names that are labels.
    known: HashSet<String>,
    /// What tells whether the text is a transcript at all.
    pub(super) tally: Tally,
}

/// What the turns of a text are like.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Tally {
    pub(super) turns: usize,
    pub(super) speakers: usize,
    /// Speakers who speak again after somebody else has.
    pub(super) returning: usize,
    /// Turns that follow one of somebody else.
    pub(super) changes: usize,
    /// Turns whose words end as sentences do, or are many.
    pub(super) spoken: usize,
    /// Whether a name is more than one word in small letters: several words, an office, capitals, another script.
    pub(super) telling: bool,
    /// Whether times stand beside the names.
    pub(super) stamped: bool,
    /// Whether the labels stand alone.
    pub(super) alone: bool,
    /// Whether the times never go back, but for a slip.
    pub(super) in_order: bool,
    /// The place of the first turn among the lines.
    pub(super) first: usize,
}

/// A name in front of a colon or beside a time.
#[derive(Debug, Default)]
struct Candidate {
    count: usize,
    /// Whether labels stand above and below it.
    among: bool,
}

impl Voices {
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let voices: Vec<_> = (0..lines.len()).map(|at| voice(lines.get(at..).unwrap_or_default())).collect();
        let form = form_of(&voices);
        let fits = |at: usize| voices.get(at).and_then(Option::as_ref).filter(|voice| form.fits(&voice.turn));
        let mut names: HashMap<String, (Candidate, &str)> = HashMap::new();
        for at in 0..lines.len() {
            let Some(voice) = fits(at) else { continue };
            let name = named(voice.turn.label).name;
            let (candidate, _) = names.entry(key(name)).or_insert_with(|| (Candidate::default(), name));
            candidate.count += 1;
            let above = at == 0 || fits(at - 1).is_some();
            let below = at + 1 == lines.len() || fits(at + 1).is_some();
            candidate.among |= !form.alone && above && below;
        }
        let again = names.values().any(|(candidate, _)| candidate.count > 1);
        let repeated = || names.values().filter(|(candidate, name)| candidate.count > 1 && !is_term(name));
        let capitals = repeated().filter(|(_, name)| is_in_capitals(name)).count() * 2 > repeated().count();
        let page = Page { form, again, capitals };
        let listed = listed(lines, &voices);
        let accepted = names.iter().filter(|(key, (candidate, name))| {
            accepts(page, name, candidate) || listed.contains(*key) && shape(name) > Shape::Sentence
        });
        let known: HashSet<_> = accepted.map(|(key, _)| key.clone()).collect();
        let mut this = Self { form, known, tally: Tally::default() };
        this.known.extend(this.opener(&voices));
        this.tally = this.count(lines, &voices);
        this
    }

    /// Who begins to speak on the first of `lines`, if anybody does.
    pub(super) fn voice<'src>(&self, lines: &[Line<'src>]) -> Option<Voice<'src>> {
        voice(lines).filter(|voice| self.is_voice(voice))
    }

    /// The key of the name that opens the transcript, where it comes only once: the last above the first label in whose
    /// mouth words are that somebody says.
    fn opener(&self, voices: &[Option<Voice<'_>>]) -> Option<String> {
        let labels =
            voices.iter().flatten().filter(|voice| !introduces(&voice.turn) && self.form.fits(&voice.turn));
        let above = labels.take_while(|voice| !self.is_voice(voice)).last()?;
        let name = named(above.turn.label).name;
        let opens =
            shape(name) == Shape::Name && name.contains(' ') && !is_term(name) && is_spoken(above.turn.words);
        (opens && !self.known.is_empty()).then(|| key(name))
    }

    fn is_voice(&self, voice: &Voice<'_>) -> bool {
        self.form.fits(&voice.turn) && self.known.contains(&key(named(voice.turn.label).name))
    }

    /// The name on a line that may be a label and was not taken for one.
    pub(super) fn doubtful<'a>(&self, line: &'a str) -> Option<&'a str> {
        let turn = turn(line)?;
        let name = named(turn.label).name;
        let looks = shape(name) == Shape::Name && !is_term(name);
        let known = || self.known.contains(&key(name));
        (looks && (name.contains(' ') && turn.colon || known())).then_some(turn.label)
    }

    /// What the turns are like.
    fn count(&self, lines: &[Line<'_>], voices: &[Option<Voice<'_>>]) -> Tally {
        let Form { stamped, alone } = self.form;
        let mut tally = Tally { stamped, alone, first: lines.len(), ..Tally::default() };
        let mut met: HashMap<String, bool> = HashMap::new();
        let mut last = String::new();
        let (mut time, mut back) = (0, 0);
        for (at, voice) in voices.iter().enumerate() {
            let Some(voice) = voice.as_ref().filter(|voice| self.is_voice(voice)) else { continue };
            if tally.turns == 0 {
                tally.first = at;
            }
            tally.turns += 1;
            let name = named(voice.turn.label).name;
            let this = key(name);
            tally.telling |= name.contains(' ')
                || is_office(name)
                || is_in_capitals(name) && name.len() > 1
                || !is_cased(name);
            if this != last {
                tally.changes += usize::from(!last.is_empty());
                let again = met.get_mut(&this);
                tally.returning += usize::from(again.is_some_and(|again| !std::mem::replace(again, true)));
                met.entry(this.clone()).or_default();
            }
            let below = lines.get(at + voice.lines).map_or("", |line| line.text);
            let words = if voice.turn.stands_alone() { below } else { voice.turn.words };
            tally.spoken += usize::from(is_spoken(words));
            if let Some(stamp) = voice.turn.stamp {
                back += usize::from(stamp.order() < time);
                time = stamp.order();
            }
            last = this;
        }
        tally.speakers = met.len();
        tally.in_order = back * 10 <= tally.turns;
        tally
    }
}

/// Whether a name is written in a script that has capitals.
fn is_cased(name: &str) -> bool {
    name.contains(|c: char| c.is_lowercase() || c.is_uppercase())
}

/// Whether words look like something said: they begin as sentences do, and end so or are many.
fn is_spoken(words: &str) -> bool {
    let begins = !words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    begins && (ends_sentence(words) || words.split_whitespace().nth(7).is_some())
}

impl Form {
    fn fits(self, turn: &Turn<'_>) -> bool {
        // Among labels in front of words one may have no words; among labels alone none has.
        self.stamped == turn.stamp.is_some() && (!self.alone || turn.stands_alone())
    }
}

/// The turn that the first of `lines` begins, by its form alone. The time may stand on the line below the name.
fn voice<'src>(lines: &[Line<'src>]) -> Option<Voice<'src>> {
    let line = lines.first()?;
    if let Some(turn) = turn(line.text) {
        return Some(Voice { turn, lines: 1 });
    }
    let stamp = lone_stamp(lines.get(1)?.text)?;
    let label = line.text;
    let is_name =
        label.len() <= LONGEST_NAME && !ends_sentence(label) && shape(named(label).name) == Shape::Name;
    let turn = Turn { label, stamp: Some(stamp), words: "", colon: false };
    is_name.then_some(Voice { turn, lines: 2 })
}

/// The longest name above a time, in bytes.
const LONGEST_NAME: usize = 80;

/// The form that most of the labels have which may be names. Labels that stand alone are the form only where labels
/// in front of words are fewer.
fn form_of(voices: &[Option<Voice<'_>>]) -> Form {
    let mut counts: HashMap<Form, HashMap<String, usize>> = HashMap::new();
    for voice in voices.iter().flatten() {
        let turn = &voice.turn;
        let name = named(turn.label).name;
        if shape(name) > Shape::Sentence && !is_term(name) {
            let form = Form { stamped: turn.stamp.is_some(), alone: turn.stands_alone() };
            *counts.entry(form).or_default().entry(key(name)).or_default() += 1;
        }
    }
    let weight = |stamped, alone| {
        let names = counts.get(&Form { stamped, alone });
        names.map_or(0, |names| {
            names.values().map(|&count| if count > 1 { 3 * count } else { 1 }).sum::<usize>()
        })
    };
    let [inline, alone, stamped_inline, stamped_alone] =
        [weight(false, false), weight(false, true), weight(true, false), weight(true, true)];
    let stamped = stamped_inline + stamped_alone >= inline + alone && stamped_inline + stamped_alone > 0;
    let alone = if stamped { stamped_alone > stamped_inline } else { alone > inline };
    Form { stamped, alone }
}

/// What the labels of a transcript have in common.
#[derive(Debug, Clone, Copy)]
struct Page {
    form: Form,
    /// Whether any name comes again.
    again: bool,
    /// Whether most names that come again are in capitals.
    capitals: bool,
}

/// Whether a name is a label by what the transcript itself shows.
fn accepts(page: Page, name: &str, candidate: &Candidate) -> bool {
    if is_term(name) {
        return false;
    }
    let several = name.contains(' ');
    match shape(name) {
        _ if is_office(name) => true,
        Shape::Sentence => false,
        Shape::Phrase => {
            let body = || kind(name) == SpeakerKind::Organization;
            page.form.stamped || candidate.count > 2 || candidate.count > 1 && body()
        }
        Shape::Name => {
            let stands_among = page.again && candidate.among;
            let alike = page.capitals && is_in_capitals(name);
            page.form.stamped || candidate.count > 1 || several && (stands_among || alike)
        }
    }
}

/// The keys of the names above the first turn: a list of participants, or who is announced.
fn listed(lines: &[Line<'_>], voices: &[Option<Voice<'_>>]) -> HashSet<String> {
    let mut names = HashSet::new();
    for (line, voice) in lines.iter().zip(voices).take(MOST_ABOVE) {
        let list = match voice {
            Some(voice) if is_list(voice.turn.label) || introduces(&voice.turn) => voice.turn.words,
            Some(voice) if ends_sentence(voice.turn.words) => break,
            Some(_) => continue,
            None => line.text,
        };
        let list = list.trim_start_matches(['-', '–', '•', '*', ' ']);
        if list.len() > LONGEST_LIST {
            continue;
        }
        let whole = without_affiliation(list).into_iter();
        let entries = list.split([',', ';']).map(str::trim).chain(whole).filter(|entry| entry.contains(' '));
        names.extend(
            entries.filter(|entry| shape(named(entry).name) == Shape::Name).map(|name| key(named(name).name)),
        );
    }
    names
}

/// How many lines are searched for a list of participants.
const MOST_ABOVE: usize = 60;
/// The longest list on one line, in bytes.
const LONGEST_LIST: usize = 1000;

/// Whether a turn only tells who is who: `Moderator: Jane Doe, Harbour Board`.
pub(super) fn introduces(turn: &Turn<'_>) -> bool {
    let words = turn.words;
    let is_name = |part: &str| {
        let part = part.trim().trim_start_matches("and ");
        part.is_empty() || shape(named(part).name) == Shape::Name
    };
    turn.stamp.is_none()
        && !words.is_empty()
        && words.len() <= LONGEST_LIST
        && (is_list(turn.label) || is_office(turn.label))
        && (!ends_sentence(words) && words.split([',', ';']).all(is_name))
}

fn is_list(label: &str) -> bool {
    LISTS.iter().any(|list| list.eq_ignore_ascii_case(label))
}

/// What lists of people are called.
const LISTS: &[&str] = &[
    "attendees",
    "attending",
    "guests",
    "hosts",
    "in attendance",
    "moderators",
    "panel",
    "panelists",
    "panellists",
    "participants",
    "present",
    "speakers",
];

/// Words in front of a colon that are terms of a form, a record, a recipe, a log or a list, and nobody's name.
#[rustfmt::skip]
const TERMS: &[&str] = &[
    "a", "abstract", "action", "actions", "added", "address", "advantages", "after", "agenda", "agreed",
    "annex", "answer", "apologies", "appendix", "article", "attachment", "attachments", "attendees",
    "attending", "author", "authors", "background", "bcc", "before", "break", "bridge", "budget", "bug",
    "category", "cc", "changed", "chapter", "chorus", "city", "client", "closing", "coffee", "color",
    "colour", "comment", "comments", "con", "conclusion", "cons", "contact", "context", "cost", "country",
    "credit", "credits", "criteria", "critical", "date", "day", "deadline", "debug", "decision",
    "decisions", "default", "definition", "deprecated", "description", "details", "difficulty", "dinner",
    "directions", "disadvantages", "discussion", "due", "duration", "e-mail", "email", "enclosure", "end",
    "error", "event", "expected", "fatal", "fax", "feature", "features", "figure", "fixed", "format",
    "from", "goal", "height", "hypothesis", "id", "idea", "in", "info", "information", "ingredients",
    "input", "instructions", "introduction", "item", "keynote", "keywords", "language", "level", "license",
    "link", "links", "location", "lunch", "material", "message", "method", "mobile", "motion", "name",
    "notice", "objective", "opening", "option", "outcome", "output", "owner", "page", "part", "password",
    "phase", "phone", "place", "prep", "present", "price", "priority", "pro", "problem", "project", "pros",
    "ps", "purpose", "q", "quantity", "rating", "re", "reason", "reception", "ref", "reference",
    "references", "refrain", "registration", "remarks", "removed", "reply-to", "request", "resolved",
    "response", "result", "results", "risk", "room", "rule", "section", "security", "sent", "server",
    "serves", "session", "severity", "size", "solution", "source", "start", "state", "status", "step",
    "street", "subject", "summary", "table", "tag", "tags", "task", "tel", "test", "thread", "tip", "title",
    "to", "todo", "topic", "total", "trace", "type", "update", "url", "user", "username", "value", "venue",
    "verse", "version", "vote", "warehouse", "warn", "warning", "warranty", "website", "weight", "welcome",
    "when", "where", "width", "worker", "workshop", "yield",
];

/// Whether a name begins with a term: `Step 2`, `Action Points`.
fn is_term(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    first.len() <= 14 && TERMS.binary_search(&first.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::TERMS;

    #[test]
    fn tables_are_sorted() {
        assert!(TERMS.is_sorted_by(|left, right| left < right));
    }
}
