//! What plenary counts itself, as against what the source declares.

use crate::model::{BlockKind, Session, Speaker, Speech};

/// What one speaker contributed to the transcript, counted by plenary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<'s, 'src> {
    /// Whose.
    pub speaker: &'s Speaker<'src>,
    /// Number of speeches.
    pub speeches: usize,
    /// Words in them, as [`words`] counts.
    pub words: usize,
}

/// Speeches and words of every speaker of the registry, in its order; 0 for one who only has a profile.
pub fn counted<'s, 'src>(session: &'s Session<'src>) -> Vec<Counted<'s, 'src>> {
    let mut counted: Vec<_> =
        session.speakers.iter().map(|speaker| Counted { speaker, speeches: 0, words: 0 }).collect();
    let place: std::collections::HashMap<_, _> =
        session.speakers.iter().enumerate().map(|(place, speaker)| (&speaker.id, place)).collect();
    for speech in session.speeches() {
        let place = speech.speaker.as_ref().and_then(|id| place.get(id));
        if let Some(counted) = place.and_then(|&place| counted.get_mut(place)) {
            counted.speeches += 1;
            counted.words += spoken(speech);
        }
    }
    counted
}

/// Words said in a speech: those of its blocks that are not remarks such as `(Applause)`.
fn spoken(speech: &Speech<'_>) -> usize {
    let said = speech.blocks.iter().filter(|block| block.kind != BlockKind::Remark);
    said.map(|block| words(block.text.as_str())).sum()
}

/// Words of a text: runs between white space that hold a letter or a digit.
///
/// ```
/// assert_eq!(plenary_core::statistics::words("Well – it’s a multi-stakeholder process . . ."), 5);
/// ```
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
