//! The report, in the debate or by itself: the prose of the record, the points of its speakers, and what the profiles report of each.

use std::io;

use plenary_plugin_sdk::model::{Block, Content, Id, Part, Profile, Section, Text};
use plenary_plugin_sdk::xml::{Tag, Xml};

use crate::iri::Level;
use crate::record::{Document, Record};
use crate::value::{EId, Link};
use crate::{blocks, meta, points, preface};

/// Writes the attachment: the report, or where it is; nothing where there is nothing to report.
pub(crate) fn attach(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let Some(report) = record.report_named() else { return Ok(()) };
    xml.tag("attachments").open()?;
    xml.tag("attachment").attr("eId", "att_1").open()?;
    if record.document.holds_report() {
        write(xml, record, "att_1")?;
    } else {
        let tag = xml.tag("documentRef").attr("eId", "att_1__dref_1");
        let tag = tag.attr("href", report.own(Level::Expression));
        tag.attr("showAs", record.report_title().unwrap_or_default()).empty()?;
    }
    (0..2).try_for_each(|_| xml.close())
}

/// Writes the report, as a document; `scope` is what its `eId`s begin with.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>, scope: &str) -> io::Result<()> {
    xml.tag("debateReport").attr("name", "meetingReport").open()?;
    meta::report(xml, record)?;
    if record.document == Document::Report {
        preface::write(xml, record)?;
    }
    xml.tag("mainBody").attr_if("xml:lang", record.work.lang).open()?;
    for (of, number) in record.report().zip(1..) {
        section(xml, record, of, &EId::nth(scope, "sec", number).to_string())?;
    }
    if record.report().next().is_none() {
        // The schema wants something in it.
        xml.tag("p").attr("eId", EId::nth("body", "p", 1)).empty()?;
    }
    (0..2).try_for_each(|_| xml.close())
}

/// A section of prose or points, or of profiles as far as they hold prose. In a debate the profiles themselves, and with
/// them the section's identifier, stand in the analysis; here the section only says which one it goes on with.
fn section(xml: &mut Xml<'_>, record: &Record<'_>, section: &Section<'_>, e_id: &str) -> io::Result<()> {
    let tag = xml.tag("section").attr("eId", e_id);
    let goes_on = matches!(section.content, Content::Profiles(_));
    identify(tag, record, &section.id, goes_on).open()?;
    if let Some(heading) = &section.heading {
        xml.tag("heading").attr("eId", EId::one(e_id, "heading")).text(heading)?;
    }
    let number = |number: usize| format!("{e_id}__subsec_{number}");
    match &section.content {
        Content::Parts(parts) => {
            parts
                .iter()
                .zip(1..)
                .try_for_each(|(part, at)| subsection(xml, record, &part.into(), &number(at)))?;
        }
        Content::Profiles(profiles) => {
            let reports = profiles.iter().filter(|profile| !profile.report.is_empty()).zip(1..);
            for (profile, at) in reports {
                subsection(xml, record, &profile.into(), &number(at))?;
            }
        }
        Content::Points(points) => {
            points
                .iter()
                .zip(1..)
                .try_for_each(|(point, at)| points::write(xml, record, point, &number(at)))?;
        }
        _ => {}
    }
    xml.close()
}

fn subsection(xml: &mut Xml<'_>, record: &Record<'_>, of: &Subsection<'_>, e_id: &str) -> io::Result<()> {
    let tag = identify(xml.tag("subsection").attr("eId", e_id), record, of.id, of.is_profile);
    let speaker = record.references.speaker(of.speaker);
    tag.attr_if("refersTo", speaker.map(|agent| Link(&agent.e_id))).open()?;
    if let Some(heading) = of.heading {
        xml.tag("heading").attr("eId", EId::one(e_id, "heading")).text(heading)?;
    }
    let e_id = format!("{e_id}__content");
    let tag = xml.tag("content").attr("eId", &e_id);
    if of.blocks.is_empty() {
        tag.empty()?;
    } else {
        tag.open()?;
        blocks::write(xml, record.profile, of.blocks, &e_id)?;
        xml.close()?;
    }
    xml.close()
}

/// Prose under a heading: a part of a report, or the report of a profile.
struct Subsection<'s> {
    id: &'s Id,
    /// Whether it is the report of a profile.
    is_profile: bool,
    speaker: Option<&'s Id>,
    heading: Option<&'s Text<'s>>,
    blocks: &'s [Block<'s>],
}

/// Adds the identifier of a node, or, where its element stands in the analysis and this `goes_on` with it, whose.
fn identify<'x, 'w>(tag: Tag<'x, 'w>, record: &Record<'_>, id: &Id, goes_on: bool) -> Tag<'x, 'w> {
    match record.document {
        Document::Debate(_) if goes_on => tag.attr("plenary:of", id),
        _ => tag.id(id),
    }
}

impl<'s> From<&'s Part<'s>> for Subsection<'s> {
    fn from(part: &'s Part<'s>) -> Self {
        Self {
            id: &part.id,
            is_profile: false,
            speaker: part.speaker.as_ref(),
            heading: part.heading.as_ref(),
            blocks: &part.blocks,
        }
    }
}

impl<'s> From<&'s Profile<'s>> for Subsection<'s> {
    fn from(profile: &'s Profile<'s>) -> Self {
        Self {
            id: &profile.id,
            is_profile: true,
            speaker: Some(&profile.speaker),
            heading: Some(&profile.name),
            blocks: &profile.report,
        }
    }
}
