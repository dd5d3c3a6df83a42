//! Which pages are found.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE};
use crate::tree::tree;

/// The documents in `out`, by name.
fn made(folder: &Folder) -> Vec<String> {
    tree(&folder.path("out")).into_keys().collect()
}

#[test]
fn folders_are_looked_through() {
    let folder = Folder::new()
        .file("pages/b.txt", PAGE)
        .file("pages/a/c.TXT", PAGE)
        .file("pages/a/deep/d.srt", "1\n00:00:01,000 --> 00:00:02,000\nAda: Good morning.\n")
        .file("pages/notes.doc", "no page")
        .file("pages/.hidden.txt", PAGE)
        .file("pages/.git/e.txt", PAGE)
        .file("pages/drafts/f.txt", PAGE)
        .file("pages/a/skipped.txt", PAGE)
        .file("pages/.plenaryignore", "drafts/\nskipped.*\n")
        // These are for other programs: records may well be left out of a repository.
        .file("pages/.gitignore", "b.txt\n")
        .file("pages/.ignore", "b.txt\n");
    let run = folder.plenary("batch pages -t json -o out");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(made(&folder), ["a/c.session.json", "a/deep/d.session.json", "b.session.json"]);
}

#[test]
fn a_line_that_leaves_nothing_out_is_told_of() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/x/.plenaryignore", "a{b\n");
    let run = folder.plenary("batch pages -t json -o out");
    assert!(run.code == 0 && run.stderr.contains("warning[batch::ignore-line]"), "{}", run.stderr);
}

#[test]
fn documents_are_no_pages() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    for (converted, unchanged) in [(1, 0), (0, 1)] {
        let run = folder.plenary("batch pages -t akoma-ntoso,json -o pages/out");
        let told = format!("1 page: {converted} converted, {unchanged} unchanged, 0 failed");
        assert!(run.code == 0 && run.stderr.contains(&told), "{}", run.stderr);
    }
    golden!(
        folder.plenary("batch pages -t markdown -o pages"),
        str![[r#"
exit 2
--- stderr
error[usage::overwrites-input]: the documents of `pages` would stand among its pages
 |
 = help: name another folder with -o; it may be one in this folder

"#]]
    );
}

/// Whoever keeps the messages beside the pages does not want them converted; `watch` would never come to an end of it.
#[test]
fn the_file_of_the_messages_is_no_page() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/bad.txt", "words\n");
    for pages in ["pages", "pages/*"] {
        let log = fs::File::create(folder.path("pages/log.txt")).unwrap();
        let status =
            folder.command(&format!("batch {pages} -t markdown -o out")).stderr(log).status().unwrap();
        assert_eq!(status.code(), Some(1));
        let told = folder.read("pages/log.txt");
        assert!(told.contains("2 pages: ") && told.contains("failed: pages/bad.txt"), "{told}");
    }
    // At another time it is one as any other.
    assert!(folder.plenary("batch pages -t markdown -o out").stderr.contains("3 pages: "));
}

