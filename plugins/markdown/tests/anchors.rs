//! Every node of the model can be cited, and every link leads somewhere.

mod common;

use common::reading::{Reading, everything, read};
use common::{render, render_body, sessions};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, Dialect, Extra, Id, Section, SectionRole};
use proptest::prelude::*;

/// The anchors of the parts that are ours.
const OURS: [&str; 3] = ["about", "participants", "topics"];

proptest! {
    #[test]
    fn every_identifier_is_an_anchor_once(session in sessions::session()) {
        let mut anchors = read(&render_body(&session), everything()).anchors;
        anchors.retain(|anchor| !OURS.contains(&anchor.as_str()));
        let mut ids = sessions::ids(&session);
        anchors.sort();
        ids.sort();
        prop_assert_eq!(anchors, ids);
    }

    #[test]
    fn every_link_resolves_by_every_option(
        session in sessions::session(),
        options in sessions::options(),
    ) {
        let Reading { anchors, links, .. } = read(&render(&session, &options), everything());
        for link in links {
            prop_assert_eq!(anchors.iter().filter(|anchor| **anchor == link).count(), 1, "{}", link);
        }
    }
}

#[test]
fn an_identifier_may_hold_anything() {
    let id = "a\"><b> é%41&amp;|)(日\n\n# x\\";
    let mut session = Session::new(Dialect::DigWatch);
    session.sections.push(Section {
        id: Id::new(id),
        role: SectionRole::Transcript,
        heading: None,
        content: Content::Speeches(vec![]),
        extra: Extra::default(),
    });
    let Reading { anchors, .. } = read(&render_body(&session), everything());
    assert_eq!(anchors, ["about", id]);

    let part = plenary_plugin_sdk::model::Part {
        id: Id::new("report-1"),
        heading: None,
        speaker: None,
        blocks: vec![],
        extra: Extra::default(),
    };
    session.sections[0].content = Content::Parts(vec![part]);
    let Reading { anchors, links, .. } = read(&render_body(&session), everything());
    assert_eq!(anchors, [id, "report-1", "about"]);
    assert_eq!(links, [id, "about"]);
}
