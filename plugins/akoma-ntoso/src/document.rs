//! The document as a whole.

use std::borrow::Cow;
use std::io;

use plenary_plugin_sdk::xml::{self, Attributes, Xml};
use plenary_plugin_sdk::{Job, RenderError, Renderer, Session};

use crate::options::Options;
use crate::record::{Document, Making, Record};
use crate::work::Work;
use crate::{NAMESPACE, body, conclusions, findings, meta, preface, report};

/// The namespace of Akoma Ntoso 3.0.
const AKOMA_NTOSO: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// `GUID` is meant for identifiers of another system, has no syntax but that it holds no white space, and must be unique
/// (XSD, `GUID-debate`; AKN4UN, "Element Identifiers").
const ATTRIBUTES: Attributes = Attributes { id: "GUID", written: guid, controls: Some("plenary:controls") };

fn guid(id: &str) -> Option<Cow<'_, str>> {
    let is_plain = id.bytes().all(|b| b.is_ascii_graphic());
    let is_fit = |c: char| !c.is_whitespace() && xml::is_fit(c);
    (!id.is_empty() && (is_plain || id.chars().all(is_fit))).then_some(Cow::Borrowed(id))
}

/// Renders a session as an Akoma Ntoso `debate`, or its report as a `debateReport`.
#[derive(Debug)]
pub struct AkomaNtoso;

impl Renderer for AkomaNtoso {
    type Options = Options;

    fn render(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
        options.check()?;
        let work = Work::of(session, options)?;
        let making = Making::of(job, options);
        let record = Record::new(session, &work, options, &making);
        let faults = xml::write(job, ATTRIBUTES, |xml| write(xml, &record))?;
        findings::of(&record, &faults).into_iter().for_each(|finding| job.report(finding));
        Ok(())
    }
}

fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("akomaNtoso").attr("xmlns", AKOMA_NTOSO).attr("xmlns:plenary", NAMESPACE).open()?;
    match record.document {
        Document::Debate(_) => debate(xml, record)?,
        Document::Report => report::write(xml, record, "")?,
    }
    xml.close()
}

fn debate(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("debate").attr("name", "verbatimRecord").open()?;
    meta::debate(xml, record)?;
    preface::write(xml, record)?;
    body::write(xml, record)?;
    conclusions::write(xml, record)?;
    report::attach(xml, record)?;
    xml.close()
}
