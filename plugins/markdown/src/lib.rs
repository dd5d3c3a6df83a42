//! Markdown minutes of a session: GFM, or CommonMark alone.
//!
//! The mapping from the model to Markdown, and the options, are in this crate's `README.md`. Text is text: whatever
//! the source holds, a CommonMark parser gives it back character by character.

mod about;
mod address;
mod anchor;
mod blocks;
mod contents;
mod document;
mod escape;
mod front_matter;
mod line_start;
mod list;
mod masthead;
mod options;
mod page;
mod participants;
mod plan;
mod points;
mod profiles;
mod rendered;
mod report;
mod topics;
mod transcript;
mod wrap;

use plenary_plugin_sdk::{Job, RenderError, Renderer, Session};

pub use options::{Flags, Flavour, Markup, Options, Style};

plenary_plugin_sdk::export_plugin! {
    name: markdown,
    renderer: Markdown,
    manifest: "plugin.json",
}

/// The renderer.
#[derive(Debug)]
pub struct Markdown;

impl Renderer for Markdown {
    type Options = Options;

    fn render(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
        document::write(session, options, job)
    }
}
