//! Any text, read as `akoma-ntoso`.
#![no_main]

#[path = "../../support/faithful.rs"]
mod faithful;

use libfuzzer_sys::fuzz_target;
use plenary_core::model::Dialect;

fuzz_target!(|text: &str| faithful::read_faithfully(text, Some(Dialect::AkomaNtoso)));
