//! A style sheet as it is written: `styles/default.toml`.

use plenary_plugin_sdk::serde::Deserialize;

use crate::fonts::{SANS, SANS_BOLD, SERIF};
use crate::layout::{FaceId, Pt};

/// A whole sheet.
#[derive(Debug, Clone, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", deny_unknown_fields)]
pub(super) struct Data {
    pub(super) colours: Colours,
    pub(super) page: Page,
    pub(super) styles: Styles,
    pub(super) text: Texts,
    pub(super) lengths: Lengths,
}

/// A face, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub(super) enum Face {
    Serif,
    Sans,
    SansBold,
}

impl Face {
    /// Their names.
    pub(super) const NAMES: [&str; 3] = ["serif", "sans", "sans-bold"];

    pub(super) fn id(self) -> FaceId {
        match self {
            Self::Serif => SERIF,
            Self::Sans => SANS,
            Self::SansBold => SANS_BOLD,
        }
    }
}

/// A style of text that is no paragraph of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", deny_unknown_fields)]
pub(super) struct Text {
    pub(super) face: Face,
    pub(super) size: Pt,
    pub(super) colour: String,
}

/// A style of paragraphs.
#[derive(Debug, Clone, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", deny_unknown_fields)]
pub(super) struct Paragraph {
    pub(super) face: Face,
    pub(super) size: Pt,
    pub(super) leading: Pt,
    pub(super) before: Pt,
    pub(super) after: Pt,
    pub(super) colour: String,
    #[serde(default)]
    pub(super) indent: Pt,
    #[serde(default)]
    pub(super) right: Pt,
}

/// A table of the sheet: its keys, all of one kind.
macro_rules! table {
    ($(#[$meta:meta])* $name:ident of $kind:ty { $($key:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Deserialize)]
        #[serde(crate = "plenary_plugin_sdk::serde", deny_unknown_fields, rename_all = "kebab-case")]
        pub(super) struct $name {
            $(pub(super) $key: $kind),*
        }
    };
}

table! {
    /// Colours by name, each `#rrggbb`.
    Colours of String { ink, grey, accent, hairline, tint, paper }
}
table! {
    /// The page's margins, and where head and foot stand.
    Page of Pt { left, right, top, bottom, head, foot }
}
table! {
    /// The paragraphs.
    Styles of Paragraph {
        event, title, date, note, heading_1, heading_2, heading_3, contents_1, contents_2, caption, caption_note, body,
        item, remark, declared, claim, fact, topics, detail, names, speaker, spoken, spoken_item, small, small_item,
    }
}
table! {
    /// Other text.
    Texts of Text {
        figure, figure_unit, figure_origin, chart, chart_note, cell, cell_note, cell_head, times, margin, bullet, running,
    }
}
table! {
    /// Other lengths.
    Lengths of Pt {
        margin_gap, bullet_gap, number_gap, panel_padding, band_padding, column_gutter, table_leading, table_padding,
        table_gutter, table_number, chart_row, chart_bar, chart_names,
    }
}
