//! WebVTT (W3C Candidate Recommendation, 4 April 2019), as Teams, Zoom, Webex, Stream and YouTube write it.
//!
//! A file is: the signature `WEBVTT`, with a title behind it where there is one; metadata (`Kind: captions`) up to the
//! first empty line; then [cues](super::cues), comments, styles and regions. A comment with a date in it stays a comment:
//! nothing in such a file says when the session took place.

use crate::diagnostic::codes::webvtt as codes;
use crate::model::Dialect;

use super::cues::{self, Format, Layout, has_comma, time_line};
use super::grammar::event;
use super::lines::Line;
use super::record::Record;
use super::{Certainty, Reading, srt};

static FORMAT: Format = Format {
    dialect: Dialect::WebVtt,
    comments: true,
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

/// Whether the lines are WebVTT: by the signature, or by times without a comma. (With a number above the first of them
/// they are rather [SubRip](super::srt).)
pub(super) fn detect(_: &str, lines: &[Line<'_>]) -> Certainty {
    let top = lines.get(..TOP.min(lines.len())).unwrap_or_default();
    if lines.first().is_some_and(|line| behind_signature(line.text).is_some()) {
        Certainty::Signed
    } else if !top.iter().any(|line| has_comma(line.text) == Some(false)) {
        Certainty::No
    } else if srt::is_numbered(top) {
        Certainty::Hint
    } else {
        Certainty::Maybe
    }
}

/// Reads a file.
pub(super) fn read<'src>(source: &'src str, lines: &[Line<'src>]) -> Reading<'src> {
    let mut record = Record::new(source, FORMAT.dialect);
    let first = header(&mut record, source, lines);
    cues::read(record, &FORMAT, source, lines, first)
}

/// Reads signature and metadata; the line behind them.
fn header<'src>(record: &mut Record<'src>, source: &str, lines: &[Line<'src>]) -> usize {
    let Some(signature) = lines.first() else { return 0 };
    match behind_signature(signature.text).map(title) {
        Some(Some(title)) => {
            let (name, event) = event::split(title);
            let line = record.pieces.part(signature, title);
            record.entitle(line, name, event);
        }
        Some(None) => record.label(signature),
        None => {
            record.find_on(&codes::NO_SIGNATURE, "the file does not begin with `WEBVTT`", signature);
            if !signature.text.eq_ignore_ascii_case("WEBVTT") {
                return 0;
            }
            record.label(signature);
        }
    }
    let layout = Layout::of(source, lines);
    let is_time = |at: usize| lines.get(at).is_some_and(|line| time_line(line.text).is_some());
    let mut at = 1;
    while let Some(line) = lines.get(at) {
        if layout.ends_block(at - 1) || is_time(at) || (is_time(at + 1) && !layout.ends_block(at)) {
            break;
        }
        record.label(line);
        at += 1;
    }
    at
}

/// What stands behind the signature on its line.
fn behind_signature(line: &str) -> Option<&str> {
    line.strip_prefix("WEBVTT").filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '-']))
}

/// The title behind the signature: `- Ferry pilots`. `FILE` says only what the file is, `Kind: captions` is metadata.
fn title(behind: &str) -> Option<&str> {
    let title = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':'));
    let is_metadata = METADATA
        .iter()
        .any(|name| title.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)));
    (!title.is_empty() && !is_metadata).then_some(title)
}

/// What stands behind the signature and is no title.
const METADATA: &[&str] = &["FILE", "Kind:", "Language:", "X-TIMESTAMP-MAP"];
