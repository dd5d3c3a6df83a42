//! What must hold of the reading of any text whatsoever. Used by the fuzz targets and by the tests.
#![allow(unreachable_pub, clippy::expect_used, clippy::panic, reason = "a test")]

use std::collections::HashSet;

use plenary_core::model::{Dialect, Id, Session, walk};
use plenary_core::read::{ReadOptions, read};
use plenary_core::{audit, json, source};

/// Reads a text as `dialect`, or as what it looks like, and panics where the session is not faithful to it.
pub fn read_faithfully(text: &str, dialect: Option<Dialect>) {
    let options = dialect.map_or_else(ReadOptions::default, ReadOptions::dialect);
    let reading = read(text, &options);
    is_faithful(&reading.session, text);
    for finding in &reading.diagnostics {
        if let Some(span) = finding.span {
            let marked = text.get(span.start..span.end);
            assert!(marked.is_some(), "{}: the place {span:?} is none in the text", finding.code);
        }
    }
    comes_back_from_json(&reading.session);
    drop(audit::audit(&reading.session));
}

/// Every byte stands in one text of the session, ids are unique, and whoever is referred to is in the registry.
fn is_faithful(session: &Session<'_>, text: &str) {
    let coverage = source::coverage(session, text.len());
    assert_eq!((coverage.gaps, coverage.overlaps), (vec![], vec![]), "what stands in no text, or in two");
    assert_eq!(coverage.covered, text.len());
    assert_eq!(source::write(session), text, "written back");
    walk::walk(session, &mut |node, piece| {
        let span = piece.span();
        assert_eq!(text.get(span.start..span.end), Some(piece.raw()), "the place of a {}", node.name());
    });
    let mut ids = HashSet::new();
    each_id(session, &mut |id| assert!(ids.insert(id.clone()), "{id} is given out twice"));
    let speakers: HashSet<&Id> = session.speakers.iter().map(|speaker| &speaker.id).collect();
    each_reference(session, &mut |id| assert!(speakers.contains(id), "{id} is nobody's"));
}

fn comes_back_from_json(session: &Session<'_>) {
    let written = json::to_string(session).expect("a session can be written");
    let back = json::from_str(&written).expect("what is written can be read");
    assert!(back == *session, "a session that comes back from JSON is another one");
}

fn each_id(session: &Session<'_>, visit: &mut impl FnMut(&Id)) {
    session.speakers.iter().for_each(|speaker| visit(&speaker.id));
    session.disclaimers.iter().for_each(|disclaimer| visit(&disclaimer.id));
    session.sections.iter().for_each(|section| visit(&section.id));
    session.parts().for_each(|part| visit(&part.id));
    session.points().for_each(|point| visit(&point.id));
    session.speeches().for_each(|speech| visit(&speech.id));
    for profile in session.profiles() {
        visit(&profile.id);
        profile.arguments.iter().for_each(|argument| visit(&argument.id));
    }
}

fn each_reference(session: &Session<'_>, visit: &mut impl FnMut(&Id)) {
    session.parts().filter_map(|part| part.speaker.as_ref()).for_each(&mut *visit);
    session.speeches().filter_map(|speech| speech.speaker.as_ref()).for_each(&mut *visit);
    session.profiles().for_each(|profile| visit(&profile.speaker));
    let arguments = session.profiles().flat_map(|profile| &profile.arguments);
    let details = arguments.flat_map(|argument| &argument.details);
    let details = details.chain(session.points().flat_map(|point| &point.details));
    details.flat_map(|detail| &detail.speakers).for_each(visit);
}
