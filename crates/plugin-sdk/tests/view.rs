//! The view of a session says what its JSON says: whatever a plugin asks for, it gets the same session.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use plenary_core::json;
use plenary_core::model::{BlockKind, DetailKind, Dialect, SectionRole, Session, SpeakerKind};
use plenary_plugin_abi::view::names;
use plenary_plugin_sdk::call::{Handed, Payload, Request, render};
use plenary_plugin_sdk::manifest::Input;
use plenary_plugin_sdk::{Job, RenderError, Renderer};

plenary_plugin_sdk::export_plugin! {
    name: probe_of_the_view,
    renderer: Mirror,
    manifest: "tests/probe.json",
}

/// Writes the session it is given as JSON.
struct Mirror;

#[derive(Default, serde::Deserialize)]
struct Nothing {}

impl Renderer for Mirror {
    type Options = Nothing;

    fn render(session: &Session<'_>, _: &Nothing, job: &mut Job<'_>) -> Result<(), RenderError> {
        let json = json::to_string_pretty(session).map_err(|error| RenderError::Failed(error.to_string()))?;
        std::io::Write::write_all(job, json.as_bytes())?;
        Ok(())
    }
}

/// What a plugin makes of the session, handed to it in this form.
fn mirrored(session: &Session<'_>, input: Input) -> String {
    let payload = Payload::new(session);
    let handed = payload.handed(input).expect("a form");
    assert!(matches!((input, handed), (Input::Json, Handed::Json(_)) | (Input::View, Handed::View(_))));
    let request = Request {
        format: "probe",
        options: "{}",
        session: handed,
        generator: "a test",
        source_date_epoch: None,
        cancelled: None,
        deadline: None,
    };
    let mut out = Vec::new();
    // SAFETY: the SDK's table keeps the contract.
    #[allow(unsafe_code)]
    let rendered = unsafe { render(BUNDLED.plugin(), &request, &mut out) };
    rendered.expect("a document");
    String::from_utf8(out).expect("JSON is text")
}

/// Every sample's model, with the name of its file.
fn samples() -> Vec<(String, Session<'static>)> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let folders = fs::read_dir(samples).expect("the samples").flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten().flatten());
    // Miri, which looks at every access to memory, has time for the shortest alone.
    let longest = if cfg!(miri) { 2500 } else { u64::MAX };
    let mut samples: Vec<_> = files
        .filter(|file| file.path().to_string_lossy().ends_with(".session.json"))
        .filter(|file| file.metadata().is_ok_and(|metadata| metadata.len() <= longest))
        .map(|file| {
            let text = fs::read_to_string(file.path()).expect("a sample");
            let session = json::from_str(&text).unwrap_or_else(|error| panic!("{:?}: {error}", file.path()));
            (file.path().display().to_string(), session)
        })
        .collect();
    samples.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(samples.len() >= if cfg!(miri) { 1 } else { 40 }, "{} samples", samples.len());
    samples
}

#[test]
fn view_and_json_hand_over_the_same_session() {
    for (name, session) in samples() {
        let written = json::to_string_pretty(&session).expect("JSON");
        assert_eq!(mirrored(&session, Input::View), written, "{name}, by its view");
        assert_eq!(mirrored(&session, Input::Json), written, "{name}, by its JSON");
    }
}

/// Members that the model does not know, in every object that there is.
#[test]
fn members_that_nobody_knows_come_along() {
    fn add(value: &mut serde_json::Value, added: &AtomicUsize) {
        match value {
            serde_json::Value::Object(members) => {
                members.values_mut().for_each(|member| add(member, added));
                // The members of an enum's object are its names, and disclaimers and blocks are their text's object.
                if !["parts", "points", "speeches", "profiles"].iter().any(|name| members.contains_key(*name))
                {
                    let number = added.fetch_add(1, Ordering::Relaxed);
                    members.insert(
                        "mood".to_owned(),
                        serde_json::json!({ "calm": [number, 1.5, null, "ä\"\\"] }),
                    );
                }
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| add(item, added)),
            _ => {}
        }
    }
    let added = AtomicUsize::new(0);
    for (name, session) in samples() {
        let mut value = serde_json::to_value(&session).expect("JSON");
        add(&mut value, &added);
        let session: Session<'static> = serde_json::from_value(value.clone()).expect("a session");
        let back: serde_json::Value = serde_json::from_str(&mirrored(&session, Input::View)).expect("JSON");
        assert_eq!(back, value, "{name}");
    }
    assert!(added.into_inner() > if cfg!(miri) { 10 } else { 1000 });
}

#[test]
fn numbers_stand_for_the_names_of_the_json() {
    fn written<T: serde::Serialize>(all: &[T]) -> Vec<String> {
        let name = |it| serde_json::to_value(it).expect("JSON").as_str().expect("a name").to_owned();
        all.iter().map(name).collect()
    }
    assert_eq!(names::DIALECTS, written(&Dialect::ALL));
    assert_eq!(names::ROLES, written(&SectionRole::ALL));
    assert_eq!(names::SPEAKERS, written(&SpeakerKind::ALL));
    assert_eq!(names::BLOCKS, written(&BlockKind::ALL));
    assert_eq!(names::DETAILS, written(&DetailKind::ALL));
}
