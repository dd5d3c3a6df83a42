//! UTF-8 that was read as Windows-1252 or ISO 8859-1 somewhere on its way: `â€™` where `’` stood. The text is kept as
//! it is; the reader says so once.
//!
//! Every such sequence begins with a letter from `Â` to `ô`, which is common in many languages, and goes on with signs
//! that are its continuation bytes. It counts where what it decodes to is likelier there than what it looks like.

use crate::diagnostic::{Diagnostic, codes};
use crate::model::Span;

/// The characters of Windows-1252 at 0x80 to 0x9F; a zero where it has none.
#[rustfmt::skip]
const WINDOWS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0',
    '\0', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The byte that Windows-1252 or, for control characters, ISO 8859-1 shows as `c`.
fn byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0..=0xff => u8::try_from(code).ok(),
        _ => WINDOWS.iter().position(|&other| other == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

/// The character whose bytes are shown as the first characters of `text`, and the length of these.
fn sequence(text: &str) -> Option<(char, usize)> {
    let mut chars = text.char_indices();
    let lead = byte(chars.next()?.1)?;
    let count = match lead {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for slot in bytes.iter_mut().skip(1).take(count) {
        *slot = byte(chars.next()?.1).filter(|byte| (0x80..=0xbf).contains(byte))?;
    }
    let decoded = std::str::from_utf8(bytes.get(..=count)?).ok()?.chars().next()?;
    Some((decoded, chars.next().map_or(text.len(), |(at, _)| at)))
}

/// A run of sequences one behind the other.
struct Run {
    /// Its first characters, decoded.
    decoded: String,
    count: usize,
    len: usize,
    /// Whether every sequence ends in a sign that stands behind words in any text.
    closes: bool,
}

/// Whether a sign stands behind words in any text, as those of quotations and dashes do.
fn is_closing(c: char) -> bool {
    matches!(c, '»' | '«' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '™' | '\u{a0}' | '›' | '‹')
}

/// No example is longer, in characters.
const LONGEST_EXAMPLE: usize = 8;

fn run(text: &str) -> Option<Run> {
    let mut run = Run { decoded: String::new(), count: 0, len: 0, closes: true };
    while let Some((decoded, len)) = text.get(run.len..).and_then(sequence) {
        if run.count < LONGEST_EXAMPLE {
            run.decoded.push(decoded);
        }
        let last = text.get(..run.len + len).and_then(|text| text.chars().next_back());
        run.closes &= last.is_some_and(is_closing);
        run.count += 1;
        run.len += len;
    }
    (run.count > 0).then_some(run)
}

/// Whether a run is no text as it stands, seen from the characters around it.
fn is_certain(run: &Run, text: &str, before: Option<char>, after: Option<char>) -> bool {
    // `Öffentlich` and `straße` hold no capital or sign inside; `IRMÔ may end in one.
    let within = before.is_some_and(char::is_lowercase) || after.is_some_and(char::is_lowercase);
    if run.count > 1 {
        return !run.closes || within;
    }
    let mut chars = text.chars();
    let (Some(lead), Some(second), Some(decoded)) = (chars.next(), chars.next(), run.decoded.chars().next())
    else {
        return false;
    };
    let closes = is_closing(second);
    match lead {
        'Â' => !closes || !before.is_some_and(char::is_uppercase),
        'Ã' => !closes || within,
        'â' => matches!(decoded, '\u{2000}'..='\u{2bff}'),
        'ï' => matches!(decoded, '\u{feff}' | '\u{fffd}'),
        'ð' => true,
        // š, č, œ; Greek, Cyrillic.
        'Ä' | 'Å' | 'Ð' | 'Ñ' | 'Î' | 'Ï' => {
            within && decoded.is_alphabetic() && !second.is_alphabetic()
        }
        _ => false,
    }
}

/// The finding that a text was read in a wrong encoding.
pub(super) fn finding(text: &str) -> Option<Diagnostic> {
    let mut first: Option<(usize, Run)> = None;
    let (mut count, mut end) = (0, 0);
    // The letters from À to ÿ are those whose first byte is 0xC3.
    for at in memchr::memchr_iter(0xc3, text.as_bytes()) {
        // Letters stand before letters, nearly always in ASCII: no such sequence goes on so.
        if at < end || text.as_bytes().get(at + 2).is_none_or(u8::is_ascii) {
            continue;
        }
        let Some((front, rest)) = text.split_at_checked(at) else { continue };
        let Some(found) = run(rest) else { continue };
        end = at + found.len;
        let after = text.get(end..).and_then(|text| text.chars().next());
        if is_certain(&found, rest, front.chars().next_back(), after) {
            count += found.count;
            first.get_or_insert((at, found));
        }
    }
    let (at, found) = first?;
    Some(report(text, at, &found, count))
}

fn report(text: &str, at: usize, found: &Run, count: usize) -> Diagnostic {
    // What was read in a wrong encoding twice decodes to what was read so once.
    let twice = sequence(&found.decoded);
    let (stands_for, chars) = match twice {
        Some((decoded, len)) => (decoded, found.decoded.get(..len).unwrap_or_default().chars().count()),
        None => (found.decoded.chars().next().unwrap_or_default(), 1),
    };
    let rest = text.get(at..).unwrap_or_default();
    let len =
        (0..chars).fold(0, |len, _| len + rest.get(len..).and_then(sequence).map_or(0, |(_, next)| next));
    let shown = rest.get(..len).unwrap_or_default();
    let encoding = if shown.chars().any(is_shown_by_windows) { "ISO-8859-1" } else { "WINDOWS-1252" };
    let times = if twice.is_some() { ", twice" } else { "" };
    let places = match count {
        1 => "`".to_owned(),
        count => format!("{count} characters, the first of them `"),
    };
    let message = format!("{places}{shown}` is `{stands_for}` in UTF-8 that was read as {encoding}{times}");
    let help = if is_reversible(text, encoding) {
        let again = if twice.is_some() { ", and the same once more," } else { "" };
        format!("`iconv -f UTF-8 -t {encoding} PAGE > REPAIRED`{again} gives the text back")
    } else {
        "`ftfy PAGE -o REPAIRED` repairs it, and makes quotation marks straight; the program is on PyPI"
            .to_owned()
    };
    Diagnostic::of(&codes::MOJIBAKE, message).at(Span::new(at, at + len)).help(help)
}

/// Whether a character is a control character at a place where Windows-1252 has a sign.
fn is_shown_by_windows(c: char) -> bool {
    let place = u32::from(c).checked_sub(0x80).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| WINDOWS.get(place)).is_some_and(|&sign| sign != '\0')
}

/// Whether all of a text, written in the encoding, is UTF-8.
fn is_reversible(text: &str, encoding: &str) -> bool {
    let bytes: Option<Vec<u8>> = text
        .chars()
        .map(|c| match encoding {
            "ISO-8859-1" => u8::try_from(u32::from(c)).ok(),
            // Windows-1252 has no control characters beyond those of ASCII.
            _ => byte(c).filter(|_| !('\u{80}'..='\u{9f}').contains(&c)),
        })
        .collect();
    bytes.is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok())
}

