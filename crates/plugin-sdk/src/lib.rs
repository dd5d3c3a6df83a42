//! What an output plugin needs: the [`Renderer`] trait, the export macro, a test kit.
//!
//! A renderer is pure: session and options in, bytes out. It reads no clock, no environment, no network and no
//! file; the same input gives the same bytes on any day, in any order, on any thread.

#![allow(unsafe_code)]

pub mod call;
#[doc(hidden)]
pub mod export;
mod job;
pub mod manifest;
mod renderer;
pub mod testing;
pub mod view;
#[cfg(feature = "xml")]
pub mod xml;

pub use job::Job;
pub use manifest::Manifest;
pub use plenary_core::diagnostic::{Diagnostic, Severity};
pub use plenary_core::model::Session;
pub use plenary_core::{document, model, statistics};
pub use renderer::{RenderError, Renderer};
pub use serde;
pub use serde_json;
