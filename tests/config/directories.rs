//! `[[directory]]`: what is other for the pages of some folders.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;

use serde_json::Value;
use snapbox::str;

use crate::figures;
use crate::golden;
use crate::support::{Folder, PAGE, odd_page};
use crate::tree::{last_records, tree};

const SETTINGS: &str = "
to = [\"markdown\"]
output = \"documents\"

[[directory]]
path = \"pages/committees\"
to = [\"markdown\", \"akoma-ntoso\"]
strict = true

[[directory]]
path = \"pages/**/drafts\"
to = [\"tei\"]
name = \"drafts/{name}.{ext}\"
strict = false
set.tei.country = \"KE\"

[[directory]]
path = \"pages/captions\"
from = \"transcript\"
";

/// In the folder of committees a page raises a warning.
fn project() -> Folder {
    Folder::new()
        .file("plenary.toml", SETTINGS.replace("set.tei.country = \"KE\"\n", ""))
        .file("pages/plenary.txt", PAGE)
        .file("pages/committees/one.txt", PAGE)
        .file("pages/committees/odd.txt", odd_page())
        .file("pages/committees/drafts/two.txt", odd_page())
        .file("pages/captions/three.txt", "Ada: Good morning.\n\nBert: Good morning to you.\n")
}

/// A name is needed for `*`, and the folder of the file has none from there.
#[test]
fn a_pattern_for_folders_is_not_of_the_pages_above_them() {
    let cases: [(&str, &[&str]); 5] = [
        ("*", &["a.md", "b/c/d.xml", "b/e.xml"]),
        ("**/*", &["a.md", "b/c/d.xml", "b/e.xml"]),
        ("*/*", &["a.md", "b/c/d.xml", "b/e.md"]),
        ("**", &["a.xml", "b/c/d.xml", "b/e.xml"]),
        (".", &["a.xml", "b/c/d.xml", "b/e.xml"]),
    ];
    for (path, documents) in cases {
        let settings =
            format!("to = [\"markdown\"]\n[[directory]]\npath = \"{path}\"\nto = [\"akoma-ntoso\"]\n");
        let folder = Folder::new().file("pages/plenary.toml", settings).file("pages/a.txt", PAGE);
        let folder = folder.file("pages/b/e.txt", PAGE).file("pages/b/c/d.txt", PAGE);
        let run = folder.plenary("batch pages -o documents");
        assert_eq!(run.code, 0, "{path}: {}", run.stderr);
        let found: Vec<_> = tree(&folder.path("documents")).into_keys().collect();
        assert_eq!(found, documents, "{path}");
    }
}

#[test]
fn batch_converts_each_folder_as_is_said_of_it() {
    let folder = project();
    let run = folder.plenary("batch pages");
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(figures(&run), "5 pages: 4 converted, 0 unchanged, 1 failed; 5 documents written");
    assert!(run.stderr.contains("failed: pages/committees/odd.txt: "), "{}", run.stderr);
    let documents: Vec<_> = tree(&folder.path("documents")).into_keys().collect();
    assert_eq!(
        documents,
        [
            "captions/three.md",
            "committees/one.md",
            "committees/one.xml",
            "drafts/two.txt.tei.xml",
            "plenary.md"
        ]
    );
    // Each is what `convert` makes of it.
    folder
        .plenary("convert pages/plenary.txt pages/committees/one.txt pages/captions/three.txt -o alone/")
        .well();
    for (alone, of_many) in [
        ("plenary.md", "plenary.md"),
        ("one.md", "committees/one.md"),
        ("one.xml", "committees/one.xml"),
        ("three.md", "captions/three.md"),
    ] {
        assert_eq!(
            folder.read(&format!("alone/{alone}")),
            folder.read(&format!("documents/{of_many}")),
            "{alone}"
        );
    }
    assert_eq!(folder.plenary("convert pages/committees/odd.txt").code, 1);
    folder.plenary("convert pages/committees/drafts/two.txt -o alone/");
    assert!(folder.path("alone/two.tei.xml").exists());
}

/// A later run knows each page by what it was converted by, and a change of one folder's settings is one of its pages alone.
#[test]
fn each_folder_has_a_fingerprint_of_its_own() {
    let folder = project();
    folder.plenary("batch pages");
    let manifest = folder.path("documents/.plenary-manifest.ndjson");
    let text = fs::read_to_string(&manifest).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |record: &str| {
        let fingerprints =
            lines.iter().filter(|line| line["record"] == record).map(|line| line["fingerprint"].to_string());
        fingerprints.collect::<BTreeSet<_>>()
    };
    assert_eq!(of("run").len(), 4);
    assert_eq!(of("run"), of("page"));
    let again = folder.plenary("batch pages");
    assert_eq!(figures(&again), "5 pages: 0 converted, 4 unchanged, 1 failed; 0 documents written");
    let changed = SETTINGS.replace("set.tei.country = \"KE\"\n", "from = \"dig-watch\"\n");
    let folder = folder.file("plenary.toml", changed);
    let after = folder.plenary("batch pages");
    assert_eq!(figures(&after), "5 pages: 1 converted, 3 unchanged, 1 failed; 0 documents written");
    // --resume, --retry-failed and --shard ask for pages, whatever is said of their folders.
    let resumed = folder.plenary("batch pages --resume");
    assert_eq!(figures(&resumed), "5 pages: 0 converted, 4 unchanged, 1 failed; 0 documents written");
    let retried = folder.file("pages/committees/odd.txt", PAGE).plenary("batch pages --retry-failed");
    assert_eq!(figures(&retried), "1 page: 1 converted, 0 unchanged, 0 failed; 2 documents written");
}

/// A page is in the folder that it is named in, however that is named; where it is found by another way, in the one it is in.
#[test]
fn a_folder_may_be_named_in_several_ways() {
    let folder = Folder::new()
        .file(
            "here/plenary.toml",
            "to = [\"markdown\"]\n[[directory]]\npath = \"pages/x\"\nto = [\"json\"]\n",
        )
        .file("here/pages/x/a.txt", PAGE)
        .file("out/.keep", "");
    symlink("x", folder.path("here/pages/link")).unwrap();
    symlink("here/pages/x", folder.path("link")).unwrap();
    let whole = folder.path("here/pages").display().to_string();
    for (pages, formats) in [
        ("here/pages", ["link/a.md", "x/a.session.json"].as_slice()),
        ("here/../here/pages", &["link/a.md", "x/a.session.json"]),
        ("here/pages/x/../../pages/*/*.txt", &["link/a.md", "x/a.session.json"]),
        (&whole, &["link/a.md", "x/a.session.json"]),
        ("here/pages/x/a.txt", &["here/pages/x/a.session.json"]),
        ("--config here/plenary.toml link", &["a.session.json"]),
    ] {
        fs::remove_dir_all(folder.path("out")).unwrap();
        let run = folder.plenary(&format!("batch {pages} -o out"));
        assert_eq!(run.code, 0, "{pages}: {}", run.stderr);
        assert_eq!(tree(&folder.path("out")).into_keys().collect::<Vec<_>>(), formats, "{pages}");
    }
}

#[test]
fn shards_of_folders_that_are_converted_otherwise_are_together_all_pages() {
    let folder = project();
    folder.plenary("batch pages -o whole");
    for part in 1..=3 {
        folder.plenary(&format!("batch pages -o parts --shard {part}/3"));
    }
    assert!(tree(&folder.path("whole")) == tree(&folder.path("parts")));
    let mut known = 0;
    for part in 1..=3 {
        let manifest = folder.path(&format!("parts/.plenary-manifest.{part}-of-3.ndjson"));
        known += if manifest.exists() && !fs::read(&manifest).unwrap().is_empty() {
            last_records(&manifest).len()
        } else {
            0
        };
    }
    assert_eq!(known, 5);
}

/// What is missing for some pages only is told with one of them.
#[test]
fn a_folder_without_a_format_is_named() {
    let settings = "output = \"out\"\n[[directory]]\npath = \"a\"\nto = [\"markdown\"]\n";
    let folder = Folder::new().file("plenary.toml", settings).file("a/x.txt", PAGE).file("b/y.txt", PAGE);
    for command in ["batch a b", "convert a/x.txt b/y.txt"] {
        let run = folder.plenary(command);
        assert!(run.code == 2 && run.stderr.contains("no format is named for `b/y.txt`"), "{}", run.stderr);
        assert!(!folder.path("out").exists());
    }
}

#[test]
fn a_folder_that_does_not_exist_is_told_of() {
    let settings = "to = [\"markdown\"]\n[[directory]]\npath = \"comittees\"\nstrict = true\n[[directory]]\npath = \"none*\"\n";
    let folder = Folder::with_page().file("plenary.toml", settings).file("committees/page.txt", PAGE);
    golden!(
        folder.plenary("convert page.txt"),
        str![[r#"
exit 0
--- stderr
warning[config::no-folder]: there is no folder `comittees`, so nothing comes of this [[directory]]
 --> plenary.toml:3:8
  |
3 | path = "comittees"
  |        ^^^^^^^^^^^
  |
  = help: did you mean `committees`?

"#]]
    );
    assert!(folder.path("page.md").exists());
}

/// Two documents in one place are found across folders that are named in different ways.
#[test]
fn documents_of_different_folders_may_not_have_one_place() {
    let settings = "to = [\"markdown\"]\noutput = \"out\"\n[[directory]]\npath = \"pages/a\"\nname = \"b/{stem}.{ext}\"\n";
    let folder =
        Folder::new().file("plenary.toml", settings).file("pages/a/x.txt", PAGE).file("pages/b/x.txt", PAGE);
    let run = folder.plenary("batch pages");
    assert!(run.code == 2 && run.stderr.contains("usage::same-output"), "{}", run.stderr);
    assert!(!folder.path("out").exists());
}

/// Of several that fit, the later one; a page is found by whatever way it is named.
#[test]
fn the_later_one_goes_before() {
    let settings = "to = [\"markdown\"]\n[[directory]]\npath = \"a/b\"\nto = [\"tei\"]\nstrict = true\n[[directory]]\npath = \"a\"\nto = [\"json\"]\n";
    let folder =
        Folder::new().file("plenary.toml", settings).file("a/b/page.txt", odd_page()).file("c/x", "");
    std::os::unix::fs::symlink("../a/b", folder.path("c/link")).unwrap();
    for page in ["a/b/page.txt", "./a/b/page.txt", "c/../a/b/page.txt", "a//b/../b/page.txt"] {
        let run = folder.plenary(&format!("convert {page} -o -"));
        assert!(run.code == 1 && run.stderr.contains("convert::strict"), "{page}: {}", run.stderr);
        let run = folder.plenary(&format!("convert {page} -o - --strict=false"));
        assert!(run.stdout.starts_with('{'), "{page}: {}", run.stdout);
    }
    let mut command = folder.command("convert b/page.txt --strict=false -o -");
    let output = command.current_dir(folder.path("a")).output().unwrap();
    assert!(output.stdout.starts_with(b"{"));
    // What is said of a folder is said of it under the names it is found by.
    let run = folder.plenary("convert c/link/page.txt -o -");
    assert!(run.code == 0 && run.stdout.contains("# Harbour lights"), "{}{}", run.stdout, run.stderr);
}

/// --set of a format that some pages are written in is of use.
#[test]
fn a_setting_is_of_use_where_some_pages_have_its_format() {
    let folder = project();
    let run = folder.plenary("batch pages --set akoma-ntoso.country=ke");
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(folder.read("documents/committees/one.xml").contains("FRBRcountry value=\"ke\""));
    let run = folder.plenary("batch pages --set pdf.paper=a4");
    assert!(
        run.code == 2 && run.stderr.contains("what is written is `markdown`, `tei` and `akoma-ntoso`")
            || run.stderr.contains("usage::unused-setting"),
        "{}",
        run.stderr
    );
}

/// Pages are read as is said of their folder.
#[test]
fn check_and_inspect_read_as_is_said_of_the_folder() {
    let settings =
        "[[directory]]\npath = \"cart\"\nfrom = \"cart\"\n[[directory]]\npath = \"old\"\nlossy = true\n";
    let folder = Folder::new()
        .file("plenary.toml", settings)
        .file("cart/page.txt", ">> ADA: Good morning.\n")
        .file("old/page.txt", [&b"Ada: caf\xE9 and more.\n\nBert: Yes.\n"[..]].concat())
        .file("new/page.txt", [&b"Ada: caf\xE9 and more.\n\nBert: Yes.\n"[..]].concat());
    assert!(folder.plenary("inspect cart/page.txt").stdout.contains("cart"));
    assert!(folder.plenary("inspect old/page.txt").stdout.contains("speeches"));
    assert!(folder.plenary("inspect new/page.txt").stderr.contains("input::not-utf8"));
    assert!(folder.plenary("check new/page.txt").stdout.contains("input::not-utf8"));
    assert!(!folder.plenary("check old/page.txt").stdout.contains("error[input::not-utf8"));
}
