//! What the caller may choose.

use plenary_plugin_sdk::serde::{Deserialize, Deserializer, de};

/// The options, as `plugin.json` describes them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Options {
    /// Which parts of the record to write.
    pub style: Style,
    /// Whether to open with YAML front matter.
    pub front_matter: bool,
    /// Whether to write a list of contents.
    pub contents: bool,
    /// By how many levels to lower every heading, for minutes that become part of a longer text. The sixth level
    /// is the lowest there is.
    pub heading_offset: u8,
    /// The column at which paragraphs are broken, where a blank allows it; 0 for lines as long as their paragraphs.
    #[serde(deserialize_with = "column")]
    pub wrap: u16,
    /// For which readers.
    pub flavour: Flavour,
    /// What Markdown in the source is.
    pub markup: Markup,
    /// What is marked besides.
    pub flags: Flags,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            style: Style::Full,
            front_matter: true,
            contents: true,
            heading_offset: 0,
            wrap: 0,
            flavour: Flavour::Gfm,
            markup: Markup::Literal,
            flags: Flags::None,
        }
    }
}

/// Which parts of the record to write. The title, the disclaimers, the participants and what is said about the
/// document belong to each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Style {
    /// Everything.
    #[default]
    Full,
    /// Everything but the transcript.
    Minutes,
    /// The transcript alone.
    Transcript,
}

/// For which readers the minutes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Flavour {
    /// GitHub, GitLab and their like: with tables and notes.
    #[default]
    Gfm,
    /// Any reader of CommonMark: lists in the place of tables, quotations in that of notes.
    Commonmark,
}

/// What Markdown in the source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Markup {
    /// Text like any other: every character is shown.
    #[default]
    Literal,
    /// Emphasis, code and links.
    Rendered,
}

/// What is marked besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Flags {
    /// Nothing: addresses are text.
    #[default]
    None,
    /// Addresses of the web and of e-mail in the source become links.
    Links,
}

/// The narrowest column that paragraphs can be broken at.
const NARROWEST: u16 = 20;
/// The widest.
const WIDEST: u16 = 1000;

fn column<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    let column = u16::deserialize(deserializer)?;
    if column != 0 && !(NARROWEST..=WIDEST).contains(&column) {
        let wanted = format!("a column from {NARROWEST} to {WIDEST}, or 0 for none");
        return Err(de::Error::invalid_value(de::Unexpected::Unsigned(column.into()), &wanted.as_str()));
    }
    Ok(column)
}
