//! `plenary convert`: where documents go, and which.

use std::fs;
use std::process::Stdio;

use crate::support::{Folder, PAGE, Run};

#[test]
fn a_document_goes_beside_its_page() {
    let folder = Folder::new().file("pages/page.txt", PAGE);
    folder.plenary("convert pages/page.txt -t markdown,json").well();
    assert_eq!(folder.listing(), ["pages/", "pages/page.md", "pages/page.session.json", "pages/page.txt"]);
}

#[test]
fn all_formats_of_the_program_itself() {
    let folder = Folder::with_page();
    folder.plenary("convert page.txt -t markdown,akoma-ntoso,pdf,json,source -o out/").well();
    assert!(folder.read("out/page.md").contains("Harbour lights"));
    assert!(folder.read("out/page.xml").contains("Harbour lights"));
    assert!(fs::read(folder.path("out/page.pdf")).unwrap().starts_with(b"%PDF-"));
    assert!(folder.read("out/page.session.json").starts_with("{\n  \"schema\": \"1.0\""));
    assert_eq!(folder.read("out/page.txt"), PAGE);
}

#[test]
fn the_format_is_guessed_from_the_file_name() {
    let folder = Folder::with_page();
    for (name, start) in [
        ("a.md", "---\n"),
        ("b.xml", "<?xml"),
        ("c.session.json", "{"),
        ("d.json", "{"),
        ("e.txt", "Harbour"),
    ] {
        folder.plenary(&format!("convert page.txt -o {name}")).well();
        assert!(folder.read(name).starts_with(start), "{name}: {:.40}", folder.read(name));
    }
}

#[test]
fn a_named_format_beats_the_file_name() {
    let folder = Folder::with_page();
    folder.plenary("convert page.txt -t json -o page.md").well();
    assert!(folder.read("page.md").starts_with('{'));
}

#[test]
fn a_format_named_twice_is_written_once() {
    let folder = Folder::with_page();
    folder.plenary("convert page.txt -t json,json -t json").well();
    assert_eq!(folder.listing(), ["page.session.json", "page.txt"]);
}

#[test]
fn what_is_a_folder_and_what_a_file() {
    // (what is there before, -o, what comes out)
    for (there, output, document) in [
        ("", "out/", "out/page.session.json"),
        ("", "out", "out/page.session.json"),
        ("", "out/deep/er", "out/deep/er/page.session.json"),
        ("out.d/x", "out.d", "out.d/page.session.json"),
        ("", "out.json", "out.json"),
        ("", "new/out.json", "new/out.json"),
        ("out", "out", "out"),
    ] {
        let mut folder = Folder::with_page();
        if !there.is_empty() {
            folder = folder.file(there, "");
        }
        folder.plenary(&format!("convert page.txt -t json -o {output}")).well();
        assert!(folder.read(document).starts_with('{'), "-o {output} with {there:?} there");
    }
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = Folder::new();
    assert_eq!(folder.plenary_fed("convert - -t source", PAGE.as_bytes()).well(), PAGE);
    folder.plenary_fed("convert - -t markdown,json -o out", PAGE.as_bytes()).well();
    assert_eq!(folder.listing(), ["out/", "out/stdin.md", "out/stdin.session.json"]);
}

#[test]
fn a_page_goes_to_standard_output() {
    let folder = Folder::with_page();
    assert_eq!(folder.plenary("convert page.txt -t source -o -").well(), PAGE);
    assert_eq!(folder.listing(), ["page.txt"]);
}

#[test]
fn a_session_comes_back_from_its_json() {
    let folder = Folder::with_page();
    folder.plenary("convert page.txt -t json,markdown,akoma-ntoso -o first").well();
    folder.plenary("convert first/page.session.json -t json,markdown,akoma-ntoso,source -o second").well();
    for name in ["page.session.json", "page.md", "page.xml"] {
        assert_eq!(folder.read(&format!("first/{name}")), folder.read(&format!("second/{name}")), "{name}");
    }
    assert_eq!(folder.read("second/page.txt"), PAGE);
}

#[test]
fn json_is_known_by_its_content() {
    let folder = Folder::with_page();
    let json = folder.plenary("convert page.txt -t json -o -").well();
    let marked = format!("\u{FEFF}\n  {json}");
    assert_eq!(folder.plenary_fed("convert - -t source", marked.as_bytes()).well(), PAGE);
    assert_eq!(folder.plenary_fed("convert - -t source --from json", json.as_bytes()).well(), PAGE);
    assert_eq!(folder.plenary_fed("convert - -t source --from json", PAGE.as_bytes()).code, 1);
}

