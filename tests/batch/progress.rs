//! How far a run is: a bar for whoever sits and waits, else a line now and then.

use std::fs;
use std::process::{Command, Stdio};

use crate::breaking::captions;
use crate::generated::sessions;
use crate::plugins::plain;
use crate::support::{Folder, PAGE};
use crate::tools::needs;

/// What a run writes to a terminal, with all that moves the cursor.
fn at_a_terminal(folder: &Folder, arguments: &str) -> String {
    let plenary = folder.command(arguments);
    let mut command = Command::new("script");
    command.args([
        "-q",
        "-e",
        "-c",
        &format!("{} {arguments}", plenary.get_program().display()),
        "/dev/null",
    ]);
    command.env("TERM", "xterm").current_dir(folder.path(".")).stdin(Stdio::null());
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

#[test]
fn there_is_a_bar_at_a_terminal() {
    if !needs("script") {
        return;
    }
    let folder = sessions(150).file("pages/bad.txt", "words\n");
    let shown = at_a_terminal(&folder, "batch pages -t markdown,pdf -o out");
    for part in ["of 151 pages, ", " pages/s, ", " left", ", 1 failed"] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    // The bar is taken away before anything else is written, and at the end.
    let plain = plain_text(&shown);
    for whole in [
        "error[read::no-session]: the text holds no session\n--> pages/bad.txt\n = help: looked for",
        "151 pages: 150 converted, 0 unchanged, 1 failed; 300 documents written\n  failed: pages/bad.txt: ",
    ] {
        assert!(plain.contains(whole), "{whole}\n{plain}");
    }
    assert!(shown.rsplit(" pages/s").next().unwrap().contains("\x1b[2K"), "the bar is left there: {shown}");
}

/// The text without what colours it and moves the cursor.
fn plain_text(shown: &str) -> String {
    let mut plain = String::new();
    let mut parts = shown.split('\x1b');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        plain.push_str(part.split_once(|end: char| end.is_ascii_alphabetic()).map_or("", |(_, text)| text));
    }
    plain.replace('\r', "")
}

#[test]
fn there_is_no_bar_elsewhere() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    let run = folder.plenary("batch pages -t markdown -o out");
    assert_eq!(run.stderr, "1 page: 1 converted, 0 unchanged, 0 failed; 1 document written\n");
}

/// Every ten seconds; the plugin takes its time.
#[test]
fn there_is_a_line_now_and_then() {
    let folder = captions(9, 0);
    fs::create_dir_all(folder.path("plugins")).unwrap();
    let slow = "RENDER=struct timespec time = { 1, 300000000 }; nanosleep(&time, 0); \
                return host->write(host->ctx, \"fine\", 4);";
    plain(&folder.path("plugins"), "plain", &[slow]);
    let run = folder.plenary("batch pages -t plain -o out --plugin-dir plugins --jobs 1");
    let lines: Vec<_> = run.stderr.lines().filter(|line| line.contains(" pages/s, ")).collect();
    assert!(run.code == 0 && !lines.is_empty(), "{}", run.stderr);
    assert!(lines[0].contains(" of 9 pages, 0 failed, ") && lines[0].ends_with(" s left"), "{lines:?}");
}
