//! The style sheet: every size, space and colour of the brief, as the sheet's data and the options have them.

pub(crate) mod colour;
mod data;
mod overlay;

use crate::Options;
use crate::layout::{
    Align, Colour, Geometry, Keep, PanelStyle, ParagraphStyle, Pt, Reach, Running, Span, TableStyle,
    TextStyle,
};
use data::{Colours, Data};

pub(crate) use overlay::SheetError;

/// The styles of a brief.
pub(super) struct Sheet {
    pub(super) geometry: Geometry,
    pub(super) title: ParagraphStyle,
    pub(super) event: ParagraphStyle,
    pub(super) date: ParagraphStyle,
    pub(super) note: ParagraphStyle,
    pub(super) panel: PanelStyle,
    pub(super) band: Band,
    /// A heading of each level, from 1.
    pub(super) headings: [ParagraphStyle; 3],
    pub(super) contents: [ParagraphStyle; 2],
    pub(super) caption: ParagraphStyle,
    pub(super) caption_note: ParagraphStyle,
    pub(super) body: ParagraphStyle,
    pub(super) item: ParagraphStyle,
    pub(super) remark: ParagraphStyle,
    pub(super) declared: ParagraphStyle,
    pub(super) claim: ParagraphStyle,
    pub(super) fact: ParagraphStyle,
    pub(super) topics: ParagraphStyle,
    /// What is said of a claim or a point, behind a label in the style of topics.
    pub(super) detail: ParagraphStyle,
    pub(super) names: ParagraphStyle,
    pub(super) speaker: ParagraphStyle,
    pub(super) spoken: ParagraphStyle,
    pub(super) spoken_item: ParagraphStyle,
    pub(super) small: ParagraphStyle,
    pub(super) small_item: ParagraphStyle,
    pub(super) figure: TextStyle,
    pub(super) figure_unit: TextStyle,
    pub(super) figure_origin: TextStyle,
    /// Times beside a speaker.
    pub(super) times: TextStyle,
    /// Numbers and initials in the margin.
    pub(super) margin: TextStyle,
    pub(super) margin_gap: Pt,
    pub(super) bullet: TextStyle,
    pub(super) bullet_gap: Pt,
    pub(super) number_gap: Pt,
    pub(super) table: TableStyle,
    /// The width of a column of numbers.
    pub(super) number: Pt,
    pub(super) cell: TextStyle,
    /// The role under a name.
    pub(super) cell_note: TextStyle,
    pub(super) head_cell: TextStyle,
    /// Between one column and the next.
    pub(super) column_gutter: Pt,
    pub(super) chart: ChartStyle,
    rule: Colour,
    running: TextStyle,
    head: Pt,
    foot: Pt,
    scale: Pt,
}

/// The ground of a cover's title.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band {
    pub(super) ground: Colour,
    pub(super) text: Colour,
    /// Above the first line, and below the last.
    pub(super) padding: Pt,
}

/// What charts are drawn in.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChartStyle {
    pub(super) text: TextStyle,
    pub(super) note: TextStyle,
    /// The colour of text on a bar.
    pub(super) on_bar: Colour,
    pub(super) bar: Colour,
    pub(super) ground: Colour,
    pub(super) rule: Colour,
    /// From one row to the next.
    pub(super) row: Pt,
    /// The thickness of a bar.
    pub(super) thickness: Pt,
    /// The room for names.
    pub(super) names: Pt,
}

impl Sheet {
    /// The sheet of these options.
    ///
    /// # Errors
    /// Where the user's own sheet is none.
    pub(super) fn new(options: &Options) -> Result<Self, SheetError> {
        let mut data = overlay::overlaid(options.sheet.as_deref().unwrap_or_default())?;
        data.colours.accent = colour::written(accent(&data.colours, options).seen);
        Ok(Self::of(&data, options))
    }

