//! The settings as a file that says the same.

use std::fmt::Write;
use std::path::Path;

use serde_json::Value as Json;

use crate::config::{Holds, NAME, Origin, Overview, Said, Shown, ShownOption, Unsaid};
use crate::table::{Align, Table, visible};

/// The file. What is not said is a comment in it, and so is where the rest is said.
pub(super) fn of(overview: &Overview, place: Option<&Path>) -> String {
    let mut text = head(overview, place);
    text.push('\n');
    text.push_str(&rows(lines(&overview.settings)));
    text.push_str(&options(&overview.options, ""));
    if overview.options.is_empty() {
        text.push_str(
            "\n# [set.pdf]\n# paper = \"a4\"  # `plenary plugin options pdf` lists what can be set\n",
        );
    }
    for directory in &overview.directories {
        let path = line("path", &string(&directory.path.value), &origin(&directory.path.origin), false);
        let _ =
            write!(text, "\n[[directory]]\n{}", rows([path].into_iter().chain(lines(&directory.settings))));
        text.push_str(&options(&directory.options, "directory."));
    }
    text
}

/// Which file was found.
fn head(overview: &Overview, place: Option<&Path>) -> String {
    let file = match &overview.file {
        Some(file) => format!("The file of settings is {file}."),
        None if overview.is_looked_for => format!("There is no {NAME} here, nor in any folder above."),
        None => "No file of settings is heeded.".to_owned(),
    };
    let of = place.map(|place| format!("# What holds for {}.\n", visible(&place.display().to_string())));
    format!("# {}\n{}", visible(&file), of.unwrap_or_default())
}

type Line = [String; 2];

fn lines(settings: &[Shown]) -> impl Iterator<Item = Line> {
    settings.iter().flat_map(|Shown { name, holds }| match holds {
        Holds::Unsaid(Unsaid::Default(value, note)) => {
            let note = if note.is_empty() { "default".to_owned() } else { format!("default; {note}") };
            vec![line(name, &written(value), &note, true)]
        }
        Holds::Unsaid(Unsaid::Nothing(example, note)) => vec![line(name, &written(example), note, true)],
        Holds::One(Said { value, origin: from }) => vec![line(name, &written(value), &origin(from), false)],
        Holds::List(values) => list(name, values),
    })
}

/// A list with an item a line, each with its place.
fn list(name: &str, values: &[Said<Json>]) -> Vec<Line> {
    let item = |said: &Said<Json>| [format!("  {},", written(&said.value)), comment(&origin(&said.origin))];
    let mut lines = vec![[format!("{name} = ["), String::new()]];
    lines.extend(values.iter().map(item));
    lines.push(["]".to_owned(), String::new()]);
    lines
}

fn line(name: &str, value: &str, note: &str, is_comment: bool) -> Line {
    let hidden = if is_comment { "# " } else { "" };
    [format!("{hidden}{name} = {value}"), comment(note)]
}

fn comment(note: &str) -> String {
    format!("# {}", visible(note))
}

fn rows(lines: impl IntoIterator<Item = Line>) -> String {
    let mut table = Table::new([Align::Left; 2]);
    lines.into_iter().for_each(|line| table.row(line));
    table.render("")
}

/// The tables of the formats, which stand in that of this name.
fn options(options: &[ShownOption], within: &str) -> String {
    let mut text = String::new();
    for of_format in options.chunk_by(|one, other| one.format == other.format) {
        let format = of_format.first().map(|option| key(&option.format)).unwrap_or_default();
        let lines = of_format.iter().map(|option| {
            line(&key(&option.key), &written(&option.value.value), &origin(&option.value.origin), false)
        });
        let _ = write!(text, "\n[{within}set.{format}]\n{}", rows(lines));
    }
    text
}

fn origin(origin: &Origin) -> String {
    match origin {
        Origin::CommandLine => "command line".to_owned(),
        Origin::Environment(name) => (*name).to_owned(),
        Origin::File(place) => format!("{}:{}", place.file.name, place.line()),
    }
}

/// A key, in quotes where it has to be.
fn key(key: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if !key.is_empty() && key.chars().all(is_bare) { key.to_owned() } else { string(key) }
}

/// A value in TOML.
fn written(value: &Json) -> String {
    match value {
        Json::String(text) => string(text),
        Json::Array(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

/// A text in TOML; what would act on a terminal, or cannot be seen there, by its number.
fn string(text: &str) -> String {
    let mut string = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => string.extend(['\\', c]),
            '\n' => string.push_str("\\n"),
            '\t' => string.push_str("\\t"),
            c if visible(c.encode_utf8(&mut [0; 4])) == c.to_string() && !c.is_control() => string.push(c),
            c => {
                let _ = write!(string, "\\U{:08X}", u32::from(c));
            }
        }
    }
    string + "\""
}
