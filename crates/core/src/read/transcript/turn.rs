//! A line that may begin a turn: a name, a time beside it, a colon, words.
//!
//! ```text
//! Jane Doe: Good morning.               Jane Doe  0:07
//! Jane Doe (Harbour Board): Yes.        [00:12:03] Jane Doe: Yes.
//! **Jane Doe:** Yes.                    Jane Doe [00:12:03]: Yes.
//! Jane Doe: 00:12:03                    Jane Doe: [00:12:03] Yes.
//! ```

use nom::bytes::complete::take_while;
use nom::character::complete::one_of;
use nom::combinator::opt;
use nom::sequence::delimited;
use nom::{IResult, Parser};

use crate::read::grammar::stamp::{Stamp, stamp};
use crate::read::label::{LONGEST_LABEL, before_colon, colon};

/// What a line says if it begins a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn<'a> {
    /// The label, without colon and time.
    pub(super) label: &'a str,
    /// The time beside it.
    pub(super) stamp: Option<Stamp>,
    /// The words behind it on the line.
    pub(super) words: &'a str,
    /// Whether a colon ends the label.
    pub(super) colon: bool,
}

impl Turn<'_> {
    /// Whether the label stands alone on its line.
    pub(super) fn stands_alone(&self) -> bool {
        self.words.is_empty()
    }
}

/// The turn that `line` begins, by its form alone.
pub(super) fn turn(line: &str) -> Option<Turn<'_>> {
    let line = line.strip_prefix("**").or_else(|| line.strip_prefix("__")).unwrap_or(line);
    // Most lines are prose without a colon near their start.
    colon(line)?;
    if line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '('))
        && let Ok((rest, time)) = bracketed_stamp(line)
    {
        return behind_stamp(rest, time);
    }
    with_stamp(line).or_else(|| plain(line).map(stamped))
}

/// A turn whose words begin with its time: `Jane Doe: 00:12:03`, `Jane Doe: [00:12:03] Yes.` A bare time in front of
/// words may be what is said.
fn stamped(turn: Turn<'_>) -> Turn<'_> {
    if !turn.words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '(')) {
        return turn;
    }
    match bracketed_stamp(turn.words) {
        Ok((words, stamp)) if words.is_empty() || turn.words.starts_with(['[', '(']) => {
            Turn { stamp: Some(stamp), words, ..turn }
        }
        _ => turn,
    }
}

/// The time on a line that holds nothing else.
pub(super) fn lone_stamp(line: &str) -> Option<Stamp> {
    if line.len() > LONGEST_STAMP {
        return None;
    }
    bracketed_stamp(line).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, stamp)| stamp)
}

/// The longest time with its brackets, in bytes.
const LONGEST_STAMP: usize = 20;

/// `[00:12:03]`, `(0:12)`, `0:12 -`
fn bracketed_stamp(input: &str) -> IResult<&str, Stamp> {
    let blank = || take_while(|c: char| c.is_whitespace());
    let between = || take_while(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '|'));
    delimited((opt(one_of("[(")), blank()), stamp, (blank(), opt(one_of("])")), between())).parse(input)
}

/// `Jane Doe: Yes.` and `Jane Doe` behind a time.
fn behind_stamp(rest: &str, time: Stamp) -> Option<Turn<'_>> {
    // `00:12:03 - 00:12:09 Jane Doe: Yes.`
    let rest = match rest.starts_with(|c: char| c.is_ascii_digit()).then(|| bracketed_stamp(rest)) {
        Some(Ok((behind, _))) => behind,
        _ => rest,
    };
    if let Some(turn) = plain(rest) {
        return Some(Turn { stamp: Some(time), ..turn });
    }
    let alone = !rest.is_empty() && rest.len() <= LONGEST_LABEL && !rest.contains([':', '.', '?', '!']);
    alone.then_some(Turn { label: unbold(rest), stamp: Some(time), words: "", colon: false })
}

/// `Jane Doe [00:12:03]: Yes.`, `Jane Doe  0:07`, `[Jane Doe] 10:03:12`: a time behind the name.
fn with_stamp(line: &str) -> Option<Turn<'_>> {
    let start = line.as_bytes().get(..LONGEST_LABEL).unwrap_or(line.as_bytes());
    // The time is where its first colon is.
    let colon = memchr::memchr(b':', start)?;
    let front = line.get(..colon)?;
    let digits = front.len() - front.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let at = colon - digits;
    let before = line.get(..at).filter(|_| digits > 0)?;
    let (rest, time) = stamp(line.get(at..)?).ok()?;
    let open = before.ends_with(['[', '(']);
    let rest = if open { rest.strip_prefix([']', ')'])? } else { rest };
    let label = before.trim_end_matches(|c: char| c.is_whitespace() || "[(,|–-".contains(c));
    let label = label.strip_prefix('[').and_then(|label| label.strip_suffix(']')).unwrap_or(label);
    let parted =
        before.len() > label.len() && before.ends_with(|c: char| c.is_whitespace() || "[(|".contains(c));
    if !parted || label.is_empty() {
        return None;
    }
    let rest = rest.strip_prefix("**").unwrap_or(rest);
    let (colon, words) = match rest.trim_start().strip_prefix(':') {
        Some(words) => (true, words.strip_prefix("**").unwrap_or(words)),
        // Behind a bare time words are far: `Jane Doe  0:07  Yes.`
        None if rest.is_empty() || rest.starts_with("  ") || rest.starts_with('\t') => (false, rest),
        None => return None,
    };
    Some(Turn { label: unbold(label), stamp: Some(time), words: words.trim_start(), colon })
}

