//! The arguments of a profile: claims, and below each what the labels say of it.
//!
//! On the pages of 2023 and 2024 a claim has supporting facts and topics; on the redesigned ones an explanation,
//! evidence, the point it belongs to, and who agrees or disagrees. Either begins on the line in front of its first
//! label.

use crate::diagnostic::codes;
use crate::model::{Argument, Detail, DetailKind, Extra, Id};
use crate::read::lines::Line;
use crate::read::shape::ends_sentence;
use crate::read::speakers::name_part;

use super::labels::{Label, item};
use super::people;
use super::profiles::{Place, Profiles};
use super::topics::{self, LONGEST_TOPIC};

/// Where in the argument that is being read a line stands.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The labels read so far.
    pub(super) seen: Vec<Label>,
    /// Whether a label has just been read, with nothing below it yet.
    pub(super) fresh: bool,
    /// Whether the facts have no bullets.
    bare_facts: bool,
    /// Whether the topics stood on one line.
    joined: bool,
}

impl<'src> Profiles<'_, 'src> {
    /// The argument that is being read.
    pub(super) fn argument(&mut self) -> Option<&mut Argument<'src>> {
        match self.place {
            Place::Arguments | Place::Facts | Place::Topics | Place::Detail(_) => {
                self.done.last_mut()?.arguments.last_mut()
            }
            _ => None,
        }
    }

    /// Reads line `at`, a label of what is said of a claim, with the `words` behind it; returns the line to go on with.
    pub(super) fn claim_label(
        &mut self,
        at: usize,
        line: &Line<'src>,
        label: Label,
        words: &'src str,
    ) -> usize {
        self.place = match label {
            Label::Topics => Place::Topics,
            Label::Detail(kind) => Place::Detail(kind),
            _ => Place::Facts,
        };
        self.reading.seen.push(label);
        self.reading.fresh = words.is_empty();
        self.reading.bare_facts = false;
        match self.place {
            _ if words.is_empty() => self.page.label(line),
            Place::Topics => {
                self.topics(line, words);
                self.place = Place::Arguments;
            }
            Place::Detail(kind) => self.detail(line, kind, words),
            _ => return self.fact(at, line, words),
        }
        at + 1
    }

    /// Reads line `at`, which is no label where it stands; returns the line to go on with.
    pub(super) fn text(&mut self, at: usize, line: &Line<'src>) -> usize {
        let fresh = std::mem::take(&mut self.reading.fresh);
        let entry = item(line.text);
        let begins = self.begins_claim(at, fresh);
        if !fresh && !begins && self.is_nameless(at, line) {
            // `Agreed with` is lost, or is it `Disagreed with`?
            self.page.unplaced(line);
            return at + 1;
        }
        match self.place {
            Place::Facts if !begins => {
                let first = self.argument().is_some_and(|argument| argument.facts.is_empty());
                self.reading.bare_facts |= entry.is_none() && first;
                if entry.is_some() || self.reading.bare_facts {
                    return self.fact(at, line, line.text);
                }
                self.claim(line, line.text);
            }
            Place::Topics if !begins && self.is_topic(line, fresh) => self.topics(line, line.text),
            Place::Detail(kind) if !begins && !fresh && self.is_bare_claim(at, line, kind) => {
                self.ambiguous(line, "it was read as the first");
                self.claim(line, line.text);
            }
            Place::Detail(kind) if !begins && self.is_of_detail(at, line, kind, fresh) => {
                if !fresh && Self::may_be_claim(line, kind) {
                    self.ambiguous(line, "it was read as the second");
                }
                self.detail(line, kind, line.text);
            }
            Place::Lost if !begins => self.page.unplaced(line),
            Place::Arguments if !begins && self.is_unlabelled_fact(at, line) => {
                return self.fact(at, line, line.text);
            }
            Place::Arguments | Place::Facts | Place::Topics | Place::Detail(_) | Place::Lost => {
                if self.is_detailed && !self.next_label(at).is_some_and(Label::is_of_claim) {
                    self.ambiguous(line, "it was read as the first");
                }
                self.claim(line, line.text);
            }
            Place::Statistics | Place::Report if begins || self.is_swapped(at) => self.claim(line, line.text),
            Place::Report => {
                let block = self.page.block(line);
                if let Some(last) = self.done.last_mut() {
                    last.report.push(block);
                }
            }
            Place::Above | Place::Statistics => self.page.unplaced(line),
        }
        at + 1
    }

    /// Whether line `at` must be a claim, by the label below it.
    fn begins_claim(&self, at: usize, fresh: bool) -> bool {
        let Some(next) = self.next_label(at).filter(|next| next.is_of_claim()) else { return false };
        let first = matches!(next, Label::Facts | Label::Detail(DetailKind::Explanation));
        match self.place {
            Place::Lost => first,
            Place::Above | Place::Statistics | Place::Report => true,
            // Facts may stand behind an explanation, and an explanation behind facts.
            Place::Detail(_) if next == Label::Facts && self.is_item(at) => false,
            Place::Facts if next != Label::Facts && self.is_item(at) => false,
            Place::Detail(_) if fresh && !(first && self.reading.seen.contains(&next)) => false,
            _ => first || (self.is_detailed && self.reading.seen.iter().any(|seen| comes_again(*seen, next))),
        }
    }

    /// Whether a label below line `at` makes a claim of it, whatever it says itself.
    pub(super) fn is_claim(&self, at: usize) -> bool {
        match self.next_label(at) {
            Some(Label::Facts | Label::Detail(DetailKind::Explanation)) => true,
            Some(Label::Topics) => !self.is_detailed,
            _ => false,
        }
    }

    /// Whether line `at` is a claim above `Arguments` instead of below it.
    fn is_swapped(&self, at: usize) -> bool {
        self.next_label(at) == Some(Label::Arguments)
            && self.next_label(at + 1).is_some_and(Label::is_of_claim)
    }

    fn is_item(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| item(line.text).is_some())
    }

    /// What the line below line `at` is the label of.
    pub(super) fn next_label(&self, at: usize) -> Option<Label> {
        self.names.any_label(at + 1).filter(|_| at + 1 < self.end)
    }

    /// Whether a line below `Topics` is one: the first, an item, or any that is as short, one by one.
    fn is_topic(&self, line: &Line<'src>, fresh: bool) -> bool {
        let one_by_one = self.is_detailed
            && !self.reading.joined
            && line.text.len() <= LONGEST_TOPIC
            && !ends_sentence(line.text);
        fresh || item(line.text).is_some() || one_by_one
    }

    /// Whether line `at`, behind the label of a detail or among its lines, is one of them.
    fn is_of_detail(&self, at: usize, line: &Line<'src>, kind: DetailKind, fresh: bool) -> bool {
        // A label of this claim follows, which no claim has first.
        let goes_on = || self.next_label(at).is_some_and(Label::is_of_claim);
        match kind {
            DetailKind::Explanation | DetailKind::Evidence => true,
            kind if kind.names_speakers() => {
                fresh
                    || item(line.text).is_some()
                    || people::are_known(self.voices, line.text)
                    || self.names_go_on(at)
            }
            _ => fresh || goes_on(),
        }
    }

    /// Whether line `at` is one of the names above `Agreed on`.
    fn names_go_on(&self, at: usize) -> bool {
        let below = (at..self.end.min(at + MOST_NAMES)).find_map(|at| self.next_label(at));
        matches!(below, Some(Label::Detail(DetailKind::AgreedOn | DetailKind::DisagreedOn)))
    }

    fn ambiguous(&mut self, line: &Line<'src>, decision: &str) {
        let message = format!("this line may be a claim, or go on with what stands above it; {decision}");
        self.page.find_on(&codes::AMBIGUOUS_CLAIM, message, line);
    }

    /// Whether line `at` holds a name of those above `Agreed on` whose own label is lost.
    fn is_nameless(&self, at: usize, line: &Line<'src>) -> bool {
        let place = match self.place {
            Place::Topics => true,
            Place::Detail(kind) => !kind.names_speakers(),
            _ => false,
        };
        place && self.names_go_on(at) && people::are_known(self.voices, line.text)
    }

    /// Whether a line below the first sentences of an explanation or evidence may be a claim without an explanation: it is
    /// short and no sentence.
    fn may_be_claim(line: &Line<'src>, kind: DetailKind) -> bool {
        !kind.names_speakers()
            && line.text.len() <= LONGEST_CLAIM
            && item(line.text).is_none()
            && !ends_sentence(line.text)
    }

    /// Whether such a line can hardly go on with what stands above it, which ends as sentences do, and what follows is not
    /// the rest of the claim above.
    fn is_bare_claim(&self, at: usize, line: &Line<'src>, kind: DetailKind) -> bool {
        let goes_on = self.next_label(at).is_some_and(|next| {
            let is_below = kind == DetailKind::Evidence
                || matches!(next, Label::Detail(DetailKind::Evidence | DetailKind::DiscussionPoint));
            next.is_of_claim() && is_below && !self.reading.seen.contains(&next)
        });
        let details = self.done.last().and_then(|profile| profile.arguments.last()).map(|last| &last.details);
        let above = details.and_then(|details| details.last()).and_then(|detail| detail.texts.last());
        !goes_on && Self::may_be_claim(line, kind) && above.is_some_and(|above| ends_sentence(above.as_str()))
    }

    /// Whether an item among the arguments is a fact whose label is missing: below a claim that is no item itself.
    fn is_unlabelled_fact(&self, at: usize, line: &Line<'src>) -> bool {
        let below_claim = |argument: &Argument<'_>| {
            argument.topics.is_empty()
                && argument.details.is_empty()
                && argument.claim.before().trim().is_empty()
        };
        item(line.text).is_some()
            && self.next_label(at) != Some(Label::Facts)
            && self.done.last().and_then(|profile| profile.arguments.last()).is_some_and(below_claim)
    }

    /// Adds a fact: `words` of line `at`, and the lines below that go on with it.
    fn fact(&mut self, at: usize, line: &Line<'src>, words: &'src str) -> usize {
        let start = item(words).unwrap_or(words);
        let mut next = at + 1;
        while !self.reading.bare_facts && self.continues(next) {
            next += 1;
        }
        let text = match self.lines.get(at..next) {
            Some(lines @ [_, rest @ ..]) if !rest.is_empty() => {
                let said = std::iter::once(start).chain(rest.iter().map(|line| line.text));
                let said = said.collect::<Vec<_>>().join(" ");
                self.page.pieces.joined(lines, said)
            }
            _ => self.page.pieces.part(line, start),
        };
        if let Some(argument) = self.argument() {
            argument.facts.push(text);
        }
        next
    }

    /// Whether line `at` goes on with the fact above it: it begins in the middle of a sentence.
    fn continues(&self, at: usize) -> bool {
        self.line(at).is_some_and(|line| line.text.starts_with(char::is_lowercase))
            && self.names.any_label(at).is_none()
            && self.next_label(at) != Some(Label::Facts)
            && !self.starts(at)
    }

    /// Adds the topics `words`.
    fn topics(&mut self, line: &Line<'src>, words: &'src str) {
        let texts = topics::read(self.page, line, words);
        self.reading.joined = texts.len() > 1;
        match self.argument() {
            Some(argument) if argument.topics.is_empty() => argument.topics = texts,
            Some(argument) => argument.topics.extend(texts),
            None => {}
        }
    }

    /// Adds `words` to the detail that is being read.
    fn detail(&mut self, line: &Line<'src>, kind: DetailKind, words: &'src str) {
        let (texts, speakers) = if kind.names_speakers() {
            let names = people::split(self.voices, words);
            people::read(self.page, self.voices, line, &names)
        } else {
            (vec![self.page.pieces.part(line, item(words).unwrap_or(words))], Vec::new())
        };
        // Who agrees on one thing, and who on another, are two details.
        let again = self.reading.seen.last() == Some(&Label::Detail(kind)) && self.reading.fresh;
        let Some(argument) = self.argument() else { return };
        if again || argument.details.last().is_none_or(|last| last.kind != kind) {
            let detail = Detail { kind, texts: Vec::new(), speakers: Vec::new(), extra: Extra::default() };
            argument.details.push(detail);
        }
        if let Some(detail) = argument.details.last_mut() {
            detail.texts.extend(texts);
            for speaker in speakers {
                if !detail.speakers.contains(&speaker) {
                    detail.speakers.push(speaker);
                }
            }
        }
    }

    /// Begins an argument with the claim `words`.
    pub(super) fn claim(&mut self, line: &Line<'src>, words: &'src str) {
        let Some(profile) = self.done.last_mut() else { return self.page.unplaced(line) };
        let count = match self.page.arguments.get_mut(&profile.speaker) {
            Some(count) => count,
            None => self.page.arguments.entry(profile.speaker.clone()).or_default(),
        };
        *count += 1;
        let id = Id::joined(&["argument", name_part(&profile.speaker)], Some(*count));
        let claim = self.page.pieces.part(line, item(words).unwrap_or(words));
        profile.arguments.push(Argument {
            id,
            claim,
            facts: Vec::new(),
            topics: Vec::new(),
            details: Vec::new(),
            extra: Extra::default(),
        });
        self.reading = Reading::default();
        self.place = Place::Arguments;
    }
}

/// The longest claim that is no sentence, in bytes.
const LONGEST_CLAIM: usize = 200;
/// The most names looked for above `Agreed on`, one a line.
const MOST_NAMES: usize = 20;

/// Whether the label `next` below a line cannot be of the claim that has had `seen`: the same one again, or what
/// stands above who agrees. Who agrees may come again, on another thing.
fn comes_again(seen: Label, next: Label) -> bool {
    use DetailKind as Kind;
    let agrees = |label| {
        matches!(
            label,
            Label::Detail(Kind::AgreedWith | Kind::AgreedOn | Kind::DisagreedWith | Kind::DisagreedOn)
        )
    };
    let explains = matches!(next, Label::Detail(Kind::Explanation | Kind::Evidence | Kind::DiscussionPoint));
    !agrees(next) && (seen == next || (explains && agrees(seen)))
}
