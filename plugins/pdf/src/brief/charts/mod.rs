//! What one would rather look at: who held the floor, when, and who spoke on what.
//!
//! A chart is a drawing and the same facts in words. It leaves nobody out silently: those it has no room for are one
//! row together, which tells how many they are; the table of participants has them all.

mod order;
mod share;
mod topics;

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::model::Speaker;

use super::Brief;
use super::sheet::ChartStyle;
use crate::Style;
use crate::layout::{Drawing, DrawnText, Fill, Place, Pt, Role, Span, TextStyle};

pub(super) const HEADING: &str = "The session in figures";
pub(super) const ANCHOR: &str = "figures";

/// A picture of figures.
pub(super) struct Chart {
    title: &'static str,
    /// What is drawn and whose numbers they are.
    note: String,
    drawing: Drawing,
    /// The same facts in words.
    alternative: String,
}

/// The charts of a session.
#[derive(Default)]
pub(super) struct Charts {
    share: Option<Chart>,
    pub(super) others: Vec<Chart>,
}

impl Brief<'_, '_, '_> {
    /// Draws the charts there is something to draw for, where they are wanted.
    pub(super) fn draw(&self) -> Charts {
        if !self.options.charts {
            return Charts::default();
        }
        let width = self.flow.measure();
        // Whatever the sheet says, names leave room for what is drawn beside them.
        let style = &ChartStyle { names: self.sheet.chart.names.min(width * 0.35), ..self.sheet.chart };
        // A transcript alone has no arguments.
        let argues = self.options.style != Style::Transcript;
        let topics = argues.then(|| topics::chart(&self.facts.topics, style, width)).flatten();
        Charts {
            share: share::chart(&self.facts, style, width),
            others: order::chart(&self.facts, style, width).into_iter().chain(topics).collect(),
        }
    }

    /// The charts of who spoke when and on what, under a heading of their own.
    pub(super) fn figures(&mut self) -> Result<(), RenderError> {
        let charts = std::mem::take(&mut self.charts.others);
        if charts.is_empty() {
            return Ok(());
        }
        self.flow.open(Role::Section);
        self.flow.anchor(ANCHOR);
        self.heading(1, HEADING, true)?;
        for chart in &charts {
            self.chart(chart)?;
        }
        self.flow.close();
        self.check_cancelled()
    }

    /// The shares of the floor, which go with what is said at a glance.
    pub(super) fn share(&mut self) -> Result<(), RenderError> {
        let chart = self.charts.share.take();
        chart.map_or(Ok(()), |chart| self.chart(&chart))
    }

    fn chart(&mut self, chart: &Chart) -> Result<(), RenderError> {
        let (caption, note) = (self.sheet.caption, self.sheet.caption_note);
        self.flow.paragraph(Role::Heading(2), &caption, &[Span::new(chart.title, caption.text)])?;
        self.flow.paragraph(Role::Paragraph, &note, &[Span::new(&chart.note, note.text)])?;
        Ok(self.flow.figure(&chart.drawing, &chart.alternative, (0.0, self.sheet.scaled(12.0)))?)
    }
}

/// The name of a speaker; what stands for it where the source does not tell who speaks.
fn name(speaker: Option<&Speaker<'_>>) -> String {
    speaker
        .map(|speaker| speaker.name.trim())
        .filter(|name| !name.is_empty())
        .unwrap_or("Not named")
        .to_owned()
}

/// `and 3 others`
fn others(number: usize) -> String {
    format!("and {number} {}", if number == 1 { "other" } else { "others" })
}

/// A part of a length.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // a hundredth of a point is the finest drawn
fn part(length: Pt, part: u64, whole: u64) -> Pt {
    if whole == 0 { 0.0 } else { length * (part as f64 / whole as f64) as Pt }
}

#[allow(clippy::cast_precision_loss)] // rows and columns are some dozens
fn times(number: usize, length: Pt) -> Pt {
    number as Pt * length
}

impl ChartStyle {
    /// The room between names and what is drawn beside them.
    fn gap(&self) -> Pt {
        self.row * 0.5
    }

    /// Text in one line as high as a row.
    fn label(
        &self,
        text: impl Into<String>,
        style: TextStyle,
        (x, y, width): (Pt, Pt, Pt),
        place: Place,
    ) -> DrawnText {
        DrawnText { text: text.into(), style, x, y, width, leading: self.row, lines: 1, place }
    }

    /// A rectangle in the middle of a row that begins at `y`.
    fn bar(&self, x: Pt, y: Pt, width: Pt, colour: crate::layout::Colour) -> Fill {
        Fill { x, y: y + (self.row - self.thickness) / 2.0, width, height: self.thickness, colour }
    }
}
