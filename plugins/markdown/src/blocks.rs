//! Paragraphs, and what stands in their place.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::model::{Block, BlockKind, Id};

use crate::escape::Place;
use crate::list::List;
use crate::page::Page;

/// Writes the blocks; subheadings at `level`, and the anchor, where there is one, in front of the first.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    blocks: &[Block<'_>],
    level: u8,
    mut anchor: Option<&Id>,
) -> Result<(), RenderError> {
    let mut list = None;
    for block in blocks.iter().filter(|block| !block.text.is_empty()) {
        let text = block.text.as_str();
        let anchor = anchor.take();
        if block.kind == BlockKind::Item {
            let current = List::of(block, list);
            if !current.continues(list) {
                page.block()?;
            }
            item(page, &current.marker(), text, anchor);
            list = Some(current);
            continue;
        }
        list = None;
        match block.kind {
            BlockKind::Subheading => page.heading(level)?.maybe_anchor(anchor).source(text, Place::Heading),
            BlockKind::Remark => {
                page.block()?.maybe_anchor(anchor).raw("*").source(text, Place::Inline("")).raw("*")
            }
            _ if anchor.is_some() => page.block()?.maybe_anchor(anchor).source(text, Place::Inline("")),
            _ => page.block()?.source(text, Place::Line("")),
        }
        .end();
    }
    if anchor.is_some() {
        page.block()?.maybe_anchor(anchor).end();
    }
    Ok(())
}

fn item(page: &mut Page<'_, '_>, marker: &str, text: &str, anchor: Option<&Id>) {
    let indent = &" ".repeat(marker.len());
    let place = if anchor.is_some() { Place::Inline(indent) } else { Place::Line(indent) };
    page.raw(marker).maybe_anchor(anchor).source(text, place).end();
}
