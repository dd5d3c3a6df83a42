//! How pages are read.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct Reading {
    /// What the pages are written in, where their content does not tell, or tells wrong
    ///
    /// The content decides, whatever a file is called.
    #[arg(long, value_name = "DIALECT", value_enum)]
    pub(crate) from: Option<Dialect>,

    /// Read pages that are not valid UTF-8, with U+FFFD for what is broken, and a warning
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(hide_possible_values = true)]
    pub(crate) lossy: Option<bool>,
}

/// What can be read: core's dialects, and its JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dialect {
    /// A session page of dig.watch as text
    DigWatch,
    /// Captions of a meeting (CART): `>> NAME: text`
    Cart,
    /// WebVTT, with speakers in voice tags or as `Name:`
    #[value(name = "webvtt")]
    WebVtt,
    /// SubRip, with speakers as `Name:`
    Srt,
    /// A plain transcript: `Name: text`
    Transcript,
    /// An Akoma Ntoso debate
    AkomaNtoso,
    /// A session as plenary's own JSON, from `convert -t json`
    Json,
}
