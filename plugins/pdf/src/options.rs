//! The plugin's options, as plugin.json describes them.

use plenary_plugin_sdk::serde::Deserialize;

use crate::layout::Pt;

/// What the brief looks like.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Options {
    /// The language of the session, by BCP 47: `en`, `pt-BR`.
    pub language: String,
    /// The size of the pages.
    pub paper: Paper,
    /// The size of the running text, 8 to 14 points.
    pub font_size: Pt,
    /// Whether both edges of the text are even.
    pub justify: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { language: "en".to_owned(), paper: Paper::A4, font_size: 10.5, justify: false }
    }
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Paper {
    /// 210 by 297 mm (ISO 216).
    A4,
    /// 8.5 by 11 in (ANSI A).
    Letter,
}

impl Paper {
    /// Width and height.
    pub fn size(self) -> (Pt, Pt) {
        match self {
            Paper::A4 => (595.28, 841.89),
            Paper::Letter => (612.0, 792.0),
        }
    }
}
