//! What marks lines of captions: `>>` at a change of speaker, brackets around what happened.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::char;
use nom::combinator::{opt, value};
use nom::{IResult, Parser};

/// The text behind the mark of a change of speaker at the start of a line; `None` where there is none.
pub(super) fn behind_mark(line: &str) -> Option<&str> {
    // Most lines have none, and their first byte tells.
    if !matches!(line.as_bytes().first()?, b'>' | b'&' | b'*' | b'\\' | 0xEF) {
        return None;
    }
    let (rest, bold) = (opt(tag::<_, _, nom::error::Error<&str>>("**")), mark)
        .parse(line)
        .ok()
        .map(|(rest, (bold, ()))| (rest, bold))?;
    // `**>>** JANE DOE:` closes what it opens at once.
    let rest = if bold.is_some() { rest.strip_prefix("**").unwrap_or(rest) } else { rest };
    Some(rest.trim_start())
}

/// `>>`, `> >`; as a web page's source has it, `&gt;&gt;`; as Markdown has it, `\>\>`; as wide as CJK text.
fn mark(input: &str) -> IResult<&str, ()> {
    let one =
        || alt((value((), char('>')), value((), tag("&gt;")), value((), tag("\\>")), value((), char('＞'))));
    value((), (one(), take_while(|c: char| matches!(c, ' ' | '\u{a0}' | '\t')), one())).parse(input)
}

/// The longest aside, in bytes.
const LONGEST_ASIDE: usize = 250;

/// Whether a line is nothing but brackets around what happened: `(Applause).`, `[ No audio ]`, `(Please stand by. We
/// begin at ten.)`
pub(super) fn is_aside(line: &str) -> bool {
    let (open, close) = match line.as_bytes().first() {
        Some(b'(') => ('(', ')'),
        Some(b'[') => ('[', ']'),
        _ => return false,
    };
    line.len() <= LONGEST_ASIDE && {
        let line = line.trim_end_matches(['.', ',', '!', ' ']);
        let inner = line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| !inner.trim().is_empty() && !inner.contains([open, close]))
    }
}

#[cfg(test)]
mod tests {
    use super::{behind_mark, is_aside};

    #[test]
    fn marks_in_every_form() {
        for line in
            [">> A", ">>A", "> > A", "&gt;&gt; A", "\\>\\> A", "**>> A", "**>>** A", ">>\u{a0}A", "＞＞A"]
        {
            assert_eq!(behind_mark(line), Some("A"), "{line}");
        }
        assert_eq!(behind_mark(">>"), Some(""));
        for line in ["> A", "A >> B", "", "*", "&gt; A", "＞ A", "«A»", "\u{feff}"] {
            assert_eq!(behind_mark(line), None, "{line}");
        }
    }

    #[test]
    fn asides_are_in_brackets_as_a_whole() {
        for line in ["(Applause)", "(Applause).", "[ Laughter ]", "(Captioner has lost audio)", "[No audio]."]
        {
            assert!(is_aside(line), "{line}");
        }
        for line in ["(Applause) Thank you.", "(a) and (b)", "()", "(", "Applause", "[x)"] {
            assert!(!is_aside(line), "{line}");
        }
    }
}
