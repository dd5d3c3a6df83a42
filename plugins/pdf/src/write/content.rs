//! A page as drawing operators.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Op, PaintMode, PdfFontHandle, Point, Pt, Rect, Rgb, TextItem,
    WindingOrder,
};

use super::codes::{Codes, Resource};
use crate::layout::{Atom, Colour, Glyph, ItemKind, Layout, Page, TextLine, TextStyle};

/// The operators that draw a page: first what lies behind the text, then the text.
pub(super) fn operators(page: &Page, layout: &Layout, codes: &Codes) -> Vec<Op> {
    let height = layout.geometry.height;
    let mut pen =
        Pen { layout, codes, ops: Vec::new(), colour: None, font: None, at: (0, 0), run: Vec::new() };
    for item in &page.items {
        if let ItemKind::Fill { x, y, width, height: fill, colour } = item.kind {
            pen.fill(x, height - y - fill, width, fill, colour);
        }
    }
    pen.ops.push(Op::StartTextSection);
    for item in &page.items {
        if let ItemKind::Text(line) = &item.kind {
            pen.line(line, height - line.y);
        }
    }
    pen.ops.push(Op::EndTextSection);
    pen.ops
}

/// What has been drawn and in what state it left the page: an operator that changes nothing is not written.
struct Pen<'a> {
    layout: &'a Layout,
    codes: &'a Codes,
    ops: Vec<Op>,
    colour: Option<Colour>,
    font: Option<(Resource, f32)>,
    /// Where the last line began, in hundredths of a point: whole numbers, so that no error adds up.
    at: (i32, i32),
    /// The glyphs and movements to be shown next.
    run: Vec<TextItem>,
}

impl Pen<'_> {
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

    fn atom(&mut self, atom: &Atom, style: TextStyle, widening: f32) {
        if self.colour != Some(style.colour) {
            self.show();
            self.colour(style.colour);
        }
        for cluster in self.layout.text.glyphs(atom).chunk_by(|_, next| !next.opens_cluster) {
            let apart = cluster.len() > 1 && !self.reads_by_itself(cluster);
            if apart {
                self.open_span(cluster);
            }
            for glyph in cluster {
                self.glyph(glyph, style.size, widening);
            }
            if apart {
                self.show();
                self.ops.push(Op::EndMarkedContentWithProperties);
            }
        }
    }

    /// Whether a program that collects letters from one baseline finds the whole text of the cluster.
    fn reads_by_itself(&self, cluster: &[Glyph]) -> bool {
        let has_text = |glyph| self.layout.text.entry(glyph).is_some_and(|entry| !entry.text.is_empty());
        cluster.iter().all(|glyph| glyph.dy == 0.0 && has_text(glyph))
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
            self.run.push(TextItem::Offset(rounded(-glyph.dx)));
        }
        let advance = glyph.advance + widening * 1000.0 / size;
        let offset = rounded(self.codes.width(glyph) - advance + glyph.dx);
        let codepoint = Codepoint::new(code, offset);
        match self.run.last_mut() {
            Some(TextItem::GlyphIds(glyphs)) => glyphs.push(codepoint),
            _ => self.run.push(TextItem::GlyphIds(vec![codepoint])),
        }
        if raised {
            self.show();
            self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
    }

    fn show(&mut self) {
        if !self.run.is_empty() {
            self.ops.push(Op::ShowText { items: std::mem::take(&mut self.run) });
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
    (length * 100.0).round() / 100.0
}
