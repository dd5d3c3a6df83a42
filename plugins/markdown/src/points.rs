//! Points, and arguments, which are points with supporting facts: items of numbered lists with what is said of them.

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::named;
use plenary_plugin_sdk::model::{Argument, Detail, Id, Point, SpeakerIndex, Text};

use crate::escape::Place;
use crate::page::Page;

/// Writes what a section of points holds.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    points: &[Point<'_>],
    speakers: &SpeakerIndex<'_, '_>,
) -> Result<(), RenderError> {
    for (point, number) in points.iter().zip(1..) {
        item(page, &point.into(), number, speakers)?;
    }
    Ok(())
}

/// What an argument and a point have in common.
pub(crate) struct Item<'s, 'src> {
    id: &'s Id,
    text: &'s Text<'src>,
    facts: &'s [Text<'src>],
    topics: &'s [Text<'src>],
    details: &'s [Detail<'src>],
}

impl<'s, 'src> From<&'s Argument<'src>> for Item<'s, 'src> {
    fn from(argument: &'s Argument<'src>) -> Self {
        let Argument { id, claim, facts, topics, details, .. } = argument;
        Self { id, text: claim, facts, topics, details }
    }
}

impl<'s, 'src> From<&'s Point<'src>> for Item<'s, 'src> {
    fn from(point: &'s Point<'src>) -> Self {
        let Point { id, text, topics, details, .. } = point;
        Self { id, text, facts: &[], topics, details }
    }
}

/// An item of a numbered list: the claim or point, the facts as a list of its own, the topics in a line, and each
/// detail in a line, or as a list of its own where it has several texts that are not names.
pub(crate) fn item(
    page: &mut Page<'_, '_>,
    item: &Item<'_, '_>,
    number: usize,
    speakers: &SpeakerIndex<'_, '_>,
) -> Result<(), RenderError> {
    // What belongs to the item is indented as far as its text.
    let indent = &" ".repeat(number.to_string().len() + 2);
    write!(page.block()?, "{number}. ")?;
    page.anchor(item.id);
    if !item.text.is_empty() {
        page.emphasised(item.text.as_str(), Place::Inline(indent), "**");
    }
    page.end_paragraph(indent);
    list(page, indent, "Supporting facts", item.facts)?;
    if enumerate(page, indent, "*Topics:* ", item.topics.iter().map(|topic| ("", topic.as_str())))? {
        page.end_paragraph(indent);
    }
    for detail in item.details {
        let label = detail.kind.label();
        let written = detail.texts.iter().filter(|text| !text.is_empty()).count();
        if detail.kind.names_speakers() {
            names(page, indent, detail, speakers)?;
        } else if written > 1 {
            list(page, indent, label, &detail.texts)?;
        } else if let Some(text) = detail.texts.iter().find(|text| !text.is_empty()) {
            let text = text.as_str();
            page.block()?.raw(indent).raw("*").raw(label).raw(":* ").source(text, Place::Inline(indent));
            page.end_paragraph(indent);
        }
    }
    Ok(())
}

/// A list of the texts under its name.
fn list(page: &mut Page<'_, '_>, indent: &str, name: &str, texts: &[Text<'_>]) -> Result<(), RenderError> {
    let mut texts = texts.iter().map(Text::as_str).filter(|text| !text.is_empty()).peekable();
    if texts.peek().is_some() {
        page.block()?.raw(indent).raw("*").raw(name).raw(":*").end();
        page.block()?;
    }
    for text in texts {
        let inner = &format!("{indent}  ");
        page.raw(indent).raw("- ").source(text, Place::Line(inner)).end_paragraph(inner);
    }
    Ok(())
}

/// The names in a line, each a link to the speaker it names.
fn names(
    page: &mut Page<'_, '_>,
    indent: &str,
    detail: &Detail<'_>,
    speakers: &SpeakerIndex<'_, '_>,
) -> Result<(), RenderError> {
    let mut any = false;
    for (name, speaker) in named(detail, speakers).filter(|(name, _)| !name.is_empty()) {
        if any {
            page.raw(", ")
        } else {
            page.block()?.raw(indent).raw("*").raw(detail.kind.label()).raw(":* ")
        };
        match speaker {
            Some(id) => page.link(name, id),
            None => page.source(name, Place::Inline(indent)),
        };
        any = true;
    }
    if any {
        page.end_paragraph(indent);
    }
    Ok(())
}

/// Begins a paragraph of the texts with commas between them, each behind its name; whether there are any.
pub(crate) fn enumerate<'s>(
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
