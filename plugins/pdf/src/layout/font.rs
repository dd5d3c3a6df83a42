//! The faces text is set in.

use harfrust::{Font, GlyphId, ShaperFont};

use super::{Pt, TextStyle};

/// A face of a [`Fonts`], by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// The faces of a document. A character that one lacks comes from the first of the others that has it.
pub struct Fonts {
    faces: Vec<Face>,
}

/// One face.
pub struct Face {
    /// Its PostScript name: `SourceSerif4-Regular`.
    pub name: &'static str,
    /// The font file, an OpenType font with TrueType outlines.
    pub data: &'static [u8],
    font: Font,
}

/// The measures of a face, in thousandths of an em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FaceMetrics {
    /// How far letters reach above the baseline.
    pub ascent: f32,
    /// How far they reach below it; negative.
    pub descent: f32,
    /// The height of a capital letter.
    pub cap_height: f32,
    /// Left, lower, right and upper edge of the box that holds every glyph.
    pub bounds: [f32; 4],
}

impl Fonts {
    /// The faces in `files`, each a PostScript name and a font file; `None` where one of them is no font.
    pub fn new(files: &[(&'static str, &'static [u8])]) -> Option<Self> {
        let face = |&(name, data)| Some(Face { name, data, font: Font::new(data, 0)? });
        Some(Self { faces: files.iter().map(face).collect::<Option<_>>()? })
    }

    /// All faces, in the order of their [`FaceId`]s.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// Where a line's baseline stands below its upper edge when its capitals are centred in the leading.
    pub(super) fn centred(&self, style: TextStyle, leading: Pt) -> Pt {
        let metrics = self.faces.get(usize::from(style.face.0)).map(Face::metrics);
        // Small letters reach below the baseline about half as far as capitals reach above x-height: a little
        // above the middle looks centred.
        let height = metrics.map_or(0.7, |metrics| metrics.cap_height / 1000.0) * style.size;
        (leading + height) / 2.0
    }

    pub(super) fn shapers(&self) -> Vec<ShaperFont<'_, '_>> {
        self.faces.iter().map(|face| ShaperFont::new(&face.font)).collect()
    }
}

impl Face {
    /// Its measures.
    pub fn metrics(&self) -> FaceMetrics {
        let metrics = self.font.metrics();
        let scale = 1000.0 / f32::from(metrics.units_per_em);
        let line = metrics.hhea_line.unwrap_or_default();
        let bounds = metrics.bounds;
        FaceMetrics {
            ascent: line.ascender.to_f32() * scale,
            descent: line.descender.to_f32() * scale,
            cap_height: metrics.cap_height.unwrap_or(line.ascender).to_f32() * scale,
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
                .map(|edge| edge.to_f32() * scale),
        }
    }

    /// The advance of a glyph, in thousandths of an em.
    pub fn advance(&self, glyph: u16) -> f32 {
        #[allow(clippy::cast_precision_loss)] // font units stay far below 2^24
        let advance = ShaperFont::new(&self.font).glyph_h_advance(GlyphId::from(glyph)) as f32;
        advance * 1000.0 / f32::from(self.units_per_em())
    }

    /// Font units to an em.
    pub fn units_per_em(&self) -> u16 {
        self.font.units_per_em()
    }
}
