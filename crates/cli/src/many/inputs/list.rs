//! Lists of pages: files named `@FILE`, and standard input.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

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

/// The paths in the list, one a line.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn lines(list: &Path) -> Result<Vec<PathBuf>, Failure> {
    if list.as_os_str() == "-" {
        return from_stdin(b'\n');
    }
    let bytes = fs::read(list).map_err(|error| {
        let message = format!("cannot read the list `{}`: {}", list.display(), reason(&error));
        Failure::usage(&codes::LIST, message).help("a page whose name begins with @ is named ./@…")
    })?;
    Ok(paths(&bytes, b'\n'))
}

/// The paths on standard input, parted by this byte.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn from_stdin(end: u8) -> Result<Vec<PathBuf>, Failure> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| {
        Failure::environment(&codes::STDIN, format!("cannot read standard input: {}", reason(&error)))
    })?;
    Ok(paths(&bytes, end))
}

fn paths(bytes: &[u8], end: u8) -> Vec<PathBuf> {
    let line = |line: &'_ [u8]| {
        if end == b'\n' { line.strip_suffix(b"\r").unwrap_or(line).to_owned() } else { line.to_owned() }
    };
    // As some editors begin a text; nothing shows it in the name of a file that is not found.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").filter(|_| end == b'\n').unwrap_or(bytes);
    bytes.split(|byte| *byte == end).map(line).filter(|line| !line.is_empty()).map(path).collect()
}

#[cfg(unix)]
fn path(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes))
}

#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(&bytes).into_owned())
}
