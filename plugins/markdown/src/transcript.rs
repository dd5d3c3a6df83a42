//! The transcript: numbered speeches under their speakers' labels.

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::present;
use plenary_plugin_sdk::model::{Section, Speech};

use crate::escape::Place;
use crate::page::Page;
use crate::{blocks, document};

/// Writes a section of speeches; `number` is that of the speech before it.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    section: &Section<'_>,
    speeches: &[Speech<'_>],
    number: &mut usize,
) -> Result<(), RenderError> {
    document::section(page, section)?;
    for speech in speeches {
        *number += 1;
        write!(page.heading(3)?.anchor(&speech.id), "{number}.")?;
        if let Some(label) = present(&speech.label) {
            page.raw(" ").source(label, Place::Heading);
        }
        page.end();
        blocks::write(page, &speech.blocks, 4, None)?;
    }
    Ok(())
}
