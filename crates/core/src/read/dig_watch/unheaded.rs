//! A transcript whose heading is lost: speeches that stand in the report or above it.
//!
//! They are known by labels of speakers whom something else vouches for. A report may head its parts so as well: but
//! only who speaks comes again.

use crate::model::SectionRole;
use crate::read::Map;
use crate::read::kinds::is_office;
use crate::read::lines::Line;
use crate::read::speakers::key;

use super::candidates::{Evidence, candidate, reduced};
use super::outline::{Kind, Outline};

/// Opens a transcript at its first label, where the page has none and holds one; the line of that label.
pub(super) fn open(lines: &[Line<'_>], outline: &mut Outline, evidence: &Evidence) -> Option<usize> {
    if outline.of_kind(Kind::Transcript).next().is_some() {
        return None;
    }
    let sections = [(None, outline.opening.clone(), false)].into_iter().chain(
        outline.stretches.iter().enumerate().filter_map(|(place, stretch)| match stretch.kind {
            Kind::Opening => Some((Some(place), stretch.lines.clone(), false)),
            Kind::Prose => Some((Some(place), stretch.lines.clone(), true)),
            _ => None,
        }),
    );
    let found = sections.filter_map(|(place, under, in_report)| {
        let start = first_label(lines.get(under.clone())?, evidence, in_report)? + under.start;
        Some((place, start))
    });
    let (place, start) = { found }.next()?;
    outline.split(place, start, SectionRole::Transcript, Kind::Transcript);
    Some(start)
}

/// The first label of a transcript among the lines of a section.
fn first_label(lines: &[Line<'_>], evidence: &Evidence, in_report: bool) -> Option<usize> {
    [false, true].into_iter().find_map(|inline| {
        let mut first = None;
        let mut times: Map<String, usize> = Map::default();
        let mut known = false;
        for (at, line) in lines.iter().enumerate() {
            let Some((name, words)) =
                candidate(line.text, inline).filter(|(_, words)| words.is_empty() != inline)
            else {
                continue;
            };
            let (own, whole) = (reduced(name).map(key), key(name));
            let is_known = evidence.knows(&whole) || own.is_some_and(|own| evidence.knows(&own));
            // A list of names has nothing below them.
            let speaks = !words.is_empty()
                || lines.get(at + 1).is_some_and(|next| candidate(next.text, inline).is_none());
            if speaks && (is_known || is_office(name)) {
                first.get_or_insert(at);
                known |= is_known;
                *times.entry(whole).or_default() += 1;
            }
        }
        let again = times.values().any(|&times| times > 1);
        first.filter(|_| times.len() > 1 && (again || (known && !in_report)))
    })
}
