//! `plenary batch`: which pages it finds, where their documents go, what it remembers, and what becomes of a run that is
//! ended.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test"
)]

mod breaking;
mod changing;
mod ending;
mod finding;
mod generated;
mod memory;
mod naming;
mod permissions;
mod progress;
mod remembering;
mod tree;

#[allow(
    dead_code,
    reason = "of the meetings of that test, and of the ways to write them, a part is used here"
)]
#[path = "../dialects/meeting.rs"]
mod meeting;
#[allow(dead_code, unused_macros, unused_imports, reason = "each test target uses a part of it")]
#[path = "../cli/support.rs"]
mod support;
#[path = "../support/tools.rs"]
#[allow(dead_code, reason = "each test target uses a part of it")]
mod tools;
#[allow(dead_code, reason = "as above")]
#[path = "../dialects/write.rs"]
mod write;

#[path = "../fixtures/plugins/support.rs"]
mod plugins;
