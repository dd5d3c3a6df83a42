//! The transcript: numbered speeches under their speakers' labels, with their times.

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{label, times};
use plenary_plugin_sdk::model::{SpeakerIndex, Speech};

use crate::blocks;
use crate::escape::Place;
use crate::page::Page;

/// Writes what a section of speeches holds; `number` is that of the speech before it.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    speeches: &[Speech<'_>],
    speakers: &SpeakerIndex<'_, '_>,
    number: &mut usize,
) -> Result<(), RenderError> {
    for speech in speeches {
        *number += 1;
        write!(page.heading(3)?.anchor(&speech.id), "{number}.")?;
        if let Some(label) = label(speech, speakers) {
            page.raw(" ").source(label, Place::Heading);
        }
        // The source's brackets are escaped, so these are never a link.
        if let Some(times) = times(speech) {
            page.raw(" [").raw(&times).raw("]");
        }
        page.end();
        blocks::write(page, &speech.blocks, 4, None)?;
    }
    Ok(())
}
