//! Rendering in this process, or in one of the plugin's own, as it is asked for.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use plenary_core::Diagnostic;
use plenary_host::{
    Format, Host, Limits, Options, Origin, Payload, Plugin, RenderContext, RenderFailure, Workers,
};

use crate::args::Isolate;
use crate::codes;
use crate::exit::Failure;
use crate::report::Report;

/// How plugins are run.
pub(crate) struct Isolation {
    isolate: Isolate,
    time: Option<Duration>,
    workers: Workers,
}

impl Isolation {
    /// Nothing is started yet.
    pub(crate) fn new(isolate: Isolate, limits: Limits) -> Self {
        Self { isolate, time: limits.wall, workers: Workers::new(program(), limits) }
    }

    /// How long a document may take on the clock, in whichever process; `None`: as long as it does.
    pub(crate) fn time(&self) -> Option<Duration> {
        self.time
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

/// This program: where the system can tell, the very file that runs, whatever is installed in its place meanwhile. Where
/// it cannot be found, that is told when it is to be started.
fn program() -> PathBuf {
    let itself = Path::new("/proc/self/exe");
    if itself.exists() { itself.to_owned() } else { std::env::current_exe().unwrap_or_default() }
}
