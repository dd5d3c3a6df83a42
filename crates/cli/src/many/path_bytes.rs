//! Paths as bytes, and back.

use std::path::{MAIN_SEPARATOR, Path, PathBuf, is_separator};

/// The path that is written so.
#[cfg(unix)]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).into()
}

#[cfg(not(unix))]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// What ends a name in a path whose bytes are to be [in the order of paths](in_order): less than all that stands in one, so
/// that what is in a folder comes before what is beside it and has a longer name.
pub(super) const END: u8 = 0;

/// Bytes that are in the order of the paths they are of.
pub(super) fn in_order(path: &Path) -> Vec<u8> {
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    bytes.map(|byte| if is_separator(char::from(*byte)) { END } else { *byte }).collect()
}

/// The path that has these [bytes](in_order).
pub(super) fn of_ordered(bytes: &[u8]) -> PathBuf {
    let separator = |byte: &u8| if *byte == END { MAIN_SEPARATOR as u8 } else { *byte };
    path(&bytes.iter().map(separator).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn their_order_is_that_of_paths() {
        let mut paths =
            ["b", "a-b/c", "a/z", "a/b/c", "a", "a/b-c", "a b", "/a", "a\u{1}"].map(PathBuf::from);
        let mut ordered = paths.each_ref().map(|path| in_order(path));
        paths.sort();
        ordered.sort();
        assert_eq!(ordered.map(|bytes| of_ordered(&bytes)), paths);
    }
}
