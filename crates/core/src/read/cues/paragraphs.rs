//! Where the words of cues become paragraphs.

use crate::read::shape::ends_sentence;

use super::markup::Words;

/// A reason to begin a new paragraph between two cues of one speaker.
struct Reason {
    /// How long the paragraph is at least, in bytes.
    length: usize,
    /// Whether its last cue ends a sentence.
    sentence: bool,
    /// How long nobody speaks before the next cue, in milliseconds.
    pause: u64,
}

/// The reasons. Speech has no paragraphs: a reader of minutes wants one where the speaker stopped for breath, and in any
/// case not a page without one. 800 bytes are about 130 words of English, or eight lines.
const REASONS: &[Reason] = &[
    Reason { length: 0, sentence: true, pause: 2_000 },
    Reason { length: 800, sentence: true, pause: 0 },
    // Words that a machine heard, without full stops.
    Reason { length: 800, sentence: false, pause: 2_000 },
    Reason { length: 2_400, sentence: false, pause: 0 },
];

/// Whether the next cue begins a new paragraph, which comes `pause` milliseconds behind `words`.
pub(super) fn begins_paragraph(source: &str, words: &Words, pause: u64) -> bool {
    let text = words.as_str(source);
    let sentence = ends_sentence(text) && !text.ends_with([':', ';', '…']);
    let holds = |reason: &Reason| {
        words.len() >= reason.length && pause >= reason.pause && (sentence || !reason.sentence)
    };
    REASONS.iter().any(holds)
}
