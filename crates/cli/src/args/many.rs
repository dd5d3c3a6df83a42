//! What is said of very many pages, to whichever command converts them.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::amounts::{Allowed, count, size};
use super::defaults::told_of_many;
use super::{Conversion, Documents};

/// Which pages are converted to what, and where their documents go.
#[derive(Debug, Args)]
#[command(mut_arg("formats", |formats| formats.long_help(FORMATS)))]
#[command(mut_args(told_of_many))]
pub(crate) struct Many {
    /// The pages, folders of them, patterns such as 'pages/**/*.vtt', or @FILE for a list of them
    ///
    /// Of a folder, and the folders in it, the files are taken that are named as pages are (`plenary formats --input`
    /// lists the extensions), of a pattern whatever it fits. Hidden files are left out, the file that
    /// messages go to, and what a file `.plenaryignore` in any of the folders says, in the manner of .gitignore; links are
    /// followed. A list has a path a line; `@-` is one on standard input.
    #[arg(value_name = "INPUT", required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) documents: Documents,

    /// The folder that all documents go to; it is made where it does not exist
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) output: Option<PathBuf>,

    /// How documents are named, below DIR; see `Names` below
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name: Option<String>,

    /// How many pages are converted at once; without it, as many as there are processors
    #[arg(short, long, value_name = "N", value_parser = count, help_heading = "Running")]
    pub(crate) jobs: Option<NonZero<usize>>,

    /// The size a page may have, such as 16MiB, or `unlimited`
    ///
    /// A larger one fails, and is not held in memory. Each of the --jobs takes some five times the size of its page, some
    /// fifteen times for a PDF, and of an odd page much more: --isolate holds renderers to --plugin-memory.
    #[arg(long, value_name = "SIZE", value_parser = size, help_heading = "Running")]
    pub(crate) max_page: Option<Allowed<u64>>,

    /// Have documents and manifest safe from a loss of power before going on; takes many times as long
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(hide_possible_values = true, help_heading = "Running")]
    pub(crate) fsync: Option<bool>,

    /// The manifest, elsewhere than in DIR
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Earlier runs")]
    pub(crate) manifest: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) conversion: Conversion,
}

const FORMATS: &str = "\
The formats to write; `plenary formats` lists them

Several are parted by commas. Where none is given, `to` in a file of settings tells.";

/// What `--name` may hold, for the end of a command's help.
pub(super) const NAMES: &str = "\
Names:
  A document is named by the pattern of --name. In it stand for themselves all
  characters but
    {dir}     the folder of the page below the INPUT: below the folder, or below
              what stands before the first *, ?, [ or { of a pattern. Of a page
              that is named itself, its folder as it is named, unless that begins
              with / or holds `..`; where there is none, it is a `.`
    {stem}    the page's name without its extension
    {name}    the page's name
    {ext}     the extension of the format
    {format}  the name of the format
  and {{ and }}, which stand for a brace. Where two documents would have the same
  name, or one would stand outside of DIR, nothing is written at all.";
