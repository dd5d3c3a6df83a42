//! What stands for workers on systems that have none of ours.

use std::io;
use std::path::PathBuf;

use plenary_core::Diagnostic;
use plenary_plugin_abi::Bundled;

use super::Limits;
use crate::{Host, Options, Payload, RenderContext, RenderFailure};

const UNSUPPORTED: &str = "on this system plenary has no processes for plugins";

/// Processes that render: on this system there are none.
#[derive(Debug)]
pub struct Workers {
    limits: Limits,
}

impl Workers {
    /// Workers with these limits, of which none will ever start.
    pub fn new(_program: PathBuf, limits: Limits) -> Self {
        Self { limits }
    }

    /// What a plugin may take for one document.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }
}

impl Host {
    /// Would render in a process of its own.
    ///
    /// # Errors
    /// Always.
    pub fn render_isolated(
        &self,
        _workers: &Workers,
        format: &str,
        _session: &Payload<'_>,
        options: &Options,
        _context: &RenderContext<'_>,
        _out: &mut dyn io::Write,
    ) -> Result<Vec<Diagnostic>, RenderFailure> {
        self.ready(format, options)?;
        Err(RenderFailure::Worker(UNSUPPORTED.to_owned()))
    }
}

/// Would serve as a worker.
///
/// # Errors
/// Always.
pub fn serve(_bundled: &[Bundled]) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, UNSUPPORTED))
}
