//! What holds of every document, whatever the session: the rules of the standard the schema does not know, and
//! that nothing of the session is missing.

use std::collections::{BTreeMap, BTreeSet};

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Block, Content, Id, Point, Section, Text};

use crate::tree::Element;

/// Attributes that hold references.
const REFERENCES: [&str; 7] = ["by", "as", "href", "source", "dictionary", "refersTo", "plenary:role"];

/// Checks all of it, of a debate with its report in it.
pub(crate) fn check(session: &Session<'_>, root: &Element) {
    check_any(session, root);
    every_id_of_the_model_resolves(session, root);
    every_word_is_there(session, root);
}

/// Checks what holds of every document, whatever of the session stands in it.
pub(crate) fn check_any(session: &Session<'_>, root: &Element) {
    identifiers_are_unique(root);
    structural_identifiers_follow_the_structure(root);
    references_resolve(root);
    every_entry_is_referred_to(session, root);
}

fn identifiers_are_unique(root: &Element) {
    for name in ["eId", "GUID"] {
        let mut met = BTreeSet::new();
        for element in root.all() {
            if let Some(id) = element.attribute(name) {
                assert!(met.insert(id), "{name} {id} twice");
                assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{name} {id:?}");
            }
        }
    }
}

/// An `eId` begins with that of the element it stands in (Naming Convention 1.0, 5.3).
fn structural_identifiers_follow_the_structure(root: &Element) {
    fn walk(element: &Element, around: Option<&str>) {
        let id = element.attribute("eId");
        if let (Some(id), Some(around)) = (id, around) {
            assert!(id.starts_with(&format!("{around}__")), "{id} in {around}");
        }
        element.elements().for_each(|child| walk(child, id.or(around)));
    }
    for part in ["preface", "debateBody", "conclusions", "mainBody"] {
        if let Some(part) = root.find(part) {
            walk(part, None);
        }
    }
}

fn references_resolve(root: &Element) {
    let ids: BTreeSet<_> = root.all().iter().filter_map(|element| element.attribute("eId")).collect();
    let kinds: BTreeMap<_, _> =
        root.all().iter().filter_map(|e| Some((e.attribute("eId")?, e.name.as_str()))).collect();
    for element in root.all() {
        for name in REFERENCES {
            let Some(value) = element.attribute(name) else { continue };
            for reference in value.split(' ').filter(|reference| !reference.is_empty()) {
                match reference.strip_prefix('#') {
                    Some(id) => assert!(ids.contains(id), "{reference} of <{}> leads nowhere", element.tag()),
                    None => {
                        let is_iri = reference.starts_with("/akn/") || reference.starts_with("https://");
                        assert!(is_iri, "{reference} of <{}>", element.tag());
                    }
                }
            }
            // What kind of entry each may name (XSD: agentRef, roleRef).
            let kind = value.strip_prefix('#').and_then(|id| kinds.get(id).copied());
            match name {
                "by" | "source" => {
                    assert!(matches!(kind, None | Some("TLCPerson" | "TLCOrganization")), "{kind:?}")
                }
                "as" | "plenary:role" => assert_eq!(kind, Some("TLCRole")),
                "dictionary" => assert_eq!(kind, Some("TLCReference")),
                _ => {}
            }
        }
    }
}

/// Without a transcript the registry's speakers stand for themselves: there is nothing to count.
fn every_entry_is_referred_to(session: &Session<'_>, root: &Element) {
    let all = root.all();
    let referred: BTreeSet<_> = all
        .iter()
        .flat_map(|element| REFERENCES.iter().filter_map(|name| element.attribute(name)?.strip_prefix('#')))
        .collect();
    for entry in all.iter().filter(|element| element.name.starts_with("TLC")) {
        let id = entry.attribute("eId").expect("an eId");
        let is_of_registry = entry.attribute("GUID").is_some() && session.speeches().next().is_none();
        assert!(is_of_registry || referred.contains(id), "nothing refers to <{}>", entry.tag());
    }
}

/// Every identifier of the session leads to its node, by `GUID`.
fn every_id_of_the_model_resolves(session: &Session<'_>, root: &Element) {
    let found: BTreeSet<_> = root.all().iter().filter_map(|element| element.attribute("GUID")).collect();
    let ids = ids(session);
    let ids: BTreeSet<_> = ids.iter().map(|id| id.as_str()).collect();
    assert_eq!(found, ids);
}

fn ids<'s>(session: &'s Session<'_>) -> Vec<&'s Id> {
    let mut ids: Vec<_> = session.speakers.iter().map(|speaker| &speaker.id).collect();
    ids.extend(session.disclaimers.iter().map(|disclaimer| &disclaimer.id));
    for section in &session.sections {
        ids.push(&section.id);
        match &section.content {
            Content::Parts(parts) => ids.extend(parts.iter().map(|part| &part.id)),
            Content::Speeches(speeches) => ids.extend(speeches.iter().map(|speech| &speech.id)),
            Content::Profiles(profiles) => ids.extend(profiles.iter().flat_map(|profile| {
                [&profile.id].into_iter().chain(profile.arguments.iter().map(|argument| &argument.id))
            })),
            Content::Points(points) => ids.extend(points.iter().map(|point| &point.id)),
            _ => {}
        }
    }
    ids
}

