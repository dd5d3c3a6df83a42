//! What holds of every document, whatever the session: identifiers are names and unique, references lead somewhere, and
//! every word of the session is there, in order.

use std::collections::BTreeSet;

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Block, Content, Id, Text};
use plenary_plugin_sdk::xml::{is_fit, is_nc_name};
use plenary_tei::Options;
use proptest::prelude::*;

use crate::any::session;
use crate::build::whole;
use crate::tree::Element;
use crate::{document, rendered};

/// Attributes that hold references, each to elements of these names.
const REFERENCES: [(&str, &[&str]); 8] = [
    ("who", &["person", "org"]),
    ("corresp", &["person", "org"]),
    ("ana", &["category"]),
    ("target", &["category"]),
    ("scheme", &["taxonomy"]),
    ("start", &["when"]),
    ("end", &["when"]),
    ("since", &["when"]),
];

/// Checks all of it.
pub(crate) fn check(session: &Session<'_>, root: &Element) {
    let ids: Vec<_> = root.all().iter().filter_map(|element| element.attribute("xml:id")).collect();
    for id in &ids {
        assert!(is_nc_name(id), "{id:?} is no name");
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id} is not unique");
    }
    let usable: BTreeSet<_> = session.ids().map(Id::as_str).filter(|id| is_nc_name(id)).collect();
    let found: BTreeSet<_> = ids.iter().map(|id| model_id(id)).collect();
    let lost: Vec<_> = usable.iter().filter(|id| !found.contains(**id)).collect();
    assert!(lost.is_empty(), "{lost:?} lead nowhere");
    references_resolve(root);
    assert_eq!(texts(root), said(session));
}

/// The identifier of the model for an `xml:id`, in which a character may stand by its number between underscores.
fn model_id(id: &str) -> String {
    let pieces = id.split('_').zip([false, true].into_iter().cycle());
    let pieces = pieces.map(|(piece, is_number)| match u32::from_str_radix(piece, 16) {
        Ok(number) if is_number => char::from_u32(number).map(String::from).unwrap_or_default(),
        _ => piece.to_owned(),
    });
    pieces.collect()
}

fn references_resolve(root: &Element) {
    let all = root.all();
    for element in &all {
        for (name, kinds) in REFERENCES {
            let value = element.attribute(name).filter(|value| !value.starts_with("https:"));
            for reference in value.into_iter().flat_map(|value| value.split(' ')) {
                let id = reference.strip_prefix('#').expect("a reference inside the document");
                let found = all.iter().find(|element| element.attribute("xml:id") == Some(id));
                let found =
                    found.unwrap_or_else(|| panic!("{reference} of <{}> leads nowhere", element.tag()));
                assert!(kinds.contains(&found.name.as_str()), "{} leads to <{}>", element.tag(), found.tag());
            }
        }
    }
}

/// The texts of front, body and back, in order.
fn texts(root: &Element) -> Vec<String> {
    let all = root.at("text").all();
    let leaves = all.iter().filter(|element| element.elements().next().is_none());
    leaves.map(|leaf| leaf.text()).filter(|text| !text.is_empty()).collect()
}

/// The texts of a session that are not empty, in the order in which the document has them.
fn said(session: &Session<'_>) -> Vec<String> {
    let (mut said, mut behind): (Vec<&Text<'_>>, Vec<&Text<'_>>) = (Vec::new(), Vec::new());
    if let Some(title) = &session.title {
        said.push(&title.line);
        said.extend(&title.repeated);
    }
    said.extend(session.time.iter().map(|time| &time.line));
    said.extend(session.disclaimers.iter().map(|disclaimer| &disclaimer.text));
    fn blocks<'s, 'b>(texts: &mut Vec<&'s Text<'b>>, blocks: &'s [Block<'b>]) {
        texts.extend(blocks.iter().map(|block| &block.text));
    }
    for section in &session.sections {
        match &section.content {
            Content::Speeches(_) => said.extend(&section.heading),
            _ => behind.extend(&section.heading),
        }
        match &section.content {
            Content::Speeches(speeches) => speeches.iter().for_each(|speech| {
                said.extend(&speech.label);
                blocks(&mut said, &speech.blocks);
            }),
            Content::Parts(parts) => parts.iter().for_each(|part| {
                behind.extend(&part.heading);
                blocks(&mut behind, &part.blocks);
            }),
            Content::Points(points) => points.iter().for_each(|point| {
                behind.push(&point.text);
                behind.extend(&point.topics);
                behind.extend(point.details.iter().flat_map(|detail| &detail.texts));
            }),
            Content::Profiles(profiles) => profiles.iter().for_each(|profile| {
                behind.push(&profile.name);
                behind.extend(&profile.initials);
                let statistics = &profile.statistics;
                let declared =
                    [&statistics.speed, &statistics.length, &statistics.time].into_iter().flatten();
                behind.extend(declared.map(|declared| &declared.text));
                for argument in &profile.arguments {
                    behind.push(&argument.claim);
                    behind.extend(&argument.facts);
                    behind.extend(&argument.topics);
                    behind.extend(argument.details.iter().flat_map(|detail| &detail.texts));
                }
                blocks(&mut behind, &profile.report);
            }),
            other => panic!("{other:?}"),
        }
    }
    behind.extend(&session.unrecognised);
    let fit = |c: char| if is_fit(c) { c } else { char::REPLACEMENT_CHARACTER };
    let texts = said.into_iter().chain(behind).map(|text| text.as_str().chars().map(fit).collect());
    texts.filter(|text: &String| !text.is_empty()).collect()
}

#[test]
fn a_session_with_every_node() {
    let (_, findings) = rendered(&whole(), &Options::default());
    assert_eq!(findings, []);
}

/// Leaves one part after another out of a whole session; what is left is all there.
#[test]
fn any_part_may_be_missing() {
    let removals: [fn(&mut Session<'static>); 8] = [
        |session| session.title = None,
        |session| session.time = None,
        |session| session.disclaimers.clear(),
        |session| session.unrecognised.clear(),
        |session| session.sections.clear(),
        |session| session.sections.retain(|section| !matches!(section.content, Content::Speeches(_))),
        |session| session.sections.iter_mut().for_each(|section| section.heading = None),
        |session| session.sections.retain(|section| matches!(section.content, Content::Speeches(_))),
    ];
    for one in removals {
        for other in removals {
            let mut session = whole();
            other(&mut session);
            one(&mut session);
            document(&session);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// `rendered` checks the document by all rules.
    #[test]
    fn any_session_gives_a_sound_document(session in session()) {
        rendered(&session, &Options::default());
    }
}
