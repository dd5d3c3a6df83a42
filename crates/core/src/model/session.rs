//! The session itself.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{
    Content, Extra, Id, MeetingTime, Part, Point, Profile, SchemaVersion, Section, Speaker, Speech, Text,
    Title,
};

/// One meeting's whole record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session<'src> {
    /// The version of this model.
    pub schema: SchemaVersion,
    /// The source format it was read from.
    pub dialect: Dialect,
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Title<'src>>,
    /// When it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<MeetingTime<'src>>,
    /// What the source says of its own standing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disclaimers: Vec<Disclaimer<'src>>,
    /// The sections, in the order of the source.
    #[serde(default)]
    pub sections: Vec<Section<'src>>,
    /// Everyone who speaks or has a profile, in the order first met.
    #[serde(default)]
    pub speakers: Vec<Speaker<'src>>,
    /// Lines that say nothing themselves and only name or mark what they stand beside: `Speech speed`,
    /// `Supporting facts:`, `WEBVTT`, a comment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<Text<'src>>,
    /// Lines the reader found no place for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unrecognised: Vec<Text<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl<'src> Session<'src> {
    /// A session with nothing in it yet.
    pub fn new(dialect: Dialect) -> Self {
        Self {
            schema: SchemaVersion::CURRENT,
            dialect,
            title: None,
            time: None,
            disclaimers: Vec::new(),
            sections: Vec::new(),
            speakers: Vec::new(),
            labels: Vec::new(),
            unrecognised: Vec::new(),
            extra: Extra::default(),
        }
    }

    /// All speeches, in order.
    pub fn speeches(&self) -> impl Iterator<Item = &Speech<'src>> {
        self.sections.iter().flat_map(|section| match &section.content {
            Content::Speeches(speeches) => speeches.as_slice(),
            _ => &[],
        })
    }

    /// All profiles, in order.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile<'src>> {
        self.sections.iter().flat_map(|section| match &section.content {
            Content::Profiles(profiles) => profiles.as_slice(),
            _ => &[],
        })
    }

    /// All points, in order.
    pub fn points(&self) -> impl Iterator<Item = &Point<'src>> {
        self.sections.iter().flat_map(|section| match &section.content {
            Content::Points(points) => points.as_slice(),
            _ => &[],
        })
    }

    /// All parts of prose, in order: the report, and whatever other section holds prose.
    pub fn parts(&self) -> impl Iterator<Item = &Part<'src>> {
        self.sections.iter().flat_map(|section| match &section.content {
            Content::Parts(parts) => parts.as_slice(),
            _ => &[],
        })
    }

    /// The registry by identifier, for many look-ups.
    ///
    /// ```
    /// # use std::borrow::Cow;
    /// # use plenary_core::model::{Dialect, Extra, Id, Session, Speaker, SpeakerKind};
    /// let mut session = Session::new(Dialect::DigWatch);
    /// let id = Id::new("speaker-chair");
    /// # let name = Cow::Borrowed("Chair");
    /// session.speakers.push(Speaker { id: id.clone(), name, kind: SpeakerKind::Role, role: None, extra: Extra::default() });
    ///
    /// let speakers = session.speaker_index();
    /// assert_eq!(speakers.get(&id).map(|speaker| &*speaker.name), Some("Chair"));
    /// assert_eq!(speakers.get(&Id::new("speaker-ghost")), None);
    /// ```
    pub fn speaker_index(&self) -> SpeakerIndex<'_, 'src> {
        SpeakerIndex(self.speakers.iter().map(|speaker| (speaker.id.as_str(), speaker)).collect())
    }
}

/// The registry of speakers by identifier; see [`Session::speaker_index`].
#[derive(Debug)]
pub struct SpeakerIndex<'s, 'src>(HashMap<&'s str, &'s Speaker<'src>>);

impl<'s, 'src> SpeakerIndex<'s, 'src> {
    /// The speaker `id`; `None` where the registry has no such speaker.
    pub fn get(&self, id: &Id) -> Option<&'s Speaker<'src>> {
        self.0.get(id.as_str()).copied()
    }
}

/// A source format the reader knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Dialect {
    /// A session page of dig.watch as text.
    DigWatch,
    /// Captions of a meeting as text (CART), as IGF and ITU publish them: `>> NAME: text`.
    Cart,
    /// WebVTT, with voice tags or `Name:` in its cues.
    #[serde(rename = "webvtt")]
    WebVtt,
    /// SubRip.
    Srt,
    /// A plain transcript: `Name: text`.
    Transcript,
    /// An Akoma Ntoso `debate`.
    AkomaNtoso,
    /// In JSON, one that only a later version knows: there is no reader for it.
    Other,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::DigWatch,
        Self::Cart,
        Self::WebVtt,
        Self::Srt,
        Self::Transcript,
        Self::AkomaNtoso,
        Self::Other,
    ];

    /// Its name, as in JSON: `dig-watch`.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::DigWatch => "dig-watch",
            Dialect::Cart => "cart",
            Dialect::WebVtt => "webvtt",
            Dialect::Srt => "srt",
            Dialect::Transcript => "transcript",
            Dialect::AkomaNtoso => "akoma-ntoso",
            Dialect::Other => "other",
        }
    }

    /// What a text of it is called: `a WebVTT transcript`.
    pub fn description(self) -> &'static str {
        match self {
            Dialect::DigWatch => "a session page of dig.watch",
            Dialect::Cart => "captions with `>>` before each speaker (CART)",
            Dialect::WebVtt => "a WebVTT transcript",
            Dialect::Srt => "a SubRip transcript",
            Dialect::Transcript => "a plain transcript of `Name: text`",
            Dialect::AkomaNtoso => "an Akoma Ntoso debate",
            Dialect::Other => "a text in a format of a later version",
        }
    }
}

/// A paragraph in which the source says what it is and is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Disclaimer<'src> {
    /// `disclaimer-1`.
    pub id: Id,
    /// The paragraph, with its `Disclaimer:`.
    #[serde(flatten)]
    pub text: Text<'src>,
}
