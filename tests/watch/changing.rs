//! Pages that change, in all the ways that files do; told by the system, and looked for.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::support::Folder;
use crate::tree::last_records;
use crate::watching::{MANIFEST, WATCH, Watching, lines, page, pages, put, save};

/// With what the system tells, and with what is looked for.
fn both_ways(try_it: impl Fn(&str)) {
    try_it(WATCH);
    try_it(&format!("{WATCH} --poll 0.1"));
}

/// How often the manifest tells of the page.
fn records_of(folder: &Folder, page: &str) -> usize {
    folder.read(MANIFEST).matches(&format!("\"input\":\"{page}\"")).count()
}

#[test]
fn a_page_that_is_written_is_converted_and_no_other() {
    both_ways(|watch| {
        let folder = pages();
        let watching = Watching::begin(&folder, watch);
        let other = fs::metadata(folder.path("out/b.md")).unwrap().modified().unwrap();
        for word in ["Muscat", "Doha", "Manama"] {
            watching.passes_on(&folder, "a", word);
        }
        watching.until_told("pages/a.txt: 1 converted, 0 failed; 1 document written");
        watching.end();
        assert_eq!(fs::metadata(folder.path("out/b.md")).unwrap().modified().unwrap(), other);
        assert_eq!(records_of(&folder, "pages/b.txt"), 1);
    });
}

/// As editors save: a new file takes the place of the old one, which may have gone to another name before.
#[test]
fn a_page_that_is_saved_by_renaming_is_converted() {
    both_ways(|watch| {
        let folder = pages();
        let watching = Watching::begin(&folder, watch);
        for word in ["Muscat", "Doha", "Manama"] {
            save(&folder, "pages/a.txt", &page(word));
            watching.until_holds(&folder, "out/a.md", word);
        }
        fs::rename(folder.path("pages/a.txt"), folder.path("pages/a.txt~")).unwrap();
        put(&folder, "pages/a.txt", &page("Salalah"));
        watching.until_holds(&folder, "out/a.md", "Salalah");
        watching.end();
    });
}

/// An older file in its place is another file all the same.
#[test]
fn a_page_may_become_older() {
    both_ways(|watch| {
        let folder = pages();
        put(&folder, "old", &page("Muscat"));
        let touched = Command::new("touch").args(["-d", "2001-01-01"]).arg(folder.path("old")).status();
        assert!(touched.unwrap().success());
        let watching = Watching::begin(&folder, watch);
        fs::rename(folder.path("old"), folder.path("pages/a.txt")).unwrap();
        watching.until_holds(&folder, "out/a.md", "Muscat");
        watching.end();
    });
}

#[test]
fn what_is_touched_and_not_changed_is_not_written() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    let before = fs::metadata(folder.path("out/a.md")).unwrap().modified().unwrap();
    let page_of_aden = File::options().append(true).open(folder.path("pages/a.txt")).unwrap();
    page_of_aden.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    watching.passes_on(&folder, "b", "Muscat");
    save(&folder, "pages/a.txt", &page("Aden"));
    watching.passes_on(&folder, "b", "Doha");
    watching.end();
    assert_eq!(fs::metadata(folder.path("out/a.md")).unwrap().modified().unwrap(), before);
    assert_eq!(records_of(&folder, "pages/a.txt"), 1);
}

/// Whatever is read of it in between, what is converted at last is what is there at last.
#[test]
fn a_page_that_is_written_bit_by_bit_is_converted_when_it_is_whole() {
    both_ways(|watch| {
        let folder = pages();
        let watching = Watching::begin(&folder, watch);
        for round in 0..20 {
            let text = page(&format!("harbour number {round}"));
            let mut file = File::create(folder.path("pages/a.txt")).unwrap();
            for piece in text.as_bytes().chunks(40) {
                file.write_all(piece).unwrap();
                sleep(Duration::from_millis(if round % 5 == 0 { 6 } else { 0 }));
            }
        }
        watching.until_holds(&folder, "out/a.md", "harbour number 19");
        watching.end();
    });
}

