//! One speaker under two names.
//!
//! Names are never compared with all others, but with those that have a key in common: 100,000 speakers are no more
//! than 100,000 times one.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::codes::Code;
use crate::diagnostic::codes::audit::{SPEAKER_SHORT_NAME, SPEAKER_SPELLING};
use crate::model::SpeakerKind;

use super::evidence::{Count, Evidence, Voice};
use super::findings::Findings;
use super::fold::{fold, one_letter_apart};

/// What stands before a name and is none.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "amb", "ambassador", "chair", "co moderator", "dame", "dr", "eng", "h e", "hon", "host", "judge", "lady", "lord", "madam", "minister",
    "miss", "moderator", "mr", "mrs", "ms", "panelist", "panellist", "president", "prof", "professor", "rapporteur", "senator",
    "sir", "speaker", "the hon", "the honorable", "the honourable",
];

/// What stands behind one.
const DEGREES: &[&str] = &["esq", "jr", "md", "mp", "phd", "sr"];

/// States whose names people bear as well: a delegation is not called by its given name.
const GIVEN_BY_STATES: &[&str] = &["chad", "georgia", "israel", "jordan"];

/// Different names that one letter sets apart.
const DIFFERENT: &[(&str, &str)] = &[("iceland", "ireland")];

/// Names that are the same but for how they are written.
pub(super) fn spellings(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    let names: Vec<_> = evidence.voices.iter().map(|voice| Name::of(voice)).collect();
    let mut pairs = BTreeSet::new();
    let mut told = |left: usize, right: usize, why: Why, findings: &mut Findings| {
        if pairs.insert((left.min(right), left.max(right))) {
            tell(evidence, left, right, why, &SPEAKER_SPELLING, findings);
        }
    };
    // The same words, whatever their order, title and affiliation.
    for alike in gather(&names, Name::same) {
        let Some(main) = alike.iter().copied().max_by_key(|&place| weight(evidence, place)) else { continue };
        for &other in alike.iter().filter(|&&other| other != main) {
            told(main, other, Why::of(names.get(main), names.get(other)), findings);
        }
    }
    // An initial for a name, where only one name has it.
    for alike in gather(&names, Name::with_initial) {
        let is_initial = |&place: &usize| names.get(place).is_some_and(Name::has_initial);
        let (short, long): (Vec<_>, Vec<_>) = alike.into_iter().partition(is_initial);
        if let ([long], true) = (long.as_slice(), !short.is_empty()) {
            short.iter().for_each(|short| told(*long, *short, Why::Initial, findings));
        }
    }
    let texts: Vec<_> = names.iter().map(|name| name.text.as_str()).collect();
    for (left, right) in one_letter_apart(&texts) {
        let (Some(one), Some(other)) = (names.get(left), names.get(right)) else { continue };
        let both_known = is_known(evidence, left) && is_known(evidence, right);
        if !both_known && is_slip(one, other) {
            told(left, right, Why::Letter, findings);
        }
    }
}

/// Names that are another one's with words left out.
pub(super) fn short_names(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    let names: Vec<_> = evidence.voices.iter().map(|voice| Name::of(voice)).collect();
    // Single names, by every name that a full one has at its ends.
    let mut full: HashMap<&str, Option<usize>> = HashMap::new();
    // Two names, by the ends of those that have more.
    let mut longer: HashMap<(&str, &str), Option<usize>> = HashMap::new();
    for (place, name) in names.iter().enumerate().filter(|(_, name)| name.is_person) {
        let [first, between @ .., last] = name.words.as_slice() else { continue };
        // Two spellings of a full name are one name, by the better one.
        let meet = |met: &mut Option<usize>| {
            let same = met.filter(|&met| names.get(met).is_some_and(|met| met.sorted() == name.sorted()));
            let better = |met| if weight(evidence, place) > weight(evidence, met) { place } else { met };
            *met = same.map(better);
        };
        for end in [first, last] {
            full.entry(end).and_modify(meet).or_insert(Some(place));
        }
        if !between.is_empty() {
            longer.entry((first, last)).and_modify(meet).or_insert(Some(place));
        }
    }
    for (place, name) in names.iter().enumerate().filter(|(_, name)| name.is_person) {
        let found = match name.words.as_slice() {
            [only] if only.chars().count() >= 3 && !GIVEN_BY_STATES.contains(&only.as_str()) => {
                full.get(only.as_str())
            }
            [first, last] => longer.get(&(first.as_str(), last.as_str())),
            _ => None,
        };
        if let Some(Some(full)) = found.copied() {
            tell(evidence, full, place, Why::Short, &SPEAKER_SHORT_NAME, findings);
        }
    }
}

