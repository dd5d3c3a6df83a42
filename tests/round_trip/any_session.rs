//! What is written can be read back: by plenary's own reader, as the same session.

use plenary_akoma_ntoso::{AkomaNtoso, Options};
use plenary_core::read::{ReadOptions, read};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::Dialect;
use plenary_plugin_sdk::testing::render;
use proptest::prelude::*;
use serde_json::Value;

use crate::any::session;
use crate::build::whole;

/// What a session says.
fn said(session: &Session<'_>) -> Value {
    crate::said(serde_json::to_value(session).expect("JSON"))
}

fn written(session: &Session<'_>) -> String {
    let rendered = render::<AkomaNtoso>(session, "akoma-ntoso", &Options::default()).expect("a document");
    String::from_utf8(rendered.bytes).expect("UTF-8")
}

fn comes_back(session: &Session<'_>) {
    let xml = written(session);
    let reading = read(&xml, &ReadOptions::dialect(Dialect::AkomaNtoso));
    if !reading.holds_session() {
        // Nothing that makes a session, and so nothing is read.
        return;
    }
    assert_eq!(said(&reading.session), said(session), "{xml}");
    assert_eq!(written(&reading.session), xml);
}

#[test]
fn a_whole_session_comes_back() {
    comes_back(&whole());
}

/// What the document has in attributes alone, where nothing stands for what XML cannot hold.
fn facts(session: &Session<'_>) -> Vec<String> {
    let mut facts: Vec<_> = session.time.iter().filter_map(|time| time.zone.clone()).collect();
    if let Some(title) = &session.title {
        facts.push(title.name.clone());
        if let Some(event) = &title.event {
            facts.push(event.series.clone());
            facts.extend([&event.kind, &event.number].into_iter().flatten().cloned());
        }
    }
    facts.into_iter().map(String::from).collect()
}

fn is_unfit(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_session_comes_back(session in session()) {
        // The calendar of the schema begins with the year 1.
        prop_assume!(session.time.as_ref().is_none_or(|time| time.date.year() >= 1));
        prop_assume!(facts(&session).iter().all(|fact| !fact.contains(is_unfit)));
        comes_back(&session);
    }
}
