//! The files a new plugin begins with.

use super::sdk::Sdk;

/// A file of a new plugin.
pub(super) struct File {
    /// Its path in the plugin's folder.
    pub(super) path: String,
    pub(super) text: String,
}

/// A file of the templates, by its path there.
macro_rules! template {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/crates/cli/templates/plugin/", $path))
    };
}

/// A header of the plugin contract.
macro_rules! header {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/crates/plugin-abi/include/", $name))
    };
}

const SAMPLE: (&str, &str) = ("sample.session.json", template!("sample.session.json"));

/// In the templates it is `Cargo.toml.in`: a folder with a `Cargo.toml` would be left out of the program's own package.
const RUST: &[(&str, &str)] = &[
    ("Cargo.toml", template!("rust/Cargo.toml.in")),
    ("plugin.json", template!("rust/plugin.json")),
    ("src/lib.rs", template!("rust/src/lib.rs")),
    ("tests/documents.rs", template!("rust/tests/documents.rs")),
    SAMPLE,
    ("README.md", template!("rust/README.md")),
    (".gitignore", template!("rust/gitignore")),
];

const C: &[(&str, &str)] = &[
    ("my_format.c", template!("c/my_format.c")),
    ("Makefile", template!("c/Makefile")),
    ("include/plenary_plugin.h", header!("plenary_plugin.h")),
    ("include/plenary_session.h", header!("plenary_session.h")),
    SAMPLE,
    ("README.md", template!("c/README.md")),
    (".gitignore", template!("c/gitignore")),
];

/// Where the template in Rust finds the SDK.
const SDK_OF_TEMPLATE: &str = "{ path = \"../../../../plugin-sdk\" }";

/// A crate.
pub(super) fn rust(name: &str, sdk: &Sdk) -> Vec<File> {
    let mut files = named(name, RUST);
    for file in files.iter_mut().filter(|file| file.path == "Cargo.toml") {
        file.text = file.text.replace(SDK_OF_TEMPLATE, &sdk.dependency());
    }
    if let Sdk::Folder { lock: Some(lock), .. } = sdk {
        files.push(File { path: "Cargo.lock".to_owned(), text: lock.clone() });
    }
    files
}

/// A folder with a Makefile.
pub(super) fn c(name: &str) -> Vec<File> {
    named(name, C)
}

/// The files, with the plugin's name in the place of the template's.
fn named(name: &str, files: &[(&str, &str)]) -> Vec<File> {
    let named = |text: &str| text.replace("my-format", name).replace("my_format", &name.replace('-', "_"));
    files.iter().map(|(path, text)| File { path: named(path), text: named(text) }).collect()
}
