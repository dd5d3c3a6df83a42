//! What plenary counts in a session itself, as against what the source declares: who took part and how much
//! ([`participants`]), in what order ([`turns`]), who spoke after whom ([`successions`]), on what ([`topics`]).
//!
//! None of it is in the source: a document marks it as counted ([`Figure::is_counted`]). All of it takes linear time,
//! but for the sorting of [`successions`].

mod floor;
mod participants;
mod successions;
mod topics;
mod words;

pub use floor::{Share, Turn, turns};
pub use participants::{Figure, Participant, figures, participants};
pub use successions::{Succession, successions};
pub use topics::{Topic, topic_key, topics};
pub use words::words;
