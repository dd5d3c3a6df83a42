//! What a font file is, by its directory of tables: OpenType, 4.2 "Organization of an OpenType font".

/// How a font draws its glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlines {
    /// Quadratic curves, in the table `glyf`.
    TrueType,
    /// Cubic curves, in the table `CFF `.
    Cff,
}

/// Why a font is of no use to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// It is no OpenType font.
    NoFont,
    /// Its glyphs are pictures or coloured layers, or in a form that cannot be embedded.
    NoOutlines,
    /// Whoever made it does not allow to embed a part of it (`fsType` in the table `OS/2`).
    NotEmbeddable,
}

/// Tables of glyphs that are no plain outlines: where they are, the outlines are often empty.
const PICTURES: [&[u8; 4]; 5] = [b"CBDT", b"sbix", b"SVG ", b"COLR", b"EBDT"];

/// What the font at `index` of a file draws with, if it may be embedded.
pub(super) fn outlines(data: &[u8], index: u32) -> Result<Outlines, Unusable> {
    let tables = Tables::new(data, index).ok_or(Unusable::NoFont)?;
    let outlines = match (tables.has(b"glyf"), tables.has(b"CFF ")) {
        (true, _) => Outlines::TrueType,
        (false, true) => Outlines::Cff,
        (false, false) => return Err(Unusable::NoOutlines),
    };
    if PICTURES.iter().any(|table| tables.has(table)) {
        return Err(Unusable::NoOutlines);
    }
    // OS/2: fsType, bits 1 to 3 say who may embed it, bit 8 forbids subsets, bit 9 allows bitmaps alone.
    let permission = tables.find(b"OS/2").and_then(|table| u16_at(table, 8)).unwrap_or(0);
    let restricted = permission & 0xE == 0x2;
    match restricted || permission & 0x300 != 0 {
        true => Err(Unusable::NotEmbeddable),
        false => Ok(outlines),
    }
}

/// The PostScript name of the font at `index` of a file, without what may not stand in one.
pub(super) fn post_script_name(data: &[u8], index: u32) -> Option<String> {
    let names = Tables::new(data, index)?.find(b"name")?;
    let (count, strings) = (usize::from(u16_at(names, 2)?), usize::from(u16_at(names, 4)?));
    let records = names.get(6..)?.chunks_exact(12).take(count);
    // Its letters are ASCII, so what UTF-16 has besides is dropped with all else.
    let text = |record: &[u8]| {
        let (length, offset) = (usize::from(u16_at(record, 8)?), usize::from(u16_at(record, 10)?));
        let bytes = names.get(strings + offset..strings + offset + length)?;
        let letters = bytes.iter().filter(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.'));
        let name: String = letters.map(|c| char::from(*c)).collect();
        (!name.is_empty()).then_some(name)
    };
    records.filter(|record| u16_at(record, 6) == Some(6)).find_map(text)
}

struct Tables<'a> {
    data: &'a [u8],
    records: &'a [u8],
}

impl<'a> Tables<'a> {
    fn new(data: &'a [u8], index: u32) -> Option<Self> {
        let start = match data.get(..4)? {
            b"ttcf" => u32_at(data, 12 + 4 * index as usize)? as usize,
            _ if index == 0 => 0,
            _ => return None,
        };
        let is_font = matches!(data.get(start..start + 4)?, [0, 1, 0, 0] | b"OTTO" | b"true");
        let count = usize::from(u16_at(data, start + 4)?);
        let records = data.get(start + 12..start + 12 + 16 * count)?;
        is_font.then_some(Self { data, records })
    }

    fn find(&self, tag: &[u8; 4]) -> Option<&'a [u8]> {
        let record = self.records.chunks(16).find(|record| record.starts_with(tag))?;
        let (start, length) = (u32_at(record, 8)? as usize, u32_at(record, 12)? as usize);
        self.data.get(start..start.checked_add(length)?)
    }

    fn has(&self, tag: &[u8; 4]) -> bool {
        self.find(tag).is_some_and(|table| !table.is_empty())
    }
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?))
}
