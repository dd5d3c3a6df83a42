//! Words to glyphs: kerning, ligatures and marks as the font has them.
//!
//! A word is shaped once a face and then remembered, so that the cost is that of a document's vocabulary rather
//! than of its length.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use foldhash::fast::FixedState;
use harfrust::{
    Buffer, BufferFlags, Direction, Language, Script, ShapeOptions, ShapePlan, ShaperFont, shape,
};

use super::{Face, FaceId, Fonts, LayoutError};

/// What is drawn for a character that no face has.
const MARK: char = '\u{FFFD}';

/// What a hyphen that we add reads as.
const SOFT_HYPHEN: &str = "\u{AD}";

/// No face that stands in for others takes more room above the baseline than this, in thousandths of an em, ...
const HIGHEST: f32 = 1500.0;
/// ... and below it than this.
const DEEPEST: f32 = 800.0;

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
    places: HashMap<(u16, Box<str>), u32, FixedState>,
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

impl Entry {
    /// Whether its text is all that is needed to read it. Nobody but this document knows what a character of a
    /// private use means, and a glyph without a text is read with others.
    pub fn reads_by_itself(&self) -> bool {
        let is_private = |c| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
        !self.text.is_empty() && !self.text.contains(is_private)
    }
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

type Words = HashMap<Box<str>, Word, FixedState>;

/// Shapes words and remembers them.
pub(super) struct Shaper<'f> {
    fonts: &'f Fonts,
    language: Option<Language>,
    /// Each face from its first use on.
    faces: Vec<Option<Loaded<'f>>>,
    /// The words set in each face, from left to right and from right to left.
    words: Vec<[Words; 2]>,
    buffer: Buffer,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) repertoires: Vec<Repertoire>,
    /// Characters no face has, and how often they were met.
    pub(super) missing: BTreeMap<char, usize>,
    /// Whether anything is set in a face that only stands in for others.
    pub(super) falls_back: bool,
}

struct Loaded<'f> {
    font: ShaperFont<'f, 'f>,
    face: &'f Face,
    /// Thousandths of an em to a font unit.
    scale: f32,
    plans: Vec<ShapePlan>,
}

impl<'f> Shaper<'f> {
    pub(super) fn new(fonts: &'f Fonts, language: &str) -> Self {
        Self {
            language: Language::new(language),
            faces: (0..fonts.len()).map(|_| None).collect(),
            words: (0..fonts.len()).map(|_| <[Words; 2]>::default()).collect(),
            repertoires: (0..fonts.len()).map(|_| Repertoire::default()).collect(),
            buffer: Buffer::new(),
            glyphs: Vec::new(),
            missing: BTreeMap::new(),
            falls_back: false,
            fonts,
        }
    }

    /// The glyphs of `text`, a stretch without line ends that runs one way, in `face` and where it lacks something in
    /// the others. They come in the order in which they stand, from left to right.
    pub(super) fn word(&mut self, face: FaceId, text: &str, rtl: bool) -> Result<Word, LayoutError> {
        let words = self.words.get(usize::from(face.0)).ok_or(LayoutError::NoSuchFace(face))?;
        let known = words[usize::from(rtl)].get(text).copied();
        let word = match known {
            Some(word) => word,
            None => {
                let start = index(self.glyphs.len())?;
                let missing = self.run(text, 0..text.len(), self.fonts.chain(face), rtl)?;
                if rtl && let Some(glyphs) = self.glyphs.get_mut(start as usize..) {
                    glyphs.reverse();
                }
                let word = Word { start, end: index(self.glyphs.len())?, missing };
                if text.len() <= LONGEST_REMEMBERED
                    && let Some(words) = self.words.get_mut(usize::from(face.0))
                {
                    words[usize::from(rtl)].insert(text.into(), word);
                }
                word
            }
        };
        if word.missing {
            self.count_missing(word);
        }
        Ok(word)
    }

