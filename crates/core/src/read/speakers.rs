//! The registry of speakers: one entry for headings, labels and profiles that name the same speaker.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::model::{Extra, Id, Speaker, SpeakerKind, slug};

use super::Map;
use super::ids::Ids;
use super::kinds::{is_state_or_person, is_surely_state, kind};

/// The form of a name in which two names are the same speaker's: lower case, one space between words, straight
/// apostrophes, accents composed, nothing invisible. Nothing else makes two names one.
pub(super) fn key(name: &str) -> String {
    if is_plain(name) {
        return name.to_ascii_lowercase();
    }
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        if word.is_ascii() {
            key.extend(word.chars().map(|c| c.to_ascii_lowercase()));
            continue;
        }
        for c in word.nfc() {
            match c {
                '’' | '‘' | 'ʼ' => key.push('\''),
                // Soft hyphens, joiners, marks of direction.
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
                c => key.extend(c.to_lowercase()),
            }
        }
    }
    key
}

/// Whether the key of a name is the name in lower case: ASCII, with one space between words.
pub(super) fn is_plain(name: &str) -> bool {
    let bytes = name.as_bytes();
    let ends = [bytes.first(), bytes.last()];
    // No way out of the loops: so they run on many bytes at once.
    let within = bytes.iter().fold(true, |plain, byte| plain & (b' '..=b'~').contains(byte));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    within
        && ends.iter().all(|end| end.is_some_and(|byte| *byte != b' '))
        && pairs.fold(true, |single, (left, right)| single & ((*left != b' ') | (*right != b' ')))
}

/// Everyone met so far.
#[derive(Debug, Default)]
pub(super) struct Registry<'src> {
    speakers: Vec<Speaker<'src>>,
    place: Map<String, usize>,
    /// The places of names as they are written: most are written in one way, again and again.
    written: Map<&'src str, usize>,
    /// The places of those whom labels name, with what else the labels say.
    labels: Map<&'src str, usize>,
}

impl<'src> Registry<'src> {
    /// The identifier of the speaker called `name`, who is entered if not met before.
    pub(super) fn meet(&mut self, name: impl Into<Cow<'src, str>>, ids: &mut Ids) -> Id {
        let name = name.into();
        let written = match name {
            Cow::Borrowed(name) => Some(name),
            Cow::Owned(_) => None,
        };
        let place = written.and_then(|name| self.written.get(name).copied());
        let place = place.unwrap_or_else(|| self.enter(name, ids));
        if let Some(name) = written {
            self.written.entry(name).or_insert(place);
        }
        self.speakers.get(place).map_or_else(|| Id::new("speaker-unnamed"), |speaker| speaker.id.clone())
    }

    /// The place of the speaker called `name`.
    fn enter(&mut self, name: Cow<'src, str>, ids: &mut Ids) -> usize {
        let next = self.speakers.len();
        let place = *self.place.entry(key(&name)).or_insert(next);
        if place == next {
            let id = ids.claim(Id::joined(&["speaker", &slug(&name)], None));
            let kind = kind(&name);
            self.speakers.push(Speaker { id, name, kind, role: None, extra: Extra::default() });
        }
        place
    }

    /// The identifier of the speaker whom `label` names, if it has been heard before.
    pub(super) fn labelled(&self, label: &str) -> Option<Id> {
        let place = *self.labels.get(label)?;
        self.speakers.get(place).map(|speaker| speaker.id.clone())
    }

    /// Remembers that `label` names the speaker called `name`, who has been met.
    pub(super) fn label(&mut self, label: &'src str, name: &str) {
        if let Some(&place) = self.written.get(name) {
            self.labels.insert(label, place);
        }
    }

    /// Notes what the source says the speaker called `name` is; what it said first stays.
    pub(super) fn describe(&mut self, name: &str, role: &'src str) {
        let place = self.written.get(name).or_else(|| self.place.get(&key(name)));
        let speaker = place.and_then(|&place| self.speakers.get_mut(place));
        if let Some(speaker) = speaker {
            speaker.role.get_or_insert(Cow::Borrowed(role));
        }
    }

    /// Whether nobody has been met.
    pub(super) fn is_empty(&self) -> bool {
        self.speakers.is_empty()
    }

    /// Everyone, in the order first met.
    pub(super) fn into_speakers(mut self) -> Vec<Speaker<'src>> {
        // Georgia is a state among states.
        if self.speakers.iter().filter(|speaker| is_surely_state(&speaker.name)).take(2).count() == 2 {
            let states = self.speakers.iter_mut().filter(|speaker| is_state_or_person(&speaker.name));
            states.for_each(|speaker| speaker.kind = SpeakerKind::Organization);
        }
        self.speakers
    }
}

/// The part of a speaker's identifier that comes from the name: `joyce-hakmeh`.
pub(super) fn name_part(speaker: &Id) -> &str {
    let id = speaker.as_str();
    id.strip_prefix("speaker-").unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_differ_by_more_than_space_case_and_apostrophes() {
        assert_eq!(key(" Ann\u{a0} O’DELL "), key("Ann O'Dell"));
        assert_eq!(key("ДАРЬЯ"), key("Дарья"));
        assert_eq!(key("Jose\u{301} Nu\u{301}n\u{303}ez"), key("José Núñez"));
        assert_eq!(key("\u{200f}محمد علي\u{200f}"), key("محمد علي"));
        assert_ne!(key("Ann O'Dell"), key("Ann ODell"));
        assert_ne!(key("José"), key("Jose"));
    }
}
