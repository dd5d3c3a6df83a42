//! The host: the plugins of one run.

use std::collections::BTreeMap;
use std::path::PathBuf;

use plenary_plugin_abi::Bundled;
use plenary_plugin_sdk::Manifest;
use tracing::{debug, info};

use crate::discover::Candidate;
use crate::{Format, Origin, Plugin, Reason, Refusal, check, discover};

/// The plugins of one run.
#[derive(Debug, Default)]
pub struct Host {
    plugins: Vec<Plugin>,
    refusals: Vec<Refusal>,
    hidden: Vec<Hidden>,
}

/// A plugin that is not used, because another of its name is found first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// The name of both.
    pub name: String,
    /// Where the one comes from that is not used.
    pub origin: Origin,
    /// The library that takes its place, be it used or refused.
    pub by: PathBuf,
}

/// What a [`Host`] is built from.
#[derive(Debug, Clone, Default)]
pub struct HostBuilder {
    libraries: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    bundled: Vec<Bundled>,
}

impl Host {
    /// A host to be built, which knows nothing yet.
    pub fn builder() -> HostBuilder {
        HostBuilder::default()
    }

    /// The plugins: libraries by folder and name, then the bundled ones in the order given.
    pub fn plugins(&self) -> &[Plugin] {
        &self.plugins
    }

    /// The files that look like plugins, but are refused.
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }

    /// The plugins that are not used, because another of their name is found first.
    pub fn hidden(&self) -> &[Hidden] {
        &self.hidden
    }

    /// The formats, each name once, in the order of the plugins.
    pub fn formats(&self) -> impl Iterator<Item = Format<'_>> {
        let is_first = |format: &Format<'_>| {
            self.format(&format.info().name).is_some_and(|first| std::ptr::eq(first.info(), format.info()))
        };
        self.plugins.iter().flat_map(Plugin::formats).filter(is_first)
    }

    /// The format called `name`.
    pub fn format(&self, name: &str) -> Option<Format<'_>> {
        self.plugins.iter().flat_map(Plugin::formats).find(|format| format.info().name == name)
    }

    /// The refused library that would have made the format `name`, where no plugin makes it: by its manifest, by
    /// its own name, or because the bundled plugin whose place it takes makes it.
    pub fn refused(&self, name: &str) -> Option<&Refusal> {
        if self.format(name).is_some() {
            return None;
        }
        self.refusals.iter().find(|refusal| refusal.claims(name))
    }
}

impl HostBuilder {
    /// Adds a plugin that is linked into the program.
    #[must_use]
    pub fn bundled(mut self, plugin: Bundled) -> Self {
        self.bundled.push(plugin);
        self
    }

    /// Adds one library, which comes before all that is found in folders.
    #[must_use]
    pub fn library(mut self, path: PathBuf) -> Self {
        self.libraries.push(path);
        self
    }

    /// Adds a folder to look for libraries in; the first one added wins. A folder that does not exist is none.
    #[must_use]
    pub fn search(mut self, folder: PathBuf) -> Self {
        self.folders.push(folder);
        self
    }

    /// Looks for libraries and checks them. What is wrong with one is a [`Refusal`], never a failure of the rest.
    pub fn build(self) -> Host {
        let mut building = Building::default();
        for path in &self.libraries {
            match discover::candidate(path) {
                Ok(candidate) => building.library(candidate),
                Err(refusal) => building.host.refusals.push(*refusal),
            }
        }
        for folder in &self.folders {
            match discover::candidates(folder) {
                Ok(candidates) => candidates.into_iter().for_each(|candidate| building.library(candidate)),
                Err(refusal) => building.host.refusals.push(*refusal),
            }
        }
        for bundled in &self.bundled {
            building.bundled(bundled);
        }
        building.host
    }
}

/// A host as far as it is built.
#[derive(Default)]
struct Building {
    host: Host,
    taken: BTreeMap<String, Taken>,
}

/// The library that took a name.
struct Taken {
    by: PathBuf,
    /// Where it is in the refusals, if it is refused.
    refusal: Option<usize>,
}

impl Building {
    fn library(&mut self, candidate: Candidate) {
        let (name, path) = (candidate.name(), candidate.path.clone());
        if let Some(Taken { by, .. }) = self.taken.get(&name) {
            // A folder may be searched twice, under one name or two.
            let is_other = path != *by && path.canonicalize().ok() != by.canonicalize().ok();
            if is_other {
                info!(plugin = name, library = %path.display(), by = %by.display(), "not used: another of its name is found first");
                self.host.hidden.push(Hidden { name, origin: Origin::Library(path), by: by.clone() });
            }
            return;
        }
        let refusal = match check::check(candidate) {
            Ok(checked) => {
                let Manifest { name, version, .. } = &checked.manifest;
                debug!(plugin = name, version, library = %path.display(), "found a plugin");
                self.host.plugins.push(Plugin::library(checked));
                None
            }
            Err(refusal) => {
                debug!(%refusal, "refused a plugin");
                self.host.refusals.push(*refusal);
                Some(self.host.refusals.len() - 1)
            }
        };
        self.taken.insert(name, Taken { by: path, refusal });
    }

    fn bundled(&mut self, bundled: &Bundled) {
        let manifest = match Manifest::parse(bundled.manifest()) {
            Ok(manifest) => manifest,
            Err(error) => {
                self.host.refusals.push(Refusal {
                    path: PathBuf::from("(bundled)"),
                    reason: Reason::Manifest(error),
                    name: String::new(),
                    formats: Vec::new(),
                });
                return;
            }
        };
        let Some(Taken { by, refusal }) = self.taken.get(&manifest.name) else {
            self.host.plugins.push(Plugin::bundled(manifest, bundled.plugin()));
            return;
        };
        let (name, by) = (manifest.name.clone(), by.clone());
        info!(plugin = name, by = %by.display(), "the one that comes with the program is not used: a library has its name");
        self.host.hidden.push(Hidden { name, origin: Origin::Bundled, by });
        if let Some(refusal) = refusal.and_then(|at| self.host.refusals.get_mut(at)) {
            refusal.formats.extend(manifest.formats);
        }
    }
}
