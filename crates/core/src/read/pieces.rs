//! The source, handed out piece by piece.

use std::ops::Range;

use crate::model::Text;

use super::lines::Line;

/// A cursor over the source that hands out consecutive pieces and nothing else.
///
/// A piece always starts where the last one ended, so no byte can be handed out twice, and none can be skipped:
/// what a grammar passes over becomes the `before` of the next piece, or the [`rest`](Self::rest).
#[derive(Debug)]
pub(super) struct Pieces<'src> {
    source: &'src str,
    at: usize,
}

impl<'src> Pieces<'src> {
    pub(super) fn new(source: &'src str) -> Self {
        Self { source, at: 0 }
    }

    /// The piece up to the end of `line`, whose content is the whole line.
    pub(super) fn line(&mut self, line: &Line<'src>) -> Text<'src> {
        self.part(line, line.text)
    }

    /// The piece up to the end of `line`, whose content is `part`, a slice of the line's text.
    pub(super) fn part(&mut self, line: &Line<'src>, part: &'src str) -> Text<'src> {
        self.upto(line, part, line.end)
    }

    /// The piece up to byte `end` of the source, which lies in `line`, and whose content is `part`.
    pub(super) fn upto(&mut self, line: &Line<'src>, part: &'src str, end: usize) -> Text<'src> {
        self.span(line.place(part), end)
    }

    /// The piece up to byte `end` of the source, whose content is the bytes `content` of the source.
    pub(super) fn span(&mut self, content: Range<usize>, end: usize) -> Text<'src> {
        let start = self.at;
        let raw = self.source.get(start..end).unwrap_or_default();
        self.at += raw.len();
        Text::borrowed(raw, start, content.start.saturating_sub(start)..content.end.saturating_sub(start))
    }

    /// The piece up to the end of the last of `lines`, whose content is `content`: what the lines say together.
    pub(super) fn joined(&mut self, lines: &[Line<'src>], content: String) -> Text<'src> {
        let end = lines.last().map_or(self.at, |line| line.end);
        self.decoded(end, content)
    }

    /// The piece up to byte `end` of the source, in which `content` is written in another form.
    pub(super) fn decoded(&mut self, end: usize, content: String) -> Text<'src> {
        let start = self.at;
        let raw = self.source.get(start..end).unwrap_or_default();
        self.at += raw.len();
        Text::decoded(raw, start, content)
    }

    /// What no piece has taken yet, as one piece without content; `None` where nothing is left.
    pub(super) fn rest(&mut self) -> Option<Text<'src>> {
        let start = self.at;
        let raw = self.source.get(start..).filter(|raw| !raw.is_empty())?;
        self.at = self.source.len();
        Some(Text::borrowed(raw, start, 0..0))
    }
}
