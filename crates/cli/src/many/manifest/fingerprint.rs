//! All that documents depend on besides their page: where it is the same, and so is the page, so are they.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use plenary_host::{Options, Origin, Plugin};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tracing::debug;

use crate::args::Dialect;
use crate::catalogue::Format;
use crate::codes;
use crate::conversion::{Conversion, GENERATOR};
use crate::exit::{Failure, reason};

/// What pages are converted by, with a hash of it all.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Fingerprint {
    pub(crate) fingerprint: String,
    #[serde(flatten)]
    by: By,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct By {
    tool: String,
    formats: Vec<Renderer>,
    from: Option<String>,
    lossy: bool,
    strict: bool,
    source_date_epoch: Option<i64>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Renderer {
    format: String,
    plugin: Option<String>,
    version: Option<String>,
    /// BLAKE3 of its library; `None` for one that the program brings along.
    library: Option<String>,
    options: Value,
}

/// The hashes of plugins' libraries, each read once.
#[derive(Debug, Default)]
pub(crate) struct Libraries(HashMap<PathBuf, String>);

impl Libraries {
    fn hash(&mut self, path: &Path) -> Result<String, Failure> {
        if let Some(hash) = self.0.get(path) {
            return Ok(hash.clone());
        }
        let bytes = fs::read(path).map_err(|error| {
            let message = format!("cannot read the plugin `{}`: {}", path.display(), reason(&error));
            Failure::environment(&codes::PLUGIN_REFUSED, message)
        })?;
        let hash = blake3::hash(&bytes).to_hex().to_string();
        self.0.insert(path.to_owned(), hash.clone());
        Ok(hash)
    }
}

/// What pages are converted by in this way.
///
/// # Errors
/// Where a plugin's library cannot be read any more.
pub(crate) fn fingerprint(
    conversion: &Conversion<'_>,
    libraries: &mut Libraries,
) -> Result<Fingerprint, Failure> {
    let by = By {
        tool: GENERATOR.to_owned(),
        formats: conversion
            .settings()
            .map(|(format, options)| renderer(format, options, libraries))
            .collect::<Result<_, _>>()?,
        from: conversion.reading().from.map(Dialect::name),
        lossy: conversion.reading().lossy,
        strict: conversion.strict(),
        source_date_epoch: conversion.source_date_epoch(),
    };
    let json = serde_json::to_string(&by).unwrap_or_default();
    let fingerprint = blake3::hash(json.as_bytes()).to_hex().to_string();
    debug!(fingerprint, by = json, "pages are converted by this");
    Ok(Fingerprint { fingerprint, by })
}

fn renderer(format: &Format<'_>, options: &Options, libraries: &mut Libraries) -> Result<Renderer, Failure> {
    let plugin = format.plugin();
    let library = match plugin.map(Plugin::origin) {
        Some(Origin::Library(path)) => Some(libraries.hash(path)?),
        _ => None,
    };
    Ok(Renderer {
        format: format.name().to_owned(),
        plugin: plugin.map(|plugin| plugin.manifest().name.clone()),
        version: plugin.map(|plugin| plugin.manifest().version.clone()),
        library,
        options: serde_json::from_str(&options.to_json()).unwrap_or_default(),
    })
}
