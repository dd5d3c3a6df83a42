//! Which code in which font resource stands for which glyph.
//!
//! A code stands for a glyph together with its text, so that every glyph reads as what it stands for: the same blank
//! as a space here and as a no-break space there, the mark for a missing character as that character. Codes are two
//! bytes; a face with more entries than they count is several resources.

use crate::layout::{FaceId, Fonts, Glyph, Layout};

/// Entries of one font resource. Code 0 is left to the box for missing glyphs.
pub(in crate::write) const MOST_CODES: usize = 0xFFFF;

/// Widths and resources of all entries.
pub(in crate::write) struct Codes {
    /// The width of each entry of each face, in thousandths of an em.
    widths: Vec<Vec<i16>>,
}

impl Codes {
    pub(in crate::write) fn new(layout: &Layout, fonts: &Fonts) -> Self {
        let widths = (0..).zip(layout.text.repertoires()).map(|(at, repertoire)| {
            // A face of which nothing is used is not asked for: it may not even have been read.
            let face = if repertoire.entries.is_empty() { None } else { fonts.get(FaceId(at)) };
            let width = |glyph| {
                #[allow(clippy::cast_possible_truncation)] // saturates, and no glyph is 32 em wide
                let width = face.map_or(0.0, |face| face.advance(glyph)).round() as i16;
                width
            };
            repertoire.entries.iter().map(|entry| width(entry.glyph)).collect()
        });
        Self { widths: widths.collect() }
    }

    /// The resource a glyph is found in, by face and part, and its code there.
    pub(in crate::write) fn of(glyph: &Glyph) -> (Resource, u16) {
        let entry = glyph.entry as usize;
        let code = u16::try_from(entry % MOST_CODES + 1).unwrap_or(0);
        (Resource { face: glyph.face.0, part: entry / MOST_CODES }, code)
    }

    /// The width the file gives the glyph.
    pub(in crate::write) fn width(&self, glyph: &Glyph) -> f32 {
        let width =
            self.widths.get(usize::from(glyph.face.0)).and_then(|widths| widths.get(glyph.entry as usize));
        f32::from(width.copied().unwrap_or(0))
    }

    /// The widths of all entries of a face.
    pub(in crate::write) fn widths(&self, face: FaceId) -> &[i16] {
        self.widths.get(usize::from(face.0)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// A font resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::write) struct Resource {
    pub(in crate::write) face: u16,
    pub(in crate::write) part: usize,
}

impl Resource {
    /// Its name in the file: `F0`, or `F0-1` for a second part.
    pub(in crate::write) fn name(self) -> String {
        match self.part {
            0 => format!("F{}", self.face),
            part => format!("F{}-{part}", self.face),
        }
    }
}
