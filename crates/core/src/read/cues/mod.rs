//! Files of cues, whatever their dialect: words with the times at which they are shown.
//!
//! A cue is what fits on a screen, not what somebody says: cues of one speaker in a row are one speech, and the words of
//! the cues are joined to paragraphs. The [blocks] of a file are found first; the [survey] then goes over its cues once
//! to find out how the file names its speakers, and the [stage] puts speeches together in a second pass:
//!
//! * **Voice tags** (`<v Ines Quarrie>`, and identifiers of cues that name a speaker): they alone say who speaks, and
//!   for their own cue only. A cue without one is a speech without a speaker.
//! * **Labels** (`Ines Quarrie: Good morning.`, `[Ines Quarrie] Good morning.`, `>> INES QUARRIE: Good morning.`): the
//!   speaker has the floor until the next label, `>>` or dash.
//! * **Neither**: nobody is named, and nobody is guessed.
//!
//! Where the words of a paragraph stand in one stretch they are borrowed; else they are decoded, and the paragraph's
//! raw text holds identifiers, times and tags between them. So the file can be written back from the session.

mod blocks;
mod fragments;
mod labels;
mod markup;
mod paragraphs;
mod speeches;
mod stage;
mod survey;
mod time;

use crate::diagnostic::codes::Code;
use crate::model::Dialect;

use super::Reading;
use super::lines::Line;
use super::record::Record;

use blocks::{Block, Blocks};
use stage::Stage;
use survey::Survey;

pub(super) use blocks::Layout;
pub(super) use time::{has_comma, time_line};

/// What the dialects of cues have each their own.
#[derive(Debug)]
pub(super) struct Format {
    /// The dialect.
    pub(super) dialect: Dialect,
    /// Whether there are comments, styles and regions.
    pub(super) comments: bool,
    /// A line with an arrow that tells no times.
    pub(super) broken_time: &'static Code,
    /// A cue that ends before it starts.
    pub(super) ends_before_start: &'static Code,
    /// A cue that starts before the one above it.
    pub(super) runs_backwards: &'static Code,
    /// Words behind the times, on their line.
    pub(super) words_behind_time: &'static Code,
    /// An empty line between times and words.
    pub(super) empty_line_in_cue: &'static Code,
    /// A line that belongs to no cue.
    pub(super) text_outside_cues: &'static Code,
    /// Cues without words.
    pub(super) empty_cue: &'static Code,
    /// What may be a label.
    pub(super) ambiguous_label: &'static Code,
    /// Cues without a voice, in a file where cues have one.
    pub(super) voiceless_cue: &'static Code,
    /// Cues without a label, in a file where cues have one.
    pub(super) unlabelled_cue: &'static Code,
    /// No cue says who speaks.
    pub(super) no_speakers: &'static Code,
    /// Cues that repeat the line above.
    pub(super) rolling_captions: &'static Code,
}

/// Reads the cues of the lines from the one at `first`; those above it are in the record.
pub(super) fn read<'src>(
    record: Record<'src>,
    format: &'static Format,
    source: &'src str,
    lines: &[Line<'src>],
    first: usize,
) -> Reading<'src> {
    let mut blocks = Blocks::of(source, lines, first, format.comments);
    let (survey, seen) = Survey::of(source, lines, &mut blocks);
    let mut stage = Stage::new(record, format, source, lines, &survey);
    for block in seen.into_iter().chain(blocks) {
        match block {
            Block::Cue(cue) => stage.cue(&cue),
            Block::Comment(range) => stage.comment(range),
            Block::Stray(at) => stage.stray(at),
        }
    }
    stage.finish()
}
