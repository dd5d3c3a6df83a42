//! A user's sheet over the default one: what it says is checked key by key, what it leaves out stays.

use std::borrow::Cow;

use plenary_plugin_sdk::serde::Deserialize;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

use super::colour;
use super::data::{Data, Face};

/// The sheet that stands where there is no other.
const DEFAULT: &str = include_str!("../../../styles/default.toml");

/// Why a sheet is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetError {
    /// Counted from 1.
    line: usize,
    what: String,
}

impl std::fmt::Display for SheetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// The default sheet with what `text` says in its place.
pub(super) fn overlaid(text: &str) -> Result<Data, SheetError> {
    let default: Table = toml::from_str(DEFAULT).map_err(|error| SheetError::of_toml(&error, DEFAULT))?;
    let given = DeTable::parse(text).map_err(|error| SheetError::of_toml(&error, text))?;
    let mut merged = default.clone();
    let sheet = Sheet { text, default: &default };
    sheet.lay_over(&mut merged, given.get_ref(), "")?;
    Data::deserialize(Value::Table(merged)).map_err(|error| SheetError::of_toml(&error, text))
}

/// A user's sheet, and what may stand in it.
struct Sheet<'s> {
    text: &'s str,
    default: &'s Table,
}

impl Sheet<'_> {
    /// Puts what a table says into the one of its name, which stands at `path`.
    fn lay_over(&self, into: &mut Table, given: &DeTable<'_>, path: &str) -> Result<(), SheetError> {
        // A paragraph's edges may be left out of the default sheet, where they are not moved.
        let edges = if into.contains_key("leading") { &["indent", "right"][..] } else { &[] };
        for (key, value) in given {
            let name: &str = key.get_ref();
            let place = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let known = into.get(name).cloned();
            let known = known.or_else(|| edges.contains(&name).then_some(Value::Float(0.0)));
            let Some(known) = known else {
                let names = into.keys().map(String::as_str).chain(edges.iter().copied());
                return Err(self.unknown(key, path, names));
            };
            let merged = match (known, value.get_ref()) {
                (Value::Table(mut inner), DeValue::Table(given)) => {
                    self.lay_over(&mut inner, given, &place)?;
                    Value::Table(inner)
                }
                (Value::Table(_), _) => {
                    let keys = "is a table of keys, as in `{ size = 10 }`";
                    return Err(self.at(value, format!("`{place}` {keys}, not {}", written(value))));
                }
                (Value::String(_), _) => Value::String(self.word(&place, name, value)?),
                _ => Value::Float(self.length(&place, name, value)?),
            };
            into.insert(name.to_owned(), merged);
        }
        Ok(())
    }

    /// A face or a colour.
    fn word(&self, place: &str, name: &str, value: &Spanned<DeValue<'_>>) -> Result<String, SheetError> {
        let word = value.get_ref().as_str();
        let colours = self.default.get("colours").and_then(Value::as_table);
        let names = || colours.into_iter().flat_map(Table::keys).map(String::as_str);
        let is_known = |word: &str| match name {
            "face" => Face::NAMES.contains(&word),
            _ if place.starts_with("colours.") => colour::hexadecimal(word).is_some(),
            _ => colour::hexadecimal(word).is_some() || names().any(|name| name == word),
        };
        if let Some(word) = word.filter(|word| is_known(word)) {
            return Ok(word.to_owned());
        }
        let (wanted, known): (_, Vec<&str>) = match name {
            "face" => (format!("one of {}", one_of(&Face::NAMES)), Face::NAMES.into()),
            _ if place.starts_with("colours.") => ("a colour `#rrggbb`".to_owned(), Vec::new()),
            _ => (
                format!("a colour `#rrggbb` or one of {}", one_of(&names().collect::<Vec<_>>())),
                names().collect(),
            ),
        };
        let guess = word.and_then(|word| nearest(word, known.into_iter()));
        let guess = guess.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
        Err(self.at(value, format!("`{place}` is to be {wanted}, not {}{guess}", written(value))))
    }

    /// A number of points.
    fn length(&self, place: &str, name: &str, value: &Spanned<DeValue<'_>>) -> Result<f64, SheetError> {
        // Within these, there is room for text on every page, and for bars and numbers in every chart and table.
        let (least, most) = match (place, name) {
            ("text.chart.size" | "text.chart-note.size", _) => (4.0, 14.0),
            (_, "size") => (4.0, 72.0),
            (_, "leading" | "table-leading") => (4.0, 144.0),
            (_, "chart-names" | "table-number") => (20.0, 200.0),
            (_, "chart-row") => (8.0, 40.0),
            (_, "chart-bar") => (1.0, 40.0),
            (_, "top" | "bottom") => (36.0, 200.0),
            _ => (0.0, 144.0),
        };
        let number = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse::<f64>().ok(),
            _ => None,
        };
        number.filter(|number| (least..=most).contains(number)).ok_or_else(|| {
            let wanted = format!("a number of points from {least} to {most}");
            self.at(value, format!("`{place}` is to be {wanted}, not {}", written(value)))
        })
    }

    fn unknown<'n>(
        &self,
        key: &Spanned<Cow<'_, str>>,
        path: &str,
        names: impl Iterator<Item = &'n str>,
    ) -> SheetError {
        let name = key.get_ref();
        let names: Vec<_> = names.collect();
        let help = match nearest(name, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", one_of(&names)),
        };
        let inside = if path.is_empty() { String::new() } else { format!(" in `{path}`") };
        self.at(key, format!("there is no `{name}`{inside}; {help}"))
    }

    fn at<T>(&self, place: &Spanned<T>, what: String) -> SheetError {
        SheetError { line: line(self.text, place.span().start), what }
    }
}

impl SheetError {
    fn of_toml(error: &toml::de::Error, text: &str) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        Self { line: line(text, at), what: format!("this is no TOML: {}", error.message()) }
    }
}

/// The line that byte `at` stands on.
fn line(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count()
}

/// The value as a message shows it.
fn written(value: &Spanned<DeValue<'_>>) -> String {
    match value.get_ref() {
        DeValue::String(text) => format!("`{}`", text.chars().take(60).collect::<String>()),
        DeValue::Integer(number) => format!("`{}`", number.as_str()),
        DeValue::Float(number) => format!("`{}`", number.as_str()),
        DeValue::Boolean(truth) => format!("`{truth}`"),
        DeValue::Table(_) => "a table".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Datetime(_) => "a date".to_owned(),
    }
}

fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let near = names.map(|name| (strsim::jaro_winkler(word, name), name));
    near.filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name)
}

fn one_of(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
