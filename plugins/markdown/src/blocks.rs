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
    for block in blocks.iter().filter(|block| !block.text.is_empty()) {
        let text = block.text.as_str();
        let anchor = anchor.take();
        if block.kind == BlockKind::Item {
            let marker = page.item(block)?;
            let indent = &" ".repeat(marker.len());
            let place = if anchor.is_some() { Place::Inline(indent) } else { Place::Line(indent) };
            page.maybe_anchor(anchor).source(text, place).end_paragraph(indent);
            continue;
        }
        if block.kind == BlockKind::Subheading {
            page.heading(level)?.maybe_anchor(anchor).source(text, Place::Heading).end();
            continue;
        }
        let place = if anchor.is_some() { Place::Inline("") } else { Place::Line("") };
        page.block()?.maybe_anchor(anchor);
        match block.kind {
            BlockKind::Remark => page.emphasised(text, Place::Inline(""), "*"),
            _ => page.source(text, place),
        }
        .end_paragraph("");
    }
    if anchor.is_some() {
        page.block()?.maybe_anchor(anchor).end();
    }
    Ok(())
}
