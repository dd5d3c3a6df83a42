//! Which pages there are, whenever that changes.

use std::fs;
use std::os::unix::fs::symlink;

use crate::support::{Folder, PAGE};
use crate::watching::{MANIFEST, WATCH, Watching, lines, page, pages, put};

#[test]
fn new_pages_and_folders_are_found() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    watching.passes_on(&folder, "c", "Cairo");
    watching.passes_on(&folder, "new/folders/in/folders/d", "Doha");
    watching.passes_on(&folder, "new/folders/in/folders/d", "Dammam");
    // A folder that comes with its pages, and changes its name.
    put(&folder, "made/e.txt", &page("Erbil"));
    fs::rename(folder.path("made"), folder.path("pages/made")).unwrap();
    watching.until_holds(&folder, "out/made/e.md", "Erbil");
    fs::rename(folder.path("pages/made"), folder.path("pages/named")).unwrap();
    watching.until_holds(&folder, "out/named/e.md", "Erbil");
    watching.until_told("pages/made/e.txt is no page any more");
    watching.passes_on(&folder, "named/e", "Eilat");
    // One that is gone and comes again, one that takes the place of another, and one behind a link.
    fs::remove_dir_all(folder.path("pages/named")).unwrap();
    watching.until_told("pages/named/e.txt is no page any more");
    watching.passes_on(&folder, "named/e", "Ezra");
    put(&folder, "other/e.txt", &page("Edfu"));
    fs::rename(folder.path("pages/named"), folder.path("taken")).unwrap();
    fs::rename(folder.path("other"), folder.path("pages/named")).unwrap();
    watching.until_holds(&folder, "out/named/e.md", "Edfu");
    symlink(folder.path("taken"), folder.path("pages/link")).unwrap();
    watching.until_holds(&folder, "out/link/e.md", "Ezra");
    watching.passes_on(&folder, "link/e", "Ebla");
    // All of it at once.
    fs::remove_dir_all(folder.path("pages")).unwrap();
    watching.until_told("are no pages any more; their documents stay");
    watching.passes_on(&folder, "new/folders/f", "Famagusta");
    watching.end();
}

#[test]
fn what_is_named_may_come_later() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    let watching = Watching::begin(&folder, "watch pages later soon.txt -t markdown -o out");
    put(&folder, "later/c.txt", &page("Cairo"));
    watching.until_holds(&folder, "out/c.md", "Cairo");
    put(&folder, "soon.txt", &page("Doha"));
    watching.until_holds(&folder, "out/soon.md", "Doha");
    put(&folder, "later/c.txt", &page("Muscat"));
    watching.until_holds(&folder, "out/c.md", "Muscat");
    watching.end();
}

#[test]
fn patterns_are_heeded() {
    let folder = Folder::new().file("pages/one/a.txt", PAGE).file("pages/one/a.log", page("Aden"));
    let mut command = folder.command("watch");
    command.args(["pages/*/*.log", "-t", "markdown", "-o", "out"]);
    let watching = Watching::start(command);
    watching.until_told("watching 1 page in ");
    put(&folder, "pages/two/b.txt", PAGE);
    put(&folder, "pages/two/b.log", &page("Basra"));
    watching.until_holds(&folder, "out/two/b.md", "Basra");
    put(&folder, "pages/two/three/c.log", PAGE);
    put(&folder, "pages/two/b.log", &page("Muscat"));
    watching.until_holds(&folder, "out/two/b.md", "Muscat");
    // Where nothing fits any more, that is told, and it goes on.
    fs::remove_dir_all(folder.path("pages")).unwrap();
    watching.until_told("error[usage::pattern]");
    watching.until_told("nothing is converted until this is put right; still watching");
    put(&folder, "pages/two/b.log", &page("Manama"));
    watching.until_holds(&folder, "out/two/b.md", "Manama");
    watching.end();
    assert!(!folder.path("out/two/three").exists() && !folder.path("out/one/a.txt.md").exists());
}

