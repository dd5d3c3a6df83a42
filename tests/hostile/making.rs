//! How each hostile plugin is made. Each is called `plain`, but for the one in Rust, which is `tally`.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::plugins::{plain, plain_cpp, tally, tally_that_aborts};
use crate::support::tools::needs;

/// How a plugin is made.
#[derive(Clone, Copy)]
pub(crate) enum Make {
    /// `plain.c` with these definitions.
    C(&'static [&'static str]),
    /// The same as C++.
    Cpp(&'static [&'static str]),
    /// A good `plain.c`, and then this is done to its file.
    Spoilt(fn(&Path)),
    /// The crate `tally`, told to do this.
    Rust(&'static str),
    /// The same, built with `panic = "abort"`.
    RustThatAborts(&'static str),
}

impl Make {
    /// Makes it in `folder`.
    ///
    /// # Errors
    /// What it takes and is not there.
    pub(crate) fn run(self, folder: &Path) -> Result<(), &'static str> {
        let witness = format!("WITNESS=\"{}\"", witness(folder).display());
        let with_witness = |definitions: &'static [&str]| [definitions, &[witness.as_str()]].concat();
        match self {
            Self::C(definitions) => {
                plain(folder, "plain", &with_witness(definitions));
            }
            Self::Cpp(definitions) => {
                if !needs("c++") {
                    return Err("for the lack of a C++ compiler");
                }
                plain_cpp(folder, "plain", &with_witness(definitions));
            }
            Self::Spoilt(spoil) => spoil(&plain(folder, "plain", &[&witness])),
            Self::Rust(_) => drop(tally(folder)),
            Self::RustThatAborts(_) => drop(tally_that_aborts(folder)),
        }
        Ok(())
    }

    /// The format it makes, and how it is told what to do.
    pub(crate) fn asked(self) -> (&'static str, Option<String>) {
        match self {
            Self::C(_) | Self::Cpp(_) | Self::Spoilt(_) => ("plain", None),
            Self::Rust(fault) | Self::RustThatAborts(fault) => {
                ("tally", Some(format!("tally.fault={fault}")))
            }
        }
    }
}

/// The file that a plugin in C creates when it is loaded.
fn witness(folder: &Path) -> PathBuf {
    folder.join("witness")
}

/// Whether a plugin in C was loaded.
pub(crate) fn was_loaded(folder: &Path) -> bool {
    witness(folder).exists()
}

/// Gives the file this mode.
pub(crate) fn set_mode(library: &Path, mode: u32) {
    fs::set_permissions(library, Permissions::from_mode(mode)).expect("chmod");
}

/// Leaves the first half of it.
pub(crate) fn cut_short(library: &Path) {
    change(library, |bytes| bytes.truncate(bytes.len() / 2));
}

/// Leaves nothing of it.
pub(crate) fn emptied(library: &Path) {
    change(library, Vec::clear);
}

/// Lets everybody write to its folder.
pub(crate) fn open_its_folder(library: &Path) {
    set_mode(library.parent().expect("a folder"), 0o777);
}

/// Makes it one for a machine that nobody has: in ELF the machine stands at offset 18.
pub(crate) fn for_another_machine(library: &Path) {
    change(library, |bytes| bytes[18..20].copy_from_slice(&[0xff, 0xff]));
}

/// Puts a folder in its place.
pub(crate) fn a_folder(library: &Path) {
    fs::remove_file(library).and_then(|()| fs::create_dir(library)).expect("a folder");
}

/// Puts a pipe in its place, whose other end nobody opens.
pub(crate) fn a_pipe(library: &Path) {
    fs::remove_file(library).expect("removed");
    assert!(Command::new("mkfifo").arg(library).status().expect("mkfifo").success());
}

fn change(library: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(library).expect("read");
    change(&mut bytes);
    fs::write(library, bytes).expect("written");
}
