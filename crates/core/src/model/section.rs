//! The sections of a page: prose, points, transcript, profiles.

use serde::{Deserialize, Serialize};

use super::{Content, Extra, Id, Text};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
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
    /// `Session at a glance`, the heading above a summary and what goes with it.
    Glance,
    /// `Summary`.
    Summary,
    /// `Keypoints`: the points discussed, purpose and tone.
    KeyPoints,
    /// `Key themes and observations`.
    Themes,
    /// Who takes part, as a list: names, mostly with their roles.
    Participants,
    /// What speakers agree on: agreement points, similar viewpoints, unexpected consensus.
    Agreements,
    /// What they differ on: different viewpoints, unexpected differences.
    Differences,
    /// What they agree on in part: partial agreements, partial differences.
    PartialAgreements,
    /// `Overall assessment` of the agreements, differences or comments above it.
    Assessment,
    /// `Takeaways`.
    Takeaways,
    /// `Resolutions and action items`.
    ActionItems,
    /// `Unresolved issues`.
    UnresolvedIssues,
    /// `Suggested compromises`.
    Compromises,
    /// `Thought provoking comments`.
    Comments,
    /// `Follow-up questions`.
    FollowUp,
    /// Any other heading; in JSON, any role that only a later version knows.
    Other,
}

impl SectionRole {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::TableOfContents,
        Self::KnowledgeGraph,
        Self::SessionReport,
        Self::FullReport,
        Self::Transcript,
        Self::Speakers,
        Self::Glance,
        Self::Summary,
        Self::KeyPoints,
        Self::Themes,
        Self::Participants,
        Self::Agreements,
        Self::Differences,
        Self::PartialAgreements,
        Self::Assessment,
        Self::Takeaways,
        Self::ActionItems,
        Self::UnresolvedIssues,
        Self::Compromises,
        Self::Comments,
        Self::FollowUp,
        Self::Other,
    ];

    /// Its name, as in JSON: `full-report`.
    pub fn name(self) -> &'static str {
        match self {
            Self::TableOfContents => "table-of-contents",
            Self::KnowledgeGraph => "knowledge-graph",
            Self::SessionReport => "session-report",
            Self::FullReport => "full-report",
            Self::Transcript => "transcript",
            Self::Speakers => "speakers",
            Self::Glance => "glance",
            Self::Summary => "summary",
            Self::KeyPoints => "key-points",
            Self::Themes => "themes",
            Self::Participants => "participants",
            Self::Agreements => "agreements",
            Self::Differences => "differences",
            Self::PartialAgreements => "partial-agreements",
            Self::Assessment => "assessment",
            Self::Takeaways => "takeaways",
            Self::ActionItems => "action-items",
            Self::UnresolvedIssues => "unresolved-issues",
            Self::Compromises => "compromises",
            Self::Comments => "comments",
            Self::FollowUp => "follow-up",
            Self::Other => "other",
        }
    }
}
