//! Any text, read as what it looks like.
#![no_main]

#[path = "../../support/faithful.rs"]
mod faithful;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| faithful::read_faithfully(text, None));
