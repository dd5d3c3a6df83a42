//! Akoma Ntoso as a way to carry a session: a page becomes a debate, and the debate gives the very documents that the
//! page gives.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod any_session;
// What a session may be is known to the tests of the renderer.
#[path = "../../plugins/akoma-ntoso/tests/akoma_ntoso/any.rs"]
mod any;
#[path = "../../plugins/akoma-ntoso/tests/akoma_ntoso/build.rs"]
mod build;
#[path = "../support/mod.rs"]
mod support;

use std::path::Path;

use serde_json::Value;
use support::converted::{Converted, converted, every_page};
use support::settings::{self, Settings};
use support::{Page, clean_folder, plenary, run_well, samples};

fn convert(path: &Path, format: &str) -> Vec<u8> {
    let written = run_well(plenary().arg("convert").arg(path).args(["-t", format, "-o", "-"]));
    written.unwrap_or_else(|why| panic!("{} as {format}: {why}", path.display()))
}

/// Everything of a session's JSON but where its texts stand, and texts without words, which only hold markup.
fn said(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let place = ["span", "before", "after", "source"];
            let members = members.into_iter().filter(|(name, _)| !place.contains(&name.as_str()));
            let members = members.map(|(name, value)| match (name.as_str(), value) {
                ("labels" | "unrecognised", Value::Array(lines)) => {
                    let lines = lines.into_iter().filter(|line| line["text"] != "");
                    (name, Value::Array(lines.map(said).collect()))
                }
                (_, value) => (name, said(value)),
            });
            let is_left = |(_, value): &(String, Value)| value != &Value::Array(Vec::new());
            Value::Object(members.filter(is_left).collect())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(said).collect()),
        value => value,
    }
}

fn session(path: &Path) -> Value {
    said(serde_json::from_slice(&convert(path, "json")).expect("JSON"))
}

fn comes_back(page: &Page, folder: &Path) {
    let xml = convert(&page.path, "akoma-ntoso");
    let file = folder.join("session.xml");
    std::fs::write(&file, &xml).expect("a file of the test's own");
    assert_eq!(session(&file), session(&page.path), "{}: the session", page.name);
    for format in ["source", "akoma-ntoso"] {
        assert!(convert(&file, format) == xml, "{}: {format}", page.name);
    }
    for format in ["markdown", "pdf"] {
        assert!(convert(&file, format) == convert(&page.path, format), "{}: {format}", page.name);
    }
}

/// With the options set otherwise, the document gives back the same session, and this the same document again.
#[test]
fn every_session_comes_back_however_the_options_are_set() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("round-trip");
    let render = |pages: &[Page], format, settings: &Settings, to| {
        converted(pages, format, settings, &folder.join(to)).unwrap_or_else(|why| panic!("{why}"))
    };
    let value = |json: &Converted| said(serde_json::from_str(&json.text()).expect("JSON"));
    let mut pages = every_page();
    // Of a session in JSON, members that nobody knows are lost on the way.
    pages.retain(|page| page.dialect() != "json");
    let sessions: Vec<_> = render(&pages, "json", &Settings::default(), "there").iter().map(value).collect();
    for settings in settings::every("akoma-ntoso").into_iter().filter(|all| all.keep_all("akoma-ntoso")) {
        let there = render(&pages, "akoma-ntoso", &settings, "there");
        let documents: Vec<_> = there.iter().map(Converted::as_page).collect();
        let back = render(&documents, "json", &Settings::default(), "back");
        let again = render(&documents, "akoma-ntoso", &settings, "back");
        for (((there, back), again), session) in there.iter().zip(&back).zip(&again).zip(&sessions) {
            let name = format!("{}, {}", there.page.name, settings.name());
            assert_eq!(value(back), *session, "{name}: the session");
            assert!(again.text() == there.text(), "{name}: the document");
        }
    }
}

#[test]
fn every_sample_comes_back_from_akoma_ntoso() {
    let folder = clean_folder().join("round-trip");
    std::fs::create_dir_all(&folder).expect("a folder of the test's own");
    // Of a session in JSON, members that nobody knows are lost on the way.
    for page in samples().into_iter().filter(|page| page.dialect() != "json") {
        comes_back(&page, &folder);
    }
}

/// What of a section stands in a debate whose report is apart, and what in the report.
fn parted(section: &Value) -> (Option<Value>, Option<Value>) {
    let content = &section["content"];
    let is_filled = |name: &str| content[name].as_array().is_some_and(|nodes| !nodes.is_empty());
    if is_filled("parts") || is_filled("points") {
        return (None, Some(section.clone()));
    }
    let Some(profiles) = content["profiles"].as_array() else { return (Some(section.clone()), None) };
    let mut debate = section.clone();
    let mut parts = Vec::new();
    for (profile, kept) in
        profiles.iter().zip(debate["content"]["profiles"].as_array_mut().expect("profiles"))
    {
        let Some(report) = kept.as_object_mut().and_then(|profile| profile.remove("report")) else {
            continue;
        };
        let mut part = profile.clone();
        part.as_object_mut().expect("a profile").retain(|name, _| ["id", "speaker"].contains(&name.as_str()));
        part["heading"] = profile["name"].clone();
        part["blocks"] = report;
        parts.push(part);
    }
    let report = (!parts.is_empty()).then(|| {
        let mut report = section.clone();
        report["content"] = serde_json::json!({ "parts": parts });
        report
    });
    (Some(debate), report)
}

#[test]
fn a_debate_and_its_report_apart_are_the_session() {
    let folder = clean_folder().join("apart");
    std::fs::create_dir_all(&folder).expect("a folder of the test's own");
    for page in samples().into_iter().filter(|page| page.dialect() != "json") {
        let whole = session(&page.path);
        let formats = "akoma-ntoso,akoma-ntoso-report";
        let set = "akoma-ntoso.report=separate";
        let written = run_well(
            plenary().arg("convert").arg(&page.path).args(["-t", formats, "--set", set, "-o"]).arg(&folder),
        );
        written.unwrap_or_else(|why| panic!("{}: {why}", page.name));
        let read = |extension: &str| session(&folder.join(format!("{}.{extension}", page.stem())));
        let (mut debate, mut report) = (Vec::new(), Vec::new());
        for section in whole["sections"].as_array().into_iter().flatten() {
            let parted = parted(section);
            debate.extend(parted.0);
            report.extend(parted.1);
        }
        let sections = |session: &Value| session["sections"].as_array().cloned().unwrap_or_default();
        let of_debate = read("xml");
        assert_eq!(sections(&of_debate), debate, "{}: the debate", page.name);
        for member in ["title", "time", "disclaimers", "speakers", "labels", "unrecognised", "dialect"] {
            assert_eq!(of_debate[member], whole[member], "{}: {member} of the debate", page.name);
        }
        // Of sections that any text may have the reader makes no session.
        if report.iter().any(|section| section["role"] != "other") {
            let of_report = read("report.xml");
            assert_eq!(sections(&of_report), report, "{}: the report", page.name);
            for member in ["title", "time", "disclaimers"] {
                assert_eq!(of_report[member], whole[member], "{}: {member} of the report", page.name);
            }
        }
    }
}
