//! What the source says of one speaker.

use super::Text;
use crate::{Array, Str};

growing! {
    /// The profile of one speaker.
    pub struct Profile {
        /// `profile-joyce-hakmeh`.
        pub id: Str,
        /// The id of whose profile it is.
        pub speaker: Str,
        /// The initials before the name; none where there are none.
        pub initials: Text,
        /// The name that opens the profile.
        pub name: Text,
        /// The speed of their speeches in words per minute, as declared; null: not declared.
        pub speed: *const Declared,
        /// The length of their speeches in words, as declared; null: not declared.
        pub length: *const Declared,
        /// The time of their speeches in seconds, as declared; null: not declared.
        pub time: *const Declared,
        /// Members of the JSON object `statistics` that the model does not know, as a JSON object; none: empty.
        pub statistics_extra_json: Str,
        /// [`Argument`]s.
        pub arguments: Array,
        /// The report on this speaker: [`Block`](super::Block)s.
        pub report: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

prefixed! {
    /// A number the source declares.
    pub struct Declared {
        /// Size of this struct in bytes, as the host knows it.
        pub size: u32,
        /// 1; 0: the text holds no number.
        pub has_value: u32,
        /// The number, in the unit of its field.
        pub value: u64,
        /// As written, with its unit.
        pub text: Text,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

growing! {
    /// A claim with its supporting facts and topics.
    pub struct Argument {
        /// `argument-bert-3`.
        pub id: Str,
        /// What is claimed.
        pub claim: Text,
        /// The supporting facts: [`Text`]s.
        pub facts: Array,
        /// The topics: [`Text`]s.
        pub topics: Array,
        /// What else is said of the claim: [`Detail`](super::Detail)s.
        pub details: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}
