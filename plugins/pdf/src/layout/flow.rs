//! The flow: paragraphs, panels and tables in reading order, set in lines and waiting for pages.

use std::ops::Range;

use super::lines::{Line, Setting, Stretch, Typesetter};
use super::output::{Item, ItemKind, TextLine};
use super::roles::{Node, NodeId, Part, Role};
use super::{
    Align, Band, Colour, ColumnFill, Fonts, Geometry, Keep, LayoutError, Marker, PanelStyle, ParagraphStyle,
    Pt, Reach, Span, TextStyle,
};

/// A heading of more lines than this may part from itself, though not from what follows.
const MOST_KEPT: usize = 6;

/// Lines of fewer ems than this are short: running text in them is hyphenated.
const NARROW: Pt = 26.0;

/// A document in the making.
pub struct Flow<'f> {
    pub(super) fonts: &'f Fonts,
    pub(super) geometry: Geometry,
    pub(super) language: String,
    pub(super) setter: Typesetter<'f>,
    pub(super) nodes: Vec<Node>,
    open: Vec<NodeId>,
    pub(super) rows: Vec<Row>,
    /// The items of all rows; their places are measured from the text area's left edge and the row's upper edge.
    pub(super) items: Vec<Item>,
    pub(super) panels: Vec<PanelStyle>,
    pub(super) tables: Vec<Range<usize>>,
    pub(super) anchors: Vec<Anchor>,
    pub(super) headings: Vec<Heading>,
    pub(super) references: Vec<PageReference>,
    /// The space the last row wants below it.
    after: Pt,
    /// Whether the next row opens a page.
    opens_page: bool,
    panel: Option<Panel>,
    pub(super) table: Option<usize>,
    /// The columns of each stretch of the flow; the first is the whole width.
    pub(super) bands: Vec<Band>,
    /// Which of them the next row stands in.
    pub(super) band: usize,
}

/// A row of the flow, which no page break parts: a line, or lines side by side.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The space above it, unless it is the first on its page.
    pub(super) before: Pt,
    pub(super) height: Pt,
    pub(super) items: Range<usize>,
    /// Whether the next row must stand on the same page.
    pub(super) keep: bool,
    /// Whether it is the first on its page, whatever room there is on the one before.
    pub(super) opens_page: bool,
    pub(super) panel: Option<usize>,
    pub(super) table: Option<usize>,
    pub(super) band: usize,
}

/// A name for the place of a row.
#[derive(Debug)]
pub(super) struct Anchor {
    pub(super) row: usize,
    pub(super) name: String,
}

/// An entry of the outline that points at a row.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) row: usize,
    pub(super) level: usize,
    pub(super) open: bool,
    pub(super) title: String,
}

/// A page number to be filled in once the pages are known.
#[derive(Debug)]
pub(super) struct PageReference {
    pub(super) row: usize,
    pub(super) node: NodeId,
    pub(super) style: TextStyle,
    /// Its baseline, from the row's upper edge.
    pub(super) baseline: Pt,
    /// At which end of the line.
    pub(super) align: Align,
    /// Where the entry begins and ends, and the colour of the rule from there to the number.
    pub(super) entry: (Pt, Pt),
    pub(super) rule: Colour,
    pub(super) to: String,
}

struct Panel {
    place: usize,
    padding: Pt,
    /// From its left edge to the text, and from the text to its right edge.
    sides: Pt,
    /// Whether no row stands in it yet.
    fresh: bool,
}

impl<'f> Flow<'f> {
    /// An empty flow for pages of this geometry and text in this language (BCP 47).
    pub fn new(fonts: &'f Fonts, geometry: Geometry, language: &str) -> Self {
        let document = Node { role: Role::Document, parent: None, alternative: None };
        Self {
            fonts,
            geometry,
            language: language.to_owned(),
            setter: Typesetter::new(fonts, language),
            nodes: vec![document],
            open: vec![NodeId(0)],
            rows: Vec::new(),
            items: Vec::new(),
            panels: Vec::new(),
            tables: Vec::new(),
            anchors: Vec::new(),
            headings: Vec::new(),
            references: Vec::new(),
            after: 0.0,
            opens_page: false,
            panel: None,
            table: None,
            bands: vec![Band {
                count: 1,
                width: geometry.measure(),
                gutter: 0.0,
                fill: ColumnFill::Full,
                rtl: None,
            }],
            band: 0,
        }
    }

