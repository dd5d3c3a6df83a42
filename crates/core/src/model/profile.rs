//! What the source says of one speaker.

use serde::{Deserialize, Serialize};

use super::{Block, Detail, Extra, Id, Text};

/// The profile of one speaker: statistics, arguments, report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Profile<'src> {
    /// `profile-joyce-hakmeh`.
    pub id: Id,
    /// Whose profile it is.
    pub speaker: Id,
    /// The initials on a line of their own before the name: `JH`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initials: Option<Text<'src>>,
    /// The name that opens the profile.
    pub name: Text<'src>,
    /// The statistics the source declares.
    #[serde(default, skip_serializing_if = "Statistics::is_empty")]
    pub statistics: Statistics<'src>,
    /// The arguments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<Argument<'src>>,
    /// The report on this speaker.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report: Vec<Block<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Speed, length and time of a speaker's speeches as the source declares them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statistics<'src> {
    /// `Speech speed`, in words per minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speed: Option<Declared<'src>>,
    /// `Speech length`, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Declared<'src>>,
    /// `Speech time`, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Declared<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Statistics<'_> {
    /// Whether the source declares none.
    pub fn is_empty(&self) -> bool {
        *self == Statistics::default()
    }
}

/// A number the source declares, as written and as read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Declared<'src> {
    /// The number, in the unit of its field; `None` where the text holds none.
    pub value: Option<u64>,
    /// As written, with its unit: `123 words per minute`.
    pub text: Text<'src>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A claim with its supporting facts and topics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Argument<'src> {
    /// `argument-bert-3`, counted from 1 through the speaker's arguments.
    pub id: Id,
    /// What is claimed.
    pub claim: Text<'src>,
    /// The supporting facts, without their bullets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Text<'src>>,
    /// The topics, one by one, without the commas between them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Text<'src>>,
    /// What else is said of the claim: explanation, evidence, who agrees. In the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
