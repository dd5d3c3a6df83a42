//! `plenary batch`.

use std::fmt;
use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::{Documents, ENVIRONMENT, EXIT_CODES, Isolation, Plugins, Reading};

/// Convert many session records: whole folders, in parallel, and only what has changed
///
/// What was made of each page is written down in a manifest, DIR/.plenary-manifest.ndjson: a JSON object a line. A
/// page that has not changed since is not converted again. A run that was ended, in whatever way, is taken up by giving
/// the same command once more; Ctrl-C lets what is under way be finished.
#[derive(Debug, Args)]
#[command(after_long_help = format!("{NAMES}\n\n{EXIT_CODES}\n\n{ENVIRONMENT}"))]
#[command(mut_arg("formats", |formats| formats.required(true).long_help(FORMATS)))]
#[command(mut_arg("isolate", |isolate| isolate.default_value("libraries")))]
pub(crate) struct Batch {
    /// The pages, folders of them, patterns such as 'pages/**/*.vtt', or @FILE for a list of them
    ///
    /// Of a folder, and the folders in it, the files are taken that are named as pages are (`plenary formats --input`
    /// lists the extensions), of a pattern whatever it fits. Hidden files are left out, and what a file
    /// `.plenaryignore` in any of the folders says, in the manner of .gitignore; links are followed. A list has a path a
    /// line; `@-` is one on standard input.
    #[arg(value_name = "INPUT", required_unless_present = "null", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    /// Take further inputs from standard input, parted by NUL, as `find -print0` writes them
    #[arg(short = '0', long)]
    pub(crate) null: bool,

    #[command(flatten)]
    pub(crate) documents: Documents,

    /// The folder that all documents go to; it is made where it does not exist
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) output: PathBuf,

    /// How documents are named, below DIR; see `Names` below
    #[arg(long, value_name = "PATTERN", default_value = "{dir}/{stem}.{ext}")]
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) running: Running,

    #[command(flatten)]
    pub(crate) remembering: Remembering,

    #[command(flatten)]
    pub(crate) reading: Reading,

    #[command(flatten)]
    pub(crate) plugins: Plugins,

    #[command(flatten)]
    pub(crate) isolation: Isolation,
}

/// How the pages are gone through.
#[derive(Debug, Args)]
#[command(next_help_heading = "Running")]
pub(crate) struct Running {
    /// How many pages are converted at once; without it, as many as there are processors
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZero<usize>>,

    /// Go on when a page fails; this is so unless something else is said
    #[arg(long, conflicts_with_all = ["fail_fast", "max_errors"])]
    pub(crate) keep_going: bool,

    /// Stop at the first page that fails; what is under way is finished
    #[arg(long, conflicts_with = "max_errors")]
    pub(crate) fail_fast: bool,

    /// Stop when so many pages have failed
    #[arg(long, value_name = "N")]
    pub(crate) max_errors: Option<NonZero<usize>>,

    /// Take only the I-th of N parts of the pages, such as 2/8, for several machines
    ///
    /// The part of a page depends on its name below the INPUT alone. Each part has a manifest of its own,
    /// .plenary-manifest.I-of-N.ndjson.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub(crate) shard: Option<Shard>,

    /// Have documents and manifest safe from a loss of power before going on; takes many times as long
    #[arg(long)]
    pub(crate) fsync: bool,
}

impl Running {
    /// How many pages may fail until the run stops, where it does.
    pub(crate) fn errors(&self) -> Option<usize> {
        if self.fail_fast { Some(1) } else { self.max_errors.map(NonZero::get) }
    }
}

/// What is known of earlier runs.
#[derive(Debug, Args)]
#[command(next_help_heading = "Earlier runs")]
pub(crate) struct Remembering {
    /// The manifest, elsewhere than in DIR
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) manifest: Option<PathBuf>,

    /// Go on where an earlier run ended, without looking again at what it did
    ///
    /// Without it, each page is read, and each document looked for, to know whether it changed. Pages that failed then
    /// are told of, and not tried again.
    #[arg(long, conflicts_with = "retry_failed")]
    pub(crate) resume: bool,

    /// Take only the pages that failed at the last run
    #[arg(long)]
    pub(crate) retry_failed: bool,
}

/// One of several parts of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    /// From 1.
    pub(crate) part: u64,
    pub(crate) of: u64,
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-of-{}", self.part, self.of)
    }
}

fn shard(text: &str) -> Result<Shard, &'static str> {
    let read = || {
        let (part, of) = text.split_once('/')?;
        Some(Shard { part: part.parse().ok()?, of: of.parse().ok()? })
    };
    read()
        .filter(|shard| (1..=shard.of).contains(&shard.part))
        .ok_or("it is not of the form I/N, as in 2/8, with I from 1 to N")
}

const FORMATS: &str = "\
The formats to write; `plenary formats` lists them

Several are parted by commas.";

const NAMES: &str = "\
Names:
  A document is named by the pattern of --name. In it stand for themselves all
  characters but
    {dir}     the folder of the page below the INPUT: below the folder, or below
              what stands before the first *, ? or [ of a pattern. Of a page that
              is named itself, its folder as it is named; none where that begins
              with / or holds ..
    {stem}    the page's name without its extension
    {name}    the page's name
    {ext}     the extension of the format
    {format}  the name of the format
  and {{ and }}, which stand for a brace. Where two documents would have the same
  name, or one would stand outside of DIR, nothing is written at all.";
