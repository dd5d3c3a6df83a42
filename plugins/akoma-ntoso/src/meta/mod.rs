//! The metadata of the debate and of the report attached to it.
//!
//! The order of the parts is the schema's. Who says what is told by `source`: what the record says itself has the
//! record's source, what plenary worked out has the program.

mod analysis;
mod identification;
mod page;

use std::io;

use identification::Component;

use crate::record::Record;
use crate::xml::Xml;

/// The `meta` of the debate.
pub(crate) fn debate(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("meta").open()?;
    identification::write(xml, record, Component::Debate)?;
    publication(xml, record)?;
    classification(xml, record)?;
    analysis::write(xml, record)?;
    references(xml, record)?;
    page::write(xml, record)?;
    xml.close()
}

/// The `meta` of the report.
pub(crate) fn report(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("meta").open()?;
    identification::write(xml, record, Component::Report)?;
    publication(xml, record)?;
    xml.tag("references").attr("source", format_args!("#{}", record.references.generator)).open()?;
    xml.tag("attachmentOf")
        .attr("eId", "attachmentOf_1")
        .attr("href", record.work.expression(Some(Component::Debate.name())))
        .attr("showAs", Component::Debate.title(record).unwrap_or_default())
        .empty()?;
    xml.close()?;
    xml.close()
}

/// Where the record was published. The source does not say when: the date is the session's.
fn publication(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let name = record.session.dialect.name();
    xml.tag("publication").attr("date", record.work.date).attr("name", name).attr("showAs", name).empty()
}

/// The topics, as keywords of the whole record.
fn classification(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let Some(dictionary) = &record.references.dictionary else { return Ok(()) };
    xml.tag("classification").attr("source", format_args!("#{}", record.references.source)).open()?;
    for (topic, number) in record.references.topics.iter().zip(1..) {
        xml.tag("keyword")
            .attr("eId", format_args!("keyword_{number}"))
            .attr("value", topic.name)
            .attr("showAs", topic.name)
            .attr("refersTo", format_args!("#{}", topic.e_id))
            .attr("dictionary", format_args!("#{dictionary}"))
            .empty()?;
    }
    xml.close()
}

fn references(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("references").attr("source", format_args!("#{}", record.references.generator)).open()?;
    if record.report().next().is_some() {
        xml.tag("hasAttachment")
            .attr("eId", "hasAttachment_1")
            .attr("href", record.work.expression(Some(Component::Report.name())))
            .attr("showAs", Component::Report.title(record).unwrap_or_default())
            .empty()?;
    }
    record.references.write(xml)?;
    xml.close()
}
