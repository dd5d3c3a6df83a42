//! The session model: small, borrowed, and alone.
//!
//! Every byte of the source stands in exactly one [`Text`]: the content of a node, a label line, or an
//! `unrecognised` line. A `Text` keeps what surrounds its content (blank space, bullets, colons, line ends), so
//! the source can be written back from the model and [`walk`] meets every byte once.
//!
//! Every JSON object keeps the members it does not know in an [`Extra`], so a newer or a foreign writer's fields
//! survive a round trip. A name that only a later version of the model has (a role, a kind, a dialect) is read as the
//! name that says least, and does not come back.

mod content;
mod extra;
mod id;
mod meeting;
mod moment;
mod names;
mod naming;
mod part;
mod point;
mod profile;
#[cfg(feature = "schema")]
mod schema;
mod section;
mod session;
mod span;
mod speaker;
mod speech;
mod text;
mod title;
mod version;
pub mod walk;

pub use content::Content;
pub use extra::Extra;
pub use id::{Id, slug};
pub use meeting::MeetingTime;
pub use moment::{Moment, NoMoment};
pub use part::{Block, BlockKind, Part};
pub use point::{Detail, DetailKind, Point};
pub use profile::{Argument, Declared, Profile, Statistics};
pub use section::{Section, SectionRole};
pub use session::{Dialect, Disclaimer, Session, SpeakerIndex};
pub use span::Span;
pub use speaker::{Speaker, SpeakerKind};
pub use speech::Speech;
pub use text::Text;
pub use title::{Event, Title};
pub use version::SchemaVersion;
