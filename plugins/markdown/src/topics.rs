//! What was raised on each topic: an index of the arguments and points by the topics they name.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use plenary_plugin_sdk::document::named;
use plenary_plugin_sdk::model::{DetailKind, Id, Point, SpeakerIndex};
use plenary_plugin_sdk::statistics::Topic;
use plenary_plugin_sdk::{RenderError, Session};

use crate::escape::Place;
use crate::page::Page;

/// The heading.
pub(crate) const HEADING: &str = "Points raised by topic";
/// Its anchor.
pub(crate) const ANCHOR: &str = "topics";
/// What of a text stands in the index, in characters.
const LONGEST: usize = 160;
/// How many names stand behind a text.
const MOST_NAMES: usize = 3;

/// Writes the index. The topics that several arguments or points name come first, those of most first, each with what
/// names it and whose that is; the others, of which a page may have hundreds, stand in one paragraph.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    session: &Session<'_>,
    topics: &[Topic<'_, '_>],
    speakers: &SpeakerIndex<'_, '_>,
) -> Result<(), RenderError> {
    if topics.is_empty() {
        return Ok(());
    }
    page.heading(2)?.anchor(ANCHOR).raw(HEADING).end();
    let authors = authors(session);
    let (mut several, once): (Vec<_>, Vec<_>) = topics.iter().partition(|topic| count(topic) > 1);
    several.sort_by_key(|topic| std::cmp::Reverse(count(topic)));
    if !several.is_empty() {
        page.block()?;
    }
    for topic in several {
        page.raw("- ").emphasised(topic.name, Place::Inline("  "), "**");
        write!(page, " ({}, counted)", count(topic))?;
        page.end_paragraph("  ");
        for argument in &topic.arguments {
            let author = authors.get(argument.id.as_str()).copied().unwrap_or_default();
            raised(page, argument.claim.as_str(), &argument.id, [author]);
        }
        for point in &topic.points {
            raised(page, point.text.as_str(), &point.id, whose(point, speakers));
        }
    }
    for (place, topic) in once.iter().enumerate() {
        if place == 0 {
            page.block()?.raw("Named once: ");
        } else {
            page.raw(", ");
        }
        let argument = topic.arguments.first().map(|argument| &argument.id);
        if let Some(id) = argument.or_else(|| topic.points.first().map(|point| &point.id)) {
            page.link(topic.name, id);
        }
    }
    if !once.is_empty() {
        page.raw(".").end_paragraph("");
    }
    Ok(())
}

/// How many arguments and points name the topic.
fn count(topic: &Topic<'_, '_>) -> usize {
    topic.arguments.len() + topic.points.len()
}

/// The first characters of a text, where it has more, as far as its last whole word. What a hundred topics have in common
/// stands in the index a hundred times; whole, it would make of a page its square.
fn in_short(text: &str) -> Cow<'_, str> {
    let cut = text.char_indices().nth(LONGEST).and_then(|(end, _)| text.get(..end));
    let Some(cut) = cut else { return Cow::Borrowed(text) };
    let whole = cut.rfind(char::is_whitespace).and_then(|end| cut.get(..end)).unwrap_or(cut);
    Cow::Owned(whole.trim_end().to_owned() + "…")
}

/// An argument or a point, and whose it is.
fn raised<'s>(page: &mut Page<'_, '_>, text: &str, id: &Id, names: impl IntoIterator<Item = &'s str>) {
    let mut names = names.into_iter().filter(|name| !name.trim().is_empty());
    // Without words of its own, it is known by whose it is.
    let words = Some(text).filter(|text| !text.trim().is_empty()).or_else(|| names.next());
    page.raw("  - ").link(&in_short(words.unwrap_or(id.as_str())), id);
    for (place, name) in names.by_ref().take(MOST_NAMES).enumerate() {
        page.raw(if place == 0 { " – " } else { ", " }).source(&in_short(name), Place::Inline("    "));
    }
    if names.next().is_some() {
        page.raw(" and others");
    }
    page.end_paragraph("    ");
}

/// The names of the speakers by their arguments.
fn authors<'s>(session: &'s Session<'_>) -> HashMap<&'s str, &'s str> {
    let arguments = session.profiles().flat_map(|profile| {
        profile.arguments.iter().map(|argument| (argument.id.as_str(), profile.name.as_str()))
    });
    arguments.collect()
}

/// The names of the speakers whose point it is.
fn whose<'s>(point: &'s Point<'_>, speakers: &SpeakerIndex<'s, '_>) -> impl Iterator<Item = &'s str> {
    let details = point.details.iter().filter(|detail| detail.kind == DetailKind::Speakers);
    details.flat_map(|detail| named(detail, speakers)).map(|(name, _)| name)
}
