//! The speeches of a transcript as they are put together.

use std::borrow::Cow;

use crate::model::{Block, BlockKind, Content, Extra, Id, Moment, Section, SectionRole, Speech, Text};

use super::lines::Line;
use super::record::Record;
use super::wrap::{Wrap, join};

/// The speeches so far. What is said before the first label is said by nobody the source names.
#[derive(Debug, Default)]
pub(super) struct Floor<'src> {
    speeches: Vec<Speech<'src>>,
}

impl<'src> Floor<'src> {
    /// Somebody begins to speak, whom the source does not name.
    pub(super) fn change(&mut self, record: &mut Record<'src>) {
        let speech = record.speech();
        self.speeches.push(speech);
    }

    /// The speaker whom `label` names begins to speak; the text is the label's.
    pub(super) fn open(
        &mut self,
        record: &mut Record<'src>,
        label: Cow<'src, str>,
        text: Text<'src>,
        start: Option<Moment>,
    ) {
        let mut speech = record.speech();
        speech.speaker = Some(record.hear(label));
        speech.label = Some(text);
        speech.start = start;
        self.speeches.push(speech);
    }

    /// The speech of whoever speaks.
    pub(super) fn last(&mut self) -> Option<&mut Speech<'src>> {
        self.speeches.last_mut()
    }

    /// Adds a paragraph, or what stands in a paragraph's place.
    pub(super) fn say(&mut self, record: &mut Record<'src>, kind: BlockKind, text: Text<'src>) {
        if self.speeches.is_empty() {
            self.change(record);
        }
        if let Some(speech) = self.speeches.last_mut() {
            speech.blocks.push(Block { kind, text });
        }
    }

    /// Closes the transcript, which stands under `heading`.
    pub(super) fn close(self, record: &mut Record<'src>, heading: Option<Text<'src>>) {
        if self.speeches.is_empty() && heading.is_none() {
            return;
        }
        let id = record.ids.claim(Id::new("section-transcript"));
        let content = Content::Speeches(self.speeches);
        let section =
            Section { id, role: SectionRole::Transcript, heading, content, extra: Extra::default() };
        record.session.sections.push(section);
    }
}

/// The paragraph that begins with `words` on the first of `lines`, and how many of them it takes.
pub(super) fn paragraph<'src>(
    record: &mut Record<'src>,
    wrap: &Wrap<'src>,
    lines: &[Line<'src>],
    words: &'src str,
    begins: impl Fn(&[Line<'src>]) -> bool,
) -> Option<(Text<'src>, usize)> {
    let first = lines.first()?;
    let count = wrap.paragraph(lines, begins);
    if count == 1 {
        return Some((record.pieces.part(first, words), 1));
    }
    let lines = lines.get(..count)?;
    let rest = lines.iter().skip(1).map(|line| line.text);
    let content = join(std::iter::once(words).chain(rest));
    Some((record.pieces.joined(lines, content), count))
}
