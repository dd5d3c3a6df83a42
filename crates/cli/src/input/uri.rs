//! Paths as URIs (RFC 3986, RFC 8089).

use std::path::Path;

/// A `file:` URI of an absolute path, a relative reference of a relative one.
pub(super) fn of(path: &Path) -> String {
    let encoded = encoded(&bytes(path));
    if path.is_absolute() {
        // A drive letter needs a slash before it.
        let slash = if encoded.starts_with('/') { "" } else { "/" };
        return format!("file://{slash}{encoded}");
    }
    // A colon in the first segment would make a scheme of what stands before it.
    let first = encoded.split('/').next().unwrap_or_default();
    if first.contains(':') { format!("./{encoded}") } else { encoded }
}

#[cfg(unix)]
fn bytes(path: &Path) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_owned()
}

#[cfg(not(unix))]
fn bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/").into_bytes()
}

/// What a path of a URI may not hold as it is, as `%20`.
fn encoded(path: &[u8]) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(byte);
    path.iter()
        .map(|byte| if plain(byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_encoded() {
        assert_eq!(of(Path::new("out/a page #1.txt")), "out/a%20page%20%231.txt");
        assert_eq!(of(Path::new("100%/né.txt")), "100%25/n%C3%A9.txt");
        assert_eq!(of(Path::new("a:b.txt")), "./a:b.txt");
        assert_eq!(of(Path::new("a/b:c.txt")), "a/b:c.txt");
        assert_eq!(of(Path::new("../a.txt")), "../a.txt");
    }

    #[cfg(unix)]
    #[test]
    fn absolute_paths_have_a_scheme() {
        assert_eq!(of(Path::new("/srv/a b.txt")), "file:///srv/a%20b.txt");
    }

    #[cfg(unix)]
    #[test]
    fn paths_need_not_be_text() {
        let path = std::os::unix::ffi::OsStrExt::from_bytes(&b"n\xE9.txt"[..]);
        assert_eq!(of(Path::new::<std::ffi::OsStr>(path)), "n%E9.txt");
    }
}
