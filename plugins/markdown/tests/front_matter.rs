//! The front matter is YAML to a YAML parser, whatever the session holds, and says what the session says.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod common;

use common::reading::{everything, read};
use common::{render, sessions};
use plenary_markdown::Options;
use plenary_plugin_sdk::Session;
use proptest::prelude::*;
use saphyr::{LoadableYamlNode, Yaml};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn it_says_what_the_session_says(session in sessions::session()) {
        let markdown = render(&session, &Options::default());
        let yaml = front_matter(&markdown);
        let documents = Yaml::load_from_str(yaml).map_err(|error| TestCaseError::fail(format!("{error} in\n{yaml}")))?;
        let [document] = documents.as_slice() else { return Err(TestCaseError::fail("one document")) };
        let string = |key: &str| document.as_mapping_get(key).and_then(Yaml::as_str).map(str::to_owned);
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());

        let event = session.title.as_ref().and_then(|title| title.event.as_ref());
        let name = session.title.as_ref().map(|title| &*title.name).filter(|name| !name.trim().is_empty());
        if let Some(title) = name.and_then(some) {
            prop_assert_eq!(string("title"), Some(title));
        }
        prop_assert_eq!(string("event"), event.and_then(|event| some(&event.label)));
        prop_assert_eq!(string("series"), event.and_then(|event| some(&event.series)));
        prop_assert_eq!(string("kind"), event.and_then(|event| some(event.kind.as_deref()?)));
        prop_assert_eq!(string("number"), event.and_then(|event| some(event.number.as_deref()?)));
        let time = session.time.as_ref();
        prop_assert_eq!(string("date"), time.map(|time| time.date.to_string()));
        prop_assert_eq!(string("start"), time.and_then(|time| Some(time.start?.to_string()[..5].to_owned())));
        prop_assert_eq!(string("end"), time.and_then(|time| Some(time.end?.to_string()[..5].to_owned())));
        prop_assert_eq!(string("zone"), time.and_then(|time| some(time.zone.as_deref()?)));
        prop_assert_eq!(string("generator"), Some("plenary test".to_owned()));
        let speakers = document.as_mapping_get("speakers").and_then(Yaml::as_vec);
        let speakers: Vec<_> = speakers.into_iter().flatten().filter_map(Yaml::as_str).collect();
        let names: Vec<_> = session.speakers.iter().map(|speaker| &*speaker.name).collect();
        prop_assert_eq!(speakers, names);
    }

    #[test]
    fn a_parser_that_knows_front_matter_sees_it_and_the_same_minutes(session in sessions::session()) {
        let markdown = render(&session, &Options::default());
        let with = read(&markdown, everything());
        let without = read(&render(&session, &Options { front_matter: false, ..Options::default() }), everything());
        prop_assert_eq!(with.front_matter.as_deref(), Some(front_matter(&markdown)));
        prop_assert_eq!(with.leaves, without.leaves);
    }
}

#[test]
fn nothing_is_said_of_what_is_not_there() {
    let session = Session::new(plenary_plugin_sdk::model::Dialect::DigWatch);
    assert_eq!(front_matter(&render(&session, &Options::default())), "generator: \"plenary test\"\n");
}

fn front_matter(markdown: &str) -> &str {
    markdown.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n\n")).expect("front matter").0
}
