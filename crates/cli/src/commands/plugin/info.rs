//! `plenary plugin info`.

use plenary_host::abi::{ABI_MAJOR, ABI_MINOR};
use plenary_host::{Input, Manifest, PanicStrategy, Plugin, Version};
use serde::Serialize;
use terminal_size::terminal_size_of;

use super::{answer, library, named, options, origin, pretty};
use crate::args::PluginInfo;
use crate::exit::Failures;
use crate::plugins::warn_of_refusals;
use crate::report::{self, Report};
use crate::table::{Align, Table, visible};

pub(super) fn run(args: &PluginInfo, report: &mut Report) -> Result<(), Failures> {
    let host = named::host(&args.plugin, &args.config, &args.plugins, report)?;
    let plugin = named::plugin(&host, &args.plugin)?;
    warn_of_refusals(&host, report);
    if args.json {
        let info = Info {
            manifest: plugin.manifest(),
            origin: library(plugin.origin()),
            glibc: plugin.needed_glibc(),
        };
        return Ok(answer(&pretty(&info))?);
    }
    Ok(answer(&overview(plugin))?)
}

/// All that is known of a plugin, in JSON: its manifest, and what its file tells besides.
#[derive(Serialize)]
struct Info<'a> {
    #[serde(flatten)]
    manifest: &'a Manifest,
    /// The library's path; `null` for a plugin the program brings along.
    origin: Option<String>,
    /// The version of glibc it needs; `null` where its file tells of none.
    glibc: Option<Version>,
}

fn overview(plugin: &Plugin) -> String {
    let manifest = plugin.manifest();
    let head = visible(&format!("{} {}", manifest.name, manifest.version)) + "\n";
    [head, facts(plugin), "\n  Formats\n".to_owned(), formats(manifest), "\n".to_owned(), settings(manifest)]
        .concat()
}

fn facts(plugin: &Plugin) -> String {
    let manifest = plugin.manifest();
    let mut table = Table::new([Align::Left; 2]);
    let mut row = |name: &str, value: String| table.row([name.to_owned(), value]);
    row("from", origin(plugin.origin()));
    row("contract", format!("ABI {}; this program has {ABI_MAJOR}.{ABI_MINOR}", manifest.abi));
    row("model", format!("schema {}", manifest.schema));
    row("input", input(manifest.input).to_owned());
    row("panics", panics(manifest.panic).to_owned());
    if let Some(needed) = plugin.needed_glibc() {
        let ours = plenary_host::glibc().map(|ours| format!("; this system has {ours}")).unwrap_or_default();
        row("glibc", format!("{needed} or newer{ours}"));
    }
    table.render("  ")
}

fn input(input: Input) -> &'static str {
    match input {
        Input::Json => "the session as JSON",
        Input::View => "the session as structs (view)",
    }
}

fn panics(panic: Option<PanicStrategy>) -> &'static str {
    match panic {
        None => "none in its language",
        Some(PanicStrategy::Unwind) => "caught: an error",
        Some(PanicStrategy::Abort) => "not caught: they end the process",
    }
}

fn formats(manifest: &Manifest) -> String {
    let mut table = Table::new([Align::Left; 4]);
    for format in &manifest.formats {
        let extensions = format.extensions.join(", ");
        table.row([&format.name, &extensions, &format.media_type, &format.description]);
    }
    table.render("    ")
}

fn settings(manifest: &Manifest) -> String {
    let options = plenary_host::options(manifest);
    if options.is_empty() {
        return "  No options\n".to_owned();
    }
    let mut table = Table::new([Align::Left; 4]);
    for option in options {
        let default = option.default.map_or_else(|| "-".to_owned(), options::written);
        let meaning = option.description.unwrap_or_default().to_owned();
        table.row([option.key, option.takes, default, meaning]);
    }
    let width = report::width(terminal_size_of(std::io::stdout()));
    format!("  Options\n{}", table.render_within("    ", width))
}
