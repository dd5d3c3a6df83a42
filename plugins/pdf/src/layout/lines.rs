//! Paragraphs to lines of glyphs.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::bidi::{Depth, turn, turn_back};
use super::breaker::{Break, break_lines};
use super::hyphens::Hyphens;
use super::paragraph::Paragraph;
use super::shape::Shaper;
use super::{Align, Fonts, Glyph, LayoutError, Pt, Span, TextArena, TextStyle};

/// The smallest piece of a line: a word or a part of one, or a space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Atom {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Its width.
    pub width: Pt,
    pub(super) style: u16,
    /// How deep it is embedded in text of the other direction; where this is odd, it runs from right to left.
    pub(super) level: Depth,
    /// Whether it is a space, which a justified line widens.
    pub is_space: bool,
}

impl Atom {
    pub(super) fn glyphs(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the other one, which stands to its right, goes on where it ends.
    fn joins(&self, other: &Atom) -> bool {
        let same = (self.style, self.level) == (other.style, other.level);
        same && self.end == other.start && !self.is_space && !other.is_space
    }
}

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// From left to right, in [`Arena::sequence`].
    pub(super) atoms: Range<u32>,
    /// Its natural width, without the space that ends it.
    pub width: Pt,
    /// Added to every space within it, to reach the right edge.
    pub widening: Pt,
    pub(super) spaces: f32,
    /// Whether its paragraph runs from right to left.
    pub(super) rtl: bool,
    /// Whether a word ends with it, though no space does.
    pub(super) ends_word: bool,
    /// How much room it needs above its baseline and below, where another face than the style's stands in.
    pub(super) reach: (Pt, Pt),
    /// The stretches it consists of where a part of the paragraph leads somewhere; else none.
    pub(super) stretches: Vec<Stretch>,
}

/// A stretch of a line that leads to one place, or nowhere.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stretch {
    pub(super) atoms: Range<u32>,
    /// From the line's left edge.
    pub(super) x: Pt,
    /// Without a space that ends the line.
    pub(super) width: Pt,
    /// Which of the paragraph's spans it is of, where that leads somewhere.
    pub(super) leads: Option<usize>,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) measure: Pt,
    pub(super) align: Align,
    pub(super) hyphenate: bool,
}

impl Setting {
    /// Without hyphens.
    pub(super) fn new(measure: Pt, align: Align) -> Self {
        Self { measure, align, hyphenate: false }
    }
}

/// Sets paragraphs in lines and keeps their glyphs.
pub(super) struct Typesetter<'f> {
    pub(super) shaper: Shaper<'f>,
    pub(super) styles: Vec<TextStyle>,
    pub(super) hyphens: Hyphens,
    pub(super) paragraph: Paragraph,
    arena: Arena,
}

/// The atoms of all lines: each different one once.
#[derive(Debug, Default)]
struct Arena {
    atoms: Vec<Atom>,
    places: HashMap<(u32, u32, u16, Depth), u32, FixedState>,
    sequence: Vec<u32>,
}

impl Arena {
    /// Appends an atom to the sequence.
    fn push(&mut self, atom: Atom) -> Result<(), LayoutError> {
        let next = place(self.atoms.len())?;
        let key = (atom.start, atom.end, atom.style, atom.level);
        let at = *self.places.entry(key).or_insert_with(|| {
            self.atoms.push(atom);
            next
        });
        self.sequence.push(at);
        Ok(())
    }
}

impl<'f> Typesetter<'f> {
    /// For text in a language (BCP 47).
    pub(super) fn new(fonts: &'f Fonts, language: &str) -> Self {
        Self {
            shaper: Shaper::new(fonts, language),
            styles: Vec::new(),
            hyphens: Hyphens::new(language),
            paragraph: Paragraph::default(),
            arena: Arena::default(),
        }
    }

