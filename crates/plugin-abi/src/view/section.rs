//! Sections and what stands in them.

use super::{Moment, Text};
use crate::{Array, Str};

growing! {
    /// A heading and what stands under it.
    pub struct Section {
        /// `section-full-session-report`.
        pub id: Str,
        /// What the section is: its place in [`ROLES`](super::names::ROLES).
        pub role: i32,
        /// Which of the four below it holds: the place in [`CONTENTS`](super::names::CONTENTS). The others are empty.
        pub content: i32,
        /// The heading line; none where the source opens the section without one.
        pub heading: Text,
        /// Prose: [`Part`]s.
        pub parts: Array,
        /// Points of several speakers or about them: [`Point`]s.
        pub points: Array,
        /// The transcript: [`Speech`]es.
        pub speeches: Array,
        /// [`Profile`](super::Profile)s.
        pub profiles: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

growing! {
    /// A part of a report.
    pub struct Part {
        /// `report-joyce-hakmeh`, `report-1`.
        pub id: Str,
        /// The headline or the speaker's name; none for paragraphs directly under the section's heading.
        pub heading: Text,
        /// The id of the speaker it is about; null: of none.
        pub speaker: Str,
        /// The paragraphs: [`Block`]s.
        pub blocks: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

growing! {
    /// One paragraph, or what stands in a paragraph's place.
    pub struct Block {
        /// Its text.
        pub text: Text,
        /// What it is: its place in [`BLOCKS`](super::names::BLOCKS).
        pub kind: i32,
        /// 0.
        pub reserved: u32,
    }
}

growing! {
    /// One speaker's uninterrupted turn.
    pub struct Speech {
        /// `speech-12`.
        pub id: Str,
        /// The id of who speaks; null: the source does not say.
        pub speaker: Str,
        /// The label that opens the speech, without its colon; none where there is none.
        pub label: Text,
        /// When it begins.
        pub start: Moment,
        /// When it ends.
        pub end: Moment,
        /// The words: [`Block`]s.
        pub blocks: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

growing! {
    /// A point of several speakers or about them.
    pub struct Point {
        /// `point-3`.
        pub id: Str,
        /// The point itself.
        pub text: Text,
        /// The topics: [`Text`]s.
        pub topics: Array,
        /// What else is said of it: [`Detail`]s.
        pub details: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

growing! {
    /// One thing said of a claim or a point.
    pub struct Detail {
        /// What it is: its place in [`DETAILS`](super::names::DETAILS).
        pub kind: i32,
        /// 0.
        pub reserved: u32,
        /// Its paragraphs or entries: [`Text`]s.
        pub texts: Array,
        /// The ids of the speakers that `texts` name: [`Str`]s.
        pub speakers: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}
