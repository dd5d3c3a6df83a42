//! Words to glyphs: kerning, ligatures and marks as the font has them.
//!
//! A word is shaped once a face and then remembered, so that the cost is that of a document's vocabulary rather
//! than of its length.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use harfrust::{Buffer, BufferFlags, Direction, Script, ShapeOptions, ShapePlan, ShaperFont, shape};

use super::{FaceId, Fonts, LayoutError};

/// What is drawn for a character that no face has.
const MARK: char = '\u{FFFD}';

/// Words longer than this, in bytes, are seldom met twice: they are not remembered.
const LONGEST_REMEMBERED: usize = 64;

/// A glyph in its place. Measures are thousandths of an em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The face it comes from.
    pub face: FaceId,
    /// Whether a line may break before it where nothing else helps: it opens a cluster of characters.
    pub opens_cluster: bool,
    /// Its place in the face's [`Repertoire`].
    pub entry: u32,
    /// Where in its word the text it shows begins, in bytes.
    pub offset: u32,
    /// From here to where the next glyph stands.
    pub advance: f32,
    /// Drawn this much to the right of where it stands.
    pub dx: f32,
    /// Drawn this much above where it stands.
    pub dy: f32,
}

/// The glyphs a document uses of one face, in the order first met.
#[derive(Debug, Default)]
pub struct Repertoire {
    /// Each once with each text it stands for.
    pub entries: Vec<Entry>,
    places: HashMap<(u16, Box<str>), u32>,
}

/// A glyph and the text it stands for. A glyph that stands for several texts (a space that breaks and one that does
/// not) has an entry for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The glyph's number in the font.
    pub glyph: u16,
    /// What it reads as: one character, several for a ligature, none for a further glyph of the same cluster. It need
    /// not be what is drawn: a hyphen that only ends a line is a soft one, U+00AD (ISO 32000-1, 14.8.2.2.3).
    pub text: Box<str>,
    /// Whether it is the mark drawn in place of a character no face has.
    pub missing: bool,
}

/// Where a word's glyphs are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) start: u32,
    pub(super) end: u32,
    missing: bool,
}

impl Word {
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Shapes words and remembers them.
pub(super) struct Shaper<'f> {
    faces: Vec<ShaperFont<'f, 'f>>,
    /// Thousandths of an em to a font unit.
    scales: Vec<f32>,
    plans: Vec<Vec<ShapePlan>>,
    words: Vec<HashMap<Box<str>, Word>>,
    buffer: Buffer,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) repertoires: Vec<Repertoire>,
    /// Characters no face has, and how often they were met.
    pub(super) missing: BTreeMap<char, usize>,
}

impl<'f> Shaper<'f> {
    pub(super) fn new(fonts: &'f Fonts) -> Self {
        let faces = fonts.shapers();
        Self {
            scales: fonts.faces().iter().map(|face| 1000.0 / f32::from(face.units_per_em())).collect(),
            plans: faces.iter().map(|_| Vec::new()).collect(),
            words: faces.iter().map(|_| HashMap::new()).collect(),
            repertoires: faces.iter().map(|_| Repertoire::default()).collect(),
            buffer: Buffer::new(),
            glyphs: Vec::new(),
            missing: BTreeMap::new(),
            faces,
        }
    }

    /// The glyphs of `text`, a stretch without line ends, in `face` and where it lacks something in the others.
    pub(super) fn word(&mut self, face: FaceId, text: &str) -> Result<Word, LayoutError> {
        let known = self.words.get(usize::from(face.0)).and_then(|words| words.get(text)).copied();
        let word = match known {
            Some(word) => word,
            None => {
                let start = index(self.glyphs.len())?;
                let others = (0..self.faces.len()).filter_map(|other| u16::try_from(other).ok()).map(FaceId);
                let chain: Vec<_> =
                    std::iter::once(face).chain(others.filter(|&other| other != face)).collect();
                let missing = self.run(text, 0..text.len(), &chain)?;
                let word = Word { start, end: index(self.glyphs.len())?, missing };
                if text.len() <= LONGEST_REMEMBERED
                    && let Some(words) = self.words.get_mut(usize::from(face.0))
                {
                    words.insert(text.into(), word);
                }
                word
            }
        };
        if word.missing {
            self.count_missing(word);
        }
        Ok(word)
    }

