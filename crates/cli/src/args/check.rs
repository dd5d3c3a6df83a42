//! `plenary check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::{ConfigFile, EXIT_CODES, Reading};

/// Tell what looks wrong in session records, without converting them
///
/// What the reader could not place is told, and what was read well and cannot be right: figures that contradict each
/// other, a speaker under two spellings, a speech cut in mid-sentence. Nothing is changed. The findings go to standard
/// output; the exit code is 1 where there is a warning or an error, and 0 where there are only notes.
#[derive(Debug, Args)]
#[command(after_long_help = EXIT_CODES)]
pub(crate) struct Check {
    /// The pages, in any dialect; `-` is standard input
    ///
    /// `plenary formats --input` lists what can be read.
    #[arg(value_name = "INPUT", required_unless_present = "explain", value_hint = ValueHint::FilePath)]
    pub(crate) inputs: Vec<PathBuf>,

    /// How the findings are written
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    pub(crate) format: FindingFormat,

    /// The file to write the findings to; `-` is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// Tell only these findings
    ///
    /// By code, such as `read::unreadable-date`, or by what stands before the `::`, such as `audit`; several are
    /// parted by commas. Errors are told in any case: a page that cannot be read is not checked.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,

    /// Leave out these findings, named as with --select
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,

    /// Show every finding, not only the first 25 of a kind on a page; JSON and SARIF always hold all
    #[arg(long)]
    pub(crate) all: bool,

    /// Explain what a finding means; without CODE, list all there can be
    #[arg(
        long,
        value_name = "CODE",
        num_args = 0..=1,
        default_missing_value = "all",
        conflicts_with_all = ["inputs", "format", "output", "select", "ignore", "all"],
    )]
    pub(crate) explain: Option<String>,

    #[command(flatten)]
    pub(crate) reading: Reading,

    #[command(flatten)]
    pub(crate) config: ConfigFile,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum FindingFormat {
    /// For people, with the place in the page
    #[default]
    Text,
    /// For programs: a JSON object a line, as with --message-format json
    Json,
    /// For code scanning services and editors: SARIF 2.1.0, one document of all pages
    Sarif,
}
