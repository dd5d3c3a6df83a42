//! Whether the words of one text stand in another, whatever the line breaks.

use std::collections::BTreeMap;
use std::ops::Range;

/// A text as a row of letters and signs, without white space and without what no reader can see.
#[derive(Clone)]
pub struct Words {
    letters: String,
    /// Where a word may begin or end, by offset into `letters`.
    edges: Vec<bool>,
    /// What has been found already: every stretch stands for one text only. Ends by starts.
    taken: BTreeMap<usize, usize>,
}

impl Words {
    pub fn of(text: &str) -> Self {
        let mut letters = String::with_capacity(text.len());
        let mut edges = Vec::with_capacity(text.len() + 1);
        let mut before = ' ';
        for c in text.chars() {
            if !is_invisible(c) {
                let inside = before.is_alphanumeric() && c.is_alphanumeric();
                edges.push(!inside);
                edges.resize(edges.len() + c.len_utf8() - 1, false);
                letters.push(c);
            }
            before = if c.is_whitespace() || !is_invisible(c) { c } else { before };
        }
        edges.push(true);
        Self { letters, edges, taken: BTreeMap::new() }
    }

    /// The first stretch in `within` that spells `text` in whole words and is not taken yet; takes it.
    pub fn take_first(&mut self, text: &str, within: Range<usize>) -> Option<Range<usize>> {
        let (wanted, mut at) = (letters_of(text), within.start);
        while let Some(found) = self.letters.get(at..within.end)?.find(&wanted) {
            let stretch = at + found..at + found + wanted.len();
            at = stretch.start + wanted.chars().next().map_or(1, char::len_utf8);
            if let Some(stretch) = self.take(stretch) {
                return Some(stretch);
            }
        }
        None
    }

    /// The last such stretch in `within`.
    pub fn take_last(&mut self, text: &str, within: Range<usize>) -> Option<Range<usize>> {
        let (wanted, mut end) = (letters_of(text), within.end);
        while let Some(found) = self.letters.get(within.start..end)?.rfind(&wanted) {
            let stretch = within.start + found..within.start + found + wanted.len();
            end = stretch.end - wanted.chars().next_back().map_or(1, char::len_utf8);
            if let Some(stretch) = self.take(stretch) {
                return Some(stretch);
            }
        }
        None
    }

    fn take(&mut self, stretch: Range<usize>) -> Option<Range<usize>> {
        let Range { start, end } = stretch;
        let free = self.taken.range(..end).next_back().is_none_or(|(_, &taken)| taken <= start);
        let whole = *self.edges.get(start)? && *self.edges.get(end)?;
        (free && whole).then(|| {
            self.taken.insert(start, end);
            stretch
        })
    }

    /// All of it.
    pub fn all(&self) -> Range<usize> {
        0..self.letters.len()
    }

    /// The words that nothing has taken.
    pub fn left(&self) -> Vec<&str> {
        let starts = self.taken.keys().copied().chain([self.letters.len()]);
        let ends = [0].into_iter().chain(self.taken.values().copied());
        ends.zip(starts).flat_map(|(end, start)| self.words_in(end..start)).collect()
    }

    fn words_in(&self, stretch: Range<usize>) -> impl Iterator<Item = &str> {
        let mut at = stretch.start;
        let cuts = (stretch.start + 1..=stretch.end).filter(|&cut| self.edges[cut]);
        let pieces = cuts.map(move |cut| &self.letters[std::mem::replace(&mut at, cut)..cut]);
        pieces.filter(|piece| piece.chars().all(char::is_alphanumeric))
    }
}

/// What can be seen of a text.
pub fn letters_of(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// White space, control characters, and the signs that only guide line breaking or stand for the unprintable.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffd}')
}
