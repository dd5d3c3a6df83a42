//! Whom a document refers to: the entries of its `references`, and the speakers met.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{Event, Extra, Id, Speaker, SpeakerKind, slug};
use crate::read::ids::Ids;
use crate::read::kinds::kind;
use crate::read::speakers::key;

use super::scan::Tag;

/// An entry of the `references`.
#[derive(Debug)]
struct Entry<'src> {
    name: Cow<'src, str>,
    /// What a speaker of this entry is; `None` where the entry is of neither person, body nor role.
    kind: Option<SpeakerKind>,
    /// The speaker this is, once met.
    speaker: Option<usize>,
}

/// The entries and the speakers.
#[derive(Debug, Default)]
pub(super) struct People<'src> {
    entries: HashMap<Cow<'src, str>, Entry<'src>>,
    events: HashMap<Cow<'src, str>, Event<'src>>,
    speakers: Vec<Speaker<'src>>,
    by_name: HashMap<String, usize>,
    /// Who was named first under a reference that no entry knows.
    called: HashMap<Cow<'src, str>, Id>,
}

impl<'src> People<'src> {
    /// Keeps an entry of the `references`. One that bears an identifier of the model is a speaker, in this place of
    /// the registry.
    pub(super) fn enter(&mut self, tag: &Tag<'src>, guid: Option<Id>, ids: &mut Ids) {
        let Some(label) = tag.get("eId").or_else(|| tag.get("id")) else { return };
        let name = restored(tag.get("showAs").unwrap_or_default(), tag.own("controls").as_deref());
        if tag.name == "TLCEvent" {
            self.events.insert(label, event(tag, name));
            return;
        }
        let kind = match tag.name {
            "TLCPerson" => Some(SpeakerKind::Person),
            "TLCOrganization" => Some(SpeakerKind::Organization),
            "TLCRole" => Some(SpeakerKind::Role),
            _ => None,
        };
        let mut entry = Entry { name, kind, speaker: None };
        if let (Some(id), Some(kind)) = (guid, kind) {
            let id = ids.claim(id);
            let role = tag.own("role").and_then(|role| self.name(role.trim_start_matches('#')));
            entry.speaker = Some(self.add(id, entry.name.clone(), kind, role));
        }
        self.entries.entry(label).or_insert(entry);
    }

    /// The name an entry is shown by.
    pub(super) fn name(&self, label: &str) -> Option<Cow<'src, str>> {
        self.entries.get(label).map(|entry| entry.name.clone()).filter(|name| !name.trim().is_empty())
    }

    /// The event of an entry.
    pub(super) fn event(&self, label: &str) -> Option<Event<'src>> {
        self.events.get(label).cloned()
    }

    /// The speaker a label refers to; `None` where no entry has it, or one without a name.
    pub(super) fn refer(&mut self, label: &str, ids: &mut Ids) -> Option<Id> {
        let entry = self.entries.get_mut(label)?;
        if entry.speaker.is_none() {
            let name = entry.name.trim();
            if name.is_empty() {
                return None;
            }
            let speaker = Speaker {
                id: ids.claim(Id::joined(&["speaker", &slug(name)], None)),
                name: entry.name.clone(),
                kind: entry.kind.unwrap_or_else(|| kind(name)),
                role: None,
                extra: Extra::default(),
            };
            entry.speaker = Some(self.speakers.len());
            self.by_name.entry(key(name)).or_insert(self.speakers.len());
            self.speakers.push(speaker);
        }
        self.speakers.get(entry.speaker?).map(|speaker| speaker.id.clone())
    }

    /// Who speaks under a reference that no entry knows, or under none: the one whom the label names; without a label
    /// the one whom a label named under this reference before, or who is called by the reference.
    pub(super) fn call(
        &mut self,
        reference: Option<Cow<'src, str>>,
        label: Option<&str>,
        ids: &mut Ids,
    ) -> Option<Id> {
        let Some(name) = label else {
            let reference = reference?;
            let known = self.called.get(&reference).cloned();
            let name = || reference.contains(char::is_alphanumeric).then_some(&*reference);
            return known.or_else(|| Some(self.meet(name()?, ids)));
        };
        let id = self.meet(name, ids);
        if let Some(reference) = reference {
            self.called.entry(reference).or_insert_with(|| id.clone());
        }
        Some(id)
    }

    /// The speaker called `name`, whom no entry knows.
    pub(super) fn meet(&mut self, name: &str, ids: &mut Ids) -> Id {
        let next = self.speakers.len();
        let place = *self.by_name.entry(key(name)).or_insert(next);
        if let Some(speaker) = self.speakers.get(place) {
            return speaker.id.clone();
        }
        let id = ids.claim(Id::joined(&["speaker", &slug(name)], None));
        self.add(id.clone(), Cow::Owned(name.to_owned()), kind(name), None);
        id
    }

    /// Notes what a speaker is; what was said first stays.
    pub(super) fn describe(&mut self, label: &str, role: Cow<'src, str>) {
        let place = self.entries.get(label).and_then(|entry| entry.speaker);
        if let Some(speaker) = place.and_then(|place| self.speakers.get_mut(place)) {
            speaker.role.get_or_insert(role);
        }
    }

    /// Everyone, in the order first met.
    pub(super) fn into_speakers(self) -> Vec<Speaker<'src>> {
        self.speakers
    }

    fn add(
        &mut self,
        id: Id,
        name: Cow<'src, str>,
        kind: SpeakerKind,
        role: Option<Cow<'src, str>>,
    ) -> usize {
        let place = self.speakers.len();
        self.by_name.entry(key(&name)).or_insert(place);
        self.speakers.push(Speaker { id, name, kind, role, extra: Extra::default() });
        place
    }
}

fn event<'src>(tag: &Tag<'src>, label: Cow<'src, str>) -> Event<'src> {
    let series = tag.own("series").unwrap_or_else(|| label.clone());
    Event { label, series, kind: tag.own("kind"), number: tag.own("number"), extra: Extra::default() }
}

/// `text` with the characters put back that XML cannot hold: `codes` names them, in hexadecimal, in the order in
/// which U+FFFD stands for them.
pub(super) fn restored<'src>(text: Cow<'src, str>, codes: Option<&str>) -> Cow<'src, str> {
    let Some(codes) = codes else { return text };
    let mut codes = codes.split_ascii_whitespace().map(|code| u32::from_str_radix(code, 16).ok());
    let restore = |c| match c {
        char::REPLACEMENT_CHARACTER => codes.next().flatten().and_then(char::from_u32).unwrap_or(c),
        _ => c,
    };
    Cow::Owned(text.chars().map(restore).collect())
}
