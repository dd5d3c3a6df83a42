//! The version of the model, apart from the program's.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The version of the session model and of its JSON: `major.minor`.
///
/// A reader refuses another major version; a higher minor version only adds members and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemaVersion {
    /// Changes when something a reader relies on is removed or changes meaning.
    pub major: u16,
    /// Changes when something is added.
    pub minor: u16,
}

impl SchemaVersion {
    /// The version this library writes.
    pub const CURRENT: Self = Self { major: 1, minor: 0 };

    /// Whether it may have members and names that this library does not know. Members are kept; names are read as the
    /// one that says least.
    ///
    /// ```
    /// use plenary_core::model::SchemaVersion;
    ///
    /// assert!(!SchemaVersion::CURRENT.is_later());
    /// assert!(SchemaVersion { major: 1, minor: 99 }.is_later());
    /// ```
    pub fn is_later(self) -> bool {
        self > Self::CURRENT
    }
}

impl fmt::Display for SchemaVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl Serialize for SchemaVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SchemaVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let version = text
            .split_once('.')
            .and_then(|(major, minor)| Some(Self { major: major.parse().ok()?, minor: minor.parse().ok()? }))
            .ok_or_else(|| de::Error::custom(format!("schema version `{text}` is not of the form `1.0`")))?;
        if version.major != Self::CURRENT.major {
            return Err(de::Error::custom(format!(
                "schema version {version} is not one this version reads ({}.x)",
                Self::CURRENT.major
            )));
        }
        Ok(version)
    }
}
