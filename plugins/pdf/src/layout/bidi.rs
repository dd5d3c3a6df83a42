//! Text that runs from right to left: levels, and the order of what stands on a line (UAX #9).

use unicode_bidi::{BidiInfo, Direction, Level, get_base_direction_full};

/// How far something is embedded in text of the other direction; an odd level runs from right to left.
pub(super) type Depth = u8;

/// Which way a paragraph runs, and the level of each of its bytes.
pub(super) struct Levels {
    /// Whether the paragraph runs from right to left: its first letter does.
    pub(super) rtl: bool,
    /// Where each stretch of one level ends, and the level. None where all of it runs from left to right.
    runs: Vec<(usize, Depth)>,
}

impl Levels {
    pub(super) fn of(text: &str) -> Self {
        if !may_turn(text) {
            return Self { rtl: false, runs: Vec::new() };
        }
        let rtl = get_base_direction_full(text) == Direction::Rtl;
        let base = if rtl { Level::rtl() } else { Level::ltr() };
        let levels = BidiInfo::new(text, Some(base)).levels;
        let mut runs: Vec<(usize, Depth)> = Vec::new();
        for run in levels.chunk_by(|one, other| one == other) {
            let begin = runs.last().map_or(0, |(end, _)| *end);
            runs.extend(run.first().map(|level| (begin + run.len(), level.number())));
        }
        Self { rtl, runs }
    }

    /// The level at a byte, and where its stretch ends.
    pub(super) fn at(&self, at: usize) -> (Depth, usize) {
        let place = self.runs.partition_point(|(end, _)| *end <= at);
        self.runs.get(place).map_or((0, usize::MAX), |(end, level)| (*level, *end))
    }
}

/// Whether a text holds anything that runs from right to left, or says that something does.
fn may_turn(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|c| {
            matches!(c, '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
                | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}'
                | '\u{1E800}'..='\u{1EFFF}')
        })
}

/// Brings what stands on a line from the order in which it is read into that in which it is seen (UAX #9, L2).
pub(super) fn turn<T>(line: &mut [T], level: impl Fn(&T) -> Depth) {
    for depth in depths(line, &level).rev() {
        reverse_runs(line, depth, &level);
    }
}

/// The way back: into the order in which it is read.
pub(super) fn turn_back<T>(line: &mut [T], level: impl Fn(&T) -> Depth) {
    for depth in depths(line, &level) {
        reverse_runs(line, depth, &level);
    }
}

fn depths<T>(line: &[T], level: &impl Fn(&T) -> Depth) -> std::ops::RangeInclusive<Depth> {
    let lowest = line.iter().map(level).filter(|level| level % 2 == 1).min();
    let highest = line.iter().map(level).max().unwrap_or(0);
    lowest.unwrap_or(1)..=highest
}

fn reverse_runs<T>(line: &mut [T], depth: Depth, level: &impl Fn(&T) -> Depth) {
    for run in line.chunk_by_mut(|one, other| (level(one) >= depth) == (level(other) >= depth)) {
        if run.first().is_some_and(|first| level(first) >= depth) {
            run.reverse();
        }
    }
}
