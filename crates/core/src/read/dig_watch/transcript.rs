//! The transcript: speeches under the labels of their speakers.

use crate::model::{Block, BlockKind, Speech};
use crate::read::lines::Line;
use crate::read::shape::is_remark;

use super::disclaimers::is_of_page;
use super::opening::disclaimer;
use super::page::Page;
use super::voices::Voices;

/// Reads the lines of a transcript.
pub(super) fn read<'src>(page: &mut Page<'src>, voices: &Voices, lines: &[Line<'src>]) -> Vec<Speech<'src>> {
    let mut speeches: Vec<Speech<'src>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some((name, words)) = voices.label(line.text) {
            let mut speech = page.speech();
            speech.speaker = Some(page.meet(name));
            if words.is_empty() {
                speech.label = Some(page.pieces.part(line, name));
            } else {
                let words_at = line.place(words).start;
                speech.label = Some(page.pieces.upto(line, name, words_at));
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
        let text = page.pieces.line(line);
        let kind = if is_remark(line.text) { BlockKind::Remark } else { BlockKind::Paragraph };
        // Words above the first label are said by nobody the page names.
        if speeches.is_empty() {
            let speech = page.speech();
            speeches.push(speech);
        }
        if let Some(speech) = speeches.last_mut() {
            speech.blocks.push(Block { kind, text });
        }
    }
    speeches
}
