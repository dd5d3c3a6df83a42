//! Tables: columns side by side, a header that is repeated on every page.

use super::flow::Flow;
use super::lines::{Line, Setting};
use super::output::{Item, ItemKind};
use super::roles::{Artifact, NodeId, Part, Role, Scope};
use super::{Align, Colour, LayoutError, Pt, Span, TableStyle};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its width, without the gutter to the next one.
    pub width: Pt,
    /// Where its text stands.
    pub align: Align,
}

/// A cell.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// What it reads.
    pub text: Span<'a>,
    /// What it reads after that.
    pub note: Option<Span<'a>>,
    /// How many columns it covers.
    pub columns: usize,
    /// The destination it leads to.
    pub link: Option<&'a str>,
}

impl<'a> Cell<'a> {
    /// A cell of one column that leads nowhere.
    pub fn new(text: Span<'a>) -> Self {
        Self { text, note: None, columns: 1, link: None }
    }
}

/// A page break may part a row of more lines than this.
const ROW_LINES: usize = 12;

/// A table of no more rows than this is kept on one page.
const SHORT: usize = 12;

impl Flow<'_> {
    /// Opens a table under a header, which is repeated where the table goes on on another page.
    ///
    /// # Errors
    /// As [`paragraph`](Flow::paragraph).
    pub fn open_table(
        &mut self,
        style: &TableStyle,
        columns: &[Column],
        header: &[&[Cell<'_>]],
    ) -> Result<(), LayoutError> {
        self.open(Role::Table);
        let first = self.rows.len();
        self.open(Role::TableHead);
        for (nth, cells) in header.iter().enumerate() {
            let rule = if nth + 1 == header.len() { style.header_rule } else { style.rule };
            self.cells(style, columns, cells, rule, |cell, _| names_columns(cell))?;
        }
        self.close();
        self.open(Role::TableBody);
        for row in self.rows.iter_mut().skip(first) {
            row.keep = true;
        }
        self.table = Some(self.tables.len());
        self.tables.push(first..self.rows.len());
        Ok(())
    }

    /// A row of the table; its first cell names it.
    ///
    /// # Errors
    /// As [`paragraph`](Flow::paragraph).
    pub fn table_row(
        &mut self,
        style: &TableStyle,
        columns: &[Column],
        cells: &[Cell<'_>],
    ) -> Result<(), LayoutError> {
        self.cells(style, columns, cells, style.rule, |cell, nth| match nth {
            0 => Role::HeaderCell { scope: Scope::Row, columns: covered(cell) },
            _ => Role::Cell { columns: covered(cell) },
        })
    }

    /// Ends the table: a short one stands on one page, of a longer one no row stands alone.
    pub fn close_table(&mut self) {
        let header = self.table.take().and_then(|table| self.tables.get(table));
        let body = header.and_then(|header| self.rows.get_mut(header.end..)).unwrap_or_default();
        let count = body.len();
        for (nth, row) in body.iter_mut().enumerate() {
            row.keep |= nth + 1 < count && (count <= SHORT || nth == 0 || nth + 2 == count);
        }
        self.close();
        self.close();
    }

    fn cells(
        &mut self,
        style: &TableStyle,
        columns: &[Column],
        cells: &[Cell<'_>],
        rule: Colour,
        role: fn(&Cell<'_>, usize) -> Role,
    ) -> Result<(), LayoutError> {
        self.open(Role::TableRow);
        let mut set = Vec::with_capacity(cells.len());
        let (mut x, mut columns) = (0.0, columns);
        for (nth, cell) in cells.iter().enumerate() {
            let (own, others) = columns.split_at_checked(cell.columns).unwrap_or((columns, &[]));
            let gutters = own.iter().skip(1).map(|_| style.gutter);
            let width: Pt = own.iter().map(|column| column.width).chain(gutters).sum();
            let align = own.first().map_or(Align::Left, |column| column.align);
            let spans: Vec<_> = std::iter::once(cell.text).chain(cell.note).collect();
            let lines = self.setter.lines(&spans, Setting::new(width, align))?;
            let baseline = self.fonts.centred(cell.text.style, style.leading);
            let node = self.node(role(cell, nth));
            let node = if cell.link.is_some() { self.child(node, Role::Link) } else { node };
            set.push(SetCell { node, x, width, align, baseline, lines, link: cell.link });
            x += width + style.gutter;
            columns = others;
        }
        let count = set.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
        // All cells of a row stand on the same lines, whatever script the highest of them is in.
        let raised = set.iter().map(|cell| cell.room(style.leading).0).fold(0.0, Pt::max);
        let leading = raised + set.iter().map(|cell| cell.room(style.leading).1).fold(style.leading, Pt::max);
        for first in (0..count).step_by(ROW_LINES) {
            let end = (first + ROW_LINES).min(count);
            let (begins, ends) = (first == 0, end == count);
            let top = if begins { style.padding } else { 0.0 };
            #[allow(clippy::cast_precision_loss)] // twelve at most
            let text_height = (end - first) as Pt * leading;
            let height = top + text_height + if ends { style.padding } else { 0.0 };
            let mut items = Vec::new();
            for cell in &set {
                cell.items(first..end, top, raised, leading, &mut items);
            }
            if ends {
                let (width, thickness) = (self.measure(), 0.5);
                let kind =
                    ItemKind::Fill { x: 0.0, y: height - thickness, width, height: thickness, colour: rule };
                items.push(Item { part: Part::Artifact(Artifact::Decoration), kind });
            }
            self.row(0.0, height, false, items);
        }
        self.close();
        Ok(())
    }
}

/// The role of a header's cell: one without text names nothing.
fn names_columns(cell: &Cell<'_>) -> Role {
    let columns = covered(cell);
    match cell.text.text.trim() {
        "" => Role::Cell { columns },
        _ => Role::HeaderCell { scope: Scope::Column, columns },
    }
}

fn covered(cell: &Cell<'_>) -> u16 {
    u16::try_from(cell.columns).unwrap_or(u16::MAX)
}

/// A cell's lines and where they go.
struct SetCell<'a> {
    node: NodeId,
    x: Pt,
    width: Pt,
    align: Align,
    baseline: Pt,
    lines: Vec<Line>,
    link: Option<&'a str>,
}

impl SetCell<'_> {
    /// How much lower than usual its lines must stand, and how high a line is then, from where it usually begins.
    fn room(&self, leading: Pt) -> (Pt, Pt) {
        self.lines.iter().fold((0.0, leading), |(raised, height), line| {
            let (baseline, full) = line.room(self.baseline, leading);
            let own = baseline - self.baseline;
            (own.max(raised), (full - own).max(height))
        })
    }

    fn items(&self, lines: std::ops::Range<usize>, top: Pt, raised: Pt, leading: Pt, into: &mut Vec<Item>) {
        let mut y = top;
        for line in self.lines.iter().skip(lines.start).take(lines.len()) {
            let text = line.placed(self.x, self.width, y + raised + self.baseline, self.align);
            let link = self.link.map(|to| ItemKind::Link {
                x: text.x,
                y,
                width: text.width,
                height: leading,
                to: to.to_owned(),
            });
            let kinds = std::iter::once(ItemKind::Text(text)).chain(link);
            into.extend(kinds.map(|kind| Item { part: Part::Content(self.node), kind }));
            y += leading;
        }
    }
}
