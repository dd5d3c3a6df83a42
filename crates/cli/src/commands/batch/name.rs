//! What `--name` says: how a document is named below the folder of all.

use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

use super::inputs::Found;
use crate::catalogue::Format;
use crate::codes;
use crate::exit::Failure;
use crate::input::Input;
use crate::nearest::{list, nearest};
use crate::output::stem;

/// A pattern, taken apart.
pub(super) struct Pattern(Vec<Part>);

enum Part {
    Text(String),
    Field(Field),
}

#[derive(Clone, Copy)]
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
    pub(super) fn read(pattern: &str) -> Result<Self, Failure> {
        let wrong = |why: String| Failure::usage(&codes::NAME_PATTERN, format!("`--name {pattern}`: {why}"));
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
                return Err(wrong("a brace has no other".to_owned())
                    .help(format!("{{{{ and }}}} stand for braces; {}", fields())));
            };
            let Some((_, field)) = FIELDS.iter().find(|(known, _)| *known == name) else {
                let near = nearest(name, FIELDS.iter().map(|(name, _)| *name));
                let near = near.map(|near| format!("did you mean `{{{near}}}`? ")).unwrap_or_default();
                return Err(
                    wrong(format!("there is no field `{{{name}}}`")).help(format!("{near}{}", fields()))
                );
            };
            parts.push(Part::Text(std::mem::take(&mut text)));
            parts.push(Part::Field(*field));
            rest = behind;
        }
        text.push_str(rest);
        parts.push(Part::Text(text));
        Ok(Self(parts))
    }

    /// The name of the document of a page in a format, as a path without `.` and `..`.
    ///
    /// # Errors
    /// Where it would lead out of the folder it is to stand in, or is none.
    pub(super) fn name(&self, page: &Found, format: &Format<'_>) -> Result<PathBuf, Failure> {
        let mut name = OsString::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => name.push(text),
                Part::Field(Field::Dir) if page.dir.as_os_str().is_empty() => name.push("."),
                Part::Field(Field::Dir) => name.push(&page.dir),
                Part::Field(Field::Stem) => name.push(stem(&page.path)),
                Part::Field(Field::Name) => name.push(page.path.file_name().unwrap_or_default()),
                Part::Field(Field::Ext) => name.push(format.extension(&Input::File(page.path.clone()))),
                Part::Field(Field::Format) => name.push(format.name()),
            }
        }
        below(&name).ok_or_else(|| {
            let message = format!(
                "the document of `{}` would be named `{}`, which is no place in the folder of the documents",
                page.path.display(),
                name.display()
            );
            Failure::usage(&codes::OUTSIDE, message).help("name documents otherwise, with --name")
        })
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
