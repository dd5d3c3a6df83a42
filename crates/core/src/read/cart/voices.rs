//! Who speaks on a page of captions, and which words behind `>>`, or in front of a colon, are therefore a name.
//!
//! Behind the mark a few words in capitals and a colon are a name. Words in small letters are one if they look like the
//! name of a person, or stand there more than once: `>> So the point is this: we must` names nobody. Without the mark a
//! name is a label if the page has it behind the mark elsewhere.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::read::furniture::is_aside;
use crate::read::kinds::is_office;
use crate::read::label::{before_colon, is_in_capitals, named};
use crate::read::lines::Line;
use crate::read::shape::{Shape, ends_sentence, shape};
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
pub(super) struct Voices {
    names: HashMap<String, Name>,
    /// Whether the page leaves the mark out in front of most names.
    unmarked: bool,
}

/// A name in front of a colon.
#[derive(Debug, Default)]
struct Name {
    /// How often it stands behind the mark.
    marked: usize,
    /// How often it stands at the start of a line without the mark.
    unmarked: usize,
    /// Whether it is a label wherever it stands behind the mark.
    known: bool,
}

impl Voices {
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let mut names: HashMap<String, Name> = HashMap::new();
        let (mut marked, mut unmarked) = (0_usize, 0_usize);
        for (at, line) in lines.iter().enumerate() {
            if let Some(behind) = behind_mark(line.text) {
                let broken = || broken_name(behind, lines.get(at + 1));
                let (label, certain) = match name_behind(behind) {
                    Some((label, _, certain)) => (Cow::Borrowed(label), certain),
                    None => match broken() {
                        Some((label, _)) => (Cow::Owned(label), true),
                        None => continue,
                    },
                };
                let name = names.entry(key(named(&label).name)).or_default();
                name.marked += 1;
                name.known |= certain || name.marked > 1;
                marked += 1;
            } else if let Some((label, _)) = unmarked_name(line.text) {
                names.entry(key(named(label).name)).or_default().unmarked += 1;
                unmarked += usize::from(is_in_capitals(label));
            }
        }
        Self { names, unmarked: unmarked > marked }
    }

    /// Who begins to speak on the first of `lines`, if anybody does.
    pub(super) fn voice<'src>(&self, lines: &[Line<'src>]) -> Option<Voice<'src>> {
        let line = lines.first()?;
        let Some(behind) = behind_mark(line.text) else {
            let (label, words) = unmarked_name(line.text).filter(|(label, _)| self.vouches(label))?;
            return Some(Voice { label: Some(Cow::Borrowed(label)), words, doubtful: None, lines: 1 });
        };
        let mut doubtful = None;
        if let Some((label, words, certain)) = name_behind(behind) {
            if certain || self.knows(label) {
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
        let (label, _) = unmarked_name(line)?;
        let plain = named(label).name;
        let long = plain.chars().count() > 3 || plain.contains(char::is_whitespace);
        (is_in_capitals(label) && long).then_some(label)
    }

    /// A speaker's name behind a mark inside a paragraph.
    pub(super) fn inside<'a>(&self, words: &'a str) -> Option<&'a str> {
        let mut from = 0;
        while let Some(at) = memchr::memchr(b'>', words.as_bytes().get(from..)?).map(|at| from + at) {
            if let Some((label, _, _)) = words.get(at..).and_then(behind_mark).and_then(name_behind)
                && self.knows(label)
            {
                return Some(label);
            }
            from = at + 1;
        }
        None
    }

    fn knows(&self, label: &str) -> bool {
        self.names.get(&key(named(label).name)).is_some_and(|name| name.known)
    }

    /// Whether a name without the mark is a label.
    fn vouches(&self, label: &str) -> bool {
        let Some(name) = self.names.get(&key(named(label).name)) else { return false };
        name.known || self.unmarked && is_in_capitals(label) && (name.unmarked > 1 || is_office(label))
    }
}

/// The label behind the mark, the words behind the label, and whether it is one by its look alone.
pub(super) fn name_behind(behind: &str) -> Option<(&str, &str, bool)> {
    let (label, words) = cut(behind)?;
    let name = named(label).name;
    let look = shape(name);
    let capitals = is_in_capitals(label);
    let certain = match look {
        Shape::Sentence => return None,
        _ if capitals || is_office(name) => true,
        Shape::Phrase => false,
        Shape::Name => is_persons(name),
    };
    // A few words that begin a sentence are doubtful only where they are one or two.
    (certain || look == Shape::Name || name.split_whitespace().count() <= 2)
        .then_some((label, words, certain))
}

/// Whether a name is that of a person by its look: two to four words, each with a capital, or few letters of a script
/// that has no capitals.
fn is_persons(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let cased = name.contains(char::is_uppercase);
    if cased { (2..=4).contains(&words) } else { words <= 3 && name.chars().count() <= 20 }
}

/// A name in front of a colon at the start of a line without the mark.
fn unmarked_name(line: &str) -> Option<(&str, &str)> {
    // A single `>` is a slip of the pen.
    let line = line.strip_prefix('>').map_or(line, str::trim_start);
    if line.starts_with(char::is_lowercase) {
        return None;
    }
    let (label, words) = cut(line)?;
    (shape(named(label).name) > Shape::Sentence).then_some((label, words))
}

/// A label and the words behind its colon. Bold type and the blanks around both are left out.
fn cut(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix("**").unwrap_or(text);
    let (label, words) = before_colon(text)?;
    let label = label.trim_end_matches('*').trim();
    let words = words.strip_prefix("**").unwrap_or(words);
    // `10:30` and `https://` are no labels.
    let is_digit = |c: char| c.is_ascii_digit();
    let joined = words.starts_with("//") || label.ends_with(is_digit) && words.starts_with(is_digit);
    (!joined && label.contains(char::is_alphabetic)).then_some((label, words.trim_start()))
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
    if memchr::memchr(b':', behind.as_bytes()).is_some() || !opens(behind) || behind_mark(next.text).is_some()
    {
        return None;
    }
    let (rest, words) = cut(next.text).filter(|(rest, _)| is_in_capitals(rest))?;
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
