//! The faces as embedded subsets (ISO 32000-1, 9.7 and 9.10).

mod cmaps;
mod codes;

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;
use subsetter::GlyphRemapper;

use super::file::{Compressor, Digest, File, Name, Ref, Row};
use crate::layout::{Face, FaceId, FaceMetrics, Fonts, Layout, Outlines};
use codes::MOST_CODES;
pub(super) use codes::{Codes, Resource};

/// What the file needs of one face.
pub(super) struct Subset {
    face: FaceId,
    /// The face's name behind the tag of the subset.
    name: String,
    metrics: FaceMetrics,
    outlines: Outlines,
    /// The font program, compressed, and how long it is unpacked.
    program: Vec<u8>,
    length: usize,
    parts: Vec<Part>,
}

/// What one font resource needs.
struct Part {
    glyphs: Glyphs,
    /// The text of each code, compressed.
    texts: Vec<u8>,
    /// The widths of the glyphs from number 1 on, as the font knows them.
    widths: String,
}

/// How a code leads to a glyph, whose number in the font is its CID. Maps are compressed.
enum Glyphs {
    /// The code is the CID, which a table has the glyph of: the way of TrueType.
    Table(Vec<u8>),
    /// Both are the code.
    Same,
    /// A map has the CID of each code. CFF has no table, but glyphs that stand for several texts.
    Map(Vec<u8>),
}

impl Subset {
    /// Makes the subset of a face; `None` where the layout uses nothing of it.
    ///
    /// # Errors
    /// [`RenderError::Failed`] where the font cannot be subset.
    pub(super) fn of(
        id: FaceId,
        layout: &Layout,
        fonts: &Fonts,
        codes: &Codes,
        compressor: &mut Compressor,
    ) -> Result<Option<Self>, RenderError> {
        let repertoire = layout.text.repertoires().get(usize::from(id.0));
        let entries = repertoire.map_or(&[][..], |repertoire| &repertoire.entries);
        let face = if entries.is_empty() { None } else { fonts.get(id) };
        let Some(face) = face else { return Ok(None) };
        let mut glyphs = GlyphRemapper::new();
        let mut digest = Digest::default();
        for entry in entries {
            glyphs.remap(entry.glyph);
            digest.update(&entry.glyph.to_be_bytes());
        }
        let program = subset(face, &glyphs)?;
        let known = codes.face(id).chunks(MOST_CODES);
        let parts = std::iter::zip(entries.chunks(MOST_CODES), known).map(|(entries, known)| {
            let own: Vec<u16> = entries.iter().map(|entry| glyphs.get(entry.glyph).unwrap_or(0)).collect();
            let widths = match face.outlines {
                Outlines::TrueType => Row(known.iter().map(|known| known.width)).to_string(),
                Outlines::Cff => {
                    let widths = glyphs.remapped_gids().skip(1).map(|glyph| face.advance(glyph).round());
                    Row(widths.collect::<Vec<_>>().iter()).to_string()
                }
            };
            let texts = compressor.compressed(cmaps::to_unicode(entries)?.as_bytes())?;
            Ok(Part { glyphs: Glyphs::of(&own, face.outlines, compressor)?, texts, widths })
        });
        Ok(Some(Self {
            face: id,
            name: format!("{}+{}", digest.subset_tag(), face.name),
            metrics: face.metrics(),
            outlines: face.outlines,
            parts: parts.collect::<Result<_, RenderError>>()?,
            program: compressor.compressed(&program)?,
            length: program.len(),
        }))
    }

