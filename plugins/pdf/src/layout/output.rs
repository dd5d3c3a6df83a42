//! What a layout gives: pages of glyphs in their places, and what they mean.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lines::{Atom, read};
use super::roles::{Node, NodeId, Part};
use super::shape::{Entry, Glyph, Repertoire};
use super::{Colour, Geometry, Pt, TextStyle};

/// A document laid out.
#[derive(Debug)]
pub struct Layout {
    /// The size of every page and the area text stands in.
    pub geometry: Geometry,
    /// The language of the text, by BCP 47.
    pub language: String,
    /// The pages, one at least.
    pub pages: Vec<Page>,
    /// The glyphs of all text.
    pub text: TextArena,
    /// The tree of roles; the first node is the document. Children follow their parents, in reading order.
    pub nodes: Vec<Node>,
    /// Places that can be pointed at, in reading order. No name occurs twice.
    pub destinations: Vec<Destination>,
    /// The outline, in reading order.
    pub outline: Vec<OutlineEntry>,
    /// Characters no face has, and how often each was met. A mark is drawn in their place.
    pub missing: BTreeMap<char, usize>,
}

/// A page.
#[derive(Debug, Default)]
pub struct Page {
    /// What stands on it, in reading order, except that panels come first: they lie behind the text.
    pub items: Vec<Item>,
}

/// Something on a page. Places are measured from the page's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it is part of.
    pub part: Part,
    /// What it is.
    pub kind: ItemKind,
}

impl Item {
    /// The node it is content of; `None` for what is no content.
    pub fn node(&self) -> Option<NodeId> {
        match self.part {
            Part::Content(node) => Some(node),
            Part::Artifact(_) => None,
        }
    }
}

/// What stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemKind {
    /// A line of text, or a part of one.
    Text(TextLine),
    /// A filled rectangle: panel, bar or rule; in a figure, part of the picture.
    Fill {
        /// Left edge.
        x: Pt,
        /// Upper edge.
        y: Pt,
        /// Width.
        width: Pt,
        /// Height.
        height: Pt,
        /// Its colour.
        colour: Colour,
    },
    /// A place that leads to a destination.
    Link {
        /// Left edge.
        x: Pt,
        /// Upper edge.
        y: Pt,
        /// Width.
        width: Pt,
        /// Height.
        height: Pt,
        /// The destination's name; it exists.
        to: String,
    },
}

/// Text on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// Where the first glyph stands.
    pub x: Pt,
    /// The baseline.
    pub y: Pt,
    /// From the first glyph to the last, without a space that ends the line.
    pub width: Pt,
    /// Added to each space.
    pub widening: Pt,
    /// Whether a word ends with it, though no space does: what follows is another word.
    pub ends_word: bool,
    /// The words and spaces from left to right, by [`TextArena::atoms`].
    pub(super) atoms: Range<u32>,
}

/// The text of a layout, shared by its pages.
#[derive(Debug, Default)]
pub struct TextArena {
    pub(super) glyphs: Vec<Glyph>,
    /// Each different word and space once.
    pub(super) atoms: Vec<Atom>,
    /// Which of them stand on the lines.
    pub(super) sequence: Vec<u32>,
    pub(super) styles: Vec<TextStyle>,
    pub(super) repertoires: Vec<Repertoire>,
}

impl TextArena {
    /// The words and spaces of a line, from left to right.
    pub fn atoms(&self, line: &TextLine) -> impl DoubleEndedIterator<Item = &Atom> {
        let places = self.sequence.get(line.atoms.start as usize..line.atoms.end as usize);
        places.unwrap_or_default().iter().filter_map(|at| self.atoms.get(*at as usize))
    }

    /// The glyphs of a word or space, from left to right.
    pub fn glyphs(&self, atom: &Atom) -> &[Glyph] {
        self.glyphs.get(atom.glyphs()).unwrap_or_default()
    }

    /// The style of a word or space; `None` only for an atom of another layout.
    pub fn style(&self, atom: &Atom) -> Option<TextStyle> {
        self.styles.get(usize::from(atom.style)).copied()
    }

    /// What the document uses of each face, in the order of the faces.
    pub fn repertoires(&self) -> &[Repertoire] {
        &self.repertoires
    }

    /// The glyph and text behind a [`Glyph`].
    pub fn entry(&self, glyph: &Glyph) -> Option<&Entry> {
        self.repertoires.get(usize::from(glyph.face.0))?.entries.get(glyph.entry as usize)
    }

    /// What a line reads: also text that runs from right to left stands in the order in which it is read.
    pub fn read(&self, line: &TextLine) -> String {
        read(self.atoms(line), &self.glyphs, |glyph| self.entry(glyph).map_or("", |entry| &entry.text))
    }
}

/// A place that can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    /// Its name.
    pub name: String,
    /// Its page, counted from 0.
    pub page: usize,
    /// Where on the page, from the upper edge.
    pub y: Pt,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineEntry {
    /// How deep it is nested, from 0: it belongs to the last entry before it with a lower level.
    pub level: usize,
    /// What it reads.
    pub title: String,
    /// Whether what is nested in it is shown at first.
    pub open: bool,
    /// Its page, counted from 0.
    pub page: usize,
    /// Where on the page, from the upper edge.
    pub y: Pt,
}
