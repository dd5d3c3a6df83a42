//! The command line, through the binary: exit code, standard output and standard error together.
//!
//! After a wanted change: `SNAPSHOTS=overwrite cargo test --test cli`, and read the difference.
#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "a test")]

mod check;
mod check_sarif;
mod convert;
mod diagnostics;
mod explain;
mod failures;
mod formats;
mod inspect;
mod log;
mod manual;
mod outputs;
mod plugin_info;
mod plugin_install;
mod plugin_list;
mod plugin_new;
#[path = "../fixtures/plugins/support.rs"]
mod plugins;
mod settings;
mod support;
mod timings;
