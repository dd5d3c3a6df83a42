//! What a file of settings says: everything that is wrong with it is found at once.

use std::sync::Arc;

use plenary_core::model::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::directory::Directory;
use super::file::File;
use super::guesses::{Meant, meant};
use super::keys::{Key, PageKeys, PageLayer, RunKeys, place, place_of_both, wrong_type};
use super::options::FormatOptions;
use super::origin::{Origin, Place, Said};
use super::value;
use crate::args::{Setting, SettingValue, is_long_option};
use crate::codes;
use crate::exit::{Failure, Failures};
use crate::nearest::{list, nearest};

/// What a file says.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) run: RunKeys,
    pub(super) page: PageLayer,
    pub(super) directories: Vec<Directory>,
}

/// The table of options of formats.
const SET: &str = "set";
/// The tables of folders.
const DIRECTORY: &str = "directory";
/// Which folder a table is of.
const PATH: &str = "path";

/// Reads the file.
///
/// # Errors
/// All that is wrong with it, in the order of the file.
pub(super) fn read(file: &File) -> Result<Content, Failures> {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    if !errors.is_empty() {
        // What the rest says is a guess then, and what else is wrong with a line mostly the same once more.
        let mut failures: Vec<_> = errors.iter().map(|error| no_toml(file, error)).collect();
        failures.sort_by_key(|failure| failure.finding.span);
        failures
            .dedup_by_key(|failure| file.source().place(failure.finding.span?.start).map(|place| place.line));
        return Err(Failures(failures));
    }
    let mut reader = Reader { file, failures: Vec::new() };
    let content = reader.top(table.get_ref());
    let Reader { mut failures, .. } = reader;
    failures.sort_by_key(|failure| failure.finding.span);
    if failures.is_empty() { Ok(content) } else { Err(Failures(failures)) }
}

fn no_toml(file: &File, error: &toml::de::Error) -> Failure {
    let span = error.span().map_or(Span::default(), |span| Span::new(span.start, span.end));
    let message = format!("this is no TOML: {}", error.message());
    Failure::usage(&codes::CONFIG_SYNTAX, message).at(&Place { file: Arc::clone(file), span })
}

/// Where a setting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Table {
    Top,
    Directory,
}

struct Reader<'f> {
    file: &'f File,
    failures: Vec<Failure>,
}

