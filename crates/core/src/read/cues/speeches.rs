//! The speeches as cue after cue is said.

use std::borrow::Cow;

use crate::model::{BlockKind, Id, Moment};
use crate::read::floor::Floor;
use crate::read::record::Record;

use super::markup::Words;
use super::paragraphs::begins_paragraph;
use super::time::Times;

/// Somebody begins to speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turn {
    /// Somebody whom the source does not name, maybe the one who spoke before.
    Nobody,
    /// Somebody else, whom the source does not name.
    Another,
    /// The speaker in a voice tag; the words begin at the byte behind it.
    Voice(Words, usize),
    /// The speaker of a label in the words, which may say as well where the speaker comes from.
    Label(Words, usize),
}

/// The speeches so far, and the paragraph that may go on.
#[derive(Debug)]
pub(super) struct Speeches<'src> {
    source: &'src str,
    floor: Floor<'src>,
    began: bool,
    open: Option<Paragraph>,
    /// The name that opened the speech, as written there, and whose it is.
    speaker: Option<(Cow<'src, str>, Id)>,
    times: Option<Times>,
    /// Whether nothing has been said in this cue.
    is_fresh: bool,
    /// When the last words ended.
    said: u64,
    /// When the speech ends, so far.
    until: u64,
    /// How often a speaker was named who had the floor already.
    pub(super) renamed: usize,
}

/// A paragraph that may go on.
#[derive(Debug)]
struct Paragraph {
    words: Words,
    /// Where its part of the source ends.
    end: usize,
}

impl<'src> Speeches<'src> {
    pub(super) fn new(source: &'src str) -> Self {
        Self {
            source,
            floor: Floor::default(),
            began: false,
            open: None,
            speaker: None,
            times: None,
            is_fresh: true,
            said: 0,
            until: 0,
            renamed: 0,
        }
    }

    /// A cue begins.
    pub(super) fn cue(&mut self, times: Option<Times>) {
        self.times = times;
        self.is_fresh = true;
    }

    /// Whether somebody with a name has the floor.
    pub(super) fn is_named(&self) -> bool {
        self.speaker.is_some()
    }

    /// Whether nobody has spoken yet.
    pub(super) fn is_empty(&self) -> bool {
        !self.began
    }

    /// Somebody begins to speak; nothing changes where it is the one who speaks already.
    pub(super) fn turn(&mut self, record: &mut Record<'src>, turn: Turn) {
        let (name, end, is_label) = match turn {
            Turn::Nobody if self.speaker.is_none() && !self.is_empty() => return,
            Turn::Nobody | Turn::Another => {
                self.begin(record);
                self.speaker = None;
                return;
            }
            Turn::Voice(name, end) => (name, end, false),
            Turn::Label(name, end) => (name, end, true),
        };
        let written = name.to_cow(self.source);
        if self.speaker.as_ref().is_some_and(|(same, _)| *same == written) {
            self.renamed += 1;
            return;
        }
        let id = if is_label { record.hear(written.clone()) } else { record.meet(written.clone()) };
        if self.speaker.as_ref().is_some_and(|(_, same)| *same == id) {
            self.renamed += 1;
            return;
        }
        self.begin(record);
        let label = name.piece(&mut record.pieces, end);
        if let Some(speech) = self.floor.last() {
            speech.speaker = Some(id.clone());
            speech.label = Some(label);
        }
        self.speaker = Some((written, id));
    }

    /// Words are said; what belongs to them ends at byte `end` of the source.
    pub(super) fn say(&mut self, record: &mut Record<'src>, kind: BlockKind, words: Words, end: usize) {
        let pause = self.times.map_or(0, |times| times.start.saturating_sub(self.said));
        let parts = |open: &Paragraph| begins_paragraph(self.source, &open.words, pause);
        if kind != BlockKind::Paragraph || (self.is_fresh && self.open.as_ref().is_some_and(parts)) {
            self.close_paragraph(record);
        }
        if !self.began {
            self.begin(record);
        }
        self.is_fresh = false;
        if let Some(Times { start, end }) = self.times {
            self.said = end.max(start);
            self.until = self.until.max(self.said);
            if let Some(speech) = self.floor.last() {
                speech.start.get_or_insert(Moment::Elapsed { milliseconds: start });
                speech.end = Some(Moment::Elapsed { milliseconds: self.until });
            }
        }
        match &mut self.open {
            _ if kind != BlockKind::Paragraph => {
                let text = words.piece(&mut record.pieces, end);
                self.floor.say(record, kind, text);
            }
            Some(open) => {
                open.words.join(self.source, &words);
                open.end = end;
            }
            None => self.open = Some(Paragraph { words, end }),
        }
    }

    /// Ends the paragraph: something stands behind it that is no part of it.
    pub(super) fn close_paragraph(&mut self, record: &mut Record<'src>) {
        if let Some(Paragraph { words, end }) = self.open.take() {
            let text = words.piece(&mut record.pieces, end);
            self.floor.say(record, BlockKind::Paragraph, text);
        }
    }

    /// Puts the speeches into the session.
    pub(super) fn close(mut self, record: &mut Record<'src>) {
        self.close_paragraph(record);
        self.floor.close(record, None);
    }

    /// A speech begins.
    fn begin(&mut self, record: &mut Record<'src>) {
        self.close_paragraph(record);
        self.until = 0;
        self.began = true;
        self.floor.change(record);
    }
}
