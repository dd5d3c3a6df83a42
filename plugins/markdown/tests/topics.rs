//! The index of topics.

#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use common::{render_body, sessions};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, Detail, DetailKind, Extra, Id, Point, Text};

fn text(content: impl AsRef<str>) -> Text<'static> {
    Text::from_parts("", content.as_ref(), "\n", 0)
}

/// Two points, each of `speakers` and on all of `topics`.
fn session(point: &str, topics: usize, speakers: usize) -> Session<'static> {
    let of = |number: usize| Point {
        id: Id::new(format!("point-{number}")),
        text: text(point),
        topics: (0..topics).map(|topic| text(format!("Topic {topic}"))).collect(),
        details: vec![Detail {
            kind: DetailKind::Speakers,
            texts: (0..speakers).map(|speaker| text(format!("Speaker {speaker}"))).collect(),
            speakers: vec![],
            extra: Extra::default(),
        }],
        extra: Extra::default(),
    };
    sessions::one_section(Content::Points(vec![of(1), of(2)]))
}

#[test]
fn a_point_stands_behind_each_of_its_topics() {
    let markdown = render_body(&session("Both want cranes", 2, 2));
    let entry = "  - [Both want cranes](#point-1) – Speaker 0, Speaker 1\n";
    assert_eq!(markdown.matches(entry).count(), 2, "{markdown}");
}

#[test]
fn a_long_text_and_many_names_stand_there_in_short() {
    let words = "crane ".repeat(40);
    let markdown = render_body(&session(words.trim(), 1, 5));
    let entry = format!("[{}…](#point-1) – Speaker 0, Speaker 1, Speaker 2 and others\n", &words[..155]);
    assert!(markdown.contains(&entry), "{markdown}");
}

/// Every topic with all the words and all the speakers would be the square of the page: gigabytes.
#[test]
fn an_index_is_no_square_of_its_page() {
    let page = session(&"crane ".repeat(20_000), 10_000, 10_000);
    assert!(render_body(&page).len() < 10_000_000);
}
