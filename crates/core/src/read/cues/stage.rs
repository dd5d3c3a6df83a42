//! The second pass over a file of cues: who says what, and what is wrong.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::Code;
use crate::model::{BlockKind, Span, Text};
use crate::read::Reading;
use crate::read::lines::Line;
use crate::read::record::Record;
use crate::read::shape::is_remark;

use super::Format;
use super::blocks::Cue;
use super::fragments::{Fragment, Voice, fragments};
use super::labels::{Found, Label, arrows_within, behind_arrows, behind_dash};
use super::markup::{Words, words};
use super::speeches::{Speeches, Turn};
use super::survey::Survey;
use super::time::Times;

/// What has been read of a file of cues so far.
pub(super) struct Stage<'a, 'src> {
    record: Record<'src>,
    format: &'static Format,
    source: &'src str,
    lines: &'a [Line<'src>],
    survey: &'a Survey<'src>,
    speeches: Speeches<'src>,
    /// Whoever has begun to speak and has said nothing yet.
    turn: Option<Turn>,
    /// When the last cue with times began.
    started: u64,
    /// The parts of the cue.
    fragments: Vec<Fragment>,
    /// The words of the last lines, where captions roll.
    above: Vec<String>,
    /// Cues that say nothing of their speaker.
    unlabelled: Tally,
    /// Cues without words.
    empty: Tally,
}

/// How often something was found, and where first.
#[derive(Debug, Default)]
struct Tally {
    first: Option<Span>,
    times: usize,
}

impl Tally {
    fn count(&mut self, line: &Line<'_>) {
        self.first.get_or_insert(span(line));
        self.times += 1;
    }
}

fn span(line: &Line<'_>) -> Span {
    Span::new(line.at, line.at + line.text.len())
}

/// How far a cue without voice tags has been read.
struct State {
    /// Whether a dash marks that somebody else speaks.
    dashes: bool,
    /// Whether anything has been said.
    said: bool,
    /// Whether the one who speaks has been named.
    is_named: bool,
}

/// The most lines of a cue, where captions roll.
const MOST_ROLLING: usize = 4;

