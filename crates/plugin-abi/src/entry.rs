//! What a plugin exports.

use crate::{Host, Job, Prefixed, Status};

/// What the symbol of a plugin's entry table starts with; the plugin's name follows, with `_` for `-`.
pub const PLUGIN_SYMBOL: &str = "plenary_plugin_";
/// What the symbol of a plugin's manifest starts with; the plugin's name follows, with `_` for `-`.
pub const MANIFEST_SYMBOL: &str = "plenary_manifest_";
/// The first bytes of a [`ManifestBlob`].
pub const MANIFEST_MAGIC: [u8; 8] = *b"plenary\0";

/// The plugin's one function.
///
/// Called on any thread, on several at once. Both pointers are not null and valid until it returns. It must not
/// unwind, and must not keep, write to or free anything it is given.
pub type RenderFn = unsafe extern "C-unwind" fn(host: *const Host, job: *const Job) -> Status;

/// The plugin's entry table, exported as the constant `plenary_plugin_NAME`.
///
/// Size and versions never move, in no version of the contract, so that any host can refuse any plugin.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Plugin {
    /// Size of this struct in bytes, as the plugin knows it.
    pub size: u32,
    /// The [`ABI_MAJOR`](crate::ABI_MAJOR) the plugin was built for.
    pub abi_major: u16,
    /// The lowest [`ABI_MINOR`](crate::ABI_MINOR) the plugin can do with.
    pub abi_minor: u16,
    /// Renders; never null.
    pub render: Option<RenderFn>,
}

impl Plugin {
    /// The table of a plugin that can do with version 1.0 of the contract, as every plugin can that looks at sizes before
    /// it reads what came later; [`read`](crate::read) and [`Array::iter`](crate::Array::iter) do.
    pub const fn new(render: RenderFn) -> Self {
        Self { size: crate::size::<Self>(), abi_major: crate::ABI_MAJOR, abi_minor: 0, render: Some(render) }
    }
}

// The plugin's, so that no host makes it grow.
fixed!(Plugin);

// SAFETY: it starts with its size.
unsafe impl Prefixed for Plugin {}

/// The plugin's manifest, exported as the constant `plenary_manifest_NAME`.
///
/// It holds no pointer, so it reads the same in the file as in memory.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct ManifestBlob<const N: usize> {
    /// [`MANIFEST_MAGIC`].
    pub magic: [u8; 8],
    /// Length of the JSON in bytes, in the byte order of the library's machine.
    pub length: u32,
    /// The manifest: a JSON object, UTF-8.
    pub json: [u8; N],
}

impl<const N: usize> ManifestBlob<N> {
    /// The blob of `json`.
    ///
    /// # Panics
    /// Where `json` is longer than a `u32` can tell: when compiled, as this makes a constant.
    pub const fn new(json: [u8; N]) -> Self {
        assert!(N <= u32::MAX as usize, "the manifest is too long");
        #[expect(clippy::cast_possible_truncation, reason = "asserted above")]
        Self { magic: MANIFEST_MAGIC, length: N as u32, json }
    }
}

/// A plugin linked into the program: the same manifest and the same table that its library exports.
#[derive(Debug, Clone, Copy)]
pub struct Bundled {
    manifest: &'static [u8],
    plugin: &'static Plugin,
}

impl Bundled {
    /// The plugin with this manifest (its JSON) and this table.
    ///
    /// # Safety
    /// The table's function keeps the contract: see [`RenderFn`].
    pub const unsafe fn new(manifest: &'static [u8], plugin: &'static Plugin) -> Self {
        Self { manifest, plugin }
    }

    /// The manifest's JSON.
    pub const fn manifest(&self) -> &'static [u8] {
        self.manifest
    }

    /// The entry table.
    pub const fn plugin(&self) -> &'static Plugin {
        self.plugin
    }
}
