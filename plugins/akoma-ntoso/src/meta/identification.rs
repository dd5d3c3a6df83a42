//! The `identification`: what the document is, at the levels of FRBR.

use std::io;

use crate::record::Record;
use crate::work::SUBTYPE;
use crate::xml::Xml;

/// A part of the document that is a document itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Component {
    /// The debate.
    Debate,
    /// The report attached to it.
    Report,
}

impl Component {
    /// Its name in IRIs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Component::Debate => "main",
            Component::Report => "report",
        }
    }

    /// Its title: the session's, and the report's first heading.
    pub(super) fn title<'s>(self, record: &Record<'s>) -> Option<&'s str> {
        match self {
            Component::Debate => record.work.title,
            Component::Report => {
                record.report().find_map(|section| section.heading.as_ref()).map(|h| h.as_str())
            }
        }
    }
}

/// Writes the `identification` of `component`.
pub(super) fn write(xml: &mut Xml<'_>, record: &Record<'_>, component: Component) -> io::Result<()> {
    let Record { work, references, .. } = record;
    let name = Some(component.name());
    xml.tag("identification").attr("source", format_args!("#{}", references.generator)).open()?;

    xml.tag("FRBRWork").open()?;
    value(xml, "FRBRthis", work.work(name))?;
    value(xml, "FRBRuri", work.work(None))?;
    if let Some(title) = component.title(record) {
        xml.tag("FRBRalias").attr("value", title).attr("name", "title").empty()?;
    }
    session_date(xml, record)?;
    let author = match component {
        Component::Debate => &references.author,
        Component::Report => &references.source,
    };
    agent(xml, author, "author")?;
    value(xml, "FRBRcountry", work.country)?;
    value(xml, "FRBRsubtype", SUBTYPE)?;
    let number = xml.tag("FRBRnumber").attr("value", &work.number.segment);
    number.attr_if("showAs", work.number.written.as_deref()).empty()?;
    // The record of a discussion binds nobody, and what a program makes of a page is nobody's official text.
    value(xml, "FRBRprescriptive", false)?;
    value(xml, "FRBRauthoritative", false)?;
    xml.close()?;

    xml.tag("FRBRExpression").open()?;
    value(xml, "FRBRthis", work.expression(name))?;
    value(xml, "FRBRuri", work.expression(None))?;
    session_date(xml, record)?;
    agent(xml, &references.source, "publisher")?;
    xml.tag("FRBRlanguage").attr("language", work.language).empty()?;
    xml.close()?;

    xml.tag("FRBRManifestation").open()?;
    value(xml, "FRBRthis", work.manifestation(name))?;
    value(xml, "FRBRuri", work.manifestation(None))?;
    match record.made {
        Some(made) => xml.tag("FRBRdate").attr("date", made).attr("name", "generation").empty()?,
        None => session_date(xml, record)?,
    }
    agent(xml, &references.generator, "editor")?;
    value(xml, "FRBRformat", "xml")?;
    xml.close()?;

    xml.close()
}

fn value(xml: &mut Xml<'_>, name: &'static str, value: impl std::fmt::Display) -> io::Result<()> {
    xml.tag(name).attr("value", value).empty()
}

fn session_date(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let date = record.work.date;
    xml.tag("FRBRdate").attr("date", date).attr("name", date.name()).empty()
}

fn agent(xml: &mut Xml<'_>, e_id: &str, role: &str) -> io::Result<()> {
    xml.tag("FRBRauthor").attr("href", format_args!("#{e_id}")).attr("as", format_args!("#{role}")).empty()
}
