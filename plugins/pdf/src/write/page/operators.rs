//! A page as drawing operators.

use std::collections::BTreeMap;

use printpdf::{Color, DictItem, FontId, Op, PaintMode, PdfFontHandle, Point, Pt, Rect, Rgb, WindingOrder};

use super::runs::{Run, backdrop, kind, runs};
use crate::layout::{Artifact, Atom, Colour, Glyph, ItemKind, Layout, Page, Part, TextLine, TextStyle};
use crate::write::fonts::{Codes, Resource};
use crate::write::tags::Tree;

/// The operators that draw a page: first what lies behind everything, then all else, as marked content.
pub(super) fn operators(page: &Page, layout: &Layout, tree: &Tree, codes: &Codes) -> Vec<Op> {
    let mut pen = Pen {
        layout,
        codes,
        ops: Vec::new(),
        in_text: false,
        colour: None,
        font: None,
        at: (0, 0),
        run: Vec::new(),
    };
    let mut behind = backdrop(page).peekable();
    if behind.peek().is_some() {
        pen.open(Part::Artifact(Artifact::Decoration), tree, 0);
        behind.for_each(|item| pen.item(&item.kind));
        pen.close();
    }
    let mut number = 0;
    for run in runs(page).iter().filter(|run| run.is_drawn()) {
        pen.run(run, tree, number);
        number += i64::from(run.node().is_some());
    }
    pen.end_text();
    pen.ops
}

/// As many bytes as the codes between two movements seldom take.
const RUN: usize = 32;

/// What has been drawn and in what state it left the page: an operator that changes nothing is not written.
struct Pen<'a> {
    layout: &'a Layout,
    codes: &'a Codes,
    ops: Vec<Op>,
    /// Whether text can be shown; else fills can.
    in_text: bool,
    colour: Option<Colour>,
    font: Option<(Resource, f32)>,
    /// Where the last line began, in hundredths of a point: whole numbers, so that no error adds up.
    at: (i32, i32),
    /// The codes and movements to be shown next.
    run: Vec<DictItem>,
}

