//! A plugin that passed the checks.

use std::path::PathBuf;
use std::sync::OnceLock;

use plenary_plugin_abi as abi;
use plenary_plugin_sdk::manifest::{FormatInfo, Manifest, PanicStrategy, Version};

use crate::check::Checked;
use crate::{Refusal, load};

/// A plugin that passed the checks.
#[derive(Debug)]
pub struct Plugin {
    manifest: Manifest,
    origin: Origin,
    code: Code,
}

/// Where a plugin comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The program brings it along.
    Bundled,
    /// A library, at this path.
    Library(PathBuf),
}

/// A format, with the plugin that makes it.
#[derive(Debug, Clone, Copy)]
pub struct Format<'a> {
    plugin: &'a Plugin,
    info: &'a FormatInfo,
}

/// A library, with its entry table once it is loaded.
#[derive(Debug)]
struct Library {
    checked: Checked,
    table: OnceLock<Result<abi::Plugin, Box<Refusal>>>,
}

/// Where the entry table is.
#[derive(Debug)]
enum Code {
    Bundled(&'static abi::Plugin),
    Library(Box<Library>),
}

impl Plugin {
    pub(crate) fn bundled(manifest: Manifest, table: &'static abi::Plugin) -> Self {
        Self { manifest, origin: Origin::Bundled, code: Code::Bundled(table) }
    }

    pub(crate) fn library(checked: Checked) -> Self {
        Self {
            manifest: checked.manifest.clone(),
            origin: Origin::Library(checked.path.clone()),
            code: Code::Library(Box::new(Library { checked, table: OnceLock::new() })),
        }
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Where it comes from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The version of glibc that its library needs; `None` where its file names none, or it has none.
    pub fn needed_glibc(&self) -> Option<Version> {
        match &self.code {
            Code::Bundled(_) => None,
            Code::Library(library) => library.checked.glibc,
        }
    }

    /// The formats it makes.
    pub fn formats(&self) -> impl Iterator<Item = Format<'_>> {
        self.manifest.formats.iter().map(|info| Format { plugin: self, info })
    }

    /// Whether it may only run in a process of its own: a panic in it ends the process.
    pub fn needs_worker(&self) -> bool {
        self.manifest.panic == Some(PanicStrategy::Abort)
    }

    /// Its library as it was checked; `None` for a bundled one.
    #[cfg(unix)]
    pub(crate) fn checked(&self) -> Option<&Checked> {
        match &self.code {
            Code::Bundled(_) => None,
            Code::Library(library) => Some(&library.checked),
        }
    }

    /// Its entry table; a library is loaded for it the first time.
    pub(crate) fn table(&self) -> Result<abi::Plugin, &Refusal> {
        match &self.code {
            Code::Bundled(table) => Ok(**table),
            Code::Library(library) => match library.table.get_or_init(|| load::load(&library.checked)) {
                Ok(table) => Ok(*table),
                Err(refusal) => Err(refusal),
            },
        }
    }
}

impl<'a> Format<'a> {
    /// The plugin that makes it.
    pub fn plugin(&self) -> &'a Plugin {
        self.plugin
    }

    /// What the plugin says of it.
    pub fn info(&self) -> &'a FormatInfo {
        self.info
    }
}