    /// Appends the glyphs of `word[range]` in the first face of `chain`; what that lacks, in the rest of them.
    /// Whether something is left that no face has.
    fn run(&mut self, word: &str, range: Range<usize>, chain: &[FaceId]) -> Result<bool, LayoutError> {
        let Some((&face, rest)) = chain.split_first() else { return self.marks(word, range) };
        let shaped = self.shape(face, word.get(range.clone()).unwrap_or_default())?;
        let clusters = clusters(&shaped, range.len());
        let mut missing = false;
        let mut at = 0;
        while let Some((glyphs, text)) = clusters.get(at) {
            let absolute = |part: &Range<usize>| range.start + part.start..range.start + part.end;
            if lacks(&shaped, glyphs) {
                // The whole stretch that this face lacks goes to the next one, so that its characters stay together.
                let behind =
                    clusters.iter().skip(at).take_while(|(glyphs, _)| lacks(&shaped, glyphs)).count();
                let end = clusters.get(at + behind - 1).map_or(text.end, |(_, text)| text.end);
                missing |= self.run(word, absolute(&(text.start..end)), rest)?;
                at += behind;
            } else {
                let glyphs = shaped.get(glyphs.clone()).unwrap_or_default();
                self.cluster(face, glyphs, word, absolute(text))?;
                at += 1;
            }
        }
        Ok(missing)
    }

    fn shape(&mut self, face: FaceId, text: &str) -> Result<Vec<Shaped>, LayoutError> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        let place = usize::from(face.0);
        let (Some(font), Some(plans)) = (self.faces.get(place), self.plans.get_mut(place)) else {
            return Err(LayoutError::NoSuchFace(face));
        };
        let plan = plan(plans, font, buffer.script());
        shape(font, &mut buffer, ShapeOptions::new().plan(plan)).map_err(|_| LayoutError::Shaping)?;
        let scale = self.scales.get(place).copied().unwrap_or(1.0);
        #[allow(clippy::cast_precision_loss)] // font units stay far below 2^24
        let shaped = std::iter::zip(buffer.glyph_infos(), buffer.glyph_positions())
            .map(|(info, position)| Shaped {
                glyph: u16::try_from(info.glyph_id).unwrap_or(0),
                cluster: info.cluster as usize,
                advance: position.x_advance as f32 * scale,
                dx: position.x_offset as f32 * scale,
                dy: position.y_offset as f32 * scale,
            })
            .collect();
        self.buffer = buffer;
        Ok(shaped)
    }

    /// Appends the glyphs of one cluster, which show `word[text]`.
    fn cluster(
        &mut self,
        face: FaceId,
        glyphs: &[Shaped],
        word: &str,
        text: Range<usize>,
    ) -> Result<(), LayoutError> {
        let shown: String =
            word.get(text.clone()).unwrap_or_default().chars().filter(|c| !is_invisible(*c)).collect();
        let offset = index(text.start)?;
        let one_to_one = shown.chars().count() == glyphs.len();
        let mut chars = shown.char_indices();
        for (nth, glyph) in glyphs.iter().enumerate() {
            let part = match (one_to_one, chars.next()) {
                (true, Some((at, c))) => shown.get(at..at + c.len_utf8()).unwrap_or_default(),
                _ if nth == 0 => &shown,
                _ => "",
            };
            let entry = self.entry(face, glyph.glyph, part, false)?;
            let Shaped { advance, dx, dy, .. } = *glyph;
            self.glyphs.push(Glyph { face, opens_cluster: nth == 0, entry, offset, advance, dx, dy });
        }
        Ok(())
    }

    /// Appends a mark for every visible character of `word[range]`, each standing for the character it replaces.
    fn marks(&mut self, word: &str, range: Range<usize>) -> Result<bool, LayoutError> {
        let (face, glyph, advance) = self.mark();
        let mut any = false;
        for (at, c) in
            word.get(range.clone()).unwrap_or_default().char_indices().filter(|(_, c)| !is_invisible(*c))
        {
            let entry = self.entry(face, glyph, c.encode_utf8(&mut [0; 4]), c != MARK)?;
            let offset = index(range.start + at)?;
            self.glyphs.push(Glyph { face, opens_cluster: true, entry, offset, advance, dx: 0.0, dy: 0.0 });
            any |= c != MARK;
        }
        Ok(any)
    }

    /// The mark's glyph in the first face that has it, else the box every font keeps for such a case.
    fn mark(&self) -> (FaceId, u16, f32) {
        let found = self
            .faces
            .iter()
            .enumerate()
            .find_map(|(place, font)| Some((place, font, font.nominal_glyph(MARK as u32)?)));
        let (place, font, glyph) = match (found, self.faces.first()) {
            (Some(found), _) => found,
            (None, Some(first)) => (0, first, harfrust::GlyphId::new(0)),
            (None, None) => return (FaceId(0), 0, 0.0),
        };
        let scale = self.scales.get(place).copied().unwrap_or(1.0);
        #[allow(clippy::cast_precision_loss)]
        let advance = font.glyph_h_advance(glyph) as f32 * scale;
        (FaceId(u16::try_from(place).unwrap_or(0)), u16::try_from(glyph.to_u32()).unwrap_or(0), advance)
    }

    fn entry(&mut self, face: FaceId, glyph: u16, text: &str, missing: bool) -> Result<u32, LayoutError> {
        let repertoire =
            self.repertoires.get_mut(usize::from(face.0)).ok_or(LayoutError::NoSuchFace(face))?;
        let key = (glyph, Box::from(text));
        if let Some(&place) = repertoire.places.get(&key) {
            return Ok(place);
        }
        let place = index(repertoire.entries.len())?;
        repertoire.entries.push(Entry { glyph, text: key.1.clone(), missing });
        repertoire.places.insert(key, place);
        Ok(place)
    }

    fn count_missing(&mut self, word: Word) {
        for glyph in self.glyphs.get(word.range()).unwrap_or_default() {
            let repertoire = self.repertoires.get(usize::from(glyph.face.0));
            let entry = repertoire.and_then(|repertoire| repertoire.entries.get(glyph.entry as usize));
            if let Some(c) = entry.filter(|entry| entry.missing).and_then(|entry| entry.text.chars().next()) {
                *self.missing.entry(c).or_default() += 1;
            }
        }
    }
}

