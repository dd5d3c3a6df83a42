//! Plugins in processes of their own: what one breaks there costs one document.
//!
//! A worker is the program itself, started once more ([`serve`]) and told one plugin; the [`Workers`] are kept for the
//! next document. Session and document pass through pipes ([`protocol`]). What comes back is believed as far as it can be
//! ([`answer`]): the plugin shares the process, and may have written it.

mod death;
mod limits;

#[cfg(unix)]
mod answer;
#[cfg(unix)]
mod memory;
#[cfg(unix)]
mod pool;
#[cfg(unix)]
mod process;
#[cfg(unix)]
mod protocol;
#[cfg(unix)]
mod render;
#[cfg(not(unix))]
mod unsupported;
#[cfg(unix)]
mod worker;

/// The one argument that a program is started with to be a worker: it calls [`serve`].
pub const WORKER: &str = "worker";

pub use death::Death;
pub use limits::{Limit, Limits};
#[cfg(unix)]
pub use pool::Workers;
#[cfg(not(unix))]
pub use unsupported::{Workers, serve};
#[cfg(unix)]
pub use worker::serve;
