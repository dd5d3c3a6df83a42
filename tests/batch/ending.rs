//! Runs that are ended: by Ctrl-C, by a kill, by too many failures.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::breaking::{captions, on_the_bad_page};
use crate::generated::sessions;
use crate::plugins::plain;
use crate::support::{Folder, PAGE};
use crate::tree::{last_records, tree};

const BATCH: &str = "batch pages -t markdown,akoma-ntoso,pdf -o out";
const MANIFEST: &str = "out/.plenary-manifest.ndjson";

fn start(folder: &Folder) -> Child {
    let mut command = folder.command(BATCH);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits until the manifest tells of so many pages.
fn wait_for(folder: &Folder, pages: usize) {
    let start = Instant::now();
    while fs::read_to_string(folder.path(MANIFEST)).unwrap_or_default().lines().count() <= pages {
        assert!(start.elapsed() < Duration::from_secs(120), "nothing is done");
        sleep(Duration::from_millis(1));
    }
}

#[test]
fn a_run_that_is_killed_is_taken_up() {
    let folder = sessions(100);
    assert_eq!(folder.plenary(&BATCH.replace("-o out", "-o whole")).code, 0);
    let whole = tree(&folder.path("whole"));
    for pages in [1, 3, 7, 15, 30, 45, 60, 80] {
        let mut child = start(&folder);
        wait_for(&folder, pages);
        // Not always at the very moment that a line was written.
        sleep(Duration::from_micros(pages as u64 * 97));
        child.kill().unwrap();
        child.wait().unwrap();
        for (name, document) in tree(&folder.path("out")) {
            let is_stray = name.rsplit('/').next().unwrap().starts_with(".plenary-");
            assert!(is_stray || whole[&name] == document, "{name} is torn");
        }
    }
    let run = folder.plenary(&format!("{BATCH} --resume"));
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(tree(&folder.path("out")) == whole, "the documents differ, or there are others");
    assert_eq!(last_records(&folder.path(MANIFEST)).len(), 100);
}

/// Has the run killed when it writes more than so many half KiB into a file, as the system does it.
fn killed_amid_writing(folder: &Folder, batch: &str) {
    let plenary = folder.command(batch);
    let mut killed = Command::new("sh");
    killed.args(["-c", "ulimit -f 16; exec \"$0\" \"$@\" --jobs 1"]).arg(plenary.get_program());
    killed.args(plenary.get_args()).current_dir(folder.path("."));
    assert_eq!(killed.status().unwrap().code(), None);
}

/// What a kill amid writing leaves: half a line, and temporary files. Nobody else's is taken away.
#[test]
fn what_a_kill_leaves_is_cleared_away() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE);
    let folder = folder.file("out/.plenary-other", "another's");
    let batch = "batch pages -t markdown,pdf -o out";
    assert_eq!(folder.plenary("batch pages/b.txt -t markdown,pdf -o out --name {stem}.{ext}").code, 0);
    // Amid the brief, when the minutes are ready.
    killed_amid_writing(&folder, batch);
    let names = fs::read_dir(folder.path("out")).unwrap().flatten().map(|entry| entry.file_name());
    let strays = names.filter(|name| name.to_string_lossy().starts_with(".plenary-")).count() - 2;
    assert_eq!(strays, 2);
    let manifest = folder.read(MANIFEST);
    fs::write(folder.path(MANIFEST), &manifest[..manifest.len() - 40]).unwrap();
    let run = folder.plenary(batch);
    assert!(
        run.stderr.contains("2 pages: 2 converted, 0 unchanged, 0 failed; 2 documents"),
        "{}",
        run.stderr
    );
    let left: Vec<_> = tree(&folder.path("out")).into_keys().collect();
    assert_eq!(left, [".plenary-other", "a.md", "a.pdf", "b.md", "b.pdf"]);
    assert_eq!(last_records(&folder.path(MANIFEST)).len(), 2);
}

