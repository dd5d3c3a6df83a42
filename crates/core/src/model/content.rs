//! What stands under a heading, and how its JSON is read.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, de};
use serde_json::{Map, Value};

use super::{Block, Extra, Id, Part, Point, Profile, Speech, Text};

/// What stands under a heading. In JSON an object with the one member `parts`, `points`, `speeches` or `profiles`.
///
/// A later version may have other kinds. Their texts are read as paragraphs, so that none of their words is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Content<'src> {
    /// Prose in parts; empty for a heading with nothing under it.
    Parts(Vec<Part<'src>>),
    /// Points made by several speakers or about them: agreements, differences, comments, questions.
    Points(Vec<Point<'src>>),
    /// The transcript.
    Speeches(Vec<Speech<'src>>),
    /// The profiles of the speakers.
    Profiles(Vec<Profile<'src>>),
}

impl Content<'_> {
    /// Whether nothing stands under the heading.
    pub fn is_empty(&self) -> bool {
        match self {
            Content::Parts(parts) => parts.is_empty(),
            Content::Points(points) => points.is_empty(),
            Content::Speeches(speeches) => speeches.is_empty(),
            Content::Profiles(profiles) => profiles.is_empty(),
        }
    }
}

// Read by hand for the sake of the kinds that are not known.

impl<'de> Deserialize<'de> for Content<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Content<'static>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the member `parts`, `points`, `speeches` or `profiles`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut known = None;
        let mut texts = Vec::new();
        let mut count = 0;
        while let Some(name) = members.next_key::<String>()? {
            count += 1;
            match name.as_str() {
                "parts" => known = Some(Content::Parts(members.next_value()?)),
                "points" => known = Some(Content::Points(members.next_value()?)),
                "speeches" => known = Some(Content::Speeches(members.next_value()?)),
                "profiles" => known = Some(Content::Profiles(members.next_value()?)),
                _ => collect_texts(members.next_value()?, &mut texts).map_err(de::Error::custom)?,
            }
        }
        match known {
            Some(known) => Ok(known),
            None if count == 0 => Err(de::Error::invalid_length(0, &self)),
            None => Ok(Content::Parts(Vec::from_iter(prose(texts)))),
        }
    }
}

/// Adds every text in a JSON value: the objects with the members `span` and `text`, whatever they stand in.
fn collect_texts(value: Value, texts: &mut Vec<Text<'static>>) -> Result<(), serde_json::Error> {
    match value {
        Value::Object(mut members) => {
            if members.contains_key("span") && members.contains_key("text") {
                let own = ["span", "text", "before", "after", "source"];
                let text: Map<_, _> = own.iter().filter_map(|name| members.remove_entry(*name)).collect();
                texts.push(serde_json::from_value(Value::Object(text))?);
            }
            members.into_iter().try_for_each(|(_, value)| collect_texts(value, texts))
        }
        Value::Array(items) => items.into_iter().try_for_each(|value| collect_texts(value, texts)),
        _ => Ok(()),
    }
}

/// Texts as paragraphs, in the order of the source; the part is named after the place of the first.
fn prose(mut texts: Vec<Text<'static>>) -> Option<Part<'static>> {
    texts.sort_by_key(Text::span);
    let id = Id::numbered("text", texts.first()?.span().start);
    let blocks = texts.into_iter().map(Block::paragraph).collect();
    Some(Part { id, heading: None, speaker: None, blocks, extra: Extra::default() })
}
