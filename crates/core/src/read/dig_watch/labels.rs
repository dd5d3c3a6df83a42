//! The lines of profiles and points that only name what follows, and the bullets of lists.

use nom::bytes::complete::tag;
use nom::character::complete::char;
use nom::combinator::{cond, opt};
use nom::sequence::delimited;
use nom::{IResult, Parser};

use crate::model::DetailKind;
use crate::read::grammar::quantity::Measure;
use crate::read::grammar::space;

/// What a label of a profile or a point names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// `Speech speed`, `Speech length`, `Speech time`.
    Statistic(Measure),
    /// `Arguments`: of a profile, or those that make a point.
    Arguments,
    /// `Supporting facts:`.
    Facts,
    /// `Topics:`.
    Topics,
    /// `Report`.
    Report,
    /// `Explanation`, `Agreed with` and what else is said of a claim or a point.
    Detail(DetailKind),
}

impl Label {
    /// Whether it stands below a claim, naming what is said of it.
    pub(super) fn is_of_claim(self) -> bool {
        matches!(self, Label::Facts | Label::Topics) || self.is_claim_detail()
    }

    /// Whether it is a word that a claim may consist of.
    pub(super) fn is_one_word(self) -> bool {
        matches!(self, Label::Detail(DetailKind::Explanation | DetailKind::Evidence))
    }

    /// Whether it names a detail of a claim, as those of the redesigned pages have.
    pub(super) fn is_claim_detail(self) -> bool {
        use DetailKind as Kind;
        matches!(
            self,
            Label::Detail(
                Kind::Explanation
                    | Kind::Evidence
                    | Kind::DiscussionPoint
                    | Kind::AgreedWith
                    | Kind::AgreedOn
                    | Kind::DisagreedWith
                    | Kind::DisagreedOn
            )
        )
    }
}

/// How the labels that begin with a letter are spelled, and whether what they name may stand on the same line.
const fn labels(first: u8) -> &'static [(&'static str, Label, Value)] {
    use DetailKind as Kind;
    use Value::{Below, OnLine};
    match first.to_ascii_lowercase() {
        b's' => &[
            ("supporting facts", Label::Facts, OnLine),
            ("supporting fact", Label::Facts, OnLine),
            ("speech speed", Label::Statistic(Measure::Speed), OnLine),
            ("speech length", Label::Statistic(Measure::Length), OnLine),
            ("speech time", Label::Statistic(Measure::Time), OnLine),
            ("speakers", Label::Detail(Kind::Speakers), OnLine),
            ("speaker", Label::Detail(Kind::Speakers), OnLine),
        ],
        b't' => &[("topics", Label::Topics, OnLine), ("topic", Label::Topics, OnLine)],
        b'a' => &[
            ("arguments", Label::Arguments, OnLine),
            ("agreed with", Label::Detail(Kind::AgreedWith), OnLine),
            ("agreed on", Label::Detail(Kind::AgreedOn), OnLine),
        ],
        b'r' => &[("report", Label::Report, Below), ("reason", Label::Detail(Kind::Reason), OnLine)],
        b'e' => &[
            ("explanation", Label::Detail(Kind::Explanation), OnLine),
            ("evidence", Label::Detail(Kind::Evidence), OnLine),
        ],
        b'm' => &[
            ("major discussion points", Label::Detail(Kind::DiscussionPoint), OnLine),
            ("major discussion point", Label::Detail(Kind::DiscussionPoint), OnLine),
        ],
        b'd' => &[
            ("disagreed with", Label::Detail(Kind::DisagreedWith), OnLine),
            ("disagreed on", Label::Detail(Kind::DisagreedOn), OnLine),
            ("differed with", Label::Detail(Kind::DisagreedWith), OnLine),
            ("differed on", Label::Detail(Kind::DisagreedOn), OnLine),
        ],
        b'i' => &[("impact", Label::Detail(Kind::Impact), OnLine)],
        _ => &[],
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    OnLine,
    Below,
}

/// No label is longer, in bytes, with a statistic behind it on the line; a longer line is one only with a text behind
/// its colon.
pub(super) const LONGEST_LABEL: usize = 64;

/// With what letters labels begin: for each first one, the second ones, as bits. Nearly every line is told from a label
/// by these.
static BEGINNINGS: [u32; 32] = {
    let mut beginnings = [0; 32];
    let mut first = b'a';
    while first <= b'z' {
        let labels = labels(first);
        let mut at = 0;
        while at < labels.len() {
            beginnings[(first & 0x1f) as usize] |= 1 << (labels[at].0.as_bytes()[1] & 0x1f);
            at += 1;
        }
        first += 1;
    }
    beginnings
};

/// The label at the start of `line`, and what stands behind it on the line. `Report` and `Report:` are labels,
/// `Report of the Chair` is none; `Topics: one, two` is one, `Topics one` is none. `## Topics` and `**Topics:** one`
/// are what raw Markdown makes of them.
#[inline]
pub(super) fn label_of(line: &str) -> Option<(Label, &str)> {
    let (line, bold) = match line.as_bytes() {
        [b'#', ..] => (line.trim_start_matches('#').trim_start(), false),
        [b'*', b'*', ..] => (line.get(2..)?, true),
        _ => (line, false),
    };
    let &[first, second, ..] = line.as_bytes() else { return None };
    let seconds = BEGINNINGS.get(usize::from(first & 0x1f)).copied().unwrap_or_default();
    if (seconds >> (second & 0x1f)) & 1 == 0 { None } else { find(line, bold) }
}

/// The label of a line that begins with the letters of one.
fn find(line: &str, bold: bool) -> Option<(Label, &str)> {
    let &[first, second, ..] = line.as_bytes() else { return None };
    let second = second.to_ascii_lowercase();
    labels(first).iter().find_map(|&(word, label, place)| {
        if word.as_bytes().get(1) != Some(&second) {
            return None;
        }
        let (rest, colon) = label_word(word, bold, line).ok()?;
        (rest.is_empty() || (colon && place == Value::OnLine)).then_some((label, rest))
    })
}

/// `word`, which is ASCII, in any case; and whether a colon follows it, with the space behind.
fn label_word<'a>(word: &'static str, bold: bool, input: &'a str) -> IResult<&'a str, bool> {
    let marks = || cond(bold, opt(tag("**")));
    match behind(word, input) {
        // Most labels have nothing behind them but a colon.
        Some("") => Ok(("", false)),
        Some(":") => Ok(("", true)),
        // Nor, most others, any blank in front of it.
        Some(rest) if rest.starts_with(": ") && !bold => {
            Ok((rest.get(2..).unwrap_or_default().trim_start(), true))
        }
        Some(rest) => delimited(marks(), opt((space, char(':'))), (marks(), space))
            .map(|colon| colon.is_some())
            .parse(rest),
        None => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag))),
    }
}

