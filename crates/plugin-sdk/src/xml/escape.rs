//! Text made fit for XML 1.0.
//!
//! Content is escaped once, here, and handed to `quick-xml` as escaped: its own escaping looks at every byte, and
//! would neither keep carriage returns nor know what to do with characters that XML cannot hold.

/// What stands in a text that an element or an attribute cannot hold as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Looks {
    /// `<`, `&`, `>`, `"`.
    has_markup: bool,
    /// A control character, or what may begin U+FFFE or U+FFFF, whose first byte is `EF`.
    is_suspect: bool,
    /// Two blanks, one behind the other.
    has_blanks: bool,
}

/// Looks at all bytes once, many at a time: what is done to each is so plain that the compiler takes whole registers of
/// them.
pub(super) fn look(text: &str) -> Looks {
    let bytes = text.as_bytes();
    let (mut markup, mut suspect, mut blanks) = (0, 0, 0);
    let mut each = |b: u8, next: u8| {
        markup |= u8::from(b == b'<') | u8::from(b == b'&') | u8::from(b == b'>') | u8::from(b == b'"');
        suspect |= u8::from(b < 0x20) | u8::from(b == 0xEF);
        blanks |= u8::from(b == b' ') & u8::from(next == b' ');
    };
    bytes.iter().zip(bytes.get(1..).unwrap_or_default()).for_each(|(&b, &next)| each(b, next));
    if let Some(&last) = bytes.last() {
        each(last, 0);
    }
    Looks { has_markup: markup != 0, is_suspect: suspect != 0, has_blanks: blanks != 0 }
}

/// Makes `text`, which looks so, fit for the content of an element, in `scratch` where it is not already.
///
/// `>` is escaped too, so that no `]]>` can arise. White space that is more than a blank between two words is written
/// as references, since whoever lays the file out anew changes it: tabs, line ends, all but the first blank of a run,
/// and a blank at the beginning, where `is_begun` does not say that a word stands before. Returns the fit text, and
/// whether a character had to be replaced.
pub(super) fn content<'a>(
    text: &'a str,
    looks: Looks,
    is_begun: bool,
    scratch: &'a mut String,
) -> (&'a str, bool) {
    let Looks { has_markup, is_suspect, has_blanks } = looks;
    let by_byte = is_suspect || has_blanks || (text.starts_with(' ') && !is_begun);
    if !has_markup && !by_byte {
        return (text, false);
    }
    let next = |from: usize| {
        let rest = text.as_bytes().get(from..)?;
        let at = if by_byte {
            rest.iter().position(|&b| matches!(b, b'<' | b'&' | b'>' | b' ') || is_suspect_byte(b))
        } else {
            memchr::memchr3(b'<', b'&', b'>', rest)
        };
        Some(from + at?)
    };
    let Some(first) = next(0) else { return (text, false) };

    scratch.clear();
    scratch.reserve(text.len() + 16);
    let (mut done, mut found, mut replaced) = (0, Some(first), false);
    while let Some(at) = found {
        // A suspect byte is ASCII or begins a character, so `at` is a boundary.
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        scratch.push_str(text.get(done..at).unwrap_or_default());
        match c {
            '<' => scratch.push_str("&lt;"),
            '&' => scratch.push_str("&amp;"),
            '>' => scratch.push_str("&gt;"),
            '\r' => scratch.push_str("&#13;"),
            '\t' => scratch.push_str("&#9;"),
            '\n' => scratch.push_str("&#10;"),
            ' ' if (at > 0 || !is_begun) && is_space_before(text, at) => scratch.push_str("&#32;"),
            _ if is_fit(c) => scratch.push(c),
            _ => {
                scratch.push(char::REPLACEMENT_CHARACTER);
                replaced = true;
            }
        }
        done = at + c.len_utf8();
        found = next(done);
    }
    scratch.push_str(text.get(done..).unwrap_or_default());
    (scratch, replaced)
}

