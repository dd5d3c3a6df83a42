//! The `proprietary` metadata: what of the page is furniture, kept so that nothing of the source is lost.
//!
//! Headings with nothing under them, and the labels that became elements ("Speech speed" became
//! `plenary:speed`), each label once.

use std::collections::HashSet;
use std::io;

use plenary_plugin_sdk::model::Content;

use crate::record::Record;
use crate::xml::Xml;

/// Writes the page's furniture, where there is any.
pub(super) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let sections = record.session.sections.iter();
    let empty: Vec<_> = sections
        .filter(|section| matches!(&section.content, Content::Parts(parts) if parts.is_empty()))
        .collect();
    let mut met = HashSet::new();
    let labels = record.session.labels.iter().filter(|label| !label.is_empty());
    let labels: Vec<_> = labels.filter(|label| met.insert(label.as_str())).collect();
    if empty.is_empty() && labels.is_empty() {
        return Ok(());
    }
    xml.tag("proprietary").attr("source", format_args!("#{}", record.references.source)).open()?;
    xml.tag("plenary:page").attr("dialect", record.session.dialect.name()).open()?;
    for section in empty {
        let tag = xml.tag("plenary:heading").guid(&section.id);
        tag.string(section.heading.as_ref().map_or("", |heading| heading.as_str()))?;
    }
    labels.into_iter().try_for_each(|label| xml.tag("plenary:label").text(label))?;
    xml.close()?;
    xml.close()
}
