//! Labels in the words of cues: `Ines Quarrie: Good morning.`, `>> INES QUARRIE: Good morning.`, `[Chair] Good morning.`
//!
//! A colon is no label: `So here is the thing: we go.` What stands before one is a speaker's name where it looks like a
//! name and comes again, or where nearly every cue of the file begins with one.

use std::borrow::Cow;
use std::ops::Range;

use crate::read::kinds::is_office;
use crate::read::label::{LONGEST_LABEL, is_in_capitals, named};
use crate::read::shape::{Shape, ends_sentence, shape};
use crate::read::speakers::key;
use crate::read::{Map, Set};

use super::markup::{Words, find, has_markup, words};

/// What stands before a colon, or in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// No name.
    Words,
    /// A name but for its small letters, as people call themselves in a meeting: `ringo`, `Room two`.
    Small,
    /// One word that may be a name: `Ines`, `Result`.
    Word,
    /// A name of several words, or in capitals: `Ines Quarrie`, `INES`.
    Name,
    /// A role or a state: `Chair`, `Speaker 2`.
    Office,
}

/// The most words of a name in small letters.
const MOST_SMALL: usize = 4;

pub(super) fn look(label: &str) -> Look {
    let name = named(label).name;
    if is_office(name) {
        return Look::Office;
    }
    let several = name.trim().contains(char::is_whitespace);
    match shape(name) {
        Shape::Name if several || is_in_capitals(name) => Look::Name,
        Shape::Name => Look::Word,
        Shape::Phrase => Look::Small,
        Shape::Sentence => {
            let few = name.split_whitespace().nth(MOST_SMALL).is_none();
            if few && shape(&name.to_uppercase()) == Shape::Name { Look::Small } else { Look::Words }
        }
    }
}

/// A name in front of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) name: Words,
    /// Where the words behind it begin.
    pub(super) end: usize,
}

/// How far into the words a label is looked for, with the markup in it, in bytes.
const REACH: usize = 512;

/// As much of `range` as a label may take.
fn reach(source: &str, range: &Range<usize>) -> Range<usize> {
    let mut end = range.end.min(range.start + REACH);
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    range.start..end
}

/// Whether the words in `near` can begin with what `begins` tells: most begin with a letter, and neither tag nor escape
/// stands before it.
fn may_begin(source: &str, near: &Range<usize>, begins: impl Fn(char) -> bool) -> bool {
    let text = source.get(near.clone()).unwrap_or_default();
    if text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return false;
    }
    let text = text.trim_start();
    text.starts_with(|c: char| matches!(c, '<' | '&' | '{' | '\\') || !c.is_ascii_graphic() || begins(c))
}

/// The name before the first colon of the words at `range`, whatever it looks like. A space follows the colon, or
/// nothing: in `https://` and `10:30` there is none.
pub(super) fn before(source: &str, range: Range<usize>) -> Option<Label> {
    let near = reach(source, &range);
    let place = colon(source, near.clone())?;
    let name = words(source, near.start..place.start);
    let is_narrow = source.get(place.clone()) == Some(":");
    let goes_on = source.get(place.end..range.end)?.starts_with(|c: char| !c.is_whitespace() && c != '<');
    let written = name.as_str(source);
    let is_label = !written.is_empty() && written.len() <= LONGEST_LABEL && !written.starts_with(['[', '(']);
    let is_label = is_label && !(is_narrow && goes_on);
    is_label.then_some(Label { name, end: place.end })
}

/// Where the first colon stands in the words at `range`, the narrow or the wide one.
fn colon(source: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = source.as_bytes().get(range.clone())?;
    // Most words hold none: neither the narrow one nor the first byte of the wide one.
    let first = memchr::memchr2(b':', 0xef, text)?;
    if text.get(first) == Some(&b':') && !has_markup(text.get(..first)?) {
        return Some(range.start + first..range.start + first + 1);
    }
    let colons = [':', '：'].into_iter().filter_map(|wanted| find(source, range.clone(), wanted));
    colons.min_by_key(|place| place.start)
}

