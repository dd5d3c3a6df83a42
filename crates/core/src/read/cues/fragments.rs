//! The parts of a cue that are said by one voice each.
//!
//! WebVTT, section 4.2.2: `<v Ines Quarrie>` begins a voice span, which `</v>` ends, or else the cue. The name may hold
//! references to characters, and it may go on behind a line end.

use std::ops::Range;

use crate::read::lines::Line;

use super::blocks::Cue;
use super::markup::{Words, tag_name, words};

/// Who says the words behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Voice {
    /// The one who spoke before, whoever that is.
    Same,
    /// A voice with a name; the tag ends where the words begin.
    Named(Words),
    /// A voice without a name: `<v ->` marks that somebody else begins to speak.
    Nameless,
    /// No voice any more.
    Ended,
}

/// Words of one voice on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fragment {
    pub(super) voice: Voice,
    /// The line.
    pub(super) line: usize,
    /// Where the words stand, with the markup among them.
    pub(super) place: Range<usize>,
}

/// How far behind a `<v` its `>` is looked for, in bytes.
const LONGEST_VOICE: usize = 512;

/// Puts the fragments of a cue into `found`, whose contents are replaced.
pub(super) fn fragments(source: &str, lines: &[Line<'_>], cue: &Cue<'_>, found: &mut Vec<Fragment>) {
    found.clear();
    let last = cue.lines.end.checked_sub(1).and_then(|last| lines.get(last));
    let words_end = last.map_or(cue.start, |line| line.at + line.text.len());
    let mut at = cue.start;
    for line in cue.lines.clone() {
        let Some(end) = lines.get(line).map(|line| line.at + line.text.len()) else { break };
        let Some(start) = lines.get(line).map(|line| line.at.max(at)) else { break };
        if start > end {
            // A tag that began on the line above goes on over all of this one.
            continue;
        }
        at = start;
        let mut voice = Voice::Same;
        let mut from = start;
        while let Some(tag) = voice_tag(source, at..end, words_end) {
            if tag.place.start > from || voice != Voice::Same {
                found.push(Fragment { voice, line, place: from..tag.place.start });
            }
            voice = tag.voice;
            from = tag.place.end;
            at = from;
            if at >= end {
                break;
            }
        }
        if from <= end || voice != Voice::Same {
            found.push(Fragment { voice, line, place: from..end.max(from) });
        }
    }
}

/// A tag that changes the voice.
struct VoiceTag {
    voice: Voice,
    place: Range<usize>,
}

/// The first tag that begins within `range` and changes the voice; it ends before `most`.
fn voice_tag(source: &str, range: Range<usize>, most: usize) -> Option<VoiceTag> {
    let line = source.get(range.clone())?;
    for at in memchr::memchr_iter(b'<', line.as_bytes()) {
        let start = range.start + at;
        let is_voice = matches!(
            line.as_bytes().get(at + 1..)?,
            [b'v', ..] | [b'/', b'v', ..] | [b'V', ..] | [b'/', b'V', ..]
        );
        if !is_voice {
            continue;
        }
        let behind = source.as_bytes().get(start..most.min(start + LONGEST_VOICE)).unwrap_or_default();
        let Some(len) = memchr::memchr(b'>', behind) else { continue };
        let Some(tag) = source.get(start + 1..start + len) else { continue };
        if !tag_name(tag).eq_ignore_ascii_case("v") || tag.contains('<') {
            continue;
        }
        let place = start..start + len + 1;
        let voice = match tag.strip_prefix('/') {
            Some(_) => Voice::Ended,
            None => match tag.find(char::is_whitespace) {
                Some(behind) => {
                    let slash = usize::from(tag.ends_with('/'));
                    name(source, start + 1 + behind..start + len - slash)
                }
                None => Voice::Nameless,
            },
        };
        return Some(VoiceTag { voice, place });
    }
    None
}

/// The voice whose name stands at `range`.
fn name(source: &str, range: Range<usize>) -> Voice {
    let mut name = words(source, range);
    name.collapse(source);
    match name.as_str(source).contains(char::is_alphanumeric) {
        true => Voice::Named(name),
        false => Voice::Nameless,
    }
}
