//! Where a paragraph's lines end: of all ways to break it, the one that costs least.
//!
//! Every line costs the more the further it stays from the measure, and every break what it is worth; the sum over
//! the paragraph is least (Knuth and Plass, "Breaking Paragraphs into Lines", 1981). Since a line holds few
//! breaks, each break is compared with the few that can begin its line, and the time is linear.

use std::ops::Range;

use super::lines::Atom;
use super::{Align, Pt};

/// What may happen behind an atom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Break {
    /// The next one stands on the same line.
    No,
    /// A line may end here, at this cost.
    Allowed(f32),
    /// A line may end here, with a hyphen of this width.
    Hyphen {
        /// In points.
        width: Pt,
    },
    /// A line may end here if nothing else helps.
    Emergency,
    /// A line ends here.
    Forced,
}

/// A new line: as dear as a line that stays a tenth of the measure short.
const LINE: f64 = 100.0;
/// A hyphen where lines are filled: rather than to stretch each space by nearly half of its width.
const HYPHEN: f64 = 70.0;
/// A hyphen where lines are ragged: rather than to stay a sixth of the measure short.
const RAGGED_HYPHEN: f64 = 250.0;
/// A hyphen on the line below a hyphen.
const AGAIN: f64 = 150.0;
/// A break where the text has no place for one.
const EMERGENCY: f64 = 5000.0;
/// A last line too short to be seen as one.
const RUNT: f64 = 400.0;
/// Below this share of the measure a last line is a runt.
const RUNT_SHARE: f64 = 0.1;
/// By how much of its width a space of a justified line may shrink.
const SHRINK: f64 = 0.25;
/// A line that stretches each space by half of its width costs as much as this.
const STRETCH: f64 = 100.0;
/// No line is looked for among more breaks than this: what keeps the time linear where atoms have no width.
const WINDOW: usize = 2000;

/// The lines of a paragraph, as ranges of its atoms; `breaks` says what may happen behind each atom, and the last of
/// them is forced. No line is wider than `measure` unless one atom alone is.
pub(super) fn break_lines(atoms: &[Atom], breaks: &[Break], measure: Pt, align: Align) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let forced =
        breaks.iter().enumerate().filter(|(_, behind)| **behind == Break::Forced).map(|(at, _)| at + 1);
    for end in forced {
        let part = Part::new(atoms, breaks, start..end, f64::from(measure), align);
        part.lines(&mut lines);
        start = end;
    }
    lines
}

/// The atoms up to a forced break.
struct Part<'a> {
    breaks: &'a [Break],
    range: Range<usize>,
    measure: f64,
    align: Align,
    /// For each place between two atoms: width, and width of the spaces, of all before it.
    before: Vec<(f64, f64)>,
    /// The same without the spaces that stand directly before it.
    trimmed: Vec<(f64, f64)>,
}

/// The best way found to the place behind an atom.
#[derive(Clone, Copy)]
struct Way {
    place: usize,
    cost: f64,
    from: usize,
    /// Whether the line that ends here does with a hyphen.
    hyphen: bool,
}

impl<'a> Part<'a> {
    fn new(atoms: &[Atom], breaks: &'a [Break], range: Range<usize>, measure: f64, align: Align) -> Self {
        let atoms = atoms.get(range.clone()).unwrap_or_default();
        let mut before = Vec::with_capacity(atoms.len() + 1);
        let mut trimmed = Vec::with_capacity(atoms.len() + 1);
        let (mut sum, mut seen) = ((0.0, 0.0), (0.0, 0.0));
        before.push(sum);
        trimmed.push(seen);
        for atom in atoms {
            let width = f64::from(atom.width);
            sum.0 += width;
            if atom.is_space {
                sum.1 += width;
            } else {
                seen = sum;
            }
            before.push(sum);
            trimmed.push(seen);
        }
        Self { breaks, range, measure, align, before, trimmed }
    }

    fn lines(&self, into: &mut Vec<Range<usize>>) {
        let end = self.range.len();
        if self.width(0, end) <= self.measure {
            into.push(self.range.clone());
            return;
        }
        let mut ways = vec![Way { place: 0, cost: 0.0, from: 0, hyphen: false }];
        for place in 1..=end {
            let behind = self.breaks.get(self.range.start + place - 1).copied().unwrap_or(Break::No);
            let own = match behind {
                Break::No => continue,
                Break::Allowed(cost) => f64::from(cost),
                Break::Hyphen { .. } if self.align == Align::Justified => HYPHEN,
                Break::Hyphen { .. } => RAGGED_HYPHEN,
                Break::Emergency => EMERGENCY,
                Break::Forced => 0.0,
            };
            let (hyphen, sign) = match behind {
                Break::Hyphen { width } => (true, f64::from(width)),
                _ => (false, 0.0),
            };
            let mut best: Option<Way> = None;
            for (from, way) in ways.iter().enumerate().rev().take(WINDOW) {
                let Some(line) = self.cost(way.place, place, sign, behind == Break::Forced) else { break };
                let again = if hyphen && way.hyphen { AGAIN } else { 0.0 };
                let cost = way.cost + line + own + again;
                if best.is_none_or(|best| cost < best.cost) {
                    best = Some(Way { place, cost, from, hyphen });
                }
            }
            // Nothing fits: the last break begins a line that is too wide, but holds one atom only.
            let last = ways.len() - 1;
            let cost = ways.last().map_or(0.0, |way| way.cost) + EMERGENCY;
            let fallback = || Way { place, cost, from: last, hyphen };
            ways.push(best.unwrap_or_else(fallback));
        }
        let first = into.len();
        let mut at = ways.len() - 1;
        while at > 0 {
            let (Some(way), Some(from)) = (ways.get(at), ways.get(at).and_then(|way| ways.get(way.from)))
            else {
                break;
            };
            into.push(self.range.start + from.place..self.range.start + way.place);
            at = way.from;
        }
        if let Some(lines) = into.get_mut(first..) {
            lines.reverse();
        }
    }

    /// The width of a line, without the space that ends it.
    fn width(&self, from: usize, to: usize) -> f64 {
        self.part(from, to).0
    }

    fn part(&self, from: usize, to: usize) -> (f64, f64) {
        let before = self.before.get(from).copied().unwrap_or_default();
        let behind = self.trimmed.get(to).copied().unwrap_or_default();
        (behind.0 - before.0, behind.1 - before.1)
    }

    /// What the line costs, `sign` being the width of the hyphen that ends it; `None` where it is too wide.
    fn cost(&self, from: usize, to: usize, sign: f64, last: bool) -> Option<f64> {
        let (width, spaces) = self.part(from, to);
        let width = width + sign;
        let slack = self.measure - width;
        let fill = self.align == Align::Justified && !last;
        let shrink = if fill { spaces * SHRINK } else { 0.0 };
        if slack + shrink < -0.001 {
            return None;
        }
        let short = slack / self.measure;
        let ragged = short * short * 1e4;
        let badness = match (self.align, last) {
            (Align::Balanced, _) => ragged,
            (_, true) if width < RUNT_SHARE * self.measure => RUNT,
            (_, true) => 0.0,
            (Align::Left | Align::Right, false) => ragged,
            (Align::Justified, false) if slack < 0.0 => STRETCH * (slack / shrink).powi(2),
            // A line without a space cannot be filled at all: the last resort.
            (Align::Justified, false) => STRETCH * (2.0 * slack / spaces.max(0.5)).powi(3),
        };
        Some(LINE + badness)
    }
}
