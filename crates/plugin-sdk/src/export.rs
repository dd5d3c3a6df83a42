//! [`export_plugin!`](crate::export_plugin) and what it expands to.

mod embed;
pub(crate) mod guard;
mod run;

pub use embed::manifest;
pub use plenary_plugin_abi as abi;
pub use run::render;

/// Makes the crate a plugin: exports its manifest and its entry table, and defines `BUNDLED` for programs that
/// link the crate.
///
/// ```
/// # use plenary_plugin_sdk::{Job, RenderError, Renderer, Session};
/// # struct Words;
/// # impl Renderer for Words {
/// #     type Options = Nothing;
/// #     fn render(_: &Session<'_>, _: &Nothing, _: &mut Job<'_>) -> Result<(), RenderError> { Ok(()) }
/// # }
/// # #[derive(Default, serde::Deserialize)]
/// # struct Nothing {}
/// plenary_plugin_sdk::export_plugin! {
///     name: word_count,                       // the library is libplenary_word_count.so, the plugin `word-count`
///     renderer: Words,                        // the type that implements Renderer
///     manifest: "src/testing/word-count.json" // beside Cargo.toml: the formats, and the options' JSON Schema
/// }
/// # fn main() {}
/// ```
///
/// The manifest file holds a JSON object with `formats` (name, description, extensions, media type, `binary`) and,
/// where the plugin has options, `options`, their JSON Schema. A text in it that names a file has `"format": "path"`: said in
/// a `plenary.toml`, it is meant from the folder of that file. The macro adds what it knows itself: name, version (the
/// crate's), the versions of contract and model, the panic strategy. [`testing::manifest`](crate::testing::manifest)
/// checks the whole; call it in a test.
///
/// The crate's `[lib]` says `crate-type = ["cdylib", "rlib"]`; its name is `plenary-NAME`, so that its library is
/// found by its file name.
#[macro_export]
macro_rules! export_plugin {
    (name: $name:ident, renderer: $renderer:ty, manifest: $manifest:literal $(,)?) => {
        #[doc(hidden)]
        #[allow(unsafe_code)]
        mod plenary_export {
            use $crate::export::abi::{Bundled, ManifestBlob, Plugin};

            #[allow(unused_imports, reason = "the renderer may be named by a path from the root")]
            use super::*;

            const fn json<const N: usize>() -> ([u8; N], usize) {
                $crate::export::manifest(
                    ::core::stringify!($name),
                    ::core::env!("CARGO_PKG_VERSION"),
                    if ::core::cfg!(panic = "unwind") { "unwind" } else { "abort" },
                    ::core::include_str!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", $manifest)),
                )
            }

            const LENGTH: usize = json::<0>().1;

            #[unsafe(export_name = concat!("plenary_manifest_", stringify!($name)))]
            static MANIFEST: ManifestBlob<LENGTH> = ManifestBlob::new(json::<LENGTH>().0);

            #[unsafe(export_name = concat!("plenary_plugin_", stringify!($name)))]
            static PLUGIN: Plugin = Plugin::new($crate::export::render::<$renderer>);

            // SAFETY: the SDK's `render` keeps the contract.
            pub(super) const BUNDLED: Bundled = unsafe { Bundled::new(&MANIFEST.json, &PLUGIN) };
        }

        /// This plugin, for programs that link it.
        pub const BUNDLED: $crate::export::abi::Bundled = plenary_export::BUNDLED;
    };
}
