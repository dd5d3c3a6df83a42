//! The host, set up as the command line says.

use std::fs;

use plenary_core::Diagnostic;
use plenary_host::{Bundled, Host, Refusal, standard_search_path};

use crate::args::Plugins;
use crate::codes;
use crate::exit::{Failure, reason};
use crate::report::Report;

/// The plugins the program brings along.
pub(crate) static BUNDLED: [Bundled; 3] =
    [plenary_markdown::BUNDLED, plenary_akoma_ntoso::BUNDLED, plenary_pdf::BUNDLED];

/// Finds the plugins.
///
/// # Errors
/// Where a folder given on the command line cannot be read: whoever named it wants what is in it.
pub(crate) fn host(args: &Plugins) -> Result<Host, Failure> {
    for folder in &args.plugin_dir {
        if let Err(error) = fs::read_dir(folder) {
            let message = format!("cannot look for plugins in `{}`: {}", folder.display(), reason(&error));
            return Err(Failure::environment(&codes::PLUGIN_FOLDER, message));
        }
    }
    let mut builder = Host::builder();
    for folder in standard_search_path(&args.plugin_dir) {
        builder = builder.search(folder);
    }
    if !args.no_bundled {
        for bundled in BUNDLED {
            builder = builder.bundled(bundled);
        }
    }
    Ok(builder.build())
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
