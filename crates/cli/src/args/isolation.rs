//! Which plugins run in processes of their own, and what they may take there.

use std::time::Duration;

use clap::{Args, ValueEnum};

use super::amounts::{Allowed, seconds, size};

#[derive(Debug, Args)]
#[command(next_help_heading = "Isolation")]
pub(crate) struct Isolation {
    /// Run plugins in processes of their own; without WHAT, all
    ///
    /// A plugin that crashes there, or takes more than it may, costs its document only: the others are made. The
    /// documents are the same. Plugins whose panics end a process run there in any case.
    #[arg(
        long,
        value_name = "WHAT",
        value_enum,
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "all",
    )]
    pub(crate) isolate: Option<Isolate>,

    /// The memory such a process may have, such as 512MiB, or `unlimited`
    ///
    /// In bytes, or in KiB, MiB, GiB or TiB. It is the whole address space; plenary itself takes some of it.
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub(crate) plugin_memory: Option<Allowed<u64>>,

    /// The seconds a document may take on the clock, such as 2.5, or `unlimited`
    ///
    /// A plugin in a process of its own is ended then. One that runs in that of plenary, as those do that come with it, is
    /// told to stop, and does as soon as it asks.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) plugin_time: Option<Allowed<Duration>>,

    /// The seconds a document may take of a processor, or `unlimited`; up to a second more may pass
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) plugin_cpu: Option<Allowed<Duration>>,

    /// The size a document may have, such as 64MiB, or `unlimited`
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub(crate) plugin_output: Option<Allowed<u64>>,
}

/// Which plugins run in processes of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Isolate {
    /// Only those whose panics end a process
    None,
    /// Those that the program does not bring along
    Libraries,
    /// Every plugin
    All,
}
