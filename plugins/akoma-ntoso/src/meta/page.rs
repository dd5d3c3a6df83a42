//! The `proprietary` metadata: what of the page has no place in the standard, kept so that nothing of the source is
//! lost and a reader of the document gets the session back as it was.
//!
//! The sections in their order, with what they are in the record, since the document has the transcript before the
//! report; headings with nothing under them; and the labels that became elements ("Speech speed" became
//! `plenary:speed`).

use std::io;

use plenary_plugin_sdk::model::{Content, Section};
use plenary_plugin_sdk::xml::Xml;

use crate::record::{Document, Record};
use crate::value::Link;

/// Writes it.
pub(super) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("proprietary").attr("source", Link(&record.references.source)).open()?;
    xml.tag("plenary:page").attr("dialect", record.session.dialect.name()).open()?;
    for of in &record.session.sections {
        section(xml, record, of)?;
    }
    let has_labels = record.document != Document::Report;
    let labels = record.session.labels.iter().filter(|label| has_labels && !label.is_empty());
    labels.into_iter().try_for_each(|label| xml.tag("plenary:label").text(label))?;
    xml.close()?;
    xml.close()
}

/// Where a section comes that stands in the document, by its identifier; one that stands nowhere else, as it is.
fn section(xml: &mut Xml<'_>, record: &Record<'_>, section: &Section<'_>) -> io::Result<()> {
    let tag = xml.tag("plenary:section");
    let is_empty = match &section.content {
        Content::Parts(parts) => parts.is_empty(),
        Content::Points(points) => points.is_empty(),
        _ => false,
    };
    let tag = match is_empty {
        true if record.document == Document::Report => return Ok(()),
        true => tag.id(&section.id),
        false if record.has(section) => tag.attr("of", &section.id),
        false => return Ok(()),
    };
    let content = matches!(section.content, Content::Points(_)).then_some("points");
    let tag = tag.attr("role", section.role.name()).attr_if("content", content);
    match section.heading.as_ref().filter(|_| is_empty) {
        Some(heading) => {
            tag.open()?;
            xml.tag("plenary:heading").text(heading)?;
            xml.close()
        }
        None => tag.empty(),
    }
}
