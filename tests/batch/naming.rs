//! Where documents go.

use std::fs;
use std::os::unix::fs::symlink;

use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE};
use crate::tree::tree;

fn two_pages() -> Folder {
    Folder::new().file("pages/x/a.txt", PAGE).file("pages/y/a.txt", PAGE)
}

#[test]
fn fields_stand_for_what_help_says() {
    let folder = two_pages();
    let run =
        folder.plenary("batch pages -t markdown,pdf -o out --name {format}/{{{dir}}}/{name}.{stem}.{ext}");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let made: Vec<_> = tree(&folder.path("out")).into_keys().collect();
    assert_eq!(
        made,
        ["markdown/{x}/a.txt.a.md", "markdown/{y}/a.txt.a.md", "pdf/{x}/a.txt.a.pdf", "pdf/{y}/a.txt.a.pdf"]
    );
}

/// So that a name never begins with the slash behind it.
#[test]
fn no_folder_is_a_dot() {
    let folder = two_pages();
    assert!(folder.plenary("batch --help").stdout.contains("where there is none, it is a `.`"));
    let run = folder.plenary("batch pages/x -t markdown -o out --name {dir}/{dir}{stem}.{ext}");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(folder.path("out/.a.md").exists());
}

#[test]
fn a_field_that_does_not_exist() {
    golden!(
        two_pages().plenary("batch pages -t markdown -o out --name {stam}.{ext}"),
        str![[r#"
exit 2
--- stderr
error[usage::name-pattern]: `--name {stam}.{ext}`: there is no field `{stam}`
 |
 = help: did you mean `{stem}`? the fields are `dir`, `stem`, `name`, `ext` and `format`

"#]]
    );
}

#[test]
fn two_documents_in_one_place_are_refused_before_anything_is_written() {
    let folder = two_pages();
    golden!(
        folder.plenary("batch pages -t markdown -o out --name {stem}.{ext}"),
        str![[r#"
exit 2
--- stderr
error[usage::same-output]: the documents of `pages/x/a.txt` and `pages/y/a.txt` would both be written to `out/a.md`
 |
 = help: name the folder they are in instead of them, and {dir} tells them apart

"#]]
    );
    golden!(
        folder.plenary("batch pages -t markdown,pdf -o out --name {dir}/{stem}"),
        str![[r#"
exit 2
--- stderr
error[usage::same-output]: two documents of `pages/x/a.txt` would both be written to `out/x/a`
 |
 = help: tell formats apart by --name, as in --name '{dir}/{stem}.{format}.{ext}'

"#]]
    );
    assert!(!folder.path("out").exists());
}

#[test]
fn names_that_differ_in_capitals_alone_are_told_of() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/A.txt", PAGE);
    let run = folder.plenary("batch pages -t markdown -o out");
    assert!(run.code == 0 && run.stderr.contains("warning[batch::case]"), "{}", run.stderr);
    // Beside a page that is named so, too, where its own document goes elsewhere.
    for name in ["ab", "abc", "abcd", "b", "bc", "bcd", "c", "cd"] {
        let page = format!("out/{name}.MD");
        let folder =
            Folder::new().file(&format!("pages/{}.txt", name.to_uppercase()), PAGE).file(&page, PAGE);
        let run = folder.plenary(&format!("batch pages {page} -t markdown -o out --name {{stem}}.{{ext}}"));
        assert!(run.code == 0 && run.stderr.contains("warning[batch::case]"), "{name}: {}", run.stderr);
    }
}

#[test]
fn no_document_leaves_the_folder() {
    let folder = two_pages();
    for name in ["../{stem}.{ext}", "/tmp/{stem}.{ext}", "{dir}/../../{stem}", "{stem}/"] {
        let run = folder.plenary(&format!("batch pages -t markdown -o out --name {name}"));
        assert!(run.code == 2 && run.stderr.contains("[usage::outside]"), "{name}: {}", run.stderr);
    }
    fs::create_dir_all(folder.path("out")).unwrap();
    fs::create_dir_all(folder.path("elsewhere")).unwrap();
    symlink("../elsewhere", folder.path("out/x")).unwrap();
    let run = folder.plenary("batch pages -t markdown -o out");
    assert!(run.code == 2 && run.stderr.contains("[usage::outside]"), "{}", run.stderr);
    fs::remove_file(folder.path("out/x")).unwrap();
    fs::create_dir_all(folder.path("out/x")).unwrap();
    fs::write(folder.path("elsewhere/a.md"), "mine").unwrap();
    symlink("../../elsewhere/a.md", folder.path("out/x/a.md")).unwrap();
    let run = folder.plenary("batch pages -t markdown -o out");
    assert!(run.code == 2 && run.stderr.contains("[usage::outside]"), "{}", run.stderr);
    assert_eq!(folder.read("elsewhere/a.md"), "mine");
}

#[test]
fn no_page_is_written_over() {
    let folder = Folder::new().file("out/a.md", PAGE);
    let run = folder.plenary("batch out/a.md -t markdown -o out --name {stem}.{ext}");
    assert!(run.code == 2 && run.stderr.contains("[usage::overwrites-input]"), "{}", run.stderr);
    assert_eq!(folder.read("out/a.md"), PAGE);
}
