//! Stable identifiers: the same in Markdown anchors, Akoma Ntoso, PDF destinations and JSON.

use std::fmt;

use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, SmolStrBuilder};
use unicode_segmentation::UnicodeSegmentation;

/// A node's identifier, unique in its session: `speech-12`, `speaker-joyce-hakmeh`, `argument-bert-3`.
///
/// Made of lower-case letters, digits and hyphens, starting with a letter. Short ones are stored in place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(SmolStr);

impl Id {
    /// An identifier taken as it is; for readers and for building sessions by hand.
    pub fn new(id: impl Into<SmolStr>) -> Self {
        Self(id.into())
    }

    /// `{prefix}-{number}`, as in `speech-12`.
    pub fn numbered(prefix: &str, number: usize) -> Self {
        Self::joined(&[prefix], Some(number))
    }

    /// Words and a number, with hyphens between them.
    pub(crate) fn joined(words: &[&str], number: Option<usize>) -> Self {
        let mut id = SmolStrBuilder::new();
        for (place, word) in words.iter().enumerate() {
            if place > 0 {
                id.push('-');
            }
            id.push_str(word);
        }
        if let Some(number) = number {
            id.push('-');
            push_number(&mut id, number);
        }
        Self(id.finish())
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Adds a number in decimal digits.
fn push_number(text: &mut SmolStrBuilder, number: usize) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b"0123456789"[number % 10]));
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// The part of an identifier that comes from a name: letters and digits in lower case with the signs that belong to them
/// (the tone marks of Thai, the virama of Devanagari), apostrophes and combining accents left out, every run of anything
/// else as one hyphen. `Joyce Hakmeh` gives `joyce-hakmeh`; a name with no letter or digit gives `unnamed`. Letters and
/// digits are those that a name in XML may hold: not `²` or `№`.
pub fn slug(name: &str) -> String {
    let in_xml_name = |c: char| c.is_alphanumeric() && is_name_char(c);
    let mut slug = String::with_capacity(name.len());
    for cluster in name.graphemes(true) {
        let mut behind_letter = false;
        for c in cluster.chars() {
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if in_xml_name(c) {
                slug.extend(c.to_lowercase().filter(|&c| in_xml_name(c)));
            } else if matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') {
                continue;
            } else if behind_letter && is_sign_of_letter(c) {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
            behind_letter = !slug.is_empty() && !slug.ends_with('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "unnamed".to_owned() } else { slug }
}

/// Whether the character, behind a letter, is a sign of it rather than an ornament: those of the scripts of India and
/// Southeast Asia are, in whose blocks nothing else joins a letter.
fn is_sign_of_letter(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{1cff}' | '\u{a800}'..='\u{abff}' | '\u{11000}'..='\u{11fff}')
        && is_name_char(c)
}

/// Whether a name in XML may hold a character behind its first: `NameChar` of XML 1.0, fifth edition, section 2.3.
fn is_name_char(c: char) -> bool {
    matches!(c, '-' | '.' | ':' | '_' | '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{b7}'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{37d}' | '\u{37f}'..='\u{1fff}'
        | '\u{200c}' | '\u{200d}' | '\u{203f}' | '\u{2040}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}'
        | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Joyce Hakmeh"), "joyce-hakmeh");
        assert_eq!(slug("  H.E. José  Núñez (Chile) "), "h-e-josé-núñez-chile");
        assert_eq!(slug("O’Brien"), "obrien");
        assert_eq!(slug("Jose\u{301} Nu\u{301}n\u{303}ez"), "jose-nunez");
        assert_eq!(slug("—"), "unnamed");
        assert_eq!(slug("Room m² № ④ 張三 ٣"), "room-m-張三-٣");
        assert_eq!(slug("แก้วมณี ตันติ์"), "แก้วมณี-ตันติ์");
        assert_eq!(slug("सुस्मिता भट्ट।"), "सुस्मिता-भट्ट");
        assert_eq!(slug("\u{e48} — \u{94d}"), "unnamed");
        assert_eq!(slug("0\u{20d0}Table"), "0-table");
    }
}
