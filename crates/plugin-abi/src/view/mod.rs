//! The session as structs, for plugins whose manifest says `"input": "view"`: the same as its JSON says, without a copy.
//!
//! The names are those of the JSON, and so is the meaning: `crates/core/session.schema.json` describes it. What may be
//! missing is a null pointer, a [`Str`](crate::Str) whose pointer is null, a [`Text`] whose `source` is such a one, or a
//! `kind` that says so. What the JSON writes as a name out of a list (`"role": "transcript"`) is a number here: the place
//! of the name in the list in [`names`].

pub mod names;
mod profile;
mod section;
mod session;
mod text;
mod time;

pub use profile::{Argument, Declared, Profile};
pub use section::{Block, Detail, Part, Point, Section, Speech};
pub use session::{Disclaimer, Event, MeetingTime, Session, Speaker, Title};
pub use text::{TEXT_DECODED, Text};
pub use time::{Date, MOMENT_CLOCK, MOMENT_CLOCK_OFFSET, MOMENT_ELAPSED, MOMENT_NONE, Moment, Time};
