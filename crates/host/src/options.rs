//! Options of a rendering, as users give them: names and texts.

use std::path::Path;

use serde_json::{Map, Value};

use crate::schema::{self, Misfit};
use plenary_plugin_sdk::Manifest;

/// Options of a rendering: a JSON object that fits the plugin's schema.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options(Map<String, Value>);

/// An option that does not fit the plugin's schema.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OptionError {
    /// The plugin has no option of that name.
    #[error("the plugin `{plugin}` has no option `{key}`")]
    Unknown {
        /// The plugin's name.
        plugin: String,
        /// The option's name.
        key: String,
        /// The names nearest to it, the nearest first.
        nearest: Vec<String>,
        /// All names there are.
        known: Vec<String>,
    },
    /// The value is not one the option takes.
    #[error("the option `{key}` of the plugin `{plugin}` is to be {expected}, not `{value}`")]
    Value {
        /// The plugin's name.
        plugin: String,
        /// The option's name.
        key: String,
        /// The value given, or as much of it as a message has room for.
        value: String,
        /// What it takes, in words.
        expected: String,
    },
    /// The plugin needs an option that is not given.
    #[error("the plugin `{plugin}` needs the option `{key}`")]
    Missing {
        /// The plugin's name.
        plugin: String,
        /// The option's name.
        key: String,
    },
}

impl Options {
    /// Sets the option `key` (a path: `page.size`) to what `text` says, as the type that the plugin's schema asks
    /// for. A list is given with commas, an object as JSON. Set twice, the last counts.
    ///
    /// # Errors
    /// Where the plugin has no such option, or the text is nothing it takes.
    pub fn set(&mut self, manifest: &Manifest, key: &str, text: &str) -> Result<(), OptionError> {
        self.set_from(Path::new(""), manifest, key, text)
    }

    /// The same where it is said in `folder`: paths are meant from there. A text is a path where the plugin's schema says
    /// `"format": "path"`.
    ///
    /// # Errors
    /// Where the plugin has no such option, or the text is nothing it takes.
    pub fn set_from(
        &mut self,
        folder: &Path,
        manifest: &Manifest,
        key: &str,
        text: &str,
    ) -> Result<(), OptionError> {
        let mut schema = &manifest.options;
        for name in key.split('.') {
            let inner = schema::member(schema, name);
            schema = inner.ok_or_else(|| unknown(manifest, key, schema::known(schema), name))?;
        }
        let value = schema::coerce(schema, text);
        let fits = |value: &Value| schema::check(schema, value, key).is_ok();
        let Some(value) = value.filter(fits) else {
            return Err(OptionError::Value {
                plugin: manifest.name.clone(),
                key: key.to_owned(),
                value: shortened(text),
                expected: schema::expected(schema),
            });
        };
        let (parents, name) =
            key.rsplit_once('.').map_or((None, key), |(parents, name)| (Some(parents), name));
        let mut object = &mut self.0;
        for parent in parents.into_iter().flat_map(|parents| parents.split('.')) {
            let inner = object.entry(parent).or_insert_with(|| Value::Object(Map::new()));
            if !inner.is_object() {
                *inner = Value::Object(Map::new());
            }
            let Value::Object(inner) = inner else { return Ok(()) };
            object = inner;
        }
        object.insert(name.to_owned(), schema::from_folder(schema, value, folder));
        Ok(())
    }

    /// The object they make.
    pub fn as_object(&self) -> &Map<String, Value> {
        &self.0
    }

    /// Checks the whole against the plugin's schema.
    ///
    /// # Errors
    /// The first option that does not fit.
    pub fn check(&self, manifest: &Manifest) -> Result<(), OptionError> {
        let plugin = || manifest.name.clone();
        schema::check(&manifest.options, &Value::Object(self.0.clone()), "").map_err(|misfit| match misfit {
            Misfit::Unknown { path, known } => {
                let name = path.rsplit('.').next().unwrap_or(&path).to_owned();
                unknown(manifest, &path, known, &name)
            }
            Misfit::Missing { path } => OptionError::Missing { plugin: plugin(), key: path },
            Misfit::Value { path, found, expected } => {
                OptionError::Value { plugin: plugin(), key: path, value: shortened(&found), expected }
            }
        })
    }

    /// The JSON object that the plugin gets.
    pub fn to_json(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }
}

impl From<Map<String, Value>> for Options {
    fn from(options: Map<String, Value>) -> Self {
        Self(options)
    }
}

impl OptionError {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let Self::Unknown { nearest, known, .. } = self else { return None };
        let list =
            |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        Some(match (nearest.as_slice(), known.as_slice()) {
            ([], []) => "it has no options at all".to_owned(),
            ([], known) => format!("it has {}", list(known)),
            (nearest, _) => format!("did you mean {}?", list(nearest)),
        })
    }
}

/// The text, or the beginning of it: a value may be a whole file.
fn shortened(text: &str) -> String {
    const MOST: usize = 200;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}

/// The error of the unknown `name` at the end, or in the middle, of `key`.
fn unknown(manifest: &Manifest, key: &str, known: Vec<String>, name: &str) -> OptionError {
    let mut near: Vec<_> = known
        .iter()
        .map(|known| (strsim::jaro_winkler(name, known), known.clone()))
        .filter(|(likeness, _)| *likeness > 0.8)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    OptionError::Unknown {
        plugin: manifest.name.clone(),
        key: key.to_owned(),
        nearest: near.into_iter().map(|(_, known)| known).collect(),
        known,
    }
}
