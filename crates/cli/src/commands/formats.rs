//! `plenary formats`.

use clap::ValueEnum;
use serde::Serialize;

use super::{answer, pretty};
use crate::args::{Dialect, Formats};
use crate::catalogue::{self, Format};
use crate::config::Asked;
use crate::exit::{Failure, Failures};
use crate::plugins::{host, warn_of_refusals};
use crate::report::Report;
use crate::table::{Align, Table};

pub(super) fn run(args: &Formats, report: &mut Report) -> Result<(), Failures> {
    if args.input {
        return Ok(input(args.json)?);
    }
    let host = host(&Asked::of_plugins(&args.config, &args.plugins)?.run, report)?;
    warn_of_refusals(&host, report);
    let formats: Vec<_> = catalogue::all(&host).collect();
    if args.json {
        return Ok(answer(&pretty(&formats.iter().map(Listed::from).collect::<Vec<_>>()))?);
    }
    let mut table = Table::new([Align::Left; 5]);
    table.row(["FORMAT", "EXTENSION", "MEDIA TYPE", "PLUGIN", "DESCRIPTION"]);
    for format in &formats {
        let plugin = format.plugin().map_or("-", |plugin| plugin.manifest().name.as_str());
        let extensions = format.extensions().join(", ");
        table.row([format.name(), &extensions, format.media_type(), plugin, format.description()]);
    }
    Ok(answer(&table.render(""))?)
}

/// What can be read.
fn input(json: bool) -> Result<(), Failure> {
    let dialects = Dialect::value_variants().iter().map(|&dialect| Input {
        name: dialect.name(),
        description: dialect.description(),
        extensions: dialect.extensions(),
    });
    if json {
        return answer(&pretty(&dialects.collect::<Vec<_>>()));
    }
    let mut table = Table::new([Align::Left; 3]);
    table.row(["DIALECT", "MOSTLY IN", "DESCRIPTION"]);
    for Input { name, description, extensions } in dialects {
        table.row([name.as_str(), &extensions.join(", "), description]);
    }
    answer(&table.render(""))
}

/// A dialect in JSON.
#[derive(Serialize)]
struct Input {
    /// As `--from` takes it.
    name: String,
    description: &'static str,
    /// What its files mostly have; the content decides.
    extensions: &'static [&'static str],
}

/// A format in JSON.
#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    description: &'a str,
    /// The first is what documents get.
    extensions: Vec<&'a str>,
    media_type: &'a str,
    binary: bool,
    /// `null` for the model's own.
    plugin: Option<&'a str>,
}

impl<'a> From<&'a Format<'_>> for Listed<'a> {
    fn from(format: &'a Format<'_>) -> Self {
        Self {
            name: format.name(),
            description: format.description(),
            extensions: format.extensions(),
            media_type: format.media_type(),
            binary: format.is_binary(),
            plugin: format.plugin().map(|plugin| plugin.manifest().name.as_str()),
        }
    }
}
