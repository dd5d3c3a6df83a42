//! The faces as embedded subsets (ISO 32000-1, 9.7 and 9.10).

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, dictionary};
use plenary_plugin_sdk::RenderError;
use subsetter::GlyphRemapper;

use super::codes::{Codes, MOST_CODES, Resource};
use super::compressed;
use super::digest::Digest;
use crate::layout::{Entry, Face, FaceId, Fonts, Layout};

/// Embeds of each face what the layout uses, and gives the font resources by name.
pub(super) fn embed(
    document: &mut Document,
    layout: &Layout,
    fonts: &Fonts,
    codes: &Codes,
) -> Result<Dictionary, RenderError> {
    let mut resources = Dictionary::new();
    for (at, repertoire) in layout.text.repertoires().iter().enumerate() {
        let entries = &repertoire.entries;
        let id = FaceId(u16::try_from(at).unwrap_or(u16::MAX));
        let Some(face) = fonts.get(id).filter(|_| !entries.is_empty()) else { continue };
        let mut glyphs = GlyphRemapper::new();
        let mut digest = Digest::default();
        for entry in entries {
            glyphs.remap(entry.glyph);
            digest.update(&entry.glyph.to_be_bytes());
        }
        let subset = subsetter::subset(face.data(), face.index, &glyphs).map_err(|error| {
            RenderError::Failed(format!("the font {} cannot be subset: {error}", face.name))
        })?;
        let name = format!("{}+{}", digest.subset_tag(), face.name);
        let program = compressed(dictionary! { "Length1" => length(subset.len()) }, &subset)?;
        let program = document.add_object(program);
        let descriptor = document.add_object(descriptor(face, &name, program));
        for (part, (entries, widths)) in
            std::iter::zip(entries.chunks(MOST_CODES), codes.widths(at).chunks(MOST_CODES)).enumerate()
        {
            let face = id.0;
            let glyph_map = compressed(Dictionary::new(), &glyph_map(entries, &glyphs))?;
            let descendant = dictionary! {
                "Type" => "Font",
                "Subtype" => "CIDFontType2",
                "BaseFont" => Object::Name(name.clone().into_bytes()),
                "CIDSystemInfo" => dictionary! {
                    "Registry" => Object::string_literal("Adobe"),
                    "Ordering" => Object::string_literal("Identity"),
                    "Supplement" => 0,
                },
                "FontDescriptor" => descriptor,
                "CIDToGIDMap" => document.add_object(glyph_map),
                "W" => vec![1.into(), widths.iter().map(|width| Object::from(*width)).collect::<Vec<_>>().into()],
            };
            let to_unicode = compressed(Dictionary::new(), to_unicode(entries)?.as_bytes())?;
            let font = dictionary! {
                "Type" => "Font",
                "Subtype" => "Type0",
                "BaseFont" => Object::Name(name.clone().into_bytes()),
                "Encoding" => "Identity-H",
                "DescendantFonts" => vec![document.add_object(descendant).into()],
                "ToUnicode" => document.add_object(to_unicode),
            };
            resources.set(Resource { face, part }.name(), document.add_object(font));
        }
    }
    Ok(resources)
}

fn descriptor(face: &Face, name: &str, program: lopdf::ObjectId) -> Dictionary {
    let metrics = face.metrics();
    #[allow(clippy::cast_possible_truncation)] // saturates; an em has 1000 of them
    let whole = |measure: f32| Object::from(measure.round() as i64);
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => Object::Name(name.as_bytes().to_vec()),
        "Flags" => 4, // symbolic: its glyphs are found by number, not by a standard encoding
        "FontBBox" => metrics.bounds.map(whole).to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => whole(metrics.ascent),
        "Descent" => whole(metrics.descent),
        "CapHeight" => whole(metrics.cap_height),
        "StemV" => 80,
        "FontFile2" => program,
    }
}

/// The glyph of each code in the subset, two bytes each from code 0.
fn glyph_map(entries: &[Entry], glyphs: &GlyphRemapper) -> Vec<u8> {
    let glyphs = entries.iter().map(|entry| glyphs.get(entry.glyph).unwrap_or(0));
    std::iter::once(0).chain(glyphs).flat_map(u16::to_be_bytes).collect()
}

/// The text of each code (Adobe Technical Note 5411).
fn to_unicode(entries: &[Entry]) -> Result<String, RenderError> {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let texts = (1_u32..).zip(entries).filter(|(_, entry)| !entry.text.is_empty());
    // A block holds a hundred at most.
    for block in texts.collect::<Vec<_>>().chunks(100) {
        writeln!(map, "{} beginbfchar", block.len())?;
        for (code, entry) in block {
            write!(map, "<{code:04X}> <")?;
            for unit in entry.text.encode_utf16() {
                write!(map, "{unit:04X}")?;
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    Ok(map)
}

fn length(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