    /// Opens a part of the document; what follows, up to [`close`](Self::close), is content of it.
    pub fn open(&mut self, role: Role) {
        let id = self.node(role);
        self.open.push(id);
    }

    /// Closes the part opened last.
    pub fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    /// Names the place where the next row will stand.
    pub fn anchor(&mut self, name: &str) {
        self.anchors.push(Anchor { row: self.rows.len(), name: name.to_owned() });
    }

    /// An entry of the outline for the place where the next row will stand; `open` shows what is nested in it.
    pub fn outline(&mut self, level: usize, open: bool, title: impl Into<String>) {
        self.headings.push(Heading { row: self.rows.len(), level, open, title: title.into() });
    }

    /// Leaves at least this much space above the next row.
    pub fn space(&mut self, space: Pt) {
        self.after = self.after.max(space);
    }

    /// Puts what follows on a page of its own, where anything stands before it.
    pub fn open_page(&mut self) {
        self.opens_page = !self.rows.is_empty();
    }

    /// Puts what follows, up to [`close_panel`](Self::close_panel), on a tinted panel.
    pub fn open_panel(&mut self, style: PanelStyle) {
        let PanelStyle { padding, reach, .. } = style;
        let sides = if reach == Reach::Page { 0.0 } else { padding };
        self.panel = Some(Panel { place: self.panels.len(), padding, sides, fresh: true });
        self.panels.push(style);
    }

    /// Ends the panel.
    pub fn close_panel(&mut self) {
        if let Some(Panel { padding, fresh: false, .. }) = self.panel.take()
            && let Some(last) = self.rows.last_mut()
        {
            last.height += padding;
        }
    }

