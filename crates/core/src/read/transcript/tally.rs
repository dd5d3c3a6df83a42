//! What tells a transcript from other texts with names in front of colons: how its turns follow one another.

use crate::read::Map;
use crate::read::kinds::is_titled;
use crate::read::lines::Line;
use crate::read::names::Look;

use super::lists::introduces;
use super::voices::{Form, Heard, is_spoken, words_of};

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
    /// Turns of a name of several words or of an office.
    pub(super) full: usize,
    /// Whether a name is more than one word in small letters: several words, an office, capitals, another script.
    pub(super) telling: bool,
    /// Whether a name is an office, or has a title in front.
    pub(super) titled: bool,
    /// Turns, of those listened to, in which people speak to each other: of themselves, or to somebody.
    pub(super) lively: usize,
    /// Whether times stand beside the names.
    pub(super) stamped: bool,
    /// Whether the labels stand alone.
    pub(super) alone: bool,
    /// Whether the times never go back, but for a slip.
    pub(super) in_order: bool,
    /// The place of the first turn among the lines.
    pub(super) first: usize,
}

impl Tally {
    /// The tally of `labels`, which are those of a text of `lines`.
    pub(super) fn of<'a, 'src: 'a>(
        form: Form,
        lines: &[Line<'src>],
        labels: impl Iterator<Item = (&'a Heard<'src>, &'a Look<'src>)>,
    ) -> Self {
        let mut tally =
            Self { stamped: form.stamped, alone: form.alone, first: lines.len(), ..Self::default() };
        // Whether a speaker has come again.
        let mut met: Map<usize, bool> = Map::default();
        let mut last = None;
        let (mut time, mut back) = (0, 0);
        // Who is announced above does not speak yet.
        for (heard, look) in labels.skip_while(|(heard, _)| introduces(&heard.voice.turn)) {
            if tally.turns == 0 {
                tally.first = heard.at;
            }
            tally.turns += 1;
            let this = heard.name;
            tally.full += usize::from(look.several || look.office);
            tally.telling |= look.several
                || look.office
                || look.capitals && look.name.len() > 1
                || !look.name.contains(|c: char| c.is_lowercase() || c.is_uppercase());
            if this != last {
                tally.changes += usize::from(last.is_some());
                let place = this.unwrap_or_default();
                match met.get_mut(&place) {
                    Some(again) => tally.returning += usize::from(!std::mem::replace(again, true)),
                    None => drop(met.insert(place, false)),
                }
            }
            let words = words_of(&heard.voice, lines.get(heard.at..));
            tally.spoken += usize::from(is_spoken(words));
            if tally.turns <= MOST_HEARD {
                tally.titled |= look.office || is_titled(look.name);
                tally.lively += usize::from(is_lively(words));
            }
            if let Some(stamp) = heard.voice.turn.stamp {
                back += usize::from(stamp.order() < time);
                time = stamp.order();
            }
            last = this;
        }
        tally.speakers = met.len();
        tally.in_order = back * 10 <= tally.turns;
        tally
    }

    /// Whether a few people talk with each other at length, be they called by first names alone: descriptions of things
    /// go on in turn as well, but nobody is spoken to in them.
    pub(super) fn is_conversation(&self) -> bool {
        let few = self.speakers >= 2 && self.speakers * 4 <= self.turns && self.returning >= 2;
        let heard = self.turns.min(MOST_HEARD);
        few && self.turns >= 8 && self.spoken * 10 >= self.turns * 9 && self.lively * 4 >= heard * 3
    }

    /// Whether turn follows turn, each in a name of its own and all of them spoken: few of them are enough.
    pub(super) fn is_clear(&self, lines: usize) -> bool {
        let below = lines.saturating_sub(self.first);
        let all = self.spoken == self.turns && self.changes + 1 == self.turns && self.speakers >= 2;
        let full = self.full == self.turns && self.turns * 3 >= below;
        let dense = self.turns * if self.alone { 2 } else { 1 } == below;
        let bare = self.turns >= 3 && dense && self.returning >= 1 && self.lively > 0;
        all && (full || bare)
    }
}

/// How many turns are listened to.
const MOST_HEARD: usize = 20;

/// Words of people who speak to each other.
#[rustfmt::skip]
const SPEAKING: &[&str] = &[
    "bye", "colleagues", "everybody", "everyone", "goodbye", "hello", "hi", "i", "i'm", "i've", "i’m",
    "i’ve", "let's", "let’s", "me", "mine", "my", "myself", "no", "okay", "our", "ours", "please", "sorry",
    "thank", "thanks", "us", "we", "we're", "welcome", "we’re", "yes", "you", "you're", "your", "yours",
    "you’re",
];

/// Whether words are said by somebody to somebody.
fn is_lively(words: &str) -> bool {
    words.contains('?')
        || words.split_whitespace().take(MOST_WORDS).any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.len() <= 9 && SPEAKING.binary_search(&word.to_lowercase().as_str()).is_ok()
        })
}

/// How many words of a turn are listened to.
const MOST_WORDS: usize = 60;

#[cfg(test)]
mod tests {
    use super::{SPEAKING, is_lively};

    #[test]
    fn people_speak_to_each_other() {
        assert!(SPEAKING.is_sorted());
        for words in ["Yes, I can.", "Can it be?", "“Thank you”, said the chair."] {
            assert!(is_lively(words), "{words}");
        }
        assert!(!is_lively("A place where ships lie."));
    }
}
