//! The `front`: the lines that stand above a record.

use std::io;

use plenary_plugin_sdk::xml::Xml;

use crate::record::Record;

/// Writes title, date line and disclaimers as they stand, where there are any.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let session = record.session;
    if session.title.is_none() && session.time.is_none() && session.disclaimers.is_empty() {
        return Ok(());
    }
    xml.tag("front").open()?;
    xml.tag("div").attr("type", "preface").open()?;
    if let Some(title) = &session.title {
        xml.tag("head").text(&title.line)?;
        title.repeated.iter().try_for_each(|line| xml.tag("head").attr("type", "repeated").text(line))?;
    }
    if let Some(time) = &session.time {
        let day = Some(time.date).filter(|date| date.year() >= 1);
        xml.tag("docDate").attr_if("when", day).text(&time.line)?;
    }
    for disclaimer in &session.disclaimers {
        xml.tag("note").id(&disclaimer.id).attr("type", "disclaimer").text(&disclaimer.text)?;
    }
    xml.close()?;
    xml.close()
}
