//! The canonical model of a session record, its JSON, and the readers that make it from text.
//!
//! A *session* is one meeting's whole record: title, date, disclaimers, report, transcript, profiles of the
//! speakers. This crate knows the model and the source formats; it does no I/O, reads no clock and knows
//! nothing of plugins, renderers or the command line.
//!
//! * [`model`]: the types, all borrowed from the source text, each with its span.
//! * `read` (feature `read`, on by default): text in, [`Session`] and [`Diagnostic`]s out; never fails on text.
//! * [`json`]: the model as JSON and back.
//! * [`source`]: the session written back as the bytes it came from, and what share of them is accounted for.
//! * [`statistics`]: what plenary counts itself, as against what the source declares.
//! * [`document`]: what the documents made of a session have in common.
//! * [`diagnostic`]: one finding about the source.
//! * `audit` (with the readers): what looks wrong in the source, as findings.

#[cfg(feature = "read")]
pub mod audit;
pub mod diagnostic;
pub mod document;
pub mod json;
pub mod model;
#[cfg(feature = "read")]
pub mod read;
pub mod source;
pub mod statistics;

pub use diagnostic::{Diagnostic, Severity};
pub use model::Session;
