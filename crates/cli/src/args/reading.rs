//! How pages are read.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct Reading {
    /// What the pages are, where it is not to be told from their content
    #[arg(long, value_name = "DIALECT", value_enum)]
    pub(crate) from: Option<Dialect>,

    /// Read pages that are not valid UTF-8, with U+FFFD for what is broken, and a warning
    #[arg(long)]
    pub(crate) lossy: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dialect {
    /// A session page of dig.watch as text
    DigWatch,
    /// A session as plenary's own JSON, from `convert -t json`
    Json,
}
