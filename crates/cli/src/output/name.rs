//! What `--name` says: how a document is named below the folder of all.

use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

use super::stem;
use crate::args::defaults;
use crate::catalogue::Format;
use crate::codes;
use crate::exit::Failure;
use crate::input::Input;
use crate::nearest::{list, nearest};

/// A pattern, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// As it is written.
    pub(crate) text: String,
    parts: Vec<Part>,
}

/// Why a text is no pattern.
pub(crate) struct NoPattern {
    pub(crate) what: String,
    /// What to do about it.
    pub(crate) help: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Field(Field),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Dir,
    Stem,
    Name,
    Ext,
    Format,
}

const FIELDS: [(&str, Field); 5] = [
    ("dir", Field::Dir),
    ("stem", Field::Stem),
    ("name", Field::Name),
    ("ext", Field::Ext),
    ("format", Field::Format),
];

impl Pattern {
    /// The pattern that is written so.
    ///
    /// # Errors
    /// Where it names a field that does not exist, or a brace stands alone.
    pub(crate) fn read(pattern: &str) -> Result<Self, NoPattern> {
        let fields = || format!("the fields are {}", list(FIELDS.iter().map(|(name, _)| *name)));
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut rest = pattern;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            text.push_str(before);
            if let Some(behind) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
                text.extend(from.chars().next());
                rest = behind;
                continue;
            }
            let inner = from.strip_prefix('{').and_then(|inner| inner.split_once('}'));
            let Some((name, behind)) = inner else {
                let help = format!("{{{{ and }}}} stand for braces; {}", fields());
                return Err(NoPattern { what: "a brace has no other".to_owned(), help });
            };
            let Some((_, field)) = FIELDS.iter().find(|(known, _)| *known == name) else {
                let near = nearest(name, FIELDS.iter().map(|(name, _)| *name));
                let near = near.map(|near| format!("did you mean `{{{near}}}`? ")).unwrap_or_default();
                let help = format!("{near}{}", fields());
                return Err(NoPattern { what: format!("there is no field `{{{name}}}`"), help });
            };
            parts.push(Part::Text(std::mem::take(&mut text)));
            parts.push(Part::Field(*field));
            rest = behind;
        }
        text.push_str(rest);
        parts.push(Part::Text(text));
        Ok(Self { text: pattern.to_owned(), parts })
    }

    /// The pattern of the option `--name`.
    ///
    /// # Errors
    /// Where it names a field that does not exist, or a brace stands alone.
    pub(crate) fn said(pattern: &str) -> Result<Self, Failure> {
        Self::read(pattern).map_err(|NoPattern { what, help }| {
            Failure::usage(&codes::NAME_PATTERN, format!("`--name {pattern}`: {what}")).help(help)
        })
    }

    /// The name of the document of a page, which is in `dir` below what was named, in a format, as a path without `.` and `..`.
    ///
    /// # Errors
    /// Where it would lead out of the folder it is to stand in, or is none.
    pub(crate) fn name(&self, page: &Path, dir: &Path, format: &Format<'_>) -> Result<PathBuf, Failure> {
        let mut name = OsString::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => name.push(text),
                Part::Field(Field::Dir) if dir.as_os_str().is_empty() => name.push("."),
                Part::Field(Field::Dir) => name.push(dir),
                Part::Field(Field::Stem) => name.push(stem(page)),
                Part::Field(Field::Name) => name.push(page.file_name().unwrap_or_default()),
                Part::Field(Field::Ext) => name.push(format.extension(&Input::File(page.to_owned()))),
                Part::Field(Field::Format) => name.push(format.name()),
            }
        }
        below(&name).ok_or_else(|| {
            let message = format!(
                "the document of `{}` would be named `{}`, which is no place in the folder of the documents",
                page.display(),
                name.display()
            );
            Failure::usage(&codes::OUTSIDE, message).help("name documents otherwise, with --name")
        })
    }
}

/// How documents are named where nothing else is said.
impl Default for Pattern {
    fn default() -> Self {
        let text = |text: &str| Part::Text(text.to_owned());
        let (dir, stem, ext) = (Part::Field(Field::Dir), Part::Field(Field::Stem), Part::Field(Field::Ext));
        let parts = vec![text(""), dir, text("/"), stem, text("."), ext, text("")];
        Self { text: defaults::NAME.to_owned(), parts }
    }
}

/// The path, where it leads down and nowhere else.
fn below(name: &OsStr) -> Option<PathBuf> {
    let path = Path::new(name);
    let mut below = PathBuf::new();
    for component in path.components() {
        match component {
            Component::Normal(part) => below.push(part),
            Component::CurDir => {}
            _ => return None,
        }
    }
    let is_folder = name.to_string_lossy().ends_with(std::path::is_separator);
    (!is_folder && below.file_name().is_some()).then_some(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_what_help_shows() {
        assert!(Pattern::read(defaults::NAME).is_ok_and(|read| read == Pattern::default()));
    }
}
