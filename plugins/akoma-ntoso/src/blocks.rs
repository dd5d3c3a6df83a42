//! Paragraphs and what stands in a paragraph's place, in a speech as in a report.

use std::io;

use plenary_plugin_sdk::model::{Block, BlockKind};
use plenary_plugin_sdk::xml::Xml;

use crate::options::Profile;
use crate::value::EId;

/// Writes `blocks`, numbered within `scope`, the `eId` of what holds them. SayIt shows the elements it shares with HTML, and
/// the tags of all others.
pub(crate) fn write(
    xml: &mut Xml<'_>,
    profile: Profile,
    blocks: &[Block<'_>],
    scope: &str,
) -> io::Result<()> {
    let (mut paragraphs, mut subheadings, mut bulleted, mut numbered) = (0, 0, 0, 0);
    for run in blocks.chunk_by(are_one_list) {
        let Some(block) = run.first() else { continue };
        match block.kind {
            BlockKind::Item => {
                let (name, number) = match block.number() {
                    Some(_) => ("ol", &mut numbered),
                    None => ("ul", &mut bulleted),
                };
                *number += 1;
                xml.tag(name).attr("eId", EId::nth(scope, name, *number)).open()?;
                run.iter().try_for_each(|of| item(xml, of))?;
                xml.close()?;
            }
            BlockKind::Subheading if profile == Profile::Standard => {
                subheadings += 1;
                let e_id = EId::nth(scope, "subheading", subheadings);
                xml.tag("block").attr("eId", e_id).attr("name", "subheading").text(&block.text)?;
            }
            BlockKind::Subheading | BlockKind::Remark => {
                paragraphs += 1;
                xml.tag("p")
                    .attr("eId", EId::nth(scope, "p", paragraphs))
                    .controls(block.text.as_str())
                    .mixed()?;
                match (profile, block.kind) {
                    (Profile::Standard, _) => xml.tag("remark").attr("type", "sceneDescription"),
                    (Profile::Sayit, BlockKind::Remark) => xml.tag("i"),
                    (Profile::Sayit, _) => xml.tag("b"),
                }
                .text(&block.text)?;
                xml.close()?;
            }
            _ => {
                paragraphs += 1;
                xml.tag("p").attr("eId", EId::nth(scope, "p", paragraphs)).text(&block.text)?;
            }
        }
    }
    Ok(())
}

/// Whether two blocks, one behind the other, are items of one list.
fn are_one_list(one: &Block<'_>, other: &Block<'_>) -> bool {
    let are_items = one.kind == BlockKind::Item && other.kind == BlockKind::Item;
    are_items && one.number().is_some() == other.number().is_some()
}

/// An item, with the number the source gives it: they need not run on.
fn item(xml: &mut Xml<'_>, block: &Block<'_>) -> io::Result<()> {
    let tag = xml.tag("li");
    match (block.number(), block.mark()) {
        (Some(number), Some(mark)) => tag.attr("value", number).attr("plenary:mark", mark),
        _ => tag,
    }
    .text(&block.text)
}
