//! What raw Markdown makes of a line: a heading, an item of a list, a line in bold type, a rule. What stands inside a
//! line stays as it is written.

use std::borrow::Cow;

use crate::model::BlockKind;
use crate::read::lines::Line;

use super::labels::item;

/// What a line of prose or of a speech is, and its text without the marks. Looks at its ends alone.
pub(super) fn block(line: &str) -> (BlockKind, &str) {
    let first = line.as_bytes().first().copied().unwrap_or_default();
    let heading = || match first {
        b'#' => heading(line).map(|(_, text)| text),
        b'*' => bold(line),
        _ => None,
    };
    if let Some(text) = heading() {
        (BlockKind::Subheading, text)
    } else if let Some(text) = item(line).or_else(|| numbered(line).filter(|_| first.is_ascii_digit())) {
        (BlockKind::Item, text)
    } else {
        (BlockKind::Paragraph, line)
    }
}

/// The longest heading, in bytes; a longer line is a paragraph.
const LONGEST_HEADING: usize = 300;

/// The level of a heading and its text: `## Who owns the gauge ##`. A sentence is none.
pub(super) fn heading(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    if !(1..=6).contains(&level) || line.len() > LONGEST_HEADING || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    // `C#` ends in no mark.
    let open = rest.trim_end_matches('#');
    let text = if open.ends_with(char::is_whitespace) { open } else { rest };
    let text = bold(text.trim()).unwrap_or(text.trim());
    (!text.is_empty() && !text.ends_with('.')).then_some((level, text))
}

/// The longest line in bold type that is a heading, in bytes.
const LONGEST_BOLD: usize = 160;

/// The text of a line that is all in bold type and no sentence: `**Next steps:**`, `**Next steps**:`.
fn bold(line: &str) -> Option<&str> {
    let line = Some(line).filter(|line| line.len() <= LONGEST_BOLD)?;
    let text = line.strip_suffix(':').unwrap_or(line).strip_prefix("**")?.strip_suffix("**")?;
    let is_heading = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '"' | '‘' | '\''))
        && !text.contains("**")
        && !text.ends_with(['.', '!', '…']);
    is_heading.then_some(text)
}

/// The text of a numbered item: `1. one`, `12) twelve`. A year is no number of an item, nor the day of a date.
fn numbered(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).take(4).count();
    let rest = line.get(digits..).filter(|_| (1..=3).contains(&digits))?;
    let text = rest.strip_prefix(['.', ')'])?;
    let inner = text.trim_start();
    (inner.len() < text.len() && !inner.is_empty() && !begins_with_month(inner)).then_some(inner)
}

/// Whether a text goes on as a date does behind the day: `May 2031`, `Sept. 31`.
fn begins_with_month(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).take(10).count();
    let is_month =
        text.get(..3).is_some_and(|start| MONTHS.iter().any(|month| start.eq_ignore_ascii_case(month)));
    let behind = text.get(letters..).unwrap_or_default().trim_start_matches(['.', ',', ' ', '\u{a0}']);
    (3..=9).contains(&letters) && is_month && behind.starts_with(|c: char| c.is_ascii_digit())
}

/// The lines without those that are nothing but a rule (`---`, `* * *`, `=====`). A rule is between the lines, as a
/// blank line is.
pub(super) fn without_rules<'l, 'src>(lines: &'l [Line<'src>]) -> Cow<'l, [Line<'src>]> {
    // Nearly every line is told from a rule by its first byte, which may be that of a dash.
    let may_be_rule = |line: &Line<'_>| {
        matches!(line.text.as_bytes().first(), Some(b'-' | b'*' | b'_' | b'=' | b'~' | 0xe2))
    };
    if !lines.iter().any(|line| may_be_rule(line) && is_rule(line.text)) {
        return Cow::Borrowed(lines);
    }
    let mut kept: Vec<Line<'src>> = Vec::with_capacity(lines.len());
    for line in lines {
        if !is_rule(line.text) {
            kept.push(*line);
        } else if let Some(last) = kept.last_mut() {
            last.end = line.end;
        }
    }
    Cow::Owned(kept)
}

/// Whether a line is three or more of one sign and nothing else but blanks.
fn is_rule(line: &str) -> bool {
    let mut chars = line.chars().filter(|c| !c.is_whitespace());
    let Some(sign) = chars.next().filter(|c| matches!(c, '-' | '*' | '_' | '=' | '~' | '–' | '—')) else {
        return false;
    };
    chars.next() == Some(sign) && chars.next() == Some(sign) && chars.all(|c| c == sign)
}

#[cfg(test)]
mod tests {
    use super::{block, heading, is_rule};
    use crate::model::BlockKind::{Item, Paragraph, Subheading};

    #[test]
    fn marks_tell_what_a_line_is() {
        for (line, kind, text) in [
            ("# Gauges", Subheading, "Gauges"),
            ("### Gauges ###", Subheading, "Gauges"),
            ("## **Gauges**", Subheading, "Gauges"),
            ("## In C#", Subheading, "In C#"),
            ("**Next steps:**", Subheading, "Next steps:"),
            ("**Next steps**:", Subheading, "Next steps"),
            ("1. **Cost:** too high", Item, "**Cost:** too high"),
            ("12) twelve", Item, "twelve"),
            ("* star", Item, "star"),
            ("- **Cost:** low", Item, "**Cost:** low"),
            ("5. Maybe later", Item, "Maybe later"),
            ("#gauges", Paragraph, "#gauges"),
            ("####### seven", Paragraph, "####### seven"),
            ("##", Paragraph, "##"),
            ("# 5 is what I say.", Paragraph, "# 5 is what I say."),
            ("**Cost:** too high", Paragraph, "**Cost:** too high"),
            ("**This is all.**", Paragraph, "**This is all.**"),
            ("**one** and **two**", Paragraph, "**one** and **two**"),
            ("2031. It was late", Paragraph, "2031. It was late"),
            ("5. May 2031", Paragraph, "5. May 2031"),
            ("12. Sept., 31 was dry", Paragraph, "12. Sept., 31 was dry"),
            ("1.5 metres", Paragraph, "1.5 metres"),
            ("*emphasis* here", Paragraph, "*emphasis* here"),
            ("", Paragraph, ""),
        ] {
            assert_eq!(block(line), (kind, text), "{line}");
        }
        assert_eq!(heading("### Gauges"), Some((3, "Gauges")));
    }

    #[test]
    fn rules_are_three_signs_and_more() {
        for line in ["---", "***", "* * *", "=====", "———"] {
            assert!(is_rule(line), "{line}");
        }
        for line in ["--", "- - x", "-–-", "...", "", "**a**"] {
            assert!(!is_rule(line), "{line}");
        }
    }
}
