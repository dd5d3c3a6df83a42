//! The session as structs of the contract: made by a host, read by a plugin, and nothing of it copied that is text.
//!
//! What a plugin reads back equals the session the view was made of, member for member; `tests/view.rs` compares them
//! for every sample.

mod read;
mod write;

pub(crate) use read::session;
pub use write::View;
