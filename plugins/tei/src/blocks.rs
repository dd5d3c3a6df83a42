//! Paragraphs and what stands in a paragraph's place.

use std::io;

use plenary_plugin_sdk::model::{Block, BlockKind};
use plenary_plugin_sdk::xml::Xml;

/// Writes what is said, in segments: an utterance has no paragraphs and no lists. The model does not tell what kind of
/// thing a remark tells of, and so it is a `note`, not a `vocal`, a `kinesic` or an `incident`.
pub(crate) fn said(xml: &mut Xml<'_>, blocks: &[Block<'_>]) -> io::Result<()> {
    blocks.iter().try_for_each(|block| {
        match block.kind {
            BlockKind::Remark => xml.tag("note").attr("type", "comment"),
            BlockKind::Paragraph => xml.tag("seg"),
            kind => xml.tag("seg").attr("type", kind.name()).attr_if("n", block.number()),
        }
        .text(&block.text)
    })
}

/// Writes prose.
pub(crate) fn written(xml: &mut Xml<'_>, blocks: &[Block<'_>]) -> io::Result<()> {
    for run in blocks.chunk_by(|a, b| a.kind == BlockKind::Item && b.kind == BlockKind::Item) {
        let Some(block) = run.first() else { continue };
        match block.kind {
            BlockKind::Item => {
                xml.tag("list").open()?;
                for item in run {
                    xml.tag("item").attr_if("n", item.number()).text(&item.text)?;
                }
                xml.close()?;
            }
            // A `head` stands at the beginning of a division alone.
            BlockKind::Subheading => xml.tag("ab").attr("type", block.kind.name()).text(&block.text)?,
            BlockKind::Remark => xml.tag("note").attr("type", "comment").text(&block.text)?,
            _ => xml.tag("p").text(&block.text)?,
        }
    }
    Ok(())
}
