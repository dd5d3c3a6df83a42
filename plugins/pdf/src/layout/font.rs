//! The faces text is set in.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use harfrust::{Font, GlyphId, ShaperFont};

use super::sfnt::{Outlines, Unusable, outlines, post_script_name};
use super::{Pt, TextStyle};

/// A face of a [`Fonts`], by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// The faces of a document. A character that one lacks comes from the first of the others that has it: those with
/// the same look first.
pub struct Fonts {
    slots: Vec<Slot>,
    /// For each face, where its characters are looked for.
    chains: Vec<Vec<FaceId>>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.slots.iter().map(|slot| &slot.file.name)).finish()
    }
}

struct Slot {
    file: FaceFile,
    /// Read when something is set in it for the first time; `None` where it cannot be.
    face: OnceLock<Option<Face>>,
}

/// A font file, or one of the fonts in it.
pub struct FaceFile {
    /// Its PostScript name: `SourceSerif4-Regular`.
    pub name: Cow<'static, str>,
    /// Which of the fonts in the file.
    pub index: u32,
    /// What it looks like.
    pub look: Look,
    /// When it is asked for a character.
    pub rank: Rank,
    /// The file.
    pub data: FaceData,
}

/// The bytes of a font file.
pub enum FaceData {
    /// They are there.
    Static(&'static [u8]),
    /// They are there, and shared.
    Shared(SharedBytes),
    /// They are fetched when something is set in the font for the first time; `None` where they cannot be had.
    Lazy(Box<dyn Fn() -> Option<SharedBytes> + Send + Sync>),
}

/// Bytes that several owners keep.
pub type SharedBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// What a face looks like, as far as it matters to what stands in for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether it is one for running text.
    pub serif: bool,
    /// Whether it is one for headings and labels.
    pub bold: bool,
}

/// When a face is asked for a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// Before all others, for text of its weight.
    First,
    /// Where a style names it.
    Own,
    /// Where all others lack the character.
    Fallback,
}

/// One face.
pub struct Face {
    /// Its PostScript name.
    pub name: Cow<'static, str>,
    /// Which of the fonts in its file it is.
    pub index: u32,
    /// How it draws.
    pub outlines: Outlines,
    data: Held,
    font: Font,
}

#[derive(Clone)]
enum Held {
    Static(&'static [u8]),
    Shared(SharedBytes),
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
        let look = Look { serif: true, bold: false };
        let file = |&(name, data): &(&'static str, _)| {
            let data = FaceData::Static(data);
            FaceFile { name: name.into(), index: 0, look, rank: Rank::Own, data }
        };
        let fonts = Self::of(files.iter().map(file).collect());
        (0..files.len()).all(|at| fonts.slot(at).is_some()).then_some(fonts)
    }

    /// The faces in `files`; one that is of no use, or cannot be had, is passed over.
    pub fn of(files: Vec<FaceFile>) -> Self {
        let chains = (0..files.len()).map(|at| chain(&files, at)).collect();
        let slots = files.into_iter().map(|file| Slot { file, face: OnceLock::new() }).collect();
        Self { slots, chains }
    }

    /// How many faces there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is no face.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// A face; `None` where there is none of that number, or it is of no use.
    pub fn get(&self, face: FaceId) -> Option<&Face> {
        self.slot(usize::from(face.0))
    }

    fn slot(&self, at: usize) -> Option<&Face> {
        let Slot { file, face } = self.slots.get(at)?;
        face.get_or_init(|| Face::read(file).ok()).as_ref()
    }

    /// Whether a face only stands in for others.
    pub(super) fn is_fallback(&self, face: FaceId) -> bool {
        self.slots.get(usize::from(face.0)).is_some_and(|slot| slot.file.rank == Rank::Fallback)
    }

    /// Where the characters of text in this face are looked for, in order.
    pub(super) fn chain(&self, face: FaceId) -> &[FaceId] {
        self.chains.get(usize::from(face.0)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where a line's baseline stands below its upper edge when its capitals are centred in the leading.
    pub(super) fn centred(&self, style: TextStyle, leading: Pt) -> Pt {
        let metrics = self.chain(style.face).iter().find_map(|face| self.get(*face)).map(Face::metrics);
        // Small letters reach below the baseline about half as far as capitals reach above x-height: a little
        // above the middle looks centred.
        let height = metrics.map_or(0.7, |metrics| metrics.cap_height / 1000.0) * style.size;
        (leading + height) / 2.0
    }
}

/// Faces of the same look first, then those of the same weight.
fn chain(files: &[FaceFile], own: usize) -> Vec<FaceId> {
    let Some(FaceFile { look, .. }) = files.get(own) else { return Vec::new() };
    let mut others: Vec<_> = files.iter().enumerate().collect();
    others.sort_by_key(|(at, file)| {
        let bold = u8::from(file.look.bold != look.bold);
        let likeness = 2 * bold + u8::from(file.look.serif != look.serif);
        match file.rank {
            _ if *at == own => (1, 0),
            Rank::First => (2 * bold, likeness),
            Rank::Own => (3, 0),
            Rank::Fallback => (4, likeness),
        }
    });
    others.into_iter().filter_map(|(at, _)| u16::try_from(at).ok()).map(FaceId).collect()
}

impl Face {
    /// Reads a font.
    ///
    /// # Errors
    /// Why it is of no use.
    pub fn read(file: &FaceFile) -> Result<Self, Unusable> {
        let data = match &file.data {
            FaceData::Static(data) => Held::Static(data),
            FaceData::Shared(data) => Held::Shared(data.clone()),
            FaceData::Lazy(fetch) => Held::Shared(fetch().ok_or(Unusable::NoFont)?),
        };
        let outlines = outlines(data.bytes(), file.index)?;
        let font = match data.clone() {
            Held::Static(data) => Font::new(data, file.index),
            Held::Shared(data) => Font::new(data, file.index),
        };
        let font = font.ok_or(Unusable::NoFont)?;
        Ok(Self { name: file.name.clone(), index: file.index, outlines, data, font })
    }

    /// The font file.
    pub fn data(&self) -> &[u8] {
        self.data.bytes()
    }

    /// Whether it has a glyph for a character.
    pub fn has(&self, c: char) -> bool {
        self.shaper().nominal_glyph(c.into()).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// The PostScript name that the font itself gives.
    pub fn post_script_name(&self) -> String {
        post_script_name(self.data(), self.index).unwrap_or_else(|| "Font".to_owned())
    }

    /// Whether it is semibold or heavier.
    pub fn is_bold(&self) -> bool {
        self.font.default_attributes().weight.value() >= 600.0
    }

    pub(super) fn shaper(&self) -> ShaperFont<'_, '_> {
        ShaperFont::new(&self.font)
    }

    pub(super) fn font(&self) -> &Font {
        &self.font
    }

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
        let advance = self.shaper().glyph_h_advance(GlyphId::from(glyph)) as f32;
        advance * 1000.0 / f32::from(self.units_per_em())
    }

    /// Font units to an em.
    pub fn units_per_em(&self) -> u16 {
        self.font.units_per_em()
    }
}

impl Held {
    fn bytes(&self) -> &[u8] {
        match self {
            Held::Static(data) => data,
            Held::Shared(data) => (**data).as_ref(),
        }
    }
}
