//! Memory: as much for very many pages as for many.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use crate::support::Folder;

const MANY: usize = 5_000;
const VERY_MANY: usize = 20_000;

/// How much more it may be, in KiB: a hundred bytes for each page that there are more, and that is less than a name of one
/// and what the manifest tells of it.
const ALLOWED: usize = (VERY_MANY - MANY) * 100 / 1024;

/// So many pages of a line or two, all in one folder.
fn pages(number: usize, page: &str) -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.path("pages")).unwrap();
    for at in 0..number {
        fs::write(folder.path(&format!("pages/page-of-meeting-{at:06}.srt")), page).unwrap();
    }
    folder
}

/// Runs it, and gives the most memory it was seen to have, in KiB.
fn peak(folder: &Folder, arguments: &str, code: i32) -> usize {
    let mut command = folder.command(arguments);
    let output = fs::File::create(folder.path("stderr")).unwrap();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(output).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        // The system keeps the most itself; when the program has ended there is nothing to read any more.
        let status = fs::read_to_string(&status).unwrap_or_default();
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        peak = most.map_or(peak, |most| most.parse().unwrap());
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        sleep(Duration::from_millis(1));
    };
    assert_eq!(ended.code(), Some(code), "{}", folder.read("stderr"));
    peak
}

#[test]
fn very_many_pages_take_no_more_memory_than_many() {
    const PAGE: &str = "1\n00:00:01,000 --> 00:00:02,000\nAda: It is open.\n\n2\n00:00:03,000 --> 00:00:04,000\nBo: It is.\n";
    for (page, code, named) in [(PAGE, 0, &["pages", "pages", "@list"][..]), ("no session", 1, &["pages"])] {
        let peaks = [MANY, VERY_MANY].map(|number| {
            let folder = pages(number, page);
            let list = fs::read_dir(folder.path("pages")).unwrap();
            let list = list.map(|page| format!("pages/{}\n", page.unwrap().file_name().display()));
            fs::write(folder.path("list"), list.collect::<String>()).unwrap();
            let batch = |named| format!("batch {named} -t markdown -o out --message-format json");
            named.iter().map(|named| peak(&folder, &batch(named), code)).collect::<Vec<_>>()
        });
        let [many, very_many] = &peaks;
        let is_flat = very_many.iter().zip(many).all(|(very_many, many)| *very_many < many + ALLOWED);
        assert!(is_flat, "{many:?} KiB for {MANY} pages, {very_many:?} KiB for {VERY_MANY}");
    }
}
