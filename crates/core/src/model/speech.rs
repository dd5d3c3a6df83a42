//! The transcript's unit.

use serde::{Deserialize, Serialize};

use super::{Block, Extra, Id, Moment, Text};

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
    /// When it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Moment>,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Moment>,
    /// The words, a paragraph a block.
    pub blocks: Vec<Block<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
