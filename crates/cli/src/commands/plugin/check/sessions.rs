//! The sessions that plugins are tried on: every sample of the project, which between them hold every construct there is,
//! and some that no page gives.

use std::cell::Cell;
use std::fmt::Write as _;

use plenary_core::model::Dialect;
use plenary_core::read::{ReadOptions, read};
use plenary_core::{Session, json};
use serde_json::{Map, Value, json};

/// A session that plugins are tried on.
#[derive(Debug)]
pub(super) struct Sample {
    /// `dig-watch/tidewater-forum`.
    pub(super) name: String,
    pub(super) session: Session<'static>,
}

/// Folder, name and page of every sample; the build script makes the table.
const PAGES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// Every sample of the project that holds a session.
pub(super) fn samples() -> Vec<Sample> {
    PAGES
        .iter()
        .filter_map(|(folder, name, page)| {
            Some(Sample { name: format!("{folder}/{name}"), session: session(folder, page)? })
        })
        .collect()
}

/// `None` for a page that is to show what holds no session.
fn session(folder: &str, page: &'static str) -> Option<Session<'static>> {
    let Some(dialect) = Dialect::ALL.into_iter().find(|dialect| dialect.name() == folder) else {
        return json::from_str(page).ok();
    };
    let reading = read(page, &ReadOptions::dialect(dialect));
    reading.holds_session().then_some(reading.session)
}

/// A session with nothing in it.
pub(super) fn empty() -> Session<'static> {
    Session::new(Dialect::Transcript)
}

/// A session that no page gives, and a program may: what is huge, invisible, looks like markup or a format string, says
/// nothing, or names nobody.
pub(super) fn hostile() -> Option<Session<'static>> {
    let texts = [
        "w".repeat(20_000),
        "\u{0}\u{1}\u{8}\u{b}\u{1b}[31m\u{7f}\u{85}".to_owned(),
        "\u{202e}right to left\u{202c} \u{2066}isolated\u{2069} \u{200f}\u{feff}\u{fffe}\u{10ffff}"
            .to_owned(),
        "</p>&amp;<![CDATA[ ]]> <script>alert(1)</script> <!-- -- > &#0; &nbsp;".to_owned(),
        "# *a* _b_ `c` [d](javascript:e) | f | ~~~ \\ ---\n=== \r\n> 1. + ![g](h)".to_owned(),
        "%s %n %d {0} {} $(id) `id` \\input{/etc/passwd} ../../etc/passwd".to_owned(),
        "e".to_owned() + &"\u{301}".repeat(2_000),
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 会議の記録 วันนี้ العربية עברית".to_owned(),
        "one\ttwo\u{a0}three\u{2028}four\u{2029}five\nsix".to_owned(),
        String::new(),
    ];
    let end = Cell::new(0);
    // Side by side, each with its line end.
    let text = |text: &str| {
        let start = end.replace(end.get() + text.len() + 1);
        json!({ "span": [start, end.get()], "text": text })
    };
    let blocks = |texts: &[String]| texts.iter().map(|one| text(one)).collect::<Vec<_>>();
    let speech = |id: &str, label: Option<&str>, speaker: Option<&str>, texts: &[String]| {
        let mut speech = json!({ "id": id, "blocks": blocks(texts) });
        if let (Some(label), Value::Object(speech)) = (label, &mut speech) {
            speech.insert("label".to_owned(), text(label));
        }
        if let (Some(speaker), Value::Object(speech)) = (speaker, &mut speech) {
            speech.insert("speaker".to_owned(), speaker.into());
        }
        speech
    };
    let speeches = json!([
        speech("speech-1", None, None, &texts),
        speech("speech-2", Some(""), Some("speaker-ghost"), &[]),
        speech("speech-2", Some("<b>&\"'"), Some("speaker-1"), &texts),
        speech("", Some("Nobody\u{202e}"), None, &[String::new()]),
    ]);
    let parts = json!([{ "id": "report-1", "blocks": blocks(&texts) }, { "id": "report-1", "blocks": [] }]);
    let profile = json!({
        "id": "profile-1", "speaker": "speaker-ghost", "name": text("\u{1b}]0;title\u{7}"),
        "statistics": {}, "arguments": [{ "id": "a b\u{0}", "claim": text(""), "facts": blocks(&texts), "topics": [text("")] }],
        "report": blocks(&texts),
    });
    let session = json!({
        "schema": "1.0", "dialect": "transcript",
        "title": { "line": text(""), "name": texts.concat() },
        "sections": [
            { "id": "section-1", "role": "transcript", "content": { "speeches": speeches } },
            { "id": "section-1", "role": "full-report", "content": { "parts": parts } },
            { "id": "section-2", "role": "speakers", "content": { "profiles": [profile] } },
            { "id": "section-3", "role": "other", "content": { "parts": [] } },
        ],
        "speakers": [
            { "id": "speaker-1", "name": "", "kind": "person" },
            { "id": "speaker-1", "name": texts.concat(), "kind": "role" },
            { "id": "speaker-1\" onload=\"x", "name": "\u{0}", "kind": "organization" },
        ],
        "unrecognised": blocks(&texts),
    });
    json::from_str(&session.to_string()).ok()
}

/// A session as long as a day: a thousand speeches by two hundred speakers.
pub(super) fn long() -> Option<Session<'static>> {
    let mut page = String::from("Transcript of a long day\n\n");
    for number in 0..1000 {
        let _ = write!(page, "Delegate {}: This is remark {number} of the day. ", number % 200);
        page.push_str(
            &"It says what the others have said, and adds nothing that was not known. ".repeat(number % 5),
        );
        page.push_str("\n\n");
    }
    let reading = read(&page, &ReadOptions::dialect(Dialect::Transcript));
    // Through JSON: it borrows nothing then.
    json::from_str(&json::to_string(&reading.session).ok()?).ok()
}

/// What the members are called that nobody knows yet.
pub(super) const UNKNOWN: &str = "x-newer";

/// The session as a later version of the model may write it: with members nobody knows yet in every object that may have
/// some.
pub(super) fn newer(session: &Session<'_>) -> Option<Session<'static>> {
    let mut value: Value = serde_json::from_str(&json::to_string(session).ok()?).ok()?;
    add_members(&mut value);
    json::from_str(&value.to_string()).ok()
}

fn add_members(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(add_members),
        Value::Object(object) => {
            object.values_mut().for_each(add_members);
            if !is_choice(object) {
                object.insert(UNKNOWN.to_owned(), json!({ "text": "unknown", "items": [1, null, {}] }));
            }
        }
        _ => {}
    }
}

/// Whether the object only tells which of several it holds: the model has no further members there.
fn is_choice(object: &Map<String, Value>) -> bool {
    let choices = ["parts", "points", "speeches", "profiles", "elapsed", "clock"];
    object.len() == 1 && object.keys().all(|key| choices.contains(&key.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_are_what_they_are_meant_to_be() {
        assert!(samples().len() > 50 && samples().len() + 3 > PAGES.len());
        assert!(PAGES.iter().all(|(_, _, page)| !page.contains("%~ ")));
        let hostile = hostile().unwrap();
        assert_eq!(hostile.speeches().count(), 4);
        let long = long().unwrap();
        assert_eq!((long.speeches().count(), long.speakers.len()), (1000, 200));
        let newer = newer(&hostile).unwrap();
        assert!(newer.extra.get(UNKNOWN).is_some());
        assert!(newer.speeches().all(|speech| speech.extra.get(UNKNOWN).is_some()));
        for sample in samples() {
            assert!(super::newer(&sample.session).is_some(), "{}", sample.name);
        }
    }
}
