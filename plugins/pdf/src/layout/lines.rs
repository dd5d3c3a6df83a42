//! Paragraphs to lines of glyphs.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::breaker::{Break, break_lines};
use super::clean::clean;
use super::shape::Shaper;
use super::{Align, Fonts, LayoutError, Pt, Span, TextArena, TextStyle};

/// The smallest piece of a line: a word or a part of one, or a space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Atom {
    start: u32,
    end: u32,
    /// Its width.
    pub width: Pt,
    pub(super) style: u16,
    /// Whether it is a space, which a justified line widens.
    pub is_space: bool,
}

impl Atom {
    pub(super) fn glyphs(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub(super) atoms: Range<u32>,
    /// Its natural width, without the space that ends it.
    pub width: Pt,
    /// Added to every space within it, to reach the right edge.
    pub widening: Pt,
    pub(super) spaces: f32,
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

/// Sets paragraphs in lines and keeps their glyphs.
pub(super) struct Typesetter<'f> {
    pub(super) shaper: Shaper<'f>,
    styles: Vec<TextStyle>,
    atoms: Vec<Atom>,
    // Kept from one paragraph to the next for their memory.
    text: String,
    breaks: Vec<Break>,
    /// Which span each atom of the paragraph is of.
    spans: Vec<usize>,
}

impl<'f> Typesetter<'f> {
    pub(super) fn new(fonts: &'f Fonts) -> Self {
        Self {
            shaper: Shaper::new(fonts),
            styles: Vec::new(),
            atoms: Vec::new(),
            text: String::new(),
            breaks: Vec::new(),
            spans: Vec::new(),
        }
    }

