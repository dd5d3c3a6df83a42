//! How it ends: when it is told to.

use std::fs;

use crate::support::{Folder, odd_page};
use crate::tree::{last_records, tree};
use crate::watching::{MANIFEST, WATCH, Watching, lines, page, pages};

#[test]
fn ctrl_c_ends_it_well() {
    let folder = pages().file("pages/bad.txt", "words\n");
    for signal in ["INT", "TERM"] {
        let watching = Watching::begin(&folder, WATCH);
        watching.signal(signal);
        let (status, told) = watching.wait();
        assert_eq!(status.code(), Some(0), "{told}");
        assert!(told.contains("1 failed") && !told.contains("interrupted"), "{told}");
    }
}

#[test]
fn ctrl_c_amid_a_pass_finishes_what_is_under_way() {
    let mut folder = Folder::new();
    for at in 0..400 {
        folder = folder.file(&format!("pages/{at:03}.txt"), page(&at.to_string()));
    }
    let watching = Watching::start(folder.command("watch pages -t markdown,akoma-ntoso,pdf -o out"));
    watching.until("some pages are done", || lines(&folder, MANIFEST) > 3);
    let told = watching.end();
    assert!(told.contains("not looked at"), "{told}");
    let records = last_records(&folder.path(MANIFEST));
    assert!(records.len() < 400);
    assert_eq!(tree(&folder.path("out")).len(), records.len() * 3);
}

/// Programs get findings and nothing else.
#[test]
fn findings_may_be_json() {
    let folder = Folder::new().file("pages/a.txt", odd_page());
    let watching = Watching::start(folder.command(&format!("{WATCH} --message-format json")));
    watching.until_told("\n");
    fs::write(folder.path("pages/a.txt"), "words\n").unwrap();
    watching.until_told("read::no-session");
    let told = watching.end();
    let codes: Vec<_> = told
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect(line)["code"].clone())
        .collect();
    assert_eq!(codes.last().unwrap(), "read::no-session", "{told}");
}
