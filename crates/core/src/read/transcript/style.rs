//! How a transcript parts a speaker's name from the words, where it is not by a colon.
//!
//! ```text
//! Jane Doe - Good morning.            1. Jane Doe: Good morning.
//! Jane Doe (PPE). – Good morning.     10:02:11 From Jane Doe to Everyone: Good morning
//! Jane Doe | Good morning.
//! [Jane Doe] Good morning.
//! ```
//!
//! Lists, tables and notes are of these forms as well. So nearly every line must have one and the same, with names that
//! come again in front.

use nom::Parser;
use nom::bytes::complete::tag_no_case;

use crate::read::Map;
use crate::read::grammar::stamp::stamp;
use crate::read::kinds::is_office;
use crate::read::label::{LONGEST_LABEL, named};
use crate::read::lines::Line;
use crate::read::shape::{Shape, shape};

use super::terms::is_term;
use super::turn::{Turn, plain, turn};

/// What stands between a name and the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Style {
    /// A colon, or a time.
    #[default]
    Colon,
    /// A dash between blanks.
    Dash,
    /// A bar between blanks.
    Bar,
    /// Brackets around the name.
    Brackets,
    /// A colon, and a number in front of the name.
    Numbered,
    /// A time in front of the name, and behind it whom the words are for, as in the chat of Zoom.
    Chat,
}

impl Style {
    const OTHERS: [Self; 5] = [Self::Dash, Self::Bar, Self::Brackets, Self::Numbered, Self::Chat];

    /// The style of the lines.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let lines = lines.get(..MOST_ASKED).unwrap_or(lines);
        let colons = Count::of(Self::Colon, lines);
        // Nearly all have colons.
        if colons.named * 3 >= lines.len() {
            return Self::Colon;
        }
        let is_one = |style: &Self| {
            let count = Count::of(*style, lines);
            count.named > colons.named && count.is_clear(lines.len())
        };
        Self::OTHERS.into_iter().find(is_one).unwrap_or_default()
    }

    /// The turn that a line begins in this style, by its form alone.
    pub(super) fn turn(self, line: &str) -> Option<Turn<'_>> {
        let (label, words) = match self {
            Self::Colon => return turn(line),
            Self::Chat => return chat(line),
            Self::Numbered => {
                let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
                let rest = Some(rest).filter(|rest| rest.len() < line.len())?;
                return plain(rest.strip_prefix(['.', ')'])?.trim_start());
            }
            Self::Dash => [" - ", " – ", " — "]
                .iter()
                .filter_map(|dash| line.split_once(dash))
                .min_by_key(|(label, _)| label.len())?,
            Self::Bar => line.split_once(" | ")?,
            Self::Brackets => match line.as_bytes().first()? {
                b'[' => line.get(1..)?.split_once(']')?,
                b'(' => line.get(1..)?.split_once(')')?,
                _ => return None,
            },
        };
        let (label, words) = (label.trim(), words.trim_start());
        // `Ann Lee (PPE). – Madam President, …`, as the European Parliament writes it.
        let label = if self == Self::Dash { label.strip_suffix('.').unwrap_or(label) } else { label };
        let is_label = !label.is_empty() && label.len() <= LONGEST_LABEL && !words.is_empty();
        is_label.then_some(Turn { label, stamp: None, words, colon: true })
    }
}

/// How many lines are looked at.
const MOST_ASKED: usize = 150;

/// `10:02:11 From Jane Doe to Everyone: Good morning`, `10:02:11 From Jane Doe : Good morning`
fn chat(line: &str) -> Option<Turn<'_>> {
    let (rest, time) = stamp(line).ok()?;
    let mut from = tag_no_case::<_, _, nom::error::Error<&str>>("from ");
    let (rest, _) = from.parse(rest.trim_start()).ok()?;
    let turn = plain(rest)?;
    let label = turn.label.split_once(" to ").map_or(turn.label, |(name, _)| name).trim();
    Some(Turn { label, stamp: Some(time), ..turn })
}

