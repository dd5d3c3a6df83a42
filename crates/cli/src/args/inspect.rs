//! `plenary inspect`.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::{ConfigFile, EXIT_CODES, Reading};

/// Show what is found in session records: sections, speakers, speeches, coverage, findings
#[derive(Debug, Args)]
#[command(after_long_help = EXIT_CODES)]
pub(crate) struct Inspect {
    /// The pages, in any dialect; `-` is standard input
    ///
    /// `plenary formats --input` lists what can be read.
    #[arg(value_name = "INPUT", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) inputs: Vec<PathBuf>,

    /// Write a JSON object a page, each on a line of its own, instead of a table
    #[arg(long)]
    pub(crate) json: bool,

    /// Write the page out with what was made of each piece of it
    #[arg(long, conflicts_with = "json")]
    pub(crate) coverage: bool,

    #[command(flatten)]
    pub(crate) reading: Reading,

    #[command(flatten)]
    pub(crate) config: ConfigFile,
}