/// Other systems write extensions in capitals.
#[test]
fn an_extension_in_capitals_names_the_format() {
    let folder = Folder::with_page();
    for name in ["A.PDF", "A.Session.JSON", "A.MD"] {
        folder.plenary(&format!("convert page.txt -o {name}")).well();
    }
    assert_eq!(folder.listing(), ["A.MD", "A.PDF", "A.Session.JSON", "page.txt"]);
    assert!(folder.read("A.Session.JSON").starts_with('{'));
}

#[test]
fn a_name_without_extension_and_one_with_dots() {
    let folder = Folder::new().file("forum.2025.day-1.txt", PAGE).file("page", PAGE).file(".hidden", PAGE);
    folder.plenary("convert forum.2025.day-1.txt page .hidden -t json -o out/").well();
    assert_eq!(
        folder.listing()[3..],
        ["out/.hidden.session.json", "out/forum.2025.day-1.session.json", "out/page.session.json", "page"]
    );
}

#[cfg(unix)]
#[test]
fn names_need_not_be_utf_8() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let name = std::ffi::OsStr::from_bytes(b"s\xE9ance 1.txt");
    fs::write(folder.path("").join(name), PAGE).unwrap();
    Run::of(folder.command("convert -t json").arg(name)).well();
    let document = std::ffi::OsStr::from_bytes(b"s\xE9ance 1.session.json");
    assert!(folder.path("").join(document).exists());
}

#[test]
fn a_byte_order_mark_is_no_trouble() {
    let marked = format!("\u{FEFF}{PAGE}");
    let folder = Folder::new().file("page.txt", &marked);
    folder.plenary("convert page.txt -t source,markdown -o out/").well();
    assert_eq!(folder.read("out/page.txt"), marked);
    assert!(!folder.read("out/page.md").contains('\u{FEFF}'));
}

#[test]
fn lossy_reads_on_with_a_warning() {
    let broken: Vec<u8> = PAGE.bytes().map(|byte| if byte == b'W' { 0xFF } else { byte }).collect();
    let folder = Folder::new().file("page.txt", broken);
    let run = folder.plenary("convert page.txt -t source --lossy -o out/");
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(run.stderr.starts_with("warning[input::lossy]: not valid UTF-8 in 3 places"), "{}", run.stderr);
    assert_eq!(folder.read("out/page.txt"), PAGE.replace('W', "\u{FFFD}"));
}

#[test]
fn strict_takes_warnings_for_errors() {
    let folder = Folder::new().file("page.txt", [PAGE.as_bytes(), b"\xFF\n"].concat()).file("good.txt", PAGE);
    let run = folder.plenary("convert page.txt good.txt -t source --lossy --strict -o out/");
    assert_eq!(run.code, 1, "{}", run.shown());
    assert!(run.stderr.contains("error[convert::strict]"), "{}", run.stderr);
    assert_eq!(folder.listing(), ["good.txt", "out/", "out/good.txt", "page.txt"]);
}

/// A reader that has seen enough closes the pipe: that is neither a failure nor worth a word.
#[cfg(unix)]
#[test]
fn a_broken_pipe_is_success() {
    let long = PAGE.replace("Welcome", &"Welcome, and welcome. ".repeat(100_000));
    let folder = Folder::new().file("page.txt", long);
    for arguments in
        ["convert page.txt -t source -o -", "inspect --coverage page.txt page.txt", "man", "formats"]
    {
        let mut child =
            folder.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let run = Run::from(child.wait_with_output().unwrap());
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments}");
    }
}

/// Nor does it stop the work that nobody listens to the messages.
#[cfg(unix)]
#[test]
fn closed_standard_error_stops_nothing() {
    let folder = Folder::with_page().file("empty.txt", "");
    let mut command = folder.command("convert empty.txt page.txt -t json -o out/");
    let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(folder.read("out/page.session.json").starts_with('{'));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = Folder::with_page();
    for out in ["one", "two"] {
        folder.plenary(&format!("convert page.txt -t markdown,akoma-ntoso,pdf,json -o {out}/")).well();
    }
    for name in ["page.md", "page.xml", "page.pdf", "page.session.json"] {
        let bytes = |out: &str| fs::read(folder.path(out).join(name)).unwrap();
        assert!(bytes("one") == bytes("two"), "{name}");
    }
}
