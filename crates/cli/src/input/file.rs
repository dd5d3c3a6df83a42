//! A page in a file that nobody has looked at: it may be anything by now, and of any size.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use super::unreadable;
use crate::exit::Failure;

/// What is in the file; `None` where that is more than `largest` bytes. It is read once, from its start to its end: what
/// becomes of it meanwhile changes nothing of what was read.
///
/// # Errors
/// Where it cannot be read, or is no file: a pipe may give nothing for ever, and a device something.
pub(crate) fn bytes(path: &Path, largest: u64) -> Result<Option<Vec<u8>>, Failure> {
    let read = || {
        let file = open(path)?;
        let found = file.metadata()?;
        if found.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !found.is_file() {
            return Err(io::Error::other("it is a device, a pipe or a socket"));
        }
        let mut bytes = Vec::new();
        if found.len() <= largest {
            bytes.try_reserve_exact(usize::try_from(found.len()).unwrap_or_default())?;
            // It may have grown since, and files that the system makes up as they are read have no length at all.
            file.take(largest.saturating_add(1)).read_to_end(&mut bytes)?;
        }
        Ok((found.len().max(bytes.len() as u64) <= largest).then_some(bytes))
    };
    read().map_err(|error| unreadable(path, &error))
}

/// Opens what is there, without waiting for whoever writes to a pipe.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits();
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.cast_signed());
    }
    options.open(path)
}
