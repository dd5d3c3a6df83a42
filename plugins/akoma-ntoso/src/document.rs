//! The document as a whole.

use std::io::{self, Write};

use plenary_plugin_sdk::{Job, RenderError, Renderer, Session};

use crate::options::Options;
use crate::record::{Document, Making, Record};
use crate::work::Work;
use crate::xml::{Faults, Xml};
use crate::{NAMESPACE, body, conclusions, findings, meta, preface, report};

/// The namespace of Akoma Ntoso 3.0.
const AKOMA_NTOSO: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

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
        match write(&record, &mut Output(job)) {
            Ok(faults) => findings::of(&record, &faults).into_iter().for_each(|finding| job.report(finding)),
            Err(_) if job.is_cancelled() => return Err(RenderError::Cancelled),
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }
}

fn write(record: &Record<'_>, to: &mut dyn Write) -> io::Result<Faults> {
    let mut xml = Xml::new(to)?;
    xml.tag("akomaNtoso").attr("xmlns", AKOMA_NTOSO).attr("xmlns:plenary", NAMESPACE).open()?;
    match record.document {
        Document::Debate(_) => debate(&mut xml, record)?,
        Document::Report => report::write(&mut xml, record, "")?,
    }
    xml.close()?;
    xml.finish()
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

/// The output, refusing more of it once the caller wants no document. It is asked once a buffer.
struct Output<'j, 'a>(&'j mut Job<'a>);

impl Write for Output<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.is_cancelled() {
            return Err(io::Error::other("cancelled"));
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
