//! The readers of WebVTT and SubRip through their public door.

#![allow(clippy::unwrap_used)] // in helpers of tests too

mod blocks;
mod labels;
mod outline;
mod paragraphs;
mod properties;
mod rolling;
mod times;
mod voices;
