//! What breaks around the pages, and what it costs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::plugins::plain;
use crate::support::{Folder, PAGE, Run};
use crate::tools::needs;
use crate::tree::{last_records, tree};

/// Pages of captions, of which the number `bad` says so.
pub fn captions(number: usize, bad: usize) -> Folder {
    let mut folder = Folder::new();
    for at in 0..number {
        let word = if at == bad { "bad" } else { "good" };
        let page = format!("1\n00:00:01,000 --> 00:00:02,000\nAda: This is the {word} page.\n");
        folder = folder.file(&format!("pages/{at:03}.srt"), page);
    }
    folder
}

/// What `plain.c` renders: on the bad page this, on the others `fine`.
pub fn on_the_bad_page(act: &str) -> String {
    let render = "size_t at = 0;
        while (at < job->session_json.len && memcmp(job->session_json.ptr + at, \"the bad\", 7)) at++;
        if (at == job->session_json.len) return host->write(host->ctx, \"fine\", 4);";
    format!("RENDER={render} {act} return PLENARY_OK;").replace('\n', " ")
}

/// Without a word of isolation: libraries are isolated here.
#[test]
fn a_hostile_plugin_costs_one_document_of_a_thousand() {
    let folder = captions(1000, 423);
    fs::create_dir_all(folder.path("plugins")).unwrap();
    for (act, code, limit) in [
        ("abort();", "plugin::died", ""),
        ("*(volatile int *)16 = 1;", "plugin::died", ""),
        ("for (;;) { }", "plugin::over-limit", "--plugin-time 1"),
        ("size_t all = (size_t)16 << 30; memset(malloc(all), 1, all);", "plugin::", "--plugin-memory 1GiB"),
        ("for (;;) host->write(host->ctx, \"flood\", 5);", "plugin::over-limit", "--plugin-output 1MiB"),
        (
            "for (int i = 0; i < 1000000; i++) say(host, PLENARY_WARNING, \"flood\", 5); return PLENARY_FAILED;",
            "render::failed",
            "",
        ),
        ("for (;;) say(host, PLENARY_ERROR, \"flood\", 5);", "plugin::over-limit", "--plugin-time 1"),
        (
            "static char flood[1 << 16]; for (;;) { fwrite(flood, 1, sizeof flood, stdout); \
             fwrite(flood, 1, sizeof flood, stderr); }",
            "plugin::over-limit",
            "--plugin-time 1",
        ),
        (
            "static char flood[1 << 16]; for (int i = 0; i < 1 << 14; i++) fwrite(flood, 1, sizeof flood, stderr); abort();",
            "plugin::died",
            "",
        ),
    ] {
        plain(&folder.path("plugins"), "plain", &[&on_the_bad_page(act)]);
        let run = folder.plenary(&format!("batch pages -t plain -o out --plugin-dir plugins {limit}"));
        assert_eq!(run.code, 1, "{act}: {}", run.stderr);
        let figures = "1000 pages: 999 converted, 0 unchanged, 1 failed; 999 documents written";
        assert!(run.stderr.contains(figures), "{act}: {}", run.stderr);
        assert!(run.stderr.contains("\n  failed: pages/423.srt: "), "{act}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("[{code}")), "{act}: {}", run.stderr);
        assert!(run.stderr.len() < 20_000, "{act}: {} bytes are told", run.stderr.len());
        assert_eq!(tree(&folder.path("out")).len(), 999);
        fs::remove_dir_all(folder.path("out")).unwrap();
    }
}

#[test]
fn pages_may_vanish_or_be_unreadable() {
    let folder = Folder::new().file("a.txt", PAGE).file("list", "a.txt\ngone.txt\nfolder/b.txt\n");
    let run = folder.plenary("batch @list -t markdown -o out");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("3 pages: 1 converted, 0 unchanged, 2 failed"), "{}", run.stderr);
    for name in ["gone.txt", "folder/b.txt"] {
        let line = format!("failed: {name}: this file does not exist [input::not-found]");
        assert!(run.stderr.contains(&line), "{}", run.stderr);
    }
}

#[test]
fn a_place_that_cannot_be_written_costs_its_page() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE);
    fs::create_dir_all(folder.path("out/a.md")).unwrap();
    let run = folder.plenary("batch pages -t markdown -o out");
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("failed: pages/a.txt: cannot write `out/a.md`"), "{}", run.stderr);
    assert!(folder.path("out/b.md").is_file());
}

#[test]
fn a_folder_that_cannot_be_written_is_told_of_at_once() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("out", "a file");
    let run = folder.plenary("batch pages -t markdown -o out");
    assert!(run.code == 3 && run.stderr.contains("error[output::unwritable]"), "{}", run.stderr);
}

/// A disk of its own for the documents.
struct Disk(PathBuf);

