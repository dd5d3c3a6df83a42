//! What fuzzing has found, once: every text of `tests/fuzz/regressions` is read as the dialect it is named after, and as
//! what it looks like.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod support;

use std::fs;
use std::path::Path;

use plenary_core::json;
use plenary_core::model::Dialect;
use support::faithful::read_faithfully;

#[test]
fn inputs_that_once_failed_are_read_faithfully() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/regressions");
    let mut read = 0;
    for file in fs::read_dir(&folder).expect("the folder").flatten().map(|entry| entry.path()) {
        let text = fs::read_to_string(&file).expect("UTF-8");
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if name.starts_with("json.") {
            if let Ok(session) = json::from_str(&text) {
                let written = json::to_string(&session).expect("JSON");
                assert!(json::from_str(&written).expect("a session") == session, "{name}");
            }
        } else {
            let dialect =
                Dialect::ALL.into_iter().find(|dialect| name.starts_with(&format!("{}.", dialect.name())));
            assert!(dialect.is_some(), "{name} begins with the name of no dialect");
            read_faithfully(&text, dialect);
            read_faithfully(&text, None);
        }
        read += 1;
    }
    assert!(read > 0, "no inputs in {}", folder.display());
}