impl Pen<'_> {
    /// A run as marked content, of this number where it is content.
    fn run(&mut self, run: &Run<'_>, tree: &Tree, number: i64) {
        // Marked content does not begin inside a text object and end outside of it.
        let is_picture = run.items.iter().any(|item| matches!(item.kind, ItemKind::Fill { .. }));
        if is_picture {
            self.end_text();
        } else {
            self.begin_text();
        }
        self.open(run.part, tree, number);
        let last = run.items.iter().rposition(|item| matches!(item.kind, ItemKind::Text(_)));
        let last = last.filter(|_| run.node().is_some());
        for (nth, item) in run.items.iter().enumerate() {
            self.item(&item.kind);
            if let ItemKind::Text(line) = &item.kind
                && line.ends_word
                && last.is_some_and(|last| nth < last)
            {
                self.space_behind(line);
            }
        }
        if is_picture {
            self.end_text();
        }
        self.close();
    }

    fn open(&mut self, part: Part, tree: &Tree, number: i64) {
        let (tag, map) = match part {
            Part::Content(node) => {
                (tree.tag(node), BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]))
            }
            Part::Artifact(artifact) => {
                let entries = kind(artifact).iter().map(|(key, value)| {
                    let name = DictItem::Name(value.as_bytes().to_vec());
                    let value = if *key == "Attached" { DictItem::Array(vec![name]) } else { name };
                    ((*key).to_owned(), value)
                });
                ("Artifact", entries.collect())
            }
        };
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn close(&mut self) {
        self.ops.push(Op::EndMarkedContentWithProperties);
    }

    fn begin_text(&mut self) {
        if !self.in_text {
            self.in_text = true;
            self.at = (0, 0);
            self.ops.push(Op::StartTextSection);
        }
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.in_text = false;
            self.ops.push(Op::EndTextSection);
        }
    }

    fn item(&mut self, kind: &ItemKind) {
        let page = self.layout.geometry.height;
        match kind {
            ItemKind::Text(line) => {
                self.begin_text();
                self.line(line, page - line.y);
            }
            ItemKind::Fill { x, y, width, height, colour } => {
                self.end_text();
                self.fill(*x, page - y - height, *width, *height, *colour);
            }
            ItemKind::Link { .. } => {}
        }
    }

    fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.colour(colour);
        let [x, y, width, height] = [x, y, width, height].map(|length| Pt(rounded(length)));
        let (mode, winding_order) = (Some(PaintMode::Fill), Some(WindingOrder::NonZero));
        let rectangle = Rect { x, y, width, height, mode, winding_order };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn line(&mut self, line: &TextLine, baseline: f32) {
        let to = (hundredths(line.x), hundredths(baseline));
        let (right, up) = (to.0 - self.at.0, to.1 - self.at.1);
        self.at = to;
        self.ops.push(Op::SetTextCursor { pos: Point { x: Pt(points(right)), y: Pt(points(up)) } });
        for atom in self.layout.text.atoms(line) {
            if let Some(style) = self.layout.text.style(atom) {
                self.atom(atom, style, if atom.is_space { line.widening } else { 0.0 });
            }
        }
        self.show();
    }

    /// Parts a line from the text that follows in the same marked content: who reads the tags has no other sign of it
    /// (ISO 32000-1, 14.8.2.5).
    fn space_behind(&mut self, line: &TextLine) {
        let Some(last) = self.layout.text.atoms(line).next_back().filter(|last| !last.is_space) else {
            return;
        };
        let face = self.layout.text.glyphs(last).last().map(|glyph| glyph.face);
        let space = face.and_then(|face| self.codes.space(face));
        if let (Some(space), Some(style)) = (space, self.layout.text.style(last)) {
            self.glyph(&space, style.size, 0.0);
            self.show();
        }
    }

    fn atom(&mut self, atom: &Atom, style: TextStyle, widening: f32) {
        if self.colour != Some(style.colour) {
            self.show();
            self.colour(style.colour);
        }
        for cluster in self.layout.text.glyphs(atom).chunk_by(|_, next| !next.opens_cluster) {
            let apart = !self.reads_by_itself(cluster);
            if apart {
                self.open_span(cluster);
            }
            for glyph in cluster {
                self.glyph(glyph, style.size, widening);
            }
            if apart {
                self.show();
                self.close();
            }
        }
    }

    /// Whether a program that collects letters from one baseline finds the whole text of the cluster.
    fn reads_by_itself(&self, cluster: &[Glyph]) -> bool {
        let reads = |glyph| self.codes.known(glyph).reads_by_itself;
        match cluster {
            [glyph] => reads(glyph),
            several => several.iter().all(|glyph| glyph.dy == 0.0 && reads(glyph)),
        }
    }

    /// Says what the glyphs that follow, a letter and its marks, stand for together (ISO 32000-1, 14.9.4).
    fn open_span(&mut self, cluster: &[Glyph]) {
        self.show();
        let entries = cluster.iter().filter_map(|glyph| self.layout.text.entry(glyph));
        let units = entries.flat_map(|entry| entry.text.encode_utf16());
        let data = std::iter::once(0xFEFF).chain(units).flat_map(u16::to_be_bytes).collect();
        let text = DictItem::String { data, literal: false };
        let properties = DictItem::Dict { map: BTreeMap::from([("ActualText".to_owned(), text)]) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties });
    }

    /// A glyph where the shaper put it. Movements are thousandths of an em, to the left.
    fn glyph(&mut self, glyph: &Glyph, size: f32, widening: f32) {
        let (resource, code) = Codes::of(glyph);
        if self.font != Some((resource, size)) {
            self.show();
            self.font = Some((resource, size));
            let font = PdfFontHandle::External(FontId(resource.name()));
            self.ops.push(Op::SetFont { font, size: Pt(size) });
        }
        let raised = glyph.dy != 0.0;
        if raised {
            self.show();
            self.ops.push(Op::SetLineOffset { multiplier: rounded(glyph.dy * size / 1000.0) });
        }
        if glyph.dx != 0.0 {
            self.run.push(DictItem::Real(rounded(-glyph.dx)));
        }
        match self.run.last_mut() {
            Some(DictItem::String { data, .. }) => data.extend_from_slice(&code.to_be_bytes()),
            _ => {
                let mut data = Vec::with_capacity(RUN);
                data.extend_from_slice(&code.to_be_bytes());
                self.run.push(DictItem::String { data, literal: true });
            }
        }
        let widened = if widening == 0.0 { 0.0 } else { widening * 1000.0 / size };
        let advance = glyph.advance + widened;
        let offset = rounded(f32::from(self.codes.known(glyph).width) - advance + glyph.dx);
        if offset != 0.0 {
            self.run.push(DictItem::Real(offset));
        }
        if raised {
            self.show();
            self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
    }

    /// Shows what has come together. printpdf's own operator for it writes each glyph as a string of its own.
    fn show(&mut self) {
        if !self.run.is_empty() {
            let value = vec![DictItem::Array(std::mem::take(&mut self.run))];
            self.ops.push(Op::Unknown { key: "TJ".to_owned(), value });
        }
    }

    fn colour(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            self.colour = Some(colour);
            let share = |part: u8| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0;
            let Colour(r, g, b) = colour;
            let col = Color::Rgb(Rgb { r: share(r), g: share(g), b: share(b), icc_profile: None });
            self.ops.push(Op::SetFillColor { col });
        }
    }
}

#[allow(clippy::cast_possible_truncation)] // saturates; a page is some hundred points wide
fn hundredths(length: f32) -> i32 {
    (length * 100.0).round() as i32
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn points(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}

/// To the hundredth: what no eye sees is not written.
fn rounded(length: f32) -> f32 {
    if length == 0.0 { 0.0 } else { (length * 100.0).round() / 100.0 }
}