/// A speaker's name, taken apart.
struct Name {
    /// Folded, without title, degree and what stands in brackets, where a person's name is left.
    words: Vec<String>,
    /// The words in one.
    text: String,
    /// The name before a comma, where that is a whole one: behind it stands where a person works.
    before_comma: Option<Vec<String>>,
    is_person: bool,
}

impl Name {
    fn of(voice: &Voice<'_, '_>) -> Self {
        let name = &*voice.speaker.name;
        let is_person = voice.speaker.kind == SpeakerKind::Person;
        let own = match is_person {
            true => name.split(['(', '[']).next().filter(|own| own.split_whitespace().nth(1).is_some()),
            false => None,
        };
        let words = own.map(bare).filter(|words| words.len() > 1).unwrap_or_else(|| split(name));
        let before_comma = name.split_once(',').filter(|_| is_person).map(|(before, _)| bare(before));
        let before_comma = before_comma.filter(|words| words.len() > 1);
        Self { text: words.join(" "), words, before_comma, is_person }
    }

    /// Its words in the order of the alphabet.
    fn sorted(&self) -> String {
        sorted(&self.words)
    }

    /// What another spelling of the name has as well: its words in the order of the alphabet, and all in one.
    fn same(&self) -> Vec<String> {
        let mut keys = vec![self.sorted()];
        keys.extend(self.before_comma.as_deref().map(sorted));
        // `Ashton Hart`, `AshtonHart`; a key of one word that is no other's first.
        keys.push(format!("={}", self.words.concat()));
        keys
    }

    /// First name's initial with the last name, first name with the last one's initial.
    fn with_initial(&self) -> Vec<String> {
        let [first, .., last] = self.words.as_slice() else { return Vec::new() };
        let initial = |word: &str| word.chars().next().map(String::from).unwrap_or_default();
        match (self.is_person, is_letter(first), is_letter(last)) {
            (false, ..) | (true, true, true) => Vec::new(),
            (true, true, false) => vec![format!("{first} {last}")],
            (true, false, true) => vec![format!("{first} {last}")],
            (true, false, false) => {
                vec![format!("{} {last}", initial(first)), format!("{first} {}", initial(last))]
            }
        }
    }

    fn has_initial(&self) -> bool {
        matches!(self.words.as_slice(), [first, .., last] if is_letter(first) || is_letter(last))
    }
}

fn sorted(words: &[String]) -> String {
    let mut words: Vec<_> = words.iter().map(String::as_str).collect();
    words.sort_unstable();
    words.join(" ")
}

fn is_letter(word: &str) -> bool {
    word.chars().count() == 1
}

