//! By what pages are converted: what is set up before the first, and anew where plugins or options change.

use plenary_host::Host;

use super::manifest::{Fingerprint, fingerprint};
use crate::args::{Many, Reading};
use crate::conversion::{self, Conversion};
use crate::exit::Failure;
use crate::plugins::warn_of_refusals;
use crate::report::Report;

pub(crate) struct Setup<'h> {
    pub(crate) reading: &'h Reading,
    /// The size a page may have, in bytes.
    pub(crate) largest: u64,
    pub(crate) conversion: Conversion<'h>,
    /// What tells it from every other.
    pub(crate) by: Fingerprint,
}

impl<'h> Setup<'h> {
    /// What is asked for, with the plugins of this host. None of them is run yet; refused ones are told of.
    ///
    /// # Errors
    /// Where there is no such format or option, or a plugin's library cannot be read.
    pub(crate) fn new(many: &'h Many, host: &'h Host, report: &mut Report) -> Result<Self, Failure> {
        let formats = conversion::formats(&many.documents, host)?;
        warn_of_refusals(host, report);
        let conversion = Conversion::new(&formats, &many.documents, host, &many.isolation)?;
        let by = fingerprint(many, &conversion)?;
        let largest = many.max_page.0.unwrap_or(u64::MAX);
        Ok(Self { reading: &many.reading, largest, conversion, by })
    }
}