#[test]
fn patterns_fit_files() {
    let folder = Folder::new()
        .file("pages/x/a.log", PAGE)
        .file("pages/x/y/b.log", PAGE)
        .file("pages/x/c.txt", PAGE)
        .file("pages/[d].txt", PAGE);
    for (pattern, documents) in [
        ("pages/**/*.log", vec!["x/a.md", "x/y/b.md"]),
        ("pages/*/*.log", vec!["x/a.md"]),
        ("pages/x/?.{txt,log}", vec!["a.md", "c.md"]),
        // A file of that name is no pattern.
        ("pages/[d].txt", vec!["pages/[d].md"]),
    ] {
        let run = folder.plenary(&format!("batch {pattern} -t markdown -o out"));
        assert_eq!((run.code, made(&folder)), (0, documents.iter().map(|name| (*name).to_owned()).collect()));
        fs::remove_dir_all(folder.path("out")).unwrap();
    }
    golden!(
        folder.plenary("batch pages/*.vtt -t markdown -o out"),
        str![[r#"
exit 2
--- stderr
error[usage::pattern]: the pattern `pages/*.vtt` fits no file
 |
 = help: `*` fits within a name, `**` any number of folders; hidden files are left out

"#]]
    );
}

#[test]
fn lists_name_pages_and_folders() {
    let folder = Folder::new()
        .file("one/a b.txt", PAGE)
        .file("two/c.txt", PAGE)
        .file("list", "\u{FEFF}one/a b.txt\r\n\ntwo\none/a b.txt\n");
    let run = folder.plenary("batch @list -t markdown -o out");
    assert_eq!((run.code, made(&folder)), (0, vec!["c.md".to_owned(), "one/a b.md".to_owned()]));
    let fed = folder.plenary_fed("batch @- -t markdown -o out", b"two/c.txt\n");
    assert_eq!(fed.code, 0, "{}", fed.stderr);
    assert!(made(&folder).contains(&"two/c.md".to_owned()));
    golden!(
        folder.plenary("batch @lost -t markdown -o out"),
        str![[r#"
exit 2
--- stderr
error[usage::list]: cannot read the list `lost`: no such file or directory
 |
 = help: a page whose name begins with @ is named ./@…

"#]]
    );
}

#[test]
fn names_may_be_whatever_names_can_be() {
    let names: [&[u8]; 5] =
        [b"two words.txt", b"two\nlines.txt", b"caf\xE9.txt", b"-t.txt", "会議\u{202E}.txt".as_bytes()];
    let long = [b"n".repeat(240), b".txt".to_vec()].concat();
    let folder = Folder::new().file("pages/a.txt", PAGE);
    let mut list = Vec::new();
    for name in names.into_iter().chain([long.as_slice()]) {
        fs::write(folder.path("pages").join(OsStr::from_bytes(name)), PAGE).unwrap();
        list.extend([b"pages/", name, b"\0"].concat());
    }
    let run = folder.plenary("batch pages -t markdown -o out");
    assert!(run.stderr.contains("7 pages: 7 converted"), "{}", run.stderr);
    assert!(folder.path("out").join(OsStr::from_bytes(b"caf\xE9.md")).exists());
    assert!(folder.path("out/two\nlines.md").exists());
    // By another way they are the same pages, and nothing is to be done.
    let fed = folder.plenary_fed("batch -0 -t markdown -o out --name {stem}.{ext}", &list);
    assert!(fed.stderr.contains("6 pages: 0 converted, 6 unchanged"), "{}", fed.stderr);
}

/// The page can be read, but its document cannot be written: its name would be longer than names can be.
#[test]
fn a_document_with_too_long_a_name_costs_its_page() {
    let page = format!("pages/{}.txt", "n".repeat(250));
    let folder = Folder::new().file(&page, PAGE).file("pages/a.txt", PAGE);
    let run = folder.plenary("batch pages -t json -o out");
    assert_eq!((run.code, made(&folder)), (3, vec!["a.session.json".to_owned()]), "{}", run.stderr);
    assert!(run.stderr.contains("file name too long [output::unwritable]"), "{}", run.stderr);
}

#[test]
fn loops_of_links_are_told_of_and_left() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("elsewhere/b.txt", PAGE);
    symlink("..", folder.path("pages/up")).unwrap();
    symlink("../elsewhere", folder.path("pages/linked")).unwrap();
    symlink("nowhere", folder.path("pages/lost.txt")).unwrap();
    let run = folder.plenary("batch pages -t markdown -o out");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lost = "warning[batch::dangling]: `pages/lost.txt` is a link that leads nowhere\n";
    assert!(run.stderr.contains(lost), "{}", run.stderr);
    assert!(run.stderr.contains("warning[batch::loop]"), "{}", run.stderr);
    assert!(made(&folder).contains(&"linked/b.md".to_owned()), "{:?}", made(&folder));
}

/// What the system says is told once, in the words of all messages.
#[test]
fn a_folder_that_cannot_be_looked_into_is_named() {
    let folder = Folder::new().file("a.txt", PAGE);
    // More than one can name at once, for whoever may read all.
    let name = "n".repeat(200);
    let make = format!("for i in $(seq 25); do mkdir {name} && cd -P {name} || exit 1; done");
    assert!(
        std::process::Command::new("sh")
            .args(["-c", &make])
            .current_dir(folder.path("."))
            .status()
            .unwrap()
            .success()
    );
    let run = folder.plenary("batch . -t markdown -o out");
    assert_eq!(run.code, 1, "{}", run.stderr);
    let told = format!("{name}` is not looked into: file name too long\n");
    assert!(
        run.stderr.contains("error[batch::folder]: `./n") && run.stderr.contains(&told),
        "{}",
        run.stderr
    );
    assert!(folder.path("out/a.md").exists());
}

#[test]
fn a_folder_without_pages_is_told_of() {
    let folder = Folder::new().file("pages/a.pdf", "%PDF-");
    golden!(
        folder.plenary("batch pages -t markdown -o out"),
        str![[r#"
exit 0
--- stderr
warning[batch::no-page]: there is no page in `pages`
 |
 = help: name files of other extensions by a pattern, such as 'pages/**/*.log'

0 pages: 0 converted, 0 unchanged, 0 failed; 0 documents written

"#]]
    );
}

/// What is asked for is looked at, though there is nothing to be done by it yet.
#[test]
fn formats_and_options_are_made_sure_of_without_pages() {
    let folder = Folder::new().file("pages/a.pdf", "%PDF-");
    let run = folder.plenary("batch pages -t pdf --set pdf.paper=a4 -o out");
    assert_eq!(run.code, 0, "{}", run.stderr);
    for (wrong, code) in [("-t pfd", "unknown-format"), ("-t pdf --set pdf.paper=a44", "option")] {
        let run = folder.plenary(&format!("batch pages {wrong} -o out"));
        assert_eq!(run.code, 2, "{wrong}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("error[usage::{code}]")), "{wrong}: {}", run.stderr);
    }
}

/// A separator too many makes no other page.
#[test]
fn a_page_may_be_named_in_two_ways() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    let run = folder.plenary("batch pages/a.txt pages//a.txt pages/./a.txt -t json -o out");
    assert!(run.stderr.contains("1 page: 1 converted"), "{}", run.stderr);
    let again = folder.plenary("batch pages//a.txt -t json -o out");
    assert!(again.stderr.contains("1 page: 0 converted, 1 unchanged"), "{}", again.stderr);
}
