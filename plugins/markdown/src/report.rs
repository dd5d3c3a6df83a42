//! The report: prose in parts.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::present;
use plenary_plugin_sdk::model::{Part, Section};

use crate::escape::Place;
use crate::page::Page;
use crate::{blocks, document};

/// Writes a section of prose. A part without a heading has its anchor in front of its first paragraph.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    section: &Section<'_>,
    parts: &[Part<'_>],
) -> Result<(), RenderError> {
    document::section(page, section)?;
    for part in parts {
        let mut anchor = Some(&part.id);
        if let Some(heading) = present(&part.heading) {
            page.heading(3)?.maybe_anchor(anchor.take()).source(heading, Place::Heading).end();
        }
        blocks::write(page, &part.blocks, 4, anchor)?;
    }
    Ok(())
}
