//! Captions of a meeting as text (CART: communication access realtime translation), as IGF and ITU publish them.
//!
//! A page is: title, date, disclaimer, perhaps the captioner's address; then what was said. `>>` marks a change of
//! speaker, and a name in capitals may follow: `>> JANE DOE: Good morning.` A paragraph without the mark goes on with
//! the speech. What happened stands in brackets: `(Applause)`.
//!
//! The [voices] decide what is a name; then the page is read line by line in one pass.

mod mark;
mod voices;

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, codes};
use crate::model::{BlockKind, Dialect, Span};

use super::disclaimers::is_disclaimer;
use super::floor::{Floor, paragraph};
use super::front_matter;
use super::furniture::{is_aside, is_credit, is_end, is_mark};
use super::grammar::date::date_line;
use super::grammar::stamp::stamp;
use super::grammar::whole;
use super::lines::Line;
use super::masthead;
use super::record::Record;
use super::shape::ends_sentence;
use super::wrap::Wrap;
use super::{Certainty, Map, Reading, is_code, is_markup};

pub(super) use mark::behind_mark;
use voices::{Voice, Voices};

/// Whether the lines are captions: by names behind `>>`, or by `>>` and the captioner's disclaimer. Others use the mark
/// too: e-mail for quotations, programs for prompts; and cues of WebVTT and SubRip hold captions as well.
pub(super) fn detect(_: &str, lines: &[Line<'_>]) -> Certainty {
    let lines = front_matter::below(lines);
    let lines = lines.get(..MOST_ASKED).unwrap_or(lines);
    let marked = lines.iter().filter_map(|line| behind_mark(line.text));
    let (mut named, mut bare, mut prompts) = (0_usize, 0_usize, 0_usize);
    // Labels come again and again; each is looked at once.
    let mut labels: Map<&str, bool> = Map::default();
    for behind in marked {
        let label = voices::cut(behind).map(|(label, _)| label);
        match label.map(|label| *labels.entry(label).or_insert_with(|| voices::is_name(label))) {
            Some(true) => named += 1,
            _ if behind.starts_with(['>', '<']) => prompts += 1,
            _ => bare += 1,
        }
    }
    if named + bare == 0
        || is_markup(lines)
        || is_code(lines)
        || lines.iter().any(|line| is_cue_time(line.text))
    {
        return Certainty::No;
    }
    let disclaimed = || lines.iter().any(|line| is_disclaimer(line.text) || is_credit(line.text));
    // Quotations of a quotation stand among quotations.
    let quotes =
        || lines.iter().filter(|line| line.text.starts_with('>') && behind_mark(line.text).is_none()).count();
    match () {
        () if named >= 2 && named > prompts && quotes() < named => Certainty::Sure,
        () if disclaimed() && prompts == 0 && quotes() == 0 => Certainty::Sure,
        () if (named > 0 || bare >= 3) && prompts == 0 && quotes() == 0 => Certainty::Maybe,
        () => Certainty::No,
    }
}

/// How many lines are looked at to find out: captions show themselves in them.
const MOST_ASKED: usize = 5000;

/// Whether a line holds the times of a cue: `00:00:01.000 --> 00:00:04.000`.
fn is_cue_time(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit()) && line.len() < 100 && line.contains("-->")
}

/// Reads a page.
pub(super) fn read<'src>(source: &'src str, lines: &[Line<'src>]) -> Reading<'src> {
    let mut record = Record::new(source, Dialect::Cart);
    let lines = front_matter::take(&mut record, lines);
    let wrap = Wrap::of(source, lines);
    let voices = Voices::of(lines);
    let Some(first) = first_voice(lines, &voices) else { return record.finish() };
    let (above, spoken) = lines.split_at(first);
    let heading = masthead::read(&mut record, &wrap, above);
    let mut floor = Floor::default();
    let mut at = 0;
    while let Some(line) = spoken.get(at) {
        let rest = spoken.get(at..).unwrap_or_default();
        let text = line.text;
        at += if let Some(voice) = voices.voice(rest) {
            speak(&mut record, &mut floor, &wrap, &voices, rest, &voice)
        } else if let Some(count) = masthead::second_page(&mut record, &mut floor, &wrap, rest) {
            count
        } else if is_mark(text) || is_credit(text) {
            record.label(line);
            1
        } else if is_disclaimer(text) {
            masthead::disclaimer(&mut record, &wrap, rest)
        } else if masthead::is_running_head(&mut record, line) {
            1
        } else if is_aside(text) || is_end(text) || is_time(text) {
            let text = record.pieces.line(line);
            floor.say(&mut record, BlockKind::Remark, text);
            1
        } else {
            if let Some(name) = voices.doubtful(text) {
                doubt(&mut record, line, name);
            }
            say(&mut record, &mut floor, &wrap, &voices, rest, text)
        };
    }
    floor.close(&mut record, heading);
    record.finish()
}

/// The line at which the speaking begins: the first voice, or what stands right above it and was said, or done.
fn first_voice<'src>(lines: &[Line<'src>], voices: &Voices<'src>) -> Option<usize> {
    let first =
        (0..lines.len()).find(|&at| lines.get(at..).is_some_and(|rest| voices.voice(rest).is_some()))?;
    let above = lines.get(..first)?;
    let spoken = |line: &&Line<'_>| {
        let text = line.text;
        let told = is_mark(text) || is_credit(text) || is_disclaimer(text) || date_line(text).is_some();
        !told && (is_aside(text) || is_speech(text))
    };
    // A title and a note on the meeting may look like speech: only below a disclaimer or a fence nothing else follows.
    let fenced = above.iter().rposition(|line| is_mark(line.text) || is_disclaimer(line.text));
    let least = fenced.map_or(first, |at| at + 1);
    let said = above.iter().rev().take_while(spoken).count();
    let asides = above.iter().rev().take_while(|line| is_aside(line.text)).count();
    Some((first - said).max(least).min(first - asides))
}

