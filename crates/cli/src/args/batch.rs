//! `plenary batch`.

use std::fmt;
use std::num::NonZero;

use clap::Args;

use super::amounts::count;
use super::many::NAMES;
use super::{ENVIRONMENT, EXIT_CODES, Many};

/// Convert many session records: whole folders, in parallel, and only what has changed
///
/// What was made of each page is written down in a manifest, DIR/.plenary-manifest.ndjson: a JSON object a line. A
/// page that has not changed since is not converted again. A run that was ended, in whatever way, is taken up by giving
/// the same command once more; Ctrl-C lets what is under way be finished.
#[derive(Debug, Args)]
#[command(after_long_help = format!("{NAMES}\n\n{EXIT_CODES}\n\n{ENVIRONMENT}"))]
#[command(mut_arg("inputs", |inputs| inputs.required(false).required_unless_present("null")))]
pub(crate) struct Batch {
    /// Take further inputs from standard input, parted by NUL, as `find -print0` writes them
    #[arg(short = '0', long)]
    pub(crate) null: bool,

    #[command(flatten)]
    pub(crate) many: Many,

    #[command(flatten)]
    pub(crate) running: Running,

    #[command(flatten)]
    pub(crate) remembering: Remembering,
}

/// How the pages are gone through.
#[derive(Debug, Args)]
#[command(next_help_heading = "Running")]
pub(crate) struct Running {
    /// Go on when a page fails; this is so unless something else is said
    #[arg(long, conflicts_with_all = ["fail_fast", "max_errors"])]
    pub(crate) keep_going: bool,

    /// Stop at the first page that fails; what is under way is finished
    #[arg(long, conflicts_with = "max_errors")]
    pub(crate) fail_fast: bool,

    /// Stop when so many pages have failed
    #[arg(long, value_name = "N", value_parser = count)]
    pub(crate) max_errors: Option<NonZero<usize>>,

    /// Take only the I-th of N parts of the pages, such as 2/8, for several machines
    ///
    /// The part of a page depends on its name below the INPUT alone. Each part has a manifest of its own,
    /// .plenary-manifest.I-of-N.ndjson.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub(crate) shard: Option<Shard>,
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
