//! The document as a whole.

use std::io;

use plenary_plugin_sdk::xml::{self, Attributes, Xml};
use plenary_plugin_sdk::{Job, RenderError, Renderer, Session};

use crate::options::Options;
use crate::record::Record;
use crate::{back, body, findings, front, header, id};

/// The namespace of TEI.
const TEI: &str = "http://www.tei-c.org/ns/1.0";

/// The schemas of TEI let no attribute of another namespace stand.
const ATTRIBUTES: Attributes = Attributes { id: "xml:id", written: id::written, controls: None };

/// Renders a session as a `TEI` document.
#[derive(Debug)]
pub struct Tei;

impl Renderer for Tei {
    type Options = Options;

    fn render(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
        options.check()?;
        let generator = job.generator().to_owned();
        let record = Record::new(session, options, &generator, job.source_date_epoch());
        let faults = xml::write(job, ATTRIBUTES, |xml| write(xml, &record))?;
        findings::of(&record, &faults).into_iter().for_each(|finding| job.report(finding));
        Ok(())
    }
}

fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let root = xml.tag("TEI").attr("xmlns", TEI).attr("xml:id", &record.id);
    root.attr("xml:lang", &record.options.language).open()?;
    header::write(xml, record)?;
    xml.tag("text").open()?;
    record.timeline.write(xml)?;
    front::write(xml, record)?;
    body::write(xml, record)?;
    back::write(xml, record)?;
    xml.close()?;
    xml.close()
}
