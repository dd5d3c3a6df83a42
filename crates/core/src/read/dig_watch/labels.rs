//! The lines of a profile that only name what follows, and the bullets of lists.

use nom::bytes::complete::take_while1;
use nom::character::complete::{char, one_of};
use nom::combinator::opt;
use nom::sequence::terminated;
use nom::{IResult, Parser};

use crate::read::grammar::quantity::Measure;
use crate::read::grammar::space;

/// What a label of a profile names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// `Speech speed`, `Speech length`, `Speech time`.
    Statistic(Measure),
    /// `Arguments`.
    Arguments,
    /// `Supporting facts:`.
    Facts,
    /// `Topics:`.
    Topics,
    /// `Report`.
    Report,
}

/// How the labels that begin with a letter are spelled, and whether what they name may stand on the same line.
fn labels(first: u8) -> &'static [(&'static str, Label, Value)] {
    match first.to_ascii_lowercase() {
        b's' => &[
            ("supporting facts", Label::Facts, Value::Below),
            ("supporting fact", Label::Facts, Value::Below),
            ("speech speed", Label::Statistic(Measure::Speed), Value::OnLine),
            ("speech length", Label::Statistic(Measure::Length), Value::OnLine),
            ("speech time", Label::Statistic(Measure::Time), Value::OnLine),
        ],
        b't' => &[("topics", Label::Topics, Value::OnLine), ("topic", Label::Topics, Value::OnLine)],
        b'a' => &[("arguments", Label::Arguments, Value::Below)],
        b'r' => &[("report", Label::Report, Value::Below)],
        _ => &[],
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    OnLine,
    Below,
}

/// The label at the start of `line`, and what stands behind it on the line. `Report` and `Report:` are labels,
/// `Report of the Chair` is none; `Topics: one, two` is one, `Topics one` is none.
pub(super) fn label_of(line: &str) -> Option<(Label, &str)> {
    labels(*line.as_bytes().first()?).iter().find_map(|&(word, label, place)| {
        let (rest, colon) = label_word(word, line).ok()?;
        (rest.is_empty() || (colon && place == Value::OnLine)).then_some((label, rest))
    })
}

/// `word`, which is ASCII, in any case; and whether a colon follows it, with the space behind.
fn label_word<'a>(word: &'static str, input: &'a str) -> IResult<&'a str, bool> {
    let is_word = |start: &&str| start.eq_ignore_ascii_case(word);
    match input.split_at_checked(word.len()).filter(|(start, _)| is_word(start)) {
        Some((_, rest)) => {
            terminated(opt((space, char(':'))), space).map(|colon| colon.is_some()).parse(rest)
        }
        None => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag))),
    }
}

/// The statistic a line is the label of.
pub(super) fn statistic_of(line: &str) -> Option<(Measure, &str)> {
    match label_of(line) {
        Some((Label::Statistic(measure), rest)) => Some((measure, rest)),
        _ => None,
    }
}

/// The text of a list item, behind its bullet; `None` where the line is no item.
pub(super) fn item(line: &str) -> Option<&str> {
    // Some as they look where they were read in a wrong encoding.
    let misread = ["â€“", "â€“", "â\u{80}\u{93}", "â€¢", "â\u{80}\u{a2}", "Â·"];
    let bullet = line.strip_prefix(['-', '–', '•', '·', '▪', '◦', '●', '‣', '*']);
    let rest = bullet.or_else(|| misread.iter().find_map(|bullet| line.strip_prefix(bullet)))?;
    let text = rest.trim_start();
    (text.len() < rest.len()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{Label, item, label_of};
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
