//! Where words may be hyphenated.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use hypher::Lang;

/// Words with fewer letters than this stay whole, ...
const SHORTEST: usize = 6;
/// ... and so does what is longer than this, in bytes: it is no word.
const LONGEST: usize = 64;

/// The hyphenation of a language, each word looked up once.
pub(super) struct Hyphens {
    language: Option<Lang>,
    words: HashMap<Box<str>, Range<u32>, FixedState>,
    /// The places of all words: bytes from a word's beginning.
    places: Vec<u16>,
}

impl Hyphens {
    /// For a language by BCP 47; words of one whose rules are not known stay whole.
    pub(super) fn new(language: &str) -> Self {
        let code = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let code = <[u8; 2]>::try_from(code.as_bytes()).ok();
        Self { language: code.and_then(Lang::from_iso), words: HashMap::default(), places: Vec::new() }
    }

    /// Where a word, with whatever signs stand around it, may be hyphenated.
    pub(super) fn of(&mut self, text: &str) -> &[u16] {
        let Some(language) = self.language.filter(|_| (SHORTEST..=LONGEST).contains(&text.len())) else {
            return &[];
        };
        let known = self.words.get(text).cloned();
        let range = known.unwrap_or_else(|| {
            let start = self.places.len();
            if let Some((at, word)) = word(text, language) {
                let mut end = at;
                let ends = hypher::hyphenate(word, language).map(|syllable| {
                    end += syllable.len();
                    end
                });
                let inner = ends.filter(|end| *end < at + word.len());
                self.places.extend(inner.filter_map(|end| u16::try_from(end).ok()));
            }
            let range = count(start)..count(self.places.len());
            self.words.insert(text.into(), range.clone());
            range
        });
        self.places.get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

/// The word in a stretch without spaces, and where it begins: letters, and apostrophes between them. Names, addresses,
/// abbreviations and words with a hyphen of their own are none that may be hyphenated.
fn word(text: &str, language: Lang) -> Option<(usize, &str)> {
    let at = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let word = text.get(at..)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut letters = word.chars();
    let first = letters.next()?;
    // German has its nouns begin as names do.
    let may_begin = first.is_lowercase() || (first.is_uppercase() && language == Lang::German);
    let is_plain = letters.all(|c| c.is_lowercase() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36F}'));
    (may_begin && is_plain && word.chars().count() >= SHORTEST).then_some((at, word))
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