    /// A hyphen that only ends a line: it reads as a soft one.
    pub(super) fn hyphen(&mut self, face: FaceId) -> Result<Word, LayoutError> {
        let known = self.words.get(usize::from(face.0)).and_then(|words| words[0].get(SOFT_HYPHEN).copied());
        if let Some(word) = known {
            return Ok(word);
        }
        let drawn = self.word(face, "-", false)?;
        let start = index(self.glyphs.len())?;
        if let Some(&glyph) = self.glyphs.get(drawn.start as usize) {
            let shown = self.glyph_of(&glyph).map_or(0, |entry| entry.glyph);
            let entry = self.entry(glyph.face, shown, SOFT_HYPHEN, false)?;
            self.glyphs.push(Glyph { entry, ..glyph });
        }
        let word = Word { start, end: index(self.glyphs.len())?, missing: false };
        if let Some(words) = self.words.get_mut(usize::from(face.0)) {
            words[0].insert(SOFT_HYPHEN.into(), word);
        }
        Ok(word)
    }

    /// How far the glyphs of faces that stand in for others reach above and below the baseline, in thousandths of an em.
    pub(super) fn reach(&self, glyphs: Range<usize>) -> (f32, f32) {
        let glyphs = self.glyphs.get(glyphs).unwrap_or_default();
        let faces = glyphs.chunk_by(|one, other| one.face == other.face).filter_map(|run| run.first());
        let faces = faces.filter(|glyph| self.fonts.is_fallback(glyph.face));
        faces.fold((0.0, 0.0), |(above, below), glyph| {
            let metrics = self.fonts.get(glyph.face).map(Face::metrics);
            let (ascent, descent) = metrics.map_or((0.0, 0.0), |metrics| (metrics.ascent, -metrics.descent));
            (ascent.min(HIGHEST).max(above), descent.min(DEEPEST).max(below))
        })
    }

    /// Appends the glyphs of `word[range]` in the first face of `chain`; what that lacks, in the rest of them.
    /// Whether something is left that no face has.
    fn run(
        &mut self,
        word: &str,
        range: Range<usize>,
        chain: &[FaceId],
        rtl: bool,
    ) -> Result<bool, LayoutError> {
        let Some((&face, rest)) = chain.split_first() else { return self.marks(word, range) };
        let text = word.get(range.clone()).unwrap_or_default();
        let Some(shaped) = self.shape(face, text, rtl)? else { return self.run(word, range, rest, rtl) };
        let clusters = clusters(&shaped, range.len(), rtl);
        let mut missing = false;
        let mut at = 0;
        while let Some((glyphs, text)) = clusters.get(at) {
            let absolute = |part: &Range<usize>| range.start + part.start..range.start + part.end;
            if lacks(&shaped, glyphs) {
                // The whole stretch that this face lacks goes to the next one, so that its characters stay together.
                let behind =
                    clusters.iter().skip(at).take_while(|(glyphs, _)| lacks(&shaped, glyphs)).count();
                let end = clusters.get(at + behind - 1).map_or(text.end, |(_, text)| text.end);
                missing |= self.run(word, absolute(&(text.start..end)), rest, rtl)?;
                at += behind;
            } else {
                let glyphs = shaped.get(glyphs.clone()).unwrap_or_default();
                self.cluster(face, glyphs, word, absolute(text), rtl)?;
                at += 1;
            }
        }
        Ok(missing)
    }

