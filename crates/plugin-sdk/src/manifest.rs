//! What a plugin says of itself.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The longest manifest a host reads, in bytes.
pub const MAX_LENGTH: usize = 1 << 20;

/// What a plugin says of itself, readable without running it.
///
/// Members that this version does not know are ignored, so that a newer plugin's manifest can be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Its name: `akoma-ntoso`. Its library is `libplenary_akoma_ntoso.so`.
    pub name: String,
    /// Its own version.
    pub version: String,
    /// The lowest version of the C contract it runs under.
    pub abi: Version,
    /// The version of the session model it was built for.
    pub schema: Version,
    /// What it reads the session from.
    pub input: Input,
    /// What a panic in it does; `None` where its language has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panic: Option<PanicStrategy>,
    /// The formats it makes.
    pub formats: Vec<FormatInfo>,
    /// The JSON Schema of its options: of an object.
    #[serde(default = "no_options")]
    pub options: Value,
}

/// One format a plugin makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormatInfo {
    /// What `-t` calls it: `akoma-ntoso`.
    pub name: String,
    /// What it is, in a few words.
    pub description: String,
    /// The extensions of its files, without the first dot, the preferred one first: `akn.xml`, `xml`.
    pub extensions: Vec<String>,
    /// Its media type: `text/markdown`.
    pub media_type: String,
    /// Whether it is no text for a terminal.
    #[serde(default)]
    pub binary: bool,
}

/// What a plugin reads the session from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Input {
    /// The session's JSON.
    Json,
    /// The session as structs of the contract, which borrow its texts: `plenary_session.h`.
    View,
}

/// What a panic does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PanicStrategy {
    /// It is caught and becomes an error.
    Unwind,
    /// It ends the process.
    Abort,
}

/// A version of the contract or of the model: `1.0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Version {
    /// Changes when something the other side relies on is removed or changes meaning.
    pub major: u16,
    /// Changes when something is added.
    pub minor: u16,
}

/// Why a manifest is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ManifestError {
    /// It is too long.
    #[error("it is longer than {MAX_LENGTH} bytes")]
    TooLong,
    /// It is no JSON, or lacks a member, or a member is of the wrong kind.
    #[error("{0}")]
    Json(String),
    /// A member's value makes no sense.
    #[error("`{member}`: {problem}")]
    Value {
        /// The member, as a path: `formats[0].name`.
        member: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl Manifest {
    /// Reads and checks a manifest's JSON.
    ///
    /// # Errors
    /// Where it is no manifest.
    pub fn parse(json: &[u8]) -> Result<Self, ManifestError> {
        if json.len() > MAX_LENGTH {
            return Err(ManifestError::TooLong);
        }
        let mut deserializer = serde_json::Deserializer::from_slice(json);
        let manifest: Self = serde_path_to_error::deserialize(&mut deserializer)
            .map_err(|error| ManifestError::Json(error.to_string()))?;
        deserializer.end().map_err(|error| ManifestError::Json(error.to_string()))?;
        manifest.check()?;
        Ok(manifest)
    }

    /// The name in symbols and file names: `akoma_ntoso`.
    pub fn symbol_name(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The format `name`.
    pub fn format(&self, name: &str) -> Option<&FormatInfo> {
        self.formats.iter().find(|format| format.name == name)
    }

    fn check(&self) -> Result<(), ManifestError> {
        let wrong =
            |member: String, problem: &str| Err(ManifestError::Value { member, problem: problem.to_owned() });
        if !is_name(&self.name) {
            return wrong("name".to_owned(), NAME_RULE);
        }
        if self.formats.is_empty() {
            return wrong("formats".to_owned(), "a plugin makes at least one format");
        }
        let mut names = BTreeSet::new();
        for (at, format) in self.formats.iter().enumerate() {
            let member = |name: &str| format!("formats[{at}].{name}");
            if !is_name(&format.name) {
                return wrong(member("name"), NAME_RULE);
            }
            if !names.insert(&format.name) {
                return wrong(member("name"), "another format has the same name");
            }
            let is_extension = |extension: &String| {
                !extension.is_empty()
                    && !extension.starts_with('.')
                    && extension
                        .bytes()
                        .all(|b| b.is_ascii_graphic() && !matches!(b, b'/' | b'\\' | b'A'..=b'Z'))
            };
            if format.extensions.is_empty() || !format.extensions.iter().all(is_extension) {
                return wrong(
                    member("extensions"),
                    "at least one; each in lower case, without spaces, slashes and the first dot",
                );
            }
            if format.media_type.split_once('/').is_none_or(|(kind, name)| kind.is_empty() || name.is_empty())
            {
                return wrong(member("media_type"), "a media type is of the form `text/plain`");
            }
        }
        if self.options.get("type").and_then(Value::as_str) != Some("object") {
            return wrong("options".to_owned(), "the schema says `\"type\": \"object\"`");
        }
        Ok(())
    }
}

const NAME_RULE: &str = "a name is made of a-z, 0-9 and -, and starts with a letter";

/// Whether a plugin or a format can be called so: a-z, 0-9 and -, a letter first.
///
/// ```
/// use plenary_plugin_sdk::manifest::is_name;
///
/// assert!(is_name("akoma-ntoso") && !is_name("Akoma") && !is_name("2pdf") && !is_name("a_b"));
/// ```
pub fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The schema of a plugin without options: an object with no member.
fn no_options() -> Value {
    let members = [("type", Value::from("object")), ("additionalProperties", Value::from(false))];
    Value::Object(Map::from_iter(members.map(|(name, value)| (name.to_owned(), value))))
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl From<Version> for String {
    fn from(version: Version) -> Self {
        version.to_string()
    }
}

impl TryFrom<String> for Version {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.split_once('.')
            .and_then(|(major, minor)| Some(Self { major: major.parse().ok()?, minor: minor.parse().ok()? }))
            .ok_or_else(|| format!("version `{text}` is not of the form `1.0`"))
    }
}
