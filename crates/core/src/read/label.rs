//! What a label of a transcript says: a name, and behind it, it may be, where the speaker comes from.

use super::kinds::is_office;
use super::shape::is_particle;

/// The longest label looked for, in bytes.
pub(super) const LONGEST_LABEL: usize = 120;

/// The text in front of the first colon, if it stands near enough to the start for a label, and the text behind it. The
/// colon may be as wide as CJK text.
pub(super) fn before_colon(line: &str) -> Option<(&str, &str)> {
    let (at, len) = colon(line)?;
    Some((line.get(..at)?.trim_end(), line.get(at + len..)?))
}

/// Where the first colon stands that may end a label, and its length.
pub(super) fn colon(line: &str) -> Option<(usize, usize)> {
    let start = line.as_bytes().get(..LONGEST_LABEL).unwrap_or(line.as_bytes());
    memchr::memchr2_iter(b':', WIDE_COLON[0], start).find_map(|at| {
        let narrow = start.get(at) == Some(&b':');
        let wide = || line.as_bytes().get(at..)?.starts_with(WIDE_COLON).then_some((at, WIDE_COLON.len()));
        if narrow { Some((at, 1)) } else { wide() }
    })
}

/// `：`
const WIDE_COLON: &[u8; 3] = &[0xef, 0xbc, 0x9a];

/// A label in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named<'a> {
    /// The speaker's name.
    pub(super) name: &'a str,
    /// Where the speaker comes from, or what they are there: `UNESCO`.
    pub(super) role: Option<&'a str>,
}

/// The parts of a label. What stands in brackets says where a person comes from (`JANE DOE (UNESCO)`), how they speak
/// (`CHAIR (speaking in French)`), or, behind a role, which of several it is: then it is part of the name.
pub(super) fn named(label: &str) -> Named<'_> {
    let whole = Named { name: label, role: None };
    let bracket = label.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let bracket = bracket.or_else(|| label.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')));
    if let Some((name, inner)) = bracket {
        let (name, inner) = (name.trim_end(), inner.trim());
        return match () {
            () if name.is_empty() => whole,
            () if says_how(inner) || is_pronouns(inner) => named(name),
            () if is_office(name) || inner.is_empty() => whole,
            () => Named { name, role: Some(inner) },
        };
    }
    match label.split_once(", ") {
        // `DOE, JANE` and `CHAIR, ITU` are names as a whole.
        Some((name, role)) if name.contains(' ') && !is_office(name) && !role.trim().is_empty() => {
            Named { name: name.trim_end(), role: Some(role.trim()) }
        }
        _ => whole,
    }
}

/// Whether words in brackets say how to speak of somebody: `she/her`.
fn is_pronouns(inner: &str) -> bool {
    const PRONOUNS: &[&str] = &["he", "her", "hers", "him", "his", "she", "their", "theirs", "them", "they"];
    inner.contains('/')
        && inner.split('/').all(|word| PRONOUNS.iter().any(|own| own.eq_ignore_ascii_case(word.trim())))
}

/// How remarks on the way somebody speaks begin.
#[rustfmt::skip]
const MANNERS: &[&str] = &[
    "audio", "by", "cont", "cont'd", "cont.", "continued", "continues", "continuing", "cont’d", "in",
    "inaudible", "interpretation", "interpreted", "interpreter", "non-english", "off", "off-mic",
    "off-microphone", "on", "online", "onsite", "original", "over", "reading", "remote", "remotely", "sic", "sp", "speaking",
    "through", "translated", "translation", "via", "video", "virtual", "with",
];

/// Whether words in brackets say how somebody speaks: `speaking in French`, `off microphone`.
fn says_how(inner: &str) -> bool {
    let first = inner.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ':']);
    first.len() <= 20 && MANNERS.binary_search(&first.to_lowercase().as_str()).is_ok()
}

/// Whether a name is written in capitals, as captioners write names. Small letters may stand in titles, in particles
/// and inside brackets: `Dr. JANE McCARTHY-van der BERG`. False for scripts without capitals.
pub(super) fn is_in_capitals(name: &str) -> bool {
    let (mut upper, mut lower, mut depth) = (0, 0, 0);
    for word in name.split_whitespace().filter(|word| !is_particle(word)) {
        for c in word.chars() {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth -= 1,
                _ if depth > 0 => {}
                c if c.is_uppercase() => upper += 1,
                c if c.is_lowercase() => lower += 1,
                _ => {}
            }
        }
    }
    upper > 0 && lower * 2 <= upper
}

#[cfg(test)]
mod tests {
    use super::{MANNERS, before_colon, is_in_capitals, named};

    #[test]
    fn tables_are_sorted() {
        assert!(MANNERS.is_sorted_by(|left, right| left < right));
    }

    #[test]
    fn labels_fall_into_name_and_role() {
        for (label, name, role) in [
            ("JANE DOE", "JANE DOE", None),
            ("DR. JANE DOE (UNESCO)", "DR. JANE DOE", Some("UNESCO")),
            ("JANE DOE [Harbour Board]", "JANE DOE", Some("Harbour Board")),
            ("JANE DOE, HARBOUR BOARD", "JANE DOE", Some("HARBOUR BOARD")),
            ("CHAIR (speaking in French)", "CHAIR", None),
            ("JANE DOE (UNESCO) (off microphone)", "JANE DOE", Some("UNESCO")),
            ("Jane Doe (she/her)", "Jane Doe", None),
            ("DELEGATE (CHILE)", "DELEGATE (CHILE)", None),
            ("DOE, JANE", "DOE, JANE", None),
            ("(Applause)", "(Applause)", None),
            ("JANE DOE ()", "JANE DOE ()", None),
        ] {
            let found = named(label);
            assert_eq!((found.name, found.role), (name, role), "{label}");
        }
    }

    #[test]
    fn capitals_allow_titles_and_particles() {
        for name in [
            "JOHN DOE",
            "Dr. JANE McCARTHY",
            "H.E. MR. OMAR",
            "CHAIR (speaking in French)",
            "ÉLOÏSE van der BERG",
        ] {
            assert!(is_in_capitals(name), "{name}");
        }
        for name in ["John Doe", "主席", "", "Mr. Li", "So THE point"] {
            assert!(!is_in_capitals(name), "{name}");
        }
    }

    #[test]
    fn colons_of_any_width_end_a_label() {
        assert_eq!(before_colon("JANE : yes"), Some(("JANE", " yes")));
        assert_eq!(before_colon("主席：早上好"), Some(("主席", "早上好")));
        assert_eq!(before_colon(&format!("{}: no", "a".repeat(130))), None);
    }
}
