//! What is said of a claim or a point: explanation, evidence, who agrees.

use serde::{Deserialize, Serialize};

use super::{Extra, Id, Text};

/// A point of several speakers or about them: something they agree or differ on, a comment, an open question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Point<'src> {
    /// `point-3`, counted from 1 through the session.
    pub id: Id,
    /// The point itself.
    pub text: Text<'src>,
    /// The topics, one by one, without the commas between them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Text<'src>>,
    /// What else is said of it, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One thing said of a claim or a point, under a label such as `Explanation`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Detail<'src> {
    /// What it is.
    pub kind: DetailKind,
    /// Its paragraphs or entries; of those who agree, their names, one by one.
    pub texts: Vec<Text<'src>>,
    /// The speakers that `texts` name, where it is the kind that names speakers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Id>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a [`Detail`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DetailKind {
    /// `Explanation`.
    Explanation,
    /// `Evidence`.
    Evidence,
    /// `Major discussion point`.
    DiscussionPoint,
    /// `Agreed with`: names.
    AgreedWith,
    /// `Agreed on`.
    AgreedOn,
    /// `Disagreed with`: names.
    DisagreedWith,
    /// `Disagreed on`.
    DisagreedOn,
    /// `Speakers`, whose point it is: names.
    Speakers,
    /// `Arguments` that make the point.
    Arguments,
    /// `Reason` why a comment matters.
    Reason,
    /// `Impact` of a comment on the discussion.
    Impact,
    /// In JSON, what only a later version knows.
    Other,
}

impl DetailKind {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Explanation,
        Self::Evidence,
        Self::DiscussionPoint,
        Self::AgreedWith,
        Self::AgreedOn,
        Self::DisagreedWith,
        Self::DisagreedOn,
        Self::Speakers,
        Self::Arguments,
        Self::Reason,
        Self::Impact,
        Self::Other,
    ];

    /// Its name, as in JSON: `agreed-with`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Explanation => "explanation",
            Self::Evidence => "evidence",
            Self::DiscussionPoint => "discussion-point",
            Self::AgreedWith => "agreed-with",
            Self::AgreedOn => "agreed-on",
            Self::DisagreedWith => "disagreed-with",
            Self::DisagreedOn => "disagreed-on",
            Self::Speakers => "speakers",
            Self::Arguments => "arguments",
            Self::Reason => "reason",
            Self::Impact => "impact",
            Self::Other => "other",
        }
    }

    /// Its label in a document: `Agreed with`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Explanation => "Explanation",
            Self::Evidence => "Evidence",
            Self::DiscussionPoint => "Major discussion point",
            Self::AgreedWith => "Agreed with",
            Self::AgreedOn => "Agreed on",
            Self::DisagreedWith => "Disagreed with",
            Self::DisagreedOn => "Disagreed on",
            Self::Speakers => "Speakers",
            Self::Arguments => "Arguments",
            Self::Reason => "Reason",
            Self::Impact => "Impact",
            Self::Other => "Other",
        }
    }

    /// Whether its texts are names of speakers.
    pub fn names_speakers(self) -> bool {
        matches!(self, Self::AgreedWith | Self::DisagreedWith | Self::Speakers)
    }
}
