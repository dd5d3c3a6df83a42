//! The lists of names that the JSON has and whose places the structs hold.
//!
//! A later minor version may add names at the end of a list. A reader takes a number it does not know as it takes a
//! name it does not know: the list says for what.

/// Source formats. Unknown: `other`.
pub const DIALECTS: &[&str] = &["dig-watch", "cart", "webvtt", "srt", "transcript", "akoma-ntoso", "other"];

/// What sections are. Unknown: `other`.
pub const ROLES: &[&str] = &[
    "table-of-contents",
    "knowledge-graph",
    "session-report",
    "full-report",
    "transcript",
    "speakers",
    "glance",
    "summary",
    "key-points",
    "themes",
    "participants",
    "agreements",
    "differences",
    "partial-agreements",
    "assessment",
    "takeaways",
    "action-items",
    "unresolved-issues",
    "compromises",
    "comments",
    "follow-up",
    "other",
];

/// What stands under a heading. Unknown: `parts`, which then hold the texts that stand there.
pub const CONTENTS: &[&str] = &["parts", "points", "speeches", "profiles"];

/// What speakers are. Unknown: `person`.
pub const SPEAKERS: &[&str] = &["person", "organization", "role"];

/// What blocks are. Unknown: `paragraph`.
pub const BLOCKS: &[&str] = &["paragraph", "item", "subheading", "remark"];

/// What is said of a claim or a point. Unknown: `other`.
pub const DETAILS: &[&str] = &[
    "explanation",
    "evidence",
    "discussion-point",
    "agreed-with",
    "agreed-on",
    "disagreed-with",
    "disagreed-on",
    "speakers",
    "arguments",
    "reason",
    "impact",
    "other",
];
