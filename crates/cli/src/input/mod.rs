//! Where pages come from: files and standard input, as text.

mod decode;
mod file;
mod kind;
mod uri;

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::codes;
use crate::exit::{Failure, reason};

pub(crate) use decode::{Broken, decode};
pub(crate) use file::bytes;

/// One page to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl Input {
    /// The page an argument names: `-` is standard input.
    fn named(argument: &Path) -> Self {
        if argument.as_os_str() == "-" { Self::Stdin } else { Self::File(argument.to_owned()) }
    }

    /// The pages that the arguments name.
    ///
    /// # Errors
    /// Where standard input is among them more than once.
    pub(crate) fn all(arguments: &[PathBuf]) -> Result<Vec<Self>, Failure> {
        let inputs: Vec<_> = arguments.iter().map(|argument| Self::named(argument)).collect();
        match inputs.iter().filter(|input| **input == Self::Stdin).count() {
            0 | 1 => Ok(inputs),
            _ => Err(Failure::usage(&codes::STDIN_TWICE, "standard input, `-`, can be read once only")),
        }
    }

    /// Its file, where it is one.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::File(path) => Some(path),
        }
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Stdin => Cow::Borrowed("<stdin>"),
            Self::File(path) => path.to_string_lossy(),
        }
    }

    /// What documents that refer to it by URI call it: a relative reference where its path is relative.
    pub(crate) fn uri(&self) -> String {
        match self {
            Self::Stdin => "stdin".to_owned(),
            Self::File(path) => uri::of(path),
        }
    }

    /// All of its bytes.
    ///
    /// # Errors
    /// Where it cannot be read. What cannot be read of standard input is the surroundings' failure, not the page's.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map_err(|error| no_stdin(&error))?;
                Ok(bytes)
            }
            Self::File(path) => fs::read(path).map_err(|error| unreadable(path, &error)),
        }
    }
}

/// The failure of standard input, which is the surroundings', not a page's.
pub(crate) fn no_stdin(error: &io::Error) -> Failure {
    let message = format!("cannot read standard input: {}", reason(error));
    Failure::environment(&codes::STDIN, message)
}

/// The failure of a page whose file cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::page(&codes::NOT_FOUND, "this file does not exist"),
        _ if path.is_dir() => Failure::page(&codes::FOLDER, "this is a folder, not a page")
            .help(format!("name the pages in it: {}", path.join("*.txt").display())),
        io::ErrorKind::PermissionDenied => {
            Failure::page(&codes::NO_PERMISSION, "you have no permission to read this file")
        }
        _ => Failure::page(&codes::UNREADABLE, format!("cannot read this file: {}", reason(error))),
    }
}