impl<'a, 'src> Stage<'a, 'src> {
    pub(super) fn new(
        record: Record<'src>,
        format: &'static Format,
        source: &'src str,
        lines: &'a [Line<'src>],
        survey: &'a Survey<'src>,
    ) -> Self {
        Self {
            record,
            format,
            source,
            lines,
            survey,
            speeches: Speeches::new(source),
            turn: None,
            started: 0,
            fragments: Vec::new(),
            above: Vec::new(),
            unlabelled: Tally::default(),
            empty: Tally::default(),
        }
    }

    /// Keeps the lines of a comment. The paragraph above it ends: its text is one stretch of the source.
    pub(super) fn comment(&mut self, range: Range<usize>) {
        self.speeches.close_paragraph(&mut self.record);
        for line in self.lines.get(range).unwrap_or_default() {
            self.record.label(line);
        }
    }

    /// Keeps a line that belongs to no cue.
    pub(super) fn stray(&mut self, at: usize) {
        let message = "this line belongs to no cue; nobody is taken to have said it";
        self.set_aside(at, self.format.text_outside_cues, message);
    }

    /// Keeps a line as it is.
    fn set_aside(&mut self, at: usize, code: &'static Code, message: &str) {
        self.speeches.close_paragraph(&mut self.record);
        if let Some(line) = self.lines.get(at) {
            self.record.find_on(code, message, line);
            let text = self.record.pieces.line(line);
            self.record.session.unrecognised.push(text);
        }
    }

    /// Reads a cue.
    pub(super) fn cue(&mut self, cue: &Cue<'src>) {
        let Some(head) = self.lines.get(cue.head) else { return };
        match cue.times {
            Some(times) => self.check(times, head),
            None => {
                let message =
                    "this line has an arrow, but no times that can be read; its cue was read without";
                self.set_aside(cue.head, self.format.broken_time, message);
            }
        }
        if cue.lines.start == cue.head && !cue.lines.is_empty() && cue.start < head.end {
            let message =
                "words stand behind the times, on their line; they were read as the first of the cue";
            let place = Span::new(cue.start, head.at + head.text.len());
            self.record.findings.push(Diagnostic::of(self.format.words_behind_time, message).at(place));
        }
        if cue.is_apart {
            let message = "an empty line stands between the times and the words; they were read as one cue";
            self.record.find_on(self.format.empty_line_in_cue, message, head);
        }
        self.speeches.cue(cue.times);
        let mut fragments_of_cue = std::mem::take(&mut self.fragments);
        fragments(self.source, self.lines, cue, &mut fragments_of_cue);
        let said = match self.survey.voices {
            true => self.voices(cue, &fragments_of_cue),
            false => self.labelled(&fragments_of_cue),
        };
        self.fragments = fragments_of_cue;
        if !said {
            self.empty.count(head);
        }
    }

    /// Looks at the times of a cue.
    fn check(&mut self, times: Times, head: &Line<'src>) {
        if times.end < times.start {
            let message = "this cue ends before it starts; it was taken to end when it starts";
            self.record.find_on(self.format.ends_before_start, message, head);
        }
        if times.start < self.started {
            let message = "this cue starts before the one above it; the order of the file was kept";
            self.record.find_on(self.format.runs_backwards, message, head);
        }
        self.started = times.start;
    }

    /// Reads the words of a cue in a file whose voices are tagged; whether there are any.
    fn voices(&mut self, cue: &Cue<'src>, fragments: &[Fragment]) -> bool {
        let mut said = false;
        let mut turn = Some(match cue.named {
            Some(name) => Turn::Voice(self.slice(name), cue.start),
            None => Turn::Nobody,
        });
        for (at, fragment) in fragments.iter().enumerate() {
            match &fragment.voice {
                Voice::Same => {}
                Voice::Named(name) => turn = Some(Turn::Voice(name.clone(), fragment.place.start)),
                Voice::Nameless => turn = Some(Turn::Another),
                Voice::Ended => turn = Some(Turn::Nobody),
            }
            let words = words(self.source, fragment.place.clone());
            if words.is_empty() {
                continue;
            }
            said = true;
            let kind = self.kind(&words);
            // Nobody says a remark.
            if !(kind == BlockKind::Remark && turn == Some(Turn::Nobody)) {
                if let (Some(Turn::Nobody), Some(line)) = (&turn, self.lines.get(fragment.line)) {
                    self.unlabelled.count(line);
                }
                if let Some(turn) = turn.take() {
                    self.speeches.turn(&mut self.record, turn);
                }
            }
            let end = self.end(fragments, at);
            self.speeches.say(&mut self.record, kind, words, end);
        }
        said
    }

    /// Reads the words of a cue in a file whose speakers are named by labels, or not at all; whether there are any.
    fn labelled(&mut self, fragments: &[Fragment]) -> bool {
        let rolled = self.rolled(fragments);
        let mut state = State { dashes: self.has_dashes(fragments), said: rolled > 0, is_named: false };
        for (at, fragment) in fragments.iter().enumerate().skip(rolled) {
            if fragment.voice == Voice::Nameless {
                self.turn = Some(Turn::Another);
            }
            let end = self.end(fragments, at);
            let starts = match self.survey.arrows {
                true => arrows_within(self.source, fragment.place.clone()),
                false => Vec::new(),
            };
            let mut start = fragment.place.start;
            for place in starts {
                self.stretch(start..place, place, fragment.line, &mut state);
                start = place;
            }
            self.stretch(start..fragment.place.end, end, fragment.line, &mut state);
        }
        if state.dashes && !state.is_named {
            // Which of the two goes on in the next cue, nobody can tell.
            self.turn = Some(Turn::Another);
        }
        state.said
    }

    /// Reads words that begin with a label, a mark or neither; what belongs to them ends at byte `end`.
    fn stretch(&mut self, range: Range<usize>, end: usize, line: usize, state: &mut State) {
        let arrows = behind_arrows(self.source, range.clone()).filter(|_| self.survey.arrows);
        // A single dash marks nothing but a label behind it.
        let is_label = |at: usize| {
            let found = self.survey.labels.find(self.source, at..range.end, !state.said, false);
            matches!(found, Some(Found::Label(_)))
        };
        let dash = || behind_dash(self.source, range.clone()).filter(|&at| state.dashes || is_label(at));
        let mark = arrows.or_else(dash);
        if mark.is_some() {
            self.turn = Some(Turn::Another);
            state.is_named = false;
        }
        let range = mark.unwrap_or(range.start)..range.end;
        let mut said = words(self.source, range.clone());
        let kind = self.kind(&said);
        let mut doubted = false;
        let found = match kind {
            BlockKind::Paragraph => {
                self.survey.labels.find(self.source, range.clone(), !state.said, arrows.is_some())
            }
            _ => None,
        };
        match found {
            Some(Found::Label(Label { name, end })) => {
                self.turn = None;
                self.speeches.turn(&mut self.record, Turn::Label(name, end));
                (state.is_named, state.said) = (true, true);
                said = words(self.source, end..range.end);
            }
            Some(Found::Doubt(name)) => {
                self.doubt(&name);
                doubted = true;
            }
            None => {}
        }
        if said.is_empty() {
            return;
        }
        // Nobody says a remark: whoever begins to speak does so behind it.
        if kind != BlockKind::Remark {
            let continues = !state.said && !doubted && self.speeches.is_named();
            if let Some(turn) = self.turn.take() {
                self.speeches.turn(&mut self.record, turn);
            } else if let Some(line) = self.lines.get(line).filter(|_| continues) {
                self.unlabelled.count(line);
            }
        }
        state.said = true;
        self.speeches.say(&mut self.record, kind, said, end);
    }

    /// Notes that `name` may be a label.
    fn doubt(&mut self, name: &Words) {
        let text = name.as_str(self.source);
        let message = format!("`{text}` may be a speaker's label; it was kept as part of the speech");
        let finding = Diagnostic::of(self.format.ambiguous_label, message);
        self.record.findings.push(finding.at(name.span()));
    }

    /// How many fragments at the start of a cue repeat, line by line, what the cue above ended with.
    fn rolled(&mut self, fragments: &[Fragment]) -> usize {
        if !self.survey.rolling {
            return 0;
        }
        let text =
            |fragment: &Fragment| words(self.source, fragment.place.clone()).as_str(self.source).to_owned();
        let lines: Vec<String> = fragments.iter().map(text).collect();
        let most = lines.len().min(self.above.len()).min(MOST_ROLLING);
        let repeats = |count: &usize| lines.get(..*count) == self.above.get(self.above.len() - count..);
        let rolled = (1..=most).rev().find(repeats).unwrap_or(0);
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.above = lines;
        }
        rolled
    }

    /// Whether two lines of a cue begin with a dash: two people speak.
    fn has_dashes(&self, fragments: &[Fragment]) -> bool {
        let has_dash = |fragment: &&Fragment| behind_dash(self.source, fragment.place.clone()).is_some();
        fragments.len() > 1 && fragments.iter().filter(has_dash).nth(1).is_some()
    }

    /// What words are: speech, or what happened.
    fn kind(&self, words: &Words) -> BlockKind {
        let text = words.as_str(self.source);
        match is_remark(text) || text.starts_with(['♪', '♫']) {
            true => BlockKind::Remark,
            false => BlockKind::Paragraph,
        }
    }

    /// Where what belongs to the fragment at `at` ends: before the next one on its line, else with the line.
    fn end(&self, fragments: &[Fragment], at: usize) -> usize {
        let Some(fragment) = fragments.get(at) else { return 0 };
        let on_line = fragments.iter().skip(at).take_while(|other| other.line == fragment.line);
        let closes = |other: &Fragment| {
            other.voice == Voice::Ended && words(self.source, other.place.clone()).is_empty()
        };
        let (mut end, mut last) = (fragment.place.end, true);
        for other in on_line.skip(1) {
            last = closes(other);
            if !last {
                break;
            }
            end = other.place.end;
        }
        match self.lines.get(fragment.line).filter(|_| last) {
            Some(line) => line.end.max(end),
            None => end,
        }
    }

    /// A slice of the source as words.
    fn slice(&self, text: &'src str) -> Words {
        let start = (text.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        words(self.source, start..start + text.len())
    }

    /// The session and what was found.
    pub(super) fn finish(mut self) -> Reading<'src> {
        self.find_counted();
        let spoken = !self.speeches.is_empty();
        self.speeches.close(&mut self.record);
        if spoken && self.record.speakers.is_empty() {
            self.record
                .note(self.format.no_speakers, "no cue says who speaks: the speeches have no speakers");
        }
        // Times and identifiers of cues without words.
        if let Some(rest) = self.record.pieces.rest() {
            let start = rest.span().start;
            let raw = self.source.get(start..).unwrap_or_default();
            let content = raw.len() - raw.trim_start().len()..raw.trim_end().len();
            self.record.session.labels.push(Text::borrowed(raw, start, content));
        }
        self.record.finish()
    }

    /// Notes what was counted: each of it once, where it was first found.
    fn find_counted(&mut self) {
        let Self { format, survey, unlabelled, empty, speeches, .. } = self;
        let cues = |times: usize| {
            if times == 1 { "this cue".to_owned() } else { format!("this cue and {} more", times - 1) }
        };
        let says = |times: usize, one: &str, many: &str| {
            format!("{} {}", cues(times), if times == 1 { one } else { many })
        };
        let mut find = |code: &'static Code, place: Option<Span>, message: String| {
            let finding = Diagnostic::of(code, message);
            self.record.findings.push(match place {
                Some(place) => finding.at(place),
                None => finding,
            });
        };
        if unlabelled.times > 0 && survey.voices {
            let message = says(
                unlabelled.times,
                "names no voice: its words have no speaker",
                "name no voice: their words have no speaker",
            );
            find(format.voiceless_cue, unlabelled.first, message);
        } else if unlabelled.times > 0 && speeches.renamed > unlabelled.times {
            // Where labels stand at changes of speaker alone, a cue without one is as it should be.
            let message = says(
                unlabelled.times,
                "has no label, as the others do: its words were given",
                "have no label, as the others do: their words were given",
            ) + " to the speaker above";
            find(format.unlabelled_cue, unlabelled.first, message);
        }
        if empty.times > 0 {
            find(format.empty_cue, empty.first, says(empty.times, "has no words", "have no words"));
        }
        if survey.rolling {
            find(
                format.rolling_captions,
                None,
                "the captions repeat each line as they roll; it was read once".to_owned(),
            );
        }
    }
}
