//! Who speaks on a page of captions, and which words behind `>>`, or in front of a colon, are therefore a name.
//!
//! Behind the mark a few words in capitals and a colon are a name. Words in small letters are one if they look like the
//! name of a person, or stand there more than once: `>> So the point is this: we must` names nobody. Without the mark a
//! name is a label if the page has it behind the mark elsewhere.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::read::furniture::is_aside;
use crate::read::label::{before_colon, is_in_capitals, named};
use crate::read::lines::Line;
use crate::read::names::{Look, Names, Place};
use crate::read::shape::{Shape, ends_sentence, is_unfinished, shape};
use crate::read::speakers::key;

use super::mark::behind_mark;

/// Who begins to speak on a line.
#[derive(Debug)]
pub(super) struct Voice<'src> {
    /// The label, without its colon; `None` where the page does not name the speaker.
    pub(super) label: Option<Cow<'src, str>>,
    /// What the speaker says on the line.
    pub(super) words: &'src str,
    /// A name that may be the speaker's and was left in the words.
    pub(super) doubtful: Option<&'src str>,
    /// How many lines the label stands on.
    pub(super) lines: usize,
}

/// What the page knows of its speakers.
#[derive(Debug, Default)]
pub(super) struct Voices<'src> {
    names: Names<'src>,
    /// How each of them stands on the page.
    uses: Vec<Use>,
    /// The keys of the names that are broken into two lines somewhere.
    broken: HashSet<String>,
    /// Whether the page leaves the mark out in front of most names.
    unmarked: bool,
}

/// How a name stands in front of colons.
#[derive(Debug, Default, Clone, Copy)]
struct Use {
    /// How often it stands behind the mark.
    marked: usize,
    /// How often it stands at the start of a line without the mark.
    unmarked: usize,
    /// Whether it is a label wherever it stands behind the mark.
    known: bool,
}

impl<'src> Voices<'src> {
    pub(super) fn of(lines: &[Line<'src>]) -> Self {
        let mut this = Self::default();
        let (mut marked, mut unmarked) = (0_usize, 0_usize);
        for (at, line) in lines.iter().enumerate() {
            if let Some(behind) = behind_mark(line.text).map(behind_third) {
                if let Some((label, _)) = cut(behind)
                    && let Some((look, place)) = this.enter(label)
                    && let Some(certain) = certainty(&look)
                {
                    place.marked += 1;
                    place.known |= certain || place.marked > 1;
                    marked += 1;
                } else if let Some((label, _)) = broken_name(behind, lines.get(at + 1)) {
                    this.broken.insert(key(named(&label).name));
                    marked += 1;
                }
            } else if let Some((label, _)) = cut_unmarked(line.text)
                && let Some((look, place)) = this.enter(label)
                && look.shape > Shape::Sentence
            {
                place.unmarked += 1;
                unmarked += usize::from(look.capitals);
            }
        }
        this.unmarked = unmarked > marked;
        this
    }

    /// What a label looks like, and how its name stands on the page so far.
    fn enter(&mut self, label: &'src str) -> Option<(Look<'src>, &mut Use)> {
        let place = self.names.enter(label)?;
        let look = *self.names.looks().get(place)?;
        if self.uses.len() <= place {
            self.uses.resize(place + 1, Use::default());
        }
        Some((look, self.uses.get_mut(place)?))
    }

    /// Who begins to speak on the first of `lines`, if anybody does.
    pub(super) fn voice(&self, lines: &[Line<'src>]) -> Option<Voice<'src>> {
        let line = lines.first()?;
        let Some(behind) = behind_mark(line.text).map(behind_third) else {
            let (label, words) = cut_unmarked(line.text).filter(|(label, _)| self.vouches(label))?;
            return Some(Voice { label: Some(Cow::Borrowed(label)), words, doubtful: None, lines: 1 });
        };
        let mut doubtful = None;
        if let Some((label, words)) = cut(behind)
            && let Some((place, look)) = self.names.find(label)
            && let Some(certain) = certainty(look)
        {
            if certain || self.knows(place, label) {
                return Some(Voice { label: Some(Cow::Borrowed(label)), words, doubtful: None, lines: 1 });
            }
            doubtful = Some(label);
        } else if let Some((label, words)) = broken_name(behind, lines.get(1)) {
            return Some(Voice { label: Some(Cow::Owned(label)), words, doubtful: None, lines: 2 });
        }
        Some(Voice { label: None, words: behind, doubtful, lines: 1 })
    }

    /// The name in front of a line without the mark that looks like one, and that nothing vouches for.
    pub(super) fn doubtful<'a>(&self, line: &'a str) -> Option<&'a str> {
        let (label, _) = cut_unmarked(line)?;
        let (_, look) = self.names.find(label).filter(|(_, look)| look.shape > Shape::Sentence)?;
        let long = look.name.chars().count() > 3 || look.several;
        (look.capitals && long).then_some(label)
    }

    /// A speaker's name behind a mark inside a paragraph.
    pub(super) fn inside<'a>(&self, words: &'a str) -> Option<&'a str> {
        let mut from = 0;
        while let Some(at) = memchr::memchr(b'>', words.as_bytes().get(from..)?).map(|at| from + at) {
            let known =
                |label| self.names.place(named(label).name).is_some_and(|place| self.knows(place, label));
            if let Some((label, _, certain)) = words.get(at..).and_then(behind_mark).and_then(name_behind)
                && (certain || known(label))
            {
                return Some(label);
            }
            from = at + 1;
        }
        None
    }

    fn knows(&self, place: Place, label: &str) -> bool {
        let known = self.uses.get(place).is_some_and(|name| name.known);
        known || !self.broken.is_empty() && self.broken.contains(&key(named(label).name))
    }

    /// Whether a name without the mark is a label.
    fn vouches(&self, label: &str) -> bool {
        let Some((place, look)) = self.names.find(label) else { return false };
        let unmarked = self.uses.get(place).map_or(0, |name| name.unmarked);
        let alike = self.unmarked && look.capitals && (unmarked > 1 || look.office);
        look.shape > Shape::Sentence && (self.knows(place, label) || alike)
    }
}

