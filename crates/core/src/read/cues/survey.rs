//! What a file of cues is like as a whole: how it names its speakers, and whether its captions roll.

use crate::read::lines::Line;

use super::blocks::{Block, Blocks};
use super::fragments::{Voice, fragments};
use super::labels::{Candidates, Labels, arrows_within, behind_arrows, behind_dash};
use super::markup::{Words, words};

/// What the first pass over the cues finds out.
#[derive(Debug, Default)]
pub(super) struct Survey<'src> {
    /// Whether voices are named by tags or identifiers; then nothing else names them.
    pub(super) voices: bool,
    /// Whether cues repeat what the cue above ends with, as captions do that roll over a screen.
    pub(super) rolling: bool,
    /// Whether `>>` marks that somebody else speaks.
    pub(super) arrows: bool,
    /// The labels in the words.
    pub(super) labels: Labels<'src>,
}

/// Captions roll where at least so many cues repeat a line, and half of those with words do.
const LEAST_ROLLING: usize = 4;

impl<'src> Survey<'src> {
    /// Takes as many blocks as it needs to find out; they are handed on with what was found.
    pub(super) fn of(
        source: &'src str,
        lines: &[Line<'src>],
        blocks: &mut Blocks<'_, 'src>,
    ) -> (Self, Vec<Block<'src>>) {
        let mut seen = Vec::new();
        let mut candidates = Candidates::default();
        let mut found = Vec::new();
        let mut above: Option<Words> = None;
        let (mut cues, mut repeats) = (0, 0);
        let mut arrows = false;
        for block in blocks {
            seen.push(block);
            let Some(Block::Cue(cue)) = seen.last() else { continue };
            fragments(source, lines, cue, &mut found);
            if cue.named.is_some() || found.iter().any(|fragment| matches!(fragment.voice, Voice::Named(_))) {
                return (Self { voices: true, ..Self::default() }, seen);
            }
            let mut first = true;
            for fragment in &found {
                let words = words(source, fragment.place.clone());
                if words.is_empty() {
                    continue;
                }
                let text = words.as_str(source);
                let place = fragment.place.clone();
                let behind = match text.as_bytes().first() {
                    Some(b'>') => behind_arrows(source, place.clone()).inspect(|_| arrows = true),
                    _ => behind_dash(source, place.clone()),
                };
                candidates.count(source, behind.unwrap_or(place.start)..place.end, first);
                if first {
                    let repeated = above.as_ref().is_some_and(|above| above.as_str(source) == text);
                    (cues, repeats) = (cues + 1, repeats + usize::from(repeated));
                }
                arrows = arrows || !arrows_within(source, place).is_empty();
                first = false;
                above = Some(words);
            }
        }
        let rolling = repeats >= LEAST_ROLLING && repeats * 2 >= cues;
        (Self { voices: false, rolling, arrows, labels: candidates.decide() }, seen)
    }
}
