//! Loading a library that passed the checks.

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use plenary_plugin_abi::{self as abi, MANIFEST_SYMBOL, PLUGIN_SYMBOL};
use plenary_plugin_sdk::manifest::Version;
use tracing::debug;

use crate::check::{Checked, Stamp, runs_here};
use crate::{Reason, Refusal};

#[cfg(unix)]
use libloading::os::unix::Library;
#[cfg(windows)]
use libloading::os::windows::Library;

/// Loads the library, for good, and takes its entry table.
pub(crate) fn load(checked: &Checked) -> Result<abi::Plugin, Box<Refusal>> {
    debug!(plugin = checked.manifest.name, library = %checked.path.display(), "loads its library");
    table(checked).map_err(|reason| {
        Box::new(Refusal {
            path: checked.path.clone(),
            reason,
            name: checked.manifest.name.clone(),
            formats: checked.manifest.formats.clone(),
        })
    })
}

fn table(checked: &Checked) -> Result<abi::Plugin, Reason> {
    if Stamp::of(&checked.file).ok().as_ref() != Some(&checked.stamp) {
        return Err(Reason::Changed);
    }
    // SAFETY: this runs the library's initialisers, which is what installing a plugin permits; its file, its
    // folder and what it says of itself have passed the checks.
    let library = unsafe { open(checked) }.map_err(|error| Reason::Load(explained(&error, checked)))?;
    // Never closed: threads and thread-locals of the plugin may outlive any moment we could choose. Kept from being
    // dropped before anything can fail, for its initialisers have run.
    let library = ManuallyDrop::new(library);
    let manifest = symbol(&library, MANIFEST_SYMBOL, checked).ok_or(Reason::Changed)?;
    // SAFETY: the blob's head has 12 bytes; where it is the checked one, as many more as it says.
    let is_the_checked = unsafe {
        let head = manifest.cast::<abi::ManifestBlob<0>>().read_unaligned();
        head.magic == abi::MANIFEST_MAGIC
            && head.length as usize == checked.manifest_json.len()
            && std::slice::from_raw_parts(manifest.add(size_of_val(&head)), checked.manifest_json.len())
                == checked.manifest_json
    };
    if !is_the_checked {
        return Err(Reason::Changed);
    }
    let table = symbol(&library, PLUGIN_SYMBOL, checked).ok_or(Reason::Changed)?;
    // SAFETY: the symbol is the entry table, which starts with its size.
    let table = unsafe { abi::read(table.cast::<abi::Plugin>()) };
    let table = table.ok_or(Reason::Table("it is shorter than version 1.0 has it"))?;
    let abi = Version { major: table.abi_major, minor: table.abi_minor };
    if !runs_here(abi) {
        return Err(Reason::Abi(abi));
    }
    if table.render.is_none() {
        return Err(Reason::Table("its `render` is null"));
    }
    Ok(table)
}

/// The address of the symbol `start` + name.
fn symbol(library: &Library, start: &str, checked: &Checked) -> Option<*const u8> {
    let name = format!("{start}{}\0", checked.symbol_name);
    // SAFETY: only the address is taken.
    let symbol = unsafe { library.get::<*const u8>(name.as_bytes()) }.ok()?;
    Some(*symbol).filter(|address| !address.is_null())
}

/// Every function the library needs is looked for now (`RTLD_NOW`), not in the middle of a rendering; and nothing of
/// it is seen by other libraries (`RTLD_LOCAL`).
///
/// # Safety
/// Loading runs the library's initialisers.
#[cfg(unix)]
unsafe fn open(checked: &Checked) -> Result<Library, libloading::Error> {
    use libloading::os::unix::{RTLD_LOCAL, RTLD_NOW};
    // SAFETY: the caller's.
    let open = |path: PathBuf| unsafe { Library::open(Some(path), RTLD_NOW | RTLD_LOCAL) };
    let Some(descriptor) = through_descriptor(checked) else { return open(checked.path.clone()) };
    // Where that fails, none of its code has run: a library beside it that it needs may be missing.
    open(descriptor).or_else(|error| through_folder(checked).map_or(Err(error), open))
}

/// # Safety
/// Loading runs the library's initialisers.
#[cfg(windows)]
unsafe fn open(checked: &Checked) -> Result<Library, libloading::Error> {
    use libloading::os::windows::{LOAD_LIBRARY_SEARCH_DEFAULT_DIRS, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR};
    let flags = LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS;
    // SAFETY: the caller's.
    unsafe { Library::load_with_flags(&checked.path, flags) }
}

/// The very file that was checked, where the system has a path for an open file.
///
/// The loader remembers libraries by their path, so the descriptor stays open for good: its number must not come
/// to stand for another file.
#[cfg(target_os = "linux")]
fn through_descriptor(checked: &Checked) -> Option<PathBuf> {
    use std::os::fd::IntoRawFd;
    let descriptor = checked.file.try_clone().ok()?.into_raw_fd();
    Some(PathBuf::from(format!("/proc/self/fd/{descriptor}"))).filter(|path| path.exists())
}

/// The same file by its name in its folder: for one that needs others, which it looks for beside itself (`$ORIGIN`). By
/// the path of its descriptor, these would be looked for among the descriptors. `None` where the name stands for another
/// file by now.
///
/// The folder's descriptor, too, stays open, and for the same reason.
#[cfg(target_os = "linux")]
fn through_folder(checked: &Checked) -> Option<PathBuf> {
    use std::os::fd::IntoRawFd;
    use std::os::unix::fs::MetadataExt;
    let folder = std::fs::File::open(checked.path.parent()?).ok()?.into_raw_fd();
    let path = PathBuf::from(format!("/proc/self/fd/{folder}")).join(checked.path.file_name()?);
    let (named, held) = (std::fs::metadata(&path).ok()?, checked.file.metadata().ok()?);
    Some(path).filter(|_| (named.dev(), named.ino()) == (held.dev(), held.ino()))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn through_descriptor(_: &Checked) -> Option<PathBuf> {
    None
}

#[cfg(all(unix, not(target_os = "linux")))]
fn through_folder(_: &Checked) -> Option<PathBuf> {
    None
}

/// What the loader says, with the path as users know it.
fn explained(error: &libloading::Error, checked: &Checked) -> String {
    let said = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
    match said.split_once(": ") {
        Some((path, said)) if path.starts_with("/proc/self/fd/") => said.to_owned(),
        _ => said.replace(&format!("{}: ", checked.path.display()), ""),
    }
}
