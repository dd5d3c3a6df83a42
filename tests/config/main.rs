//! Settings in a file: which file governs a run, what it may say, what goes before what, and what `plenary config` shows.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub, reason = "a test")]

mod directories;
mod errors;
mod finding;
mod keys;
mod layers;
mod remembering;
mod shown;
mod trust;
mod values;

#[path = "../fixtures/plugins/support.rs"]
mod plugins;
#[allow(dead_code, unused_macros, reason = "each test target uses a part of it")]
#[path = "../cli/support.rs"]
mod support;
#[allow(dead_code, reason = "as above")]
#[path = "../batch/tree.rs"]
mod tree;

use serde_json::Value;

use support::{Folder, Run};

/// What `plenary config --json` shows of a setting.
fn shown(folder: &Folder, arguments: &str, key: &str) -> Value {
    let json = folder.plenary(&format!("config --json {arguments}")).well();
    let json: Value = serde_json::from_str(&json).unwrap();
    let settings = json["settings"].as_array().unwrap();
    settings
        .iter()
        .find(|setting| setting["key"] == key)
        .map_or(Value::Null, |setting| setting["value"].clone())
}

/// The line of figures of a run of `batch`.
fn figures(run: &Run) -> &str {
    let line = run.stderr.lines().find(|line| line.contains(" converted, "));
    line.unwrap_or_else(|| panic!("{}", run.stderr))
}
