//! The transcript: speeches under the labels of their speakers.

use crate::model::{Block, BlockKind, Moment, Speech};
use crate::read::disclaimers::is_of_page;
use crate::read::lines::Line;
use crate::read::shape::is_remark;

use super::candidates::time_beside;
use super::opening::disclaimer;
use super::page::Page;
use super::voices::{Spoken, Voices};

/// Reads the lines of a transcript.
pub(super) fn read<'src>(
    page: &mut Page<'src>,
    voices: &Voices<'src>,
    lines: &[Line<'src>],
) -> Vec<Speech<'src>> {
    let mut speeches: Vec<Speech<'src>> = Vec::new();
    let mut label = lines.first().and_then(|line| voices.label(line.text));
    let mut rest = lines;
    while let Some((first, below)) = rest.split_first() {
        // Words above the first label are said by nobody the page names.
        let said = if label.is_some() { below } else { rest };
        let mut next = None;
        let end = said.iter().position(|line| {
            next = voices.label(line.text);
            next.is_some()
        });
        let (said, behind) = said.split_at(end.unwrap_or(said.len()));
        let mut speech = None;
        let mut blocks = Vec::with_capacity(said.len() + usize::from(label.is_some_and(Spoken::goes_on)));
        if let Some(Spoken { name, label, words }) = label {
            let speech = speech.insert(page.speech());
            speech.start = time_beside(first, label).map(|milliseconds| Moment::Elapsed { milliseconds });
            speech.speaker = Some(page.meet(name));
            if words.is_empty() {
                speech.label = Some(page.pieces.part(first, label));
            } else {
                speech.label = Some(page.pieces.upto(first, label, first.place(words).start));
                blocks.push(Block::paragraph(page.pieces.part(first, words)));
            }
        }
        for (at, line) in said.iter().enumerate() {
            // One below the speeches may as well be said, unless its words are those of the page.
            let edge =
                speech.is_none() || (behind.is_empty() && at + 1 == said.len() && is_of_page(line.text));
            let next = said.get(at + 1).or(behind.first());
            if edge && disclaimer(page, line, next) {
                continue;
            }
            if let Some(name) = voices.doubtful(line.text) {
                page.doubtful_label(line, name);
            }
            let mut block = page.block(line);
            if is_remark(line.text) {
                block.kind = BlockKind::Remark;
            }
            if speech.is_none() {
                speech = Some(page.speech());
            }
            blocks.push(block);
        }
        speeches.extend(speech.map(|speech| Speech { blocks, ..speech }));
        (label, rest) = (next, behind);
    }
    // Times that begin late are those of a clock, on a day that the page may not name.
    let begins = speeches.iter().find_map(|speech| speech.start);
    if begins.is_some_and(
        |begins| matches!(begins, Moment::Elapsed { milliseconds } if milliseconds > LATEST_START),
    ) {
        speeches.iter_mut().for_each(|speech| speech.start = None);
    }
    speeches
}

/// The latest time, in milliseconds, at which the first speech of a recording begins.
const LATEST_START: u64 = 5 * 60 * 1000;
