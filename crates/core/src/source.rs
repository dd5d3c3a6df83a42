//! The session as the bytes it came from.

use crate::model::walk::in_source_order;
use crate::model::{Session, Span};

/// The source text, written back from the model alone.
///
/// Equal to what was read, byte for byte, for text dialects.
pub fn write(session: &Session<'_>) -> String {
    in_source_order(session).iter().map(|(_, text)| text.raw()).collect()
}

/// What of the source the model accounts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Bytes of the source.
    pub total: usize,
    /// Bytes that stand in exactly one text of the model, `unrecognised` ones included.
    pub covered: usize,
    /// Bytes that stand in `unrecognised`.
    pub unrecognised: usize,
    /// Stretches that stand in no text.
    pub gaps: Vec<Span>,
    /// Stretches that stand in more than one text.
    pub overlaps: Vec<Span>,
}

/// Measures the coverage of a source of `total` bytes. Full and without overlap for every session a reader made.
pub fn coverage(session: &Session<'_>, total: usize) -> Coverage {
    let mut coverage = Coverage {
        total,
        covered: 0,
        unrecognised: session.unrecognised.iter().map(|text| text.span().len()).sum(),
        gaps: Vec::new(),
        overlaps: Vec::new(),
    };
    let mut at = 0;
    for (_, text) in in_source_order(session) {
        let span = text.span();
        if span.start > at {
            coverage.gaps.push(Span::new(at, span.start));
        }
        if span.start < at {
            coverage.overlaps.push(Span::new(span.start, at.min(span.end)));
        }
        coverage.covered += span.end.saturating_sub(span.start.max(at));
        at = at.max(span.end);
    }
    if at < total {
        coverage.gaps.push(Span::new(at, total));
    }
    coverage
}