/// Whether white space stands before byte `at` of `text`, or nothing.
fn is_space_before(text: &str, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
    before.is_none_or(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r'))
}

/// The codes of the characters of `text`, which looks so, for which U+FFFD is written, those that are U+FFFD themselves
/// among them, in hexadecimal; `None` where no character has to be replaced.
pub(super) fn replaced(text: &str, looks: Looks) -> Option<String> {
    if !looks.is_suspect || text.chars().all(is_fit) {
        return None;
    }
    let codes = text.chars().filter(|&c| !is_fit(c) || c == char::REPLACEMENT_CHARACTER);
    Some(codes.map(|c| format!("{:X}", u32::from(c))).collect::<Vec<_>>().join(" "))
}

/// Whether a byte may begin what content cannot hold as it is: a control character, or U+FFFE and U+FFFF, whose first
/// byte is `EF`.
fn is_suspect_byte(b: u8) -> bool {
    (b < 0x20) | (b == 0xEF)
}

/// Whether a file of XML 1.0 can hold the character (section 2.2): not most control characters, nor the
/// non-characters U+FFFE and U+FFFF. For what it cannot hold, U+FFFD is written.
pub fn is_fit(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Makes what stands in `to` from byte `from` on fit for the value of an attribute in double quotes. Returns whether a
/// character had to be replaced.
///
/// White space other than the blank is written as references: a parser makes blanks of it otherwise.
pub(super) fn attribute(to: &mut String, from: usize) -> bool {
    let Looks { has_markup, is_suspect, .. } = look(to.get(from..).unwrap_or_default());
    if !has_markup && !is_suspect {
        return false;
    }
    let value = to.split_off(from);
    let mut replaced = false;
    for c in value.chars() {
        match c {
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '&' => to.push_str("&amp;"),
            '"' => to.push_str("&quot;"),
            '\t' => to.push_str("&#9;"),
            '\n' => to.push_str("&#10;"),
            '\r' => to.push_str("&#13;"),
            c if is_fit(c) => to.push(c),
            _ => {
                to.push(char::REPLACEMENT_CHARACTER);
                replaced = true;
            }
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::{attribute, look};

    fn content<'a>(text: &'a str, is_begun: bool, scratch: &'a mut String) -> (&'a str, bool) {
        super::content(text, look(text), is_begun, scratch)
    }

    #[test]
    fn clean_text_is_not_copied() {
        let text = "Naïve – “café”\u{A0}two lines 日本";
        let mut scratch = String::new();
        let (fit, replaced) = content(text, false, &mut scratch);
        assert!(std::ptr::eq(fit, text));
        assert!(!replaced);
    }

    #[test]
    fn markup_and_what_xml_cannot_hold() {
        let cases = [
            ("a<b>&c", "a&lt;b&gt;&amp;c", false),
            ("]]>", "]]&gt;", false),
            ("a\r\nb\tc", "a&#13;&#10;b&#9;c", false),
            ("a  b   c d", "a &#32;b &#32;&#32;c d", false),
            (" a\n b", "&#32;a&#10;&#32;b", false),
            ("\u{0}\u{1F}<", "\u{FFFD}\u{FFFD}&lt;", true),
            ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}", true),
            // These begin with the same byte and stay.
            ("\u{FEFF}（ｆ）\u{FFFD}&", "\u{FEFF}（ｆ）\u{FFFD}&amp;", false),
            ("\u{7F}\u{85}\u{2028}", "\u{7F}\u{85}\u{2028}", false),
        ];
        for (text, expected, was_replaced) in cases {
            assert_eq!(content(text, false, &mut String::new()), (expected, was_replaced), "{text:?}");
        }
    }

    #[test]
    fn every_position_of_a_long_text() {
        for at in 0..200 {
            let text = format!("{}&{}\u{B}", "é".repeat(at), "x".repeat(200 - at));
            let expected = text.replace('&', "&amp;").replace('\u{B}', "\u{FFFD}");
            assert_eq!(content(&text, false, &mut String::new()), (expected.as_str(), true));
        }
    }

    #[test]
    fn attributes_keep_their_white_space() {
        for (text, expected, was_replaced) in [
            ("plain – “é”", "plain – “é”", false),
            ("a \t\r\n\"<>&'", "a &#9;&#13;&#10;&quot;&lt;&gt;&amp;'", false),
            ("（\u{FEFF}\u{FFFF}x\0", "（\u{FEFF}\u{FFFD}x\u{FFFD}", true),
        ] {
            let mut to = format!("<a>{text}");
            let replaced = attribute(&mut to, 3);
            assert_eq!((to.as_str(), replaced), (&*format!("<a>{expected}"), was_replaced));
        }
    }
}
