//! `plenary plugin new`.
//!
//! The templates in `crates/cli/templates/plugin` are plugins that build as they stand. They are called `my-format`, and
//! that name, with `-` or `_`, is all that is put in its place; in Rust also where the SDK is.

mod sdk;
mod templates;

use std::fs;
use std::io;
use std::path::Path;

use plenary_host::{file_name, is_name};

use super::answer;
use crate::args::{Language, PluginNew};
use crate::catalogue;
use crate::codes;
use crate::exit::{Failure, reason};
use crate::plugins::bundled_host;
use sdk::Sdk;
use templates::File;

pub(super) fn run(args: &PluginNew) -> Result<(), Failure> {
    let name = &args.name;
    free(name)?;
    let folder = format!("plenary-{name}");
    let files = match args.lang {
        Language::Rust => templates::rust(name, &Sdk::find(args.sdk.as_deref())?),
        Language::C => templates::c(name),
    };
    empty(Path::new(&folder))?;
    for File { path, text } in &files {
        let path = Path::new(&folder).join(path);
        put(&path, text).map_err(|error| unwritable(&path, &error))?;
    }
    answer(&told(&folder, &files, &steps(name, args.lang)))
}

/// Makes sure that a plugin and its format can be called so.
fn free(name: &str) -> Result<(), Failure> {
    let wrong = |message| Err(Failure::usage(&codes::PLUGIN_NAME, message));
    if !is_name(name) {
        let help = "a name is made of a-z, 0-9 and -, and starts with a letter";
        return wrong(format!("a plugin cannot be called `{name}`")).map_err(|failure| failure.help(help));
    }
    let host = bundled_host();
    let taken = catalogue::all(&host).any(|format| format.name() == name);
    if taken {
        let help = "choose another name: the plugin would take its place, or never be asked";
        return wrong(format!("the program has a format `{name}` already"))
            .map_err(|failure| failure.help(help));
    }
    Ok(())
}

/// Makes sure that nothing is in the folder, if it is there at all.
fn empty(folder: &Path) -> Result<(), Failure> {
    let is_empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if is_empty {
        return Ok(());
    }
    let message = format!("`{}` is there already, and not an empty folder", folder.display());
    Err(Failure::usage(&codes::NOT_EMPTY, message).help("choose another name, or move it away"))
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::environment(&codes::UNWRITABLE, format!("cannot write `{}`: {}", path.display(), reason(error)))
}

/// What was written, and what to type next.
fn told(folder: &str, files: &[File], steps: &[String]) -> String {
    let files: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    let steps: String = steps.iter().map(|step| format!("  {step}\n")).collect();
    format!("made {folder}/: {}\n\nnext:\n  cd {folder}\n{steps}", files.join(", "))
}

/// From the source to the installed plugin.
fn steps(name: &str, language: Language) -> Vec<String> {
    let (build, test, folder) = match language {
        Language::Rust => ("cargo build", "cargo test", "target/debug"),
        Language::C => ("make", "make check", "build"),
    };
    let render = format!("plenary convert sample.session.json -t {name} --plugin-dir {folder} -o -");
    let library = format!("{folder}/{}", file_name(name));
    let mut steps =
        vec![build.to_owned(), render.clone(), format!("{render} --set {name}.at-least=20"), test.to_owned()];
    if language == Language::Rust {
        steps.push(format!("plenary plugin check {library}"));
    }
    steps.push(format!("plenary plugin install {library}"));
    steps
}
