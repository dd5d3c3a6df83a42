//! The attached report: the prose of the record, and what the profiles report of each speaker.

use std::io;

use plenary_plugin_sdk::model::{Block, Content, Id, Part, Profile, Section, Text};

use crate::record::Record;
use crate::xml::Xml;
use crate::{blocks, meta};

/// Writes the attachment, where there is something to report.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    if record.report().next().is_none() {
        return Ok(());
    }
    xml.tag("attachments").open()?;
    xml.tag("attachment").attr("eId", "att_1").open()?;
    xml.tag("debateReport").attr("name", "meetingReport").open()?;
    meta::report(xml, record)?;
    xml.tag("mainBody").open()?;
    for (of, number) in record.report().zip(1..) {
        section(xml, record, of, &format!("att_1__sec_{number}"))?;
    }
    (0..4).try_for_each(|_| xml.close())
}

/// A section of prose, or of profiles as far as they hold prose. The profiles themselves, and with them the
/// section's identifier, stand in the analysis.
fn section(xml: &mut Xml<'_>, record: &Record<'_>, section: &Section<'_>, e_id: &str) -> io::Result<()> {
    let tag = xml.tag("section").attr("eId", e_id);
    let subsections: Vec<Subsection<'_>> = match &section.content {
        Content::Parts(parts) => {
            tag.guid(&section.id).open()?;
            parts.iter().map(Subsection::from).collect()
        }
        Content::Profiles(profiles) => {
            tag.open()?;
            profiles.iter().filter(|profile| !profile.report.is_empty()).map(Subsection::from).collect()
        }
        _ => return tag.empty(),
    };
    if let Some(heading) = &section.heading {
        xml.tag("heading").attr("eId", format_args!("{e_id}__heading")).text(heading)?;
    }
    for (of, number) in subsections.iter().zip(1..) {
        subsection(xml, record, of, &format!("{e_id}__subsec_{number}"))?;
    }
    xml.close()
}

fn subsection(xml: &mut Xml<'_>, record: &Record<'_>, of: &Subsection<'_>, e_id: &str) -> io::Result<()> {
    let mut tag = xml.tag("subsection").attr("eId", e_id);
    if let Some(id) = of.id {
        tag = tag.guid(id);
    }
    let speaker = record.references.speaker(of.speaker);
    tag.attr_if("refersTo", speaker.map(|agent| format!("#{}", agent.e_id))).open()?;
    if let Some(heading) = of.heading {
        xml.tag("heading").attr("eId", format_args!("{e_id}__heading")).text(heading)?;
    }
    let e_id = format!("{e_id}__content");
    let tag = xml.tag("content").attr("eId", &e_id);
    if of.blocks.is_empty() {
        tag.empty()?;
    } else {
        tag.open()?;
        blocks::write(xml, of.blocks, &e_id)?;
        xml.close()?;
    }
    xml.close()
}

/// Prose under a heading: a part of a report, or the report of a profile.
struct Subsection<'s> {
    id: Option<&'s Id>,
    speaker: Option<&'s Id>,
    heading: Option<&'s Text<'s>>,
    blocks: &'s [Block<'s>],
}

impl<'s> From<&'s Part<'s>> for Subsection<'s> {
    fn from(part: &'s Part<'s>) -> Self {
        Self {
            id: Some(&part.id),
            speaker: part.speaker.as_ref(),
            heading: part.heading.as_ref(),
            blocks: &part.blocks,
        }
    }
}

impl<'s> From<&'s Profile<'s>> for Subsection<'s> {
    fn from(profile: &'s Profile<'s>) -> Self {
        Self {
            id: None,
            speaker: Some(&profile.speaker),
            heading: Some(&profile.name),
            blocks: &profile.report,
        }
    }
}
