//! The plugin that is asked for: by its name, its format's or its library's.

use std::io;
use std::path::{Path, is_separator};

use plenary_host::{Host, Plugin, Refusal};

use crate::args::{ConfigFile, Plugins};
use crate::codes;
use crate::config::Asked;
use crate::exit::{Failure, Failures, reason};
use crate::nearest::{list, nearest};
use crate::plugins::{self, refused};
use crate::report::Report;

/// Whether a file is named, rather than a plugin: no name of one holds a slash or a dot.
fn is_file(name: &str) -> bool {
    name.contains(is_separator) || name.contains('.')
}

/// A host in which the plugin `name` is looked for: of the library alone, where it is one.
///
/// # Errors
/// Where there is no such file, or a folder of plugins or a file of settings cannot be read.
pub(super) fn host(
    name: &str,
    config: &ConfigFile,
    args: &Plugins,
    report: &mut Report,
) -> Result<Host, Failures> {
    if is_file(name) {
        return Ok(library(Path::new(name))?);
    }
    Ok(plugins::host(&Asked::of_plugins(config, args)?.run, report)?)
}

/// A host of the library at `path` alone.
///
/// # Errors
/// Where there is no such file.
pub(super) fn library(path: &Path) -> Result<Host, Failure> {
    let missing = |what: String| Failure::usage(&codes::UNKNOWN_PLUGIN, what);
    match path.metadata() {
        Ok(metadata) if metadata.is_dir() => Err(missing(format!("`{}` is a folder", path.display()))
            .help(format!("name the library in it: {}", plenary_host::file_name("NAME")))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(missing(format!("there is no file `{}`", path.display())).help("is the plugin built?"))
        }
        Err(error) => Err(missing(format!("`{}` cannot be looked at: {}", path.display(), reason(&error)))),
        Ok(_) => Ok(Host::builder().library(path.to_owned()).build()),
    }
}

/// The plugin `name` of [`host`]'s host: by its own name, or by that of a format it makes.
///
/// # Errors
/// Where there is none, with the names that come near; or where its library is refused.
pub(super) fn plugin<'h>(host: &'h Host, name: &str) -> Result<&'h Plugin, Failure> {
    found(host, name)?.map_err(refused)
}

/// The same, where a refused library is no failure.
///
/// # Errors
/// Where there is none, with the names that come near.
pub(super) fn found<'h>(host: &'h Host, name: &str) -> Result<Result<&'h Plugin, &'h Refusal>, Failure> {
    if is_file(name) {
        return only(host);
    }
    let by_name = host.plugins().iter().find(|plugin| plugin.manifest().name == name);
    if let Some(plugin) = by_name.or_else(|| host.format(name).map(|format| format.plugin())) {
        return Ok(Ok(plugin));
    }
    if let Some(refusal) = host.refused(name) {
        return Ok(Err(refusal));
    }
    let names = || host.plugins().iter().map(|plugin| plugin.manifest().name.as_str());
    let help = match nearest(name, names()) {
        Some(near) => format!("did you mean `{near}`? `plenary plugin list` lists them all"),
        None => format!(
            "there are {}; a library is named by its path, as in `./{}`",
            list(names()),
            plenary_host::file_name(name)
        ),
    };
    Err(Failure::usage(&codes::UNKNOWN_PLUGIN, format!("there is no plugin `{name}`")).help(help))
}

/// The plugin of [`library`]'s host.
///
/// # Errors
/// Where the library is refused.
pub(super) fn the_only(host: &Host) -> Result<&Plugin, Failure> {
    only(host)?.map_err(refused)
}

fn only(host: &Host) -> Result<Result<&Plugin, &Refusal>, Failure> {
    match (host.plugins(), host.refusals()) {
        ([plugin, ..], _) => Ok(Ok(plugin)),
        (_, [refusal, ..]) => Ok(Err(refusal)),
        // A library is the one or the other.
        ([], []) => Err(Failure::usage(&codes::UNKNOWN_PLUGIN, "there is no plugin")),
    }
}