    /// The spans as lines no wider than the measure; no line for spans without anything to draw.
    pub(super) fn lines(&mut self, spans: &[Span<'_>], setting: Setting) -> Result<Vec<Line>, LayoutError> {
        let Setting { measure, align, hyphenate } = setting;
        self.compose(spans, hyphenate)?;
        self.open_overlong(measure);
        let paragraph = std::mem::take(&mut self.paragraph);
        let ranges = break_lines(&paragraph.atoms, &paragraph.breaks, measure, align);
        let lines = ranges.into_iter().map(|range| self.line(&paragraph, range, spans, setting)).collect();
        self.paragraph = paragraph;
        lines
    }

    /// The line of the atoms in `range`, as they stand from left to right.
    fn line(
        &mut self,
        paragraph: &Paragraph,
        range: Range<usize>,
        spans: &[Span<'_>],
        Setting { measure, align, .. }: Setting,
    ) -> Result<Line, LayoutError> {
        let (behind, rtl) = (paragraph.breaks.get(range.end - 1), paragraph.rtl);
        let atoms = paragraph.atoms.get(range.clone()).unwrap_or_default();
        let of = paragraph.spans.get(range).unwrap_or_default();
        let mut placed: Vec<(Atom, usize)> =
            std::iter::zip(atoms, of).map(|(atom, span)| (*atom, *span as usize)).collect();
        let trailing = atoms.iter().rev().take_while(|atom| atom.is_space).count();
        let ending = placed.split_off(placed.len() - trailing);
        if let (Some(Break::Hyphen { .. }), Some(&(last, span))) = (behind, placed.last()) {
            placed.push((self.hyphen_behind(&last)?, span));
        }
        let width: Pt = placed.iter().map(|(atom, _)| atom.width).sum();
        let (spaces, blank) = spaces(placed.iter().map(|(atom, _)| atom));
        let slack = measure - width;
        // A line is left ragged where filling it would tear it apart.
        let fill = align == Align::Justified
            && behind != Some(&Break::Forced)
            && spaces > 0.0
            && slack <= 4.0 * blank;
        let widening = if fill { slack / spaces } else { 0.0 };
        turn(&mut placed, |(atom, _)| atom.level);
        // A space that ends a line from right to left would stand before all of it.
        let seen = placed.len();
        if !rtl {
            placed.extend(ending);
        }
        let reach = if self.shaper.falls_back { self.reach(&placed) } else { (0.0, 0.0) };

        let first = place(self.arena.sequence.len())?;
        let leads = |span: usize| spans.get(span).and_then(|span| span.link).map(|_| span);
        let mut stretches: Vec<Stretch> = Vec::new();
        let has_links = spans.iter().any(|span| span.link.is_some());
        let mut x = 0.0;
        let mut at = 0;
        while let Some(&(mut atom, span)) = placed.get(at) {
            at += 1;
            // What was cut where no line ends is one again.
            while let Some((next, of)) = placed.get(at)
                && atom.joins(next)
                && leads(*of) == leads(span)
            {
                (atom.end, atom.width) = (next.end, atom.width + next.width);
                at += 1;
            }
            let own = place(self.arena.sequence.len())?;
            self.arena.push(atom)?;
            if !has_links {
                continue;
            }
            let width = if at > seen { 0.0 } else { atom.width + if atom.is_space { widening } else { 0.0 } };
            match stretches.last_mut() {
                Some(last) if last.leads == leads(span) || at > seen => {
                    last.atoms.end = own + 1;
                    last.width += width;
                }
                _ => stretches.push(Stretch { atoms: own..own + 1, x, width, leads: leads(span) }),
            }
            x += width;
        }
        let atoms = first..place(self.arena.sequence.len())?;
        let ends_word = behind == Some(&Break::Forced) || (rtl && trailing > 0);
        Ok(Line { atoms, width, widening, spaces, rtl, ends_word, reach, stretches })
    }

    fn hyphen_behind(&mut self, atom: &Atom) -> Result<Atom, LayoutError> {
        let style = self.styles.get(usize::from(atom.style)).copied();
        let (face, size) = style.map_or((super::FaceId(0), 0.0), |style| (style.face, style.size));
        let hyphen = self.shaper.hyphen(face)?;
        let width = self.width(hyphen.range(), size);
        Ok(Atom { start: hyphen.start, end: hyphen.end, width, is_space: false, ..*atom })
    }

    fn reach(&self, atoms: &[(Atom, usize)]) -> (Pt, Pt) {
        atoms.iter().fold((0.0, 0.0), |(above, below), (atom, _)| {
            let size = self.styles.get(usize::from(atom.style)).map_or(0.0, |style| style.size);
            let own = self.shaper.reach(atom.glyphs());
            (above.max(own.0 * size / 1000.0), below.max(own.1 * size / 1000.0))
        })
    }

    /// One line with as much of the text as fits `measure`, and an ellipsis where something had to go.
    pub(super) fn fitted(&mut self, span: Span<'_>, measure: Pt) -> Result<Option<Line>, LayoutError> {
        let endless = Setting::new(f32::MAX, Align::Left);
        let whole = self.lines(&[span], endless)?;
        if whole.len() <= 1 && whole.iter().all(|line| line.width <= measure) {
            return Ok(whole.into_iter().next());
        }
        let ellipsis = "…";
        let taken = self.lines(&[Span { text: ellipsis, ..span }], endless)?;
        let room = measure - taken.first().map_or(0.0, |line| line.width);
        let lines = self.lines(&[span], Setting::new(room, Align::Left))?;
        let Some(line) = lines.into_iter().next() else { return Ok(None) };
        let shown = self.line_text(&line);
        let shortened = [shown.trim_end(), ellipsis].concat();
        Ok(self.lines(&[Span { text: &shortened, ..span }], endless)?.into_iter().next())
    }

    pub(super) fn finish(self) -> TextArena {
        let Shaper { glyphs, repertoires, .. } = self.shaper;
        let Arena { atoms, sequence, .. } = self.arena;
        TextArena { glyphs, atoms, sequence, styles: self.styles, repertoires }
    }

    pub(super) fn line_text(&self, line: &Line) -> String {
        let places = self.arena.sequence.get(line.atoms.start as usize..line.atoms.end as usize);
        let atoms = places.unwrap_or_default().iter().filter_map(|at| self.arena.atoms.get(*at as usize));
        let entry = |glyph: &Glyph| {
            self.shaper.repertoires.get(usize::from(glyph.face.0))?.entries.get(glyph.entry as usize)
        };
        read(atoms, &self.shaper.glyphs, |glyph| entry(glyph).map_or("", |entry| &entry.text))
    }
}

/// What atoms read that stand on a line from left to right.
pub(super) fn read<'a>(
    atoms: impl Iterator<Item = &'a Atom>,
    glyphs: &'a [Glyph],
    text: impl Fn(&Glyph) -> &'a str,
) -> String {
    let mut atoms: Vec<_> = atoms.collect();
    turn_back(&mut atoms, |atom| atom.level);
    let mut whole = String::new();
    for atom in atoms {
        let glyphs = glyphs.get(atom.glyphs()).unwrap_or_default();
        match atom.level % 2 {
            0 => whole.extend(glyphs.iter().map(&text)),
            _ => whole.extend(glyphs.iter().rev().map(&text)),
        }
    }
    whole
}

/// Number and width of the spaces.
fn spaces<'a>(atoms: impl Iterator<Item = &'a Atom>) -> (f32, Pt) {
    let spaces = atoms.filter(|atom| atom.is_space);
    spaces.fold((0.0, 0.0), |(count, width), atom| (count + 1.0, width + atom.width))
}

fn place(at: usize) -> Result<u32, LayoutError> {
    u32::try_from(at).map_err(|_| LayoutError::TooLong)
}
