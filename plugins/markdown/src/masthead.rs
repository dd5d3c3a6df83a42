//! What stands at the head: title, event, date, disclaimers.

use plenary_plugin_sdk::document::Masthead;
use plenary_plugin_sdk::{RenderError, Session};

use crate::escape::Place;
use crate::page::Page;

/// Writes title, event and date line.
pub(crate) fn write(page: &mut Page<'_, '_>, masthead: &Masthead<'_>) -> Result<(), RenderError> {
    if let Some(title) = masthead.title {
        page.heading(1)?.source(title, Place::Heading).end();
    }
    for line in [masthead.event, masthead.date].into_iter().flatten() {
        page.block()?.source(line, Place::Line("")).end_paragraph("");
    }
    Ok(())
}

/// Writes the disclaimers, each a note; for readers that know none, a block quotation.
pub(crate) fn disclaimers(page: &mut Page<'_, '_>, session: &Session<'_>) -> Result<(), RenderError> {
    for disclaimer in &session.disclaimers {
        page.block()?;
        if page.is_gfm() {
            page.raw("> [!NOTE]").end();
        }
        let text = disclaimer.text.as_str();
        page.raw("> ").anchor(&disclaimer.id).source(text, Place::Inline("> ")).end_paragraph("> ");
    }
    Ok(())
}
