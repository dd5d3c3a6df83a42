//! The settings for programs.

use serde::Serialize;
use serde_json::Value as Json;

use crate::config::{Holds, Origin, Overview, Said, Shown, ShownDirectory, ShownOption, Unsaid};

/// All of it.
#[derive(Serialize)]
pub(super) struct Listing<'a> {
    /// The file of settings; `null` where there is none.
    file: Option<&'a str>,
    settings: Vec<Setting<'a>>,
    /// The `[[directory]]` tables, where no page or folder is named.
    directories: Vec<InDirectory<'a>>,
}

/// A setting, and what holds of it.
#[derive(Serialize)]
struct Setting<'a> {
    /// Its name; of an option of a format `set.FORMAT.OPTION`.
    key: String,
    /// What holds; `null` where that is no value.
    value: Json,
    /// Where that is said; of a list, where each item is.
    origins: Vec<From<'a>>,
}

/// Where something is said.
#[derive(Serialize)]
#[serde(tag = "from", rename_all = "kebab-case")]
enum From<'a> {
    CommandLine,
    Environment { variable: &'a str },
    File { file: &'a str, line: usize },
    Default,
}

#[derive(Serialize)]
struct InDirectory<'a> {
    /// The folder, from that of the file, or a pattern.
    path: &'a str,
    settings: Vec<Setting<'a>>,
}

pub(super) fn of(overview: &Overview) -> Listing<'_> {
    Listing {
        file: overview.file.as_deref(),
        settings: settings(&overview.settings, &overview.options),
        directories: overview.directories.iter().map(in_directory).collect(),
    }
}

fn in_directory(directory: &ShownDirectory) -> InDirectory<'_> {
    InDirectory { path: &directory.path.value, settings: settings(&directory.settings, &directory.options) }
}

fn settings<'a>(settings: &'a [Shown], options: &'a [ShownOption]) -> Vec<Setting<'a>> {
    let of_formats = options.iter().map(|option| Setting {
        key: format!("set.{}.{}", option.format, option.key),
        value: option.value.value.clone(),
        origins: vec![from(&option.value.origin)],
    });
    settings.iter().map(setting).chain(of_formats).collect()
}

fn setting(shown: &Shown) -> Setting<'_> {
    let (value, origins) = match &shown.holds {
        Holds::Unsaid(Unsaid::Default(value, _)) => (value.clone(), vec![From::Default]),
        Holds::Unsaid(Unsaid::Nothing(..)) => (Json::Null, vec![From::Default]),
        Holds::One(Said { value, origin }) => (value.clone(), vec![from(origin)]),
        Holds::List(values) => (
            values.iter().map(|said| said.value.clone()).collect(),
            values.iter().map(|said| from(&said.origin)).collect(),
        ),
    };
    Setting { key: shown.name.to_owned(), value, origins }
}

fn from(origin: &Origin) -> From<'_> {
    match origin {
        Origin::CommandLine => From::CommandLine,
        Origin::Environment(variable) => From::Environment { variable },
        Origin::File(place) => From::File { file: &place.file.name, line: place.line() },
    }
}
