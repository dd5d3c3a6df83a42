//! The host: the plugins of one run.

use std::collections::BTreeMap;
use std::path::PathBuf;

use plenary_plugin_abi::Bundled;
use plenary_plugin_sdk::Manifest;

use crate::{Format, Plugin, Reason, Refusal, check, discover};

/// The plugins of one run.
#[derive(Debug)]
pub struct Host {
    plugins: Vec<Plugin>,
    refusals: Vec<Refusal>,
}

/// What a [`Host`] is built from.
#[derive(Debug, Clone, Default)]
pub struct HostBuilder {
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

    /// Adds a folder to look for libraries in; the first one added wins. A folder that does not exist is none.
    #[must_use]
    pub fn search(mut self, folder: PathBuf) -> Self {
        self.folders.push(folder);
        self
    }

    /// Looks for libraries and checks them. What is wrong with one is a [`Refusal`], never a failure of the rest.
    pub fn build(self) -> Host {
        let mut host = Host { plugins: Vec::new(), refusals: Vec::new() };
        // By name, where in `refusals` the library is that took it; `None` where it is a plugin.
        let mut taken: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for folder in &self.folders {
            let candidates = match discover::candidates(folder) {
                Ok(candidates) => candidates,
                Err(refusal) => {
                    host.refusals.push(*refusal);
                    continue;
                }
            };
            for candidate in candidates {
                let name = candidate.name();
                if taken.contains_key(&name) {
                    continue;
                }
                let refused = match check::check(candidate) {
                    Ok(checked) => {
                        host.plugins.push(Plugin::library(checked));
                        None
                    }
                    Err(refusal) => {
                        host.refusals.push(*refusal);
                        Some(host.refusals.len() - 1)
                    }
                };
                taken.insert(name, refused);
            }
        }
        for bundled in &self.bundled {
            let manifest = match Manifest::parse(bundled.manifest()) {
                Ok(manifest) => manifest,
                Err(error) => {
                    host.refusals.push(Refusal {
                        path: PathBuf::from("(bundled)"),
                        reason: Reason::Manifest(error),
                        name: String::new(),
                        formats: Vec::new(),
                    });
                    continue;
                }
            };
            match taken.get(&manifest.name) {
                None => host.plugins.push(Plugin::bundled(manifest, bundled.plugin())),
                Some(None) => {}
                Some(Some(refused)) => {
                    if let Some(refusal) = host.refusals.get_mut(*refused) {
                        refusal.formats.extend(manifest.formats);
                    }
                }
            }
        }
        host
    }
}
