//! The settings as `plenary config` shows them: what holds, and where it is said.

use std::path::{Path, PathBuf};

use plenary_host::Host;
use serde_json::Value as Json;

use super::keys::{Key, PageKeys, PageLayer, RunKeys};
use super::origin::{Origin, Said};
use super::value::from_folder;
use super::{Asked, Directory};
use crate::args::{Setting, SettingValue};
use crate::catalogue::Format;
use crate::conversion::formats_of;

/// All that is shown.
pub(crate) struct Overview {
    /// The file of settings, as messages call it.
    pub(crate) file: Option<String>,
    /// Whether one was looked for.
    pub(crate) is_looked_for: bool,
    pub(crate) settings: Vec<Shown>,
    pub(crate) options: Vec<ShownOption>,
    /// The `[[directory]]` tables, where they are not part of this already.
    pub(crate) directories: Vec<ShownDirectory>,
}

/// A setting, and what holds of it.
pub(crate) struct Shown {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
}

/// What holds of a setting.
pub(crate) enum Holds {
    /// Nothing is said of it.
    Unsaid(Unsaid),
    One(Said<Json>),
    /// Values that are said one by one.
    List(Vec<Said<Json>>),
}

/// What holds of a setting that nothing is said of.
pub(crate) enum Unsaid {
    /// A value; the note is what else there is to say.
    Default(Json, &'static str),
    /// No value, but what the note says. It may be set like this.
    Nothing(Json, &'static str),
}

/// An option of a format, and where it is said.
pub(crate) struct ShownOption {
    pub(crate) format: String,
    pub(crate) key: String,
    pub(crate) value: Said<Json>,
}

/// A `[[directory]]`.
pub(crate) struct ShownDirectory {
    pub(crate) path: Said<String>,
    pub(crate) settings: Vec<Shown>,
    pub(crate) options: Vec<ShownOption>,
}

impl Asked {
    /// What holds for a page or what is in a folder; without one, all of the file.
    pub(crate) fn overview(&self, place: Option<&Path>, host: &Host) -> Overview {
        let Self { settings, run, said } = self;
        let base = settings.file.as_ref().map(|file| file.folder().to_owned()).unwrap_or_default();
        let view = View { said, base, host };
        let tables = match place {
            Some(folder) if folder.is_dir() => settings.directories_of(folder),
            Some(page) => settings.directories_of(page.parent().unwrap_or(page)),
            None => Vec::new(),
        };
        let page = settings.layer(said, &tables);
        let directories = if place.is_none() { settings.directories.as_slice() } else { &[] };
        Overview {
            file: settings.file.as_ref().map(|file| file.name.clone()),
            is_looked_for: settings.is_looked_for,
            settings: view
                .all(PageKeys::KEYS, &page.keys)
                .into_iter()
                .chain(view.all(RunKeys::KEYS, run))
                .collect(),
            options: view.options(page.set.settled(&|name, other| view.covers(name, other))),
            directories: directories.iter().map(|directory| view.directory(directory)).collect(),
        }
    }
}

/// What all of it is seen from.
struct View<'a> {
    /// What the command line says of pages.
    said: &'a PageLayer,
    /// The folder that paths are shown from.
    base: PathBuf,
    host: &'a Host,
}

impl View<'_> {
    fn all<L>(&self, keys: &[Key<L>], layer: &L) -> Vec<Shown> {
        keys.iter().map(|key| Shown { name: key.name, holds: self.holds(key, layer) }).collect()
    }

    fn holds<L>(&self, key: &Key<L>, layer: &L) -> Holds {
        let mut values = (key.shown)(layer, &self.base);
        match values.pop() {
            None => Holds::Unsaid((key.unsaid)()),
            Some(one) if !key.is_list => Holds::One(one),
            Some(last) => {
                values.push(last);
                Holds::List(values)
            }
        }
    }

    /// What the table says; not what the command line says in its place.
    fn directory(&self, directory: &Directory) -> ShownDirectory {
        let Directory { path, page, place, .. } = directory;
        let counts = |key: &&Key<PageKeys>| {
            (key.shown)(&self.said.keys, &self.base).is_empty()
                && !(key.shown)(&page.keys, &self.base).is_empty()
        };
        let keys = PageKeys::KEYS.iter().filter(counts);
        let covers = |name: &str, other: &str| self.covers(name, other);
        let all = self.said.set.clone().over(page.set.clone());
        let mut options = all.settled(&covers);
        // What the command line says goes before: here too, where at the top of the file it would not.
        options.retain(|said| {
            matches!(said.origin, Origin::File(_)) || page.set.would_replace(&said.value, &covers)
        });
        ShownDirectory {
            path: Said { value: path.clone(), origin: Origin::File(place.clone()) },
            settings: keys.map(|key| Shown { name: key.name, holds: self.holds(key, &page.keys) }).collect(),
            options: self.options(options),
        }
    }

    /// Whether all formats that the second name stands for are among those of the first.
    fn covers(&self, name: &str, other: &str) -> bool {
        let (these, others) = (formats_of(self.host, name), formats_of(self.host, other));
        let is_among_these = |format: &Format<'_>| these.iter().any(|this| this.name() == format.name());
        !others.is_empty() && others.iter().all(is_among_these)
    }

    fn options(&self, options: Vec<&Said<Setting>>) -> Vec<ShownOption> {
        let shown = |said: &Said<Setting>| {
            let setting = &said.value;
            ShownOption {
                format: setting.format.clone(),
                key: setting.key.clone(),
                value: Said { value: self.option(&setting.value), origin: said.origin.clone() },
            }
        };
        let mut options: Vec<_> = options.into_iter().map(shown).collect();
        options.sort_by(|one, other| (&one.format, &one.key).cmp(&(&other.format, &other.key)));
        options
    }

    /// The value of an option: numbers, `true` and `false` without quotes where that comes to the same.
    fn option(&self, value: &SettingValue) -> Json {
        match value {
            SettingValue::File(path) => Json::from(format!("@{}", from_folder(path, &self.base).display())),
            SettingValue::Text(text) => match serde_json::from_str(text) {
                Ok(plain @ (Json::Bool(_) | Json::Number(_))) if is_written(&plain, text) => plain,
                _ => Json::from(value.to_string()),
            },
        }
    }
}

/// Whether this is how a file says it as well as JSON.
fn is_written(plain: &Json, text: &str) -> bool {
    !plain.is_f64() && *plain.to_string() == *text
}