/// A page that another program does not stop writing to.
#[test]
fn a_page_that_is_never_whole_does_not_keep_others_waiting() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    let mut file = File::options().append(true).open(folder.path("pages/b.txt")).unwrap();
    put(&folder, "pages/a.txt", &page("Muscat"));
    let mut lines = 0;
    while !folder.read("out/a.md").contains("Muscat") {
        file.write_all(b"And one line more.\n").unwrap();
        sleep(Duration::from_millis(10));
        lines += 1;
        assert!(lines < 12_000, "{}", watching.told());
    }
    watching.until("all that was written is converted", || {
        folder.read("out/b.md").matches("And one line more.").count() == lines
    });
    watching.end();
}

#[test]
fn a_page_that_is_gone_leaves_its_document_and_is_told_of_once() {
    both_ways(|watch| {
        let folder = pages().file("named.txt", page("Nizwa"));
        let watching = Watching::begin(&folder, &watch.replace("pages", "pages named.txt"));
        fs::remove_file(folder.path("pages/a.txt")).unwrap();
        watching.until_told("pages/a.txt is no page any more; its documents stay");
        fs::remove_file(folder.path("named.txt")).unwrap();
        watching.until_told("named.txt is no page any more; its documents stay");
        watching.passes_on(&folder, "b", "Muscat");
        put(&folder, "named.txt", &page("Sohar"));
        watching.until_holds(&folder, "out/named.md", "Sohar");
        watching.passes_on(&folder, "a", "Doha");
        let told = watching.end();
        assert_eq!(told.matches("pages/a.txt is no page any more").count(), 1, "{told}");
        // Where it is looked for, it may be gone in the moment before it is read.
        assert!(watch.contains("--poll") || !told.contains("input::not-found"), "{told}");
    });
}

/// Its documents stand where the pages are looked for, its manifest and temporary files too, and some are named as pages.
#[test]
fn its_own_documents_are_no_changes() {
    let folder = Folder::new().file("pages/a.txt", page("Aden"));
    let manifest = "pages/m.json";
    let watch = format!("watch pages -t markdown,json -o pages/out --manifest {manifest}");
    let watching = Watching::begin(&folder, &watch);
    for word in ["Muscat", "Doha"] {
        save(&folder, "pages/a.txt", &page(word));
        watching.until_holds(&folder, "pages/out/a.session.json", word);
    }
    sleep(Duration::from_secs(2));
    let told = watching.end();
    // The run, the page three times, and once the manifest, which is named as a page.
    assert!(lines(&folder, manifest) <= 5, "{told}\n{}", folder.read(manifest));
}

#[test]
fn many_pages_at_once_are_all_converted() {
    both_ways(|watch| {
        let folder = pages();
        let watching = Watching::begin(&folder, watch);
        for at in 0..300 {
            put(&folder, &format!("pages/{}/{at:03}.txt", at % 7), &page(&format!("harbour number {at}")));
        }
        for at in 0..300 {
            let name = format!("out/{}/{at:03}.md", at % 7);
            watching.until_holds(&folder, &name, &format!("harbour number {at}."));
        }
        watching.end();
        assert_eq!(last_records(&folder.path(MANIFEST)).len(), 302);
    });
}

/// The page is changed where it stands, and then another is put behind the link.
#[test]
fn links_lead_to_pages() {
    both_ways(|watch| {
        let folder = pages().file("elsewhere/c.txt", page("Cairo")).file("elsewhere/d.txt", page("Dammam"));
        let link = folder.path("pages/c.txt");
        symlink(folder.path("elsewhere/c.txt"), &link).unwrap();
        let watching = Watching::begin(&folder, watch);
        put(&folder, "elsewhere/c.txt", &page("Muscat"));
        watching.until_holds(&folder, "out/c.md", "Muscat");
        symlink(folder.path("elsewhere/d.txt"), folder.path("pages/.new")).unwrap();
        fs::rename(folder.path("pages/.new"), &link).unwrap();
        watching.until_holds(&folder, "out/c.md", "Dammam");
        put(&folder, "elsewhere/d.txt", &page("Doha"));
        watching.until_holds(&folder, "out/c.md", "Doha");
        watching.end();
    });
}

