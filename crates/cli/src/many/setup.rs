//! By what pages are converted: what is set up before the first, and anew where plugins or options change.

use std::path::Path;
use std::sync::Arc;

use plenary_host::Host;

use super::manifest::{Fingerprint, Libraries, fingerprint};
use crate::config::{Asked, Groups, PageSettings};
use crate::conversion::{self, Conversion, check_used, no_format};
use crate::exit::{Failure, Failures};
use crate::isolation::Isolation;
use crate::output::Pattern;
use crate::plugins::warn_of_refusals;
use crate::report::Report;
use crate::timings::Timings;

/// What the pages of each group are converted by.
pub(crate) struct Setup<'h> {
    asked: &'h Asked,
    host: &'h Host,
    isolation: &'h Isolation,
    libraries: Libraries,
    pub(super) groups: Vec<Arc<Group<'h>>>,
}

/// What pages are converted by for which the same settings hold.
pub(crate) struct Group<'h> {
    pub(super) conversion: Conversion<'h>,
    /// How their documents are named.
    pub(super) name: Pattern,
    /// What tells it from every other.
    pub(super) by: Fingerprint,
}

impl<'h> Setup<'h> {
    /// What is asked for, with the plugins of this host. None of them is run yet; refused ones are told of.
    ///
    /// # Errors
    /// Where there is a format or an option in the file of settings that there is not.
    pub(crate) fn new(
        asked: &'h Asked,
        host: &'h Host,
        isolation: &'h Isolation,
        report: &mut Report,
    ) -> Result<Self, Failures> {
        asked.check(host, report)?;
        warn_of_refusals(host, report);
        Ok(Self { asked, host, isolation, libraries: Libraries::default(), groups: Vec::new() })
    }

    /// Sets up what pages of these groups are converted by, where that is not set up yet.
    ///
    /// # Errors
    /// Where there is no such format or option, or a plugin's library cannot be read.
    pub(crate) fn cover(&mut self, groups: &mut Groups<'_>) -> Result<(), Failure> {
        let covered = self.cover_all(groups);
        // The pages of a group that cannot be set up may be gone when it is tried again.
        groups.keep(self.groups.len());
        covered
    }

    fn cover_all(&mut self, groups: &Groups<'_>) -> Result<(), Failure> {
        for (settings, page) in groups.settings().skip(self.groups.len()) {
            let Self { host, isolation, libraries, .. } = self;
            self.groups.push(Arc::new(Group::new(settings, page, host, isolation, libraries)?));
        }
        if self.groups.is_empty() {
            // It is not known yet which formats pages will be written in.
            return self.asked.check_said_here(self.host);
        }
        check_used(self.asked.options_said_here(), self.groups.iter().map(|group| &group.conversion))
    }

    /// What tells these from every other.
    pub(crate) fn fingerprints(&self) -> impl Iterator<Item = &Fingerprint> {
        self.groups.iter().map(|group| &group.by)
    }

    /// What the steps of the run have taken so far.
    pub(crate) fn timings(&self) -> Timings {
        Timings::together(self.groups.iter().map(|group| group.conversion.timings()))
    }

    /// What holds for the run.
    pub(crate) fn asked(&self) -> &'h Asked {
        self.asked
    }
}

impl<'h> Group<'h> {
    fn new(
        settings: &PageSettings,
        page: Option<&Path>,
        host: &'h Host,
        isolation: &'h Isolation,
        libraries: &mut Libraries,
    ) -> Result<Self, Failure> {
        let formats = conversion::formats(&settings.formats, host)?;
        if formats.is_empty() {
            return Err(no_format(page));
        }
        let conversion = Conversion::new(formats, settings, host, isolation)?;
        let by = fingerprint(&conversion, libraries)?;
        Ok(Self { conversion, name: settings.name.clone(), by })
    }
}
