//! The walk through a document: elements are opened and closed, text is gathered and put where it belongs.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, codes};
use crate::model::{BlockKind, Dialect, Id, Session, Span, Speech, Text};
use crate::read::Reading;
use crate::read::ids::Ids;
use crate::read::lines::lines;
use crate::read::pieces::Pieces;

use super::NAMESPACE;
use super::frame::{Frame, Place};
use super::front::Front;
use super::names::Kind;
use super::own::Plan;
use super::people::{People, restored};
use super::prose::Prose;
use super::run::{Run, Words};
use super::scan::{Malformed, Owner, Scan, Tag, Token};

/// A document on its way into a session.
pub(super) struct Debate<'src> {
    pub(super) source: &'src str,
    pub(super) scan: Scan<'src>,
    pub(super) pieces: Pieces<'src>,
    pub(super) session: Session<'src>,
    pub(super) people: People<'src>,
    pub(super) ids: Ids,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) run: Run,
    pub(super) frames: Vec<Frame<'src>>,
    /// For every part of the debate that is open, and for what is around all of them: its section, once it has one.
    pub(super) scopes: Vec<Option<usize>>,
    /// The speech that is open, and its section.
    pub(super) speech: Option<(usize, Speech<'src>)>,
    /// Whom the tag of that speech names, where the references do not know them.
    pub(super) unknown_speaker: Option<Cow<'src, str>>,
    /// Everyone whom a tag named in vain.
    pub(super) unknown_speakers: HashSet<String>,
    pub(super) front: Front<'src>,
    /// The notes of the editors, which stand before everything and belong behind it.
    notes: Vec<Text<'src>>,
    pub(super) prose: Prose,
    /// What a document of our own tells of its sections.
    pub(super) plan: Plan,
    /// Whether the document is one of our own.
    pub(super) ours: bool,
    /// Codes of the characters that U+FFFD stands for in the text being gathered.
    pub(super) controls: Option<String>,
    /// Where the last text ends in the source.
    pub(super) taken: usize,
    /// Whether the main document has begun.
    has_begun: bool,
    /// How many references to entities nobody knows there are, and where the first stands.
    unknown: (usize, Span),
}

impl<'src> Debate<'src> {
    pub(super) fn new(source: &'src str) -> Self {
        Self {
            source,
            scan: Scan::new(source, NAMESPACE),
            pieces: Pieces::new(source),
            session: Session::new(Dialect::AkomaNtoso),
            people: People::default(),
            ids: Ids::default(),
            findings: Vec::new(),
            run: Run::default(),
            frames: vec![Frame::outside()],
            scopes: vec![None],
            speech: None,
            unknown_speaker: None,
            unknown_speakers: HashSet::new(),
            front: Front::of(source),
            notes: Vec::new(),
            prose: Prose::default(),
            plan: Plan::default(),
            ours: false,
            controls: None,
            taken: 0,
            has_begun: false,
            unknown: (0, Span::default()),
        }
    }

