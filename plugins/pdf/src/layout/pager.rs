//! Rows to pages.

use std::collections::HashMap;
use std::ops::Range;

use super::flow::{Flow, PageReference, Row};
use super::lines::Typesetter;
use super::output::{Destination, Item, ItemKind, Layout, OutlineEntry, Page};
use super::roles::{Artifact, Part};
use super::{Align, Colour, Geometry, LayoutError, Pt, Span, TextStyle};

/// What stands at the head and the foot of pages.
#[derive(Debug, Clone, Copy)]
pub struct Running<'a> {
    /// At the head, on every page but the first; shortened to fit.
    pub head: Option<Span<'a>>,
    /// The baseline of the head, from the page's upper edge.
    pub head_baseline: Pt,
    /// The style of the foot.
    pub foot: TextStyle,
    /// The baseline of the foot, from the page's upper edge.
    pub foot_baseline: Pt,
    /// What the foot reads on a page of so many.
    pub foot_text: fn(page: usize, pages: usize) -> String,
    /// The hairline that parts the head from the text.
    pub rule: Colour,
}

impl Flow<'_> {
    /// Breaks the flow into pages. A link to a name without a place is left out, and so is a name's second place.
    ///
    /// # Errors
    /// As [`paragraph`](Flow::paragraph).
    pub fn finish(self, running: &Running<'_>) -> Result<Layout, LayoutError> {
        let Flow { geometry, mut setter, rows, items, .. } = self;
        let plans = plan(&rows, &self.tables, geometry.floor() - geometry.top);
        let places = Places::new(&rows, &plans, geometry.top);

        let mut destinations = Vec::with_capacity(self.anchors.len());
        let mut known = HashMap::with_capacity(self.anchors.len());
        for anchor in self.anchors {
            let (page, y) = places.of(anchor.row);
            known.entry(anchor.name.clone()).or_insert_with(|| {
                destinations.push(Destination { name: anchor.name, page, y });
                page
            });
        }
        let leads =
            |item: &&Item| !matches!(&item.kind, ItemKind::Link { to, .. } if !known.contains_key(to));
        let mut numbers = Vec::with_capacity(self.references.len());
        for PageReference { row, node, style, baseline, to } in self.references {
            let Some(page) = known.get(&to) else { continue };
            let line = setter.lines(&[Span::new(&(page + 1).to_string(), style)], Pt::MAX, Align::Left)?;
            let placed =
                line.first().map(|line| line.placed(0.0, geometry.measure(), baseline, Align::Right));
            let part = Part::Content(node);
            numbers.extend(placed.map(|line| (row, Item { part, kind: ItemKind::Text(line) })));
        }
        let mut numbers = numbers.into_iter().peekable();
        let mut pages = Vec::with_capacity(plans.len());
        for plan in &plans {
            let mut page = Page { items: panels(&rows, plan, &self.panels, &places, &geometry) };
            let mut y = geometry.top;
            for row in plan.header.clone().into_iter().flatten().filter_map(|row| rows.get(row)) {
                // It is content once, where it stands first.
                let part = Part::Artifact(Artifact::Repeated);
                let seen = row.items(&items).filter(|item| !matches!(item.kind, ItemKind::Link { .. }));
                let repeated = seen.map(|item| Item { part, ..item.clone() });
                page.items.extend(repeated.map(|item| item.moved(geometry.left, y)));
                y += row.height;
            }
            for (at, row) in plan.rows.clone().filter_map(|at| Some((at, rows.get(at)?))) {
                let y = places.of(at).1;
                let own = row.items(&items).filter(leads).cloned();
                let number =
                    std::iter::from_fn(|| numbers.next_if(|(row, _)| *row == at)).map(|(_, item)| item);
                page.items.extend(own.chain(number).map(|item| item.moved(geometry.left, y)));
            }
            pages.push(page);
        }
        running.add(&mut pages, &mut setter, &geometry)?;
        let outline = self.headings.into_iter().map(|heading| {
            let (page, y) = places.of(heading.row);
            OutlineEntry { level: heading.level, title: heading.title, open: heading.open, page, y }
        });
        Ok(Layout {
            geometry,
            language: self.language,
            pages,
            nodes: self.nodes,
            destinations,
            outline: outline.collect(),
            missing: std::mem::take(&mut setter.shaper.missing),
            text: setter.finish(),
        })
    }
}

/// The rows of a page, and of the table header repeated above them.
struct Plan {
    rows: Range<usize>,
    header: Option<Range<usize>>,
}

