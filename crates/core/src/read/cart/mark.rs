//! What marks a change of speaker in captions: `>>`.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::char;
use nom::combinator::{opt, value};
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// The text behind the mark of a change of speaker at the start of a line; `None` where there is none.
#[inline]
pub(in crate::read) fn behind_mark(line: &str) -> Option<&str> {
    // Most lines have none, and their first byte tells.
    match line.as_bytes().first()? {
        b'>' | b'&' | b'*' | b'\\' | 0xEF => find(line),
        _ => None,
    }
}

/// The text behind a mark, on a line that begins as one does.
fn find(line: &str) -> Option<&str> {
    // Nearly every mark is written so.
    if let Some(rest) = line.strip_prefix(">> ")
        && rest.starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        return Some(rest);
    }
    let (text, bold) = match line.strip_prefix("**") {
        Some(text) => (text, true),
        None => (line, false),
    };
    // `>> >> JANE DOE:` is a slip of the pen.
    let (rest, _) = (mark, opt(preceded(blank, mark))).parse(text).ok()?;
    // `**>>** JANE DOE:` closes what it opens at once.
    let rest = if bold { rest.strip_prefix("**").unwrap_or(rest) } else { rest };
    Some(rest.trim_start())
}

/// `>>`, `> >`; as a web page's source has it, `&gt;&gt;`; as Markdown has it, `\>\>`; as wide as CJK text.
fn mark(input: &str) -> IResult<&str, ()> {
    let one =
        || alt((value((), char('>')), value((), tag("&gt;")), value((), tag("\\>")), value((), char('＞'))));
    value((), (one(), blank, one())).parse(input)
}

fn blank(input: &str) -> IResult<&str, &str> {
    take_while(|c: char| matches!(c, ' ' | '\u{a0}' | '\t')).parse(input)
}

#[cfg(test)]
mod tests {
    use super::behind_mark;

    #[test]
    fn marks_in_every_form() {
        for line in [
            ">> A",
            ">>A",
            "> > A",
            "&gt;&gt; A",
            "\\>\\> A",
            "**>> A",
            "**>>** A",
            ">>\u{a0}A",
            "＞＞A",
            ">> >> A",
        ] {
            assert_eq!(behind_mark(line), Some("A"), "{line}");
        }
        assert_eq!(behind_mark(">>"), Some(""));
        for line in ["> A", "A >> B", "", "*", "&gt; A", "＞ A", "«A»", "\u{feff}"] {
            assert_eq!(behind_mark(line), None, "{line}");
        }
    }
}
