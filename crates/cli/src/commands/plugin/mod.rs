//! `plenary plugin`.

mod check;
mod info;
mod install;
mod list;
mod named;
mod new;
mod options;
mod remove;

use super::{answer, pretty};
use crate::args::PluginCommand;
use crate::exit::Failures;
use crate::report::Report;

pub(super) fn run(command: &PluginCommand, report: &mut Report) -> Result<(), Failures> {
    match command {
        PluginCommand::New(args) => Ok(new::run(args)?),
        PluginCommand::List(args) => list::run(args, report),
        PluginCommand::Info(args) => info::run(args, report),
        PluginCommand::Options(args) => options::run(args, report),
        PluginCommand::Check(args) => check::run(args, report),
        PluginCommand::Install(args) => Ok(install::run(args)?),
        PluginCommand::Remove(args) => Ok(remove::run(args)?),
    }
}

/// Where a plugin comes from, for people.
fn origin(origin: &plenary_host::Origin) -> String {
    match origin {
        plenary_host::Origin::Bundled => "bundled".to_owned(),
        plenary_host::Origin::Library(path) => path.display().to_string(),
    }
}

/// Where a plugin comes from, for programs: the library's path; `None` for a plugin the program brings along.
fn library(origin: &plenary_host::Origin) -> Option<String> {
    match origin {
        plenary_host::Origin::Bundled => None,
        plenary_host::Origin::Library(path) => Some(path.display().to_string()),
    }
}
