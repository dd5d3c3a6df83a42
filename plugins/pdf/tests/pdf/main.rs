//! The plugin, through its public doors: what it lays out, and the file it writes.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod breaks;
mod build;
mod charts;
mod columns;
mod directions;
mod extraction;
mod file;
mod generated;
mod hostile;
mod hyphens;
mod missing;
mod options;
mod pages;
mod plugin;
mod reading;
mod same_bytes;
mod sheet;
mod styles;
mod tags;
