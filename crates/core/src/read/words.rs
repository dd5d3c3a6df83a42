//! Tables of words to look one up in.

/// Words in the order of their bytes.
pub(super) struct Words {
    words: &'static [&'static str],
    /// For the low five bits of a first byte, how long the words are that begin with it, as bits: so nearly every word
    /// that is none of them is told at once.
    lengths: [u32; 32],
}

impl Words {
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let mut lengths = [0; 32];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            lengths[(word[0] & 31) as usize] |= 1 << (word.len() & 31);
            at += 1;
        }
        Self { words, lengths }
    }

    /// Whether `word` is one of them.
    pub(super) fn hold(&self, word: &str) -> bool {
        let Some(first) = word.as_bytes().first() else { return false };
        let lengths = self.lengths.get(usize::from(first & 31)).copied().unwrap_or_default();
        lengths >> (word.len() & 31) & 1 == 1 && self.words.binary_search(&word).is_ok()
    }

    /// Whether they are in the order that looking them up relies on, and none is empty.
    #[cfg(test)]
    pub(super) fn are_sound(&self) -> bool {
        self.words.is_sorted_by(|left, right| left < right) && !self.words.iter().any(|word| word.is_empty())
    }
}
