//! The `conclusions`: lines the reader found no place for. Outside the `debateBody`, so that nobody seems to have
//! said them, and where people see them.

use std::io;

use plenary_plugin_sdk::xml::Xml;

use crate::record::Record;
use crate::value::EId;

/// Writes the lines without a place, where there are any.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let lines = record.session.unrecognised.iter().filter(|line| !line.is_empty());
    let mut numbered = lines.zip(1..).peekable();
    if numbered.peek().is_none() {
        return Ok(());
    }
    xml.tag("conclusions").open()?;
    // AKN4UN has everything here in containers.
    let e_id = "conclusions__unrecognised";
    xml.tag("container").attr("eId", e_id).attr("name", "unrecognised").open()?;
    for (line, number) in numbered {
        xml.tag("p").attr("eId", EId::nth(e_id, "p", number)).text(line)?;
    }
    xml.close()?;
    xml.close()
}
