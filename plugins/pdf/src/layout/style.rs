//! What text looks like before it is laid out. Lengths are PostScript points (1/72 inch).

use super::FaceId;

/// A length in PostScript points.
pub type Pt = f32;

/// An sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Face, size and colour of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// The face it is set in; characters it lacks come from the others.
    pub face: FaceId,
    /// The em.
    pub size: Pt,
    /// The colour of its glyphs.
    pub colour: Colour,
}

/// A stretch of text in one style.
#[derive(Debug, Clone, Copy)]
pub struct Span<'a> {
    /// The text as the source has it: line ends in it are kept, control characters and soft hyphens are not drawn.
    pub text: &'a str,
    /// What it looks like.
    pub style: TextStyle,
    /// The destination it leads to.
    pub link: Option<&'a str>,
}

impl<'a> Span<'a> {
    /// A stretch that leads nowhere.
    pub fn new(text: &'a str, style: TextStyle) -> Self {
        Self { text, style, link: None }
    }
}

/// How a paragraph stands on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ParagraphStyle {
    /// The style of its text where a caller has no reason to choose another.
    pub text: TextStyle,
    /// From one baseline to the next.
    pub leading: Pt,
    /// The least space above it; of two spaces that meet, the larger counts.
    pub before: Pt,
    /// The least space below it.
    pub after: Pt,
    /// Moved in from the left.
    pub indent: Pt,
    /// Moved in from the right.
    pub right: Pt,
    /// Where the text stands between its two edges.
    pub align: Align,
    /// What may not part it from its neighbours.
    pub keep: Keep,
    /// Whether it is running text, whose words may be hyphenated where lines are even or short: neither a heading nor
    /// names nor addresses.
    pub hyphenate: bool,
}

/// Where a line stands between its two edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left; the right edge is ragged.
    Left,
    /// At the right.
    Right,
    /// At the left, in lines about as long as each other: titles, headings.
    Balanced,
    /// At both, by widened or narrowed spaces; the last line at the left.
    Justified,
}

/// Which page breaks a paragraph forbids, beside those that would leave a single line behind or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// None.
    Loose,
    /// The one after it, and any within it unless it is as long as no heading is: headings, labels.
    WithNext,
}

/// Columns side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ColumnStyle {
    /// How many.
    pub count: usize,
    /// Between one column and the next.
    pub gutter: Pt,
    /// How far down the last page's columns go.
    pub fill: ColumnFill,
}

/// How far down columns go on the page where they end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnFill {
    /// All about as far as each other.
    #[default]
    Balanced,
    /// The first to the foot of the page, before anything stands in the second.
    Full,
}

/// A mark that hangs to the left of a paragraph's first line: a bullet, a number, a speaker's initials.
#[derive(Debug, Clone, Copy)]
pub struct Marker<'a> {
    /// What it reads.
    pub span: Span<'a>,
    /// From the mark's right edge to the paragraph's left edge.
    pub gap: Pt,
}

/// A tinted panel behind paragraphs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelStyle {
    /// The tint.
    pub fill: Colour,
    /// How far it goes.
    pub reach: Reach,
    /// From its upper edge to the text, and from the text to its lower edge.
    pub padding: Pt,
}

/// How far a panel goes to the sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reach {
    /// As far as text does, which stands further in, by the padding; with a bar of this colour along the left edge.
    Text(Colour),
    /// From edge to edge of the page, and to its upper edge where nothing stands above.
    Page,
}

/// How a table is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TableStyle {
    /// From one baseline to the next.
    pub leading: Pt,
    /// From a row's edges to its text.
    pub padding: Pt,
    /// Between one column's edge and the next column's.
    pub gutter: Pt,
    /// The hairline under a row.
    pub rule: Colour,
    /// The line under the header.
    pub header_rule: Colour,
}

/// The page and the area text may stand in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Geometry {
    /// The page's width.
    pub width: Pt,
    /// The page's height.
    pub height: Pt,
    /// From the page's left edge to the text.
    pub left: Pt,
    /// From the page's right edge to the text.
    pub right: Pt,
    /// From the page's upper edge to the text.
    pub top: Pt,
    /// From the page's lower edge to the text.
    pub bottom: Pt,
}

impl Geometry {
    /// The width of the text area.
    pub fn measure(&self) -> Pt {
        self.width - self.left - self.right
    }

    /// The lower edge of the text area, from the page's upper edge.
    pub fn floor(&self) -> Pt {
        self.height - self.bottom
    }
}
