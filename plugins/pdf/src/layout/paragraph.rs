//! A paragraph as atoms in the order in which they are read, each with what may happen behind it.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::bidi::{Depth, Levels};
use super::breaker::Break;
use super::clean::clean;
use super::lines::{Atom, Typesetter};
use super::{LayoutError, Pt, Span, TextStyle};

/// The paragraph being set; kept from one to the next for its memory.
#[derive(Default)]
pub(super) struct Paragraph {
    text: String,
    pub(super) atoms: Vec<Atom>,
    /// What may happen behind each atom.
    pub(super) breaks: Vec<Break>,
    /// Which span each atom is of.
    pub(super) spans: Vec<u32>,
    /// Whether it runs from right to left.
    pub(super) rtl: bool,
}

/// A stretch of text to be shaped.
#[derive(Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    style: TextStyle,
    /// The style's place.
    place: u16,
    level: Depth,
}

impl Typesetter<'_> {
    /// Shapes the spans into the paragraph's atoms.
    pub(super) fn compose(&mut self, spans: &[Span<'_>], hyphenate: bool) -> Result<(), LayoutError> {
        let mut text = std::mem::take(&mut self.paragraph.text);
        text.clear();
        self.paragraph.atoms.clear();
        self.paragraph.breaks.clear();
        self.paragraph.spans.clear();
        let mut ends = Vec::with_capacity(spans.len());
        for span in spans {
            clean(span.text, &mut text);
            ends.push((text.len(), self.style(span.style)));
        }
        let levels = Levels::of(&text);
        self.paragraph.rtl = levels.rtl;
        let mut opportunities = linebreaks(&text).peekable();
        let mut cuts = Vec::new();
        let mut at = 0;
        for (nth, (span, (span_end, place))) in (0_u32..).zip(std::iter::zip(spans, ends)) {
            while at < span_end {
                let (level, level_end) = levels.at(at);
                let (kind, end) = token(&text, at, level_end.min(span_end));
                let piece = text.get(at..end).unwrap_or_default();
                let piece = Piece { text: piece, style: span.style, place, level };
                cuts.clear();
                while let Some((offset, _)) = opportunities.next_if(|(offset, _)| *offset < end) {
                    cuts.push((offset - at, Break::Allowed(cost(&text, offset))));
                }
                let behind = match opportunities.next_if(|(offset, _)| *offset == end) {
                    Some((_, BreakOpportunity::Allowed)) => Break::Allowed(cost(&text, end)),
                    _ => Break::No,
                };
                let paragraph = &self.paragraph;
                match kind {
                    Token::LineEnd => self.paragraph.end_line(),
                    // A space at a line's beginning or behind another is none, but a break may follow it.
                    Token::Space if paragraph.breaks.last().is_none_or(|last| *last == Break::Forced) => {}
                    Token::Space if paragraph.atoms.last().is_some_and(|last| last.is_space) => {
                        self.paragraph.set_break(behind);
                    }
                    Token::Space => self.push(Piece { text: " ", ..piece }, &[], behind)?,
                    Token::NoBreakSpace => self.push(piece, &[], behind)?,
                    Token::Word => {
                        if hyphenate && cuts.is_empty() && piece.level == 0 {
                            self.hyphenate(piece, &mut cuts)?;
                        }
                        open_syllables(piece.text, &mut cuts);
                        self.push(piece, &cuts, behind)?;
                    }
                }
                self.paragraph.spans.resize(self.paragraph.breaks.len(), nth);
                at = end;
            }
        }
        drop(opportunities);
        self.paragraph.text = text;
        self.paragraph.end_line();
        Ok(())
    }

    /// The places where a word may be hyphenated.
    fn hyphenate(&mut self, piece: Piece<'_>, cuts: &mut Vec<(usize, Break)>) -> Result<(), LayoutError> {
        let places = self.hyphens.of(piece.text).iter();
        cuts.extend(places.map(|place| (usize::from(*place), Break::Hyphen { width: 0.0 })));
        if !cuts.is_empty() {
            let hyphen = self.shaper.hyphen(piece.style.face)?;
            let width = self.width(hyphen.range(), piece.style.size);
            cuts.iter_mut().for_each(|(_, what)| *what = Break::Hyphen { width });
        }
        Ok(())
    }

    pub(super) fn style(&mut self, style: TextStyle) -> u16 {
        let known = self.styles.iter().position(|known| *known == style);
        let place = known.unwrap_or_else(|| {
            self.styles.push(style);
            self.styles.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// Appends a space, or a word cut at its opportunities: byte offsets, and what may happen there.
    fn push(&mut self, piece: Piece<'_>, cuts: &[(usize, Break)], behind: Break) -> Result<(), LayoutError> {
        let Piece { text, style, place, level } = piece;
        let rtl = level % 2 == 1;
        let word = self.shaper.word(style.face, text, rtl)?;
        let is_space = matches!(text, " " | "\u{A0}");
        let atom = Atom { start: word.start, end: word.end, width: 0.0, style: place, level, is_space };
        if cuts.is_empty() {
            if word.start < word.end {
                let width = self.width(word.range(), style.size);
                self.paragraph.push(Atom { width, ..atom }, behind);
            } else {
                // A word of signs without a look: only the break behind it is left.
                self.paragraph.set_break(behind);
            }
            return Ok(());
        }
        let glyphs = self.shaper.glyphs.get(word.range()).unwrap_or_default();
        let mut clusters = clusters(glyphs, word.start);
        if rtl {
            clusters.reverse();
        }
        let mut cuts = cuts.iter().peekable();
        let mut part: Option<(u32, u32)> = None;
        for (start, end, offset) in clusters {
            // A cut inside a cluster is none: the next glyph that opens one has passed it by.
            let passed = std::iter::from_fn(|| cuts.next_if(|(cut, _)| *cut <= offset as usize)).last();
            if let (Some((cut, what)), Some((start, end))) = (passed, part)
                && *cut == offset as usize
            {
                let width = self.width(start as usize..end as usize, style.size);
                self.paragraph.push(Atom { start, end, width, ..atom }, *what);
                part = None;
            }
            part = Some(part.map_or((start, end), |(first, last)| (first.min(start), last.max(end))));
        }
        match part {
            Some((start, end)) => {
                let width = self.width(start as usize..end as usize, style.size);
                self.paragraph.push(Atom { start, end, width, ..atom }, behind);
            }
            None => self.paragraph.set_break(behind),
        }
        Ok(())
    }

    /// The width of a stretch of glyphs.
    pub(super) fn width(&self, glyphs: std::ops::Range<usize>, size: Pt) -> Pt {
        let glyphs = self.shaper.glyphs.get(glyphs).unwrap_or_default();
        glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * size / 1000.0
    }

    /// Opens every stretch without a break that is wider than `measure`: it may then break between any two clusters.
    pub(super) fn open_overlong(&mut self, measure: Pt) {
        let mut opened: Option<Paragraph> = None;
        let paragraph = &self.paragraph;
        let mut start = 0;
        while start < paragraph.atoms.len() {
            let closed = paragraph.breaks.iter().skip(start).take_while(|behind| **behind == Break::No);
            let end = (start + closed.count() + 1).min(paragraph.atoms.len());
            let stretch = paragraph.atoms.get(start..end).unwrap_or_default();
            let spans = paragraph.spans.get(start..end).unwrap_or_default();
            let sign = match paragraph.breaks.get(end - 1) {
                Some(Break::Hyphen { width }) => *width,
                _ => 0.0,
            };
            if stretch.iter().map(|atom| atom.width).sum::<Pt>() + sign > measure {
                let into = opened.get_or_insert_with(|| paragraph.part(0..start));
                for (atom, span) in stretch.iter().zip(spans) {
                    self.clusters_of(atom, &mut into.atoms);
                    into.breaks.resize(into.atoms.len(), Break::Emergency);
                    into.spans.resize(into.atoms.len(), *span);
                }
                if let (Some(last), Some(own)) = (into.breaks.last_mut(), paragraph.breaks.get(end - 1)) {
                    *last = *own;
                }
            } else if let Some(into) = &mut opened {
                let same = paragraph.part(start..end);
                into.atoms.extend(same.atoms);
                into.breaks.extend(same.breaks);
                into.spans.extend(same.spans);
            }
            start = end;
        }
        if let Some(Paragraph { atoms, breaks, spans, .. }) = opened {
            (self.paragraph.atoms, self.paragraph.breaks, self.paragraph.spans) = (atoms, breaks, spans);
        }
    }

    /// The atom as one atom a cluster, in the order in which they are read.
    fn clusters_of(&self, atom: &Atom, into: &mut Vec<Atom>) {
        let size = self.styles.get(usize::from(atom.style)).map_or(0.0, |style| style.size);
        let first = into.len();
        let glyphs = self.shaper.glyphs.get(atom.glyphs()).unwrap_or_default();
        into.extend(clusters(glyphs, atom.start).into_iter().map(|(start, end, _)| {
            let width = self.width(start as usize..end as usize, size);
            Atom { start, end, width, ..*atom }
        }));
        if atom.level % 2 == 1
            && let Some(own) = into.get_mut(first..)
        {
            own.reverse();
        }
    }
}

impl Paragraph {
    fn push(&mut self, atom: Atom, behind: Break) {
        self.atoms.push(atom);
        self.breaks.push(behind);
    }

    /// Says what may happen behind the last atom, unless a line ends there anyway.
    fn set_break(&mut self, what: Break) {
        if let Some(behind) = self.breaks.last_mut().filter(|behind| **behind != Break::Forced) {
            *behind = what;
        }
    }

    fn end_line(&mut self) {
        self.set_break(Break::Forced);
    }

    fn part(&self, range: std::ops::Range<usize>) -> Paragraph {
        Paragraph {
            atoms: self.atoms.get(range.clone()).unwrap_or_default().to_vec(),
            breaks: self.breaks.get(range.clone()).unwrap_or_default().to_vec(),
            spans: self.spans.get(range).unwrap_or_default().to_vec(),
            ..Paragraph::default()
        }
    }
}

/// Where each cluster of glyphs begins and ends, and the offset of its text, from left to right; the first glyph stands
/// at `start`.
fn clusters(glyphs: &[super::Glyph], start: u32) -> Vec<(u32, u32, u32)> {
    let mut at = start;
    let clusters = glyphs.chunk_by(|_, next| !next.opens_cluster).map(|cluster| {
        let begin = at;
        at += u32::try_from(cluster.len()).unwrap_or(0);
        (begin, at, cluster.first().map_or(0, |glyph| glyph.offset))
    });
    clusters.collect()
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
    let is_hangul = |c: char| matches!(c, '\u{AC00}'..='\u{D7A3}');
    if text.get(at..).is_some_and(|behind| behind.starts_with(is_hangul)) {
        // Korean has spaces between its words: to part one is second best.
        let parts_word = text.get(..at).is_some_and(|before| before.ends_with(is_hangul));
        return if parts_word { 150.0 } else { 0.0 };
    }
    if text.get(..at).is_some_and(|before| before.ends_with("://")) {
        return 2000.0;
    }
    match text.get(..at).and_then(|before| before.chars().next_back()) {
        Some(' ' | '\n') | None => 0.0,
        Some('-' | '\u{2010}') => 2000.0,
        Some('–' | '—') => 100.0,
        Some(c) if c.is_ascii() => 300.0,
        Some(_) => 0.0,
    }
}

/// Thai and Lao have no spaces between words, and where words end only a dictionary tells. Where a syllable begins is
/// seen: with a vowel that is written before its consonant, or behind a sign that ends one.
fn open_syllables(text: &str, cuts: &mut Vec<(usize, Break)>) {
    if text.is_ascii() || !text.contains(is_thai_or_lao) {
        return;
    }
    let mut previous = None;
    for (at, c) in text.char_indices() {
        let begins = matches!(c, 'เ'..='ไ' | 'ເ'..='ໄ') && previous.is_some_and(is_thai_or_lao);
        let ended =
            matches!(previous, Some('ะ' | 'ๆ' | 'ฯ' | 'ະ' | 'ໆ' | 'ຯ')) && matches!(c, 'ก'..='ฮ' | 'ກ'..='ຮ');
        if begins || ended {
            cuts.push((at, Break::Allowed(0.0)));
        }
        previous = Some(c);
    }
    cuts.sort_by_key(|(at, _)| *at);
}

fn is_thai_or_lao(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}')
}
