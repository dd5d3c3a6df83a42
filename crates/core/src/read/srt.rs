//! SubRip: `12`, `00:01:02,500 --> 00:01:04,000`, the words, an empty line. There is no standard and no header; what
//! programs have added (a position behind the times, `<i>`, `{\an8}`) is read, and so are files in which numbers and empty
//! lines are missing.

use crate::diagnostic::codes::srt as codes;
use crate::model::Dialect;

use super::cues::{self, Format, has_comma};
use super::lines::Line;
use super::record::Record;
use super::{Certainty, Reading};

static FORMAT: Format = Format {
    dialect: Dialect::Srt,
    comments: false,
    broken_time: &codes::BROKEN_TIME,
    ends_before_start: &codes::ENDS_BEFORE_START,
    runs_backwards: &codes::RUNS_BACKWARDS,
    words_behind_time: &codes::WORDS_BEHIND_TIME,
    empty_line_in_cue: &codes::EMPTY_LINE_IN_CUE,
    text_outside_cues: &codes::TEXT_OUTSIDE_CUES,
    empty_cue: &codes::EMPTY_CUE,
    ambiguous_label: &codes::AMBIGUOUS_LABEL,
    voiceless_cue: &codes::VOICELESS_CUE,
    unlabelled_cue: &codes::UNLABELLED_CUE,
    no_speakers: &codes::NO_SPEAKERS,
    rolling_captions: &codes::ROLLING_CAPTIONS,
};

/// How many lines at the top are looked at for times.
const TOP: usize = 40;

/// Whether the lines are SubRip: by a number and times with a comma below it, at the start or near it; by such times
/// alone; or by a number and times with a point at the start.
pub(super) fn detect(_: &str, lines: &[Line<'_>]) -> Certainty {
    let top = lines.get(..TOP.min(lines.len())).unwrap_or_default();
    let comma = |line: &Line<'_>| has_comma(line.text) == Some(true);
    let first = top.windows(2).position(|pair| is_numbered(pair) && pair.last().is_some_and(comma));
    match first {
        Some(0) => Certainty::Signed,
        Some(_) => Certainty::Sure,
        None if top.iter().any(comma) || is_numbered(top) => Certainty::Maybe,
        None => Certainty::No,
    }
}

/// Whether the lines begin with a number and times.
pub(super) fn is_numbered(lines: &[Line<'_>]) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(lines, [number, times, ..] if is_number(number.text) && has_comma(times.text).is_some())
}

/// Reads a file.
pub(super) fn read<'src>(source: &'src str, lines: &[Line<'src>]) -> Reading<'src> {
    cues::read(Record::new(source, FORMAT.dialect), &FORMAT, source, lines, 0)
}
