//! The members of a JSON object, as they stand in its text.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A member of an object.
pub(super) struct Member<'l> {
    pub(super) name: String,
    /// Its text, in which only the grammar was looked at.
    pub(super) value: &'l RawValue,
}

/// The members of the object that is `line`: those before the place where it is none, and whether it is one.
pub(super) fn members(line: &str) -> (Vec<Member<'_>>, serde_json::Result<()>) {
    let mut members = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(line);
    let ended = Collect(&mut members).deserialize(&mut reader).and_then(|()| reader.end());
    (members, ended)
}

/// Collects members until one cannot be read.
struct Collect<'m, 'l>(&'m mut Vec<Member<'l>>);

impl<'l> DeserializeSeed<'l> for Collect<'_, 'l> {
    type Value = ();

    fn deserialize<D: Deserializer<'l>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for Collect<'_, 'l> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((name, value)) = map.next_entry()? {
            self.0.push(Member { name, value });
        }
        Ok(())
    }
}
