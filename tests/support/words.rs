//! Whether the words of one text stand in another, whatever the line breaks.

use std::collections::BTreeMap;

/// A text as a row of letters and signs, without white space and without what no reader can see.
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

    /// The first stretch from `from` on that spells `text` in whole words and is not taken yet; takes it, and
    /// gives where it ends.
    pub fn take(&mut self, text: &str, from: usize) -> Option<usize> {
        let wanted: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        if wanted.is_empty() {
            return Some(from);
        }
        let mut at = from;
        while let Some(found) = self.letters.get(at..)?.find(&wanted) {
            let (start, end) = (at + found, at + found + wanted.len());
            let free = self.taken.range(..end).next_back().is_none_or(|(_, &taken)| taken <= start);
            if free && self.edges[start] && self.edges[end] {
                self.taken.insert(start, end);
                return Some(end);
            }
            at = start + wanted.chars().next().map_or(1, char::len_utf8);
        }
        None
    }

    /// What nothing has taken, stretch by stretch.
    pub fn left(&self) -> Vec<&str> {
        let starts = self.taken.keys().copied().chain([self.letters.len()]);
        let ends = [0].into_iter().chain(self.taken.values().copied());
        ends.zip(starts)
            .map(|(end, start)| &self.letters[end..start])
            .filter(|left| !left.is_empty())
            .collect()
    }
}

/// White space, control characters, and the signs that only guide line breaking or stand for the unprintable.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffd}')
}
