//! Paragraphs, and what stands in their place.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::model::{Block, BlockKind, Id};

use crate::escape::Place;
use crate::page::Page;

/// Writes the blocks; subheadings at `level`, and the anchor, where there is one, in front of the first.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    blocks: &[Block<'_>],
    level: u8,
    mut anchor: Option<&Id>,
) -> Result<(), RenderError> {
    let mut in_list = false;
    for block in blocks.iter().filter(|block| !block.text.is_empty()) {
        let text = block.text.as_str();
        let anchor = anchor.take();
        match block.kind {
            BlockKind::Subheading => page.heading(level)?.maybe_anchor(anchor).source(text, Place::Heading),
            BlockKind::Item if in_list => item(page, text, anchor),
            BlockKind::Item => item(page.block()?, text, anchor),
            BlockKind::Remark => {
                page.block()?.maybe_anchor(anchor).raw("*").source(text, Place::Inline("")).raw("*")
            }
            _ if anchor.is_some() => page.block()?.maybe_anchor(anchor).source(text, Place::Inline("")),
            _ => page.block()?.source(text, Place::Line("")),
        }
        .end();
        in_list = block.kind == BlockKind::Item;
    }
    if anchor.is_some() {
        page.block()?.maybe_anchor(anchor).end();
    }
    Ok(())
}

fn item<'p, 'a, 'j>(page: &'p mut Page<'a, 'j>, text: &str, anchor: Option<&Id>) -> &'p mut Page<'a, 'j> {
    let place = if anchor.is_some() { Place::Inline("  ") } else { Place::Line("  ") };
    page.raw("- ").maybe_anchor(anchor).source(text, place)
}
