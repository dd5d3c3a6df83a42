//! What is said to every command that converts, of how it is done.

use clap::Args;

use super::{ConfigFile, Isolation, Plugins, Reading};

/// How pages are read, and by what they are converted.
#[derive(Debug, Args)]
pub(crate) struct Conversion {
    #[command(flatten)]
    pub(crate) reading: Reading,

    #[command(flatten)]
    pub(crate) plugins: Plugins,

    #[command(flatten)]
    pub(crate) isolation: Isolation,

    #[command(flatten)]
    pub(crate) config: ConfigFile,
}
