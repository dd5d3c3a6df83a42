//! What a value of a file of settings can be: how it is read there, and how it is written.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ValueEnum;
use serde_json::Value;
use toml::de::{DeArray, DeValue};

use super::file::absolute;
use crate::args::{Allowed, Dialect, Isolate, UNLIMITED, seconds, size};
use crate::nearest::{list, nearest};
use crate::output::{NoPattern, Pattern};

/// A type of values.
pub(super) trait Kind: Sized {
    /// What such a value is, as messages call it.
    const IS: &'static str;

    /// The value, where it is of this type; paths are meant from the folder `base`.
    fn read(value: &DeValue<'_>, base: &Path) -> Option<Result<Self, Wrong>>;

    /// How a file says it whose paths are meant from the folder `base`, as TOML and as JSON.
    fn written(&self, base: &Path) -> Value;
}

/// Why a value of the right type is none.
pub(super) struct Wrong {
    pub(super) what: String,
    pub(super) help: Option<String>,
}

impl From<&str> for Wrong {
    fn from(what: &str) -> Self {
        Self { what: what.to_owned(), help: None }
    }
}

impl Kind for bool {
    const IS: &'static str = "true or false";

    fn read(value: &DeValue<'_>, _: &Path) -> Option<Result<Self, Wrong>> {
        value.as_bool().map(Ok)
    }

    fn written(&self, _: &Path) -> Value {
        Value::from(*self)
    }
}

impl Kind for NonZero<usize> {
    const IS: &'static str = "a number";

    fn read(value: &DeValue<'_>, _: &Path) -> Option<Result<Self, Wrong>> {
        let read = whole(value)?.and_then(|number| usize::try_from(number).ok()).and_then(Self::new);
        Some(read.ok_or_else(|| "it is no whole number above 0".into()))
    }

    fn written(&self, _: &Path) -> Value {
        Value::from(self.get())
    }
}

/// A file, a folder.
impl Kind for PathBuf {
    const IS: &'static str = "a text";

    fn read(value: &DeValue<'_>, base: &Path) -> Option<Result<Self, Wrong>> {
        let path = value.as_str()?;
        Some(match path {
            "" => Err("it names nothing".into()),
            // A shell puts the home folder in its place; here a folder of that name would be made.
            _ if path == "~" || path.starts_with("~/") => Err(Wrong {
                what: "`~` does not stand for your home folder in a file".to_owned(),
                help: Some(format!("write that out; what is named `~` indeed is `./{path}`")),
            }),
            _ => Ok(base.join(path)),
        })
    }

    fn written(&self, base: &Path) -> Value {
        Value::from(from_folder(self, base).display().to_string())
    }
}

impl Kind for Pattern {
    const IS: &'static str = "a text";

    fn read(value: &DeValue<'_>, _: &Path) -> Option<Result<Self, Wrong>> {
        let pattern = value.as_str()?;
        Some(Self::read(pattern).map_err(|NoPattern { what, help }| Wrong { what, help: Some(help) }))
    }

    fn written(&self, _: &Path) -> Value {
        Value::from(self.text.as_str())
    }
}

impl Kind for Allowed<u64> {
    const IS: &'static str = "a number of bytes or a text";

    fn read(value: &DeValue<'_>, _: &Path) -> Option<Result<Self, Wrong>> {
        Some(size(&number_or_text(value)?).map_err(Wrong::from))
    }

    fn written(&self, _: &Path) -> Value {
        const UNITS: [(&str, u32); 4] = [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)];
        let Some(bytes) = self.0 else { return Value::from(UNLIMITED) };
        let even = UNITS.iter().find(|(_, power)| bytes % (1 << power) == 0);
        even.map_or(Value::from(bytes), |(unit, power)| Value::from(format!("{}{unit}", bytes >> power)))
    }
}

impl Kind for Allowed<Duration> {
    const IS: &'static str = "a number of seconds or a text";

    fn read(value: &DeValue<'_>, _: &Path) -> Option<Result<Self, Wrong>> {
        Some(seconds(&number_or_text(value)?).map_err(Wrong::from))
    }