/// The texts of the session, place by place, equal those of the document, in order, to the last blank.
fn every_word_is_there(session: &Session<'_>, root: &Element) {
    let mut preface: Vec<String> = Vec::new();
    preface.extend(session.title.iter().map(|title| fit(&title.line)));
    preface.extend(session.time.iter().map(|time| fit(&time.line)));
    preface.extend(session.title.iter().flat_map(|title| &title.repeated).map(fit));
    preface.extend(session.disclaimers.iter().map(|disclaimer| fit(&disclaimer.text)));
    assert_eq!(texts(root.find("preface")), preface);

    let (mut body, mut report, mut analysis, mut page) = (vec![], vec![], vec![], vec![]);
    for section in &session.sections {
        match &section.content {
            Content::Parts(parts) if parts.is_empty() => page.extend(section.heading.iter().map(fit)),
            Content::Parts(parts) => {
                report.extend(section.heading.iter().map(fit));
                for part in parts {
                    report.extend(part.heading.iter().map(fit));
                    blocks(&part.blocks, &mut report);
                }
            }
            Content::Speeches(speeches) => {
                body.extend(section.heading.iter().map(fit));
                for speech in speeches {
                    body.extend(speech.label.iter().map(fit));
                    blocks(&speech.blocks, &mut body);
                }
            }
            Content::Profiles(_) => profiles(section, &mut analysis, &mut report),
            Content::Points(points) if points.is_empty() => page.extend(section.heading.iter().map(fit)),
            Content::Points(of) => {
                report.extend(section.heading.iter().map(fit));
                of.iter().for_each(|point| points(point, &mut report));
            }
            _ => {}
        }
    }
    page.extend(session.labels.iter().map(fit).filter(|label| !label.is_empty()));
    assert_eq!(texts(root.find("plenary:page")), page);
    // The schema wants a block in every speech; it is empty where the speech is.
    let is_empty = |text: &String| text.is_empty();
    let mut spoken = texts(root.find("debateBody"));
    [&mut spoken, &mut body].into_iter().for_each(|texts| texts.retain(|text| !is_empty(text)));
    assert_eq!(spoken, body);
    assert_eq!(texts(root.find("mainBody")), report);
    assert_eq!(
        root.find_all("plenary:profiles").iter().flat_map(|p| texts(Some(p))).collect::<Vec<_>>(),
        analysis
    );

    let lost: Vec<_> = session.unrecognised.iter().map(fit).filter(|line| !line.is_empty()).collect();
    assert_eq!(texts(root.find("conclusions")), lost);
}

fn profiles(section: &Section<'_>, analysis: &mut Vec<String>, report: &mut Vec<String>) {
    let Content::Profiles(profiles) = &section.content else { return };
    analysis.extend(section.heading.iter().map(fit));
    let mut heading = section.heading.iter().map(fit);
    for profile in profiles {
        analysis.extend(profile.initials.iter().map(fit));
        analysis.push(fit(&profile.name));
        let statistics = &profile.statistics;
        let declared = [&statistics.speed, &statistics.length, &statistics.time].into_iter().flatten();
        analysis.extend(declared.map(|declared| fit(&declared.text)));
        for argument in &profile.arguments {
            analysis.push(fit(&argument.claim));
            analysis.extend(argument.facts.iter().chain(&argument.topics).map(fit));
            analysis.extend(argument.details.iter().flat_map(|detail| &detail.texts).map(fit));
        }
        if !profile.report.is_empty() {
            report.extend(heading.by_ref());
            report.push(fit(&profile.name));
            blocks(&profile.report, report);
        }
    }
}

fn points(point: &Point<'_>, report: &mut Vec<String>) {
    report.push(fit(&point.text));
    if !point.topics.is_empty() {
        report.push("Topics".to_owned());
        report.extend(point.topics.iter().map(fit));
    }
    for detail in &point.details {
        report.push(detail.kind.label().to_owned());
        report.extend(detail.texts.iter().map(fit));
        if detail.texts.is_empty() {
            report.push(String::new());
        }
    }
}

fn blocks(blocks: &[Block<'_>], into: &mut Vec<String>) {
    into.extend(blocks.iter().map(|block| fit(&block.text)));
}

/// A text as a file of XML can hold it.
fn fit(text: &Text<'_>) -> String {
    let fit = |c: char| match c {
        '\t' | '\n' | '\r' => c,
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        c => c,
    };
    text.as_str().chars().map(fit).collect()
}

/// The text of every element that holds text (and of those meant to, where they hold none), in order.
fn texts(element: Option<&Element>) -> Vec<String> {
    const HOLD_TEXT: [&str; 14] = [
        "p",
        "scene",
        "li",
        "block",
        "from",
        "heading",
        "plenary:heading",
        "plenary:initials",
        "plenary:name",
        "plenary:claim",
        "plenary:fact",
        "plenary:topic",
        "plenary:text",
        "plenary:label",
    ];
    let Some(element) = element else { return Vec::new() };
    let is_statistic = ["plenary:speed", "plenary:length", "plenary:time"].contains(&element.name.as_str());
    if is_statistic || HOLD_TEXT.contains(&element.name.as_str()) {
        return vec![element.text()];
    }
    assert!(element.children.is_empty() || element.is_structure(), "text in <{}>", element.tag());
    element.elements().flat_map(|child| texts(Some(child))).collect()
}
