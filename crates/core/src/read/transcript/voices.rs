//! Which lines of a transcript begin a turn.
//!
//! `Name: text` is the weakest of marks: letters, recipes, settings and logs have lines of that form. So a transcript
//! must have its labels in one form, with or without times, alone on their lines or in front of words; a label must
//! look like a name, and come again, be an office, stand in the list of participants, bear a time, or begin a paragraph
//! in whose words somebody speaks.

use std::collections::HashSet;

use crate::model::SpeakerKind;
use crate::read::kinds::kind;
use crate::read::lines::Line;
use crate::read::names::{Look, Names, Place};
use crate::read::shape::{Shape, ends_sentence, is_topic};
use crate::read::speakers::key;
use crate::read::wrap::Wrap;

use super::lists::{introduces, listed};
use super::style::Style;
use super::tally::Tally;
use super::terms::{is_term, opens_words};
use super::turn::{Turn, examines, lone_stamp};

/// Who begins to speak at a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice<'src> {
    pub(super) turn: Turn<'src>,
    /// How many lines the label takes: two where its time stands below it.
    pub(super) lines: usize,
}

/// In what form the labels are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Form {
    /// Whether a time stands beside the name.
    pub(super) stamped: bool,
    /// Whether the words stand on the lines below.
    pub(super) alone: bool,
}

/// A line that may begin a turn by its form.
#[derive(Debug)]
pub(super) struct Heard<'src> {
    /// Its place among the lines.
    pub(super) at: usize,
    pub(super) voice: Voice<'src>,
    /// The name, if the label looks like one.
    pub(super) name: Option<Place>,
}

/// What a transcript knows of its speakers.
#[derive(Debug)]
pub(super) struct Voices<'src> {
    /// For every line, the place of what is heard there, counted from one; or zero.
    lines: Vec<u32>,
    heard: Vec<Heard<'src>>,
    names: Names<'src>,
    /// Whether a name is a label.
    known: Vec<bool>,
    form: Form,
    /// What parts the names from the words.
    pub(super) style: Style,
    /// Whether lines begin with `Q.` and `A.`, as the record of an examination in court does.
    examined: bool,
    /// What tells whether the text is a transcript at all.
    pub(super) tally: Tally,
}

/// A name in front of a colon or beside a time, in the form of the labels.
#[derive(Debug, Default, Clone, Copy)]
struct Candidate {
    count: usize,
    /// Whether labels stand above and below it.
    among: bool,
    /// Whether it begins a paragraph in which somebody says something.
    speaks: bool,
}

