//! What is not done again, and what is.

use std::fs;
use std::time::SystemTime;

use serde_json::{Value, json};
use snapbox::str;

use crate::golden;
use crate::plugins::plain;
use crate::support::{Folder, PAGE, Run, odd_page};
use crate::tree::{last_records, tree};

const BATCH: &str = "batch pages -t markdown -o out";

fn pages() -> Folder {
    Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE).file("pages/bad.txt", "words\n")
}

/// Runs it, and gives its line of figures.
fn figures(folder: &Folder, arguments: &str) -> String {
    figures_of(&folder.plenary(arguments))
}

fn figures_of(run: &Run) -> String {
    let line = run.stderr.lines().find(|line| line.contains(" converted, "));
    line.unwrap_or_else(|| panic!("{}", run.stderr)).to_owned()
}

fn modified(folder: &Folder, name: &str) -> SystemTime {
    fs::metadata(folder.path(name)).unwrap().modified().unwrap()
}

/// As a shell completes names.
#[test]
fn a_dot_before_a_path_makes_it_no_other() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    folder.plenary("batch pages -t markdown -o out");
    for pages in ["./pages", "pages ./pages", "./pages/a.txt --name {stem}.{ext}"] {
        assert_eq!(
            figures(&folder, &format!("batch {pages} -t markdown -o ./out")),
            "1 page: 0 converted, 1 unchanged, 0 failed; 0 documents written",
            "{pages}"
        );
    }
}

