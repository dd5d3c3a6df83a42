//! The sections of a page: prose, transcript, profiles.

use serde::{Deserialize, Serialize};

use super::{Extra, Id, Profile, Text};

/// A heading and what stands under it, in the order of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section<'src> {
    /// `section-full-session-report`.
    pub id: Id,
    /// What the section is in the record.
    pub role: SectionRole,
    /// The heading line; `None` where the source opens the section without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text<'src>>,
    /// What stands under the heading.
    pub content: Content<'src>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a section is in the record, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SectionRole {
    /// `Table of contents`.
    TableOfContents,
    /// `Knowledge Graph of Debate`.
    KnowledgeGraph,
    /// `Session report`, the heading above the full report, or the report itself where there is no other.
    SessionReport,
    /// `Full session report`.
    FullReport,
    /// `Session transcript`.
    Transcript,
    /// `Speakers`: the profiles.
    Speakers,
    /// Any other heading.
    Other,
}

/// What stands under a heading. In JSON an object with the one member `parts`, `speeches` or `profiles`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Content<'src> {
    /// Prose in parts; empty for a heading with nothing under it.
    Parts(Vec<Part<'src>>),
    /// The transcript.
    Speeches(Vec<Speech<'src>>),
    /// The profiles of the speakers.
    Profiles(Vec<Profile<'src>>),
}

impl Content<'_> {
    /// Whether nothing stands under the heading.
    pub fn is_empty(&self) -> bool {
        match self {
            Content::Parts(parts) => parts.is_empty(),
            Content::Speeches(speeches) => speeches.is_empty(),
            Content::Profiles(profiles) => profiles.is_empty(),
        }
    }
}

/// A part of a report: paragraphs under a headline, or under the name of the speaker they are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part<'src> {
    /// `report-joyce-hakmeh` for a speaker's part, else `report-1`, counted through the session.
    pub id: Id,
    /// The headline or the speaker's name; `None` for paragraphs directly under the section's heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text<'src>>,
    /// The speaker the part is about, where its heading names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Id>,
    /// The paragraphs.
    pub blocks: Vec<Block<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One speaker's uninterrupted turn in the transcript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speech<'src> {
    /// `speech-12`, counted from 1 through the session.
    pub id: Id,
    /// Who speaks; `None` where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Id>,
    /// The label that opens the speech, without its colon: `John Hering`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text<'src>>,
    /// The words, a paragraph a block.
    pub blocks: Vec<Block<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One paragraph, or what stands in a paragraph's place. In JSON the text's object with a `kind` member
/// where it is not `paragraph`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block<'src> {
    /// What it is.
    #[serde(default, skip_serializing_if = "BlockKind::is_paragraph")]
    pub kind: BlockKind,
    /// Its text.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl<'src> Block<'src> {
    /// A paragraph.
    pub fn paragraph(text: Text<'src>) -> Self {
        Self { kind: BlockKind::Paragraph, text }
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text.
    #[default]
    Paragraph,
    /// An item of a bulleted list.
    Item,
    /// A heading inside a part.
    Subheading,
    /// What happened rather than what was said: `(Applause)`.
    Remark,
}

impl BlockKind {
    fn is_paragraph(&self) -> bool {
        *self == Self::Paragraph
    }
}
