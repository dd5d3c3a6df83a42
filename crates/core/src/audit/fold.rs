//! Names and topics without what two spellings of one may differ in, and those that differ in a letter.

use std::hash::{DefaultHasher, Hasher};

use strsim::osa_distance;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents and apostrophes; everything else that is no letter or digit is one space.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars().for_each(|c| push(&mut folded, c.to_ascii_lowercase()));
    } else {
        text.nfkd().flat_map(char::to_lowercase).for_each(|c| push(&mut folded, c));
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push(folded: &mut String, c: char) {
    match c {
        '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | 'ʼ' => {}
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        // The vowel signs of other scripts are letters of the word.
        c if c.is_alphanumeric() || is_combining_mark(c) => folded.push(c),
        _ if folded.is_empty() || folded.ends_with(' ') => {}
        _ => folded.push(' '),
    }
}

/// The lengths, in characters, that two texts may have to be compared letter by letter: in shorter ones a letter makes
/// another word, and nobody writes longer ones.
const COMPARED: std::ops::RangeInclusive<usize> = 6..=64;

/// So many texts that are alike but for the same letter are no slips of the pen, but a pattern: `Table A`, `Table B`.
const PATTERN: usize = 8;

/// The pairs of `texts` that one letter too many, too few or another, or two swapped, make of each other. Left out are
/// texts with digits, and those that begin differently.
///
/// Texts that are one letter apart have a text in common that a letter less makes of both: so those are gathered, and
/// no text is compared with all.
pub(super) fn one_letter_apart(texts: &[&str]) -> Vec<(usize, usize)> {
    let mut forms: Vec<(u64, usize)> = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        // More bytes than this are more characters than those.
        if text.len() > 4 * COMPARED.end() || text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if !COMPARED.contains(&text.chars().count()) {
            continue;
        }
        forms.push((hash(text, ""), place));
        forms.extend(text.char_indices().skip(1).map(|(at, c)| {
            let (before, behind) = text.split_at(at);
            (hash(before, behind.get(c.len_utf8()..).unwrap_or_default()), place)
        }));
    }
    forms.sort_unstable();
    forms.dedup();
    let mut pairs = Vec::new();
    for alike in forms.chunk_by(|left, right| left.0 == right.0).filter(|alike| alike.len() <= PATTERN) {
        for (nth, &(_, left)) in alike.iter().enumerate() {
            pairs.extend(alike.iter().skip(nth + 1).map(|&(_, right)| (left, right)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.retain(|&(left, right)| match (texts.get(left), texts.get(right)) {
        (Some(left), Some(right)) => left != right && osa_distance(left, right) == 1,
        _ => false,
    });
    pairs
}

fn hash(before: &str, behind: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(before.as_bytes());
    hasher.write(behind.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{fold, one_letter_apart};

    #[test]
    fn accents_case_and_signs_are_folded() {
        assert_eq!(fold("  José  NÚÑEZ-O’Dell (Chile) "), "jose nunez odell chile");
        assert_eq!(fold("Łukasz Øster Straße"), "lukasz oster strasse");
        assert_eq!(fold("Jose\u{301}"), fold("JOSÉ"));
        assert_eq!(fold("हिन्दी"), "हिन्दी");
        assert_eq!(fold("— …"), "");
    }

    #[test]
    fn a_letter_more_less_other_or_swapped() {
        let texts = [
            "joyce hakmeh",
            "joyce hakme",
            "joyce hakmhe",
            "joyca hakmeh",
            "boyce hakmeh",
            "speaker 1",
            "speaker 2",
        ];
        assert_eq!(one_letter_apart(&texts), [(0, 1), (0, 2), (0, 3), (1, 2)]);
    }

    #[test]
    fn a_pattern_is_no_slip() {
        let tables: Vec<_> = ('a'..='z').map(|letter| format!("table {letter}")).collect();
        let tables: Vec<_> = tables.iter().map(String::as_str).collect();
        assert_eq!(one_letter_apart(&tables), []);
    }
}
