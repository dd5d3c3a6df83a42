//! The order of speeches, as a strip for each speaker: who had the floor when.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use plenary_plugin_sdk::model::Moment;
use plenary_plugin_sdk::statistics::Turn;

use super::super::facts::{Facts, Origin, grouped, several};
use super::{Chart, ChartStyle, name, others, part, times};
use crate::layout::{Drawing, Fill, Place, Pt};

/// Strips there is room for.
const MOST: usize = 14;

/// Numbers of speeches that are told of one strip.
const TOLD: usize = 60;

/// What lies along the strips.
enum Scale {
    /// Words, from the first to the last.
    Words,
    /// Time since this many milliseconds, of a recording or a day.
    Time { from: u64, of_day: bool },
}

/// A speech on the scale.
#[derive(Clone, Copy)]
struct Stretch {
    start: u64,
    end: u64,
}

/// A strip: whose it is, and the numbers of the speeches on it.
struct Strip {
    name: String,
    speeches: Vec<usize>,
}

/// A strip for each who spoke; nothing where there are not two of them.
pub(super) fn chart(facts: &Facts<'_, '_>, style: &ChartStyle, width: Pt) -> Option<Chart> {
    let strips = strips(facts);
    if strips.len() < 2 {
        return None;
    }
    let (scale, stretches) = by_time(&facts.turns).unwrap_or_else(|| by_words(&facts.turns));
    let whole = stretches.iter().map(|stretch| stretch.end).max().unwrap_or(0);
    let left = style.names + style.gap();
    let room = width - left;
    let mut drawing = Drawing { height: times(strips.len() + 1, style.row), ..Drawing::default() };
    let marks = match scale {
        Scale::Words => numbers(&stretches, whole, room, style),
        Scale::Time { from, of_day } => clock(from, whole, of_day),
    };
    let foot = times(strips.len(), style.row);
    for (nth, strip) in strips.iter().enumerate() {
        let y = times(nth, style.row);
        drawing.labels.push(style.label(&*strip.name, style.text, (0.0, y, style.names), Place::Left));
        drawing.fills.push(style.bar(left, y, room, style.ground));
    }
    for (at, _) in &marks {
        let x = left + part(room, *at, whole) - 0.25;
        drawing.fills.push(Fill { x, y: 0.0, width: 0.5, height: foot + 2.0, colour: style.rule });
    }
    for (nth, strip) in strips.iter().enumerate() {
        let y = times(nth, style.row);
        let own = strip.speeches.iter().filter_map(|number| stretches.get(number - 1));
        let own = own.map(|stretch| (part(room, stretch.start, whole), part(room, stretch.end, whole)));
        for (from, to) in merged(own) {
            drawing.fills.push(style.bar(left + from, y, to - from, style.bar));
        }
    }
    for (at, mark) in marks {
        let x = left + part(room, at, whole);
        // The mark stands below its line, and inside the drawing.
        let wide = style.row * 3.0;
        let place = if x + wide / 2.0 > width { Place::Right } else { Place::Centre };
        let from = (x - wide / 2.0).min(width - wide);
        drawing.labels.push(style.label(mark, style.note, (from, foot, wide), place));
    }
    let (along, told_along) = match scale {
        Scale::Words => (
            "each as long as its words, counted by plenary; numbers of speeches below".to_owned(),
            "Where each lies on the strip is given by words, counted by plenary.",
        ),
        Scale::Time { of_day: false, .. } => {
            ("by the time of the recording that the source gives".to_owned(), "By the time of the recording.")
        }
        Scale::Time { of_day: true, .. } => {
            ("by the time of day that the source gives".to_owned(), "By the time of day.")
        }
    };
    let told = strips.iter().map(|strip| format!("{}: {}", strip.name, told(&strip.speeches)));
    let speeches = several(facts.turns.len(), "speech", "speeches");
    Some(Chart {
        title: "Order of speeches",
        note: format!("From left to right all {speeches}, {along}"),
        drawing,
        alternative: format!(
            "Timeline of {speeches}, {}, by their numbers in the transcript. {}. {told_along}",
            Origin::Counted.phrase(),
            told.collect::<Vec<_>>().join("; ")
        ),
    })
}

/// The strips, in the order their speakers are met. Where there are too many, those who say less are the last one, together.
fn strips(facts: &Facts<'_, '_>) -> Vec<Strip> {
    let mut strips: Vec<(Strip, usize)> = Vec::new();
    let mut places = HashMap::new();
    for turn in &facts.turns {
        let key = turn.speaker.map(|speaker| speaker.id.as_str());
        let place = *places.entry(key).or_insert_with(|| {
            strips.push((Strip { name: name(turn.speaker), speeches: Vec::new() }, 0));
            strips.len() - 1
        });
        if let Some((strip, words)) = strips.get_mut(place) {
            strip.speeches.push(turn.number);
            *words += turn.words;
        }
    }
    if strips.len() <= MOST {
        return strips.into_iter().map(|(strip, _)| strip).collect();
    }
    let mut by_words: Vec<_> =
        strips.iter().enumerate().map(|(place, (_, words))| (Reverse(*words), place)).collect();
    by_words.sort_unstable();
    let shown: HashSet<usize> = by_words.into_iter().take(MOST - 1).map(|(_, place)| place).collect();
    let (own, left): (Vec<_>, Vec<_>) =
        strips.into_iter().map(|(strip, _)| strip).enumerate().partition(|(place, _)| shown.contains(place));
    let (name, mut speeches) = (others(left.len()), Vec::new());
    speeches.extend(left.into_iter().flat_map(|(_, strip)| strip.speeches));
    speeches.sort_unstable();
    own.into_iter().map(|(_, strip)| strip).chain([Strip { name, speeches }]).collect()
}

