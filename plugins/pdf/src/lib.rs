//! PDF briefs of a session.
//!
//! [`brief`] says which part of a session goes where, [`layout`] sets it in lines and pages, and the writer turns
//! the pages into a PDF file. The same session, options, generator and date give the same bytes.

mod accent;
pub mod brief;
pub mod fonts;
pub mod layout;
mod missing;
mod options;
mod write;

use std::io::Write;

use plenary_plugin_sdk::document::Masthead;
use plenary_plugin_sdk::{Job, RenderError, Renderer, Session};

pub use options::{AccentColour, Language, Options, Paper, Style};

/// The renderer of PDF briefs.
pub struct Pdf;

impl Renderer for Pdf {
    type Options = Options;

    fn render(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
        let fonts = fonts::fonts(session, options)?;
        let layout = brief::lay_out(session, options, &fonts, job.generator(), &|| job.is_cancelled())?;
        if let Some(finding) = missing::finding(&layout) {
            job.report(finding);
        }
        if let Some(finding) = accent::finding(options) {
            job.report(finding);
        }
        let head = Masthead::of(session);
        let subject = [head.event, head.date].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let information = write::Information {
            title: head.title,
            subject: (!subject.is_empty()).then_some(subject),
            generator: job.generator(),
            made: job.source_date_epoch(),
        };
        let bytes = write::write(&layout, &fonts, &information, &|| job.is_cancelled())?;
        if job.is_cancelled() {
            return Err(RenderError::Cancelled);
        }
        job.write_all(&bytes)?;
        Ok(())
    }
}

plenary_plugin_sdk::export_plugin! {
    name: pdf,
    renderer: Pdf,
    manifest: "plugin.json",
}
