//! The samples and what stands beside them: each page gives, byte for byte, the session and the documents it gave before,
//! and raises the messages that are noted in it.
//!
//! After a wanted change: `SNAPSHOTS=overwrite cargo test --test samples`, and read the difference.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod support;

use std::path::Path;

use plenary_core::read::{ReadOptions, read};
use plenary_core::{Diagnostic, Severity, json};
use serde_json::Value;
use support::golden::{matches_bytes, matches_text};
use support::{Page, clean_folder, plenary, root, run, run_well, sample, samples, with_notes};

/// The formats of which a document may stand beside a sample, and its extension. The session stands beside all.
const DOCUMENTS: [(&str, &str); 3] = [("markdown", "md"), ("akoma-ntoso", "xml"), ("tei", "tei.xml")];

/// What is written here is the same on every machine, whatever fonts are installed there.
const OWN_FONTS: [&str; 2] = ["--set", "pdf.system-fonts=false"];

/// Pages that are the same but for line ends, blank lines and trailing blanks.
const TWINS: [(&str, &str); 3] = [
    ("dig-watch/ferry-lamps", "dig-watch/ferry-lamps-dense"),
    ("dig-watch/lantern-dialogue", "dig-watch/lantern-dialogue-spaced"),
    ("dig-watch/river-consultation", "dig-watch/river-consultation-windows"),
];

fn convert(page: &Page, format: &str) -> Vec<u8> {
    let mut command = plenary();
    command.arg("convert").arg(&page.path).args(["-t", format, "-o", "-"]);
    if format == "pdf" {
        command.args(OWN_FONTS);
    }
    let document = run_well(&mut command);
    document.unwrap_or_else(|why| panic!("{} as {format}: {why}", page.name))
}

fn text(page: &Page, format: &str) -> String {
    String::from_utf8(convert(page, format)).expect("a text format")
}

#[test]
fn documents_are_what_they_were() {
    for page in samples().iter().filter(|page| holds_session(page)) {
        matches_text(&page.beside("session.json"), text(page, "json"));
        for (format, extension) in DOCUMENTS {
            let document = page.beside(extension);
            if document.exists() && document != page.sample {
                matches_text(&document, text(page, format));
            }
        }
        if page.beside("pdf").exists() {
            matches_bytes(&page.beside("pdf"), &convert(page, "pdf"));
        }
    }
}

/// A session in JSON comes back as it was, with the members that only a newer plenary knows.
#[test]
fn json_comes_back_as_it_was() {
    for page in samples().iter().filter(|page| page.dialect() == "json") {
        let value = |json: &str| serde_json::from_str::<Value>(json).expect("JSON");
        assert_eq!(value(&text(page, "json")), value(&page.text()), "{}", page.name);
    }
}

/// What the reader and the audit find in a page.
fn findings(page: &Page) -> Vec<Diagnostic> {
    let text = page.text();
    let (session, mut findings) = match page.dialect() {
        "json" => (json::from_str(&text).expect("a session"), Vec::new()),
        _ => {
            let reading = read(&text, &ReadOptions::default());
            (reading.session, reading.diagnostics)
        }
    };
    findings.extend(plenary_core::audit::audit(&session));
    findings.sort_by_key(|finding| (finding.span.is_none(), finding.span.map(|span| span.start)));
    findings
}

fn holds_session(page: &Page) -> bool {
    findings(page).iter().all(|finding| finding.severity < Severity::Error)
}

/// `warning dig-watch::ambiguous-label: …`
fn note(finding: &Diagnostic) -> String {
    let severity = match finding.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    format!("{severity} {}: {}", finding.code, finding.message)
}

/// The messages that a page must raise are noted in the sample, below the line they are about.
#[test]
fn pages_raise_the_messages_noted_in_them() {
    for page in samples() {
        let notes: Vec<_> = findings(&page)
            .iter()
            .map(|finding| (finding.span.map(|span| span.start), note(finding)))
            .collect();
        matches_text(&page.sample, with_notes(&page.text(), &notes));
    }
}

