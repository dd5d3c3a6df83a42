//! The style sheet: every size, space and colour of the brief.

use crate::Options;
use crate::fonts::{SANS, SANS_BOLD, SERIF};
use crate::layout::{
    Align, Colour, FaceId, Geometry, Keep, PanelStyle, ParagraphStyle, Pt, Running, Span, TableStyle,
    TextStyle,
};

const INK: Colour = Colour(0x1c, 0x1e, 0x22);
const GREY: Colour = Colour(0x5b, 0x63, 0x6d);
const ACCENT: Colour = Colour(0x1d, 0x4f, 0x7c);
const HAIRLINE: Colour = Colour(0xd3, 0xd9, 0xe0);
const TINT: Colour = Colour(0xf2, 0xf5, 0xf8);

/// The styles of a brief.
pub(super) struct Sheet {
    pub(super) geometry: Geometry,
    pub(super) title: ParagraphStyle,
    pub(super) event: ParagraphStyle,
    pub(super) date: ParagraphStyle,
    pub(super) note: ParagraphStyle,
    pub(super) panel: PanelStyle,
    /// A heading of each level, from 1.
    pub(super) headings: [ParagraphStyle; 3],
    pub(super) rule: Colour,
    pub(super) contents: [ParagraphStyle; 2],
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
    /// Times beside a speaker.
    pub(super) times: TextStyle,
    /// Numbers and initials in the margin.
    pub(super) margin: TextStyle,
    pub(super) margin_gap: Pt,
    pub(super) bullet: TextStyle,
    pub(super) table: TableStyle,
    pub(super) cell: TextStyle,
    /// The role under a name.
    pub(super) cell_note: TextStyle,
    pub(super) head_cell: TextStyle,
    foot: TextStyle,
}

impl Sheet {
    pub(super) fn new(options: &Options) -> Self {
        let (width, height) = options.paper.size();
        let geometry = Geometry { width, height, left: 96.0, right: 74.0, top: 84.0, bottom: 82.0 };
        // Everything is given for running text of 10.5 points and goes with its size.
        let scale = options.font_size / 10.5;
        let text = |face: FaceId, size: Pt, colour: Colour| TextStyle { face, size: size * scale, colour };
        let style = |text: TextStyle, leading: Pt, before: Pt, after: Pt| ParagraphStyle {
            text,
            leading: leading * scale,
            before: before * scale,
            after: after * scale,
            indent: 0.0,
            right: 0.0,
            align: Align::Left,
            keep: Keep::Loose,
            hyphenate: false,
        };
        let kept = |style: ParagraphStyle| ParagraphStyle { keep: Keep::WithNext, ..style };
        let heading = |style: ParagraphStyle| ParagraphStyle { align: Align::Balanced, ..kept(style) };
        let indented = |indent: Pt, style: ParagraphStyle| ParagraphStyle { indent: indent * scale, ..style };
        let prose = |style: ParagraphStyle| ParagraphStyle {
            align: if options.justify { Align::Justified } else { Align::Left },
            hyphenate: true,
            ..style
        };

        let body = prose(style(text(SERIF, 10.5, INK), 15.0, 0.0, 7.0));
        let spoken = prose(style(text(SERIF, 9.5, INK), 13.25, 0.0, 4.0));
        let contents =
            |text: TextStyle, before: Pt| ParagraphStyle { right: 40.0, ..style(text, 15.0, before, 0.0) };
        let small = style(text(SANS, 8.5, GREY), 12.0, 0.0, 4.0);
        Self {
            geometry,
            title: heading(style(text(SERIF, 25.0, INK), 30.0, 4.0, 10.0)),
            event: kept(style(text(SANS_BOLD, 10.5, ACCENT), 14.0, 0.0, 2.0)),
            date: style(text(SANS, 10.0, GREY), 14.0, 0.0, 14.0),
            note: style(text(SANS, 8.5, GREY), 12.25, 0.0, 5.0),
            panel: PanelStyle { fill: TINT, bar: ACCENT, padding: 10.0 * scale },
            headings: [
                heading(style(text(SANS_BOLD, 16.0, ACCENT), 21.0, 30.0, 9.0)),
                heading(style(text(SANS_BOLD, 11.5, INK), 15.5, 19.0, 5.0)),
                heading(style(text(SANS_BOLD, 9.0, GREY), 13.0, 11.0, 4.0)),
            ],
            rule: HAIRLINE,
            contents: [
                contents(text(SANS_BOLD, 9.5, INK), 5.0),
                indented(14.0, contents(text(SANS, 9.0, INK), 0.0)),
            ],
            item: indented(14.0, ParagraphStyle { after: 3.0 * scale, ..body }),
            remark: style(text(SANS, 9.5, GREY), 15.0, 0.0, 7.0),
            body,
            declared: style(text(SANS, 8.5, GREY), 12.5, 0.0, 6.0),
            claim: indented(16.0, heading(style(text(SANS_BOLD, 9.5, INK), 13.5, 8.0, 3.0))),
            fact: indented(28.0, prose(style(text(SERIF, 10.0, INK), 14.0, 0.0, 2.0))),
            topics: indented(16.0, style(text(SANS, 8.5, GREY), 12.5, 3.0, 6.0)),
            detail: indented(16.0, prose(style(text(SERIF, 10.0, INK), 14.0, 2.0, 4.0))),
            names: indented(16.0, style(text(SANS, 8.5, INK), 12.5, 2.0, 4.0)),
            speaker: kept(style(text(SANS_BOLD, 8.75, ACCENT), 13.0, 10.0, 1.0)),
            spoken_item: indented(14.0, spoken),
            spoken,
            small_item: indented(10.0, small),
            small,
            times: text(SANS, 7.5, GREY),
            margin: text(SANS, 7.5, GREY),
            margin_gap: 10.0,
            bullet: text(SANS, 9.0, ACCENT),
            table: TableStyle {
                leading: 12.5 * scale,
                padding: 3.5 * scale,
                gutter: 9.0 * scale,
                rule: HAIRLINE,
                header_rule: ACCENT,
            },
            cell: text(SANS, 9.0, INK),
            cell_note: text(SANS, 7.5, GREY),
            head_cell: text(SANS, 8.0, GREY),
            foot: text(SANS, 8.0, GREY),
        }
    }

    /// A length given for running text of 10.5 points.
    pub(super) fn scaled(&self, length: Pt) -> Pt {
        length * self.body.text.size / 10.5
    }

    /// Heads and feet; the head reads `title`.
    pub(super) fn running<'a>(&self, title: Option<&'a str>) -> Running<'a> {
        Running {
            head: title.map(|text| Span::new(text, self.foot)),
            head_baseline: 50.0,
            foot: self.foot,
            foot_baseline: self.geometry.height - 44.0,
            foot_text: |page, pages| format!("Page {page} of {pages}"),
            rule: self.rule,
        }
    }
}