fn by_words(turns: &[Turn<'_, '_>]) -> (Scale, Vec<Stretch>) {
    let mut start = 0;
    let stretches = turns.iter().map(|turn| {
        let end = start + turn.words as u64;
        Stretch { start: std::mem::replace(&mut start, end), end }
    });
    (Scale::Words, stretches.collect())
}

/// By time, where every speech tells when it starts, later than the one before, all in the same way. A speech that does not
/// tell when it ends goes on until the next one starts.
fn by_time(turns: &[Turn<'_, '_>]) -> Option<(Scale, Vec<Stretch>)> {
    let starts: Vec<_> = turns.iter().map(|turn| moment(turn.speech.start?)).collect::<Option<_>>()?;
    let &(of_day, first) = starts.first()?;
    let is_one_clock =
        starts.iter().all(|(kind, _)| *kind == of_day) && starts.is_sorted_by_key(|(_, at)| *at);
    let stretches = starts.iter().enumerate().map(|(at, &(_, start))| {
        let next = starts.get(at + 1).map(|(_, next)| *next);
        let end = turns.get(at).and_then(|turn| moment(turn.speech.end?)).map(|(_, end)| end);
        let end = end.filter(|end| *end >= start).or(next).unwrap_or(start);
        Stretch { start: start - first.min(start), end: end - first.min(end) }
    });
    let stretches: Vec<_> = stretches.collect();
    let lasts = stretches.iter().any(|stretch| stretch.end > 0);
    (is_one_clock && lasts).then_some((Scale::Time { from: first, of_day }, stretches))
}

/// Whether it is a time of day, and milliseconds since the recording or the year 0 began.
fn moment(moment: Moment) -> Option<(bool, u64)> {
    match moment {
        Moment::Elapsed { milliseconds } => Some((false, milliseconds)),
        Moment::Clock { at, .. } => {
            let since = at.duration_since(jiff::civil::DateTime::default());
            Some((true, u64::try_from(since.as_millis()).ok()?))
        }
    }
}

/// The stretches of a strip, those that touch as one, each wide enough to be seen.
fn merged(stretches: impl Iterator<Item = (Pt, Pt)>) -> Vec<(Pt, Pt)> {
    const LEAST: Pt = 0.75;
    const APART: Pt = 0.4;
    let mut merged: Vec<(Pt, Pt)> = Vec::new();
    for (from, to) in stretches {
        let to = to.max(from + LEAST);
        match merged.last_mut() {
            Some(last) if from < last.1 + APART => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The first, the last, and in between the round numbers of speeches that do not crowd each other.
fn numbers(stretches: &[Stretch], whole: u64, room: Pt, style: &ChartStyle) -> Vec<(u64, String)> {
    let round = (0..8).flat_map(|power| [1, 2, 5].map(|step| step * 10_usize.pow(power)));
    let step = { round }.find(|step| stretches.len() / step <= 12).unwrap_or(usize::MAX);
    let mut marks: Vec<(u64, String)> = Vec::new();
    let mut taken = Pt::MIN;
    for (number, stretch) in (1..).zip(stretches) {
        let text = grouped(number);
        let wide = times(text.len() + 1, style.note.size * 0.6);
        // The last one is moved in from the edge.
        let from = (part(room, stretch.start, whole) - wide / 2.0).min(room - wide);
        if (number == 1 || number % step == 0) && from >= taken {
            marks.push((stretch.start, text));
            taken = from + wide;
        }
    }
    marks
}

/// Times that are round, a few of them.
fn clock(from: u64, whole: u64, of_day: bool) -> Vec<(u64, String)> {
    const MINUTE: u64 = 60_000;
    const STEPS: [u64; 14] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 10_080, 40_320];
    let second = [1, 2, 5, 10, 15, 30].map(|seconds| seconds * 1000);
    let mut steps = second.into_iter().chain(STEPS.map(|minutes| minutes * MINUTE));
    let step = steps.find(|step| whole / step <= 8).unwrap_or(u64::MAX);
    let first = if of_day { from.next_multiple_of(step) } else { from };
    let marks = (0..10).map(|nth| first - from + nth * step).take_while(|at| *at <= whole);
    let written = |at: u64| {
        let seconds = (from + at) / 1000;
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        if of_day {
            format!("{:02}:{minutes:02}", hours % 24)
        } else {
            format!("{hours}:{minutes:02}:{:02}", seconds % 60)
        }
    };
    marks.map(|at| (at, written(at))).collect()
}

/// `speeches 1–3, 7 and 4 more`
fn told(numbers: &[usize]) -> String {
    let shown = numbers.get(..TOLD).unwrap_or(numbers);
    let runs = shown.chunk_by(|one, next| one + 1 == *next);
    let runs = runs.filter_map(|run| match run {
        [] => None,
        [one] => Some(one.to_string()),
        [first, .., last] => Some(format!("{first}–{last}")),
    });
    let more = match numbers.len() - shown.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let word = if numbers.len() == 1 { "speech" } else { "speeches" };
    format!("{word} {}{more}", runs.collect::<Vec<_>>().join(", "))
}
