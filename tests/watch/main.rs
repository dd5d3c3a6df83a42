//! `plenary watch`: what it converts when something changes, what changes nothing, and how it ends.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub, reason = "a test")]

mod beginning;
mod changing;
mod ending;
mod finding;
mod setting_up;
mod watching;

#[allow(dead_code, unused_macros, unused_imports, reason = "each test target uses a part of it")]
#[path = "../cli/support.rs"]
mod support;
#[allow(dead_code, reason = "as above")]
#[path = "../batch/tree.rs"]
mod tree;

#[path = "../fixtures/plugins/support.rs"]
mod plugins;
