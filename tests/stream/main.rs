//! `plenary stream`, through the binary: one answer for each record, whatever is in it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

mod answers;
mod bad_records;
#[path = "../fixtures/plugins/support.rs"]
mod plugins;
mod running;
mod support;