    /// Reads all of it.
    pub(super) fn read(mut self) -> Reading<'src> {
        loop {
            match self.scan.next() {
                Ok(Token::Finish) => {
                    self.flush(self.source.len());
                    self.check_end();
                    break;
                }
                Ok(token) => self.take(token),
                Err(malformed) => {
                    self.give_up(&malformed);
                    break;
                }
            }
        }
        self.finish()
    }

    fn take(&mut self, token: Token<'src>) {
        let at = self.scan.at.clone();
        match token {
            Token::Start(tag) => {
                self.start(&tag);
                if tag.is_empty {
                    self.end();
                }
            }
            Token::End => self.end(),
            _ if self.top().place == Place::Nowhere => {}
            Token::Words => self.run.push(self.source, at),
            Token::Literal(text) => self.run.push(self.source, text),
            Token::Character(c) => self.run.push_char(self.source, c, self.ours),
            Token::Entity => {
                self.unknown.0 += 1;
                if self.unknown.0 == 1 {
                    self.unknown.1 = Span::new(at.start, at.end);
                }
                self.run.push(self.source, at);
            }
            Token::Furniture | Token::Finish => {}
        }
    }

    /// The innermost open element.
    pub(super) fn top(&self) -> Frame<'src> {
        self.frames.last().copied().unwrap_or_else(Frame::outside)
    }

    /// An element begins.
    fn start(&mut self, tag: &Tag<'src>) {
        let parent = self.top();
        if self.frames.len() == 1 {
            self.ours = self.scan.is_ours();
        }
        let kind = match tag.owner {
            Owner::Standard => Kind::of(tag.name),
            Owner::Plenary => Kind::Block,
            Owner::Foreign => Kind::Inline,
        };
        let mut frame =
            Frame { name: tag.name, start: self.scan.at.start, kind, is_filled: !tag.is_empty, ..parent };
        if parent.place == Place::Nowhere {
            self.frames.push(frame);
            return;
        }
        if kind == Kind::Remark && !remarks_stand_alone(&parent) {
            frame.kind = Kind::Inline;
        }
        if kind.is_inline() {
            self.start_inline(tag, frame.kind);
        } else {
            self.part_from_before(kind, &parent);
            frame.block = kind;
            frame.around = parent.block;
            match parent.place {
                _ if tag.owner == Owner::Plenary => frame.place = self.start_own(tag),
                Place::Meta => self.start_meta(tag, &mut frame),
                _ => self.start_block(tag, &mut frame),
            }
        }
        if self.ours && !matches!(frame.place, Place::Nowhere | Place::Meta) {
            self.controls = tag.own("controls").map(Into::into).or(self.controls.take());
        }
        self.frames.push(frame);
    }

    /// A block ends the text before it; a number goes on into what it numbers, and the cells of a row are one text.
    fn part_from_before(&mut self, kind: Kind, parent: &Frame<'src>) {
        let start = self.scan.at.start;
        if parent.in_row {
            match kind {
                Kind::Cell => self.run.push_divider(self.source),
                _ => self.run.push_blank(),
            }
        } else if !(self.run.is_number && matches!(kind, Kind::Heading | Kind::Numbered)) {
            self.flush(start);
        }
    }

    fn start_inline(&mut self, tag: &Tag<'src>, kind: Kind) {
        match kind {
            Kind::Blank => self.run.push_blank(),
            Kind::Remark => self.run.open_remark(self.source, self.scan.at.start),
            Kind::Title | Kind::Date | Kind::Time => self.start_fact(tag, kind),
            _ if tag.name == "event" => self.front.meet_event(tag, &self.people),
            _ if tag.name == "person" => self.name_speaker(tag),
            _ => {}
        }
    }

    /// An element outside the data about the document.
    fn start_block(&mut self, tag: &Tag<'src>, frame: &mut Frame<'src>) {
        if tag.name == "debate" {
            self.has_begun = true;
        }
        match frame.kind {
            Kind::Meta => frame.place = Place::Meta,
            Kind::Front if frame.place == Place::Outside => frame.place = Place::Front,
            // A document of prose that is no attachment has a preface of its own.
            Kind::Front if frame.level == 0 && !self.has_begun => frame.place = Place::Front,
            Kind::Closing if frame.place == Place::Outside => frame.place = Place::Closing,
            Kind::Document => {
                frame.place = Place::Prose;
                frame.level = 0;
                self.close_speech();
                self.prose.begin_document();
            }
            Kind::Container if frame.place == Place::Front && tag.raw("name") == Some("disclaimer") => {
                frame.place = Place::Disclaimer;
                self.plan.next_id = self.guid(tag);
            }
            Kind::Container if self.ours && tag.raw("name") == Some("repeatedTitle") => {
                frame.place = Place::RepeatedTitle;
            }
            Kind::Container if self.ours && tag.raw("name") == Some("unrecognised") => {
                frame.place = Place::Unplaced;
            }
            Kind::Container if frame.place == Place::Front => {}
            Kind::Section | Kind::Aside if self.ours && matches!(tag.name, "adjournment" | "scene") => {
                // A speech of the model: it ends as one.
                frame.kind = Kind::Speech;
                frame.place = Place::Speech;
                frame.text = BlockKind::Remark;
                self.start_remarks(tag, frame.scope);
            }
            Kind::Section => {
                frame.place = Place::Debate;
                let around = self.scopes.last().copied().flatten();
                self.scopes.push(around);
                frame.scope = self.scopes.len() - 1;
                self.start_section(tag, frame.scope);
            }
            Kind::Speech => {
                frame.place = Place::Speech;
                self.start_speech(tag, frame.scope);
            }
            Kind::From => self.name_speaker(tag),
            Kind::Hier | Kind::Container => {
                frame.level += 1;
                self.start_hier(tag, frame);
            }
            Kind::Item => frame.text = BlockKind::Item,
            Kind::Aside => frame.text = BlockKind::Remark,
            Kind::Row => frame.in_row = true,
            _ if tag.name == "debateBody" => {
                self.has_begun = true;
                frame.place = Place::Debate;
            }
            _ if self.ours => self.start_own_block(tag, frame),
            _ => {}
        }
    }

    /// The innermost open element ends.
    fn end(&mut self) {
        let Some(frame) = self.frames.last().copied() else { return };
        let end = self.scan.at.end;
        match frame.kind {
            _ if frame.place == Place::Nowhere => {}
            Kind::Remark if self.run.is_remark => self.flush(end),
            Kind::Remark => self.run.close_remark(),
            Kind::Title => self.end_title(),
            kind if kind.is_inline() => {}
            Kind::Num => {
                self.run.push_blank();
                self.run.is_number = !self.run.is_bare();
            }
            Kind::Row => self.flush(end),
            _ if frame.in_row => self.run.push_blank(),
            _ => self.flush(end),
        }
        match frame.kind {
            _ if matches!(frame.place, Place::Nowhere | Place::Meta) => {}
            Kind::Speech => self.close_speech(),
            Kind::Section => {
                self.close_speech();
                self.scopes.pop();
            }
            Kind::Hier | Kind::Container | Kind::Document => self.prose.end(self.frames.len()),
            _ => {}
        }
        if self.frames.len() > 1 {
            self.frames.pop();
        }
    }

    /// Puts the text gathered so far where it belongs; its piece of the source ends at `end`.
    pub(super) fn flush(&mut self, end: usize) {
        let frame = self.top();
        if let Some((before, at)) = self.run.take_before_remark() {
            let text = self.piece(Words::Made(before), at);
            self.put(&frame, frame.text, false, text);
        }
        let kind = if self.run.is_remark { BlockKind::Remark } else { frame.text };
        let is_number = self.run.is_number;
        match self.run.take() {
            Some(words) => {
                // The colon behind a label is none of the name.
                let is_label = frame.block == Kind::From && !self.ours;
                let words = if is_label { words.without_colon(self.source) } else { words };
                let text = self.piece(words, end);
                self.put(&frame, kind, is_number, text);
            }
            // A text of ours may be empty and yet be one.
            None if self.ours && frame.is_filled && self.holds_text(&frame) => {
                let text = self.pieces.span(end..end, end);
                self.taken = end;
                self.put(&frame, kind, false, text);
            }
            None => {}
        }
    }

    fn piece(&mut self, words: Words, end: usize) -> Text<'src> {
        let controls = self.controls.take();
        self.taken = end;
        match (words, controls) {
            (Words::Slice(content), None) => self.pieces.span(content, end),
            (Words::Slice(content), controls) => {
                let text = self.source.get(content).unwrap_or_default();
                self.pieces.decoded(end, restored(text.into(), controls.as_deref()).into_owned())
            }
            (Words::Made(text), None) => self.pieces.decoded(end, text),
            (Words::Made(text), controls) => {
                self.pieces.decoded(end, restored(text.into(), controls.as_deref()).into_owned())
            }
        }
    }

    /// Puts a text where it belongs.
    fn put(&mut self, frame: &Frame<'src>, kind: BlockKind, is_number: bool, text: Text<'src>) {
        match frame.place {
            Place::Nowhere => {}
            Place::Meta => self.session.labels.push(text),
            Place::Outside | Place::Unplaced => self.put_unplaced(text),
            Place::Front => self.put_front(frame, kind, text),
            Place::Disclaimer => self.put_disclaimer(text),
            Place::RepeatedTitle => self.put_repeated_title(text),
            Place::Closing => self.put_loose("conclusions", kind, text),
            Place::Notes => self.notes.push(text),
            Place::Field(field) => self.put_field(field, text),
            Place::Point => self.put_point(frame, text),
            Place::PointDetail(said) => self.put_point_detail(said, text),
            Place::Debate | Place::Speech => match frame.block {
                Kind::From if frame.place == Place::Speech => self.put_label(text),
                Kind::Heading if frame.around == Kind::Section => self.put_heading(frame.scope, text),
                Kind::Section if is_number => self.put_heading(frame.scope, text),
                Kind::Heading | Kind::Subheading | Kind::Num => {
                    self.put_spoken(frame, BlockKind::Subheading, text);
                }
                _ => self.put_spoken(frame, kind, text),
            },
            Place::Prose | Place::Profile => match frame.block {
                Kind::Heading if matches!(frame.around, Kind::Hier | Kind::Document | Kind::Container) => {
                    self.put_prose_heading(frame.level, self.frames.len().saturating_sub(1), text);
                }
                Kind::Hier if is_number => self.put_prose_heading(frame.level, self.frames.len(), text),
                Kind::Heading | Kind::Subheading => self.put_prose(BlockKind::Subheading, text),
                _ => self.put_prose(kind, text),
            },
        }
    }

    /// Keeps a text that has no place.
    fn put_unplaced(&mut self, text: Text<'src>) {
        if !self.ours {
            let finding = Diagnostic::of(&codes::AKN_UNPLACED, "text that belongs to no part of the debate");
            self.findings.push(finding.at(text.content_span()));
        }
        self.session.unrecognised.push(text);
    }

    /// The identifier of the model that an element of our own documents bears.
    pub(super) fn guid(&mut self, tag: &Tag<'src>) -> Option<Id> {
        let guid = if self.ours { tag.get("GUID") } else { None };
        guid.map(|guid| self.ids.claim(Id::new(guid)))
    }

    /// The document cannot be read further.
    fn give_up(&mut self, malformed: &Malformed) {
        let at = self.scan.at.start;
        self.flush(at);
        let markup = self.pieces.span(at..at, at);
        if !markup.raw().is_empty() {
            self.session.labels.push(markup);
        }
        let place = self.character(malformed.at);
        let message = format!("the XML cannot be read from here on: {}", malformed.what);
        let help = "what stands before it was read; the rest is kept as it is, as text without a place";
        self.findings.push(Diagnostic::of(&codes::AKN_MALFORMED, message).at(place).help(help));
        for line in lines(self.source.get(at..).unwrap_or_default()).0 {
            let start = at + line.at;
            let text = self.pieces.span(start..start + line.text.len(), at + line.end);
            self.session.unrecognised.push(text);
        }
    }

    /// Tells of a document that is cut off.
    fn check_end(&mut self) {
        let Some(open) = self.frames.get(1..).and_then(<[_]>::last) else { return };
        let message = format!("the document ends inside `<{}>`", open.name);
        let last = self.character(self.source.trim_end().len().saturating_sub(1));
        let finding = Diagnostic::of(&codes::AKN_MALFORMED, message).at(last);
        self.findings.push(finding.help("it may have been cut off; what there is of it was read"));
    }

    /// The place of the character that holds byte `at`.
    fn character(&self, at: usize) -> Span {
        let is_start = |at: &usize| self.source.is_char_boundary(*at);
        let start = (0..=at.min(self.source.len())).rev().find(is_start).unwrap_or_default();
        let behind = self.source.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span::new(start, start + behind)
    }

    fn finish(mut self) -> Reading<'src> {
        self.close_speech();
        // What stands behind the last text is markup: it says nothing.
        self.session.labels.extend(self.pieces.rest());
        for note in std::mem::take(&mut self.notes) {
            self.put_loose("notes", BlockKind::Remark, note);
        }
        self.finish_front();
        self.finish_own();
        if let (1.., at) = self.unknown {
            let message = match self.unknown.0 {
                1 => "the text refers to an entity that XML does not know".to_owned(),
                count => format!("the text refers {count} times to entities that XML does not know"),
            };
            self.findings.push(Diagnostic::of(&codes::AKN_UNKNOWN_ENTITY, message).at(at));
        }
        self.session.speakers = self.people.into_speakers();
        self.findings.sort_by_key(|finding| finding.span);
        Reading { session: self.session, diagnostics: self.findings, certainty: None }
    }
}

/// Whether a remark in `parent` is a text of its own where nothing goes on around it.
fn remarks_stand_alone(parent: &Frame<'_>) -> bool {
    matches!(parent.place, Place::Debate | Place::Speech | Place::Prose | Place::Profile)
        && !matches!(parent.block, Kind::Heading | Kind::Subheading | Kind::From | Kind::Num)
        && !parent.in_row
}
