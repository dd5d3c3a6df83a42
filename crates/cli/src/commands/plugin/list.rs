//! `plenary plugin list`.

use plenary_core::Diagnostic;
use plenary_host::{Hidden, Host, Plugin, Refusal};
use serde::Serialize;

use super::{answer, library, origin, pretty};
use crate::args::PluginList;
use crate::codes;
use crate::config::Asked;
use crate::exit::{Exit, Failures};
use crate::plugins::{host, warn_of_refusals};
use crate::report::Report;
use crate::table::{Align, Table};

pub(super) fn run(args: &PluginList, report: &mut Report) -> Result<(), Failures> {
    let host = host(&Asked::of_plugins(&args.config, &args.plugins)?.run, report)?;
    if !host.refusals().is_empty() {
        report.raise(Exit::Environment);
    }
    if args.json {
        let list = List {
            plugins: host.plugins().iter().map(Listed::from).collect(),
            refused: host.refusals().iter().map(Refused::from).collect(),
            hidden: host.hidden().iter().map(NotUsed::from).collect(),
        };
        return Ok(answer(&pretty(&list))?);
    }
    let mut table = Table::new([Align::Left; 5]);
    table.row(["PLUGIN", "VERSION", "ABI", "FORMATS", "FROM"]);
    for plugin in host.plugins() {
        let Listed { name, version, abi, formats, .. } = Listed::from(plugin);
        table.row([name, version, &abi, &formats.join(", "), &origin(plugin.origin())]);
    }
    answer(&table.render(""))?;
    warn_of_refusals(&host, report);
    report.findings(None, &hidden(&host));
    Ok(())
}

/// What somebody put there, and yet is not used.
fn hidden(host: &Host) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for Hidden { name, origin: hidden, by } in host.hidden() {
        let message = match library(hidden) {
            None => {
                format!("the plugin `{name}` of the program is not used: `{}` takes its place", by.display())
            }
            Some(path) => format!("`{path}` is not used: `{}` is found first", by.display()),
        };
        notes.push(Diagnostic::of(&codes::PLUGIN_HIDDEN, message));
    }
    for plugin in host.plugins() {
        for format in &plugin.manifest().formats {
            let maker = host.format(&format.name).map(|first| first.plugin());
            if let Some(maker) = maker.filter(|maker| !std::ptr::eq(*maker, plugin)) {
                let (name, first) = (&plugin.manifest().name, &maker.manifest().name);
                let message = format!(
                    "the format `{}` of the plugin `{name}` is not used: that of `{first}` is found first",
                    format.name
                );
                notes.push(Diagnostic::of(&codes::PLUGIN_HIDDEN, message));
            }
        }
    }
    notes
}

#[derive(Serialize)]
struct List<'a> {
    plugins: Vec<Listed<'a>>,
    refused: Vec<Refused>,
    hidden: Vec<NotUsed<'a>>,
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
            origin: library(plugin.origin()),
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

/// A plugin in JSON that is not used, because another of its name is found first.
#[derive(Serialize)]
struct NotUsed<'a> {
    name: &'a str,
    /// The library's path; `null` for a plugin the program brings along.
    origin: Option<String>,
    /// The library that takes its place.
    by: String,
}

impl<'a> From<&'a Hidden> for NotUsed<'a> {
    fn from(hidden: &'a Hidden) -> Self {
        Self { name: &hidden.name, origin: library(&hidden.origin), by: hidden.by.display().to_string() }
    }
}
