//! Rows to pages.

use std::collections::HashMap;

use super::flow::{Flow, Heading, PageReference, Row};
use super::lines::{Line, Setting, Typesetter};
use super::output::{Destination, Item, ItemKind, Layout, OutlineEntry, Page};
use super::plan::{Frame, Plan, Planner};
use super::roles::{Artifact, Part};
use super::{Align, Band, Colour, Geometry, LayoutError, Pt, Reach, Span, TextStyle};

/// What stands at the head and the foot of pages.
#[derive(Debug, Clone, Copy)]
pub struct Running<'a> {
    /// At the head, on every page but the first; shortened to fit. Beside it stands the section, as the outline has it.
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

/// Of the running head's width, what the title may take.
const TITLE: Pt = 0.62;

/// From an entry of the contents to the rule behind it, and from there to the page's number.
const GAP: Pt = 5.0;

impl Flow<'_> {
    /// Breaks the flow into pages. A link to a name without a place is left out, and so is a name's second place.
    ///
    /// # Errors
    /// As [`paragraph`](Flow::paragraph).
    pub fn finish(self, running: &Running<'_>) -> Result<Layout, LayoutError> {
        let Flow { geometry, mut setter, rows, items, .. } = self;
        let plans = Planner::new(&rows, &self.tables, &self.bands, geometry.top, geometry.floor()).pages();
        let places = Places::new(&rows, &plans, geometry.top);

        let mut destinations = Vec::with_capacity(self.anchors.len());
        let mut known = HashMap::with_capacity(self.anchors.len());
        for anchor in self.anchors {
            let Place { page, y, .. } = places.of(anchor.row);
            known.entry(anchor.name.clone()).or_insert_with(|| {
                destinations.push(Destination { name: anchor.name, page, y });
                page
            });
        }
        let leads =
            |item: &&Item| !matches!(&item.kind, ItemKind::Link { to, .. } if !known.contains_key(to));
        let mut numbers = Vec::with_capacity(self.references.len());
        for PageReference { row, node, style, baseline, align, entry, rule, to } in self.references {
            let Some(page) = known.get(&to) else { continue };
            let line = setter
                .lines(&[Span::new(&(page + 1).to_string(), style)], Setting::new(Pt::MAX, Align::Left))?;
            let band = rows.get(row).and_then(|row| self.bands.get(row.band));
            let measure = band.map_or(geometry.measure(), |band| band.width);
            let Some(line) = line.first().map(|line| line.placed(0.0, measure, baseline, align)) else {
                continue;
            };
            let (x, end) =
                if align == Align::Right { (entry.1, line.x) } else { (line.x + line.width, entry.0) };
            let (x, width) = (x + GAP, end - x - 2.0 * GAP);
            let kind = ItemKind::Fill { x, y: baseline, width, height: 0.5, colour: rule };
            let rule = Item { part: Part::Artifact(Artifact::Decoration), kind };
            numbers.extend((width > 0.0).then_some((row, rule)));
            numbers.push((row, Item { part: Part::Content(node), kind: ItemKind::Text(line) }));
        }
        let mut numbers = numbers.into_iter().peekable();
        let mut pages = Vec::with_capacity(plans.len());
        for plan in &plans {
            let mut page = Page::default();
            for frame in &plan.frames {
                page.items.extend(panels(&rows, frame, &self.panels, &self.bands, &places, &geometry));
            }
            for frame in &plan.frames {
                let (left, mut y) = (geometry.left + frame.x, frame.y);
                for row in frame.header.clone().into_iter().flatten().filter_map(|row| rows.get(row)) {
                    // It is content once, where it stands first.
                    let part = Part::Artifact(Artifact::Repeated);
                    let seen = row.items(&items).filter(|item| !matches!(item.kind, ItemKind::Link { .. }));
                    let repeated = seen.map(|item| Item { part, ..item.clone() });
                    page.items.extend(repeated.map(|item| item.moved(left, y)));
                    y += row.height;
                }
                for (at, row) in frame.rows.clone().filter_map(|at| Some((at, rows.get(at)?))) {
                    let y = places.of(at).y;
                    let own = row.items(&items).filter(leads).cloned();
                    let number =
                        std::iter::from_fn(|| numbers.next_if(|(row, _)| *row == at)).map(|(_, item)| item);
                    page.items.extend(own.chain(number).map(|item| item.moved(left, y)));
                }
            }
            pages.push(page);
        }
        let sections = sections(&self.headings, &places, pages.len());
        running.add(&mut pages, &sections, &mut setter, &geometry)?;
        let outline = self.headings.into_iter().map(|heading| {
            let Place { page, y, .. } = places.of(heading.row);
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

/// Where a row stands.
#[derive(Clone, Copy)]
struct Place {
    /// Counted from 0.
    page: usize,
    /// Its upper edge.
    y: Pt,
}

/// Where rows stand.
struct Places {
    rows: Vec<Place>,
    top: Pt,
}

impl Places {
    fn new(rows: &[Row], plans: &[Plan], top: Pt) -> Self {
        let mut places = Vec::with_capacity(rows.len());
        for (page, frame) in plans
            .iter()
            .enumerate()
            .flat_map(|(page, plan)| plan.frames.iter().map(move |frame| (page, frame)))
        {
            let header = frame.header.clone().into_iter().flatten();
            let mut y = frame.y + header.filter_map(|row| rows.get(row)).map(|row| row.height).sum::<Pt>();
            for (at, row) in frame.rows.clone().filter_map(|at| Some((at, rows.get(at)?))) {
                y += if at == frame.rows.start { 0.0 } else { row.before };
                places.push(Place { page, y });
                y += row.height;
            }
        }
        Self { rows: places, top }
    }

    /// The place of a row; of the last one, for what was to stand behind all rows.
    fn of(&self, row: usize) -> Place {
        self.rows.get(row).or(self.rows.last()).copied().unwrap_or(Place { page: 0, y: self.top })
    }
}

/// The section that each page is of: the last one of the outline's highest level that begins on it or before.
fn sections<'h>(headings: &'h [Heading], places: &Places, pages: usize) -> Vec<Option<&'h str>> {
    let mut sections = vec![None; pages];
    for heading in headings.iter().filter(|heading| heading.level == 0) {
        let on_and_after = sections.get_mut(places.of(heading.row).page..).unwrap_or_default();
        if let Some(section) = on_and_after.first_mut() {
            *section = Some(heading.title.as_str());
        }
    }
    let mut current = None;
    for section in &mut sections {
        current = section.or(current);
        *section = current;
    }
    sections
}

/// The panels behind the rows of a column.
fn panels(
    rows: &[Row],
    frame: &Frame,
    styles: &[super::PanelStyle],
    bands: &[Band],
    places: &Places,
    geometry: &Geometry,
) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = frame.rows.start;
    let left = geometry.left + frame.x;
    let in_frame = rows.get(frame.rows.clone()).unwrap_or_default();
    for stretch in in_frame.chunk_by(|row, next| row.panel == next.panel) {
        let last = at + stretch.len() - 1;
        if let (Some(style), Some(row)) =
            (stretch.first().and_then(|row| styles.get(row.panel?)), rows.get(last))
        {
            let measure = bands.get(row.band).map_or(0.0, |band| band.width);
            let (y, end) = (places.of(at).y, places.of(last).y + row.height);
            let fill = |x, width, colour| ItemKind::Fill { x, y, width, height: end - y, colour };
            let part = Part::Artifact(Artifact::Decoration);
            match style.reach {
                Reach::Text(bar) => {
                    let kinds = [fill(left, measure, style.fill), fill(left, 2.5, bar)];
                    items.extend(kinds.map(|kind| Item { part, kind }));
                }
                Reach::Page => {
                    let y = if y > geometry.top { y } else { 0.0 };
                    let (width, height, colour) = (geometry.width, end - y, style.fill);
                    items.push(Item { part, kind: ItemKind::Fill { x: 0.0, y, width, height, colour } });
                }
            }
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
        sections: &[Option<&str>],
        setter: &mut Typesetter<'_>,
        geometry: &Geometry,
    ) -> Result<(), LayoutError> {
        let (left, measure) = (geometry.left, geometry.measure());
        let head = match self.head {
            Some(head) => setter.fitted(head, measure * TITLE)?,
            None => None,
        };
        let room = measure - head.as_ref().map_or(0.0, |head| head.width + measure * (1.0 - TITLE) * 0.2);
        let count = pages.len();
        let mut section: (Option<&str>, Option<Line>) = (None, None);
        for (at, page) in pages.iter_mut().enumerate() {
            let name = sections.get(at).copied().flatten();
            if section.0 != name {
                let style = self.foot;
                let line = name.map(|text| setter.fitted(Span::new(text, style), room)).transpose()?;
                section = (name, line.flatten());
            }
            if at > 0 && (head.is_some() || section.1.is_some()) {
                let title =
                    head.as_ref().map(|head| head.placed(left, measure, self.head_baseline, Align::Left));
                // The section stands at the other end than the title, whichever way each of them runs.
                let title_at_right = head.as_ref().is_some_and(|head| head.rtl);
                let section = section.1.as_ref().map(|line| {
                    let align = if line.rtl == title_at_right { Align::Right } else { Align::Left };
                    line.placed(left, measure, self.head_baseline, align)
                });
                let y = self.head_baseline + 6.0;
                let rule = ItemKind::Fill { x: left, y, width: measure, height: 0.5, colour: self.rule };
                let part = Part::Artifact(Artifact::Head);
                let text = title.into_iter().chain(section).map(ItemKind::Text);
                page.items.extend(text.chain([rule]).map(|kind| Item { part, kind }));
            }
            let text = (self.foot_text)(at + 1, count);
            let foot = setter.lines(&[Span::new(&text, self.foot)], Setting::new(Pt::MAX, Align::Left))?;
            let lines =
                foot.into_iter().map(|line| line.placed(left, measure, self.foot_baseline, Align::Right));
            let part = Part::Artifact(Artifact::Foot);
            page.items.extend(lines.map(|line| Item { part, kind: ItemKind::Text(line) }));
        }
        Ok(())
    }
}