/// Fills each page with as many rows as have room, up to the last place where a break is allowed. One page at least.
fn plan(rows: &[Row], tables: &[Range<usize>], room: Pt) -> Vec<Plan> {
    let height = |row: usize| rows.get(row).map_or(0.0, |row| row.height);
    let mut plans = Vec::new();
    let mut start = 0;
    loop {
        let header = rows.get(start).and_then(|row| tables.get(row.table?)).cloned();
        // A header directly above its table's first row is a row of its own, not a repetition.
        let header = header.filter(|header| !header.is_empty() && start > header.end);
        let mut used: Pt = header.clone().into_iter().flatten().map(height).sum();
        let (mut end, mut allowed) = (start, None);
        while let Some(row) = rows.get(end) {
            let above = if end == start { 0.0 } else { row.before };
            if end > start && used + above + row.height > room {
                break;
            }
            used += above + row.height;
            end += 1;
            if !row.keep {
                allowed = Some(end);
            }
        }
        if end < rows.len() {
            end = allowed.unwrap_or(end);
        }
        plans.push(Plan { rows: start..end, header });
        if end >= rows.len() {
            return plans;
        }
        start = end;
    }
}

/// Where rows stand: page, counted from 0, and upper edge.
struct Places {
    rows: Vec<(usize, Pt)>,
    top: Pt,
}

impl Places {
    fn new(rows: &[Row], plans: &[Plan], top: Pt) -> Self {
        let mut places = Vec::with_capacity(rows.len());
        for (page, plan) in plans.iter().enumerate() {
            let header = plan.header.clone().into_iter().flatten();
            let mut y = top + header.filter_map(|row| rows.get(row)).map(|row| row.height).sum::<Pt>();
            for (at, row) in plan.rows.clone().filter_map(|at| Some((at, rows.get(at)?))) {
                y += if at == plan.rows.start { 0.0 } else { row.before };
                places.push((page, y));
                y += row.height;
            }
        }
        Self { rows: places, top }
    }

    /// The place of a row; of the last one, for what was to stand behind all rows.
    fn of(&self, row: usize) -> (usize, Pt) {
        self.rows.get(row).or(self.rows.last()).copied().unwrap_or((0, self.top))
    }
}

/// The panels behind the rows of a page.
fn panels(
    rows: &[Row],
    plan: &Plan,
    styles: &[super::PanelStyle],
    places: &Places,
    geometry: &Geometry,
) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = plan.rows.start;
    let on_page = rows.get(plan.rows.clone()).unwrap_or_default();
    for stretch in on_page.chunk_by(|row, next| row.panel == next.panel) {
        let last = at + stretch.len() - 1;
        if let (Some(style), Some(row)) =
            (stretch.first().and_then(|row| styles.get(row.panel?)), rows.get(last))
        {
            let (y, end) = (places.of(at).1, places.of(last).1 + row.height);
            let fill = |x, width, colour| ItemKind::Fill { x, y, width, height: end - y, colour };
            let kinds =
                [fill(geometry.left, geometry.measure(), style.fill), fill(geometry.left, 2.5, style.bar)];
            let part = Part::Artifact(Artifact::Decoration);
            items.extend(kinds.map(|kind| Item { part, kind }));
        }
        at = last + 1;
    }
    items
}

impl Row {
    fn items<'i>(&self, items: &'i [Item]) -> impl Iterator<Item = &'i Item> {
        items.get(self.items.clone()).unwrap_or_default().iter()
    }
}

impl Running<'_> {
    fn add(
        &self,
        pages: &mut [Page],
        setter: &mut Typesetter<'_>,
        geometry: &Geometry,
    ) -> Result<(), LayoutError> {
        let (left, measure) = (geometry.left, geometry.measure());
        let head = match self.head {
            Some(head) => setter.fitted(head, measure)?,
            None => None,
        };
        let count = pages.len();
        for (at, page) in pages.iter_mut().enumerate() {
            if let Some(head) = head.as_ref().filter(|_| at > 0) {
                let line = head.placed(left, measure, self.head_baseline, Align::Left);
                let y = self.head_baseline + 6.0;
                let rule = ItemKind::Fill { x: left, y, width: measure, height: 0.5, colour: self.rule };
                let part = Part::Artifact(Artifact::Head);
                page.items.extend([ItemKind::Text(line), rule].map(|kind| Item { part, kind }));
            }
            let text = (self.foot_text)(at + 1, count);
            let foot = setter.lines(&[Span::new(&text, self.foot)], Pt::MAX, Align::Left)?;
            let lines =
                foot.into_iter().map(|line| line.placed(left, measure, self.foot_baseline, Align::Right));
            let part = Part::Artifact(Artifact::Foot);
            page.items.extend(lines.map(|line| Item { part, kind: ItemKind::Text(line) }));
        }
        Ok(())
    }
}