    fn written(&self, _: &Path) -> Value {
        match self.0 {
            None => Value::from(UNLIMITED),
            Some(time) if time.subsec_nanos() == 0 => Value::from(time.as_secs()),
            Some(time) => Value::from(time.as_secs_f64()),
        }
    }
}

impl Kind for Dialect {
    const IS: &'static str = "a text";

    fn read(value: &DeValue<'_>, _: &Path) -> Option<Result<Self, Wrong>> {
        value.as_str().map(choice)
    }

    fn written(&self, _: &Path) -> Value {
        chosen(self)
    }
}

impl Kind for Isolate {
    const IS: &'static str = "a text";

    fn read(value: &DeValue<'_>, _: &Path) -> Option<Result<Self, Wrong>> {
        value.as_str().map(choice)
    }

    fn written(&self, _: &Path) -> Value {
        chosen(self)
    }
}

/// The name of a format.
impl Kind for String {
    const IS: &'static str = "a text";

    fn read(value: &DeValue<'_>, _: &Path) -> Option<Result<Self, Wrong>> {
        value.as_str().map(|text| Ok(text.to_owned()))
    }

    fn written(&self, _: &Path) -> Value {
        Value::from(self.as_str())
    }
}

/// What the option of a format is set to, as one writes it behind `--set FORMAT.KEY=`; `None` where nothing is like that.
pub(super) fn setting(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.clone().into_owned()),
        DeValue::Integer(_) => whole(value)?.map(|number| number.to_string()),
        DeValue::Float(number) => Some(number.as_str().replace('_', "")),
        DeValue::Boolean(truth) => Some(truth.to_string()),
        DeValue::Array(items) => json(items).map(|items| items.to_string()),
        DeValue::Table(_) | DeValue::Datetime(_) => None,
    }
}

/// The list as JSON.
fn json(items: &DeArray<'_>) -> Option<Value> {
    let item = |item: &DeValue<'_>| match item {
        DeValue::String(text) => Some(Value::from(text.as_ref())),
        DeValue::Boolean(truth) => Some(Value::from(*truth)),
        DeValue::Array(items) => json(items),
        number => serde_json::from_str(&setting(number)?).ok(),
    };
    items.iter().map(|inner| item(inner.get_ref())).collect()
}

/// What a value is, as messages call it.
pub(super) fn what(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(true) => "`true`",
        DeValue::Boolean(false) => "`false`",
        DeValue::Array(items) if items.iter().all(|item| item.get_ref().is_str()) => "a list of texts",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
        DeValue::Datetime(_) => "a date",
    }
}

/// The path as it is said from the folder `base`: below it from there, else from the root.
pub(super) fn from_folder(path: &Path, base: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // As it is said in the file, where it is.
    match path.strip_prefix(base).or_else(|_| whole.strip_prefix(absolute(base))) {
        Ok(below) if below.as_os_str().is_empty() => PathBuf::from("."),
        Ok(below) => below.to_owned(),
        Err(_) => whole,
    }
}

/// The whole number, where it is a number; `None` inside where it is none that a machine counts with.
fn whole(value: &DeValue<'_>) -> Option<Option<i128>> {
    match value {
        DeValue::Integer(number) => Some(i128::from_str_radix(number.as_str(), number.radix()).ok()),
        DeValue::Float(_) => Some(None),
        _ => None,
    }
}

fn number_or_text(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) => setting(value),
        _ => None,
    }
}

fn choice<T: ValueEnum>(name: &str) -> Result<T, Wrong> {
    T::from_str(name, false).map_err(|_| {
        let names: Vec<_> = T::value_variants().iter().filter_map(T::to_possible_value).collect();
        let names = || names.iter().map(clap::builder::PossibleValue::get_name);
        let all = format!("there are {}", list(names()));
        let near = nearest(name, names()).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        Wrong { what: format!("there is no `{name}`"), help: Some(near + &all) }
    })
}

fn chosen(choice: &impl ValueEnum) -> Value {
    choice.to_possible_value().map(|value| Value::from(value.get_name())).unwrap_or_default()
}
