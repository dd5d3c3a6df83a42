//! Which rows stand in which column of which page.

use std::ops::Range;

use super::flow::Row;
use super::{Band, ColumnFill, Pt};

/// A page: the columns on it, in reading order.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) frames: Vec<Frame>,
}

/// A column of rows, and the table header repeated above them.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) rows: Range<usize>,
    pub(super) header: Option<Range<usize>>,
    /// Its left edge, from the text area's.
    pub(super) x: Pt,
    /// Its upper edge, from the page's.
    pub(super) y: Pt,
}

/// What is to be put on pages.
pub(super) struct Planner<'a> {
    rows: &'a [Row],
    tables: &'a [Range<usize>],
    bands: &'a [Band],
    /// Where each stretch of rows of one band ends, and where a page has to.
    ends: Vec<usize>,
    top: Pt,
    floor: Pt,
}

/// How far a column has come.
struct Fill {
    end: usize,
    /// The last place in it where a break is allowed, if there is one.
    allowed: Option<usize>,
    /// The height up to there, and up to the end.
    heights: (Pt, Pt),
    header: Option<Range<usize>>,
}

impl<'a> Planner<'a> {
    /// For pages whose text begins at `top` and ends at `floor`.
    pub(super) fn new(
        rows: &'a [Row],
        tables: &'a [Range<usize>],
        bands: &'a [Band],
        top: Pt,
        floor: Pt,
    ) -> Self {
        let mut ends = Vec::new();
        for stretch in rows.chunk_by(|row, next| row.band == next.band && !next.opens_page) {
            ends.push(ends.last().copied().unwrap_or(0) + stretch.len());
        }
        Self { rows, tables, bands, ends, top, floor }
    }

    /// Fills each page with as many rows as have room, up to the last place where a break is allowed. One page at least.
    pub(super) fn pages(&self) -> Vec<Plan> {
        let mut pages = Vec::new();
        let mut start = 0;
        loop {
            let (plan, end) = self.page(start);
            pages.push(plan);
            if end >= self.rows.len() {
                return pages;
            }
            start = end;
        }
    }

    /// The page that begins with row `start`, and the row the next one begins with.
    fn page(&self, start: usize) -> (Plan, usize) {
        let mut plan = Plan::default();
        let mut allowed = None;
        let (mut at, mut y) = (start, self.top);
        while let Some(row) = self.rows.get(at) {
            let band = self.bands.get(row.band).copied().unwrap_or_default();
            let end = self.ends.get(self.ends.partition_point(|end| *end <= at)).copied();
            let end = end.unwrap_or(self.rows.len());
            let fresh = plan.frames.is_empty();
            if row.opens_page && !fresh {
                return (plan, at);
            }
            y += if fresh { 0.0 } else { row.before };
            let before = plan.frames.len();
            let filled = self.band(band, at..end, y, fresh, &mut plan);
            allowed = filled.allowed.or(allowed);
            if filled.end < end {
                // Where nothing within the band may stand last on the page, something above it may.
                let break_at = allowed.unwrap_or(filled.end).max(start + 1);
                if break_at <= at {
                    plan.frames.truncate(before);
                }
                plan.cut(break_at);
                return (plan, break_at);
            }
            (at, y) = (end, filled.bottom);
        }
        (plan, self.rows.len())
    }

    /// Puts rows in a band's columns, which begin at `y`. Where none of them has room, none, unless the page is `fresh`.
    fn band(&self, band: Band, rows: Range<usize>, y: Pt, fresh: bool, plan: &mut Plan) -> Filled {
        let room = self.floor - y;
        let first = plan.frames.len();
        let mut filled = self.columns(band, rows.clone(), (y, room), fresh, plan);
        if filled.end == rows.end && band.count > 1 && band.fill == ColumnFill::Balanced {
            let total: Pt = plan.frames.iter().skip(first).map(|frame| self.height(frame)).sum();
            #[allow(clippy::cast_precision_loss)] // a page has few columns
            let (mut low, mut high) = (total / band.count as Pt, filled.bottom - y);
            while high - low > 1.0 {
                let height = (low + high) / 2.0;
                let mut attempt = Plan::default();
                let tried = self.columns(band, rows.clone(), (y, height), false, &mut attempt);
                if tried.end == rows.end {
                    high = tried.bottom - y;
                    plan.frames.truncate(first);
                    plan.frames.append(&mut attempt.frames);
                    filled = tried;
                } else {
                    low = height;
                }
            }
        }
        filled
    }