#[test]
fn files_that_leave_pages_out_are_heeded() {
    let folder = pages().file("pages/drafts/c.txt", page("Cairo")).file("pages/.plenaryignore", "drafts\n");
    let watching = Watching::begin(&folder, WATCH);
    watching.until_told("2 pages: 2 converted");
    put(&folder, "pages/drafts/c.txt", &page("Muscat"));
    put(&folder, "pages/.plenaryignore", "b.txt\n");
    watching.until_holds(&folder, "out/drafts/c.md", "Muscat");
    watching.until_told("pages/b.txt is no page any more; its documents stay");
    put(&folder, "pages/b.txt", &page("Doha"));
    watching.passes_on(&folder, "drafts/c", "Manama");
    assert!(folder.read("out/b.md").contains("Basra"));
    fs::remove_file(folder.path("pages/.plenaryignore")).unwrap();
    watching.until_holds(&folder, "out/b.md", "Doha");
    watching.end();
}

#[test]
fn lists_are_read_again() {
    let folder = pages().file("list", "pages/a.txt\n");
    let watching = Watching::begin(&folder, "watch @list -t markdown -o out --name {stem}.{ext}");
    assert!(!folder.path("out/b.md").exists());
    put(&folder, "list", "pages/a.txt\npages/b.txt\n");
    watching.until_holds(&folder, "out/b.md", "Basra");
    watching.passes_on(&folder, "b", "Muscat");
    fs::remove_file(folder.path("list")).unwrap();
    watching.until_told("error[usage::list]");
    put(&folder, "list", "pages/b.txt\n");
    watching.until_told("pages/a.txt is no page any more");
    watching.passes_on(&folder, "b", "Doha");
    watching.end();
}

/// Nothing is written in the wrong place, and what was right before is right again.
/// It never was a page, and has no documents that could stay.
#[test]
fn what_is_named_anew_and_does_not_exist_is_told_of() {
    let folder = pages().file("list", "pages/a.txt\n");
    let watching = Watching::begin(&folder, "watch @list -t markdown -o out");
    put(&folder, "list", "pages/a.txt\npages/typo.txt\n");
    watching.until_told("pages/typo.txt does not exist; what comes there is converted");
    put(&folder, "pages/typo.txt", &page("Tabriz"));
    watching.until_holds(&folder, "out/pages/typo.md", "Tabriz");
    assert!(!watching.told().contains("no page any more"), "{}", watching.told());
    watching.end();
}

#[test]
fn documents_that_would_have_one_place_are_told_of() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    put(&folder, "pages/a.srt", PAGE);
    watching.until_told("error[usage::same-output]");
    put(&folder, "pages/b.txt", &page("Muscat"));
    let before = lines(&folder, MANIFEST);
    fs::remove_file(folder.path("pages/a.srt")).unwrap();
    watching.until_holds(&folder, "out/b.md", "Muscat");
    let told = watching.end();
    assert_eq!((before, told.matches("usage::same-output").count()), (3, 1), "{told}");
}

/// Which file of settings governs is not only for the files themselves to tell.
#[test]
fn a_list_that_leads_to_two_settings_can_be_put_right() {
    let folder = pages()
        .file("pages/plenary.toml", "strict = false\n")
        .file("others/c.txt", page("Cairo"))
        .file("list", "pages/a.txt\n");
    let watching = Watching::begin(&folder, "watch @list -t markdown -o out");
    put(&folder, "list", "pages/a.txt\nothers/c.txt\n");
    watching.until_told("error[config::two-files]");
    put(&folder, "list", "pages/a.txt\npages/b.txt\n");
    watching.until_holds(&folder, "out/pages/b.md", "Basra");
    watching.end();
}

/// What is wrong with some pages is no more, where they are not.
#[test]
fn pages_that_nobody_names_a_format_for_can_be_taken_away() {
    let folder = pages()
        .file("plenary.toml", "[[directory]]\npath = \"pages\"\nto = [\"markdown\"]\n")
        .file("others/.keep", "");
    let watching = Watching::begin(&folder, "watch pages others -o out");
    put(&folder, "others/c.txt", &page("Cairo"));
    watching.until_told("error[usage::no-format]");
    fs::remove_file(folder.path("others/c.txt")).unwrap();
    watching.passes_on(&folder, "a", "Muscat");
    watching.end();
}
