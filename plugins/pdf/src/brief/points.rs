//! Points, and arguments, which are points with supporting facts: numbered, with what is said of them.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::named;
use plenary_plugin_sdk::model::{Argument, Detail, DetailKind, Id, Point, Text};

use super::Brief;
use super::plan::Depth;
use crate::layout::{Keep, LayoutError, Marker, Numbering, ParagraphStyle, Role, Span};

/// No more facts than this, and no longer ones in bytes together, stand on one page with what they support.
const FEW: usize = 4;
const SHORT: usize = 600;

/// What an argument and a point have in common.
pub(super) struct Item<'s, 'src> {
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

impl<'s> Item<'s, '_> {
    fn topics(&self) -> Vec<&'s str> {
        self.topics.iter().map(Text::as_str).filter(|topic| !topic.trim().is_empty()).collect()
    }
}

impl Brief<'_, '_, '_> {
    /// What a section of points holds.
    pub(super) fn points(&mut self, points: &[Point<'_>]) -> Result<(), RenderError> {
        self.check_cancelled()?;
        Ok(self.items(points.iter().map(Into::into))?)
    }

    /// A numbered list.
    pub(super) fn items<'s, 'src: 's>(
        &mut self,
        items: impl Iterator<Item = Item<'s, 'src>>,
    ) -> Result<(), LayoutError> {
        self.flow.open(Role::List(Numbering::Decimal));
        let depth = self.options.style.depth();
        for (item, number) in items.zip(1..) {
            self.flow.anchor(item.id.as_str());
            match depth {
                Depth::All => self.item(&item, number)?,
                Depth::Claims => self.claim(&item, number)?,
            }
        }
        self.flow.close();
        Ok(())
    }

    /// An item: the claim or point behind its number, the supporting facts as bullets, the topics in a line, the details.
    fn item(&mut self, item: &Item<'_, '_>, number: usize) -> Result<(), LayoutError> {
        let style = self.sheet.claim;
        let number = format!("{number}.");
        let marker = Marker { span: Span::new(&number, style.text), gap: self.sheet.number_gap };
        let text = Span::new(item.text.as_str(), style.text);
        self.flow.open_item(&style, marker, &[text])?;
        let topics = item.topics();
        let facts: Vec<_> = item.facts.iter().map(Text::as_str).collect();
        // The topics do not open a page alone.
        self.bullets(&facts, if topics.is_empty() { self.sheet.fact.keep } else { Keep::WithNext })?;
        if !topics.is_empty() {
            self.say(self.sheet.topics, &format!("Topics: {}", topics.join(", ")))?;
        }
        for detail in item.details {
            self.detail(detail)?;
        }
        self.flow.close_item();
        Ok(())
    }

    /// The claim or point alone, with whose it is and its topics behind it.
    fn claim(&mut self, item: &Item<'_, '_>, number: usize) -> Result<(), LayoutError> {
        let (style, note) = (self.sheet.detail, self.sheet.topics.text);
        let number = format!("{number}.");
        let marker = Marker { span: Span::new(&number, note), gap: self.sheet.number_gap };
        let speakers = item.details.iter().filter(|detail| detail.kind == DetailKind::Speakers);
        let speakers: Vec<_> = speakers.flat_map(|detail| &detail.texts).map(Text::as_str).collect();
        let behind = [speakers.join(", "), item.topics().join(", ")];
        let behind =
            behind.into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(" · ");
        let behind = format!(" {behind}");
        let spans = [Span::new(item.text.as_str(), style.text), Span::new(&behind, note)];
        self.flow.open_item(&style, marker, &spans)?;
        self.flow.close_item();
        Ok(())
    }

    /// Supporting facts, or whatever else there are several of; `last` says what may not part the last from what follows.
    fn bullets(&mut self, texts: &[&str], last: Keep) -> Result<(), LayoutError> {
        let Some((end, others)) = texts.split_last() else { return Ok(()) };
        let style = self.sheet.fact;
        self.flow.open(Role::List(Numbering::Bullets));
        let is_short = texts.len() <= FEW && texts.iter().map(|text| text.len()).sum::<usize>() <= SHORT;
        let keep = if is_short { Keep::WithNext } else { style.keep };
        for text in others {
            self.bullet(ParagraphStyle { keep, ..style }, text)?;
        }
        self.bullet(ParagraphStyle { keep: last, ..style }, end)?;
        self.flow.close();
        Ok(())
    }

    /// A detail behind its label: names in a line, each a link; one text in a paragraph; several as bullets.
    fn detail(&mut self, detail: &Detail<'_>) -> Result<(), LayoutError> {
        let texts = named(detail, &self.speakers).filter(|(text, _)| !text.trim().is_empty());
        let texts: Vec<_> = texts.collect();
        let name = format!("{}: ", detail.kind.label());
        let label = Span::new(&name, self.sheet.topics.text);
        match texts.as_slice() {
            [] => Ok(()),
            names if detail.kind.names_speakers() => {
                let style = self.sheet.names;
                let comma = Span::new(", ", label.style);
                let mut spans = vec![label];
                for (nth, (name, speaker)) in names.iter().enumerate() {
                    spans.extend((nth > 0).then_some(comma));
                    spans.push(Span { link: speaker.map(|id| id.as_str()), ..Span::new(name, style.text) });
                }
                self.flow.paragraph(Role::Paragraph, &style, &spans)
            }
            [(text, _)] => {
                let style = self.sheet.detail;
                self.flow.paragraph(Role::Paragraph, &style, &[label, Span::new(text, style.text)])
            }
            several => {
                let style = ParagraphStyle { keep: Keep::WithNext, ..self.sheet.names };
                self.flow.paragraph(Role::Paragraph, &style, &[label])?;
                let texts: Vec<_> = several.iter().map(|(text, _)| *text).collect();
                self.bullets(&texts, self.sheet.fact.keep)
            }
        }
    }
}
