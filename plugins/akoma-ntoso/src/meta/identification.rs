//! The `identification`: what the document is, at the levels of FRBR.

use std::io;

use plenary_plugin_sdk::xml::{Value, Xml};

use crate::iri::{Component, Level};
use crate::record::{Document, Record};
use crate::value::Link;
use crate::work::REPORT_SUBTYPE;

/// What is identified: the debate, or a report.
#[derive(Debug, Clone, Copy)]
pub(super) struct Identity<'r> {
    /// Its IRIs.
    pub(super) of: Component<'r>,
    /// By which it goes elsewhere: the report that is attached, as a document of its own.
    pub(super) also: Option<Component<'r>>,
    /// Its kind, in the UN profile; `None` where its IRI names none.
    pub(super) subtype: Option<&'r str>,
    /// Its title.
    pub(super) title: Option<&'r str>,
    /// Whose it is: an `eId`.
    pub(super) author: &'r str,
}

impl<'r> Identity<'r> {
    /// The debate.
    pub(super) fn debate(record: &'r Record<'_>) -> Self {
        let of = record.work.debate();
        let subtype = of.work.subtype.as_deref();
        Self { of, also: None, subtype, title: record.work.title, author: &record.references.author }
    }

    /// The report, in the debate or by itself.
    pub(super) fn report(record: &'r Record<'_>) -> Self {
        let by_itself = record.work.report();
        let (of, also, subtype) = match record.document {
            Document::Report => (by_itself, None, by_itself.work.subtype.as_deref()),
            Document::Debate(_) => (record.work.attached_report(), Some(by_itself), Some(REPORT_SUBTYPE)),
        };
        Self { of, also, subtype, title: record.report_title(), author: &record.references.source }
    }
}

/// Writes the `identification` of a document.
pub(super) fn write(xml: &mut Xml<'_>, record: &Record<'_>, identity: Identity<'_>) -> io::Result<()> {
    let Record { work, references, .. } = record;
    let Identity { of, also, subtype, title, author } = identity;
    xml.tag("identification").attr("source", Link(&references.generator)).open()?;

    xml.tag("FRBRWork").open()?;
    names(xml, of, Level::Work)?;
    if let Some(title) = title {
        xml.tag("FRBRalias").attr("value", title).attr("name", "title").empty()?;
    }
    if let Some(also) = also {
        xml.tag("FRBRalias").attr("value", also.whole(Level::Work)).attr("name", "work").empty()?;
    }
    session_date(xml, record)?;
    agent(xml, author, "author")?;
    value(xml, "FRBRcountry", &of.work.country)?;
    if let Some(subtype) = subtype {
        value(xml, "FRBRsubtype", subtype)?;
    }
    let number = xml.tag("FRBRnumber").attr("value", &of.work.number);
    number.attr_if("showAs", work.number.as_deref()).empty()?;
    // The record of a discussion binds nobody, and what a program makes of a page is nobody's official text.
    value(xml, "FRBRprescriptive", false)?;
    value(xml, "FRBRauthoritative", false)?;
    xml.close()?;

    xml.tag("FRBRExpression").open()?;
    names(xml, of, Level::Expression)?;
    session_date(xml, record)?;
    agent(xml, &references.source, "publisher")?;
    xml.tag("FRBRlanguage").attr("language", work.language).empty()?;
    xml.close()?;

    xml.tag("FRBRManifestation").open()?;
    names(xml, of, Level::Manifestation)?;
    match record.made {
        Some(made) => xml.tag("FRBRdate").attr("date", made).attr("name", "generation").empty()?,
        None => session_date(xml, record)?,
    }
    agent(xml, &references.generator, "editor")?;
    value(xml, "FRBRformat", "xml")?;
    xml.close()?;

    xml.close()
}

fn names(xml: &mut Xml<'_>, of: Component<'_>, level: Level) -> io::Result<()> {
    value(xml, "FRBRthis", of.own(level))?;
    value(xml, "FRBRuri", of.whole(level))
}

fn value(xml: &mut Xml<'_>, name: &'static str, value: impl Value) -> io::Result<()> {
    xml.tag(name).attr("value", value).empty()
}

fn session_date(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let date = record.work.date;
    xml.tag("FRBRdate").attr("date", date).attr("name", date.name()).empty()
}

fn agent(xml: &mut Xml<'_>, e_id: &str, role: &str) -> io::Result<()> {
    xml.tag("FRBRauthor").attr("href", Link(e_id)).attr("as", Link(role)).empty()
}