    /// A face, read if need be; `None` where it is of no use.
    fn load(&mut self, face: FaceId) -> Option<&mut Loaded<'f>> {
        let fonts = self.fonts;
        let slot = self.faces.get_mut(usize::from(face.0))?;
        if slot.is_none() {
            let face = fonts.get(face)?;
            let scale = 1000.0 / f32::from(face.units_per_em().max(1));
            *slot = Some(Loaded { font: face.shaper(), face, scale, plans: Vec::new() });
        }
        slot.as_mut()
    }

    fn shape(&mut self, face: FaceId, text: &str, rtl: bool) -> Result<Option<Vec<Shaped>>, LayoutError> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        buffer.push_str(text);
        let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        buffer.set_direction(direction);
        buffer.set_language(self.language.clone());
        buffer.guess_segment_properties();
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        let language = self.language.clone();
        let shaped = self.load(face).map(|loaded| {
            let plan = plan(&mut loaded.plans, loaded.face, direction, buffer.script(), language.as_ref());
            shape(&loaded.font, &mut buffer, ShapeOptions::new().plan(plan))
                .map_err(|_| LayoutError::Shaping)?;
            #[allow(clippy::cast_precision_loss)] // font units stay far below 2^24
            let shaped = std::iter::zip(buffer.glyph_infos(), buffer.glyph_positions())
                .map(|(info, position)| Shaped {
                    glyph: u16::try_from(info.glyph_id).unwrap_or(0),
                    cluster: info.cluster as usize,
                    advance: position.x_advance as f32 * loaded.scale,
                    dx: position.x_offset as f32 * loaded.scale,
                    dy: position.y_offset as f32 * loaded.scale,
                })
                .collect();
            Ok(shaped)
        });
        self.buffer = buffer;
        shaped.transpose()
    }

    /// Appends the glyphs of one cluster, which show `word[text]`: those that run from right to left in reverse, since
    /// the whole word will be reversed.
    fn cluster(
        &mut self,
        face: FaceId,
        glyphs: &[Shaped],
        word: &str,
        text: Range<usize>,
        rtl: bool,
    ) -> Result<(), LayoutError> {
        self.falls_back |= self.fonts.is_fallback(face);
        let shown: String =
            word.get(text.clone()).unwrap_or_default().chars().filter(|c| !is_invisible(*c)).collect();
        let offset = index(text.start)?;
        if rtl {
            return self.turned(face, glyphs, &shown, offset);
        }
        // A letter with marks on it is told with them: where a mark stands tells no program whose it is.
        let marked = glyphs.len() > 1 && glyphs.iter().any(|glyph| glyph.advance == 0.0 || glyph.dy != 0.0);
        let one_to_one = !marked && shown.chars().count() == glyphs.len();
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
        let falls_short = glyphs.last().is_some_and(|last| last.advance == 0.0 && last.dx < 0.0);
        if marked && falls_short {
            // Some take the end of what is told together from its last glyph: a blank that ends where the letter does.
            if let Some((glyph, width)) = self.blank(face) {
                let entry = self.entry(face, glyph, "", false)?;
                let (advance, dx, dy) = (0.0, -width, 0.0);
                self.glyphs.push(Glyph { face, opens_cluster: false, entry, offset, advance, dx, dy });
            }
        }
        Ok(())
    }

    /// A glyph that draws nothing, and its width.
    fn blank(&mut self, face: FaceId) -> Option<(u16, f32)> {
        let loaded = self.load(face)?;
        let glyph = loaded.font.nominal_glyph(' '.into())?;
        #[allow(clippy::cast_precision_loss)] // font units stay far below 2^24
        let width = loaded.font.glyph_h_advance(glyph) as f32 * loaded.scale;
        Some((u16::try_from(glyph.to_u32()).ok()?, width))
    }

    /// A cluster that runs from right to left. Programs that read a page turn such text around, some glyph by glyph,
    /// some character by character. So that both read it right, a glyph stands for one character, and a ligature (most
    /// are of two) is followed by a blank that stands for what it shows besides.
    fn turned(
        &mut self,
        face: FaceId,
        glyphs: &[Shaped],
        shown: &str,
        offset: u32,
    ) -> Result<(), LayoutError> {
        let chars: Vec<char> = shown.chars().rev().collect();
        // A glyph with an advance stands for a character before those do that are only put onto others.
        let mut bearers: Vec<usize> = (0..glyphs.len()).collect();
        bearers.sort_by_key(|at| glyphs.get(*at).is_none_or(|glyph| glyph.advance == 0.0));
        let widest = bearers.first().copied().unwrap_or(0);
        bearers.truncate(chars.len());
        bearers.sort_unstable();
        let extra = chars.len() - bearers.len();
        let blank = self.blank(face);
        let first = self.glyphs.len();
        let push = |this: &mut Self, glyph: u16, text: &str, (advance, dx, dy): (f32, f32, f32)| {
            let entry = this.entry(face, glyph, text, false)?;
            this.glyphs.push(Glyph { face, opens_cluster: false, entry, offset, advance, dx, dy });
            Ok(())
        };
        if let Some((blank, _)) = blank.filter(|_| glyphs.first().is_some_and(|mark| mark.advance == 0.0)) {
            // Some take the beginning of what is told together from its first glyph.
            push(self, blank, "", (0.0, 0.0, 0.0))?;
        }
        let mut chars = chars.into_iter();
        for (at, glyph) in glyphs.iter().enumerate() {
            let Shaped { advance, dx, dy, .. } = *glyph;
            let mut text = String::new();
            if bearers.contains(&at) {
                text.extend(chars.next());
            }
            match blank.filter(|_| at == widest && extra > 0) {
                Some((blank, width)) => {
                    // The blank ends where the ligature does; further to the left it would be taken for another word.
                    let before = (advance - width).max(0.0);
                    push(self, glyph.glyph, &text, (before, dx, dy))?;
                    let others: String = chars.by_ref().take(extra).collect();
                    push(self, blank, &others, (advance - before, 0.0, 0.0))?;
                }
                None => {
                    if at == widest {
                        text.extend(chars.by_ref().take(extra));
                    }
                    push(self, glyph.glyph, &text, (advance, dx, dy))?;
                }
            }
        }
        if let Some(cluster) = self.glyphs.get_mut(first..) {
            if let Some(leftmost) = cluster.first_mut() {
                leftmost.opens_cluster = true;
            }
            cluster.reverse();
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

    /// The mark's glyph in the first face in use that has it, else the box every font keeps for such a case.
    fn mark(&mut self) -> (FaceId, u16, f32) {
        let faces = self.faces.iter().enumerate().filter_map(|(place, face)| Some((place, face.as_ref()?)));
        let mut faces = faces.filter_map(|(place, face)| Some((FaceId(u16::try_from(place).ok()?), face)));
        let found =
            faces.clone().find_map(|(id, face)| Some((id, face, face.font.nominal_glyph(MARK as u32)?)));
        let boxed = || faces.next().map(|(id, face)| (id, face, harfrust::GlyphId::new(0)));
        let Some((id, face, glyph)) = found.or_else(boxed) else { return (FaceId(0), 0, 0.0) };
        #[allow(clippy::cast_precision_loss)]
        let advance = face.font.glyph_h_advance(glyph) as f32 * face.scale;
        (id, u16::try_from(glyph.to_u32()).unwrap_or(0), advance)
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

    fn glyph_of(&self, glyph: &Glyph) -> Option<&Entry> {
        self.repertoires.get(usize::from(glyph.face.0))?.entries.get(glyph.entry as usize)
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

/// The plan for a script and a direction, made on first use.
fn plan<'p>(
    plans: &'p mut Vec<ShapePlan>,
    face: &Face,
    direction: Direction,
    script: Option<Script>,
    language: Option<&Language>,
) -> Option<&'p ShapePlan> {
    let known = plans.iter().position(|plan| plan.script() == script && plan.direction() == direction);
    let place = known.unwrap_or_else(|| {
        plans.push(ShapePlan::new(face.font(), direction, script, language, &[]));
        plans.len() - 1
    });
    plans.get(place)
}

/// Glyphs and text of each cluster, in the order of the text.
fn clusters(shaped: &[Shaped], text_len: usize, rtl: bool) -> Vec<(Range<usize>, Range<usize>)> {
    let mut clusters: Vec<(Range<usize>, Range<usize>)> = Vec::with_capacity(shaped.len());
    for (at, glyph) in shaped.iter().enumerate() {
        match clusters.last_mut() {
            Some((glyphs, text)) if text.start == glyph.cluster => glyphs.end = at + 1,
            _ => clusters.push((at..at + 1, glyph.cluster..text_len)),
        }
    }
    if rtl {
        clusters.reverse();
    }
    let mut end = text_len;
    for (_, text) in clusters.iter_mut().rev() {
        text.end = end;
        end = text.start;
    }
    clusters
}

fn lacks(shaped: &[Shaped], glyphs: &Range<usize>) -> bool {
    shaped.get(glyphs.clone()).unwrap_or_default().iter().any(|glyph| glyph.glyph == 0)
}

/// Whether a character has no look of its own: it joins, parts, or turns others around.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

fn index(at: usize) -> Result<u32, LayoutError> {
    u32::try_from(at).map_err(|_| LayoutError::TooLong)
}