/// The text behind a third `>`, with which captioners mark that the subject changes as well.
fn behind_third(behind: &str) -> &str {
    behind.strip_prefix('>').map_or(behind, str::trim_start)
}

/// Whether a label behind the mark may be a speaker's name.
pub(super) fn is_name(label: &str) -> bool {
    certainty(&Look::of(label)).is_some()
}

/// The label behind the mark, the words behind the label, and whether it is one by its look alone.
fn name_behind(behind: &str) -> Option<(&str, &str, bool)> {
    let (label, words) = cut(behind)?;
    Some((label, words, certainty(&Look::of(label))?))
}

/// Whether a label behind the mark is one by its look alone; `None` where its words begin a sentence.
fn certainty(look: &Look<'_>) -> Option<bool> {
    let certain = match look.shape {
        Shape::Sentence => return None,
        _ if look.capitals || look.office => true,
        Shape::Phrase => false,
        Shape::Name => is_persons(look.name),
    };
    // A few words that begin a sentence are doubtful only where they are one or two.
    let few = || look.name.split_whitespace().count() <= 2;
    (certain || look.shape == Shape::Name || few()).then_some(certain)
}

/// Whether a name is that of a person by its look: two to four words, each with a capital, or few letters of a script
/// that has no capitals.
fn is_persons(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let cased = name.contains(char::is_uppercase);
    if cased { (2..=4).contains(&words) } else { words <= 3 && name.chars().count() <= 20 }
}

/// The words in front of a colon at the start of a line without the mark, and those behind it.
fn cut_unmarked(line: &str) -> Option<(&str, &str)> {
    // A single `>` is a slip of the pen.
    let line = line.strip_prefix('>').map_or(line, str::trim_start);
    if line.starts_with(char::is_lowercase) { None } else { cut(line) }
}

/// A label and the words behind its colon. Bold type and the blanks around both are left out.
pub(super) fn cut(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix("**").unwrap_or(text);
    let (label, words) = before_colon(text)?;
    let label = label.trim_end_matches('*').trim();
    let words = words.strip_prefix("**").unwrap_or(words);
    // `10:30` and `https://` are no labels.
    let is_digit = |c: char| c.is_ascii_digit();
    let joined = words.starts_with("//") || label.ends_with(is_digit) && words.starts_with(is_digit);
    (!joined && !is_unfinished(label) && label.contains(char::is_alphabetic))
        .then_some((label, words.trim_start()))
}

/// The label that begins behind the mark on one line and ends on the next, and the words behind it.
fn broken_name<'src>(behind: &str, next: Option<&Line<'src>>) -> Option<(String, &'src str)> {
    let next = next?;
    let opens = |text: &str| {
        !text.is_empty()
            && text.len() <= 80
            && is_in_capitals(text)
            && !ends_sentence(text)
            && !is_aside(text)
    };
    // Few lines have a colon near their start: that is asked first.
    let (rest, words) = cut(next.text)?;
    let whole = memchr::memchr(b':', behind.as_bytes()).is_some() || behind_mark(next.text).is_some();
    if whole || !opens(behind) || !is_in_capitals(rest) {
        return None;
    }
    let label = format!("{behind} {rest}");
    (shape(named(&label).name) == Shape::Name).then_some((label, words))
}

#[cfg(test)]
mod tests {
    use super::name_behind;

    #[test]
    fn names_behind_the_mark() {
        for (behind, label, certain) in [
            ("JANE DOE: Yes.", "JANE DOE", true),
            ("JANE DOE:Yes.", "JANE DOE", true),
            ("H.E. MR. JUAN PÉREZ: Yes.", "H.E. MR. JUAN PÉREZ", true),
            ("CHAIR (speaking in French): Yes.", "CHAIR (speaking in French)", true),
            ("DR. JANE DOE (UNESCO): Yes.", "DR. JANE DOE (UNESCO)", true),
            (
                "JANE DOE, MINISTER OF FERRIES AND LIGHTHOUSES OF THE ISLANDS: Yes.",
                "JANE DOE, MINISTER OF FERRIES AND LIGHTHOUSES OF THE ISLANDS",
                true,
            ),
            ("Jane Doe: Yes.", "Jane Doe", true),
            ("Moderator: Yes.", "Moderator", true),
            ("**JANE DOE:** Yes.", "JANE DOE", true),
            ("主席：早上好", "主席", true),
            ("Absolutely: yes.", "Absolutely", false),
        ] {
            let found = name_behind(behind).map(|(label, _, certain)| (label, certain));
            assert_eq!(found, Some((label, certain)), "{behind}");
        }
        for behind in [
            "So the point is this: we must",
            "Just one more thing: we must",
            "It is 10:30 now",
            "10:30",
            "See https://example.org",
            "Good morning.",
            "NOTE: we must",
            "",
        ] {
            assert_eq!(name_behind(behind), None, "{behind}");
        }
    }
}
