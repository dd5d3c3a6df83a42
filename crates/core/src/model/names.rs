//! How the names of roles, kinds and dialects are read in JSON.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

use super::{BlockKind, DetailKind, Dialect, SectionRole, SpeakerKind};

/// A name that is none of them stands in a session of a later version, and is read as the one that says least.
macro_rules! read_by_name {
    ($($names:ident or $least:ident,)*) => {$(
        impl<'de> Deserialize<'de> for $names {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = Cow::<'de, str>::deserialize(deserializer)?;
                Ok($names::ALL.into_iter().find(|one| one.name() == name).unwrap_or($names::$least))
            }
        }
    )*};
}

read_by_name! {
    BlockKind or Paragraph,
    DetailKind or Other,
    Dialect or Other,
    SectionRole or Other,
    SpeakerKind or Person,
}
