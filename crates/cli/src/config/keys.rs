//! The settings there are, and how what is said in one place goes before what is said in another.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use plenary_core::model::Span;
use serde_json::json;
use toml::Spanned;
use toml::de::DeValue;

use super::file::File;
use super::options::FormatOptions;
use super::origin::{Origin, Place, Said};
use super::show::Unsaid::{self, Default as Usual, Nothing};
use super::value::{Kind, Wrong, setting, what};
use crate::args::{Allowed, Dialect, Isolate, defaults};
use crate::codes;
use crate::exit::Failure;
use crate::output::Pattern;

/// A setting of a layer, by the name of the option.
pub(super) struct Key<L: 'static> {
    pub(super) name: &'static str,
    /// Has the layer say what stands in the file.
    pub(super) read: fn(&mut L, &File, &Spanned<DeValue<'_>>) -> Result<(), Failure>,
    /// What the layer says of it, for a file whose paths are meant from a folder.
    pub(super) shown: fn(&L, &Path) -> Vec<Said<serde_json::Value>>,
    /// Whether it is a list of values, each said by itself.
    pub(super) is_list: bool,
    /// What holds where nothing is said of it.
    pub(super) unsaid: fn() -> Unsaid,
}

/// What can be said of a setting in one place.
trait Slot: Default {
    const IS_LIST: bool;
    /// What this says before what `below` says.
    fn over(self, below: Self) -> Self;
    fn read(&mut self, name: &str, file: &File, value: &Spanned<DeValue<'_>>) -> Result<(), Failure>;
    fn shown(&self, base: &Path) -> Vec<Said<serde_json::Value>>;
}

/// Where several say something, the first holds.
impl<T: Kind> Slot for Option<Said<T>> {
    const IS_LIST: bool = false;

    fn over(self, below: Self) -> Self {
        self.or(below)
    }

    fn read(&mut self, name: &str, file: &File, value: &Spanned<DeValue<'_>>) -> Result<(), Failure> {
        *self = Some(read(name, file, value)?);
        Ok(())
    }

    fn shown(&self, base: &Path) -> Vec<Said<serde_json::Value>> {
        let shown =
            |Said { value, origin }: &Said<T>| Said { value: value.written(base), origin: origin.clone() };
        self.iter().map(shown).collect()
    }
}

/// A list, of which the first holds that is said, as a whole; each item with its place.
impl<T: Kind> Slot for Option<Said<Vec<Said<T>>>> {
    const IS_LIST: bool = false;

    fn over(self, below: Self) -> Self {
        self.or(below)
    }

    fn read(&mut self, name: &str, file: &File, value: &Spanned<DeValue<'_>>) -> Result<(), Failure> {
        let items = items(name, file, value)?;
        if items.is_empty() {
            let failure = Failure::usage(&codes::CONFIG_VALUE, format!("`{name}`: it names nothing"));
            return Err(failure.at(&place(file, value)));
        }
        *self = Some(Said { value: items, origin: Origin::File(place(file, value)) });
        Ok(())
    }

    fn shown(&self, base: &Path) -> Vec<Said<serde_json::Value>> {
        let shown = |Said { value, origin }: &Said<Vec<Said<T>>>| Said {
            value: value.iter().map(|item| item.value.written(base)).collect(),
            origin: origin.clone(),
        };
        self.iter().map(shown).collect()
    }
}

/// Where several say something, all hold, the first one first: folders to be searched.
impl Slot for Vec<Said<PathBuf>> {
    const IS_LIST: bool = true;

    fn over(mut self, below: Self) -> Self {
        self.extend(below);
        self
    }

    fn read(&mut self, name: &str, file: &File, value: &Spanned<DeValue<'_>>) -> Result<(), Failure> {
        *self = items(name, file, value)?;
        Ok(())
    }

    fn shown(&self, base: &Path) -> Vec<Said<serde_json::Value>> {
        self.iter()
            .map(|Said { value, origin }| Said { value: value.written(base), origin: origin.clone() })
            .collect()
    }
}

fn items<T: Kind>(name: &str, file: &File, list: &Spanned<DeValue<'_>>) -> Result<Vec<Said<T>>, Failure> {
    const IS: &str = "a list of texts";
    let Some(items) = list.get_ref().as_array() else {
        let failure = wrong_type(name, IS, file, list);
        let listed =
            |text: &str| text.split(',').map(|item| format!("\"{}\"", item.trim())).collect::<Vec<_>>();
        let help =
            list.get_ref().as_str().map(|text| format!("write `{name} = [{}]`", listed(text).join(", ")));
        return Err(failure.maybe_help(help));
    };
    let item = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
        DeValue::String(_) => read(name, file, item),
        other => {
            let message = format!("`{name}` is {IS}, and {} is none", what(other));
            Err(Failure::usage(&codes::CONFIG_TYPE, message).at(&place(file, item)))
        }
    };
    items.iter().map(item).collect()
}

fn read<T: Kind>(name: &str, file: &File, value: &Spanned<DeValue<'_>>) -> Result<Said<T>, Failure> {
    match T::read(value.get_ref(), file.folder()) {
        None => {
            Err(wrong_type(name, T::IS, file, value).maybe_help(help_to_type::<T>(name, value.get_ref())))
        }
        Some(Ok(read)) => Ok(Said { value: read, origin: Origin::File(place(file, value)) }),
        Some(Err(Wrong { what, help })) => {
            let message = format!("`{name}`: {what}");
            Err(Failure::usage(&codes::CONFIG_VALUE, message).maybe_help(help).at(&place(file, value)))
        }
    }
}

