//! How many, how large, how long: amounts as they are said.

use std::num::NonZero;
use std::time::Duration;

/// So much is allowed; `None`: as much as is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowed<T>(pub(crate) Option<T>);

/// How one says that there is no bound.
pub(crate) const UNLIMITED: &str = "unlimited";

/// A number of things, of which there is to be one at least.
pub(super) fn count(text: &str) -> Result<NonZero<usize>, &'static str> {
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
    time(text)
        .map(|time| Allowed(Some(time)))
        .ok_or("it is no time: a number of seconds above 0, or `unlimited`")
}

/// A number of seconds above 0.
pub(super) fn time(text: &str) -> Option<Duration> {
    let read = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    read.filter(|time| !time.is_zero())
}
