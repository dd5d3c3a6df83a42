//! Columns: text side by side, over the whole page or a part of it.

use super::flow::Flow;
use super::{ColumnFill, ColumnStyle, Pt};

/// A stretch of the flow in so many columns.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Band {
    pub(super) count: usize,
    /// The width of each.
    pub(super) width: Pt,
    pub(super) gutter: Pt,
    pub(super) fill: ColumnFill,
    /// Whether the first column is the one at the right, as the first text in them has it; not known before.
    pub(super) rtl: Option<bool>,
}

impl Band {
    /// The left edge of a column, from that of the text area.
    pub(super) fn left(&self, column: usize) -> Pt {
        let from_left = match self.rtl {
            Some(true) => self.count.saturating_sub(column + 1),
            _ => column,
        };
        #[allow(clippy::cast_precision_loss)] // a page has few columns
        let steps = from_left as Pt;
        steps * (self.width + self.gutter)
    }
}

impl Flow<'_> {
    /// Sets what follows, up to [`close_columns`](Self::close_columns), in columns. They begin below what stands on the
    /// page already. Not to be called inside a table, a panel, or other columns.
    pub fn open_columns(&mut self, style: ColumnStyle) {
        let count = style.count.max(1);
        #[allow(clippy::cast_precision_loss)] // a page has few columns
        let (number, gutters) = (count as Pt, (count - 1) as Pt);
        let width = (self.geometry.measure() - gutters * style.gutter) / number;
        self.band = self.bands.len();
        self.bands.push(Band { count, width, gutter: style.gutter, fill: style.fill, rtl: None });
    }

    /// Ends the columns: what follows has the whole width again, below the longest of them.
    pub fn close_columns(&mut self) {
        // What stands last in a column is kept with nothing: the place below it is not below it alone.
        if let Some(last) = self.rows.last_mut().filter(|last| last.band == self.band && self.band > 0) {
            last.keep = false;
        }
        self.band = 0;
    }

    /// The width that is there for what comes next: of a column, or of the text area.
    pub fn measure(&self) -> Pt {
        self.bands.get(self.band).map_or(0.0, |band| band.width)
    }
}