/// What stands behind `words`, which are ASCII, at the start of `line`: in any case, with any space between them, and with
/// `_` as in `difference_level`.
pub(super) fn behind<'a>(words: &str, line: &'a str) -> Option<&'a str> {
    // Nearly all are written as we write them, or are others.
    if let Some((start, rest)) = line.split_at_checked(words.len())
        && start.eq_ignore_ascii_case(words)
    {
        return Some(rest);
    }
    let mut letters = line.bytes().zip(words.bytes());
    let (letter, _) = letters.find(|(letter, word)| letter.to_ascii_lowercase() != *word)?;
    if letter.is_ascii_alphanumeric() {
        return None;
    }
    let mut rest = line;
    for (place, word) in words.split(' ').enumerate() {
        if place > 0 {
            let next = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '_');
            rest = Some(next).filter(|next| next.len() < rest.len())?;
        }
        let (start, behind) = rest.split_at_checked(word.len())?;
        rest = Some(behind).filter(|_| start.eq_ignore_ascii_case(word))?;
    }
    Some(rest)
}

/// The statistic a line is the label of.
pub(super) fn statistic_of(line: &str) -> Option<(Measure, &str)> {
    match label_of(line) {
        Some((Label::Statistic(measure), rest)) => Some((measure, rest)),
        _ => None,
    }
}

/// Whether a line is a bullet that has lost its item, or a rule.
pub(super) fn is_bare_mark(line: &str) -> bool {
    line.len() <= 12
        && line.chars().all(|c| matches!(c, '-' | '–' | '—' | '•' | '▪' | '◦' | '●' | '‣' | '*' | '_'))
}

/// The bullets beyond ASCII, some as they look where they were read in a wrong encoding.
const BULLETS: &[&str] =
    &["–", "•", "·", "▪", "◦", "●", "‣", "â€\u{201c}", "â\u{80}\u{93}", "â€¢", "â\u{80}\u{a2}", "Â·"];

/// The text of a list item, behind its bullet; `None` where the line is no item.
pub(super) fn item(line: &str) -> Option<&str> {
    let rest = match line.as_bytes().first()? {
        b'-' | b'*' => line.get(1..)?,
        // Nearly every line is told from an item by its first byte.
        first if first.is_ascii() => return None,
        _ => BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet))?,
    };
    let text = rest.trim_start();
    (text.len() < rest.len()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{Label, item, label_of};
    use crate::model::DetailKind;
    use crate::read::grammar::quantity::Measure;

    #[test]
    fn labels_alone_and_with_their_value() {
        for (line, expected) in [
            ("Speech speed", Some((Label::Statistic(Measure::Speed), ""))),
            ("SPEECH TIME: 12 secs", Some((Label::Statistic(Measure::Time), "12 secs"))),
            ("Arguments", Some((Label::Arguments, ""))),
            ("Supporting facts:", Some((Label::Facts, ""))),
            ("Topics: one, two", Some((Label::Topics, "one, two"))),
            ("Topics :\u{2000}one", Some((Label::Topics, "one"))),
            ("Report", Some((Label::Report, ""))),
            ("Supporting facts: one", Some((Label::Facts, "one"))),
            ("agreed with:", Some((Label::Detail(DetailKind::AgreedWith), ""))),
            ("## Explanation", Some((Label::Detail(DetailKind::Explanation), ""))),
            ("**Evidence:** one", Some((Label::Detail(DetailKind::Evidence), "one"))),
            ("**Evidence**: one", Some((Label::Detail(DetailKind::Evidence), "one"))),
            ("**Evidence** one", None),
            ("Agreed\u{a0} with", Some((Label::Detail(DetailKind::AgreedWith), ""))),
            ("speech_time  : 12 secs", Some((Label::Statistic(Measure::Time), "12 secs"))),
            ("Agreedwith", None),
            ("Evidence of things", None),
            ("Report of the Chair", None),
            ("Report: good", None),
            ("Topics one", None),
            ("Argument", None),
            ("Speech speeds", None),
        ] {
            assert_eq!(label_of(line), expected, "{line}");
        }
    }

    #[test]
    fn items_have_a_bullet_and_a_space() {
        assert_eq!(item("- a fact"), Some("a fact"));
        assert_eq!(item("•\u{a0}a fact"), Some("a fact"));
        assert_eq!(item("- - a fact"), Some("- a fact"));
        assert_eq!(item("* star"), Some("star"));
        assert_eq!(item("â€“ Name"), Some("Name"));
        for line in ["-5 degrees", "---", "*star*", "+ plus", "1. one", "a - b", "-"] {
            assert_eq!(item(line), None, "{line}");
        }
    }
}
