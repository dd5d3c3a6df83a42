//! What the caller may choose.

use plenary_plugin_sdk::serde::Deserialize;

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
}

impl Default for Options {
    fn default() -> Self {
        Self { style: Style::Full, front_matter: true, contents: true, heading_offset: 0 }
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
