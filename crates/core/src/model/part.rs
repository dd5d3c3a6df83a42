//! Prose: parts of a report, and the blocks that parts and speeches are made of.

use serde::{Deserialize, Serialize};

use super::{Extra, Id, Text};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text; in JSON, also what only a later version knows.
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
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Paragraph, Self::Item, Self::Subheading, Self::Remark];

    /// Its name, as in JSON: `subheading`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Subheading => "subheading",
            Self::Remark => "remark",
        }
    }

    fn is_paragraph(&self) -> bool {
        *self == Self::Paragraph
    }
}
