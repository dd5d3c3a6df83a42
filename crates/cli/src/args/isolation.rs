//! Which plugins run in processes of their own, and what they may take there.

use std::num::NonZero;
use std::time::Duration;

use clap::{Args, ValueEnum};

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

/// So much is allowed; `None`: as much as is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowed<T>(pub(crate) Option<T>);

const UNLIMITED: &str = "unlimited";

/// A number of things, of which there is to be one at least.
pub(crate) fn count(text: &str) -> Result<NonZero<usize>, &'static str> {
    text.parse().map_err(|_| "it is no whole number above 0")
}

pub(crate) fn size(text: &str) -> Result<Allowed<u64>, &'static str> {
    const UNITS: [(&str, u32); 5] = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("TiB", 40), ("", 0)];
    if text == UNLIMITED {
        return Ok(Allowed(None));
    }
    let read = UNITS.into_iter().find_map(|(unit, power)| {
        let number: u64 = text.strip_suffix(unit)?.trim_end().parse().ok()?;
        number.checked_mul(1 << power)
    });
    read.filter(|size| *size > 0).map(|size| Allowed(Some(size))).ok_or(
        "it is no size: a whole number, of bytes or with KiB, MiB, GiB or TiB behind it, or `unlimited`",
    )
}

pub(crate) fn seconds(text: &str) -> Result<Allowed<Duration>, &'static str> {
    if text == UNLIMITED {
        return Ok(Allowed(None));
    }
    let read = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    read.filter(|time| !time.is_zero())
        .map(|time| Allowed(Some(time)))
        .ok_or("it is no time: a number of seconds above 0, or `unlimited`")
}
