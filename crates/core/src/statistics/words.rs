//! How many words a text has.

use unicode_segmentation::UnicodeSegmentation;

/// Words of a text: runs between white space that hold a letter or a digit, as those count who declare how long a
/// speech is. Where a run has letters of a script that is written without spaces (Chinese, Japanese, Thai, Lao, Khmer,
/// Burmese), the words in it are those of UAX #29: every ideograph and every hiragana is one, as in word processors;
/// so is every letter of the others, which have more to a word (only a dictionary knows), but are in proportion to
/// what is said.
///
/// Linear time; ASCII is looked at eight bytes at a time, so that English prose takes a quarter of what it takes
/// character by character.
///
/// ```
/// use plenary_core::statistics::words;
///
/// assert_eq!(words("Well – it’s a multi-stakeholder process . . ."), 5);
/// assert_eq!(words("互联网治理，2031年"), 7);
/// assert_eq!(words("…"), 0);
/// ```
pub fn words(text: &str) -> usize {
    let mut count = Count { words: 0, in_word: false };
    let mut rest = text.chars();
    while !rest.as_str().is_empty() {
        while let Some((eight, behind)) = eight_of_ascii(rest.as_str()) {
            count.eight(eight);
            rest = behind.chars();
        }
        let mut at = text.len() - rest.as_str().len();
        while let Some(c) = rest.next() {
            if is_unspaced(c) {
                // What is counted of the run so far is counted anew. Every run comes here once at most.
                let (before, from) = text.split_at(at);
                let start = before.rfind(char::is_whitespace).unwrap_or(0);
                let (run, behind) = from.split_at(from.find(char::is_whitespace).unwrap_or(from.len()));
                let run = text.get(start..at + run.len()).unwrap_or_default();
                count.words = count.words - usize::from(count.in_word) + run.unicode_words().count();
                count.in_word = false;
                rest = behind.chars();
                break;
            }
            count.one(c);
            at += c.len_utf8();
            // Where other letters are, eight of ASCII in a row are rare.
            if c.is_ascii() {
                break;
            }
        }
    }
    count.words
}

/// The first eight bytes, where they are ASCII, and what stands behind them.
fn eight_of_ascii(text: &str) -> Option<(u64, &str)> {
    let eight = u64::from_le_bytes(*text.as_bytes().first_chunk()?);
    let behind = (eight & HIGHEST == 0).then(|| text.get(8..))?;
    Some((eight, behind?))
}

/// Whether the character is a letter of a script that is written without spaces between words.
fn is_unspaced(c: char) -> bool {
    c >= '\u{E00}' && UNSPACED.iter().any(|&(first, last)| (first..=last).contains(&c))
}

/// The blocks of those scripts (Unicode 17, Blocks.txt).
const UNSPACED: [(char, char); 14] = [
    ('\u{E00}', '\u{EFF}'),     // Thai, Lao
    ('\u{1000}', '\u{109F}'),   // Myanmar
    ('\u{1780}', '\u{17FF}'),   // Khmer
    ('\u{1950}', '\u{19DF}'),   // Tai Le, New Tai Lue
    ('\u{1A20}', '\u{1AAF}'),   // Tai Tham
    ('\u{3005}', '\u{3007}'),   // iteration mark, closing mark, zero
    ('\u{3041}', '\u{30FF}'),   // Hiragana, Katakana
    ('\u{31F0}', '\u{31FF}'),   // Katakana phonetic extensions
    ('\u{3400}', '\u{9FFF}'),   // CJK ideographs
    ('\u{A9E0}', '\u{AADF}'),   // Myanmar extensions, Tai Viet
    ('\u{F900}', '\u{FAFF}'),   // CJK compatibility ideographs
    ('\u{FF66}', '\u{FF9F}'),   // halfwidth Katakana
    ('\u{1AFF0}', '\u{1B16F}'), // Kana extensions
    ('\u{20000}', '\u{3FFFF}'), // CJK ideographs of planes 2 and 3
];

/// As far as the text is counted.
struct Count {
    words: usize,
    /// Whether a letter or digit has been met since the last white space.
    in_word: bool,
}

impl Count {
    fn one(&mut self, c: char) {
        if c.is_whitespace() {
            self.in_word = false;
        } else if !self.in_word && c.is_alphanumeric() {
            self.words += 1;
            self.in_word = true;
        }
    }

    /// Eight ASCII characters at once, a byte of the number each, the first the lowest.
    ///
    /// A letter begins no word where the one before it is no further off than signs. To see that, a 1 is put behind each
    /// letter and added to the signs, written as 0xFF: it is carried over them and comes to rest on what follows.
    fn eight(&mut self, eight: u64) {
        let letters = (within(eight | LOWER, b'a', b'z') | within(eight, b'0', b'9')) >> 7;
        let blanks = (within(eight, b'\t', b'\r') | within(eight, b' ', b' ')) >> 7;
        let signs = (EACH & !letters & !blanks) * 0xFF;
        let behind_letters = letters << 8 | u64::from(self.in_word);
        let (carried, beyond) = behind_letters.overflowing_add(signs);
        let begun = letters & !(carried & !signs);
        self.words += begun.count_ones() as usize;
        self.in_word = beyond || letters >> 56 == 1;
    }
}

/// A 1 in every byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of every byte.
const HIGHEST: u64 = EACH * 0x80;

/// The bit that makes capitals small.
const LOWER: u64 = EACH * 0x20;

/// The highest bit of each byte of `eight`, all below 128, that lies in the range.
fn within(eight: u64, first: u8, last: u8) -> u64 {
    let at_least = |bound: u8| eight + EACH * u64::from(128 - bound);
    at_least(first) & !at_least(last + 1) & HIGHEST
}