    fn of(data: &Data, options: &Options) -> Self {
        let Data { colours, page, styles, text, lengths } = data;
        let (width, height) = options.paper.size();
        let geometry = Geometry {
            width,
            height,
            left: page.left,
            right: page.right,
            top: page.top,
            bottom: page.bottom,
        };
        let scale = options.font_size.map_or(1.0, |size| size / styles.body.size);
        let ink = |name: &str| colours.named(name);
        let texted = |text: &data::Text| TextStyle {
            face: text.face.id(),
            size: text.size * scale,
            colour: ink(&text.colour),
        };
        let style = |style: &data::Paragraph| ParagraphStyle {
            text: TextStyle { face: style.face.id(), size: style.size * scale, colour: ink(&style.colour) },
            leading: style.leading * scale,
            before: style.before * scale,
            after: style.after * scale,
            indent: style.indent * scale,
            right: style.right * scale,
            align: Align::Left,
            keep: Keep::Loose,
            hyphenate: false,
        };
        let kept = |paragraph| ParagraphStyle { keep: Keep::WithNext, ..style(paragraph) };
        let heading = |paragraph| ParagraphStyle { align: Align::Balanced, ..kept(paragraph) };
        let align = if options.justify { Align::Justified } else { Align::Left };
        let prose = |paragraph| ParagraphStyle { align, hyphenate: true, ..style(paragraph) };
        Self {
            geometry,
            title: heading(&styles.title),
            event: kept(&styles.event),
            date: style(&styles.date),
            note: style(&styles.note),
            panel: PanelStyle {
                fill: ink("tint"),
                reach: Reach::Text(ink("accent")),
                padding: lengths.panel_padding * scale,
            },
            band: Band { ground: ink("accent"), text: ink("paper"), padding: lengths.band_padding * scale },
            headings: [heading(&styles.heading_1), heading(&styles.heading_2), heading(&styles.heading_3)],
            contents: [style(&styles.contents_1), style(&styles.contents_2)],
            caption: kept(&styles.caption),
            caption_note: kept(&styles.caption_note),
            body: prose(&styles.body),
            item: prose(&styles.item),
            remark: style(&styles.remark),
            declared: style(&styles.declared),
            claim: heading(&styles.claim),
            fact: prose(&styles.fact),
            topics: style(&styles.topics),
            detail: prose(&styles.detail),
            names: style(&styles.names),
            speaker: kept(&styles.speaker),
            spoken: prose(&styles.spoken),
            spoken_item: prose(&styles.spoken_item),
            small: style(&styles.small),
            small_item: style(&styles.small_item),
            figure: texted(&text.figure),
            figure_unit: texted(&text.figure_unit),
            figure_origin: texted(&text.figure_origin),
            times: texted(&text.times),
            margin: texted(&text.margin),
            margin_gap: lengths.margin_gap * scale,
            bullet: texted(&text.bullet),
            bullet_gap: lengths.bullet_gap * scale,
            number_gap: lengths.number_gap * scale,
            table: TableStyle {
                leading: lengths.table_leading * scale,
                padding: lengths.table_padding * scale,
                gutter: lengths.table_gutter * scale,
                rule: ink("hairline"),
                header_rule: ink("accent"),
            },
            number: lengths.table_number * scale,
            cell: texted(&text.cell),
            cell_note: texted(&text.cell_note),
            head_cell: texted(&text.cell_head),
            column_gutter: lengths.column_gutter * scale,
            chart: ChartStyle {
                text: texted(&text.chart),
                on_bar: ink("paper"),
                note: texted(&text.chart_note),
                bar: ink("accent"),
                ground: ink("tint"),
                rule: ink("hairline"),
                row: lengths.chart_row * scale,
                thickness: lengths.chart_bar * scale,
                names: lengths.chart_names * scale,
            },
            rule: ink("hairline"),
            running: texted(&text.running),
            head: page.head,
            foot: page.foot,
            scale,
        }
    }

    /// A length given for running text of the sheet's own size.
    pub(super) fn scaled(&self, length: Pt) -> Pt {
        length * self.scale
    }

    /// Heads and feet; the head reads `title`.
    pub(super) fn running<'a>(&self, title: Option<&'a str>) -> Running<'a> {
        Running {
            head: title.map(|text| Span::new(text, self.running)),
            head_baseline: self.head,
            foot: self.running,
            foot_baseline: self.geometry.height - self.foot,
            foot_text: |page, pages| format!("Page {page} of {pages}"),
            rule: self.rule,
        }
    }
}

/// An accent, as it is asked for and as it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Accent {
    pub(crate) wanted: Colour,
    /// Darker, where it could not be read on white.
    pub(crate) seen: Colour,
}

/// The accent of these options.
///
/// # Errors
/// Where the user's own sheet is none.
pub(crate) fn accent_of(options: &Options) -> Result<Accent, SheetError> {
    Ok(accent(&overlay::overlaid(options.sheet.as_deref().unwrap_or_default())?.colours, options))
}

fn accent(colours: &Colours, options: &Options) -> Accent {
    let wanted = options.accent.map_or_else(|| colours.named("accent"), |accent| accent.0);
    Accent { wanted, seen: colour::legible(wanted) }
}

impl Colours {
    /// A colour that a style names, or `#rrggbb`: black where it is neither, which the overlay lets nobody write.
    fn named(&self, name: &str) -> Colour {
        let written = match name {
            "ink" => &self.ink,
            "grey" => &self.grey,
            "accent" => &self.accent,
            "hairline" => &self.hairline,
            "tint" => &self.tint,
            "paper" => &self.paper,
            other => other,
        };
        colour::hexadecimal(written).unwrap_or(Colour(0, 0, 0))
    }
}
