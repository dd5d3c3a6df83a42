//! How it begins: as `batch` does.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::support::{Folder, PAGE};
use crate::tree::{last_records, tree};
use crate::watching::{MANIFEST, WATCH, Watching, lines, pages};

#[test]
fn what_batch_has_done_is_not_done_again() {
    let folder = pages();
    assert_eq!(folder.plenary("batch pages -t markdown -o out").code, 0);
    let before = tree(&folder.path("out"));
    let watching = Watching::begin(&folder, WATCH);
    let told = watching.end();
    assert!(told.contains("2 pages: 0 converted, 2 unchanged, 0 failed; 0 documents written"), "{told}");
    assert!(told.contains("watching 2 pages in 1 folder; Ctrl-C ends it"), "{told}");
    assert_eq!(tree(&folder.path("out")), before);
    assert_eq!(lines(&folder, MANIFEST), 3);
}

/// And `batch` has nothing to do after it.
#[test]
fn what_it_has_done_batch_does_not_do_again() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    watching.passes_on(&folder, "a", "Muscat");
    watching.end();
    let run = folder.plenary("batch pages -t markdown -o out");
    assert!(run.stderr.contains("2 pages: 0 converted, 2 unchanged"), "{}", run.stderr);
}

#[test]
fn what_is_wrong_at_the_start_ends_it() {
    let folder = pages().file("no-folder", "");
    for (arguments, code, told) in [
        ("watch pages -t minutes -o out", 2, "usage::unknown-format"),
        ("watch pages -t markdown -o out --set markdown.wrap=@nowhere", 2, "usage::setting-file"),
        ("watch *.vtt -t markdown -o out", 2, "usage::pattern"),
        ("watch pages -t markdown -o out --name x", 2, "usage::same-output"),
        ("watch @- -t markdown -o out", 2, "standard input cannot be watched"),
        ("watch pages - -t markdown -o out", 2, "standard input cannot be watched"),
        ("watch pages -t markdown -o out --isolate=none", 2, "[possible values: libraries, all]"),
        ("watch pages -t markdown -o out --shard 1/2", 2, "--shard"),
        ("watch pages -t markdown -o out --poll 0", 2, "a number of seconds above 0"),
        ("watch pages -t markdown -o no-folder", 3, "output::unwritable"),
        ("watch pages -t markdown -o out --plugin-dir nowhere", 3, "plugin::folder"),
    ] {
        let run = folder.plenary(arguments);
        assert_eq!(run.code, code, "{arguments}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{arguments}: {}", run.stderr);
    }
    assert!(!folder.path("out").exists(), "something was written");
}

#[test]
fn a_folder_of_documents_has_one_run_at_a_time() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    for second in ["batch pages -t markdown -o out", WATCH] {
        let run = folder.plenary(second);
        assert!(run.code == 3 && run.stderr.contains("error[batch::locked]"), "{}", run.stderr);
    }
    watching.end();
}

/// A page that fails at first is converted when it is put right.
#[test]
fn a_page_that_fails_ends_nothing() {
    let folder = Folder::new().file("pages/bad.txt", "words\n").file("pages/good.txt", PAGE);
    let watching = Watching::begin(&folder, WATCH);
    watching.until_told("failed: pages/bad.txt: the text holds no session [read::no-session]");
    watching.passes_on(&folder, "bad", "Doha");
    assert_eq!(last_records(&folder.path(MANIFEST))["pages/bad.txt"]["status"], "converted");
    watching.end();
}

/// Where the system watches no more, that is told with what helps; where only new folders are too many, it goes on.
#[test]
fn a_system_that_watches_no_more_is_told_of() {
    let folder = pages().file("pages/one/c.txt", PAGE);
    let plenary = env!("CARGO_BIN_EXE_plenary");
    // In a namespace of its own a process may take from itself what it may watch.
    let within = |number: usize, arguments: &str| {
        let mut command = Command::new("unshare");
        let limited =
            format!("echo {number} >/proc/sys/user/max_inotify_watches && exec {plenary} {arguments}");
        command.args(["--user", "--map-root-user", "sh", "-c", &limited]);
        let usual = folder.command("");
        command.current_dir(folder.path("")).env_clear();
        command.envs(usual.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command
    };
    let run = within(0, WATCH).output();
    let told = run.map(|run| (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned()));
    let Ok((code, told)) = told else { return eprintln!("not run: a limit, which takes `unshare`") };
    if !told.contains("watch::") && !told.contains("watching") {
        return eprintln!("not run: a limit, which takes the right to a namespace");
    }
    assert_eq!(code, Some(3), "{told}");
    assert!(told.contains("error[watch::too-many-folders]") && told.contains("max_user_watches"), "{told}");
    assert!(told.contains("--poll 2"), "{told}");
    fs::remove_dir_all(folder.path("out")).unwrap_or_default();
    let watching = Watching::start(within(0, &format!("{WATCH} --poll 0.1")));
    watching.until_told("Ctrl-C ends it");
    watching.passes_on(&folder, "a", "Suez");
    watching.end();
    // Those of pages, and those above them, where settings may come to.
    let watching = Watching::start(within(3 + folder.path("").ancestors().count(), WATCH));
    watching.until_told("Ctrl-C ends it");
    for new in 0..9 {
        crate::watching::put(&folder, &format!("pages/new-{new}/{new}.txt"), PAGE);
    }
    watching.until_told("error[watch::too-many-folders]");
    watching.passes_on(&folder, "a", "Jeddah");
    // Pages are looked for anew, and again that folder cannot be watched.
    watching.passes_on(&folder, "z", "Aqaba");
    watching.passes_on(&folder, "zz", "Eilat");
    let told = watching.end();
    let errors: Vec<_> = told.lines().filter(|line| line.contains("watch::too-many-folders")).collect();
    let distinct: BTreeSet<_> = errors.iter().collect();
    assert_eq!(distinct.len(), errors.len(), "{told}");
    assert!(!told.contains("nothing is converted"), "{told}");
}
