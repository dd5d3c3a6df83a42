//! Names of speakers in lists: who takes part, who agrees.

use std::ops::Range;

use crate::model::{DetailKind, Id, SpeakerKind, Text};
use crate::read::kinds::{is_office, kind};
use crate::read::lines::Line;
use crate::read::shape::{Shape, is_stopped, shape, without_affiliation};

use super::labels::{Label, item, label_of};
use super::names::Names;
use super::page::Page;
use super::voices::Voices;

/// The longest entry that is looked at for names, in bytes.
const LONGEST: usize = 400;
/// The longest name, in bytes.
const LONGEST_NAME: usize = 120;

/// The names on a line, one by one: `Ann Lee, Bo Lee`, `– Ann Lee`. Where the line is no list of names, all of it.
pub(super) fn split<'a>(voices: &Voices<'_>, line: &'a str) -> Vec<&'a str> {
    let entry = bare(item(line).unwrap_or(line));
    if entry.len() > LONGEST || voices.named(entry) == Some(entry) {
        return vec![entry];
    }
    let known = |name: &&str| voices.named(name).is_some();
    let names = apart(entry.strip_suffix('.').unwrap_or(entry));
    let several =
        names.len() > 1 && names.iter().all(|name| known(name) || is_clear(name) || is_office(name));
    if several || names.iter().all(known) { names } else { vec![entry] }
}

/// What stands between commas and `and`.
fn apart(entry: &str) -> Vec<&str> {
    entry.split([',', ';']).flat_map(|part| part.split(" and ")).map(str::trim).collect()
}

/// Whether a line holds nothing but names that the page knows.
pub(super) fn are_known(voices: &Voices<'_>, line: &str) -> bool {
    line.len() <= LONGEST && split(voices, line).iter().all(|name| voices.named(name).is_some())
}

/// The names in the lists of who makes a point or agrees with a claim: what stands below their labels.
pub(super) fn listed<'src>(names: &Names, lines: &[Line<'src>], under: Range<usize>) -> Vec<&'src str> {
    let mut listed = Vec::new();
    for label in under.clone() {
        if !matches!(names.label(label), Some(Label::Detail(kind)) if kind.names_speakers()) {
            continue;
        }
        let on_line = lines.get(label).and_then(|line| label_of(line.text)).map_or("", |(_, words)| words);
        if !on_line.is_empty() {
            listed.extend(names_in(on_line, true));
            continue;
        }
        for at in label + 1..under.end {
            // The line in front of the first label of a claim or a point is that, and no name.
            let begins = matches!(
                names.any_label(at + 1).filter(|_| at + 1 < under.end),
                Some(Label::Facts | Label::Detail(DetailKind::Explanation | DetailKind::Speakers))
            );
            let Some(line) = lines.get(at).filter(|_| !begins && names.any_label(at).is_none()) else {
                break;
            };
            // Behind the first one, a line that is no item may be anything that begins as names do.
            let found = names_in(line.text, at == label + 1 || item(line.text).is_some());
            if found.is_empty() {
                break;
            }
            listed.extend(found);
        }
    }
    listed
}

/// The names of an entry, one or several; where it need not be one, those that are clear.
fn names_in(entry: &str, is_entry: bool) -> Vec<&str> {
    let entry = bare(item(entry).unwrap_or(entry));
    let parts = apart(entry);
    if parts.len() > 1 && parts.iter().all(|name| is_clear(name)) {
        return parts;
    }
    let name = alone(entry);
    let counts = is_clear(name)
        || (is_entry && parts.len() == 1 && name.len() <= LONGEST_NAME && shape(name) == Shape::Name);
    if counts { vec![name] } else { Vec::new() }
}

/// A name without its affiliation and without a full stop behind it.
fn alone(entry: &str) -> &str {
    let name = without_affiliation(entry).unwrap_or(entry);
    match name.strip_suffix('.') {
        Some(start) if name.split_whitespace().last().is_some_and(is_stopped) => start,
        _ => name,
    }
}

/// Whether a line says who somebody is: a name, an office, or words for several people.
pub(super) fn is_someone(voices: &Voices<'_>, line: &str) -> bool {
    let name = alone(bare(item(line).unwrap_or(line)));
    are_known(voices, line)
        || split(voices, line).len() > 1
        || is_clear(name)
        || is_office(name)
        || (is_several(name) && shape(name) > Shape::Sentence)
}

/// Takes the names of a line; and who of them are speakers: those the page knows, and whoever is clearly a person
/// or has an office in the meeting.
pub(super) fn read<'src>(
    page: &mut Page<'src>,
    voices: &Voices<'_>,
    line: &Line<'src>,
    names: &[&'src str],
) -> (Vec<Text<'src>>, Vec<Id>) {
    // A name ends where the next one starts: the comma between them is behind it.
    let ends = names.iter().skip(1).map(|next| line.place(next).start).chain([line.end]);
    let texts = names.iter().zip(ends).map(|(name, end)| page.pieces.upto(line, name, end)).collect();
    let mut speakers = Vec::new();
    for name in names {
        let clear = || Some(alone(name)).filter(|name| is_clear(name) || is_office(name));
        if let Some(name) = voices.named(name).or_else(clear) {
            let speaker = page.meet(name);
            if !speakers.contains(&speaker) {
                speakers.push(speaker);
            }
        }
    }
    (texts, speakers)
}

/// A name without the marks of bold type.
pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix("**").and_then(|name| name.strip_suffix("**")).unwrap_or(name).trim()
}

/// Whether words can only be the name of a person: two words or more that begin as names do, and none of them for
/// several people.
pub(super) fn is_clear(name: &str) -> bool {
    name.len() <= LONGEST_NAME
        && name.contains(char::is_whitespace)
        && shape(name) == Shape::Name
        && kind(name) == SpeakerKind::Person
        && !is_several(name)
}

/// Whether one of a few words is for several people.
fn is_several(name: &str) -> bool {
    const SEVERAL: &[&str] = &[
        "&", "all", "and", "both", "multiple", "most", "none", "not", "other", "others", "several",
        "speakers", "various",
    ];
    name.len() <= LONGEST_NAME
        && name.split_whitespace().any(|word| SEVERAL.iter().any(|other| other.eq_ignore_ascii_case(word)))
}
