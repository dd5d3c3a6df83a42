//! The attached report: the prose of the record, the points of its speakers, and what the profiles report of each.

use std::io;

use plenary_plugin_sdk::model::{Block, Content, Id, Part, Profile, Section, Text};

use crate::record::Record;
use crate::xml::{Tag, Xml};
use crate::{blocks, meta, points};

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

/// A section of prose or points, or of profiles as far as they hold prose. The profiles themselves, and with them the
/// section's identifier, stand in the analysis; here the section only says which one it goes on with.
fn section(xml: &mut Xml<'_>, record: &Record<'_>, section: &Section<'_>, e_id: &str) -> io::Result<()> {
    let tag = xml.tag("section").attr("eId", e_id);
    match &section.content {
        Content::Profiles(_) => tag.attr("plenary:of", &section.id),
        _ => tag.guid(&section.id),
    }
    .open()?;
    if let Some(heading) = &section.heading {
        xml.tag("heading").attr("eId", format_args!("{e_id}__heading")).text(heading)?;
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
    let tag = of.identify(xml.tag("subsection").attr("eId", e_id));
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
    id: &'s Id,
    /// Whether the node with that identifier stands elsewhere, and this goes on with it.
    is_profile: bool,
    speaker: Option<&'s Id>,
    heading: Option<&'s Text<'s>>,
    blocks: &'s [Block<'s>],
}

impl Subsection<'_> {
    fn identify<'x, 'w>(&self, tag: Tag<'x, 'w>) -> Tag<'x, 'w> {
        if self.is_profile { tag.attr("plenary:of", self.id) } else { tag.guid(self.id) }
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
