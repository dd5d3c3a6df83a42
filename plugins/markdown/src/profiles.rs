//! What the source says of each speaker: statistics, arguments, report.

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::present;
use plenary_plugin_sdk::model::{Argument, Profile, Section, Statistics, Text};

use crate::escape::Place;
use crate::page::Page;
use crate::{blocks, document};

/// Writes a section of profiles.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    section: &Section<'_>,
    profiles: &[Profile<'_>],
) -> Result<(), RenderError> {
    document::section(page, section)?;
    for profile in profiles {
        page.heading(3)?.anchor(&profile.id).source(profile.name.as_str(), Place::Heading);
        if let Some(initials) = present(&profile.initials) {
            page.raw(" (").source(initials, Place::Heading).raw(")");
        }
        page.end();
        declared(page, &profile.statistics)?;
        if !profile.arguments.is_empty() {
            page.heading(4)?.raw("Arguments").end();
        }
        for (at, argument) in profile.arguments.iter().enumerate() {
            write_argument(page, argument, at + 1)?;
        }
        if !profile.report.is_empty() {
            page.heading(4)?.raw("Report").end();
            blocks::write(page, &profile.report, 5, None)?;
        }
    }
    Ok(())
}

/// The statistics in the source's own words.
fn declared(page: &mut Page<'_, '_>, statistics: &Statistics<'_>) -> Result<(), RenderError> {
    let Statistics { speed, length, time, .. } = statistics;
    let declared = [("speed ", speed), ("length ", length), ("time ", time)];
    let declared =
        declared.into_iter().filter_map(|(name, declared)| Some((name, declared.as_ref()?.text.as_str())));
    if enumerate(page, "", "Declared by the source: ", declared)? {
        page.raw(".").end();
    }
    Ok(())
}

/// An argument: an item of the numbered list with the claim, the facts as a list of its own, the topics in a line.
fn write_argument(
    page: &mut Page<'_, '_>,
    argument: &Argument<'_>,
    number: usize,
) -> Result<(), RenderError> {
    // What belongs to the item is indented as far as its text.
    let indent = &" ".repeat(number.to_string().len() + 2);
    write!(page.block()?, "{number}. ")?;
    page.anchor(&argument.id);
    if !argument.claim.is_empty() {
        page.raw("**").source(argument.claim.as_str(), Place::Inline(indent)).raw("**");
    }
    page.end();
    let mut facts = argument.facts.iter().map(Text::as_str).filter(|fact| !fact.is_empty()).peekable();
    if facts.peek().is_some() {
        page.block()?.raw(indent).raw("Supporting facts:").end();
        page.block()?;
    }
    for fact in facts {
        page.raw(indent).raw("- ").source(fact, Place::Line(&format!("{indent}  "))).end();
    }
    if enumerate(page, indent, "Topics: ", argument.topics.iter().map(|topic| ("", topic.as_str())))? {
        page.end();
    }
    Ok(())
}

/// Begins a paragraph of the texts with commas between them, each behind its name; whether there are any.
fn enumerate<'s>(
    page: &mut Page<'_, '_>,
    indent: &str,
    introduction: &str,
    texts: impl Iterator<Item = (&'static str, &'s str)>,
) -> Result<bool, RenderError> {
    let mut any = false;
    for (name, text) in texts.filter(|(_, text)| !text.is_empty()) {
        if any { page.raw(", ") } else { page.block()?.raw(indent).raw(introduction) }
            .raw(name)
            .source(text, Place::Inline(indent));
        any = true;
    }
    Ok(any)
}
