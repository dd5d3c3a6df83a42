//! Very many pages: which there are, where their documents go, and what is made of them on several threads and written down.
//! `batch` goes through them once, `watch` again and again.

mod desk;
mod inputs;
pub(crate) mod interrupt;
mod key;
pub(crate) mod manifest;
mod names;
mod pass;
mod places;
mod plan;
mod progress;
mod setup;
mod store;
pub(crate) mod strays;
mod tally;
mod work;

pub(crate) use desk::Desk;
pub(crate) use inputs::{Found, IGNORE_FILE, Inputs, Search};
pub(crate) use names::Names;
pub(crate) use places::{Places, is_link};
pub(crate) use plan::Plan;
pub(crate) use setup::Setup;
pub(crate) use store::Store;
pub(crate) use tally::Tally;
pub(crate) use work::Work;
