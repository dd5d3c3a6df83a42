//! Any text, read as the JSON of a session: refused, or written and read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenary_core::{audit, json, source};

fuzz_target!(|text: &str| {
    if let Ok(session) = json::from_str(text) {
        let written = json::to_string(&session).expect("a session can be written");
        assert!(json::from_str(&written).expect("what is written can be read") == session);
        drop(source::write(&session));
        drop(audit::audit(&session));
    }
});