#[cfg(test)]
mod tests {
    use super::finding;

    /// The text as it looks when its UTF-8 is read as ISO 8859-1, or as Windows-1252 where that has a sign.
    fn misread(text: &str, windows: bool) -> String {
        let shown = |byte: u8| match byte {
            0x80..=0x9f if windows && super::WINDOWS[usize::from(byte) - 0x80] != '\0' => {
                super::WINDOWS[usize::from(byte) - 0x80]
            }
            _ => char::from(byte),
        };
        text.bytes().map(shown).collect()
    }

    #[test]
    fn misread_texts_are_told() {
        for (text, character) in [
            ("It’s late", "’"),
            ("a café here", "é"),
            ("École", "É"),
            ("Öffentlich", "Ö"),
            ("voilà, c’est", "à"),
            ("Straße", "ß"),
            ("10° and 5 €", "°"),
            ("N° 5", "°"),
            ("a – b", "–"),
            ("• item", "•"),
            ("“Yes”", "“"),
            ("Škoda", "Š"),
            ("cœur", "œ"),
            ("Дарья", "Д"),
            ("Αθήνα", "Α"),
            ("你好", "你"),
            ("🌊 rises", "🌊"),
            ("\u{feff}Title", "\u{feff}"),
        ] {
            for windows in [true, false] {
                let once = misread(text, windows);
                let found = finding(&once).unwrap_or_else(|| panic!("{once:?}"));
                assert!(found.message.contains(&format!("is `{character}` in UTF-8")), "{}", found.message);
                let again = misread(&once, windows);
                let found = finding(&again).unwrap_or_else(|| panic!("{again:?}"));
                assert!(found.message.contains(&format!("is `{character}` in UTF-8")), "{}", found.message);
                assert!(found.message.ends_with("twice"), "{}", found.message);
            }
        }
    }

    #[test]
    fn texts_in_many_languages_are_not() {
        for text in [
            "Déjà vu, à Évian : « L’été », c’est où ? Noël…",
            "« IRMÃ » – “IRMÔ, “SERTÔ… NÃO",
            "XÃ HỘI CHỦ NGHĨA VIỆT NAM, xã hội",
            "ÂM NHẠC – “ÂM”",
            "Å–Ä–Ö, Å–É…, „groß“ und „GRÖß“, straß…",
            "PÂ’É, CAFÉ™, CAFÉ»",
            "ângela’s “maçã”, pão–de–açúcar",
            "România: «că» și “ţară”, â, â…",
            "Ïle – naïf… ñ’ Ñ–",
            "Þór’s ð– ýð…",
            "Дарья – “Да”",
            "",
        ] {
            assert!(finding(text).is_none(), "{text}: {:?}", finding(text).map(|found| found.message));
        }
    }

    #[test]
    fn the_finding_counts_and_tells_how_to_repair() {
        let found = finding("Itâ€™s a cafÃ©").unwrap();
        assert_eq!(
            found.message,
            "2 characters, the first of them `â€™` is `’` in UTF-8 that was read as WINDOWS-1252"
        );
        assert_eq!(found.span.map(|span| (span.start, span.end)), Some((2, 10)));
        let help = |text: &str| finding(text).and_then(|found| found.help).unwrap();
        assert!(help("Itâ€™s").starts_with("`iconv -f UTF-8 -t WINDOWS-1252 PAGE > REPAIRED` gives"));
        assert!(help(&misread("It’s", false)).starts_with("`iconv -f UTF-8 -t ISO-8859-1 PAGE"));
        assert!(help("Ã¢â‚¬â„¢").contains("the same once more"));
        // Half of it is as it should be; a byte is one that Windows-1252 does not have.
        assert!(help("Itâ€™s ‘here’").starts_with("`ftfy PAGE"));
        assert!(help(&misread("“Yes”", true)).starts_with("`ftfy PAGE"));
    }
}