/// How many lines begin with a name in a style.
#[derive(Debug, Default)]
struct Count {
    named: usize,
    names: usize,
    /// How often a name comes again behind others.
    returning: usize,
    /// The first of the lines.
    first: usize,
}

impl Count {
    fn of(style: Style, lines: &[Line<'_>]) -> Self {
        let mut count = Self { first: lines.len(), ..Self::default() };
        // Whether each label is a name, and has come again.
        let mut met: Map<&str, Option<bool>> = Map::default();
        let mut last = "";
        for (at, line) in lines.iter().enumerate() {
            let Some(turn) = style.turn(line.text) else { continue };
            let name = named(turn.label).name;
            let known = met.entry(name).or_insert_with(|| {
                let is_name = is_name(name);
                count.names += usize::from(is_name);
                is_name.then_some(false)
            });
            let Some(again) = known else { continue };
            count.first = count.first.min(at);
            if name != last && count.named > 0 && *again {
                count.returning += 1;
            }
            count.named += 1;
            last = name;
            *again = true;
        }
        count
    }

    /// Whether nearly every one of the lines below the first one begins so, with names that come again.
    fn is_clear(&self, lines: usize) -> bool {
        let below = lines - self.first.min(lines);
        let again = self.returning >= 1 && self.named * 10 >= self.names * 13;
        self.named >= 4 && self.names >= 2 && again && self.named * 10 >= below * 7
    }
}

/// Whether a name is one by its look: several words, or an office.
fn is_name(name: &str) -> bool {
    is_office(name) || (name.contains(' ') && shape(name) == Shape::Name && !is_term(name))
}

#[cfg(test)]
mod tests {
    use super::Style;
    use crate::read::lines::lines;

    #[test]
    fn turns_in_every_style() {
        for (style, line, label, words) in [
            (Style::Dash, "Jane Doe - Yes - no.", "Jane Doe", "Yes - no."),
            (Style::Dash, "Jane Doe – Yes.", "Jane Doe", "Yes."),
            (Style::Dash, "Jane Doe (PPE). – Yes.", "Jane Doe (PPE)", "Yes."),
            (Style::Bar, "Jane Doe | Yes.", "Jane Doe", "Yes."),
            (Style::Brackets, "[Jane Doe] Yes.", "Jane Doe", "Yes."),
            (Style::Brackets, "(Jane Doe) Yes.", "Jane Doe", "Yes."),
            (Style::Numbered, "12. Jane Doe: Yes.", "Jane Doe", "Yes."),
            (Style::Chat, "10:02:11 From Jane Doe to Everyone: Yes", "Jane Doe", "Yes"),
            (Style::Chat, "10:02:11\t From Jane Doe : Yes", "Jane Doe", "Yes"),
        ] {
            let turn = style.turn(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((turn.label, turn.words), (label, words), "{line}");
        }
        for (style, line) in
            [(Style::Dash, "Jane-Doe"), (Style::Bar, "Jane Doe |"), (Style::Brackets, "[Laughter]")]
        {
            assert!(style.turn(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_style_is_that_of_nearly_every_line() {
        let style = |text: &str| Style::of(&lines(text).0);
        assert_eq!(style("Jane Doe - Yes.\nBo Ek - No.\nJane Doe - Why?\nBo Ek - Look.\n"), Style::Dash);
        // A list of people, a programme, a glossary.
        for text in [
            "Jane Doe - Chair\nBo Ek - Pilot\nKim Park - Keeper\nAnn Lee - Mayor\n",
            "Jane Doe - Yes.\nBo Ek - No.\nJane Doe - Why?\nBo Ek - Look.\nIt was late.\nWe went home.\nIt rained.\n",
            "10:00 - Opening\n10:30 - Lamps\n11:00 - Break\n11:30 - Lamps\n",
        ] {
            assert_eq!(style(text), Style::Colon, "{text}");
        }
    }
}
