//! Finds, checks, loads and runs output plugins.
//!
//! A [`Host`] is built from what the program brings along and the folders to search. Building it reads files, but
//! runs no foreign code: a plugin says who it is in static data ([`Manifest`]), and its library is loaded for its
//! first rendering, once per process, and never unloaded.
//!
//! ```
//! use plenary_core::model::{Dialect, Session};
//! use plenary_host::{Host, Options, Payload, RenderContext, RenderFailure, standard_search_path};
//!
//! let host = standard_search_path(&[]).into_iter().fold(Host::builder(), |host, folder| host.search(folder)).build();
//! let session = Session::new(Dialect::DigWatch);
//! let payload = Payload::new(&session);
//! let context = RenderContext { generator: "plenary 0.1.0", source_date_epoch: None, cancelled: None, time: None };
//! let mut minutes = Vec::new();
//! match host.render("minutes", &payload, &Options::default(), &context, &mut minutes) {
//!     Ok(findings) => assert!(findings.is_empty() && !minutes.is_empty()),
//!     // No library in those folders makes this format.
//!     Err(failure) => assert!(matches!(failure, RenderFailure::UnknownFormat(_))),
//! }
//! ```
//!
//! # Whose plugin it is
//!
//! Folders are searched in the order given; the first file of a plugin's name takes it, and so takes the place of
//! a bundled plugin of that name. It does so even when it is refused: whoever put it there wants that renderer, and
//! a document from another one in its place would be a wrong document. The formats it would have made are then
//! refused with its reason ([`Host::refused`]). Of two plugins that make a format of the same name, the first in
//! [`Host::plugins`] makes it.
//!
//! # Where it runs
//!
//! [`Host::render`] runs a plugin in this process, and what it does there it does to all of it; only a panic is caught.
//! [`Host::render_isolated`] runs it in one of the [`Workers`], within [`Limits`], for the same document. A worker is a
//! program, mostly this one, that calls [`serve`].
//!
//! # What it tells
//!
//! Events of the `tracing` crate: at `info` where it looks for plugins, what it leaves out and why, and the beginning and the
//! end of processes; at `debug` what it finds and loads; at `trace` what is handed to a plugin, and what one prints in a
//! process of its own. A program that listens to none pays nothing. The processes themselves tell nothing.

#![allow(unsafe_code)]

mod check;
mod described;
mod discover;
mod exits;
mod host;
mod image;
mod isolation;
mod load;
mod observe;
mod options;
mod plugin;
mod reading;
mod refusal;
mod render;
mod schema;
mod search;
mod system;
mod trust;

pub use check::check_folder;
pub use described::{OptionInfo, options};
pub use discover::{holds_libraries, is_library};
pub use exits::when_a_plugin_exits;
pub use host::{Hidden, Host, HostBuilder};
pub use isolation::{Death, Limit, Limits, WORKER, Workers, serve};
pub use observe::Observed;
pub use options::{OptionError, Options};
pub use plenary_plugin_abi::{self as abi, Bundled};
pub use plenary_plugin_sdk::call::{Conduct, Failure, FailureKind, Payload, catch, late_calls};
pub use plenary_plugin_sdk::manifest::{
    FormatInfo, Input, Manifest, ManifestError, PanicStrategy, Version, is_name,
};
pub use plugin::{Format, Origin, Plugin};
pub use refusal::{Reason, Refusal, file_name};
pub use render::{RenderContext, RenderFailure};
pub use search::{installed_folders, listed_folders, standard_search_path, user_folder};
pub use system::glibc;
pub use trust::{Distrust, distrust};
