//! Rendering in this process, or in one of the plugin's own, as the command line says.

use std::io;
use std::path::{Path, PathBuf};

use plenary_core::Diagnostic;
use plenary_host::{
    Format, Host, Limits, Options, Origin, Payload, Plugin, RenderContext, RenderFailure, Workers,
};

use crate::args::{self, Isolate};
use crate::codes;
use crate::exit::Failure;
use crate::report::Report;

/// How plugins are run.
pub(crate) struct Isolation {
    isolate: Isolate,
    workers: Workers,
}

impl Isolation {
    /// Nothing is started yet.
    pub(crate) fn new(args: &args::Isolation) -> Self {
        Self { isolate: args.isolate, workers: Workers::new(program(), limits(args)) }
    }

    /// Renders the session in `format` into `out`, and gives what the plugin reported.
    ///
    /// # Errors
    /// Where there is no document.
    pub(crate) fn render(
        &self,
        host: &Host,
        format: &Format<'_>,
        session: &Payload<'_>,
        options: &Options,
        context: &RenderContext<'_>,
        out: &mut dyn io::Write,
    ) -> Result<Vec<Diagnostic>, RenderFailure> {
        let name = &format.info().name;
        if self.applies_to(format.plugin()) {
            host.render_isolated(&self.workers, name, session, options, context, out)
        } else {
            host.render(name, session, options, context, out)
        }
    }

    /// Whether the plugin runs in a process of its own.
    pub(crate) fn applies_to(&self, plugin: &Plugin) -> bool {
        match self.isolate {
            Isolate::None => plugin.needs_worker(),
            Isolate::Libraries => plugin.needs_worker() || *plugin.origin() != Origin::Bundled,
            Isolate::All => true,
        }
    }
}

/// Has it told when a plugin ends this very process: its caller would take it for an end of plenary's own choice.
pub(crate) fn tell_of_exits(report: &Report) {
    let another = report.another();
    plenary_host::when_a_plugin_exits(move |plugin| {
        let mut report = another();
        let message =
            format!("the plugin `{plugin}` ended the program while it made a document: the rest is not made");
        let failure = Failure::page(&codes::DIED, message).help(
            "this is a fault of the plugin: tell its author; with --isolate it costs its document only",
        );
        report.failure(None, &failure);
        report.exit() as u8
    });
}

fn limits(args: &args::Isolation) -> Limits {
    Limits {
        memory: args.plugin_memory.0,
        cpu: args.plugin_cpu.0,
        wall: args.plugin_time.0,
        output: args.plugin_output.0,
    }
}

/// This program: where the system can tell, the very file that runs, whatever is installed in its place meanwhile. Where
/// it cannot be found, that is told when it is to be started.
fn program() -> PathBuf {
    let itself = Path::new("/proc/self/exe");
    if itself.exists() { itself.to_owned() } else { std::env::current_exe().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::args::{Cli, Command};

    #[test]
    fn the_limits_that_help_shows_are_those_of_the_host() {
        let Command::Convert(convert) = Cli::parse_from(["plenary", "convert", "page.txt"]).command else {
            panic!("it is `convert`");
        };
        assert_eq!(limits(&convert.isolation), Limits::default());
    }
}
