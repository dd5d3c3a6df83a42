//! The file that messages go to, which is no page: each word about it would be another.

use std::path::Path;

/// Where standard error goes to, where that is a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Messages(Option<Identity>);

/// The device and the number of a file on it.
type Identity = (u64, u64);

impl Messages {
    pub(super) fn of_this_run() -> Self {
        Self(stderr())
    }

    /// Whether this file is the one.
    pub(super) fn go_to(self, path: &Path) -> bool {
        self.0.is_some_and(|messages| identity(path) == Some(messages))
    }
}

#[cfg(unix)]
fn stderr() -> Option<Identity> {
    use std::os::fd::AsFd;

    let file = std::fs::File::from(std::io::stderr().as_fd().try_clone_to_owned().ok()?);
    file.metadata().ok().filter(std::fs::Metadata::is_file).as_ref().map(of)
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    path.metadata().ok().as_ref().map(of)
}

#[cfg(unix)]
fn of(found: &std::fs::Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;

    (found.dev(), found.ino())
}

#[cfg(not(unix))]
fn stderr() -> Option<Identity> {
    None
}

#[cfg(not(unix))]
fn identity(_: &Path) -> Option<Identity> {
    None
}
