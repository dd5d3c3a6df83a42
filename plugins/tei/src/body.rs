//! The `body`: who said what.

use std::io;

use plenary_plugin_sdk::model::{Content, Speech};
use plenary_plugin_sdk::xml::Xml;

use crate::blocks;
use crate::record::Record;

/// Writes the transcript, a `div` for every section of speeches.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("body").open()?;
    let mut is_empty = true;
    for section in &record.session.sections {
        let Content::Speeches(speeches) = &section.content else { continue };
        is_empty = false;
        xml.tag("div").id(&section.id).attr("type", "debateSection").open()?;
        if let Some(heading) = &section.heading {
            xml.tag("head").text(heading)?;
        }
        speeches.iter().try_for_each(|speech| write_speech(xml, record, speech))?;
        xml.close()?;
    }
    if is_empty {
        // The schema wants a division where there is no transcript either.
        xml.tag("div").attr("type", "debateSection").empty()?;
    }
    xml.close()
}

/// The label of a speech stands before it: nobody says it.
fn write_speech(xml: &mut Xml<'_>, record: &Record<'_>, speech: &Speech<'_>) -> io::Result<()> {
    if let Some(label) = &speech.label {
        xml.tag("note").attr("type", "speaker").text(label)?;
    }
    let u = xml.tag("u").id(&speech.id).attr_if("who", record.speakers(&speech.speaker));
    let u = u.attr_if("start", record.timeline.reference(speech.start));
    u.attr_if("end", record.timeline.reference(speech.end)).open()?;
    blocks::said(xml, &speech.blocks)?;
    xml.close()
}