    /// The spans as lines no wider than `measure`; no line for spans without anything to draw.
    pub(super) fn lines(
        &mut self,
        spans: &[Span<'_>],
        measure: Pt,
        align: Align,
    ) -> Result<Vec<Line>, LayoutError> {
        let first = self.atoms.len();
        self.breaks.clear();
        self.spans.clear();
        self.append(spans, first)?;
        self.open_overlong(first, measure);
        let atoms = self.atoms.get(first..).unwrap_or_default();
        let ranges = break_lines(atoms, &self.breaks, measure, align);
        let last_of_part = |range: &Range<usize>| self.breaks.get(range.end - 1) == Some(&Break::Forced);
        let leads = spans.iter().any(|span| span.link.is_some());
        let lines = ranges.iter().map(|range| {
            let atoms = atoms.get(range.clone()).unwrap_or_default();
            let trailing = atoms.iter().rev().take_while(|atom| atom.is_space).count();
            let seen = atoms.get(..atoms.len() - trailing).unwrap_or_default();
            let width: Pt = seen.iter().map(|atom| atom.width).sum();
            let (spaces, blank) = spaces(seen);
            let slack = measure - width;
            // A line is left ragged where filling it would tear it apart.
            let fill =
                align == Align::Justified && !last_of_part(range) && spaces > 0.0 && slack <= 4.0 * blank;
            let widening = if fill { slack / spaces } else { 0.0 };
            let own = place(first + range.start)?..place(first + range.end)?;
            let stretches = match leads {
                true => {
                    stretches(own.start, atoms, seen.len(), self.spans.get(range.clone()), spans, widening)?
                }
                false => Vec::new(),
            };
            Ok(Line { atoms: own, width, widening, spaces, stretches })
        });
        lines.collect()
    }

    /// One line with as much of the text as fits `measure`, and an ellipsis where something had to go.
    pub(super) fn fitted(&mut self, span: Span<'_>, measure: Pt) -> Result<Option<Line>, LayoutError> {
        let whole = self.lines(&[span], f32::MAX, Align::Left)?;
        if whole.len() <= 1 && whole.iter().all(|line| line.width <= measure) {
            return Ok(whole.into_iter().next());
        }
        let ellipsis = "…";
        let room = measure
            - self.lines(&[Span { text: ellipsis, ..span }], f32::MAX, Align::Left)?[..]
                .first()
                .map_or(0.0, |line| line.width);
        let Some(line) = self.lines(&[span], room, Align::Left)?.into_iter().next() else { return Ok(None) };
        let shown = self.line_text(&line);
        let shortened = [shown.trim_end(), ellipsis].concat();
        Ok(self.lines(&[Span { text: &shortened, ..span }], f32::MAX, Align::Left)?.into_iter().next())
    }

    pub(super) fn finish(self) -> TextArena {
        let Shaper { glyphs, repertoires, .. } = self.shaper;
        TextArena { glyphs, atoms: self.atoms, styles: self.styles, repertoires }
    }

    fn line_text(&self, line: &Line) -> String {
        let atoms = self.atoms.get(line.atoms.start as usize..line.atoms.end as usize).unwrap_or_default();
        let glyphs = atoms.iter().flat_map(|atom| self.shaper.glyphs.get(atom.glyphs()).unwrap_or_default());
        let entries = glyphs.filter_map(|glyph| {
            self.shaper.repertoires.get(usize::from(glyph.face.0))?.entries.get(glyph.entry as usize)
        });
        entries.map(|entry| &*entry.text).collect()
    }

    /// Shapes the spans into atoms, each with what may happen behind it.
    fn append(&mut self, spans: &[Span<'_>], first: usize) -> Result<(), LayoutError> {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let mut ends = Vec::with_capacity(spans.len());
        for span in spans {
            clean(span.text, &mut text);
            ends.push((text.len(), self.style(span.style)));
        }
        let mut opportunities = linebreaks(&text).peekable();
        let mut cuts = Vec::new();
        let mut at = 0;
        for (nth, (span, (span_end, style))) in std::iter::zip(spans, ends).enumerate() {
            while at < span_end {
                let (kind, end) = token(&text, at, span_end);
                let piece = text.get(at..end).unwrap_or_default();
                cuts.clear();
                while let Some((offset, _)) = opportunities.next_if(|(offset, _)| *offset < end) {
                    cuts.push((offset - at, Break::Allowed(cost(&text, offset))));
                }
                let behind = match opportunities.next_if(|(offset, _)| *offset == end) {
                    Some((_, BreakOpportunity::Allowed)) => Break::Allowed(cost(&text, end)),
                    _ => Break::No,
                };
                match kind {
                    Token::LineEnd => self.end_line(first),
                    // A space at a line's beginning or behind another is none, but a break may follow it.
                    Token::Space if self.breaks.last().is_none_or(|last| *last == Break::Forced) => {}
                    Token::Space if self.atoms.last().is_some_and(|last| last.is_space) => {
                        self.set_break(behind)
                    }
                    Token::Space => self.push(span.style, style, " ", &[], behind)?,
                    Token::NoBreakSpace => self.push(span.style, style, piece, &[], behind)?,
                    Token::Word => self.push(span.style, style, piece, &cuts, behind)?,
                }
                self.spans.resize(self.breaks.len(), nth);
                at = end;
            }
        }
        drop(opportunities);
        self.text = text;
        self.end_line(first);
        Ok(())
    }

    fn style(&mut self, style: TextStyle) -> u16 {
        let known = self.styles.iter().position(|known| *known == style);
        let place = known.unwrap_or_else(|| {
            self.styles.push(style);
            self.styles.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// Appends a space, or a word cut at its opportunities: byte offsets, and what may happen there.
    fn push(
        &mut self,
        style: TextStyle,
        place: u16,
        text: &str,
        cuts: &[(usize, Break)],
        behind: Break,
    ) -> Result<(), LayoutError> {
        let word = self.shaper.word(style.face, text)?;
        let is_space = matches!(text, " " | "\u{A0}");
        let glyphs = self.shaper.glyphs.get(word.range()).unwrap_or_default();
        let mut cuts = cuts.iter().peekable();
        let mut atom = Atom { start: word.start, end: word.start, width: 0.0, style: place, is_space };
        let mut advance = 0.0;
        for glyph in glyphs {
            // A cut inside a cluster is none: the next glyph that opens one has passed it by.
            let passed =
                std::iter::from_fn(|| cuts.next_if(|(offset, _)| *offset <= glyph.offset as usize)).last();
            if let Some((offset, cut)) = passed
                && glyph.opens_cluster
                && *offset == glyph.offset as usize
                && atom.start < atom.end
            {
                self.atoms.push(Atom { width: advance * style.size / 1000.0, ..atom });
                self.breaks.push(*cut);
                (atom.start, advance) = (atom.end, 0.0);
            }
            atom.end += 1;
            advance += glyph.advance;
        }
        if atom.start < atom.end {
            self.atoms.push(Atom { width: advance * style.size / 1000.0, ..atom });
            self.breaks.push(behind);
        } else {
            // A word of signs without a look: only the break behind it is left.
            self.set_break(behind);
        }
        Ok(())
    }

    /// Says what may happen behind the last atom, unless a line ends there anyway.
    fn set_break(&mut self, what: Break) {
        if let Some(behind) = self.breaks.last_mut().filter(|behind| **behind != Break::Forced) {
            *behind = what;
        }
    }

    fn end_line(&mut self, first: usize) {
        if self.atoms.len() > first {
            self.set_break(Break::Forced);
        }
    }

    /// Opens every stretch without a break that is wider than `measure`: it may then break between any two clusters.
    fn open_overlong(&mut self, first: usize, measure: Pt) {
        let atoms = self.atoms.get(first..).unwrap_or_default();
        let mut opened: Option<(Vec<Atom>, Vec<Break>, Vec<usize>)> = None;
        let mut start = 0;
        while start < atoms.len() {
            let len = self.breaks.iter().skip(start).take_while(|behind| **behind == Break::No).count() + 1;
            let end = (start + len).min(atoms.len());
            let stretch = atoms.get(start..end).unwrap_or_default();
            let breaks = self.breaks.get(start..end).unwrap_or_default();
            let spans = self.spans.get(start..end).unwrap_or_default();
            if stretch.iter().map(|atom| atom.width).sum::<Pt>() > measure {
                let (into, behind, of) = opened.get_or_insert_with(|| {
                    (
                        atoms.get(..start).unwrap_or_default().to_vec(),
                        self.breaks.get(..start).unwrap_or_default().to_vec(),
                        self.spans.get(..start).unwrap_or_default().to_vec(),
                    )
                });
                for (atom, span) in stretch.iter().zip(spans) {
                    self.clusters_of(atom, into);
                    behind.resize(into.len(), Break::Emergency);
                    of.resize(into.len(), *span);
                }
                if let (Some(last), Some(own)) = (behind.last_mut(), breaks.last()) {
                    *last = *own;
                }
            } else if let Some((into, behind, of)) = &mut opened {
                into.extend_from_slice(stretch);
                behind.extend_from_slice(breaks);
                of.extend_from_slice(spans);
            }
            start = end;
        }
        if let Some((into, behind, of)) = opened {
            self.atoms.truncate(first);
            self.atoms.extend(into);
            self.breaks = behind;
            self.spans = of;
        }
    }

    /// The atom as one atom a cluster.
    fn clusters_of(&self, atom: &Atom, into: &mut Vec<Atom>) {
        let size = self.styles.get(usize::from(atom.style)).map_or(0.0, |style| style.size);
        let glyphs = self.shaper.glyphs.get(atom.glyphs()).unwrap_or_default();
        let mut at = atom.start;
        for cluster in glyphs.chunk_by(|_, next| !next.opens_cluster) {
            let end = at + u32::try_from(cluster.len()).unwrap_or(0);
            let width = cluster.iter().map(|glyph| glyph.advance).sum::<f32>() * size / 1000.0;
            into.push(Atom { start: at, end, width, ..*atom });
            at = end;
        }
    }
}

/// What stands at a place of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Space,
    NoBreakSpace,
    LineEnd,
    Word,
}

/// The token at `at` and where it ends, `limit` at most.
fn token(text: &str, at: usize, limit: usize) -> (Token, usize) {
    let rest = text.get(at..limit).unwrap_or_default();
    match rest.chars().next() {
        Some(' ') => (Token::Space, at + rest.len() - rest.trim_start_matches(' ').len()),
        Some('\n') => (Token::LineEnd, at + 1),
        Some('\u{A0}') => (Token::NoBreakSpace, at + '\u{A0}'.len_utf8()),
        _ => (Token::Word, at + rest.find([' ', '\n', '\u{A0}']).unwrap_or(rest.len())),
    }
}

/// How little a break before byte `at` is liked. A break at a space costs nothing. One at a hyphen costs most: the
/// hyphen of a compound would read, and extract, like one that only ends a line.
fn cost(text: &str, at: usize) -> f32 {
    match text.get(..at).and_then(|before| before.chars().next_back()) {
        Some(' ' | '\n') | None => 0.0,
        Some('-' | '\u{2010}') => 2000.0,
        Some('–' | '—') => 100.0,
        Some(c) if c.is_ascii() => 300.0,
        Some(_) => 0.0,
    }
}

/// The stretches of a line, whose atoms begin at `first`: `of` says which of the `spans` each of them is of, and
/// `seen` how many there are before the space that ends it.
fn stretches(
    first: u32,
    atoms: &[Atom],
    seen: usize,
    of: Option<&[usize]>,
    spans: &[Span<'_>],
    widening: Pt,
) -> Result<Vec<Stretch>, LayoutError> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut x = 0.0;
    for (at, (atom, &span)) in std::iter::zip(atoms, of.unwrap_or_default()).enumerate() {
        let width = if at >= seen { 0.0 } else { atom.width + if atom.is_space { widening } else { 0.0 } };
        let leads = spans.get(span).and_then(|span| span.link).map(|_| span);
        let place = first + place(at)?;
        match stretches.last_mut() {
            Some(last) if last.leads == leads || at >= seen => {
                last.atoms.end = place + 1;
                last.width += width;
            }
            _ => stretches.push(Stretch { atoms: place..place + 1, x, width, leads }),
        }
        x += width;
    }
    Ok(stretches)
}

/// Number and width of the spaces.
fn spaces(atoms: &[Atom]) -> (f32, Pt) {
    let spaces = atoms.iter().filter(|atom| atom.is_space);
    spaces.fold((0.0, 0.0), |(count, width), atom| (count + 1.0, width + atom.width))
}

fn place(at: usize) -> Result<u32, LayoutError> {
    u32::try_from(at).map_err(|_| LayoutError::TooLong)
}
