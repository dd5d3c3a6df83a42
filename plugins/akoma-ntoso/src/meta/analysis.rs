//! The `analysis`: what the record says of its speakers, and what plenary counted.
//!
//! Akoma Ntoso has no elements for it, so they are of our own namespace ([`NAMESPACE`](crate::NAMESPACE), described
//! by `schema/plenary.xsd`); what people read stands in text, not in attributes.

use std::io;

use plenary_plugin_sdk::model::{Argument, Content, Declared, Id, Profile, Section};
use plenary_plugin_sdk::xml::{Tag, Xml};

use super::links;
use crate::record::Record;
use crate::value::{EId, Link};

/// Writes one `analysis` for what the record declares, another for what plenary counted.
pub(super) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let Record { session, references, .. } = record;
    let sections = session.sections.iter();
    let profiles: Vec<_> = sections.filter_map(|section| Some((section, profiles_of(section)?))).collect();
    if !profiles.is_empty() {
        open(xml, &references.source, 1)?;
        let mut number = 0;
        for (section, profiles) in &profiles {
            xml.tag("plenary:profiles").id(&section.id).open()?;
            if let Some(heading) = &section.heading {
                xml.tag("plenary:heading").text(heading)?;
            }
            for of in *profiles {
                number += 1;
                profile(xml, record, of, &format!("otherAnalysis_1__profile_{number}"))?;
            }
            xml.close()?;
        }
        close(xml)?;
    }
    let has_contributions = !session.speakers.is_empty() && session.speeches().next().is_some();
    if has_contributions || !references.topics.is_empty() {
        open(xml, &references.generator, 1 + usize::from(!profiles.is_empty()))?;
        if has_contributions {
            links::contributions(xml, record)?;
        }
        links::subjects(xml, record)?;
        close(xml)?;
    }
    Ok(())
}

fn profiles_of<'s>(section: &'s Section<'s>) -> Option<&'s [Profile<'s>]> {
    match &section.content {
        Content::Profiles(profiles) => Some(profiles),
        _ => None,
    }
}

fn open(xml: &mut Xml<'_>, source: &str, number: usize) -> io::Result<()> {
    xml.tag("analysis").attr("source", Link(source)).open()?;
    let tag = xml.tag("otherAnalysis").attr("eId", EId::nth("", "otherAnalysis", number));
    tag.attr("source", Link(source)).open()
}

fn close(xml: &mut Xml<'_>) -> io::Result<()> {
    xml.close()?;
    xml.close()
}

/// One profile but its report, which is prose and stands in the attached report.
fn profile(xml: &mut Xml<'_>, record: &Record<'_>, profile: &Profile<'_>, e_id: &str) -> io::Result<()> {
    let tag = xml.tag("plenary:profile").attr("eId", e_id).id(&profile.id);
    of_speaker(tag, record, &profile.speaker).open()?;
    if let Some(initials) = &profile.initials {
        xml.tag("plenary:initials").text(initials)?;
    }
    xml.tag("plenary:name").text(&profile.name)?;
    let statistics = &profile.statistics;
    declared(xml, "plenary:speed", "words/min", statistics.speed.as_ref())?;
    declared(xml, "plenary:length", "words", statistics.length.as_ref())?;
    declared(xml, "plenary:time", "s", statistics.time.as_ref())?;
    let by = record.references.speaker(Some(&profile.speaker));
    for (of, number) in profile.arguments.iter().zip(1..) {
        let tag = xml.tag("plenary:argument").attr("eId", EId::nth(e_id, "argument", number));
        tag.id(&of.id).attr_if("refersTo", by.map(|agent| Link(&agent.e_id))).open()?;
        argument(xml, record, of)?;
        xml.close()?;
    }
    xml.close()
}

/// Refers to a speaker by `refersTo`; to none where the registry has none.
fn of_speaker<'x, 'w>(tag: Tag<'x, 'w>, record: &Record<'_>, speaker: &Id) -> Tag<'x, 'w> {
    match record.references.speaker(Some(speaker)) {
        Some(agent) => tag.attr("refersTo", Link(&agent.e_id)),
        None => tag,
    }
}

/// A declared number: as read in an attribute, as written in text.
fn declared(xml: &mut Xml<'_>, name: &'static str, unit: &str, of: Option<&Declared<'_>>) -> io::Result<()> {
    let Some(declared) = of else { return Ok(()) };
    xml.tag(name).attr_if("value", declared.value).attr("unit", unit).text(&declared.text)
}

fn argument(xml: &mut Xml<'_>, record: &Record<'_>, argument: &Argument<'_>) -> io::Result<()> {
    xml.tag("plenary:claim").text(&argument.claim)?;
    for fact in &argument.facts {
        xml.tag("plenary:fact").text(fact)?;
    }
    for topic in &argument.topics {
        let concept = record.references.topic(topic).map(|topic| Link(&topic.e_id));
        xml.tag("plenary:topic").attr_if("refersTo", concept).text(topic)?;
    }
    for detail in &argument.details {
        let tag = xml.tag("plenary:detail").attr("kind", detail.kind.name());
        tag.attr_if("refersTo", record.references.speakers_of(&detail.speakers)).open()?;
        detail.texts.iter().try_for_each(|text| xml.tag("plenary:text").text(text))?;
        xml.close()?;
    }
    Ok(())
}
