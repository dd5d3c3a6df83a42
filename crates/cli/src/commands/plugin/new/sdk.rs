//! Where a new crate finds the SDK.

use std::fs;
use std::path::{Path, PathBuf};

use crate::codes;
use crate::exit::Failure;

/// Where a new crate finds the SDK.
pub(super) enum Sdk {
    /// In a checkout.
    Folder {
        path: PathBuf,
        /// The checkout's lock file. A crate that begins with it is built from the versions that the checkout was built
        /// from, which are there even without a network; cargo takes out what the crate does not need.
        lock: Option<String>,
    },
    /// On crates.io, in the version of this program.
    Registry,
}

/// The SDK's crate.
const NAME: &str = "plenary-plugin-sdk";

impl Sdk {
    /// The SDK in the folder `given`, else that of the checkout this program was built from, where it still is.
    ///
    /// # Errors
    /// Where the folder given is not the SDK's.
    pub(super) fn find(given: Option<&Path>) -> Result<Self, Failure> {
        if let Some(given) = given {
            return Self::at(given).ok_or_else(|| {
                let message = format!("`{}` is not the folder of {NAME}", given.display());
                Failure::usage(&codes::NO_SDK, message)
                    .help("in a checkout of plenary it is `crates/plugin-sdk`")
            });
        }
        let built_from = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates").join("plugin-sdk");
        Ok(Self::at(&built_from).unwrap_or(Self::Registry))
    }

    fn at(folder: &Path) -> Option<Self> {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
        if !manifest.lines().any(|line| line == format!("name = \"{NAME}\"")) {
            return None;
        }
        let path = folder.canonicalize().ok()?;
        let lock = path.ancestors().find_map(|folder| fs::read_to_string(folder.join("Cargo.lock")).ok());
        Some(Self::Folder { path, lock })
    }

    /// What stands behind `plenary-plugin-sdk =` in the crate's manifest.
    pub(super) fn dependency(&self) -> String {
        match self {
            // TOML takes a string as JSON writes it.
            Self::Folder { path, .. } => {
                format!("{{ path = {} }}", serde_json::Value::from(path.to_string_lossy().into_owned()))
            }
            Self::Registry => format!("\"{}\"", env!("CARGO_PKG_VERSION")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dependency_is_a_path_or_a_version() {
        let path = PathBuf::from("/a \"folder\"/plugin-sdk");
        assert_eq!(Sdk::Folder { path, lock: None }.dependency(), r#"{ path = "/a \"folder\"/plugin-sdk" }"#);
        assert_eq!(Sdk::Registry.dependency(), format!("\"{}\"", env!("CARGO_PKG_VERSION")));
    }
}