/// The name in brackets at the start of the words at `range`, and whether a colon follows: `[Ines]: yes`.
pub(super) fn bracketed(source: &str, range: Range<usize>) -> Option<(Label, bool)> {
    let near = reach(source, &range);
    if !may_begin(source, &near, |c| matches!(c, '[' | '(')) {
        return None;
    }
    let start = words(source, near.clone());
    let (open, close) = match start.as_str(source).as_bytes().first()? {
        b'[' => ('[', ']'),
        b'(' => ('(', ')'),
        _ => return None,
    };
    let open = find(source, near.clone(), open)?;
    let close = find(source, open.end..near.end, close)?;
    let name = words(source, open.end..close.start);
    let behind = words(source, close.end..range.end);
    let colon = behind.as_str(source).starts_with(':');
    let end = if colon { find(source, close.end..range.end, ':')?.end } else { close.end };
    // Without words behind it, and without a colon, it is a remark.
    (!name.is_empty() && (colon || !behind.is_empty())).then_some((Label { name, end }, colon))
}

/// Where the words behind a `>>` begin, which marks that somebody else speaks.
pub(super) fn behind_arrows(source: &str, range: Range<usize>) -> Option<usize> {
    let near = reach(source, &range);
    if !may_begin(source, &near, |c| c == '>')
        || !words(source, near.clone()).as_str(source).starts_with(">>")
    {
        return None;
    }
    let mut end = near.start;
    while let Some(arrow) = find(source, end..near.end, '>') {
        if !words(source, end..arrow.start).is_empty() {
            break;
        }
        end = arrow.end;
    }
    Some(end)
}

/// Where the words behind a dash begin, which marks that somebody else speaks, where two lines of a cue have one.
pub(super) fn behind_dash(source: &str, range: Range<usize>) -> Option<usize> {
    let near = reach(source, &range);
    if !may_begin(source, &near, |c| c == '-') {
        return None;
    }
    let start = words(source, near.clone());
    let dash = start.as_str(source).chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '‐'))?;
    Some(find(source, near, dash)?.end)
}

/// Where `>>` stands behind a sentence in the words at `range`.
pub(super) fn arrows_within(source: &str, range: Range<usize>) -> Vec<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    let is_arrow = |at: &usize| {
        let (before, behind) = (text.get(..*at).unwrap_or_default(), text.get(*at..).unwrap_or_default());
        let is_arrow = behind.starts_with(">>") || behind.starts_with("&gt;&gt;");
        is_arrow && before.ends_with([' ', '\t']) && ends_sentence(before.trim_end())
    };
    memchr::memchr2_iter(b'>', b'&', text.as_bytes()).filter(is_arrow).map(|at| range.start + at).collect()
}

/// What comes of a name before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// A label.
    Label,
    /// It may be one; the words stay as they are.
    Doubt,
}

/// How often a name came.
#[derive(Debug)]
struct Count {
    key: String,
    look: Look,
    times: usize,
}

/// The names before colons of a file, while they are counted.
#[derive(Debug, Default)]
pub(super) struct Candidates<'src> {
    names: Map<Cow<'src, str>, Count>,
    /// Names in brackets before words.
    brackets: Map<Cow<'src, str>, usize>,
    /// Cues with words.
    cues: usize,
    /// Cues that begin with what looks like a name and a colon.
    led: usize,
    /// Cues that begin with a bracket and words.
    bracketed: usize,
}

impl<'src> Candidates<'src> {
    /// Counts the label that the words at `range` may begin with; those are the `first` of their cue, or not.
    pub(super) fn count(&mut self, source: &'src str, range: Range<usize>, first: bool) {
        self.cues += usize::from(first);
        if let Some(label) = before(source, range.clone()) {
            let look = self.add(label.name.to_cow(source));
            self.led += usize::from(first && look >= Look::Word);
        } else if let Some((label, colon)) = bracketed(source, range) {
            if colon {
                self.add(label.name.to_cow(source));
                self.led += usize::from(first);
            } else {
                *self.brackets.entry(label.name.to_cow(source)).or_default() += 1;
                self.bracketed += usize::from(first);
            }
        }
    }

    fn add(&mut self, name: Cow<'src, str>) -> Look {
        if let Some(count) = self.names.get_mut(&name) {
            count.times += 1;
            return count.look;
        }
        let look = look(&name);
        let key = if look > Look::Words { key(&name) } else { String::new() };
        self.names.insert(name, Count { key, look, times: 1 });
        look
    }

