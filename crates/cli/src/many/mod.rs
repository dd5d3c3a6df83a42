//! Very many pages: which there are, where their documents go, and what is made of them on several threads and written down.
//! `batch` goes through them once, `watch` again and again.

mod desk;
mod inputs;
pub(crate) mod interrupt;
mod key;
pub(crate) mod manifest;
mod names;
mod pages;
mod pass;
mod path_bytes;
mod places;
mod plan;
mod progress;
mod scratch;
mod setup;
mod store;
pub(crate) mod strays;
mod tally;
mod work;

pub(crate) use desk::Desk;
pub(crate) use inputs::{IGNORE_FILE, Inputs, LookedAt, Search};
pub(crate) use names::Names;
pub(crate) use pages::{Found, Pages};
pub(crate) use places::Places;
pub(crate) use plan::Plan;
pub(crate) use setup::Setup;
pub(crate) use store::Store;
pub(crate) use tally::Tally;
pub(crate) use work::Work;