/// By a run, too, that has nothing to do where it was left.
#[test]
fn what_a_kill_leaves_is_cleared_away_by_any_run() {
    let folder = Folder::new().file("pages/x/a.txt", PAGE).file("pages/y/bad.txt", "words\n");
    let batch = "batch pages -t markdown,pdf -o out";
    assert_eq!(folder.plenary("batch pages/y/bad.txt -t markdown,pdf -o out").code, 1);
    killed_amid_writing(&folder, batch);
    assert_eq!(tree(&folder.path("out/x")).len(), 2);
    let run = folder.plenary(&format!("{batch} --retry-failed"));
    assert!(run.stderr.contains("1 page: 0 converted, 0 unchanged, 1 failed"), "{}", run.stderr);
    assert_eq!(tree(&folder.path("out/x")).len(), 0);
}

#[test]
fn ctrl_c_finishes_what_is_under_way() {
    for signal in ["INT", "TERM"] {
        let folder = sessions(60);
        let child = start(&folder);
        wait_for(&folder, 3);
        let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{told}");
        assert!(told.contains("not looked at") && told.contains("error[batch::interrupted]"), "{told}");
        // Everything that stands there is told of, and all that is told of stands there.
        let records = last_records(&folder.path(MANIFEST));
        assert!(records.len() < 60);
        assert_eq!(tree(&folder.path("out")).len(), records.len() * 3);
        let run = folder.plenary(BATCH);
        let left = 60 - records.len();
        assert!(run.stderr.contains(&format!("60 pages: {left} converted")), "{}", run.stderr);
    }
}

/// Asked once more, it ends at once: here it would wait for ever for the page that is under way.
#[test]
fn ctrl_c_twice_ends_at_once() {
    let folder = captions(30, 7);
    fs::create_dir_all(folder.path("plugins")).unwrap();
    plain(&folder.path("plugins"), "plain", &[&on_the_bad_page("for (;;) pause();")]);
    let batch = "batch pages -t plain -o out --plugin-dir plugins --jobs 2 --plugin-time unlimited";
    let mut child = folder.command(batch).stderr(Stdio::null()).spawn().unwrap();
    // All but the one.
    wait_for(&folder, 29);
    let number = child.id().to_string();
    let interrupt = || {
        assert!(Command::new("kill").args(["-s", "INT", &number]).status().unwrap().success());
    };
    interrupt();
    sleep(Duration::from_millis(300));
    assert!(child.try_wait().unwrap().is_none(), "once is not enough");
    // Of two that come while it does not run, the system passes on one.
    let status = loop {
        interrupt();
        sleep(Duration::from_millis(20));
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
    };
    assert_eq!(status.code(), Some(130));
    assert_eq!(last_records(&folder.path(MANIFEST)).len(), 29);
    plain(&folder.path("plugins"), "plain", &[]);
    let run = folder.plenary(&batch.replace("--plugin-time unlimited", "--resume"));
    assert!(run.code == 0 && tree(&folder.path("out")).len() == 30, "{}", run.stderr);
}

#[test]
fn a_run_stops_when_enough_has_failed() {
    let mut folder = Folder::new();
    for page in 0..20 {
        folder = folder.file(&format!("pages/{page:02}.txt"), if page % 2 == 0 { "words\n" } else { PAGE });
    }
    for (option, failed, left) in [("--fail-fast", 1, 19), ("--max-errors 3", 3, 15), ("--keep-going", 10, 0)]
    {
        let run = folder.plenary(&format!("batch pages -t markdown -o out --jobs 1 {option}"));
        assert_eq!(run.code, 1);
        assert_eq!(run.stderr.matches("\n  failed: ").count(), failed, "{}", run.stderr);
        let told = if left > 0 { format!(", {left} not looked at") } else { format!("{failed} failed;") };
        assert!(run.stderr.contains(&told), "{}", run.stderr);
        fs::remove_dir_all(folder.path("out")).unwrap();
    }
}

#[test]
fn two_runs_do_not_share_a_manifest() {
    let folder = sessions(60);
    let mut child = start(&folder);
    wait_for(&folder, 1);
    let run = folder.plenary(BATCH);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(run.code == 3 && run.stderr.contains("error[batch::locked]"), "{}", run.stderr);
}
