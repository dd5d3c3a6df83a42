//! Renderings that are watched, for those who try a plugin.

use std::io;

use plenary_core::Diagnostic;
use plenary_plugin_sdk::call::{self, Conduct, Failure, Payload};

use crate::{Options, Plugin, Refusal, RenderContext, RenderFailure};

/// What came of a rendering that was watched.
#[derive(Debug)]
pub struct Observed {
    /// What the plugin reported, or why there is no document.
    pub outcome: Result<Vec<Diagnostic>, Box<Failure>>,
    /// How the plugin behaved.
    pub conduct: Conduct,
}

impl Plugin {
    /// Loads its library now, if it is not loaded yet; the first rendering would.
    ///
    /// # Errors
    /// Where it cannot be loaded, or is not what was checked.
    pub fn load(&self) -> Result<(), &Refusal> {
        self.table().map(|_| ())
    }

    /// Renders, and watches the plugin. It is handed format and options as they are, which a host would hold against the
    /// manifest first; each write reaches `out` as the plugin makes it, so that `out` can refuse any of them.
    ///
    /// # Errors
    /// Where the plugin was not called at all. A panic of `out` is passed on.
    pub fn observe(
        &self,
        format: &str,
        session: &Payload<'_>,
        options: &Options,
        context: &RenderContext<'_>,
        out: &mut dyn io::Write,
    ) -> Result<Observed, RenderFailure> {
        let table = self.table().map_err(|refusal| RenderFailure::Load(Box::new(refusal.clone())))?;
        let options = options.to_json();
        let request = self.request(format, session, &options, context)?;
        // SAFETY: as in `Host::render`.
        let (outcome, conduct) = unsafe { call::observe(&table, &request, out) };
        Ok(Observed { outcome: outcome.map_err(Box::new), conduct })
    }
}