#[test]
fn what_fails_is_named_and_tried_again() {
    let folder = pages();
    golden!(
        folder.plenary(BATCH),
        str![[r#"
exit 1
--- stderr
error[read::no-session]: the text holds no session
--> pages/bad.txt
 = help: looked for: [..]

3 pages: 2 converted, 0 unchanged, 1 failed; 2 documents written
  failed: pages/bad.txt: the text holds no session [read::no-session]

"#]]
    );
    let record = &last_records(&folder.path("out/.plenary-manifest.ndjson"))["pages/bad.txt"];
    assert_eq!(
        (&record["status"], &record["failure"]["code"]),
        (&"failed".into(), &"read::no-session".into())
    );
    assert_eq!(figures(&folder, BATCH), "3 pages: 0 converted, 2 unchanged, 1 failed; 0 documents written");
    let folder = folder.file("pages/bad.txt", PAGE);
    assert_eq!(
        figures(&folder, &format!("{BATCH} --retry-failed")),
        "1 page: 1 converted, 0 unchanged, 0 failed; 1 document written"
    );
    assert_eq!(folder.plenary(&format!("{BATCH} --retry-failed")).code, 0);
    assert_eq!(figures(&folder, BATCH), "3 pages: 0 converted, 3 unchanged, 0 failed; 0 documents written");
}

#[test]
fn the_manifest_tells_what_was_found() {
    let guards =
        (b'A'..=b'Z').map(|letter| format!("Guard {0}{0}\nSpeech speed\nfast\n", char::from(letter)));
    let many = odd_page() + &guards.collect::<String>();
    let folder = Folder::new().file("pages/a.txt", odd_page()).file("pages/many.txt", many);
    let told = folder.plenary(&format!("{BATCH} --message-format json --jobs 1")).stderr;
    let told: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let records = last_records(&folder.path("out/.plenary-manifest.ndjson"));
    for name in ["pages/a.txt", "pages/many.txt"] {
        let told: Vec<_> = told.iter().filter(|finding| finding["file"] == name).cloned().collect();
        let counted = |severity: &str| told.iter().filter(|finding| finding["severity"] == severity).count();
        let counts =
            json!({"errors": counted("error"), "warnings": counted("warning"), "notes": counted("note")});
        assert_eq!(records[name]["findings"], counts);
        // As many of a kind as somebody will read.
        let of_a_kind =
            |finding: &&Value| told.iter().filter(|other| other["code"] == finding["code"]).count();
        let is_many = told.iter().any(|finding| of_a_kind(&finding) > 25);
        assert_eq!(is_many, name == "pages/many.txt");
        let listed = records[name]["diagnostics"].as_array().unwrap();
        assert!(!listed.is_empty() && listed.iter().all(|finding| told.contains(finding)));
        assert_eq!(listed.len() == told.len(), !is_many);
    }
}

/// Of a page that nothing could be found on, why.
#[test]
fn the_manifest_tells_why_a_page_failed() {
    let folder = Folder::new().file("pages/a.txt", b"Ada:\xFF\n");
    let told = folder.plenary(&format!("{BATCH} --message-format json")).stderr;
    let told: Value = serde_json::from_str(told.lines().next().unwrap()).unwrap();
    let record = &last_records(&folder.path("out/.plenary-manifest.ndjson"))["pages/a.txt"];
    assert_eq!(record["diagnostics"], json!([told]));
    assert_eq!(record["findings"]["errors"], 1);
}

#[test]
fn only_what_changed_is_converted_and_only_what_differs_is_written() {
    let folder = pages();
    folder.plenary(BATCH);
    let before = modified(&folder, "out/b.md");
    // Another page: another document.
    let folder = folder.file("pages/a.txt", PAGE.replace("Harbour lights", "Harbour fires"));
    assert_eq!(figures(&folder, BATCH), "3 pages: 1 converted, 1 unchanged, 1 failed; 1 document written");
    assert!(folder.read("out/a.md").contains("Harbour fires"));
    // Another option that changes nothing here: converted, and not written.
    let wrapped = format!("{BATCH} --set markdown.flavour=gfm");
    assert_eq!(
        figures(&folder, &wrapped),
        "3 pages: 2 converted, 0 unchanged, 1 failed; 0 documents written"
    );
    assert_eq!(modified(&folder, "out/b.md"), before);
    // A document that somebody took away, or changed, is made anew.
    fs::remove_file(folder.path("out/a.md")).unwrap();
    let folder = folder.file("out/b.md", "mine");
    assert_eq!(
        figures(&folder, &wrapped),
        "3 pages: 2 converted, 0 unchanged, 1 failed; 2 documents written"
    );
    // One that was only touched stands there as it was.
    fs::File::options().append(true).open(folder.path("out/b.md")).unwrap().set_modified(before).unwrap();
    assert_eq!(
        figures(&folder, &wrapped),
        "3 pages: 0 converted, 2 unchanged, 1 failed; 0 documents written"
    );
}

#[test]
fn another_library_of_a_plugin_is_another_renderer() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    let batch = "batch pages -t plain -o out --plugin-dir plugins";
    fs::create_dir_all(folder.path("plugins")).unwrap();
    plain(&folder.path("plugins"), "plain", &[]);
    assert!(figures(&folder, batch).starts_with("1 page: 1 converted"));
    assert!(figures(&folder, batch).starts_with("1 page: 0 converted"));
    plain(&folder.path("plugins"), "plain", &["RENDER=return host->write(host->ctx, \"other\", 5);"]);
    assert!(figures(&folder, batch).starts_with("1 page: 1 converted"));
    let documents = tree(&folder.path("out"));
    assert!(documents.values().all(|document| document == b"other"), "{documents:?}");
}

/// Under --resume, what the manifest tells of is not looked at: neither the page nor its document.
#[test]
fn resume_goes_on_where_a_run_ended() {
    let folder = pages();
    let first = folder.plenary(&format!("{BATCH} --fail-fast --jobs 1"));
    assert_eq!(first.code, 1);
    let folder = folder.file("pages/a.txt", "changed since\n").file("pages/c.txt", PAGE);
    let run = folder.plenary(&format!("{BATCH} --resume"));
    assert_eq!(figures_of(&run), "4 pages: 1 converted, 2 unchanged, 1 failed; 1 document written");
    // What failed then has still failed.
    assert!(run.code == 1 && run.stderr.contains("failed: pages/bad.txt: the text holds no session"));
    assert!(!run.stderr.contains("error["), "{}", run.stderr);
    // Documents that are to stand elsewhere are not there yet.
    let elsewhere = format!("{BATCH} --resume --name {{name}}.{{ext}}");
    assert_eq!(
        figures(&folder, &elsewhere),
        "4 pages: 2 converted, 0 unchanged, 2 failed; 2 documents written"
    );
    assert_eq!(figures(&folder, BATCH), "4 pages: 2 converted, 0 unchanged, 2 failed; 0 documents written");
}

#[test]
fn shards_are_together_all_pages() {
    let mut folder = Folder::new();
    for page in 0..40 {
        folder = folder.file(&format!("pages/{page}.txt"), PAGE);
    }
    folder.plenary("batch pages -t markdown -o whole");
    for part in 1..=3 {
        let run = folder.plenary(&format!("batch pages -t markdown -o out --shard {part}/3"));
        assert!(run.code == 0 && !figures_of(&run).starts_with("40 pages"), "{}", run.stderr);
        // From another folder, over another path, a part is the same.
        let path = folder.path("pages").display().to_string();
        let other = folder.plenary(&format!("batch {path} -t markdown -o other --shard {part}/3"));
        assert_eq!(figures_of(&run), figures_of(&other));
    }
    assert!(tree(&folder.path("out")) == tree(&folder.path("whole")));
    assert!(tree(&folder.path("other")) == tree(&folder.path("whole")));
    let run = folder.plenary("batch pages -t markdown -o out --shard 4/3");
    assert!(run.code == 2 && run.stderr.contains("it is not of the form I/N"), "{}", run.stderr);
}

#[test]
fn what_is_no_manifest_is_left_alone() {
    for text in ["my notes\n", "my notes", "{\"record\":\"page\"}\n"] {
        let folder = pages().file("notes", text);
        let run = folder.plenary(&format!("{BATCH} --manifest notes"));
        assert!(
            run.code == 3
                && run.stderr.contains("error[batch::manifest]: `notes` is no manifest: see its line 1")
        );
        assert_eq!(folder.read("notes"), text);
    }
}

#[test]
fn synced_documents_are_the_same() {
    let folder = pages();
    folder.plenary(BATCH);
    folder.plenary("batch pages -t markdown -o synced --fsync");
    assert!(tree(&folder.path("out")) == tree(&folder.path("synced")));
}
