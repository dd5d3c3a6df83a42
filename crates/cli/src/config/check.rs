//! Whether there are the formats and options that a file names, those too that a run does not write.

use std::collections::HashSet;

use plenary_host::Host;

use super::{Origin, PageLayer, Said, Settings};
use crate::args::Setting;
use crate::catalogue;
use crate::conversion::{check_setting, formats_of};
use crate::exit::{Exit, Failure, Failures};
use crate::plugins::bundled_host;

impl Settings {
    /// Makes sure that there is every format that the file names, with the options that it sets.
    ///
    /// # Errors
    /// All that there is not.
    pub(crate) fn check(&self, host: &Host) -> Result<(), Failures> {
        let of_tables = self.directories.iter().map(|directory| &directory.page);
        let mut failures: Vec<_> =
            std::iter::once(&self.page).chain(of_tables).flat_map(|page| wrong(page, host)).collect();
        failures.sort_by_key(|failure| failure.finding.span);
        if failures.is_empty() { Ok(()) } else { Err(Failures(failures)) }
    }
}

fn wrong(page: &PageLayer, host: &Host) -> Vec<Failure> {
    let formats = page.keys.to.iter().flat_map(|to| &to.value);
    let mut wrong: Vec<_> =
        formats.filter_map(|Said { value, origin }| Some(no_format(host, value)?.of(origin))).collect();
    // That there is no such format is told once.
    let mut unknown = HashSet::new();
    let mut settings: Vec<_> = page.set.iter().collect();
    settings.sort_by_key(|said| match &said.origin {
        Origin::File(place) => place.span.start,
        _ => 0,
    });
    for said in settings {
        let is_known = is_known(host, &said.value.format);
        if is_known || unknown.insert(&said.value.format) {
            wrong.extend(no_setting(host, said));
        }
    }
    wrong
}

/// Why there is no format of this name. That one is refused, or left out in this run, is a fault of the run that needs it.
fn no_format(host: &Host, name: &str) -> Option<Failure> {
    let failure = catalogue::named(host, name).err()?;
    (failure.exit == Exit::Usage && catalogue::named(&bundled_host(), name).is_err()).then_some(failure)
}

/// Why nothing can be set so. Of what is refused the options are not known.
fn no_setting(host: &Host, said: &Said<Setting>) -> Option<Failure> {
    let name = &said.value.format;
    let bundled = bundled_host();
    let host = if is_known(host, name) || !is_known(&bundled, name) { host } else { &bundled };
    check_setting(host, said).err().filter(|_| host.refused(name).is_none())
}

/// Whether there is a format or a plugin of this name.
fn is_known(host: &Host, name: &str) -> bool {
    !formats_of(host, name).is_empty()
}
