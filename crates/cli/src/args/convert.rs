//! `plenary convert`.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::defaults::told_of_few;
use super::{Conversion, Documents, ENVIRONMENT, EXIT_CODES};

/// Convert session records to documents
#[derive(Debug, Args)]
#[command(after_long_help = format!("{EXIT_CODES}\n\n{ENVIRONMENT}"))]
#[command(mut_args(told_of_few))]
pub(crate) struct Convert {
    /// The pages, in any dialect; `-` is standard input
    ///
    /// `plenary formats --input` lists what can be read; a session that `-t json` wrote is among it.
    #[arg(value_name = "INPUT", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) documents: Documents,

    /// The file or the folder to write to; `-` is standard output
    ///
    /// A folder is what ends in `/`, is a folder, or has no extension; it is made where it does not exist.
    /// Without -o, and without `output` in a file of settings, each document goes beside its page, under the page's name
    /// with the format's extension; what comes from standard input goes to standard output, or into a folder as `stdin`.
    #[arg(short, long, value_name = "FILE|DIR|-", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) conversion: Conversion,
}
