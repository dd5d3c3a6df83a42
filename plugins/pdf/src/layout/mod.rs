//! Lines, pages and their order, with real font metrics, and without knowledge of PDF or of sessions.
//!
//! A [`Flow`] takes paragraphs, panels and tables in reading order, each inside nodes that carry its role
//! (heading, paragraph, table cell); [`Flow::finish`] breaks the flow into pages. The [`Layout`] it gives holds
//! every glyph in its place, the tree of roles, the destinations and the outline: all that is left to a writer is
//! the file format.
//!
//! Paragraphs become words (shaped to glyphs, once each), words atoms with break opportunities between them, atoms
//! lines, lines rows, rows pages. Every step takes linear time.

mod bidi;
mod breaker;
mod clean;
mod columns;
mod figure;
mod flow;
mod font;
mod hyphens;
mod lines;
mod output;
mod pager;
mod paragraph;
mod plan;
mod roles;
mod sfnt;
mod shape;
mod style;
mod table;

use columns::Band;

pub use figure::{Drawing, DrawnText, Fill, Place, Tile};
pub use flow::Flow;
pub use font::{Face, FaceData, FaceFile, FaceId, FaceMetrics, Fonts, Look, Rank, SharedBytes};
pub use lines::{Atom, Line};
pub use output::{Destination, Item, ItemKind, Layout, OutlineEntry, Page, TextArena, TextLine};
pub use pager::Running;
pub use roles::{Artifact, Node, NodeId, Numbering, Part, Role, Scope};
pub use sfnt::{Outlines, Unusable};
pub(crate) use shape::is_invisible;
pub use shape::{Entry, Glyph, Repertoire};
pub use style::{
    Align, Colour, ColumnFill, ColumnStyle, Geometry, Keep, Marker, PanelStyle, ParagraphStyle, Pt, Reach,
    Span, TableStyle, TextStyle,
};
pub use table::{Cell, Column};

/// Why there is no layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LayoutError {
    /// A style names a face the fonts do not have.
    NoSuchFace(FaceId),
    /// The shaper refused a font or a text.
    Shaping,
    /// There are more glyphs, lines or rows than a layout can count (4,294,967,295).
    TooLong,
}

impl std::fmt::Display for LayoutError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LayoutError::NoSuchFace(face) => write!(f, "there is no face number {}", face.0),
            LayoutError::Shaping => f.write_str("the text could not be shaped"),
            LayoutError::TooLong => f.write_str("the document is too long to be laid out"),
        }
    }
}

impl std::error::Error for LayoutError {}
