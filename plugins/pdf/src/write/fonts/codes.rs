//! Which code in which font resource stands for which glyph.
//!
//! A code stands for a glyph together with its text, so that every glyph reads as what it stands for: the same blank
//! as a space here and as a no-break space there, the mark for a missing character as that character. Codes are two
//! bytes; a face with more entries than they count is several resources.

use crate::layout::{Entry, FaceId, Fonts, Glyph, Layout};

/// Entries of one font resource. Code 0 is left to the box for missing glyphs.
pub(in crate::write) const MOST_CODES: usize = 0xFFFF;

/// What of all entries is asked for glyph by glyph.
pub(in crate::write) struct Codes {
    /// The entries of each face.
    faces: Vec<Vec<Known>>,
    /// The space of each face that has been used for one.
    spaces: Vec<Option<u32>>,
}

/// What is asked of an entry.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::write) struct Known {
    /// Its width, in thousandths of an em.
    pub(in crate::write) width: i16,
    /// Whether its text is all that is needed to read it.
    pub(in crate::write) reads_by_itself: bool,
}

impl Codes {
    pub(in crate::write) fn new(layout: &Layout, fonts: &Fonts) -> Self {
        let faces = (0..).zip(layout.text.repertoires()).map(|(at, repertoire)| {
            // A face of which nothing is used is not asked for: it may not even have been read.
            let face = if repertoire.entries.is_empty() { None } else { fonts.get(FaceId(at)) };
            let known = |entry: &Entry| {
                #[allow(clippy::cast_possible_truncation)] // saturates, and no glyph is 32 em wide
                let width = face.map_or(0.0, |face| face.advance(entry.glyph)).round() as i16;
                Known { width, reads_by_itself: entry.reads_by_itself() }
            };
            repertoire.entries.iter().map(known).collect()
        });
        let is_space = |entry: &Entry| &*entry.text == " ";
        let spaces = layout.text.repertoires().iter().map(|repertoire| {
            repertoire.entries.iter().position(is_space).and_then(|at| u32::try_from(at).ok())
        });
        Self { faces: faces.collect(), spaces: spaces.collect() }
    }

    /// The resource a glyph is found in, by face and part, and its code there.
    pub(in crate::write) fn of(glyph: &Glyph) -> (Resource, u16) {
        let entry = glyph.entry as usize;
        let code = u16::try_from(entry % MOST_CODES + 1).unwrap_or(0);
        (Resource { face: glyph.face.0, part: entry / MOST_CODES }, code)
    }

    /// A space, of this face where it has been used for one, else of the first that has.
    pub(in crate::write) fn space(&self, face: FaceId) -> Option<Glyph> {
        let of = |face: FaceId| Some((face, self.spaces.get(usize::from(face.0)).copied().flatten()?));
        let (face, entry) = of(face).or_else(|| (0..).map(FaceId).take(self.spaces.len()).find_map(of))?;
        let glyph = Glyph { face, opens_cluster: true, entry, offset: 0, advance: 0.0, dx: 0.0, dy: 0.0 };
        Some(Glyph { advance: f32::from(self.known(&glyph).width), ..glyph })
    }

    /// What there is to know of a glyph's entry.
    pub(in crate::write) fn known(&self, glyph: &Glyph) -> Known {
        self.face(glyph.face).get(glyph.entry as usize).copied().unwrap_or_default()
    }

    /// The entries of a face.
    pub(in crate::write) fn face(&self, face: FaceId) -> &[Known] {
        self.faces.get(usize::from(face.0)).map(Vec::as_slice).unwrap_or_default()
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