#[test]
fn a_page_that_may_be_read_again_is_converted() {
    let folder = pages();
    let path = folder.path("pages/a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return eprintln!("not run: a page that may not be read, which whoever runs this may");
    }
    let watching = Watching::begin(&folder, WATCH);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    watching.until_holds(&folder, "out/a.md", "Aden");
    watching.end();
}

/// While it stands still, more changes than the system keeps: which those are that it does not tell of, nobody knows.
#[test]
fn changes_that_the_system_forgets_are_found() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    watching.signal("STOP");
    let kept = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events");
    let Some(kept) =
        kept.ok().and_then(|kept| kept.trim().parse::<usize>().ok()).filter(|kept| *kept < 100_000)
    else {
        return eprintln!("not run: more changes than the system keeps");
    };
    for at in 0..=kept / 2 {
        // Created, and opened.
        File::create(folder.path(&format!("pages/{at}.note"))).unwrap();
    }
    put(&folder, "pages/a.txt", &page("Muscat"));
    put(&folder, "pages/more/c.txt", &page("Cairo"));
    watching.signal("CONT");
    watching.until_holds(&folder, "out/a.md", "Muscat");
    watching.until_holds(&folder, "out/more/c.md", "Cairo");
    watching.end();
}

/// With its manifest: all is made again, and nothing is written where nobody sees it.
#[test]
fn the_folder_of_the_documents_may_be_taken_away() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    fs::remove_dir_all(folder.path("out")).unwrap();
    watching.passes_on(&folder, "a", "Muscat");
    watching.until_holds(&folder, "out/b.md", "Basra");
    watching.until("the manifest tells of both", || lines(&folder, MANIFEST) >= 3);
    watching.end();
    assert_eq!(last_records(&folder.path(MANIFEST)).len(), 2);
}

/// What is in the way is told once, and once more where it has been out of the way.
#[test]
fn what_is_in_the_way_again_is_told_again() {
    let folder = pages();
    let watching = Watching::begin(&folder, WATCH);
    for (time, word) in [(1, "Muscat"), (2, "Doha")] {
        fs::remove_dir_all(folder.path("out")).unwrap();
        fs::write(folder.path("out"), "").unwrap();
        put(&folder, "pages/a.txt", &page(word));
        let is_told = || watching.told().matches("cannot make the folder `out`").count() == time;
        watching.until("it is told", is_told);
        fs::remove_file(folder.path("out")).unwrap();
        put(&folder, "pages/b.txt", &page(word));
        watching.until_holds(&folder, "out/a.md", word);
        watching.until_holds(&folder, "out/b.md", word);
    }
    watching.end();
}

/// Else a log that is kept in such a folder would tell of itself, again and again.
#[test]
fn the_log_tells_of_no_change_that_means_nothing() {
    let folder = pages().file("plenary.toml", "to = [\"markdown\"]\n");
    let watching = Watching::begin(&folder, "watch pages -o out -vv");
    for name in ["pages/watch.log", "watch.log"] {
        put(&folder, name, "once\n");
        put(&folder, name, "again\n");
        watching.passes_on(&folder, "a", name);
    }
    watching.passes_on(&folder, "a", "Suez");
    let told = watching.end();
    assert!(
        told.contains(": pages may have changed pages=1 ") && told.contains(": changed page=pages/a.txt\n"),
        "{told}"
    );
    assert!(!told.contains("changed place="), "{told}");
    assert!(!told.contains("watch.log"), "{told}");
}
