//! `plenary plugin list`.

use plenary_host::{Origin, Plugin, Refusal};
use serde::Serialize;

use super::{answer, pretty};
use crate::args::PluginList;
use crate::exit::{Exit, Failure};
use crate::plugins::{host, warn_of_refusals};
use crate::report::Report;
use crate::table::{Align, Table};

pub(super) fn list(args: &PluginList, report: &mut Report) -> Result<(), Failure> {
    let host = host(&args.plugins)?;
    if !host.refusals().is_empty() {
        report.raise(Exit::Environment);
    }
    if args.json {
        return answer(&pretty(&List {
            plugins: host.plugins().iter().map(Listed::from).collect(),
            refused: host.refusals().iter().map(Refused::from).collect(),
        }));
    }
    let mut table = Table::new([Align::Left; 5]);
    table.row(["PLUGIN", "VERSION", "ABI", "FORMATS", "FROM"]);
    for plugin in host.plugins() {
        let Listed { name, version, abi, formats, origin } = Listed::from(plugin);
        table.row([name, version, &abi, &formats.join(", "), origin.as_deref().unwrap_or("bundled")]);
    }
    answer(&table.render(""))?;
    warn_of_refusals(&host, report);
    Ok(())
}

#[derive(Serialize)]
struct List<'a> {
    plugins: Vec<Listed<'a>>,
    refused: Vec<Refused>,
}

/// A plugin in JSON.
#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    version: &'a str,
    abi: String,
    formats: Vec<&'a str>,
    /// The library's path; `null` for a plugin the program brings along.
    origin: Option<String>,
}

impl<'a> From<&'a Plugin> for Listed<'a> {
    fn from(plugin: &'a Plugin) -> Self {
        let manifest = plugin.manifest();
        Self {
            name: &manifest.name,
            version: &manifest.version,
            abi: manifest.abi.to_string(),
            formats: manifest.formats.iter().map(|format| format.name.as_str()).collect(),
            origin: match plugin.origin() {
                Origin::Bundled => None,
                Origin::Library(path) => Some(path.display().to_string()),
            },
        }
    }
}

/// A refused library in JSON.
#[derive(Serialize)]
struct Refused {
    path: String,
    reason: String,
    help: Option<String>,
}

impl From<&Refusal> for Refused {
    fn from(refusal: &Refusal) -> Self {
        Self { path: refusal.path.display().to_string(), reason: refusal.to_string(), help: refusal.help() }
    }
}