    /// Writes the font resources; `into` becomes a dictionary of them by name.
    pub(super) fn write(&self, file: &mut File, into: &mut String) -> Result<(), RenderError> {
        let entries = match self.outlines {
            Outlines::TrueType => format!("/Filter/FlateDecode/Length1 {}", self.length),
            Outlines::Cff => "/Filter/FlateDecode/Subtype/CIDFontType0C".to_owned(),
        };
        let program = file.add_stream(&entries, &self.program);
        let descriptor = file.add(self.descriptor(program));
        let name = Name(&self.name);
        for (nth, part) in self.parts.iter().enumerate() {
            let (mut table, mut encoding) = (String::new(), "/Identity-H".to_owned());
            match &part.glyphs {
                Glyphs::Table(data) => {
                    write!(table, "/CIDToGIDMap {}", file.add_stream("/Filter/FlateDecode", data))?;
                }
                Glyphs::Same => {}
                Glyphs::Map(data) => {
                    let entries = format!("/Type/CMap/CMapName/{}{SYSTEM}/Filter/FlateDecode", cmaps::NAME);
                    encoding = format!(" {}", file.add_stream(&entries, data));
                }
            }
            let kind = match self.outlines {
                Outlines::TrueType => "CIDFontType2",
                Outlines::Cff => "CIDFontType0",
            };
            let texts = file.add_stream("/Filter/FlateDecode", &part.texts);
            let descendant = file.add(format!(
                "<</Type/Font/Subtype/{kind}/BaseFont{name}{SYSTEM}/FontDescriptor {descriptor}{table}/W[1[{}]]>>",
                part.widths
            ));
            let font = file.add(format!(
                "<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding{encoding}\
                 /DescendantFonts[{descendant}]/ToUnicode {texts}>>"
            ));
            write!(into, "/{} {font}", Resource { face: self.face.0, part: nth }.name())?;
        }
        Ok(())
    }

    fn descriptor(&self, program: Ref) -> String {
        let FaceMetrics { ascent, descent, cap_height, bounds } = self.metrics;
        let key = match self.outlines {
            Outlines::TrueType => "FontFile2",
            Outlines::Cff => "FontFile3",
        };
        // Symbolic (4): its glyphs are found by number, not by a standard encoding.
        format!(
            "<</Type/FontDescriptor/FontName{}/Flags 4/FontBBox[{}]/ItalicAngle 0/Ascent {}/Descent {}\
             /CapHeight {}/StemV 80/{key} {program}>>",
            Name(&self.name),
            Row(bounds.map(f32::round).iter()),
            ascent.round(),
            descent.round(),
            cap_height.round(),
        )
    }
}

/// The collection of characters all fonts here have: none but their own.
const SYSTEM: &str = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";

impl Glyphs {
    /// Of the codes from 1 on, each with its glyph's number in the subset.
    fn of(glyphs: &[u16], outlines: Outlines, compressor: &mut Compressor) -> Result<Self, RenderError> {
        match outlines {
            Outlines::TrueType => {
                let table: Vec<u8> =
                    std::iter::once(&0).chain(glyphs).flat_map(|glyph| glyph.to_be_bytes()).collect();
                Ok(Self::Table(compressor.compressed(&table)?))
            }
            Outlines::Cff if (1..).zip(glyphs).all(|(code, glyph)| code == *glyph) => Ok(Self::Same),
            Outlines::Cff => Ok(Self::Map(compressor.compressed(cmaps::encoding(glyphs)?.as_bytes())?)),
        }
    }
}

/// The font program: of a CFF font the table alone.
fn subset(face: &Face, glyphs: &GlyphRemapper) -> Result<Vec<u8>, RenderError> {
    let subset = subsetter::subset(face.data(), face.index, glyphs)
        .map_err(|error| RenderError::Failed(format!("the font {} cannot be subset: {error}", face.name)))?;
    match face.outlines {
        Outlines::TrueType => Ok(subset),
        Outlines::Cff => table(&subset, b"CFF ")
            .map(<[u8]>::to_vec)
            .ok_or_else(|| RenderError::Failed(format!("the subset of the font {} is empty", face.name))),
    }
}

/// A table of an OpenType font.
fn table<'f>(font: &'f [u8], name: &[u8; 4]) -> Option<&'f [u8]> {
    let count = u16::from_be_bytes(font.get(4..6)?.try_into().ok()?);
    let records = font.get(12..12 + 16 * usize::from(count))?;
    let record = records.chunks(16).find(|record| record.starts_with(name))?;
    let number = |at: usize| Some(u32::from_be_bytes(record.get(at..at + 4)?.try_into().ok()?) as usize);
    font.get(number(8)?..number(8)? + number(12)?)
}
