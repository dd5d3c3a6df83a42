//! The metadata of the debate and of the report attached to it.
//!
//! The order of the parts is the schema's. Who says what is told by `source`: what the record says itself has the
//! record's source, what plenary worked out has the program.

mod analysis;
mod identification;
mod links;
mod page;

use std::io;

use identification::Identity;

use plenary_plugin_sdk::xml::Xml;

use crate::iri::Level;
use crate::record::{Document, Record};
use crate::references::Topic;
use crate::value::{EId, Link};

/// The `meta` of the debate.
pub(crate) fn debate(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("meta").open()?;
    identification::write(xml, record, Identity::debate(record))?;
    publication(xml, record)?;
    classification(xml, record, record.references.topics.iter(), "")?;
    analysis::write(xml, record)?;
    open_references(xml, record)?;
    if let Some(report) = record.report_named() {
        let tag = xml.tag("hasAttachment").attr("eId", "hasAttachment_1");
        let tag = tag.attr("href", report.own(Level::Expression));
        tag.attr("showAs", record.report_title().unwrap_or_default()).empty()?;
    }
    record.references.write(xml)?;
    xml.close()?;
    page::write(xml, record)?;
    xml.close()
}

/// The `meta` of the report. To whom and
/// what it refers the debate tells that it is attached to; by itself, it does.
pub(crate) fn report(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let is_by_itself = record.document == Document::Report;
    let scope = if is_by_itself { "" } else { "att_1" };
    xml.tag("meta").open()?;
    identification::write(xml, record, Identity::report(record))?;
    publication(xml, record)?;
    let topics = record.references.topics.iter().filter(|topic| topic.is_in_report());
    classification(xml, record, topics, scope)?;
    open_references(xml, record)?;
    xml.tag("attachmentOf")
        .attr("eId", EId::nth(scope, "attachmentOf", 1))
        .attr("href", record.work.debate().own(Level::Expression))
        .attr("showAs", record.work.title.unwrap_or_default())
        .empty()?;
    if is_by_itself {
        record.references.write(xml)?;
    }
    xml.close()?;
    if is_by_itself {
        page::write(xml, record)?;
    }
    xml.close()
}

/// Where the record was published. The source does not say when: the date is the session's.
fn publication(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let name = record.session.dialect.name();
    xml.tag("publication").attr("date", record.work.date).attr("name", name).attr("showAs", name).empty()
}

/// The `topics` of a document, as its keywords; their `eId`s begin with `scope`.
fn classification<'t, 's: 't>(
    xml: &mut Xml<'_>,
    record: &Record<'_>,
    topics: impl Iterator<Item = &'t Topic<'s>>,
    scope: &str,
) -> io::Result<()> {
    let Some(dictionary) = &record.references.dictionary else { return Ok(()) };
    let mut topics = topics.zip(1..).peekable();
    if topics.peek().is_none() {
        return Ok(());
    }
    xml.tag("classification").attr("source", Link(&record.references.source)).open()?;
    for (topic, number) in topics {
        xml.tag("keyword")
            .attr("eId", EId::nth(scope, "keyword", number))
            .attr("value", topic.name)
            .attr("showAs", topic.name)
            .attr("refersTo", Link(&topic.e_id))
            .attr("dictionary", Link(dictionary))
            .empty()?;
    }
    xml.close()
}

fn open_references(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("references").attr("source", Link(&record.references.generator)).open()
}