/// A glyph as it comes from the shaper.
struct Shaped {
    glyph: u16,
    cluster: usize,
    advance: f32,
    dx: f32,
    dy: f32,
}

/// The plan for a script, made on first use.
fn plan<'p>(
    plans: &'p mut Vec<ShapePlan>,
    font: &ShaperFont<'_, '_>,
    script: Option<Script>,
) -> Option<&'p ShapePlan> {
    let place = match plans.iter().position(|plan| plan.script() == script) {
        Some(place) => place,
        None => {
            plans.push(ShapePlan::new(font, Direction::LeftToRight, script, None, &[]));
            plans.len() - 1
        }
    };
    plans.get(place)
}

/// Glyphs and text of each cluster, in order. Clusters ascend: the text is shaped left to right.
fn clusters(shaped: &[Shaped], text_len: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let mut clusters: Vec<(Range<usize>, Range<usize>)> = Vec::with_capacity(shaped.len());
    for (at, glyph) in shaped.iter().enumerate() {
        match clusters.last_mut() {
            Some((glyphs, text)) if text.start == glyph.cluster => glyphs.end = at + 1,
            last => {
                if let Some((_, text)) = last {
                    text.end = glyph.cluster;
                }
                clusters.push((at..at + 1, glyph.cluster..text_len));
            }
        }
    }
    clusters
}

fn lacks(shaped: &[Shaped], glyphs: &Range<usize>) -> bool {
    shaped.get(glyphs.clone()).unwrap_or_default().iter().any(|glyph| glyph.glyph == 0)
}

/// Whether a character has no look of its own: it joins, parts, or turns others around.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

fn index(at: usize) -> Result<u32, LayoutError> {
    u32::try_from(at).map_err(|_| LayoutError::TooLong)
}
