//! A piece of the source and what surrounds it.

use std::borrow::Cow;
use std::fmt;

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Extra, Span};

/// A piece of the source: its content, and the bytes before and behind it that carry no meaning of their own
/// (indentation, a bullet, a label on the same line, a colon, line ends, blank lines).
///
/// Everything a session says is held in `Text`s, and every byte of the source in exactly one of them; writing
/// [`raw`](Self::raw) of all of them in order of [`span`](Self::span) gives the source back.
///
/// ```
/// use plenary_core::model::{Span, Text};
///
/// // The third line of a page: `- a fact`
/// let fact = Text::borrowed("- a fact\n", 120, 2..8);
/// assert_eq!(fact.as_str(), "a fact");
/// assert_eq!((fact.before(), fact.after()), ("- ", "\n"));
/// assert_eq!(fact.span(), Span::new(120, 129));
/// assert_eq!(fact.content_span(), Span::new(122, 128));
/// ```
///
/// Where the source writes the content in another form (escaped, as XML does, or in cues with their times between),
/// the content is [`decoded`](Self::decoded), and nothing stands before or behind it.
///
/// In JSON an object: `span`, `text`, and, where they are not the usual `""` and `"\n"`, `before` and `after`; or
/// `source` in place of these two, where the content is decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<'src> {
    raw: Cow<'src, str>,
    start: usize,
    /// Length of what stands before the content, in bytes.
    lead: usize,
    /// Length of the content, in bytes.
    len: usize,
    /// What only few texts have: one pointer for those that do not.
    rare: Option<Box<Rare>>,
}

/// What only few texts have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Rare {
    /// The content, where it is no slice of the raw text.
    decoded: Option<String>,
    /// Members of the JSON object that the model does not know.
    extra: Extra,
}

impl<'src> Text<'src> {
    /// The piece `raw` that starts at byte `start` of the source and whose content is `raw[content]`.
    ///
    /// A range that does not fit `raw` is cut to what fits.
    pub fn borrowed(raw: &'src str, start: usize, content: std::ops::Range<usize>) -> Self {
        let lead = floor(raw, content.start);
        let len = floor(raw, content.end).saturating_sub(lead);
        Self { raw: Cow::Borrowed(raw), start, lead, len, rare: None }
    }

    /// The piece `raw` that starts at byte `start` of the source, and in which `content` is written in another form.
    ///
    /// ```
    /// use plenary_core::model::Text;
    ///
    /// let text = Text::decoded("<p>Fish &amp; chips</p>", 40, "Fish & chips");
    /// assert_eq!(text.as_str(), "Fish & chips");
    /// assert_eq!(text.raw(), "<p>Fish &amp; chips</p>");
    /// assert_eq!((text.before(), text.after()), ("", ""));
    /// assert_eq!(text.content_span(), text.span());
    /// ```
    pub fn decoded(raw: impl Into<Cow<'src, str>>, start: usize, content: impl Into<String>) -> Self {
        let raw = raw.into();
        let rare = Rare { decoded: Some(content.into()), extra: Extra::default() };
        Self { lead: 0, len: raw.len(), raw, start, rare: Some(Box::new(rare)) }
    }

    /// A piece that borrows nothing, from its three parts.
    pub fn from_parts(before: &str, content: &str, after: &str, start: usize) -> Self {
        Self {
            raw: Cow::Owned([before, content, after].concat()),
            start,
            lead: before.len(),
            len: content.len(),
            rare: None,
        }
    }

    /// The same piece with these further members of its JSON object.
    #[must_use]
    pub fn with_extra(mut self, extra: Extra) -> Self {
        if !extra.is_empty() || self.rare.is_some() {
            self.rare.get_or_insert_default().extra = extra;
        }
        self
    }

    /// The content.
    pub fn as_str(&self) -> &str {
        if let Some(decoded) = self.rare.as_ref().and_then(|rare| rare.decoded.as_deref()) {
            return decoded;
        }
        self.raw.get(self.lead..self.lead + self.len).unwrap_or_default()
    }

    /// All of its bytes, as the source has them.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// What stands before the content.
    pub fn before(&self) -> &str {
        self.raw.get(..self.lead).unwrap_or_default()
    }

    /// What stands behind the content: at the end of a line, the line end and the blank lines that follow.
    pub fn after(&self) -> &str {
        self.raw.get(self.lead + self.len..).unwrap_or_default()
    }

    /// Where all of it stands in the source.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.raw.len())
    }

    /// Members of the JSON object that the model does not know.
    pub fn extra(&self) -> Option<&Extra> {
        self.rare.as_ref().map(|rare| &rare.extra)
    }

    /// Whether the source writes the content in another form.
    pub fn is_decoded(&self) -> bool {
        self.rare.as_ref().is_some_and(|rare| rare.decoded.is_some())
    }

    /// Where the content stands in the source.
    pub fn content_span(&self) -> Span {
        let start = self.start + self.lead;
        Span::new(start, start + self.len)
    }

    /// Whether there is no content.
    pub fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }
}

/// The character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    if text.is_char_boundary(at) {
        return at;
    }
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

// The JSON form. Written and read by hand: what is written borrows, what is read is put together into one piece.

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("span", &self.span())?;
        map.serialize_entry("text", self.as_str())?;
        if self.is_decoded() {
            map.serialize_entry("source", self.raw())?;
        } else if !self.before().is_empty() {
            map.serialize_entry("before", self.before())?;
        }
        if !self.is_decoded() && self.after() != LINE_END {
            map.serialize_entry("after", self.after())?;
        }
        for (name, value) in self.extra().into_iter().flat_map(Extra::iter) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Text<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Repr { span, text, before, after, source, extra } = Repr::deserialize(deserializer)?;
        let text = match source {
            Some(source) => Text::decoded(source.into_owned(), span.start, text),
            None => Text::from_parts(&before, &text, &after, span.start),
        };
        if text.span() != span {
            return Err(de::Error::custom(format_args!(
                "a text has {} bytes (before, text and after together), but its span [{}, {}] has {}",
                text.raw.len(),
                span.start,
                span.end,
                span.len()
            )));
        }
        Ok(text.with_extra(extra))
    }
}

#[derive(Deserialize)]
struct Repr<'a> {
    span: Span,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow, default)]
    before: Cow<'a, str>,
    #[serde(borrow, default = "line_end")]
    after: Cow<'a, str>,
    #[serde(borrow, default)]
    source: Option<Cow<'a, str>>,
    #[serde(flatten)]
    extra: Extra,
}

const LINE_END: &str = "\n";

fn line_end() -> Cow<'static, str> {
    Cow::Borrowed(LINE_END)
}
