//! Who speaks after whom.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::{Session, Speaker};

/// How often one speaker takes the floor right after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succession<'s, 'src> {
    /// Who spoke.
    pub before: &'s Speaker<'src>,
    /// Who spoke next; another.
    pub after: &'s Speaker<'src>,
    /// How often, counted.
    pub times: usize,
}

/// Who speaks after whom: the most frequent pairs first, those as frequent in the order they first occur.
///
/// One who speaks twice in a row follows nobody the second time. Where it is not known who speaks, nobody follows and
/// nobody is followed.
///
/// ```
/// # #[cfg(feature = "read")] {
/// use plenary_core::read::{ReadOptions, read};
/// use plenary_core::statistics::successions;
///
/// let page = "Session transcript\nAda:\nYes?\nChair:\nAda.\nAda:\nNo.\nChair:\nBea.\nBea:\nThanks.\n";
/// let session = read(page, &ReadOptions::default()).session;
/// let pairs: Vec<_> = successions(&session)
///     .iter()
///     .map(|pair| format!("{}, {}: {}", pair.before.name, pair.after.name, pair.times))
///     .collect();
/// assert_eq!(pairs, ["Ada, Chair: 2", "Chair, Ada: 1", "Chair, Bea: 1"]);
/// # }
/// ```
pub fn successions<'s, 'src>(session: &'s Session<'src>) -> Vec<Succession<'s, 'src>> {
    let speakers = session.speaker_index();
    let mut pairs: Vec<Succession<'s, 'src>> = Vec::new();
    let mut places = HashMap::new();
    let mut before: Option<&'s Speaker<'src>> = None;
    for speech in session.speeches() {
        let after = speech.speaker.as_ref().and_then(|id| speakers.get(id));
        if let (Some(before), Some(after)) = (before, after)
            && before.id != after.id
        {
            let place = *places.entry((before.id.as_str(), after.id.as_str())).or_insert(pairs.len());
            match pairs.get_mut(place) {
                Some(pair) => pair.times += 1,
                None => pairs.push(Succession { before, after, times: 1 }),
            }
        }
        before = after;
    }
    pairs.sort_by_key(|pair| Reverse(pair.times));
    pairs
}