/// Whether a line looks like something said: a sentence, or several.
fn is_speech(line: &str) -> bool {
    ends_sentence(line) && !line.ends_with(':') && line.len() > 40
}

/// Whether a line is nothing but the time: `10:42`.
fn is_time(line: &str) -> bool {
    line.len() <= "10:42:00 a.m.".len()
        && line.starts_with(|c: char| c.is_ascii_digit())
        && whole(stamp, line).is_some()
}

/// Whether a line begins something that is no continuation of a paragraph.
fn begins<'src>(voices: &Voices<'src>, rest: &[Line<'src>]) -> bool {
    rest.first().is_none_or(|line| {
        let text = line.text;
        is_aside(text)
            || is_end(text)
            || is_time(text)
            || is_mark(text)
            || is_credit(text)
            || is_disclaimer(text)
    }) || voices.voice(rest).is_some()
}

/// Somebody begins to speak; gives how many lines have been read.
fn speak<'src>(
    record: &mut Record<'src>,
    floor: &mut Floor<'src>,
    wrap: &Wrap<'src>,
    voices: &Voices<'src>,
    lines: &[Line<'src>],
    voice: &Voice<'src>,
) -> usize {
    let Some(last) = lines.get(voice.lines - 1) else { return 1 };
    let words = voice.words;
    match &voice.label {
        None => {
            floor.change(record);
            if let Some(name) = voice.doubtful {
                doubt(record, last, name);
            }
        }
        Some(label) => {
            let end = if words.is_empty() { last.end } else { last.place(words).start };
            let text = match label {
                Cow::Borrowed(label) => record.pieces.upto(last, label, end),
                Cow::Owned(label) => record.pieces.decoded(end, label.clone()),
            };
            floor.open(record, label.clone(), text, None);
        }
    }
    let spoken = lines.get(voice.lines - 1..).unwrap_or_default();
    match words.is_empty() {
        true => voice.lines,
        false => voice.lines - 1 + say(record, floor, wrap, voices, spoken, words),
    }
}

/// Adds the paragraph that begins with `words` on the first line; gives how many lines it has.
fn say<'src>(
    record: &mut Record<'src>,
    floor: &mut Floor<'src>,
    wrap: &Wrap<'src>,
    voices: &Voices<'src>,
    lines: &[Line<'src>],
    words: &'src str,
) -> usize {
    let Some(line) = lines.first() else { return 1 };
    if let Some(name) = voices.inside(words) {
        let place = line.place(name);
        let message = format!("`{name}` may begin to speak inside this paragraph; it was kept as one");
        let finding = Diagnostic::of(&codes::LABEL_INSIDE, message).at(Span::new(place.start, place.end));
        record.findings.push(finding.help("begin a new line before each `>>`"));
    }
    if is_aside(words) {
        let text = record.pieces.part(line, words);
        floor.say(record, BlockKind::Remark, text);
        return 1;
    }
    let Some((text, count)) = paragraph(record, wrap, lines, words, |rest| begins(voices, rest)) else {
        return 1;
    };
    floor.say(record, BlockKind::Paragraph, text);
    count
}

/// Notes that `name` on a line may be a speaker's.
fn doubt<'src>(record: &mut Record<'src>, line: &Line<'src>, name: &'src str) {
    let place = line.place(name);
    let message = format!("`{name}` may be a speaker's label; it was kept as part of the speech");
    let finding = Diagnostic::of(&codes::UNVOUCHED_NAME, message).at(Span::new(place.start, place.end));
    record.findings.push(finding.help("if it is a label, write it as the others: `>> NAME: text`"));
}