/// `Q. Where were you?`, `A. At home.`
pub(super) fn examines(line: &str) -> Option<Turn<'_>> {
    let (label, rest) = line.split_at_checked(1).filter(|(label, _)| matches!(*label, "Q" | "A"))?;
    let words = rest.strip_prefix('.')?;
    let apart = words.starts_with(char::is_whitespace) && !words.trim().is_empty();
    apart.then_some(Turn { label, stamp: None, words: words.trim_start(), colon: true })
}

/// `Jane Doe: Yes.`
pub(super) fn plain(line: &str) -> Option<Turn<'_>> {
    let line = line.strip_prefix("**").unwrap_or(line);
    let (label, words) = before_colon(line)?;
    let wide = line.get(..line.len() - words.len()).is_some_and(|front| front.ends_with('：'));
    let words = words.strip_prefix("**").or_else(|| words.strip_prefix("__")).unwrap_or(words);
    let apart = wide || words.is_empty() || words.starts_with(char::is_whitespace);
    let label = unbold(label);
    (apart && label.contains(char::is_alphabetic)).then_some(Turn {
        label,
        stamp: None,
        words: words.trim_start(),
        colon: true,
    })
}

fn unbold(label: &str) -> &str {
    // Nearly every label stands as it is.
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if is_plain(label.as_bytes().first()) && is_plain(label.as_bytes().last()) {
        return label;
    }
    label.trim_matches(['*', '_']).trim()
}

#[cfg(test)]
mod tests {
    use super::{lone_stamp, turn};

    #[test]
    fn turns_in_every_form() {
        for (line, label, time, words) in [
            ("Jane Doe: Yes.", "Jane Doe", None, "Yes."),
            ("Jane Doe:", "Jane Doe", None, ""),
            ("**Jane Doe:** Yes.", "Jane Doe", None, "Yes."),
            ("**Jane Doe**: Yes.", "Jane Doe", None, "Yes."),
            ("Jane Doe (Board): Yes.", "Jane Doe (Board)", None, "Yes."),
            ("Jane Doe [00:12:03]: Yes.", "Jane Doe", Some(723), "Yes."),
            ("Jane Doe (12:03): Yes.", "Jane Doe", Some(723), "Yes."),
            ("00:12:03 - 00:12:09 Jane Doe: Yes.", "Jane Doe", Some(723), "Yes."),
            ("Jane Doe  12:03", "Jane Doe", Some(723), ""),
            ("Jane Doe 12:03", "Jane Doe", Some(723), ""),
            ("Jane Doe - 12:03", "Jane Doe", Some(723), ""),
            ("Jane Doe | 12:03", "Jane Doe", Some(723), ""),
            ("**Jane Doe** [12:03]", "Jane Doe", Some(723), ""),
            ("[Jane Doe] 12:03", "Jane Doe", Some(723), ""),
            ("Speaker 1  12:03  Yes.", "Speaker 1", Some(723), "Yes."),
            ("[00:12:03] Jane Doe: Yes.", "Jane Doe", Some(723), "Yes."),
            ("[00:12:03] **Jane Doe:** Yes.", "Jane Doe", Some(723), "Yes."),
            ("(12:03) Jane Doe: Yes: no.", "Jane Doe", Some(723), "Yes: no."),
            ("00:12:03 - Jane Doe", "Jane Doe", Some(723), ""),
            ("12:03 Jane Doe: Yes.", "Jane Doe", Some(723), "Yes."),
            ("Jane Doe: 00:12:03", "Jane Doe", Some(723), ""),
            ("**Jane Doe:** (12:03)", "Jane Doe", Some(723), ""),
            ("Jane Doe: [12:03] Yes.", "Jane Doe", Some(723), "Yes."),
            ("Jane Doe: 12:03 it is.", "Jane Doe", None, "12:03 it is."),
            ("主席：早上好", "主席", None, "早上好"),
        ] {
            let found =
                turn(line).map(|turn| (turn.label, turn.stamp.map(|time| time.elapsed() / 1000), turn.words));
            assert_eq!(found, Some((label, time, words)), "{line}");
        }
        for line in
            ["Good morning.", "We meet at 10:30 in the hall.", "https://example.org", "10:30", "Doe:x", ""]
        {
            assert_eq!(turn(line), None, "{line}");
        }
    }

    #[test]
    fn a_time_may_stand_alone() {
        assert!(lone_stamp("[00:12:03]").is_some() && lone_stamp("0:12").is_some());
        assert!(lone_stamp("0:12 Yes").is_none() && lone_stamp("12").is_none());
    }
}
