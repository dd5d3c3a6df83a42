//! Why a library is not used, and what to do about it.

use std::path::PathBuf;

use plenary_plugin_abi::{ABI_MAJOR, ABI_MINOR};
use plenary_plugin_sdk::manifest::{FormatInfo, ManifestError, Version};

/// A file on the plugin path that is not used.
#[derive(Debug, Clone, thiserror::Error)]
#[error("the plugin `{}` is refused: {reason}", path.display())]
pub struct Refusal {
    /// The file, or the folder where that is the trouble.
    pub path: PathBuf,
    /// What is wrong with it.
    pub reason: Reason,
    /// The plugin's name by its file name, with `-` for `_`; empty for a folder.
    pub name: String,
    /// The formats it would make, as far as known.
    pub(crate) formats: Vec<FormatInfo>,
}

/// What is wrong with a library.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The folder cannot be listed.
    #[error("the folder cannot be read: {0}")]
    Folder(String),
    /// The name between `libplenary_` and `.so` is no plugin's.
    #[error("`{0}` is no name of a plugin")]
    FileName(String),
    /// It is a folder, a pipe, a device.
    #[error("it is {0}, not a file")]
    NotAFile(&'static str),
    /// It cannot be read.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// Nobody has the permission to read it.
    #[error("it has no permission to be read")]
    NotReadable,
    /// Nobody has the permission to execute it.
    #[error("it has no permission to be executed")]
    NotExecutable,
    /// Everybody may write to it.
    #[error("everybody may write to it, so anybody's code could be in it")]
    WorldWritable,
    /// Everybody may write to its folder.
    #[error("everybody may write to its folder `{}`, so it could be anybody's", .0.display())]
    WorldWritableFolder(PathBuf),
    /// It is damaged, or no library at all.
    #[error("it is no loadable library: {0}")]
    NotALibrary(String),
    /// It is a library for another system.
    #[error("it is a library for {found}; this program loads those for {wanted}")]
    OtherSystem {
        /// What it is made for.
        found: String,
        /// What this program loads.
        wanted: String,
    },
    /// It has no entry table of its name.
    #[error("it does not export `{symbol}`")]
    NoEntry {
        /// The symbol its file name calls for.
        symbol: String,
        /// The name of the plugin that it does export, with `_`.
        other: Option<String>,
    },
    /// It has no manifest of its name.
    #[error("it has no manifest: it does not export `{0}`")]
    NoManifest(String),
    /// Its manifest is none.
    #[error("its manifest is wrong: {0}")]
    Manifest(#[source] ManifestError),
    /// Its manifest cannot be read out of the file.
    #[error("its manifest is damaged: {0}")]
    DamagedManifest(&'static str),
    /// Manifest and file name differ.
    #[error("its manifest is that of the plugin `{0}`, which its file is not named after")]
    OtherName(String),
    /// It was built for a contract this program does not have.
    #[error("it is built for version {0} of the plugin contract; this program has {ABI_MAJOR}.{ABI_MINOR}")]
    Abi(Version),
    /// Its manifest and its entry table name different contracts.
    #[error("its manifest names version {manifest} of the plugin contract, its entry table {table}")]
    TwoAbis {
        /// The manifest's.
        manifest: Version,
        /// The table's.
        table: Version,
    },
    /// It was built for another model.
    #[error("it reads sessions of model version {plugin}; this program has {ours}")]
    Schema {
        /// The plugin's.
        plugin: Version,
        /// This program's.
        ours: Version,
    },
    /// It needs a newer C library.
    #[error("it needs version {needed} of the C library (glibc); this system has {ours}")]
    Glibc {
        /// The version it needs.
        needed: Version,
        /// The version that runs.
        ours: Version,
    },
    /// Its entry table is unusable.
    #[error("its entry table is wrong: {0}")]
    Table(&'static str),
    /// It is no longer what was checked.
    #[error("it was changed after plenary had checked it")]
    Changed,
    /// The system does not load it.
    #[error("the system does not load it: {0}")]
    Load(String),
    /// The process it was to run in refused it.
    #[error("{reason}")]
    InWorker {
        /// The [`Reason`] there, in words.
        reason: String,
        /// What to do about it.
        help: Option<String>,
    },
}

impl Refusal {
    /// What to do about it, as a sentence.
    pub fn help(&self) -> Option<String> {
        let path = self.path.display();
        Some(match &self.reason {
            Reason::Folder(_) => format!("see that `{path}` is a folder you may list, or leave it out of the plugin path"),
            Reason::FileName(_) => {
                format!("a plugin's library is named {}; the name is made of a-z, 0-9 and _", file_name("NAME"))
            }
            Reason::NotAFile(_) => "remove it from the plugin folder, or put the library in its place".to_owned(),
            Reason::Unreadable(_) | Reason::NotReadable | Reason::NotExecutable => {
                format!("`chmod a+rx '{path}'` gives the permission; if it is not yours to give, ask who installed it")
            }
            Reason::WorldWritable => {
                format!("make sure that you know what is in it, then `chmod o-w '{path}'`")
            }
            Reason::WorldWritableFolder(folder) => {
                format!("make sure that you know what is in it, then `chmod o-w '{}'`", folder.display())
            }
            Reason::NotALibrary(_) | Reason::DamagedManifest(_) => {
                "install it anew: the file is damaged, or something else than a plugin".to_owned()
            }
            Reason::OtherSystem { wanted, .. } => format!("install the build of the plugin for {wanted}"),
            Reason::NoEntry { other: Some(other), .. } => {
                format!("it is the plugin `{other}`: name the file {}", file_name(other))
            }
            Reason::NoEntry { other: None, .. } => {
                "if it is to be a plugin, its author exports the entry table: in Rust by export_plugin!, in C as \
                 plenary_plugin.h shows"
                    .to_owned()
            }
            Reason::NoManifest(_) | Reason::Manifest(_) | Reason::Table(_) | Reason::TwoAbis { .. } => {
                "this is for the plugin's author to mend: plenary_plugin.h and plenary-plugin-sdk say what is needed"
                    .to_owned()
            }
            Reason::OtherName(name) => {
                format!("name the file {}, or use the file as its author named it", file_name(name))
            }
            Reason::Abi(version) if version.major < ABI_MAJOR => {
                "install a newer build of the plugin".to_owned()
            }
            Reason::Abi(_) => "install a newer plenary, or an older build of the plugin".to_owned(),
            Reason::Schema { plugin, ours } if plugin.major < ours.major => {
                "install a newer build of the plugin".to_owned()
            }
            Reason::Schema { .. } => "install a newer plenary, or an older build of the plugin".to_owned(),
            Reason::Glibc { .. } => {
                "install a build of the plugin for an older system, or build it on this one".to_owned()
            }
            Reason::Changed => {
                "run plenary again; to replace a plugin, write the new file beside it and rename it into place"
                    .to_owned()
            }
            Reason::InWorker { help, .. } => return help.clone(),
            Reason::Load(_) => {
                "install what the message names as missing; a file system mounted `noexec` loads no library"
                    .to_owned()
            }
        })
    }

    /// Whether it would have made the format `name`, as far as known.
    pub(crate) fn claims(&self, name: &str) -> bool {
        self.name == name || self.formats.iter().any(|format| format.name == name)
    }
}

/// The file name of the library of the plugin `name` on this system.
///
/// ```
/// # #[cfg(target_os = "linux")]
/// assert_eq!(plenary_host::file_name("akoma-ntoso"), "libplenary_akoma_ntoso.so");
/// ```
pub fn file_name(name: &str) -> String {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    format!("{DLL_PREFIX}plenary_{}{DLL_SUFFIX}", name.replace('-', "_"))
}