    fn columns(
        &self,
        band: Band,
        rows: Range<usize>,
        (y, room): (Pt, Pt),
        fresh: bool,
        plan: &mut Plan,
    ) -> Filled {
        let mut filled = Filled { end: rows.start, bottom: y, allowed: None };
        for column in 0..band.count.max(1) {
            let at = filled.end;
            let fill = self.fill(at..rows.end, room, fresh);
            let (end, height) = match (fill.end == rows.end, fill.allowed) {
                (true, _) => (fill.end, fill.heights.1),
                (false, Some(allowed)) => (allowed, fill.heights.0),
                // On a fresh page there will never be more room: the rule has to give way.
                (false, None) if fresh => (fill.end, fill.heights.1),
                (false, None) => break,
            };
            plan.frames.push(Frame { rows: at..end, header: fill.header, x: band.left(column), y });
            filled.end = end;
            filled.bottom = filled.bottom.max(y + height);
            filled.allowed = fill.allowed.or(filled.allowed);
            if end != rows.end {
                filled.allowed = Some(end);
            }
            if end == rows.end {
                break;
            }
        }
        filled
    }

    /// As many of the rows as have room, at least one where there `must` be.
    fn fill(&self, rows: Range<usize>, room: Pt, must: bool) -> Fill {
        let start = rows.start;
        let header = self.rows.get(start).and_then(|row| self.tables.get(row.table?)).cloned();
        // A header directly above its table's first row is a row of its own, not a repetition.
        let header = header.filter(|header| !header.is_empty() && start > header.end);
        let mut used = self.header_height(header.as_ref());
        let mut fill = Fill { end: start, allowed: None, heights: (used, used), header };
        for (at, row) in rows.clone().filter_map(|at| Some((at, self.rows.get(at)?))) {
            let above = if at == start { 0.0 } else { row.before };
            if used + above + row.height > room && (at > start || !must) {
                break;
            }
            used += above + row.height;
            fill.end = at + 1;
            fill.heights.1 = used;
            // Nor does a line stand alone in a column that it goes on from: such a line has no space below it.
            let alone =
                at == start && rows.contains(&(at + 1)) && self.rows.get(at + 1).is_some_and(is_close);
            if !row.keep && !alone {
                fill.allowed = Some(fill.end);
                fill.heights.0 = used;
            }
        }
        fill
    }

    fn header_height(&self, header: Option<&Range<usize>>) -> Pt {
        let rows = header.and_then(|header| self.rows.get(header.clone())).unwrap_or_default();
        rows.iter().map(|row| row.height).sum()
    }

    fn height(&self, frame: &Frame) -> Pt {
        let rows = self.rows.get(frame.rows.clone()).unwrap_or_default();
        let rows = rows.iter().enumerate();
        let rows: Pt = rows.map(|(nth, row)| row.height + if nth == 0 { 0.0 } else { row.before }).sum();
        self.header_height(frame.header.as_ref()) + rows
    }
}

fn is_close(row: &Row) -> bool {
    row.before == 0.0
}

/// How far a band has come on a page.
struct Filled {
    end: usize,
    bottom: Pt,
    /// The last place in it where a break is allowed.
    allowed: Option<usize>,
}

impl Plan {
    /// Leaves the rows from `end` on to the next page.
    fn cut(&mut self, end: usize) {
        self.frames.retain(|frame| frame.rows.start < end);
        if let Some(last) = self.frames.last_mut() {
            last.rows.end = last.rows.end.min(end);
        }
    }
}