fn split(name: &str) -> Vec<String> {
    fold(name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words of a name without titles before it and degrees behind it.
fn bare(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut rest = folded.as_str();
    while let Some(behind) = TITLES.iter().find_map(|title| rest.strip_prefix(title)?.strip_prefix(' ')) {
        rest = behind;
    }
    while let Some(before) = DEGREES.iter().find_map(|degree| rest.strip_suffix(degree)?.strip_suffix(' ')) {
        rest = before;
    }
    rest.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The names that have a key in common, in the order of the registry.
fn gather(names: &[Name], keys: impl Fn(&Name) -> Vec<String>) -> Vec<Vec<usize>> {
    let mut gathered: Vec<Vec<usize>> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    for (place, name) in names.iter().enumerate() {
        for key in keys(name) {
            let next = gathered.len();
            match by_key.entry(key) {
                std::collections::hash_map::Entry::Occupied(entry) => {
                    let alike = gathered.get_mut(*entry.get()).filter(|alike| alike.last() != Some(&place));
                    alike.into_iter().for_each(|alike| alike.push(place));
                }
                std::collections::hash_map::Entry::Vacant(entry) => {
                    entry.insert(next);
                    gathered.push(vec![place]);
                }
            }
        }
    }
    gathered.retain(|alike| alike.len() > 1);
    gathered
}

/// How much speaks for a spelling to be the right one: a profile, speeches, being first.
fn weight(evidence: &Evidence<'_, '_>, place: usize) -> (usize, bool, usize) {
    let voice = evidence.voices.get(place);
    let (speeches, profile) = voice.map_or((0, false), |voice| (voice.speeches, voice.profile.is_some()));
    (speeches, profile, usize::MAX - place)
}

/// Whether the name is well established: nobody writes it wrongly that often.
fn is_known(evidence: &Evidence<'_, '_>, place: usize) -> bool {
    evidence.voices.get(place).is_some_and(|voice| voice.speeches >= 3 && voice.profile.is_some())
}

/// Whether one letter is a slip of the pen, and does not make another name.
fn is_slip(one: &Name, other: &Name) -> bool {
    let pair = (one.text.as_str(), other.text.as_str());
    let named = |&(left, right): &(&str, &str)| pair == (left, right) || pair == (right, left);
    if DIFFERENT.iter().any(named) {
        return false;
    }
    if one.words.len() != other.words.len() {
        return false;
    }
    let mut differing =
        one.words.iter().zip(&other.words).enumerate().filter(|(_, (left, right))| left != right);
    let (Some((place, (left, right))), None) = (differing.next(), differing.next()) else { return false };
    let letters = left.chars().count().max(right.chars().count());
    // `Maria`, `Mario`; `Anna`, `Annas`; `Speaker`, `Speakers`: the end of a word makes another one.
    let alike = left.chars().zip(right.chars()).take_while(|(left, right)| left == right).count();
    let at_end = alike + 2 >= letters;
    let given_name = place == 0 && one.is_person;
    match one.words.len() {
        1 => letters >= 6 && !at_end,
        _ => letters >= 5 && !(given_name && at_end),
    }
}

/// What sets two names apart.
#[derive(Debug, Clone, Copy)]
enum Why {
    Written,
    Order,
    Affiliation,
    Initial,
    Letter,
    Short,
}

impl Why {
    /// What sets names of the same words apart.
    fn of(one: Option<&Name>, other: Option<&Name>) -> Self {
        let (Some(one), Some(other)) = (one, other) else { return Self::Written };
        match () {
            () if one.words == other.words || one.words.concat() == other.words.concat() => Self::Written,
            () if one.words.len() == other.words.len() => Self::Order,
            () => Self::Affiliation,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Written => "only accents, signs, a title or an affiliation set them apart",
            Self::Order => "they have the same words in another order",
            Self::Affiliation => "only what stands behind the comma sets them apart",
            Self::Initial => "one has an initial for a name",
            Self::Letter => "they are one letter apart",
            Self::Short => "no other speaker has that name",
        }
    }
}

fn tell(
    evidence: &Evidence<'_, '_>,
    left: usize,
    right: usize,
    why: Why,
    code: &'static Code,
    findings: &mut Findings,
) {
    // A full name is told as the right one, however often it is used.
    let swap = !matches!(why, Why::Initial | Why::Short) && weight(evidence, left) < weight(evidence, right);
    let (main, other) = if swap { (right, left) } else { (left, right) };
    let (Some(main), Some(other)) = (evidence.voices.get(main), evidence.voices.get(other)) else { return };
    findings.add(
        code,
        other.at.or(main.at),
        format_args!(
            "`{}` ({}) may be `{}` ({}): {}",
            other.speaker.name,
            Count(other.speeches, "speech"),
            main.speaker.name,
            Count(main.speeches, "speech"),
            why.as_str()
        ),
        format_args!(
            "where they are one speaker, write one name everywhere; until then they are kept as two"
        ),
    );
}
