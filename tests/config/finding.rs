//! Which file governs a run.

use std::os::unix::fs::symlink;

use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE};

/// Pages two folders down, and a file of settings at the top.
fn project() -> Folder {
    Folder::new()
        .file("plenary.toml", "to = [\"markdown\"]\n")
        .file("years/2031/page.txt", PAGE)
        .file("years/other.txt", PAGE)
}

#[test]
fn it_is_looked_for_from_the_page_upwards() {
    let folder = project();
    folder.plenary("convert years/2031/page.txt").well();
    assert!(folder.path("years/2031/page.md").exists());
    // From wherever one stands, and by whatever way the page is named.
    let mut command = folder.command("convert ../other.txt");
    assert!(command.current_dir(folder.path("years/2031")).output().unwrap().status.success());
    assert!(folder.path("years/other.md").exists());
    let whole = folder.path("years/2031/page.txt").display().to_string();
    let elsewhere = Folder::new().plenary(&format!("convert {whole} -o -"));
    assert!(elsewhere.code == 0 && elsewhere.stdout.contains("Harbour lights"), "{}", elsewhere.stderr);
}

#[test]
fn the_nearest_one_governs() {
    let folder = project().file("years/plenary.toml", "to = [\"tei\"]\n");
    folder.plenary("convert years/2031/page.txt").well();
    assert!(folder.path("years/2031/page.tei.xml").exists() && !folder.path("years/2031/page.md").exists());
    // A folder that is named is looked into itself.
    folder.plenary("batch years -o out");
    assert!(folder.path("out/other.tei.xml").exists());
    folder.plenary("batch years/**/*.txt -o patterns");
    assert!(folder.path("patterns/other.tei.xml").exists());
}

#[test]
fn the_current_folder_governs_what_has_no_page() {
    let folder = project().file("years/2031/plenary.toml", "no-bundled = true\n");
    let formats = |at: &str| {
        let mut command = folder.command("formats");
        String::from_utf8(command.current_dir(folder.path(at)).output().unwrap().stdout).unwrap()
    };
    assert!(formats(".").contains("markdown") && !formats("years/2031").contains("markdown"));
    let page = folder.plenary_fed("convert -", PAGE.as_bytes()).well();
    assert!(page.contains("Harbour lights"));
    let record = serde_json::json!({ "id": 1, "text": PAGE }).to_string() + "\n";
    let run = folder.plenary_fed("stream", record.as_bytes());
    assert!(run.stdout.contains("\"documents\":{\"markdown\":"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_file_is_named_or_none_is_heeded() {
    let folder = project().file("mine.toml", "to = [\"akoma-ntoso\"]\n");
    folder.plenary("convert years/other.txt --config mine.toml").well();
    assert!(folder.path("years/other.xml").exists() && !folder.path("years/other.md").exists());
    golden!(
        folder.plenary("convert years/other.txt --no-config"),
        str![[r#"
exit 2
--- stderr
error[usage::no-format]: no format is named
 |
 = help: name one with -t, as in `-t pdf`, a file with -o, as in `-o session.pdf`, or formats in plenary.toml, as in `to = ["pdf"]`; `plenary formats` lists them

"#]]
    );
    golden!(
        folder.plenary("convert years/other.txt --config gone.toml"),
        str![[r#"
exit 2
--- stderr
error[config::unreadable]: the settings in `gone.toml` cannot be read: no such file or directory

"#]]
    );
}

/// Paths in the file are meant from where it stands.
#[test]
fn paths_are_meant_from_the_folder_of_the_file() {
    let folder = project().file("plenary.toml", "to = [\"markdown\"]\noutput = \"documents\"\n");
    let mut command = folder.command("batch 2031");
    assert!(command.current_dir(folder.path("years")).output().unwrap().status.success());
    assert!(folder.path("documents/page.md").exists(), "{:?}", folder.listing());
}

#[test]
fn pages_that_lead_to_different_files_are_not_converted() {
    let folder = project().file("years/2031/plenary.toml", "to = [\"tei\"]\n");
    golden!(
        folder.plenary("convert years/other.txt years/2031/page.txt"),
        str![[r#"
exit 2
--- stderr
error[config::two-files]: two different settings would hold in one run: `years/other.txt` is governed by `plenary.toml`, `years/2031/page.txt` by `years/2031/plenary.toml`
 |
 = help: convert them apart, or say with --config FILE which holds for all, or with --no-config that none does

"#]]
    );
    let run = folder.plenary("convert years/other.txt years/2031/page.txt --config plenary.toml -o out/");
    assert!(run.code == 0 && folder.path("out/page.md").exists(), "{}", run.stderr);
    // One file that is found by two ways is one.
    std::os::unix::fs::symlink(".", folder.path("link")).unwrap();
    let run = folder.plenary("convert years/other.txt link/years/other.txt -o out/");
    assert!(run.stderr.contains("is given twice"), "{}", run.stderr);
    // Nor where one leads to none.
    let folder = Folder::new().file("a/plenary.toml", "").file("a/page.txt", PAGE).file("b/page.txt", PAGE);
    for command in ["check", "inspect", "convert -t tei -o out", "batch -t tei -o out"] {
        let run = folder.plenary(&format!("{command} a/page.txt b/page.txt"));
        assert_eq!(run.code, 2, "{command}");
        assert!(
            run.stderr.contains("by `a/plenary.toml`, `b/page.txt` by no plenary.toml"),
            "{}",
            run.stderr
        );
    }
}

/// One that stands further down is told of, where a whole folder is converted.
#[test]
fn a_file_further_down_is_told_of() {
    let folder = project().file("years/2031/plenary.toml", "to = [\"tei\"]\n");
    golden!(
        folder.plenary("batch years -o out"),
        str![[r#"
exit 0
--- stderr
warning[config::not-heeded]: the settings in `years/2031/plenary.toml` are not heeded: one file holds for a whole run
 |
 = help: convert its folder by itself, or say the same in a [[directory]] of the file that holds; --no-config heeds none

2 pages: 2 converted, 0 unchanged, 0 failed; 2 documents written

"#]]
    );
    for named in ["--no-config -t markdown", "--config plenary.toml"] {
        let run = folder.plenary(
            &format!("batch years -o {named} out").replace("-o --", "--").replace(" out", " -o out"),
        );
        assert!(run.code == 0 && !run.stderr.contains("config::"), "{named}: {}", run.stderr);
    }
    // The one that governs is none of these, however the folder is named.
    let whole = folder.path("years/2031").display().to_string();
    let run = folder.plenary(&format!("batch {whole} -o other"));
    assert!(run.code == 0 && !run.stderr.contains("config::"), "{}", run.stderr);
}

/// Whoever made it does not want the one above it heeded, nor none.
#[test]
fn a_link_that_leads_nowhere_is_one_that_cannot_be_read() {
    let folder = project();
    symlink("gone.toml", folder.path("years/plenary.toml")).unwrap();
    golden!(
        folder.plenary("convert years/2031/page.txt"),
        str![[r#"
exit 2
--- stderr
error[config::unreadable]: the settings in `years/plenary.toml` cannot be read: it is a link that leads nowhere

"#]]
    );
    folder.plenary("convert years/2031/page.txt --no-config -t json").well();
    std::fs::create_dir(folder.path("years/2031/plenary.toml")).unwrap();
    std::fs::write(folder.path("years/gone.toml"), "to = [\"tei\"]\n").unwrap();
    folder.plenary("convert years/2031/page.txt").well();
    assert!(folder.path("years/2031/page.tei.xml").exists());
}