/// How a value of another type is written that means one of this type.
fn help_to_type<T: Kind>(name: &str, value: &DeValue<'_>) -> Option<String> {
    let here = Path::new("");
    if let Some(text) = value.as_str() {
        let bare = DeValue::parse(text).ok()?;
        return matches!(T::read(bare.get_ref(), here), Some(Ok(_)))
            .then(|| format!("write it without quotes: `{name} = {text}`"));
    }
    // What the text is called that stands for it, where there are only some.
    let text = DeValue::String(setting(value)?.into());
    T::read(&text, here)?.err()?.help
}

pub(super) fn wrong_type(name: &str, wanted: &str, file: &File, value: &Spanned<DeValue<'_>>) -> Failure {
    let message = format!("`{name}` is {wanted}, not {}", what(value.get_ref()));
    Failure::usage(&codes::CONFIG_TYPE, message).at(&place(file, value))
}

/// Where it stands, with what it is called.
pub(super) fn place_of_both<A, B>(file: &File, key: &Spanned<A>, value: &Spanned<B>) -> Place {
    let span = Span::new(key.span().start, value.span().end);
    Place { file: Arc::clone(file), span }
}

/// Where it stands.
pub(super) fn place<T>(file: &File, spanned: &Spanned<T>) -> Place {
    let span = spanned.span();
    Place { file: Arc::clone(file), span: Span::new(span.start, span.end) }
}

macro_rules! layer {
    ($(#[$doc:meta])* $layer:ident { $($field:ident: $type:ty, $name:literal, $unsaid:expr;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default)]
        pub(crate) struct $layer {
            $(pub(crate) $field: $type,)*
        }

        impl $layer {
            /// The settings by their names, in the order they are shown in.
            pub(super) const KEYS: &'static [Key<Self>] = &[$(Key {
                name: $name,
                read: |layer, file, value| layer.$field.read($name, file, value),
                shown: |layer, base| layer.$field.shown(base),
                is_list: <$type as Slot>::IS_LIST,
                unsaid: || $unsaid,
            },)*];

            /// What this says, and where it says nothing, what `below` says.
            #[must_use]
            pub(super) fn over(self, below: Self) -> Self {
                Self { $($field: Slot::over(self.$field, below.$field),)* }
            }
        }
    };
}

layer! {
    /// What is said of the pages of a folder, beside the options of formats.
    PageKeys {
        to: Option<Said<Vec<Said<String>>>>, "to", Nothing(json!(["pdf"]), "not set");
        name: Option<Said<Pattern>>, "name", Usual(json!(defaults::NAME), "of batch");
        strict: Option<Said<bool>>, "strict", Usual(json!(false), "");
        from: Option<Said<Dialect>>, "from", Nothing(json!("webvtt"), "not set: what a page holds tells");
        lossy: Option<Said<bool>>, "lossy", Usual(json!(false), "");
    }
}

layer! {
    /// What is said of a whole run.
    RunKeys {
        output: Option<Said<PathBuf>>, "output", Nothing(json!("documents"), "not set: convert writes beside the pages");
        manifest: Option<Said<PathBuf>>, "manifest", Nothing(json!("manifest.ndjson"), "not set: it is in the output");
        fsync: Option<Said<bool>>, "fsync", Usual(json!(false), "");
        jobs: Option<Said<NonZero<usize>>>, "jobs", Usual(json!(processors()), "as many as there are processors");
        max_page: Option<Said<Allowed<u64>>>, "max-page", Usual(json!(defaults::MAX_PAGE), "of batch");
        max_record: Option<Said<Allowed<u64>>>, "max-record", Usual(json!(defaults::MAX_RECORD), "of stream");
        plugin_dir: Vec<Said<PathBuf>>, "plugin-dir", Usual(json!([]), "");
        no_bundled: Option<Said<bool>>, "no-bundled", Usual(json!(false), "");
        isolate: Option<Said<Isolate>>, "isolate", Usual(json!(defaults::ISOLATE_MANY), "of convert: none");
        plugin_memory: Option<Said<Allowed<u64>>>, "plugin-memory", Usual(json!(defaults::PLUGIN_MEMORY), "");
        plugin_time: Option<Said<Allowed<Duration>>>, "plugin-time", Usual(number(defaults::PLUGIN_TIME), "");
        plugin_cpu: Option<Said<Allowed<Duration>>>, "plugin-cpu", Usual(number(defaults::PLUGIN_CPU), "");
        plugin_output: Option<Said<Allowed<u64>>>, "plugin-output", Usual(json!(defaults::PLUGIN_OUTPUT), "");
    }
}

/// As many as there are processors.
pub(super) fn processors() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}

fn number(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// All that is said of the pages of a folder.
#[derive(Debug, Clone, Default)]
pub(crate) struct PageLayer {
    pub(crate) keys: PageKeys,
    pub(crate) set: FormatOptions,
}

impl PageLayer {
    /// What this says, and where it says nothing, what `below` says.
    #[must_use]
    pub(super) fn over(self, below: Self) -> Self {
        let Self { keys, set } = below;
        Self { keys: self.keys.over(keys), set: self.set.over(set) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::is_long_option;

    /// One vocabulary.
    #[test]
    fn settings_bear_the_names_of_options() {
        let names = PageKeys::KEYS.iter().map(|key| key.name).chain(RunKeys::KEYS.iter().map(|key| key.name));
        for name in names.chain(["set"]) {
            assert!(is_long_option(name), "{name}");
        }
    }
}