/// What the messages look like stands in `NAME.stderr` beside a few samples.
#[test]
fn messages_look_as_they_did() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    for page in samples().iter().filter(|page| page.beside("stderr").exists()) {
        let path = page.path.strip_prefix(clean_folder()).expect("below the clean samples");
        let mut command = plenary();
        command.arg("convert").arg(path).args(["-t", "markdown,akoma-ntoso,pdf,tei,json", "-o"]);
        let output = run(command.arg(folder.path()).args(OWN_FONTS).current_dir(clean_folder()));
        let messages = String::from_utf8(output.stderr).expect("UTF-8");
        matches_text(&page.beside("stderr"), messages);
    }
}

/// No golden outlives its sample, and no sample stands where nobody looks.
#[test]
fn every_file_among_the_samples_belongs_to_a_page() {
    let pages = samples();
    let folders = root().join("samples").read_dir().expect("a folder").flatten().map(|entry| entry.path());
    for folder in
        folders.filter(|path| path.is_dir() && path.file_name().is_some_and(|name| name != "plugins"))
    {
        for file in folder.read_dir().expect("a folder").flatten().map(|entry| entry.path()) {
            assert!(pages.iter().any(|page| page.owns(&file)), "{} belongs to no sample", file.display());
        }
    }
}

#[test]
fn twins_give_the_same_session_and_documents() {
    for (one, other) in TWINS.map(|(one, other)| (sample(one), sample(other))) {
        let sessions = [&one, &other].map(|page| {
            let mut session = serde_json::from_str(&text(page, "json")).expect("JSON");
            forget_the_place(&mut session);
            session
        });
        assert_eq!(sessions[0], sessions[1], "{} and {}", one.name, other.name);
        for format in ["markdown", "akoma-ntoso", "pdf", "tei"] {
            assert!(convert(&one, format) == convert(&other, format), "{} as {format}", other.name);
        }
    }
}

/// Leaves out of a session's JSON where its texts stood and what stood around them.
fn forget_the_place(json: &mut Value) {
    match json {
        Value::Object(object) => {
            object.retain(|name, _| !matches!(name.as_str(), "span" | "before" | "after"));
            object.values_mut().for_each(forget_the_place);
        }
        Value::Array(values) => values.iter_mut().for_each(forget_the_place),
        _ => {}
    }
}

/// A document does not depend on what was made before it in the same process. (Nor on the day: see the goldens.)
#[test]
fn order_changes_nothing() {
    let pages: Vec<_> = samples().into_iter().take(3).collect();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    let formats = "pdf,akoma-ntoso,markdown,tei,json";
    let run = |name: &str, pages: &mut dyn Iterator<Item = &Page>| {
        let out = folder.path().join(name);
        let mut command = plenary();
        command.arg("convert").args(pages.map(|page| &page.path)).args(["-t", formats, "-o"]).arg(&out);
        run_well(&mut command).expect("all well");
        out
    };
    let forwards = run("forwards", &mut pages.iter());
    let backwards = run("backwards", &mut pages.iter().rev());
    for page in &pages {
        for extension in ["pdf", "xml", "md", "tei.xml", "session.json"] {
            let name = format!("{}.{extension}", page.stem());
            let read = |folder: &Path| std::fs::read(folder.join(&name)).expect("a document");
            assert!(read(&forwards) == read(&backwards), "{name} depends on the order");
        }
    }
}

/// The renderers in the binary and the libraries built of the same crates are one.
#[test]
fn embedded_and_loaded_renderers_agree() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    let libraries = Path::new(env!("CARGO_BIN_EXE_plenary")).with_file_name("deps");
    for plugin in ["markdown", "akoma_ntoso", "pdf", "tei"] {
        let name =
            format!("{}plenary_{plugin}{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        let library = libraries.join(&name);
        std::fs::copy(&library, folder.path().join(&name))
            .unwrap_or_else(|error| panic!("{}: {error}", library.display()));
    }
    for page in samples() {
        for format in ["markdown", "akoma-ntoso", "pdf", "tei"] {
            let mut command = plenary();
            command.arg("convert").arg(&page.path).args([
                "-t",
                format,
                "-o",
                "-",
                "--no-bundled",
                "--plugin-dir",
            ]);
            let own_fonts = OWN_FONTS.iter().filter(|_| format == "pdf");
            let loaded = run_well(command.arg(folder.path()).args(own_fonts))
                .unwrap_or_else(|why| panic!("{}: {why}", page.name));
            assert!(loaded == convert(&page, format), "{} as {format}", page.name);
        }
    }
}
