//! The report: prose in parts.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::present;
use plenary_plugin_sdk::model::Part;

use crate::blocks;
use crate::escape::Place;
use crate::page::Page;

/// Writes what a section of prose holds, its parts under headings of the level. A part without a heading has its anchor in front of its first paragraph.
pub(crate) fn write(page: &mut Page<'_, '_>, parts: &[Part<'_>], level: u8) -> Result<(), RenderError> {
    for part in parts {
        let mut anchor = Some(&part.id);
        if let Some(heading) = present(&part.heading) {
            page.heading(level)?.maybe_anchor(anchor.take()).source(heading, Place::Heading).end();
        }
        blocks::write(page, &part.blocks, level + 1, anchor)?;
    }
    Ok(())
}