impl Reader<'_> {
    fn top(&mut self, table: &DeTable<'_>) -> Content {
        let mut content = Content::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                SET => self.set(&mut content.page, value),
                DIRECTORY => self.directories(&mut content, value),
                name => {
                    let known = self.key(RunKeys::KEYS, name, &mut content.run, value)
                        || self.key(PageKeys::KEYS, name, &mut content.page.keys, value);
                    if !known {
                        let names = names(RunKeys::KEYS).chain(names(PageKeys::KEYS)).chain([SET, DIRECTORY]);
                        self.unknown(key, value, names, Table::Top);
                    }
                }
            }
        }
        content
    }

    /// Reads the setting of this name, where the layer has it.
    fn key<L>(&mut self, keys: &[Key<L>], name: &str, layer: &mut L, value: &Spanned<DeValue<'_>>) -> bool {
        let Some(key) = keys.iter().find(|key| key.name == name) else { return false };
        if let Err(failure) = (key.read)(layer, self.file, value) {
            self.failures.push(failure);
        }
        true
    }

    fn directories(&mut self, content: &mut Content, value: &Spanned<DeValue<'_>>) {
        let Some(tables) = value.get_ref().as_array() else {
            let failure = wrong_type(DIRECTORY, "a list of tables", self.file, value);
            return self.failures.push(failure.help("a table of it begins with [[directory]]"));
        };
        for value in tables.iter() {
            match value.get_ref().as_table() {
                Some(table) => content.directories.extend(self.directory(table, value)),
                None => self.failures.push(wrong_type(DIRECTORY, "a list of tables", self.file, value)),
            }
        }
    }

    fn directory(&mut self, table: &DeTable<'_>, whole: &Spanned<DeValue<'_>>) -> Option<Directory> {
        let mut page = PageLayer::default();
        let mut path = None;
        for (key, value) in table {
            match key.get_ref().as_ref() {
                PATH => path = Some(value),
                SET => self.set(&mut page, value),
                name if self.key(PageKeys::KEYS, name, &mut page.keys, value) => {}
                name if names(RunKeys::KEYS).any(|known| known == name) => self.of_a_run(key),
                _ => self.unknown(key, value, names(PageKeys::KEYS).chain([SET, PATH]), Table::Directory),
            }
        }
        let Some(path) = path else {
            let message = "this [[directory]] has no `path`: it is of no folder";
            let failure = Failure::usage(&codes::CONFIG_DIRECTORY, message);
            self.failures
                .push(failure.help("as in `path = \"committees/2031\"`").at(&place(self.file, whole)));
            return None;
        };
        let Some(text) = path.get_ref().as_str() else {
            self.failures.push(wrong_type(PATH, "a text", self.file, path));
            return None;
        };
        match Directory::new(text, self.file.folder(), page, place(self.file, path)) {
            Ok(directory) => Some(directory),
            Err(failure) => {
                self.failures.push(failure);
                None
            }
        }
    }

    fn of_a_run(&mut self, key: &Spanned<impl AsRef<str>>) {
        let name = key.get_ref().as_ref();
        let message = format!("`{name}` holds for a whole run, and not for a folder of pages");
        let failure = Failure::usage(&codes::CONFIG_DIRECTORY, message).help(format!(
            "write it at the top of the file, before the first table; of a folder there are {}",
            list(names(PageKeys::KEYS).chain([SET]))
        ));
        self.failures.push(failure.at(&place(self.file, key)));
    }

    fn unknown<'n>(
        &mut self,
        key: &Spanned<impl AsRef<str>>,
        value: &Spanned<DeValue<'_>>,
        names: impl Iterator<Item = &'n str> + Clone,
        table: Table,
    ) {
        let name = key.get_ref().as_ref();
        let guessed = meant(name, table == Table::Directory);
        let failure = if guessed.is_none() && is_long_option(name) {
            let message = format!("`{name}` is no setting of a file: it is said on the command line alone");
            Failure::usage(&codes::CONFIG_KEY, message).help(format!("give the command --{name}"))
        } else {
            let (of, set) = match table {
                Table::Top => ("", "set"),
                Table::Directory => (" of a [[directory]]", "directory.set"),
            };
            let help = match guessed {
                Some(Meant::Setting(setting)) => format!("did you mean `{setting}`?"),
                Some(Meant::Options) => format!("options stand by format, as in [{set}.pdf]"),
                Some(Meant::Directory) => {
                    "what is said of a folder of pages begins with [[directory]] and its `path`".to_owned()
                }
                Some(Meant::Pages) => {
                    "the pages are named to the command, as in `plenary batch pages`".to_owned()
                }
                None => match nearest(&name.replace('_', "-"), names.clone()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if value.get_ref().is_table() => format!("did you mean [{set}.{name}]?"),
                    None => format!("there are {}", list(names)),
                },
            };
            Failure::usage(&codes::CONFIG_KEY, format!("there is no setting `{name}`{of}")).help(help)
        };
        self.failures.push(failure.at(&place(self.file, key)));
    }

    /// The tables of the options of formats.
    fn set(&mut self, page: &mut PageLayer, value: &Spanned<DeValue<'_>>) {
        let mut settings = Vec::new();
        self.formats(&mut settings, value);
        page.set = FormatOptions::of_a_place(settings);
    }

    fn formats(&mut self, into: &mut Vec<Said<Setting>>, value: &Spanned<DeValue<'_>>) {
        let Some(formats) = value.get_ref().as_table() else {
            let failure = wrong_type(SET, "a table of formats", self.file, value);
            return self.failures.push(failure.help("as in [set.pdf], and below it `paper = \"a4\"`"));
        };
        for (format, options) in formats {
            let name = format.get_ref().as_ref();
            match options.get_ref().as_table() {
                Some(table) => self.options(into, name, "", table),
                None => {
                    let failure =
                        wrong_type(&format!("set.{name}"), "a table of options", self.file, options);
                    self.failures.push(failure.help("as in [set.pdf], and below it `paper = \"a4\"`"));
                }
            }
        }
    }

    /// The options of a format in a table, whose names begin with `path`.
    fn options(&mut self, into: &mut Vec<Said<Setting>>, format: &str, path: &str, table: &DeTable<'_>) {
        for (last, value) in table {
            let key = format!("{path}{}", last.get_ref());
            if let Some(inner) = value.get_ref().as_table() {
                self.options(into, format, &format!("{key}."), inner);
                continue;
            }
            let name = format!("set.{format}.{key}");
            let Some(text) = value::setting(value.get_ref()) else {
                let wanted = "a text, a number, true or false, or a list of them";
                self.failures.push(wrong_type(&name, wanted, self.file, value));
                continue;
            };
            let place = place_of_both(self.file, last, value);
            match SettingValue::read(&text) {
                Ok(SettingValue::File(path)) => {
                    let path = SettingValue::File(self.file.folder().join(path));
                    into.push(said(format, key, path, place));
                }
                Ok(text) => into.push(said(format, key, text, place)),
                Err(why) => {
                    let message = format!("`{name}`: {why}");
                    self.failures.push(Failure::usage(&codes::CONFIG_VALUE, message).at(&place));
                }
            }
        }
    }
}

fn said(format: &str, key: String, value: SettingValue, place: Place) -> Said<Setting> {
    Said { value: Setting { format: format.to_owned(), key, value }, origin: Origin::File(place) }
}

/// Whether there is a setting of this name.
pub(super) fn is_setting(name: &str) -> bool {
    names(RunKeys::KEYS).chain(names(PageKeys::KEYS)).any(|known| known == name)
}

fn names<L>(keys: &'static [Key<L>]) -> impl Iterator<Item = &'static str> + Clone {
    keys.iter().map(|key| key.name)
}
