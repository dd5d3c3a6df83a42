//! The session itself, its title, its time, its speakers.

use super::{Date, Text, Time};
use crate::{Array, Str};

prefixed! {
    /// One meeting's whole record.
    pub struct Session {
        /// Size of this struct in bytes, as the host knows it.
        pub size: u32,
        /// The source format: its place in [`DIALECTS`](super::names::DIALECTS).
        pub dialect: i32,
        /// Major version of the model of whoever made the session.
        pub schema_major: u16,
        /// Minor version of the model of whoever made the session.
        pub schema_minor: u16,
        /// 0.
        pub reserved: u32,
        /// The title; null: none.
        pub title: *const Title,
        /// When it took place; null: the source does not say.
        pub time: *const MeetingTime,
        /// What the source says of its own standing: [`Disclaimer`]s.
        pub disclaimers: Array,
        /// The [`Section`](super::Section)s, in the order of the source.
        pub sections: Array,
        /// Everyone who speaks or has a profile: [`Speaker`]s.
        pub speakers: Array,
        /// Lines that only name or mark what they stand beside: [`Text`]s.
        pub labels: Array,
        /// Lines the reader found no place for: [`Text`]s.
        pub unrecognised: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

prefixed! {
    /// The title line.
    pub struct Title {
        /// Size of this struct in bytes, as the host knows it.
        pub size: u32,
        /// 0.
        pub reserved: u32,
        /// The line, whole.
        pub line: Text,
        /// The session's own name.
        pub name: Str,
        /// The event the title places the session in; null: none.
        pub event: *const Event,
        /// The title repeated further down: [`Text`]s.
        pub repeated: Array,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

prefixed! {
    /// The event or series a session belongs to.
    pub struct Event {
        /// Size of this struct in bytes, as the host knows it.
        pub size: u32,
        /// 0.
        pub reserved: u32,
        /// All of it, as written.
        pub label: Str,
        /// The series, with its year where it has one.
        pub series: Str,
        /// What kind of session it is there; null: not said.
        pub kind: Str,
        /// The session's number there; null: none.
        pub number: Str,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

prefixed! {
    /// When the session took place.
    pub struct MeetingTime {
        /// Size of this struct in bytes, as the host knows it.
        pub size: u32,
        /// The day; there always is one.
        pub date: Date,
        /// The line, whole.
        pub line: Text,
        /// When it began.
        pub start: Time,
        /// When it ended; earlier than `start` where the meeting ran over midnight.
        pub end: Time,
        /// The time zone as written; null: not said.
        pub zone: Str,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}

growing! {
    /// A paragraph in which the source says what it is and is not.
    pub struct Disclaimer {
        /// `disclaimer-1`.
        pub id: Str,
        /// The paragraph.
        pub text: Text,
    }
}

growing! {
    /// A person, delegation or role that speaks or has a profile.
    pub struct Speaker {
        /// `speaker-joyce-hakmeh`.
        pub id: Str,
        /// The name as first written.
        pub name: Str,
        /// What the source says they are; null: nothing.
        pub role: Str,
        /// What the name stands for: its place in [`SPEAKERS`](super::names::SPEAKERS).
        pub kind: i32,
        /// 0.
        pub reserved: u32,
        /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
        pub extra_json: Str,
    }
}
