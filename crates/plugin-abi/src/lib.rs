//! The C contract between plenary and its output plugins, as `include/plenary_plugin.h` has it in C.
//!
//! A plugin exports two pieces of *data*, so that both are read before any of its code runs:
//!
//! * `plenary_manifest_NAME`, a [`ManifestBlob`]: the manifest as JSON, readable out of the file without loading it;
//! * `plenary_plugin_NAME`, a [`Plugin`]: the versions it was built for, and its one function.
//!
//! The host calls [`Plugin::render`] with a [`Host`] (what the plugin may call) and a [`Job`] (what it shall do).
//! The session comes as JSON or as structs ([`view`]), as the manifest asks for.
//!
//! Every pointer is borrowed for that call; nobody frees what the other made. Texts are UTF-8, pointer and length.
//! Structs start with their size, or stand in an [`Array`] that knows it, and grow only at their end: [`blank`] makes
//! one, [`read`] and [`Array::iter`] take what the other side knows of it.
//!
//! Plugins in Rust use `plenary-plugin-sdk`, which hides all of this.

#![no_std]
#![allow(unsafe_code)]

#[macro_use]
mod declare;

mod array;
mod diagnostic;
mod entry;
mod growing;
mod host;
mod job;
mod layout;
mod setting;
mod status;
mod text;
pub mod view;

pub use array::{Array, Elements};
pub use diagnostic::{Diagnostic, SEVERITY_ERROR, SEVERITY_NOTE, SEVERITY_WARNING, Span};
pub use entry::{Bundled, MANIFEST_MAGIC, MANIFEST_SYMBOL, ManifestBlob, PLUGIN_SYMBOL, Plugin, RenderFn};
#[cfg(feature = "later")]
pub use growing::Later;
pub use growing::{Growing, Prefixed, blank, read, size};
pub use host::Host;
pub use job::Job;
pub use setting::{
    SETTING_BOOLEAN, SETTING_INTEGER, SETTING_LIST, SETTING_NULL, SETTING_NUMBER, SETTING_OBJECT,
    SETTING_TEXT, Setting,
};
pub use status::Status;
pub use text::Str;

/// The contract's major version: the same on both sides, or the plugin is not loaded.
pub const ABI_MAJOR: u16 = 1;
/// The contract's minor version: a plugin may be built for a lower one than the host's, never for a higher one.
pub const ABI_MINOR: u16 = if cfg!(feature = "later") { 1 } else { 0 };
