//! The samples and their documents, which stand beside them: each page gives, byte for byte, what it gave before.
//!
//! After a wanted change: `SNAPSHOTS=overwrite cargo test --test samples`, and read the difference.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod support;

use std::path::Path;

use serde_json::Value;
use snapbox::Data;
use snapbox::data::DataFormat;
use support::{Page, plenary, root, run, run_well, sample, samples};

/// The formats whose documents stand beside the samples, and their extensions.
const TEXTS: [(&str, &str); 3] = [("json", "session.json"), ("markdown", "md"), ("akoma-ntoso", "xml")];

/// The samples whose PDF stands beside them: they show what it looks like.
const WITH_PDF: [&str; 1] = ["dig-watch/tidewater-forum"];

/// Pages that are the same but for line ends, blank lines and trailing blanks.
const TWINS: [(&str, &str); 2] = [
    ("dig-watch/lantern-dialogue", "dig-watch/lantern-dialogue-spaced"),
    ("dig-watch/river-consultation", "dig-watch/river-consultation-windows"),
];

fn convert(page: &Page, format: &str) -> Vec<u8> {
    let document = run_well(plenary().arg("convert").arg(&page.path).args(["-t", format, "-o", "-"]));
    document.unwrap_or_else(|why| panic!("{} as {format}: {why}", page.name))
}

fn text(page: &Page, format: &str) -> String {
    String::from_utf8(convert(page, format)).expect("a text format")
}

/// Compares with the golden, or writes it where `SNAPSHOTS=overwrite` is set.
fn matches_text(golden: &Path, text: String) {
    let golden = Data::read_from(golden, Some(DataFormat::Text));
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(Data::text(text).raw(), golden.raw());
}

/// The same for bytes, of which no difference can be shown.
fn matches_bytes(golden: &Path, bytes: &[u8]) {
    if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") {
        std::fs::write(golden, bytes).expect("the folder of the samples can be written to");
    }
    let same = std::fs::read(golden).is_ok_and(|before| before == bytes);
    assert!(same, "{} is not what it was; SNAPSHOTS=overwrite makes it anew", golden.display());
}

#[test]
fn documents_are_what_they_were() {
    for page in samples() {
        for (format, extension) in TEXTS {
            matches_text(&page.path.with_extension(extension), text(&page, format));
        }
    }
    for name in WITH_PDF {
        let page = sample(name);
        matches_bytes(&page.path.with_extension("pdf"), &convert(&page, "pdf"));
    }
}

/// What plenary says of a page stands in `name.stderr`; most pages have none, for there is nothing to say.
#[test]
fn messages_are_what_they_were() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    for page in samples() {
        let golden = page.path.with_extension("stderr");
        let path = page.path.strip_prefix(root()).expect("below the root");
        let mut command = plenary();
        command.arg("convert").arg(path).args(["-t", "markdown,akoma-ntoso,pdf,json", "-o"]);
        let output = run(command.arg(folder.path()).current_dir(root()));
        let messages = String::from_utf8(output.stderr).expect("UTF-8");
        if golden.exists() || !messages.is_empty() {
            matches_text(&golden, messages);
        }
    }
}

/// No golden outlives its sample.
#[test]
fn every_file_among_the_samples_belongs_to_a_page() {
    let pages: Vec<_> = samples().into_iter().map(|page| page.path.with_extension("")).collect();
    for page in &pages {
        for entry in page.parent().unwrap_or(Path::new("")).read_dir().expect("a folder").flatten() {
            let file = entry.path();
            let owned =
                pages.iter().any(|page| file.to_string_lossy().starts_with(&format!("{}.", page.display())));
            assert!(owned, "{} belongs to no sample", file.display());
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
        for format in ["markdown", "akoma-ntoso", "pdf"] {
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
    let formats = "pdf,akoma-ntoso,markdown,json";
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
        for extension in ["pdf", "xml", "md", "session.json"] {
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
    for plugin in ["markdown", "akoma_ntoso", "pdf"] {
        let name =
            format!("{}plenary_{plugin}{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        let library = libraries.join(&name);
        std::fs::copy(&library, folder.path().join(&name))
            .unwrap_or_else(|error| panic!("{}: {error}", library.display()));
    }
    for page in samples() {
        for format in ["markdown", "akoma-ntoso", "pdf"] {
            let mut command = plenary();
            command.arg("convert").arg(&page.path).args([
                "-t",
                format,
                "-o",
                "-",
                "--no-bundled",
                "--plugin-dir",
            ]);
            let loaded =
                run_well(command.arg(folder.path())).unwrap_or_else(|why| panic!("{}: {why}", page.name));
            assert!(loaded == convert(&page, format), "{} as {format}", page.name);
        }
    }
}
