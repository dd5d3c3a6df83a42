//! The plugin's options, as plugin.json describes them.

use std::borrow::Cow;

use plenary_plugin_sdk::serde::{Deserialize, Deserializer, de};

use crate::brief::colour;
use crate::layout::{Colour, Pt};

/// What the brief holds and looks like.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Options {
    /// Which parts of the session it holds.
    pub style: Style,
    /// The language of the session.
    pub language: Language,
    /// The size of the pages.
    pub paper: Paper,
    /// The size of the running text, 8 to 14 points; `None` leaves it to the style sheet.
    pub font_size: Option<Pt>,
    /// The colour of headings, bars and the cover; `None` leaves it to the style sheet.
    pub accent: Option<AccentColour>,
    /// Whether both edges of the text are even.
    pub justify: bool,
    /// Whether shares of the floor, the order of speeches and topics by speaker are drawn.
    pub charts: bool,
    /// Whether the title stands on a page of its own, with what there is to say at a glance.
    pub cover: bool,
    /// In how many columns the transcript stands, 1 or 2.
    pub columns: u8,
    /// A style sheet in TOML, to be laid over the plugin's own.
    pub sheet: Option<String>,
    /// Font files to use before the plugin's own.
    pub font: Option<Vec<String>>,
    /// Whether what the fonts lack comes from the system's; `None` means yes, unless `font` names files.
    pub system_fonts: Option<bool>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            style: Style::Full,
            language: Language("en".to_owned()),
            paper: Paper::A4,
            font_size: None,
            accent: None,
            justify: false,
            charts: true,
            cover: true,
            columns: 1,
            sheet: None,
            font: None,
            system_fonts: None,
        }
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

/// Which parts of a session stand in the brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Style {
    /// All of it.
    Full,
    /// A few pages: summary, decisions, who argues what; no transcript.
    Brief,
    /// The transcript and who took part.
    Transcript,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Full, Self::Brief, Self::Transcript];
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

/// A colour as a user writes it: `#1d4f7c`, or one of a few names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccentColour(pub Colour);

impl<'de> Deserialize<'de> for AccentColour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        colour::hexadecimal(&text).or_else(|| colour::named(&text)).map(Self).ok_or_else(|| {
            let names = colour::names().collect::<Vec<_>>().join(", ");
            de::Error::custom(format_args!("`{text}` is no colour: write `#rrggbb`, or one of {names}"))
        })
    }
}
