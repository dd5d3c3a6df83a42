//! Whether there are the formats and options that a file names, those too that a run does not write.

use std::collections::HashSet;

use plenary_host::Host;

use super::read::is_setting;
use super::{Origin, PageLayer, Said, Settings};
use crate::args::Setting;
use crate::catalogue;
use crate::codes;
use crate::conversion::{check_setting, formats_of};
use crate::exit::{Failure, Failures};
use crate::plugins::bundled_host;
use crate::report::Report;

impl Settings {
    /// Makes sure that there is every format that the file names, with the options that it sets. Tells of folders that are
    /// not there.
    ///
    /// # Errors
    /// All formats and options that there are not.
    pub(super) fn check(&self, host: &Host, report: &mut Report) -> Result<(), Failures> {
        for directory in &self.directories {
            if let Some(finding) = directory.no_folder() {
                report.finding(Some(&directory.place.file.source()), &finding);
            }
        }
        let names = Names { host, bundled: bundled_host() };
        let of_tables = self.directories.iter().map(|directory| &directory.page);
        let mut failures: Vec<_> =
            std::iter::once(&self.page).chain(of_tables).flat_map(|page| names.wrong_in(page)).collect();
        failures.sort_by_key(|failure| failure.finding.span);
        if failures.is_empty() { Ok(()) } else { Err(Failures(failures)) }
    }
}

/// The formats and plugins that may be named: those of the run, and those that it leaves out. What is left out, or refused,
/// is a fault of a run that needs it.
struct Names<'h> {
    host: &'h Host,
    bundled: Host,
}

impl Names<'_> {
    fn wrong_in(&self, page: &PageLayer) -> Vec<Failure> {
        let formats = page.keys.to.iter().flat_map(|to| &to.value);
        let mut wrong: Vec<_> =
            formats.filter_map(|Said { value, origin }| Some(self.no_format(value)?.of(origin))).collect();
        let mut settings: Vec<_> = page.set.iter().collect();
        settings.sort_by_key(|said| match &said.origin {
            Origin::File(place) => place.span.start,
            _ => 0,
        });
        let mut unknown = HashSet::new();
        for said in settings {
            // That there is no such format is told once.
            if self.host_of(&said.value.format).is_some() || unknown.insert(&said.value.format) {
                wrong.extend(self.no_setting(said));
            }
        }
        wrong
    }

    /// Why there is no format of this name.
    fn no_format(&self, name: &str) -> Option<Failure> {
        let failure = catalogue::named(self.host, name).err()?;
        let is_known = self.host.refused(name).is_some() || catalogue::named(&self.bundled, name).is_ok();
        (!is_known).then_some(failure)
    }

    /// Why nothing can be set so. Of what is refused the options are not known.
    fn no_setting(&self, said: &Said<Setting>) -> Option<Failure> {
        let Setting { format, key, .. } = &said.value;
        if self.host.refused(format).is_some() {
            return None;
        }
        let failure = check_setting(self.host_of(format).unwrap_or(self.host), said).err()?;
        let is_misplaced = failure.finding.code == codes::OPTION.name && is_setting(key);
        Some(if is_misplaced {
            failure.help(format!(
                "`{key}` is a setting, and no option of a format: write it at the top of the file, before the first table"
            ))
        } else {
            failure
        })
    }

    /// The host that has a format or a plugin of this name.
    fn host_of(&self, name: &str) -> Option<&Host> {
        [self.host, &self.bundled].into_iter().find(|host| !formats_of(host, name).is_empty())
    }
}
