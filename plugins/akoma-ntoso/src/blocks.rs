//! Paragraphs and what stands in a paragraph's place, in a speech as in a report.

use std::fmt::Display;
use std::io;

use plenary_plugin_sdk::model::{Block, BlockKind};

use crate::xml::Xml;

/// Writes `blocks`, numbered within `scope`, the `eId` of what holds them.
pub(crate) fn write(xml: &mut Xml<'_>, blocks: &[Block<'_>], scope: &impl Display) -> io::Result<()> {
    let (mut paragraphs, mut subheadings, mut lists) = (0, 0, 0);
    for run in blocks.chunk_by(|a, b| a.kind == BlockKind::Item && b.kind == BlockKind::Item) {
        let Some(block) = run.first() else { continue };
        match block.kind {
            BlockKind::Item => {
                lists += 1;
                xml.tag("ul").attr("eId", format_args!("{scope}__ul_{lists}")).open()?;
                run.iter().try_for_each(|item| xml.tag("li").text(&item.text))?;
                xml.close()?;
            }
            BlockKind::Subheading => {
                subheadings += 1;
                let e_id = format_args!("{scope}__subheading_{subheadings}");
                xml.tag("block").attr("eId", e_id).attr("name", "subheading").text(&block.text)?;
            }
            BlockKind::Remark => {
                paragraphs += 1;
                xml.tag("p")
                    .attr("eId", format_args!("{scope}__p_{paragraphs}"))
                    .controls(block.text.as_str())
                    .mixed()?;
                xml.tag("remark").attr("type", "sceneDescription").text(&block.text)?;
                xml.close()?;
            }
            _ => {
                paragraphs += 1;
                xml.tag("p").attr("eId", format_args!("{scope}__p_{paragraphs}")).text(&block.text)?;
            }
        }
    }
    Ok(())
}