impl Disk {
    /// One of this size; `None` where none may be made.
    fn of(size: &str, folder: &Folder) -> Option<Self> {
        let out = folder.path("out");
        fs::create_dir_all(&out).unwrap();
        if needs("mount") && mount(&out, &["-t", "tmpfs", "tmpfs", "-o", &format!("size={size}")]) {
            return Some(Self(out));
        }
        eprintln!("not run: a disk that is full, which takes the right to mount one");
        None
    }

    fn grow(&self) {
        assert!(mount(&self.0, &["-o", "remount,size=8m"]));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

fn mount(out: &Path, arguments: &[&str]) -> bool {
    let mount = Command::new("mount").args(arguments).arg(out).output();
    mount.is_ok_and(|mount| mount.status.success())
}

fn many_pages(number: usize) -> Folder {
    let file = |folder: Folder, page| folder.file(&format!("pages/{page:02}.txt"), PAGE);
    (0..number).fold(Folder::new(), file)
}

/// On a disk that is full what fits is whole, what does not is named, and with more room the rest is made.
#[test]
fn a_full_disk_costs_what_does_not_fit() {
    let folder = many_pages(30);
    let out = folder.path("out");
    let Some(disk) = Disk::of("64k", &folder) else { return };
    let full = folder.plenary("batch pages -t markdown -o out");
    let whole = tree(&out);
    disk.grow();
    let again = folder.plenary("batch pages -t markdown -o out");
    let all = tree(&out);
    let records = last_records(&folder.path("out/.plenary-manifest.ndjson"));
    assert_eq!(full.code, 3, "{}", full.stderr);
    assert!(full.stderr.contains("no space left on device"), "{}", full.stderr);
    assert!(whole.len() < 30 && whole.keys().all(|name| !name.contains(".plenary-")), "{:?}", whole.keys());
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert_eq!((all.len(), records.len()), (30, 30));
    assert!(whole.iter().all(|(name, document)| all[name] == *document), "a document was torn");
}

/// A line of the manifest that did not fit stands in the way of none that does.
#[test]
fn a_manifest_on_a_full_disk_can_be_read() {
    let folder = many_pages(50);
    let batch = "batch pages -t markdown,json,tei,akoma-ntoso -o out --jobs 8";
    for kilobytes in (160..320).step_by(8) {
        let Some(disk) = Disk::of(&format!("{kilobytes}k"), &folder) else { return };
        let full = folder.plenary(batch);
        disk.grow();
        let again = folder.plenary(batch);
        assert_eq!((full.code, again.code), (3, 0), "{kilobytes}: {}", again.stderr);
    }
}

/// Then they are held in memory.
#[test]
fn lists_for_which_there_is_no_room_cost_nothing() {
    let folder = many_pages(3000);
    let run = |with: fn(&mut Command) -> &mut Command| {
        let mut batch = folder.command("batch pages pages -t markdown -o out -vv");
        Run::of(with(&mut batch)).stderr
    };
    let told = |stderr: &str| stderr.contains("the lists of this run are held in memory");
    let with = run(|batch| batch);
    assert!(
        with.ends_with("3000 pages: 3000 converted, 0 unchanged, 0 failed; 3000 documents written\n")
            && !told(&with)
    );
    let without = run(|batch| batch.env("TMPDIR", "/nowhere"));
    assert!(
        without.ends_with("3000 pages: 0 converted, 3000 unchanged, 0 failed; 0 documents written\n")
            && told(&without)
    );
}

/// Not even so much memory as it says it wants.
#[test]
fn a_page_that_is_larger_than_the_memory_costs_itself() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/huge.txt", "");
    fs::File::options().write(true).open(folder.path("pages/huge.txt")).unwrap().set_len(1 << 40).unwrap();
    let plenary = folder.command("batch pages -t markdown -o out --max-page unlimited");
    let mut bounded = Command::new("sh");
    bounded.args(["-c", "ulimit -v 4194304; exec \"$0\" \"$@\""]).arg(plenary.get_program());
    let run = Run::of(bounded.args(plenary.get_args()).current_dir(folder.path(".")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("2 pages: 1 converted, 0 unchanged, 1 failed"), "{}", run.stderr);
    assert!(run.stderr.contains("failed: pages/huge.txt: cannot read this file: "), "{}", run.stderr);
}

/// However many threads there are.
#[test]
fn findings_stand_together_by_page() {
    let odd = crate::support::odd_page().replace("10:00h - 10:45h", "25:00h - 26:45h");
    let mut folder = Folder::new();
    for page in 0..30 {
        folder = folder.file(&format!("pages/{page:02}.txt"), &odd);
    }
    let run: Run = folder.plenary("batch pages -t markdown -o out --jobs 4 --message-format json");
    let files: Vec<String> = run
        .stderr
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect(line))
        .map(|finding| finding["file"].as_str().unwrap_or_default().to_owned())
        .collect();
    let mut pages = files.clone();
    pages.dedup();
    let met: std::collections::BTreeSet<_> = pages.iter().collect();
    assert_eq!((pages.len(), met.len()), (30, 30), "findings of a page are torn apart: {files:?}");
}
