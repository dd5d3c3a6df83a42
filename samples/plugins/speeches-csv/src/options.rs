//! What can be set, by the names in `plugin.json`.

use plenary_plugin_sdk::serde::Deserialize;

use crate::Column;

/// The options. What the host hands over fits the schema in `plugin.json`; the defaults here are those that it names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", default, deny_unknown_fields)]
pub struct Options {
    /// Which columns there are, in this order.
    pub columns: Vec<Column>,
    /// Whether the first row names the columns.
    pub header: bool,
    /// What stands between two cells.
    pub separator: Separator,
    /// Who reads the table.
    pub reader: Reader,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            columns: Column::ALL.to_vec(),
            header: true,
            separator: Separator::default(),
            reader: Reader::default(),
        }
    }
}

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Separator {
    /// As RFC 4180 has it.
    #[default]
    Comma,
    /// For spreadsheets where numbers have a decimal comma.
    Semicolon,
    /// For programs that ask for tab-separated values.
    Tab,
}

impl Separator {
    /// Its character.
    pub fn as_char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}

/// Who reads the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Reader {
    /// A program: each text is as it is.
    #[default]
    Program,
    /// A spreadsheet: it needs a byte order mark to know the encoding, and runs a text that begins as a formula does.
    Spreadsheet,
}