impl<'src> Voices<'src> {
    pub(super) fn of(wrap: &Wrap<'src>, lines: &[Line<'src>]) -> Self {
        let mut this = Self::hear(lines);
        this.form = this.form_of();
        let candidates = this.candidates(wrap, lines);
        let page = this.page(&candidates);
        let looks = this.names.looks();
        let mut known: Vec<bool> = std::iter::zip(looks, &candidates)
            .map(|(look, candidate)| candidate.count > 0 && accepts(page, look, *candidate))
            .collect();
        let listed = this.listed(lines);
        for name in &listed {
            let place = this.names.place(name);
            let look = place.and_then(|place| Some((looks.get(place)?, known.get_mut(place)?)));
            if let Some((look, known)) = look {
                *known |= look.shape > Shape::Sentence;
            }
        }
        // `Ann`, where the list has `Ann Lee`.
        let first_names: HashSet<&str> = listed.iter().flat_map(|full| full.split(' ')).collect();
        let is_called = |look: &Look<'_>| {
            !look.several && look.shape == Shape::Name && first_names.contains(key(look.name).as_str())
        };
        let called: Vec<bool> = looks.iter().map(is_called).collect();
        let mut times = std::iter::zip(&called, &candidates).filter(|(called, _)| **called);
        let vouched = times.clone().nth(1).is_some() && times.all(|(_, candidate)| candidate.count > 0);
        std::iter::zip(&mut known, &called).for_each(|(known, called)| *known |= *called && vouched);
        if this.examined {
            for place in ["Q", "A"].into_iter().filter_map(|label| this.names.place(label)) {
                known.get_mut(place).into_iter().for_each(|known| *known = true);
            }
        }
        this.known = known;
        if let Some(opener) = this.opener().and_then(|place| this.known.get_mut(place)) {
            *opener = true;
        }
        let labels = this.heard.iter().filter_map(|heard| Some((heard, this.look(heard)?)));
        this.tally = Tally::of(this.form, lines, labels);
        this.tally.telling |= vouched;
        this
    }

    /// Every line that may begin a turn by its form.
    fn hear(lines: &[Line<'src>]) -> Self {
        let mut this = Self {
            lines: vec![0; lines.len()],
            heard: Vec::new(),
            names: Names::default(),
            known: Vec::new(),
            form: Form::default(),
            style: Style::of(lines),
            examined: is_examined(lines),
            tally: Tally::default(),
        };
        for (at, place) in this.lines.iter_mut().enumerate() {
            let rest = lines.get(at..).unwrap_or_default();
            let voice = match rest.first().and_then(|line| examines(line.text)).filter(|_| this.examined) {
                Some(turn) => Some(Voice { turn, lines: 1 }),
                None => voice(this.style, rest, &mut this.names),
            };
            let Some(voice) = voice else { continue };
            let name = this.names.enter(voice.turn.label);
            this.heard.push(Heard { at, voice, name });
            *place = u32::try_from(this.heard.len()).unwrap_or(0);
        }
        this
    }

    /// Who begins to speak on the first of `lines`, if anybody does: `lines` are the last ones of the text.
    pub(super) fn voice(&self, lines: &[Line<'src>]) -> Option<Voice<'src>> {
        let heard = self.heard_at(self.lines.len() - lines.len())?;
        self.look(heard).map(|_| heard.voice)
    }

    /// Everyone who begins to speak, in order.
    pub(super) fn turns(&self) -> impl Iterator<Item = (usize, &Voice<'src>)> {
        self.heard.iter().filter(|heard| self.look(heard).is_some()).map(|heard| (heard.at, &heard.voice))
    }

    /// The name on the first of `lines`, the last ones of the text, that may be a label and was not taken for one.
    pub(super) fn doubtful(&self, lines: &[Line<'src>]) -> Option<&'src str> {
        let heard = self.heard_at(self.lines.len() - lines.len()).filter(|heard| heard.voice.lines == 1)?;
        let place = heard.name?;
        let look = self.names.looks().get(place)?;
        let turn = &heard.voice.turn;
        let known = self.known.get(place) == Some(&true);
        let says = turn.colon && is_spoken(turn.words) && !opens_words(look.name);
        let looks = look.shape == Shape::Name && !is_term(look.name);
        (looks && (look.several && turn.colon || says || known)).then_some(turn.label)
    }

    fn heard_at(&self, at: usize) -> Option<&Heard<'src>> {
        self.heard.get((*self.lines.get(at)? as usize).checked_sub(1)?)
    }

    /// What the name looks like, where it is a label here.
    fn look(&self, heard: &Heard<'src>) -> Option<&Look<'src>> {
        let place = heard.name.filter(|&place| self.known.get(place) == Some(&true))?;
        self.names.looks().get(place).filter(|_| self.form.fits(&heard.voice.turn))
    }

    /// The form that most of the labels have which may be names. Labels that stand alone are the form only where labels
    /// in front of words are fewer.
    fn form_of(&self) -> Form {
        let mut counts = vec![[0_usize; 4]; self.names.looks().len()];
        let form = |turn: &Turn<'_>| 2 * usize::from(turn.stamp.is_some()) + usize::from(turn.stands_alone());
        for heard in &self.heard {
            let count = heard.name.and_then(|place| counts.get_mut(place)?.get_mut(form(&heard.voice.turn)));
            if let Some(count) = count {
                *count += 1;
            }
        }
        let mut weights = [0; 4];
        for (look, counts) in std::iter::zip(self.names.looks(), &counts) {
            if look.shape > Shape::Sentence && !is_term(look.name) {
                for (weight, &count) in std::iter::zip(&mut weights, counts) {
                    *weight += if count > 1 { 3 * count } else { count };
                }
            }
        }
        let [inline, alone, stamped_inline, stamped_alone] = weights;
        let stamped = stamped_inline + stamped_alone >= inline + alone && stamped_inline + stamped_alone > 0;
        let alone = if stamped { stamped_alone > stamped_inline } else { alone > inline };
        Form { stamped, alone }
    }

    /// What stands where of every name.
    fn candidates(&self, wrap: &Wrap<'src>, lines: &[Line<'src>]) -> Vec<Candidate> {
        let mut candidates = vec![Candidate::default(); self.names.looks().len()];
        let fits = |at: usize| self.heard_at(at).is_some_and(|heard| self.form.fits(&heard.voice.turn));
        for heard in &self.heard {
            let (at, turn) = (heard.at, &heard.voice.turn);
            let Some(candidate) = heard.name.and_then(|place| candidates.get_mut(place)) else { continue };
            if !self.form.fits(turn) {
                continue;
            }
            candidate.count += 1;
            // A name that comes again needs no more.
            if candidate.count > 1 {
                continue;
            }
            let above = at == 0 || fits(at - 1);
            let below = at + 1 == lines.len() || fits(at + 1);
            candidate.among = !self.form.alone && above && below;
            let before = at.checked_sub(1).and_then(|before| lines.get(before));
            let begins = !wrap.is_broken()
                || before.is_none_or(|before| wrap.is_last(before) || ends_sentence(before.text));
            candidate.speaks = begins && is_spoken(words_of(&heard.voice, lines.get(at..)));
        }
        candidates
    }

    /// What the labels have in common.
    fn page(&self, candidates: &[Candidate]) -> Page {
        let names = || {
            let named = |look: &Look<'_>| look.shape == Shape::Name && !look.office && !is_term(look.name);
            std::iter::zip(self.names.looks(), candidates).filter(move |(look, _)| named(look))
        };
        let repeated = || names().filter(|(_, candidate)| candidate.count > 1);
        let again = std::iter::zip(self.names.looks(), candidates).any(|(_, candidate)| candidate.count > 1);
        let capitals = {
            let repeated = || {
                std::iter::zip(self.names.looks(), candidates)
                    .filter(|(look, candidate)| candidate.count > 1 && !is_term(look.name))
            };
            repeated().filter(|(look, _)| look.capitals).count() * 2 > repeated().count()
        };
        let several = match repeated().next() {
            Some(_) => repeated().any(|(look, _)| look.several),
            None => names().any(|(look, candidate)| look.several && candidate.speaks),
        };
        Page { form: self.form, again, capitals, several }
    }

    /// The keys of those in a list of participants, or announced.
    fn listed(&self, lines: &[Line<'src>]) -> HashSet<String> {
        let turn = |at| self.heard_at(at).map(|heard| &heard.voice.turn);
        listed(lines.iter().enumerate().map(|(at, line)| (line, turn(at))))
    }

    /// The name that opens the transcript, where it comes only once: the last above the first label in whose mouth words
    /// are that somebody says.
    fn opener(&self) -> Option<Place> {
        let fits = |heard: &&Heard<'src>| !introduces(&heard.voice.turn) && self.form.fits(&heard.voice.turn);
        let labels = self.heard.iter().filter(fits);
        let above = labels.take_while(|heard| self.look(heard).is_none()).last()?;
        let place = above.name?;
        let look = self.names.looks().get(place)?;
        let opens = look.shape == Shape::Name && look.several && !is_term(look.name);
        (opens && is_spoken(above.voice.turn.words) && self.known.contains(&true)).then_some(place)
    }
}

/// What the speaker says on the first line: beside the label, or below it.
pub(super) fn words_of<'src>(voice: &Voice<'src>, lines: Option<&[Line<'src>]>) -> &'src str {
    let below = || lines.and_then(|lines| lines.get(voice.lines)).map_or("", |line| line.text);
    if voice.turn.stands_alone() { below() } else { voice.turn.words }
}

/// Whether words look like something said: they begin as sentences do, and end so or are many.
pub(super) fn is_spoken(words: &str) -> bool {
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
fn voice<'src>(style: Style, lines: &[Line<'src>], names: &mut Names<'src>) -> Option<Voice<'src>> {
    let line = lines.first()?;
    if let Some(turn) = style.turn(line.text) {
        return Some(Voice { turn, lines: 1 });
    }
    if style != Style::Colon {
        return None;
    }
    let stamp = lone_stamp(lines.get(1)?.text)?;
    let label = line.text;
    if label.len() > LONGEST_NAME || ends_sentence(label) {
        return None;
    }
    let place = names.enter(label)?;
    let is_name = names.looks().get(place)?.shape == Shape::Name;
    let turn = Turn { label, stamp: Some(stamp), words: "", colon: false };
    is_name.then_some(Voice { turn, lines: 2 })
}

/// Whether questions and answers are marked by letters, and there are several of both.
fn is_examined(lines: &[Line<'_>]) -> bool {
    ["Q", "A"].iter().all(|label| {
        let marked = |line: &&Line<'_>| examines(line.text).is_some_and(|turn| turn.label == *label);
        lines.iter().filter(marked).nth(1).is_some()
    })
}

/// The longest name above a time, in bytes.
const LONGEST_NAME: usize = 80;

/// What the labels of a transcript have in common.
#[derive(Debug, Clone, Copy)]
struct Page {
    form: Form,
    /// Whether any name comes again.
    again: bool,
    /// Whether most names that come again are in capitals.
    capitals: bool,
    /// Whether people have more than one name.
    several: bool,
}

/// Whether a name is a label by what the transcript itself shows.
fn accepts(page: Page, look: &Look<'_>, candidate: Candidate) -> bool {
    if is_term(look.name) {
        return false;
    }
    match look.shape {
        _ if look.office => true,
        Shape::Sentence => false,
        Shape::Phrase => {
            let body = || kind(look.name) == SpeakerKind::Organization;
            page.form.stamped || candidate.count > 2 || candidate.count > 1 && body()
        }
        Shape::Name => page.form.stamped || candidate.count > 1 || comes_once(page, look, candidate),
    }
}

/// Whether a name that comes once is a label: it looks like the others, and somebody speaks behind it.
fn comes_once(page: Page, look: &Look<'_>, candidate: Candidate) -> bool {
    match look.several {
        true if page.again && candidate.among || page.capitals && look.capitals => true,
        true => !page.capitals && candidate.speaks && !is_topic(look.name),
        false => {
            let alike = !page.several && page.capitals == look.capitals;
            alike && candidate.speaks && !opens_words(look.name) && !is_topic(look.name)
        }
    }
}
