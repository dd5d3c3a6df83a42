//! What several rules look at, gathered once.

use std::collections::HashMap;

use crate::model::{Block, BlockKind, Content, Id, Profile, Session, Span, Speaker, Speech, Text};
use crate::statistics::participants;

/// A session, and who takes part in it.
#[derive(Debug)]
pub(super) struct Evidence<'s, 'src> {
    pub(super) session: &'s Session<'src>,
    /// Everyone of the registry, in its order.
    pub(super) voices: Vec<Voice<'s, 'src>>,
    place: HashMap<&'s str, usize>,
    /// All speeches, in order.
    pub(super) speeches: Vec<&'s Speech<'src>>,
}

/// One of the registry.
#[derive(Debug)]
pub(super) struct Voice<'s, 'src> {
    pub(super) speaker: &'s Speaker<'src>,
    /// The first profile.
    pub(super) profile: Option<&'s Profile<'src>>,
    /// How many speeches, and how many words in them.
    pub(super) speeches: usize,
    pub(super) words: usize,
    /// Where the name first stands, as a label, a profile or a heading.
    pub(super) at: Option<Span>,
}

impl<'s, 'src> Evidence<'s, 'src> {
    pub(super) fn of(session: &'s Session<'src>) -> Self {
        let voices: Vec<_> = participants(session)
            .into_iter()
            .map(|one| Voice {
                speaker: one.speaker,
                profile: one.profile,
                speeches: one.speeches,
                words: one.words,
                at: None,
            })
            .collect();
        let place = voices.iter().enumerate().map(|(place, voice)| (voice.speaker.id.as_str(), place));
        let mut evidence =
            Self { session, place: place.collect(), voices, speeches: session.speeches().collect() };
        evidence.locate();
        evidence
    }

    /// Finds where each name first stands.
    fn locate(&mut self) {
        for section in &self.session.sections {
            match &section.content {
                Content::Parts(parts) => {
                    parts.iter().for_each(|part| self.met(part.speaker.as_ref(), part.heading.as_ref()));
                }
                Content::Speeches(speeches) => {
                    speeches
                        .iter()
                        .for_each(|speech| self.met(speech.speaker.as_ref(), speech.label.as_ref()));
                }
                Content::Profiles(profiles) => {
                    profiles.iter().for_each(|profile| self.met(Some(&profile.speaker), Some(&profile.name)));
                }
                Content::Points(_) => {}
            }
        }
    }

    fn met(&mut self, speaker: Option<&Id>, text: Option<&Text<'_>>) {
        let voice = speaker.and_then(|id| self.place.get(id.as_str())).copied();
        if let (Some(voice), Some(text)) = (voice.and_then(|place| self.voices.get_mut(place)), text) {
            voice.at = voice.at.or_else(|| Some(text.content_span()));
        }
    }

    /// The one called `id`.
    pub(super) fn voice(&self, id: &Id) -> Option<&Voice<'s, 'src>> {
        self.voices.get(self.place(id)?)
    }

    /// Their place among the voices.
    pub(super) fn place(&self, id: &Id) -> Option<usize> {
        self.place.get(id.as_str()).copied()
    }

    /// The name of the one who speaks, as the label or the registry has it.
    pub(super) fn name_of(&self, speech: &'s Speech<'src>) -> Option<&'s str> {
        let label = speech.label.as_ref().map(Text::as_str).filter(|label| !label.is_empty());
        label.or_else(|| Some(&*self.voice(speech.speaker.as_ref()?)?.speaker.name))
    }
}

/// Where a speech begins: its label, or else its first words.
pub(super) fn place_of(speech: &Speech<'_>) -> Option<Span> {
    let label = speech.label.as_ref().filter(|label| !label.is_empty());
    label.or_else(|| speech.blocks.first().map(|block| &block.text)).map(Text::content_span)
}

/// The blocks of a speech that hold what was said.
pub(super) fn said<'b, 'src>(blocks: &'b [Block<'src>]) -> impl DoubleEndedIterator<Item = &'b Text<'src>> {
    blocks.iter().filter(|block| block.kind != BlockKind::Remark).map(|block| &block.text)
}

/// Where a piece of the content of `text` stands in the source: all of the text, where it is written there in
/// another form.
pub(super) fn within(text: &Text<'_>, piece: std::ops::Range<usize>) -> Span {
    let whole = text.content_span();
    match text.is_decoded() {
        true => whole,
        false => Span::new(whole.start + piece.start, whole.start + piece.end),
    }
}

/// `1 word`, `2 words`.
pub(super) struct Count<'a>(pub(super) usize, pub(super) &'a str);

impl std::fmt::Display for Count<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self(number, what) = self;
        let plural = match (number, what.ends_with("ch")) {
            (1, _) => "",
            (_, true) => "es",
            (_, false) => "s",
        };
        write!(f, "{number} {what}{plural}")
    }
}
