//! What stands above the turns of a transcript and tells who takes part.

use std::collections::HashSet;

use crate::read::kinds::is_office;
use crate::read::label::named;
use crate::read::lines::Line;
use crate::read::shape::{Shape, ends_sentence, shape, without_affiliation};
use crate::read::speakers::key;

use super::turn::Turn;

/// The keys of the names on `lines`, beside the turns that they begin by their form: a list of participants, or who
/// is announced. Ends where somebody says something.
pub(super) fn listed<'a, 'src: 'a>(
    lines: impl Iterator<Item = (&'a Line<'src>, Option<&'a Turn<'src>>)>,
) -> HashSet<String> {
    let mut names = HashSet::new();
    for (line, turn) in lines.take(MOST_ABOVE) {
        let list = match turn {
            Some(turn) if is_list(turn.label) || introduces(turn) => turn.words,
            Some(turn) if ends_sentence(turn.words) => break,
            Some(_) => continue,
            None => line.text,
        };
        let list = list.trim_start_matches(['-', '–', '•', '*', ' ']);
        // `Present: Ann Lee (host), Bo Ek (keeper).`
        let list = list.strip_suffix(").").map_or(list, |_| list.trim_end_matches('.'));
        if list.len() > LONGEST_LIST {
            continue;
        }
        let whole = without_affiliation(list).into_iter();
        let entries = list.split([',', ';']).map(str::trim).chain(whole).filter(|entry| entry.contains(' '));
        names.extend(
            entries.filter(|entry| shape(named(entry).name) == Shape::Name).map(|name| key(named(name).name)),
        );
    }
    names
}

/// How many lines are searched for a list of participants.
const MOST_ABOVE: usize = 60;
/// The longest list on one line, in bytes.
const LONGEST_LIST: usize = 1000;

/// Whether a turn only tells who is who: `Moderator: Jane Doe, Harbour Board`.
pub(super) fn introduces(turn: &Turn<'_>) -> bool {
    let words = turn.words;
    let is_name = |part: &str| {
        let part = part.trim().trim_start_matches("and ");
        part.is_empty() || shape(named(part).name) == Shape::Name
    };
    turn.stamp.is_none()
        && !words.is_empty()
        && words.len() <= LONGEST_LIST
        && (is_list(turn.label) || is_office(turn.label))
        && (!ends_sentence(words) && words.split([',', ';']).all(is_name))
}

fn is_list(label: &str) -> bool {
    LISTS.iter().any(|list| list.eq_ignore_ascii_case(label))
}

/// What lists of people are called.
const LISTS: &[&str] = &[
    "attendees",
    "attending",
    "guests",
    "hosts",
    "in attendance",
    "moderators",
    "panel",
    "panelists",
    "panellists",
    "participants",
    "present",
    "speakers",
];
