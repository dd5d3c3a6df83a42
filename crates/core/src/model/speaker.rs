//! Who speaks: one registry for headings, labels and profiles.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Extra, Id};

/// A person, delegation or role that speaks or has a profile.
///
/// Report headings, transcript labels and profiles that name the same speaker hold the same [`Id`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speaker<'src> {
    /// `speaker-joyce-hakmeh`.
    pub id: Id,
    /// The name as first written.
    pub name: Cow<'src, str>,
    /// What the name stands for.
    pub kind: SpeakerKind,
    /// What the source says they are: `Ambassador, Ministry of Ferries`. A slice of a text of the session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Cow<'src, str>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a speaker's name stands for, as far as the name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SpeakerKind {
    /// A human being: `Joyce Hakmeh`. Also taken where the name does not tell; in JSON, also what
    /// only a later version knows.
    Person,
    /// A delegation, a body, a sector: `Civil Society`, `European Union`.
    Organization,
    /// A function or a place in the room: `Chair`, `Audience`, `Speaker 2`.
    Role,
}

impl SpeakerKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organization, Self::Role];

    /// Its name, as in JSON: `organization`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Role => "role",
        }
    }
}
