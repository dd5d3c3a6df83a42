//! What changes under a run, or is not what its name says, and what it costs.

use std::fs;
use std::os::unix::fs::{FileExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::generated::sessions;
use crate::support::{Folder, PAGE};
use crate::tree::{last_records, tree};

const BATCH: &str = "batch pages -t markdown -o out";
const MANIFEST: &str = "out/.plenary-manifest.ndjson";

fn fifo(folder: &Folder, name: &str) {
    assert!(Command::new("mkfifo").arg(folder.path(name)).status().unwrap().success());
}

/// Starts converting many sessions, and waits until some are done.
fn under_way() -> (Folder, Child) {
    let folder = sessions(200);
    // One thread, so that there is time for what is to happen meanwhile.
    let mut command = folder.command(&format!("{BATCH} --jobs 1"));
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while fs::read_to_string(folder.path(MANIFEST)).unwrap_or_default().lines().count() < 10 {
        assert!(start.elapsed() < Duration::from_secs(120), "nothing is done");
        sleep(Duration::from_millis(1));
    }
    (folder, child)
}

/// How it ended, and what it told.
fn ended(child: Child) -> (Option<i32>, String) {
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Each costs its own page, and none holds up the run or is read for ever.
#[test]
fn what_is_no_file_costs_its_page() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("folder.txt/b.txt", PAGE);
    fifo(&folder, "pipe.txt");
    fifo(&folder, "pages/pipe.txt");
    let _socket = UnixListener::bind(folder.path("socket.txt")).unwrap();
    let long = format!("{}.txt", "n".repeat(300));
    let folder = folder.file(
        "list",
        format!("pages/a.txt\npages\nfolder.txt\npipe.txt\nsocket.txt\n/dev/zero\n/proc/self/mem\ngone.txt\n{long}\n"),
    );
    let run = folder.plenary("batch @list -t markdown -o out --name {name}.md");
    assert_eq!(run.code, 1, "{}", run.stderr);
    let what = "cannot read this file: it is a device, a pipe or a socket [input::unreadable]";
    for line in [
        "8 pages: 2 converted, 0 unchanged, 6 failed; 2 documents written",
        &format!("failed: pipe.txt: {what}"),
        "failed: socket.txt: cannot read this file: no such device or address [input::unreadable]",
        &format!("failed: /dev/zero: {what}"),
        "failed: /proc/self/mem: cannot read this file: input/output error [input::unreadable]",
        "failed: gone.txt: this file does not exist [input::not-found]",
        &format!("failed: {long}: cannot read this file: file name too long [input::unreadable]"),
    ] {
        assert!(run.stderr.contains(line), "{line}\n{}", run.stderr);
    }
}

#[test]
fn a_page_that_may_not_be_read_costs_itself() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE);
    fs::set_permissions(folder.path("pages/b.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(folder.path("pages/b.txt")).is_ok() {
        return eprintln!("not run: a page without permission, for whoever may read everything");
    }
    let run = folder.plenary(BATCH);
    let failed = "failed: pages/b.txt: you have no permission to read this file [input::no-permission]";
    assert!(run.code == 1 && run.stderr.contains(failed), "{}", run.stderr);
}

#[test]
fn a_page_that_is_too_large_costs_itself_and_no_memory() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/large.txt", "");
    // It takes no room on the disk, and would take all memory.
    fs::File::create(folder.path("pages/large.txt")).unwrap().set_len(1 << 40).unwrap();
    let run = folder.plenary(BATCH);
    let failed = "failed: pages/large.txt: this file has more than 67108864 bytes [input::too-large]";
    assert!(run.code == 1 && run.stderr.contains(failed), "{}", run.stderr);
    let run = folder.plenary(&format!("{BATCH} --max-page 512"));
    assert!(run.stderr.contains("failed: pages/a.txt: this file has more than 512 bytes"), "{}", run.stderr);
}

