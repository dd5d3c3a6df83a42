//! What a user can set.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::xml::is_nc_name;
use serde::Deserialize;

/// The options, as `plugin.json` describes them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The language of the record: a tag of BCP 47.
    pub language: String,
    /// The identifier of the document; made from the title where it is not given.
    pub id: Option<String>,
    /// Who publishes the file.
    pub publisher: Option<String>,
    /// The address of the licence under which it is published.
    pub licence: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { language: "en".to_owned(), id: None, publisher: None, licence: None }
    }
}

impl Options {
    /// Checks what the schema of the options does not say, or says in patterns.
    pub(crate) fn check(&self) -> Result<(), RenderError> {
        let wrong = |why: String| Err(RenderError::Options(why));
        let Self { language, id, publisher, licence } = self;
        let is_part = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let first = language.split('-').next().unwrap_or_default();
        let begins_well = first.len() > 1 && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !begins_well || !language.split('-').all(is_part) {
            return wrong(format!("`language`: `{language}` is no tag of BCP 47, such as `en` or `sr-Latn`"));
        }
        if let Some(id) = id.as_ref().filter(|id| !is_nc_name(id)) {
            return wrong(format!(
                "`id`: `{id}` is no name in XML: a letter, then letters, digits, `-`, `.`, `_`"
            ));
        }
        if publisher.as_ref().is_some_and(|publisher| publisher.trim().is_empty()) {
            return wrong("`publisher` is empty".to_owned());
        }
        match licence {
            Some(licence) if licence.is_empty() || licence.contains(char::is_whitespace) => {
                wrong(format!("`licence`: `{licence}` is no address"))
            }
            _ => Ok(()),
        }
    }
}
