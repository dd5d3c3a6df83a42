//! What holds when all is said.

use std::path::Path;

use plenary_host::Limits;

use super::keys::{PageLayer, RunKeys, processors};
use super::options::FormatOptions;
use super::origin::{Origin, Said};
use crate::args::{Allowed, Isolate, defaults, size};
use crate::codes;
use crate::exit::Failure;
use crate::isolation::Isolation;
use crate::output::Pattern;
use crate::page::Reading;

/// What holds for the pages of a folder.
#[derive(Debug, Clone)]
pub(crate) struct PageSettings {
    /// The formats to write, where they are named.
    pub(crate) formats: Vec<Said<String>>,
    /// The options of formats, those of formats that are not written among them.
    pub(crate) options: FormatOptions,
    /// The pattern for the names of documents.
    pub(crate) name: Pattern,
    pub(crate) strict: bool,
    pub(crate) reading: Reading,
}

impl From<PageLayer> for PageSettings {
    fn from(PageLayer { keys, set }: PageLayer) -> Self {
        Self {
            formats: keys.to.map(|to| to.value).unwrap_or_default(),
            options: set,
            name: keys.name.map(|name| name.value).unwrap_or_default(),
            strict: keys.strict.is_some_and(|strict| strict.value),
            reading: Reading {
                from: keys.from.map(|from| from.value),
                lossy: keys.lossy.is_some_and(|lossy| lossy.value),
            },
        }
    }
}

impl RunKeys {
    /// The folder that documents go to.
    ///
    /// # Errors
    /// Where none is named.
    pub(crate) fn output(&self) -> Result<&Path, Failure> {
        self.output.as_ref().map(|output| output.value.as_path()).ok_or_else(|| {
            Failure::usage(&codes::NO_OUTPUT, "no folder is named for the documents").help(
                "name one with -o, as in `-o documents`, or in plenary.toml, as in `output = \"documents\"`",
            )
        })
    }

    /// The file that tells what was made of each page, where it is named.
    pub(crate) fn manifest(&self) -> Option<&Path> {
        self.manifest.as_ref().map(|manifest| manifest.value.as_path())
    }

    /// Whether documents are to be safe from a loss of power.
    pub(crate) fn fsync(&self) -> bool {
        self.fsync.as_ref().is_some_and(|fsync| fsync.value)
    }

    /// How many pages are converted at once.
    pub(crate) fn jobs(&self) -> usize {
        self.jobs.as_ref().map_or_else(processors, |jobs| jobs.value.get())
    }

    /// The bytes a page may have.
    pub(crate) fn max_page(&self) -> u64 {
        bytes(self.max_page.as_ref(), defaults::MAX_PAGE)
    }

    /// The bytes a record may have.
    pub(crate) fn max_record(&self) -> usize {
        usize::try_from(bytes(self.max_record.as_ref(), defaults::MAX_RECORD)).unwrap_or(usize::MAX)
    }

    /// Whether the plugins are left out that the program brings along.
    pub(crate) fn no_bundled(&self) -> bool {
        self.no_bundled.as_ref().is_some_and(|no| no.value)
    }

    /// How plugins are run by a command that converts many pages.
    pub(crate) fn isolation_of_many(&self) -> Isolation {
        self.isolation(Isolate::Libraries)
    }

    /// How plugins are run by a command that goes on while they change: libraries never in this process, which would have
    /// them once and for all.
    pub(crate) fn isolation_of_watch(&self) -> Isolation {
        let isolate = self.isolate.as_ref().map(|isolate| isolate.value);
        Isolation::new(
            isolate.filter(|isolate| *isolate != Isolate::None).unwrap_or(Isolate::Libraries),
            self.limits(),
        )
    }

    /// How plugins are run by a command that converts a few.
    ///
    /// # Errors
    /// Where the command line says what processes may take, and there are none.
    pub(crate) fn isolation_of_few(&self) -> Result<Isolation, Failure> {
        let none = self.isolate.as_ref().is_none_or(|isolate| isolate.value == Isolate::None);
        match self.limit_said_here().filter(|_| none) {
            Some(limit) => Err(Failure::usage(
                &codes::NO_ISOLATION,
                format!("{limit} is of no use without --isolate: no plugin runs in a process of its own"),
            )
            .help("give --isolate as well, or `isolate = \"all\"` in plenary.toml")),
            None => Ok(self.isolation(Isolate::None)),
        }
    }

    fn isolation(&self, unless_said: Isolate) -> Isolation {
        Isolation::new(self.isolate.as_ref().map_or(unless_said, |said| said.value), self.limits())
    }

    fn limits(&self) -> Limits {
        let usual = Limits::default();
        Limits {
            memory: self.plugin_memory.as_ref().map_or(usual.memory, |said| said.value.0),
            cpu: self.plugin_cpu.as_ref().map_or(usual.cpu, |said| said.value.0),
            wall: self.plugin_time.as_ref().map_or(usual.wall, |said| said.value.0),
            output: self.plugin_output.as_ref().map_or(usual.output, |said| said.value.0),
        }
    }

    /// The option of a limit for processes alone that stands on the command line.
    fn limit_said_here(&self) -> Option<&'static str> {
        fn is_here<T>(said: Option<&Said<T>>) -> bool {
            said.is_some_and(|said| matches!(said.origin, Origin::CommandLine))
        }
        let limits = [
            ("--plugin-memory", is_here(self.plugin_memory.as_ref())),
            ("--plugin-cpu", is_here(self.plugin_cpu.as_ref())),
            ("--plugin-output", is_here(self.plugin_output.as_ref())),
        ];
        limits.into_iter().find(|(_, is_here)| *is_here).map(|(limit, _)| limit)
    }
}

/// The size that is said, else the default.
fn bytes(said: Option<&Said<Allowed<u64>>>, default: &str) -> u64 {
    let said = said.map(|said| said.value);
    said.or_else(|| size(default).ok()).and_then(|allowed| allowed.0).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::seconds;

    #[test]
    fn the_limits_that_help_shows_are_those_of_the_host() {
        let shown = Limits {
            memory: size(defaults::PLUGIN_MEMORY).unwrap().0,
            cpu: seconds(defaults::PLUGIN_CPU).unwrap().0,
            wall: seconds(defaults::PLUGIN_TIME).unwrap().0,
            output: size(defaults::PLUGIN_OUTPUT).unwrap().0,
        };
        assert_eq!(shown, Limits::default());
        assert_ne!(RunKeys::default().max_record(), usize::MAX);
        assert_ne!(RunKeys::default().max_page(), u64::MAX);
    }
}