/// What the manifest tells of the page, and the document, are of the very bytes that were read, whatever becomes of them
/// meanwhile: the format `source` gives them back.
#[test]
fn a_page_that_changes_while_it_is_read_is_converted_as_it_was_read() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    let page = fs::File::options().write(true).open(folder.path("pages/a.txt")).unwrap();
    let (is_done, mut runs) = (AtomicBool::new(false), Vec::new());
    scope(|scope| {
        scope.spawn(|| {
            let long = PAGE.replace("winter", "whole long winter of that year").repeat(40);
            for text in [PAGE, &long, &PAGE[..700]].into_iter().cycle() {
                page.set_len(0).unwrap();
                page.write_all_at(text.as_bytes(), 0).unwrap();
                if is_done.load(Ordering::Relaxed) {
                    return;
                }
            }
        });
        for _ in 0..40 {
            folder.plenary("batch pages -t source -o out");
            let size = fs::metadata(folder.path("out/a.txt")).map(|document| document.len());
            runs.push((folder.read(MANIFEST), size.unwrap_or_default()));
        }
        is_done.store(true, Ordering::Relaxed);
    });
    let records = runs.iter().map(|(manifest, size)| {
        (serde_json::from_str::<Value>(manifest.lines().next_back().unwrap()).unwrap(), *size)
    });
    let mut converted = 0;
    for (record, size) in records.filter(|(record, _)| record["status"] == "converted") {
        converted += 1;
        assert_eq!(record["hash"], record["outputs"][0]["hash"], "{record}");
        assert_eq!(record["outputs"][0]["size"], size, "{record}");
    }
    assert!(converted > 0, "the page was never whole");
    // The last word is that of the last run.
    fs::write(folder.path("pages/a.txt"), PAGE).unwrap();
    assert_eq!(folder.plenary("batch pages -t source -o out").code, 0);
    assert_eq!(folder.read("out/a.txt"), PAGE);
}

#[test]
fn pages_that_are_taken_away_under_a_run_are_named() {
    let (folder, child) = under_way();
    fs::remove_dir_all(folder.path("pages/3")).unwrap();
    fs::rename(folder.path("pages/4"), folder.path("moved")).unwrap();
    fs::write(folder.path("pages/4"), "no folder any more").unwrap();
    let (code, told) = ended(child);
    let left = tree(&folder.path("out")).len();
    assert_eq!(code, Some(1), "{told}");
    let failed = told.lines().filter(|line| line.starts_with("  failed: pages/")).count();
    assert!(told.contains(&format!("200 pages: {left} converted, 0 unchanged, {failed} failed; ")), "{told}");
    assert!(failed > 0 && left + failed == 200, "{told}");
    assert!(told.contains("this file does not exist [input::not-found]"), "{told}");
    assert!(told.contains("cannot read this file: not a directory [input::unreadable]"), "{told}");
}

#[test]
fn a_place_that_is_no_file_costs_its_page() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE).file("out/x", "");
    fifo(&folder, "out/a.md");
    let run = folder.plenary(BATCH);
    let failed =
        "failed: pages/a.txt: cannot write `out/a.md`: what stands there is no file [output::unwritable]";
    assert!(run.code == 3 && run.stderr.contains(failed), "{}", run.stderr);
    assert!(folder.path("out/b.md").is_file());
}

/// Documents go on to be written, where they can be; that nobody will know of them is told.
#[test]
fn a_folder_that_is_taken_away_under_a_run_is_told_of() {
    let (folder, child) = under_way();
    fs::rename(folder.path("out"), folder.path("elsewhere")).unwrap();
    let (code, told) = ended(child);
    assert!(code == Some(3) && told.contains("error[batch::manifest]"), "{told}");
    assert!(told.contains("the manifest `out/.plenary-manifest.ndjson` was taken away"), "{told}");
    let run = folder.plenary(BATCH);
    assert_eq!((run.code, tree(&folder.path("out")).len()), (0, 200), "{}", run.stderr);
}

#[test]
fn a_manifest_that_is_cut_short_under_a_run_is_told_of() {
    // All of it, or all but what is no line any more.
    for left in [0, 40] {
        let (folder, child) = under_way();
        let manifest = fs::File::options().write(true).open(folder.path(MANIFEST)).unwrap();
        manifest.set_len(manifest.metadata().unwrap().len() * left / 100).unwrap();
        let (code, told) = ended(child);
        assert!(code == Some(3) && told.contains("error[batch::manifest]"), "{told}");
        let known = last_records(&folder.path(MANIFEST)).len();
        assert!(known < 200);
        let run = folder.plenary(BATCH);
        let figures =
            format!("200 pages: {} converted, {known} unchanged, 0 failed; 0 documents written", 200 - known);
        assert!(run.code == 0 && run.stderr.contains(&figures), "{}", run.stderr);
    }
}

/// Where documents may go is settled before the first: whoever puts a link into DIR under a run decides where it leads.
#[test]
fn a_folder_that_becomes_a_link_under_a_run_leads_on() {
    let (folder, child) = under_way();
    fs::create_dir(folder.path("elsewhere")).unwrap();
    let _ = fs::rename(folder.path("out/6"), folder.path("elsewhere/6"));
    fs::create_dir_all(folder.path("elsewhere/6")).unwrap();
    symlink("../elsewhere/6", folder.path("out/6")).unwrap();
    let (code, told) = ended(child);
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(tree(&folder.path("out")).len(), 200);
    // The next run sees it before it writes.
    let run = folder.plenary(BATCH);
    assert!(run.code == 2 && run.stderr.contains("[usage::outside]"), "{}", run.stderr);
}