    /// A paragraph, as a part of the document with this role. Nothing to draw, no paragraph.
    ///
    /// # Errors
    /// [`LayoutError::NoSuchFace`], [`LayoutError::Shaping`], [`LayoutError::TooLong`].
    pub fn paragraph(
        &mut self,
        role: Role,
        style: &ParagraphStyle,
        spans: &[Span<'_>],
    ) -> Result<(), LayoutError> {
        let node = self.node(role);
        self.set(node, style, None, spans, None)
    }

    /// A paragraph with a mark in the margin beside its first line.
    ///
    /// # Errors
    /// As [`paragraph`](Self::paragraph).
    pub fn marked(
        &mut self,
        role: Role,
        style: &ParagraphStyle,
        marker: Marker<'_>,
        spans: &[Span<'_>],
    ) -> Result<(), LayoutError> {
        let node = self.node(role);
        let mark = self.child(node, Role::Mark);
        self.set(node, style, Some((marker, mark)), spans, None)
    }

    /// Opens an item of a list with a paragraph behind its bullet or number. What follows, up to
    /// [`close_item`](Self::close_item), is part of what the item says.
    ///
    /// # Errors
    /// As [`paragraph`](Self::paragraph).
    pub fn open_item(
        &mut self,
        style: &ParagraphStyle,
        marker: Marker<'_>,
        spans: &[Span<'_>],
    ) -> Result<(), LayoutError> {
        self.open(Role::ListItem);
        let label = self.node(Role::Label);
        self.open(Role::ListBody);
        let node = self.node(Role::Paragraph);
        self.set(node, style, Some((marker, label)), spans, None)
    }

    /// Ends the item opened last.
    pub fn close_item(&mut self) {
        self.close();
        self.close();
    }

    /// A line of a table of contents: `text`, a link to the destination `to`, and the number of its page at the right,
    /// behind a rule of the colour `leader`.
    ///
    /// # Errors
    /// As [`paragraph`](Self::paragraph).
    pub fn contents_entry(
        &mut self,
        style: &ParagraphStyle,
        text: &str,
        to: &str,
        leader: Colour,
    ) -> Result<(), LayoutError> {
        let first = self.rows.len();
        self.open(Role::ContentsEntry);
        self.open(Role::Reference);
        let node = self.node(Role::Link);
        self.set(node, style, None, &[Span::new(text, style.text)], Some(to))?;
        if self.rows.len() > first {
            let row = self.rows.len() - 1;
            // It stands on the baseline of the entry's last line, at the other end of it.
            let text = self.items.iter().rev().find_map(|item| match &item.kind {
                ItemKind::Text(text) => Some(text),
                _ => None,
            });
            let (baseline, entry) =
                text.map_or((0.0, (0.0, 0.0)), |text| (text.y, (text.x, text.x + text.width)));
            let align = if self.setter.paragraph.rtl { Align::Left } else { Align::Right };
            let (style, to) = (style.text, to.to_owned());
            self.references.push(PageReference {
                row,
                node,
                style,
                baseline,
                align,
                entry,
                rule: leader,
                to,
            });
        }
        self.close();
        self.close();
        Ok(())
    }

    /// The lines of a paragraph, content of `node`, with a mark to the left of the first; `link` says where all of
    /// it leads.
    fn set(
        &mut self,
        node: NodeId,
        style: &ParagraphStyle,
        marker: Option<(Marker<'_>, NodeId)>,
        spans: &[Span<'_>],
        link: Option<&str>,
    ) -> Result<(), LayoutError> {
        let sides = self.sides();
        let measure = self.measure() - 2.0 * sides - style.indent - style.right;
        let is_narrow = measure < NARROW * style.text.size;
        let hyphenate = style.hyphenate && (style.align == Align::Justified || is_narrow);
        let lines = self.setter.lines(spans, Setting { measure, align: style.align, hyphenate })?;
        let count = lines.len();
        let Some(first) = lines.first() else { return Ok(()) };
        let rtl = first.rtl;
        if let Some(band) = self.bands.get_mut(self.band) {
            band.rtl.get_or_insert(rtl);
        }
        let left = sides + if rtl { style.right } else { style.indent };
        let centred = self.baseline(style);
        let mut label = match marker {
            Some((marker, node)) => {
                let edge = if rtl { left + measure } else { left };
                self.label(edge, rtl, first.room(centred, style.leading).0, marker, node)?
            }
            None => None,
        };
        // The node of each span that leads somewhere, from its first line on.
        let mut links = vec![None; spans.len()];
        for (nth, line) in lines.into_iter().enumerate() {
            let before = if nth == 0 { style.before } else { 0.0 };
            // At least two lines at a page's foot and two at the next one's head.
            let parts_badly = (nth == 0 && count > 1) || nth + 2 == count;
            let with_next = style.keep == Keep::WithNext && (count <= MOST_KEPT || nth + 1 == count);
            let keep = parts_badly || with_next;
            let (baseline, height) = line.room(centred, style.leading);
            let text = line.placed(left, measure, baseline, style.align);
            let mut items = Vec::from_iter(label.take());
            if line.stretches.is_empty() {
                items.push(Item { part: Part::Content(node), kind: ItemKind::Text(text) });
            } else {
                self.stretches(node, &line, &text, height, spans, &mut links, &mut items);
            }
            items.extend(link.map(|to| {
                // From the text to where the page's number stands.
                let (x, width) = (if rtl { 0.0 } else { left }, self.measure() - sides - style.indent);
                let kind = ItemKind::Link { x, y: 0.0, width, height, to: to.to_owned() };
                Item { part: Part::Content(node), kind }
            }));
            self.row(before, height, keep, items);
        }
        self.after = style.after;
        Ok(())
    }

    /// A line that stands at `whole`, with the stretches that lead somewhere in nodes of their own.
    #[allow(clippy::too_many_arguments)]
    fn stretches(
        &mut self,
        node: NodeId,
        line: &Line,
        whole: &TextLine,
        leading: Pt,
        spans: &[Span<'_>],
        links: &mut [Option<NodeId>],
        into: &mut Vec<Item>,
    ) {
        let count = line.stretches.len();
        for (nth, Stretch { atoms, x, width, leads }) in line.stretches.iter().cloned().enumerate() {
            let ends_word = whole.ends_word && nth + 1 == count;
            let (x, y) = (whole.x + x, whole.y);
            let text = ItemKind::Text(TextLine { x, y, width, widening: whole.widening, ends_word, atoms });
            let span = leads.and_then(|span| Some((links.get_mut(span)?, spans.get(span)?.link?)));
            let Some((link, to)) = span else {
                into.push(Item { part: Part::Content(node), kind: text });
                continue;
            };
            let own = *link.get_or_insert_with(|| self.child(node, Role::Link));
            let place = ItemKind::Link { x, y: 0.0, width, height: leading, to: to.to_owned() };
            into.extend([text, place].map(|kind| Item { part: Part::Content(own), kind }));
        }
    }

    /// A mark beside the edge at which a paragraph begins.
    fn label(
        &mut self,
        edge: Pt,
        rtl: bool,
        baseline: Pt,
        marker: Marker<'_>,
        node: NodeId,
    ) -> Result<Option<Item>, LayoutError> {
        let lines = self.setter.lines(&[marker.span], Setting::new(Pt::MAX, Align::Left))?;
        Ok(lines.into_iter().next().map(|line| {
            let x = if rtl { edge + marker.gap } else { edge - marker.gap - line.width };
            let kind = ItemKind::Text(line.placed(x, line.width, baseline, Align::Left));
            Item { part: Part::Content(node), kind }
        }))
    }

    /// How far in text stands from either side: on a panel, a little.
    pub(super) fn sides(&self) -> Pt {
        self.panel.as_ref().map_or(0.0, |panel| panel.sides)
    }

    /// Where the baseline of a line stands below its upper edge: the letters are centred in the leading.
    pub(super) fn baseline(&self, style: &ParagraphStyle) -> Pt {
        self.fonts.centred(style.text, style.leading)
    }

    /// A part of what is open.
    pub(super) fn node(&mut self, role: Role) -> NodeId {
        self.child(self.open.last().copied().unwrap_or(NodeId(0)), role)
    }

    pub(super) fn child(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { role, parent: Some(parent), alternative: None });
        id
    }

    /// Appends a row; what was said of the next row applies to it.
    pub(super) fn row(&mut self, before: Pt, height: Pt, keep: bool, items: impl IntoIterator<Item = Item>) {
        let fresh = |panel: &mut Panel| std::mem::take(&mut panel.fresh).then_some(panel.padding);
        let shift = self.panel.as_mut().and_then(fresh).unwrap_or(0.0);
        let start = self.items.len();
        self.items.extend(items.into_iter().map(|item| item.moved(0.0, shift)));
        self.rows.push(Row {
            before: self.after.max(before),
            height: height + shift,
            items: start..self.items.len(),
            keep,
            opens_page: std::mem::take(&mut self.opens_page),
            panel: self.panel.as_ref().map(|panel| panel.place),
            table: self.table,
            band: self.band,
        });
        self.after = 0.0;
    }
}

impl Line {
    /// Its baseline, from its upper edge, and its height, where those of its style leave too little room for what
    /// stands in for the style's face.
    pub(super) fn room(&self, baseline: Pt, leading: Pt) -> (Pt, Pt) {
        let (above, below) = self.reach;
        let below = below.max(leading - baseline);
        let baseline = baseline.max(above);
        (baseline, baseline + below)
    }

    /// The line with its text at `left`, or as its alignment wants it in `measure`. Where it runs from right to left,
    /// both sides are swapped.
    pub(super) fn placed(&self, left: Pt, measure: Pt, baseline: Pt, align: Align) -> TextLine {
        let width = self.width + self.widening * self.spaces;
        let at_right = (align == Align::Right) != self.rtl;
        let x = if at_right { left + measure - width } else { left };
        let (widening, ends_word) = (self.widening, self.ends_word);
        TextLine { x, y: baseline, width, widening, ends_word, atoms: self.atoms.clone() }
    }
}

impl Item {
    pub(super) fn moved(mut self, right: Pt, down: Pt) -> Self {
        let (x, y) = match &mut self.kind {
            ItemKind::Text(line) => (&mut line.x, &mut line.y),
            ItemKind::Fill { x, y, .. } | ItemKind::Link { x, y, .. } => (x, y),
        };
        *x += right;
        *y += down;
        self
    }
}
