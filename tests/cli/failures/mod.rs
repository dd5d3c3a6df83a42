//! Bad inputs and wrong usage: one clear message, the right exit code, nothing written.

mod pages;
mod surroundings;
mod usage;

use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE, Run};

/// Runs, and makes sure that nothing was written.
#[track_caller]
fn fails(folder: &Folder, arguments: &str) -> Run {
    let before = folder.listing();
    let run = folder.plenary(arguments);
    assert_ne!(run.code, 0, "{}", run.shown());
    assert_eq!(folder.listing(), before, "{}", run.shown());
    run
}

#[test]
fn a_page_that_fails_leaves_the_others_alone() {
    let folder = Folder::with_page().file("empty.txt", "").file("other.txt", PAGE);
    golden!(
        folder.plenary("convert page.txt empty.txt nowhere.txt other.txt -t markdown -o out/"),
        str![[r#"
exit 1
--- stderr
error[input::empty]: this file is empty
--> empty.txt

error[input::not-found]: this file does not exist
--> nowhere.txt

2 of 4 pages not converted: 2 errors

"#]]
    );
    assert_eq!(
        folder.listing(),
        ["empty.txt", "other.txt", "out/", "out/other.md", "out/page.md", "page.txt"]
    );
}

#[test]
fn the_highest_exit_code_counts() {
    let folder = Folder::with_page().file("empty.txt", "").file("out/page.md/inside", "");
    let run = folder.plenary("convert empty.txt page.txt -t markdown -o out/");
    assert_eq!(run.code, 3, "{}", run.shown());
    let run = folder.plenary("convert page.txt empty.txt -t markdown -o out/");
    assert_eq!(run.code, 3, "{}", run.shown());
}

/// Of two documents of a page, neither is written where one cannot be.
#[test]
fn a_page_has_all_its_documents_or_none() {
    let folder = Folder::with_page().file("out/page.session.json/inside", "");
    let run = fails(&folder, "convert page.txt -t markdown,json -o out/");
    assert_eq!(run.code, 3, "{}", run.shown());
}
