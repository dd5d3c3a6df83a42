//! The plugin's options, as plugin.json describes them.

use plenary_plugin_sdk::serde::Deserialize;

use crate::layout::Pt;

/// What the brief looks like.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Options {
    /// The language of the session.
    pub language: Language,
    /// The size of the pages.
    pub paper: Paper,
    /// The size of the running text, 8 to 14 points.
    pub font_size: Pt,
    /// Whether both edges of the text are even.
    pub justify: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { language: Language("en".to_owned()), paper: Paper::A4, font_size: 10.5, justify: false }
    }
}

/// A language by its BCP 47 tag: `en`, `pt-BR`, `zh-Hant`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", try_from = "String")]
pub struct Language(String);

impl Language {
    /// The tag.
    pub fn tag(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Language {
    type Error = String;

    /// # Errors
    /// Where the tag is not of the form all of them have.
    fn try_from(tag: String) -> Result<Self, Self::Error> {
        let fits = |part: &str, least: usize, kind: fn(&u8) -> bool| {
            (least..=8).contains(&part.len()) && part.bytes().all(|byte| kind(&byte))
        };
        let mut parts = tag.split('-');
        let is_tag = parts.next().is_some_and(|first| fits(first, 2, u8::is_ascii_alphabetic))
            && parts.all(|part| fits(part, 1, u8::is_ascii_alphanumeric));
        match is_tag {
            true => Ok(Self(tag)),
            false => {
                Err(format!("`{tag}` is no language tag; write one of BCP 47, as `en`, `pt-BR` or `zh-Hant`"))
            }
        }
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
