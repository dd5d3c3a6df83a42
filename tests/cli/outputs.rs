//! How outputs are put in their places.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::support::{Folder, PAGE, Run};

#[test]
fn unchanged_documents_are_not_touched() {
    let folder = Folder::with_page();
    folder.plenary("convert page.txt -t json,markdown").well();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for name in ["page.session.json", "page.md"] {
        fs::File::options().write(true).open(folder.path(name)).unwrap().set_modified(long_ago).unwrap();
    }
    fs::write(folder.path("page.md"), "something else").unwrap();
    folder.plenary("convert page.txt -t json,markdown").well();
    let modified = |name| fs::metadata(folder.path(name)).unwrap().modified().unwrap();
    assert_eq!(modified("page.session.json"), long_ago);
    assert_ne!(modified("page.md"), long_ago);
    assert!(folder.read("page.md").contains("Harbour lights"));
}

/// A document of the same length is another one.
#[test]
fn unchanged_means_every_byte() {
    let folder = Folder::with_page();
    folder.plenary("convert page.txt -t json").well();
    let json = folder.read("page.session.json");
    fs::write(folder.path("page.session.json"), json.replacen("Harbour", "harbour", 1)).unwrap();
    folder.plenary("convert page.txt -t json").well();
    assert_eq!(folder.read("page.session.json"), json);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    fn mode(folder: &Folder, name: &str) -> u32 {
        fs::metadata(folder.path(name)).unwrap().mode() & 0o777
    }

    #[test]
    fn new_files_have_the_permissions_of_new_files() {
        for (umask, expected) in [("022", 0o644), ("002", 0o664), ("077", 0o600)] {
            let folder = Folder::with_page();
            let binary = env!("CARGO_BIN_EXE_plenary");
            let script = format!("umask {umask}; exec '{binary}' convert page.txt -t json");
            Run::of(Command::new("sh").args(["-c", &script]).current_dir(folder.path(""))).well();
            assert_eq!(mode(&folder, "page.session.json"), expected, "umask {umask}");
        }
    }

    #[test]
    fn replaced_files_keep_their_permissions() {
        let folder = Folder::with_page().file("page.session.json", "old");
        fs::set_permissions(folder.path("page.session.json"), fs::Permissions::from_mode(0o640)).unwrap();
        folder.plenary("convert page.txt -t json").well();
        assert!(folder.read("page.session.json").starts_with('{'));
        assert_eq!(mode(&folder, "page.session.json"), 0o640);
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = Folder::with_page().file("real/document.json", "old");
        symlink("real/document.json", folder.path("link.json")).unwrap();
        folder.plenary("convert page.txt -o link.json").well();
        assert!(folder.path("link.json").is_symlink());
        assert!(folder.read("real/document.json").starts_with('{'));
    }

    #[test]
    fn a_device_is_written_to() {
        let folder = Folder::with_page();
        folder.plenary("convert page.txt -t json -o /dev/null").well();
        let out = folder.plenary("convert page.txt -t source -o /dev/stdout").well();
        assert_eq!(out, folder.read("page.txt"));
        assert_eq!(folder.listing(), ["page.txt"]);
    }

    /// Binary documents do not go to a terminal, and colours do.
    #[test]
    fn a_terminal_gets_no_binary_document() {
        let folder = Folder::with_page();
        let shown = on_terminal(&folder, "convert page.txt -t pdf -o -");
        assert!(shown.contains("`pdf` is a binary format"), "{shown}");
        assert!(shown.contains("\u{1b}["), "{shown}");
        let shown = on_terminal(&folder, "convert page.txt -t source -o -");
        assert!(shown.contains("Harbour lights"), "{shown}");
    }

    #[test]
    fn a_terminal_is_told_what_was_written() {
        let folder = Folder::with_page();
        let shown = on_terminal(&folder, "convert page.txt -t json");
        assert_eq!(shown.trim_end(), "wrote page.session.json");
        let shown = on_terminal(&folder, "convert page.txt -t json");
        assert_eq!(shown.trim_end(), "page.session.json is unchanged");
        let shown = on_terminal(&folder, "convert page.txt -t json,markdown");
        assert_eq!(shown.trim_end(), "wrote 1 document; 1 is unchanged");
    }

    /// What a user sees on a terminal, by way of util-linux's `script`.
    fn on_terminal(folder: &Folder, arguments: &str) -> String {
        let command = format!("{} {arguments}", env!("CARGO_BIN_EXE_plenary"));
        let mut script = Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).current_dir(folder.path("")).env_remove("NO_COLOR");
        Run::of(script.env("TERM", "xterm")).stdout
    }
}

/// The source of captions is captions: it is named like its page, and never written over it.
#[test]
fn the_source_has_the_extension_of_its_page() {
    let folder = Folder::new().file("page.vtt", PAGE).file("other.text", PAGE).file("bare", PAGE);
    folder.plenary("convert page.vtt other.text bare -t source,json -o out/").well();
    for name in ["page.vtt", "other.text", "bare.txt"] {
        assert_eq!(folder.read(&format!("out/{name}")), PAGE);
    }
    let beside = folder.plenary("convert page.vtt -t source");
    assert!(beside.code == 2 && beside.stderr.contains("usage::overwrites-input"), "{}", beside.stderr);
    // Of a session in JSON the page's own name is not known.
    folder.plenary("convert out/page.session.json -t source -o back/").well();
    assert_eq!(folder.read("back/page.txt"), PAGE);
    assert_eq!(folder.plenary_fed("convert - -t source", PAGE.as_bytes()).well(), PAGE);
}
