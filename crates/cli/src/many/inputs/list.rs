//! Lists of pages: files named `@FILE`, and standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::super::path_bytes;
use crate::codes;
use crate::exit::{Failure, reason};

/// The list that an argument names.
pub(super) fn named(argument: &Path) -> Option<PathBuf> {
    argument.to_str()?.strip_prefix('@').map(PathBuf::from)
}

/// Whether an argument names the list on standard input.
pub(super) fn is_stdin(argument: &Path) -> bool {
    argument.as_os_str() == "@-"
}

/// The failure of wanting two lists from standard input.
pub(super) fn twice() -> Failure {
    Failure::usage(&codes::STDIN_TWICE, "standard input, `@-` and -0, can be read once only")
}

/// Gives the paths in the list, one a line.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn lines(list: &Path, take: impl FnMut(PathBuf)) -> Result<(), Failure> {
    if list.as_os_str() == "-" {
        return from_stdin(b'\n', take);
    }
    let unreadable = |error: io::Error| {
        let message = format!("cannot read the list `{}`: {}", list.display(), reason(&error));
        Failure::usage(&codes::LIST, message).help("a page whose name begins with @ is named ./@…")
    };
    let list = File::open(list).map_err(unreadable)?;
    paths(BufReader::new(list), b'\n', unreadable, take)
}

/// Gives the paths on standard input, parted by this byte.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn from_stdin(end: u8, take: impl FnMut(PathBuf)) -> Result<(), Failure> {
    let unreadable = |error| {
        Failure::environment(&codes::STDIN, format!("cannot read standard input: {}", reason(&error)))
    };
    paths(io::stdin().lock(), end, unreadable, take)
}

fn paths(
    mut list: impl BufRead,
    end: u8,
    unreadable: impl Fn(io::Error) -> Failure,
    mut take: impl FnMut(PathBuf),
) -> Result<(), Failure> {
    let mut read = Vec::new();
    let mut is_first = true;
    while list.read_until(end, &mut read).map_err(&unreadable)? > 0 {
        let mut line = read.strip_suffix(&[end]).unwrap_or(&read);
        if end == b'\n' {
            line = line.strip_suffix(b"\r").unwrap_or(line);
            // As some editors begin a text; nothing shows it in the name of a file that is not found.
            line = line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| is_first).unwrap_or(line);
        }
        if !line.is_empty() {
            take(path_bytes::path(line));
        }
        is_first = false;
        read.clear();
    }
    Ok(())
}
