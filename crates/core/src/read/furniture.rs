//! Lines of a transcript that nobody said: asides, fences, page numbers, marks of its state, credits, disclaimers.

use nom::branch::alt;
use nom::bytes::complete::tag_no_case;
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{opt, value};
use nom::{IResult, Parser};

use super::grammar::{space, whole};

/// Whether a line marks something and says nothing: `***`, `Page 3 of 30`, `FINISHED FILE`.
pub(super) fn is_mark(line: &str) -> bool {
    line.len() <= LONGEST_MARK && (is_fence(line) || is_state(line) || is_page_number(line))
}

/// The longest mark, in bytes: a row of asterisks across the page.
const LONGEST_MARK: usize = 200;

/// Whether a line is drawn: `***`, `* * *`, `-----`.
fn is_fence(line: &str) -> bool {
    let drawn = |c: char| matches!(c, '*' | '-' | '–' | '—' | '_' | '=' | '~' | '‑' | '•' | '·' | ' ');
    line.chars().all(drawn) && line.chars().filter(|c| *c != ' ').count() >= 3
}

/// What captioners call the state of their text.
const STATES: &[&str] = &[
    "edited",
    "edited copy",
    "edited file",
    "final",
    "final copy",
    "final transcript",
    "finished",
    "finished copy",
    "finished file",
    "finished transcript",
    "raw",
    "raw copy",
    "raw file",
    "raw transcript",
    "rough copy",
    "rough draft",
    "rough edited copy",
    "rough edited file",
    "roughly edited",
    "roughly edited copy",
    "roughly edited file",
    "unedited",
    "unedited copy",
    "unedited file",
    "unedited transcript",
];

/// The longest of them with what is drawn around it, in bytes.
const LONGEST_STATE: usize = 40;

/// Whether a few words name the state of a text: `RAW`, `(Raw)`, `FINISHED FILE`.
pub(super) fn is_state(words: &str) -> bool {
    if words.len() > LONGEST_STATE {
        return false;
    }
    let bare = words.trim_matches(['(', ')', '[', ']', '*', ' ', '-', '–']);
    STATES.iter().any(|state| state.eq_ignore_ascii_case(bare))
}

/// Whether a line is the number of a page.
pub(super) fn is_page_number(line: &str) -> bool {
    let begins = line.starts_with(['p', 'P', '-', '–']);
    begins && line.len() <= LONGEST_PAGE_NUMBER && whole(page_number, line).is_some()
}

/// The longest number of a page, in bytes.
const LONGEST_PAGE_NUMBER: usize = 30;

/// `Page 3`, `Page 3 of 30`, `- 3 -`
fn page_number(input: &str) -> IResult<&str, ()> {
    let of = || (space, alt((tag_no_case("of"), tag_no_case("/"))), space, digit1);
    let called = (tag_no_case("page"), space, opt(char('|')), space, digit1, opt(of()));
    let between = (one_of("-–"), space, digit1, space, one_of("-–"));
    alt((value((), called), value((), between))).parse(input)
}

/// The longest aside, in bytes.
const LONGEST_ASIDE: usize = 250;

/// Whether a line is nothing but brackets around what happened: `(Applause).`, `[ No audio ]`, `((Crosstalk))`,
/// `(Please stand by. We begin at ten.)`
pub(super) fn is_aside(line: &str) -> bool {
    let (open, close) = match line.as_bytes().first() {
        Some(b'(') => ('(', ')'),
        Some(b'[') => ('[', ']'),
        _ => return false,
    };
    let line = if line.len() <= LONGEST_ASIDE { line.trim_end_matches(['.', ',', '!', ' ']) } else { "" };
    let Some(once) = line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) else { return false };
    let twice = once.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let inner = twice.unwrap_or(once);
    !inner.trim().is_empty() && !inner.contains([open, close])
}

/// How lines begin that say who made the text.
const CREDITS: &[&str] = &[
    "captioned by",
    "captioning by",
    "captioning provided by",
    "captions by",
    "captions provided by",
    "services provided by",
    "transcribed by",
    "transcript by",
    "transcript provided by",
    "transcription by",
    "transcription provided by",
];

/// The longest line that says who made the text, in bytes.
const LONGEST_CREDIT: usize = 120;

/// Whether a line says who made the text: `Services provided by: …`, `Transcribed by https://…`.
pub(super) fn is_credit(line: &str) -> bool {
    let line = line.trim_start_matches(['(', '[', '*']);
    line.len() <= LONGEST_CREDIT && CREDITS.iter().any(|start| begins(line, start))
}

/// Whether `line` begins with `start`, which is ASCII in small letters, in any case.
pub(super) fn begins(line: &str, start: &str) -> bool {
    // Most lines differ in their first byte.
    line.as_bytes().first().map(u8::to_ascii_lowercase) == start.as_bytes().first().copied()
        && line.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// What a line says that ends a transcript without brackets.
const ENDS: &[&str] = &[
    "end",
    "end of captioning",
    "end of captions",
    "end of meeting",
    "end of recording",
    "end of session",
    "end of transcript",
    "end of transcription",
];

/// How verbatim records tell when a meeting began and ended.
const SITTINGS: &[&str] = &[
    "the meeting adjourned at",
    "the meeting closed at",
    "the meeting resumed at",
    "the meeting rose at",
    "the meeting was adjourned at",
    "the meeting was called to order at",
    "the meeting was resumed at",
    "the meeting was suspended at",
];

/// The longest line that tells it, in bytes.
const LONGEST_SITTING: usize = 80;

/// Whether a line says that the transcript ends (`END OF TRANSCRIPT`), or when the meeting did: nobody says it.
pub(super) fn is_end(line: &str) -> bool {
    if line.len() <= LONGEST_SITTING && line.starts_with(['T', 't']) {
        return SITTINGS.iter().any(|sitting| begins(line, sitting));
    }
    if line.len() > LONGEST_MARK {
        return false;
    }
    let bare = line.trim_matches(['*', '-', '–', '#', '.', ' ']);
    bare.starts_with(['e', 'E']) && ENDS.iter().any(|end| end.eq_ignore_ascii_case(bare))
}

#[cfg(test)]
mod tests {
    use super::{is_aside, is_credit, is_end, is_mark};

    #[test]
    fn marks_say_nothing() {
        for line in [
            "***",
            "* * *",
            "-----",
            "‑‑‑",
            "RAW",
            "(Raw)",
            "FINISHED FILE",
            "Page 3",
            "page 3 of 30",
            "- 3 -",
        ] {
            assert!(is_mark(line), "{line}");
        }
        for line in ["**", "‑‑", "*** Gavel", "Page three", "Raw data", "3", "30 of us", "-3-4", ""] {
            assert!(!is_mark(line), "{line}");
        }
    }

    #[test]
    fn credits_and_ends() {
        assert!(is_credit("Services Provided By:") && is_credit("Transcribed by https://example.org"));
        assert!(!is_credit("Transcribed words are words."));
        assert!(is_end("*** END OF TRANSCRIPT ***") && !is_end("End of the road"));
        assert!(is_end("The meeting rose at 12.05 p.m.") && !is_end("The meeting rose against us."));
    }

    #[test]
    fn asides_are_in_brackets_as_a_whole() {
        for line in [
            "(Applause)",
            "(Applause).",
            "[ Laughter ]",
            "(Captioner has lost audio)",
            "[No audio].",
            "((Crosstalk))",
        ] {
            assert!(is_aside(line), "{line}");
        }
        for line in ["(Applause) Thank you.", "(a) and (b)", "()", "(", "Applause", "[x)"] {
            assert!(!is_aside(line), "{line}");
        }
    }
}
