//! Maps from codes to texts and to CIDs, in the language of Adobe Technical Notes 5014 and 5411.

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;

use crate::layout::Entry;

/// What the map to CIDs calls itself.
pub(super) const NAME: &str = "Plenary-H";

const BEGIN: &str = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n";
const CODES: &str = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
const END: &str = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

/// A block of a map holds this many at most.
const BLOCK: usize = 100;

/// The text of each code.
pub(super) fn to_unicode(entries: &[Entry]) -> Result<String, RenderError> {
    let mut map = format!(
        "{BEGIN}/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n{CODES}"
    );
    let mut code: u32 = 0;
    for block in entries.chunks(BLOCK) {
        writeln!(map, "{} beginbfchar", block.len())?;
        for entry in block {
            code += 1;
            write!(map, "<{code:04X}> <")?;
            for unit in reads(entry).encode_utf16() {
                write!(map, "{unit:04X}")?;
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str(END);
    Ok(map)
}

/// A glyph that is read with others, in marked content that has the text of all of them, reads as nothing by itself; but
/// a glyph without a text is what archives do not take.
fn reads(entry: &Entry) -> &str {
    match &*entry.text {
        "" => "\u{200B}",
        // No character, and so no text.
        "\u{FFFE}" | "\u{FFFF}" => "\u{FFFD}",
        text => text,
    }
}

/// The CID of each code from 1 on.
pub(super) fn encoding(cids: &[u16]) -> Result<String, RenderError> {
    let mut map = format!(
        "{BEGIN}/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n/Ordering (Identity) def\n\
         /Supplement 0 def\nend def\n/CMapName /{NAME} def\n/CMapType 1 def\n{CODES}"
    );
    let mut code: u32 = 0;
    for block in cids.chunks(BLOCK) {
        writeln!(map, "{} begincidchar", block.len())?;
        for cid in block {
            code += 1;
            writeln!(map, "<{code:04X}> {cid}")?;
        }
        map.push_str("endcidchar\n");
    }
    map.push_str(END);
    Ok(map)
}