    /// Decides which names are labels.
    pub(super) fn decide(self) -> Labels<'src> {
        let mut times: Map<&str, usize> = Map::default();
        for count in self.names.values() {
            *times.entry(&count.key).or_default() += count.times;
        }
        let share = Share { led: self.led, cues: self.cues };
        // Names that speak for themselves first: where there are some, others that come once are the likelier.
        let verdict = |count: &Count, others: Others| {
            verdict(count.look, times.get(count.key.as_str()).copied().unwrap_or_default(), share, others)
        };
        let alone = |name: &str, count: &Count| {
            (verdict(count, Others::None) == Some(Verdict::Label)).then(|| is_in_capitals(name))
        };
        let certain: Vec<bool> = self.names.iter().filter_map(|(name, count)| alone(name, count)).collect();
        let others = match certain.as_slice() {
            [] => Others::None,
            all if all.iter().all(|capitals| *capitals) => Others::InCapitals,
            _ => Others::Some,
        };
        let mut names: Map<Cow<'src, str>, Verdict> = Map::default();
        for (name, count) in &self.names {
            let others = match others {
                Others::InCapitals if is_in_capitals(name) => Others::InCapitals,
                Others::InCapitals => Others::Some,
                others => others,
            };
            names.extend(verdict(count, others).map(|verdict| (name.clone(), verdict)));
        }
        let keys: Set<String> = names
            .iter()
            .filter(|(_, verdict)| **verdict == Verdict::Label)
            .map(|(name, _)| key(name))
            .collect();
        let most = self.bracketed * 2 >= self.cues && self.bracketed > 1;
        for (name, count) in self.brackets {
            let look = look(&name);
            if look == Look::Office || keys.contains(&key(&name)) || (most && count > 1 && look >= Look::Word)
            {
                names.insert(name, Verdict::Label);
            }
        }
        Labels { names }
    }
}

/// How many of a file's cues begin with what may be a label.
#[derive(Debug, Clone, Copy)]
struct Share {
    led: usize,
    cues: usize,
}

impl Share {
    fn is_half(self) -> bool {
        self.led * 2 >= self.cues
    }

    fn is_nearly_all(self) -> bool {
        self.led * 10 >= self.cues * 9
    }
}

/// What other labels the file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Others {
    None,
    /// Some; if they are all in capitals, this one is not.
    Some,
    /// Some, all in capitals as this one is.
    InCapitals,
}

/// Whether a name that looks so and comes so many times is a label.
fn verdict(look: Look, times: usize, share: Share, others: Others) -> Option<Verdict> {
    let is_label = match look {
        Look::Words => return None,
        Look::Office | Look::Name => {
            let likely = others == Others::InCapitals || (look == Look::Office && others == Others::Some);
            times > 1 || share.is_half() || likely
        }
        Look::Word => times > 2 || (times == 2 && share.is_half()) || share.is_nearly_all(),
        Look::Small => share.is_nearly_all() || times > 2 && (share.is_half() || others != Others::None),
    };
    match is_label {
        true => Some(Verdict::Label),
        // In a file without labels a colon is a colon.
        false if look >= Look::Word && (others != Others::None || look == Look::Office) => {
            Some(Verdict::Doubt)
        }
        false if look == Look::Small && share.is_half() => Some(Verdict::Doubt),
        false => None,
    }
}

/// The labels of a file.
#[derive(Debug, Default)]
pub(super) struct Labels<'src> {
    names: Map<Cow<'src, str>, Verdict>,
}

/// What words begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A label.
    Label(Label),
    /// What may be one.
    Doubt(Words),
}

impl Labels<'_> {
    /// The label at the start of the words at `range`, which are the `first` of their cue or not; behind `>>`, where they
    /// are `marked`, any name is one.
    pub(super) fn find(&self, source: &str, range: Range<usize>, first: bool, marked: bool) -> Option<Found> {
        if let Some(label) = before(source, range.clone()) {
            let name = label.name.as_str(source);
            return match self.names.get(name) {
                Some(Verdict::Label) => Some(Found::Label(label)),
                _ if marked && look(name) > Look::Words => Some(Found::Label(label)),
                // Further down in a cue, small letters before a colon are words.
                Some(Verdict::Doubt) if first || look(name) > Look::Small => Some(Found::Doubt(label.name)),
                _ => None,
            };
        }
        let (label, _) = bracketed(source, range)?;
        let is_label = self.names.get(label.name.as_str(source)) == Some(&Verdict::Label);
        is_label.then_some(Found::Label(label))
    }
}
