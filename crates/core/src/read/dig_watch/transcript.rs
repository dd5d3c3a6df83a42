//! The transcript: speeches under the labels of their speakers.

use crate::model::{Block, BlockKind, Moment, Speech};
use crate::read::lines::Line;
use crate::read::shape::is_remark;

use super::candidates::time_beside;
use super::disclaimers::is_of_page;
use super::opening::disclaimer;
use super::page::Page;
use super::voices::{Spoken, Voices};

/// Reads the lines of a transcript.
pub(super) fn read<'src>(page: &mut Page<'src>, voices: &Voices, lines: &[Line<'src>]) -> Vec<Speech<'src>> {
    let mut speeches: Vec<Speech<'src>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(Spoken { name, label, words }) = voices.label(line.text) {
            let mut speech = page.speech();
            speech.start = time_beside(line, label).map(|milliseconds| Moment::Elapsed { milliseconds });
            speech.speaker = Some(page.meet(name));
            if words.is_empty() {
                speech.label = Some(page.pieces.part(line, label));
            } else {
                let words_at = line.place(words).start;
                speech.label = Some(page.pieces.upto(line, label, words_at));
                speech.blocks.push(Block::paragraph(page.pieces.part(line, words)));
            }
            speeches.push(speech);
            continue;
        }
        // One below the speeches may as well be said, unless its words are those of the page.
        let edge = speeches.is_empty() || (at + 1 == lines.len() && is_of_page(line.text));
        if edge && disclaimer(page, line, lines.get(at + 1)) {
            continue;
        }
        if let Some(name) = voices.doubtful(line.text) {
            page.doubtful_label(line, name);
        }
        let mut block = page.block(line);
        if is_remark(line.text) {
            block.kind = BlockKind::Remark;
        }
        // Words above the first label are said by nobody the page names.
        if speeches.is_empty() {
            let speech = page.speech();
            speeches.push(speech);
        }
        if let Some(speech) = speeches.last_mut() {
            speech.blocks.push(block);
        }
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
