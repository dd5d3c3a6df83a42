//! The readers of captions and of plain transcripts through their public door.

#![allow(clippy::unwrap_used)] // in helpers of tests too

mod cart;
#[path = "../read/outline.rs"]
mod outline;
mod properties;
mod transcript;
