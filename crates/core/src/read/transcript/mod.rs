//! Plain transcripts: `Name: text`, in the forms that people and programs write them.
//!
//! A transcript is: title, date, participants, disclaimers; then turns, each under the name of its speaker, with a time
//! or without. Paragraphs without a name go on with the speech. Otter, Zoom and Teams put name and time on a line of
//! their own; PDF files have page numbers and running heads between the lines.
//!
//! The [voices] decide what is a label; then the text is read line by line in one pass.

mod lists;
mod style;
mod tally;
mod terms;
mod times;
mod turn;
mod voices;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Diagnostic, codes};
use crate::model::{BlockKind, Dialect, Span};

use super::cart::behind_mark;
use super::disclaimers::is_disclaimer;
use super::floor::{Floor, paragraph};
use super::front_matter;
use super::furniture::{is_aside, is_credit, is_end, is_mark, is_page_number};
use super::grammar::date::date_line;
use super::lines::Line;
use super::masthead;
use super::record::Record;
use super::wrap::Wrap;
use super::{Certainty, Reading, is_code, is_markup};

use lists::introduces;
use style::Style;
use times::Times;
use turn::lone_stamp;
use voices::Voices;

/// Whether the lines may be a transcript. Never surely: other texts look like one.
pub(super) fn detect(source: &str, lines: &[Line<'_>]) -> Certainty {
    let lines = front_matter::below(lines);
    let lines = lines.get(..MOST_ASKED).unwrap_or(lines);
    // Two marks of a change of speaker make captions of it.
    let marked = lines.iter().filter(|line| behind_mark(line.text).is_some()).nth(1).is_some();
    let is_arrow =
        |line: &Line<'_>| memchr::memchr(b'>', line.text.as_bytes()).is_some() && line.text.contains("-->");
    if marked || is_markup(lines) || is_code(lines) || is_letter(lines) || lines.iter().any(is_arrow) {
        return Certainty::No;
    }
    let voices = Voices::of(&Wrap::of(source, lines), lines);
    let tally = voices.tally;
    let made = || lines.iter().any(|line| is_credit(line.text) || is_disclaimer(line.text));
    let alternates = tally.changes * 2 >= tally.turns.saturating_sub(1);
    // Nobody ends a sentence in a chat.
    let chats = tally.stamped && tally.turns >= 4 && tally.full == tally.turns;
    let speaks = tally.spoken * 2 >= tally.turns || chats;
    let above = tally.first * 2 <= lines.len() || tally.first <= MOST_ABOVE;
    let dated = || lines.iter().take(tally.first).any(|line| date_line(line.text).is_some());
    // First names alone may be terms that no table knows, and full names those of things.
    let said = if tally.stamped {
        let known = (tally.telling || tally.alone) && tally.speakers >= 2 && tally.returning >= 1;
        tally.in_order && tally.turns >= 2 && (known || made())
    } else {
        let dense = tally.turns * 12 >= lines.len() - tally.first.min(lines.len());
        let again = tally.returning >= 1 && tally.turns * 10 >= tally.speakers * 13;
        let close = tally.turns >= 6 && tally.turns * 10 >= lines.len() * 6 && tally.spoken == tally.turns;
        let people = || tally.returning >= 1 || tally.titled || tally.lively > 0 || dated() || made();
        let many = tally.turns >= 3 && tally.speakers >= 2 && dense && again;
        many && (tally.telling || close || tally.is_conversation() || made())
            || tally.is_clear(lines.len()) && people()
    };
    // Lists of changes and of results have names that come again as well, and nobody speaks in them.
    let talks = voices.style == Style::Colon || tally.stamped || tally.lively > 0;
    if said && alternates && speaks && above && talks { Certainty::Maybe } else { Certainty::No }
}

/// How many lines are looked at to find out: a transcript shows itself in them, and nothing else need be read twice.
const MOST_ASKED: usize = 2000;

/// How many lines may stand above the turns of a short transcript.
const MOST_ABOVE: usize = 6;

/// Whether the lines begin as an e-mail does.
fn is_letter(lines: &[Line<'_>]) -> bool {
    let top = lines.get(..lines.len().min(12)).unwrap_or(lines);
    let has = |name: &str| {
        top.iter()
            .any(|line| line.text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
    };
    has("From:") && (has("To:") || has("Subject:") || has("Sent:"))
}

/// Reads a transcript.
pub(super) fn read<'src>(source: &'src str, lines: &[Line<'src>]) -> Reading<'src> {
    let mut record = Record::new(source, Dialect::Transcript);
    let lines = front_matter::take(&mut record, lines);
    let wrap = Wrap::of(source, lines);
    let voices = Voices::of(&wrap, lines);
    let Some(first) = first_voice(&voices) else { return record.finish() };
    let (above, spoken) = lines.split_at(first);
    let heading = masthead::read(&mut record, &wrap, above);
    let times = times_of(&mut record, &voices, first);
    let heads = running_heads(lines);
    let begins = |rest: &[Line<'src>]| {
        rest.first()
            .is_none_or(|line| is_aside(line.text) || is_furniture(&heads, line.text) || is_end(line.text))
            || voices.voice(rest).is_some()
    };
    let mut floor = Floor::default();
    let mut at = 0;
    while let Some(line) = spoken.get(at) {
        let rest = spoken.get(at..).unwrap_or_default();
        let mut words = line.text;
        if let Some(voice) = voices.voice(rest) {
            let end = match rest.get(voice.lines - 1) {
                Some(last) if voice.turn.stands_alone() => last.end,
                _ => line.place(voice.turn.words).start,
            };
            let label = record.pieces.upto(line, voice.turn.label, end);
            let start = voice.turn.stamp.and_then(|stamp| times.moment(stamp));
            floor.open(&mut record, Cow::Borrowed(voice.turn.label), label, start);
            if voice.turn.stands_alone() {
                at += voice.lines;
                continue;
            }
            words = voice.turn.words;
        } else if let Some(count) = masthead::second_page(&mut record, &mut floor, &wrap, rest) {
            at += count;
            continue;
        } else if is_furniture(&heads, words) {
            record.label(line);
            at += 1;
            continue;
        } else if is_disclaimer(words) {
            at += masthead::disclaimer(&mut record, &wrap, rest);
            continue;
        } else if masthead::is_running_head(&mut record, line) {
            at += 1;
            continue;
        } else if let Some(name) = voices.doubtful(rest) {
            doubt(&mut record, line, name);
        }
        if is_aside(words) || is_end(words) || lone_stamp(words).is_some() {
            let text = record.pieces.part(line, words);
            floor.say(&mut record, BlockKind::Remark, text);
            at += 1;
            continue;
        }
        let Some((text, count)) = paragraph(&mut record, &wrap, rest, words, begins) else { break };
        floor.say(&mut record, BlockKind::Paragraph, text);
        at += count;
    }
    floor.close(&mut record, heading);
    record.finish()
}

/// The line of the first turn. Lines that tell who is who stand above it.
fn first_voice(voices: &Voices<'_>) -> Option<usize> {
    voices.turns().find(|(_, voice)| !introduces(&voice.turn)).map(|(at, _)| at)
}

/// What the times beside the names count; noted where it cannot be told.
fn times_of(record: &mut Record<'_>, voices: &Voices<'_>, first: usize) -> Times {
    if !voices.tally.stamped {
        return Times::Elapsed;
    }
    let stamps = voices.turns().filter(|(at, _)| *at >= first).filter_map(|(_, voice)| voice.turn.stamp);
    let times = Times::of(&stamps.collect::<Vec<_>>(), record.session.time.as_ref());
    if times == Times::Unclear {
        record.note(
            &codes::UNCLEAR_TIMES,
            "the times beside the names do not say what they count; no speech has a start",
        );
    }
    times
}

/// Lines that stand below page numbers more than once.
fn running_heads<'src>(lines: &[Line<'src>]) -> HashSet<&'src str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| is_page_number(line.text)) {
        let near = lines.get(at.saturating_sub(MOST_HEADS)..(at + 1 + MOST_HEADS).min(lines.len()));
        for line in near.unwrap_or_default().iter().filter(|line| line.text.len() <= LONGEST_HEAD) {
            *counts.entry(line.text).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 2).map(|(head, _)| head).collect()
}

/// The most lines of a running head.
const MOST_HEADS: usize = 3;
/// The longest line of a running head, in bytes.
const LONGEST_HEAD: usize = 120;

/// Whether a line is printed around the words: a page number, a running head, the address of a program.
fn is_furniture(heads: &HashSet<&str>, line: &str) -> bool {
    is_mark(line) || is_credit(line) || heads.contains(line)
}

/// Notes that `name` on a line may be a speaker's.
fn doubt<'src>(record: &mut Record<'src>, line: &Line<'src>, name: &'src str) {
    let place = line.place(name);
    let message = format!("`{name}` may be a speaker's label; it was kept as part of the speech");
    let finding = Diagnostic::of(&codes::UNVOUCHED_SPEAKER, message).at(Span::new(place.start, place.end));
    record.findings.push(
        finding.help("if it is a label, write it as the others, or name the speaker above the transcript"),
    );
}
