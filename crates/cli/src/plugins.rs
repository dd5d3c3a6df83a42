//! The host, set up as it is asked for.

use std::fs;
use std::path::Path;

use plenary_core::Diagnostic;
use plenary_host::{Bundled, Host, HostBuilder, Refusal, file_name, holds_libraries, installed_folders};

use crate::codes;
use crate::config::{Origin, RunKeys, Said};
use crate::exit::{Failure, reason};
use crate::report::Report;

/// The plugins the program brings along.
pub(crate) static BUNDLED: [Bundled; 4] =
    [plenary_markdown::BUNDLED, plenary_akoma_ntoso::BUNDLED, plenary_pdf::BUNDLED, plenary_tei::BUNDLED];

/// A host of nothing but these.
pub(crate) fn bundled_host() -> Host {
    BUNDLED.into_iter().fold(Host::builder(), HostBuilder::bundled).build()
}

/// Finds the plugins. Tells of folders given on the command line or in a file of settings that hold none.
///
/// # Errors
/// Where such a folder cannot be read: whoever named it wants what is in it.
pub(crate) fn host(run: &RunKeys, report: &mut Report) -> Result<Host, Failure> {
    let mut builder = Host::builder();
    for Said { value: folder, origin } in &run.plugin_dir {
        if !matches!(origin, Origin::Environment(_)) {
            looked_at(folder, origin, report)?;
        }
        builder = builder.search(folder.clone());
    }
    for folder in installed_folders() {
        builder = builder.search(folder);
    }
    if !run.no_bundled() {
        builder = BUNDLED.into_iter().fold(builder, HostBuilder::bundled);
    }
    Ok(builder.build())
}

fn looked_at(folder: &Path, origin: &Origin, report: &mut Report) -> Result<(), Failure> {
    if let Err(error) = fs::read_dir(folder) {
        let message = format!("cannot look for plugins in `{}`: {}", folder.display(), reason(&error));
        return Err(Failure::environment(&codes::PLUGIN_FOLDER, message).of(origin));
    }
    if !holds_libraries(folder) {
        match origin {
            Origin::File(place) => {
                let finding = no_plugin(folder).at(place.span);
                report.finding(Some(&place.file.source()), &finding);
            }
            _ => report.finding(None, &no_plugin(folder)),
        }
    }
    Ok(())
}

/// The warning of a folder without plugins.
fn no_plugin(folder: &Path) -> Diagnostic {
    let message = format!("there is no plugin in `{}`", folder.display());
    let named = format!("a plugin's library is named {}", file_name("NAME"));
    // Where cargo puts libraries.
    let inner = ["debug", "release"].map(|name| folder.join(name));
    let help = match inner.iter().find(|inner| holds_libraries(inner)) {
        Some(inner) => format!("did you mean `{}`? {named}", inner.display()),
        None => named,
    };
    Diagnostic::of(&codes::NO_PLUGIN, message).help(help)
}

/// Tells of the libraries that were refused. They are no plugins of this run, but somebody put them there.
pub(crate) fn warn_of_refusals(host: &Host, report: &mut Report) {
    for refusal in host.refusals() {
        let mut finding = Diagnostic::of(&codes::PLUGIN_REFUSED, refusal.to_string());
        finding.help = refusal.help();
        report.finding(None, &finding);
    }
}

/// The failure that a refused library is for what needs it.
pub(crate) fn refused(refusal: &Refusal) -> Failure {
    Failure::environment(&codes::PLUGIN_REFUSED, refusal.to_string()).maybe_help(refusal.help())
}
