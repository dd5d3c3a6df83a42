//! What is left to say about the record: what has no place above, and where the document comes from.

use plenary_plugin_sdk::document::{is_all_of_title, present};
use plenary_plugin_sdk::{RenderError, Session};

use crate::escape::Place;
use crate::page::Page;
use crate::plan::Plan;

/// The heading.
pub(crate) const HEADING: &str = "About this document";
/// Its anchor.
pub(crate) const ANCHOR: &str = "about";

/// Writes the closing part.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    session: &Session<'_>,
    plan: &Plan<'_, '_>,
) -> Result<(), RenderError> {
    page.heading(2)?.anchor(ANCHOR).raw(HEADING).end();
    if !plan.empty.is_empty() {
        page.block()?.raw("Headings of the source with no text under them:").end();
        page.block()?;
    }
    for section in &plan.empty {
        let heading = present(&section.heading).unwrap_or_default();
        page.raw("- ").anchor(&section.id).source(heading, Place::Inline("  ")).end_paragraph("  ");
    }
    let title = session.title.as_ref();
    let line = title.filter(|title| !is_all_of_title(title)).map(|title| title.line.as_str());
    let repeated = title.into_iter().flat_map(|title| {
        let lines = title.repeated.iter().map(|line| line.as_str());
        lines.filter(|line| *line != title.line.as_str() && *line != title.name)
    });
    list(page, "The title as the source has it:", line)?;
    list(page, "Other wordings of the title in the source:", repeated)?;
    list(
        page,
        "Lines of the source without a place above:",
        session.unrecognised.iter().map(|line| line.as_str()),
    )?;
    let generator = page.generator();
    page.block()?.raw("Made by ").source(&generator, Place::Inline(""));
    page.raw(" from a record in the format ")
        .source(session.dialect.name(), Place::Inline(""))
        .raw(".")
        .end_paragraph("");
    Ok(())
}

fn list<'s>(
    page: &mut Page<'_, '_>,
    introduction: &str,
    lines: impl IntoIterator<Item = &'s str>,
) -> Result<(), RenderError> {
    let mut lines = lines.into_iter().filter(|line| !line.is_empty()).peekable();
    if lines.peek().is_some() {
        page.block()?.raw(introduction).end();
        page.block()?;
    }
    for line in lines {
        page.raw("- ").source(line, Place::Line("  ")).end_paragraph("  ");
    }
    Ok(())
}
