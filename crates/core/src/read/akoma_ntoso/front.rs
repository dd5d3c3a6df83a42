//! What stands before the debate: title, day and hours, disclaimers; and the data about the document.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::{Date, DateTime};
use memchr::memmem;

use crate::model::{
    Block, BlockKind, Content, Disclaimer, Event, Extra, Id, MeetingTime, Moment, Part, Section, SectionRole,
    Text, Title,
};
use crate::read::grammar::date::{DateLine, date_line};

use super::debate::Debate;
use super::frame::{Frame, Place};
use super::names::Kind;
use super::people::People;
use super::scan::Tag;

/// What the preface tells, as it is met.
#[derive(Debug, Default)]
pub(super) struct Front<'src> {
    /// Whether the document says its title and its day in words; else the data about it have to do.
    has_title: bool,
    has_date: bool,
    /// Where the title begins in the text being gathered.
    title_at: Option<usize>,
    /// Where the name stands in that text, in characters, once the title has ended; and what the model calls it, where
    /// that is something else.
    name: Option<Range<usize>>,
    own_name: Option<Cow<'src, str>>,
    event: Option<Event<'src>>,
    /// Whether the text being gathered tells a day, and which.
    date: Option<Option<Date>>,
    zone: Option<Cow<'src, str>>,
    start: Option<DateTime>,
    end: Option<DateTime>,
    /// The zone of the hours.
    offset: Option<Cow<'src, str>>,
    /// Whether the data about the debate have been met.
    has_work: bool,
}

impl<'src> Front<'src> {
    /// For a document whose text is `source`.
    pub(super) fn of(source: &str) -> Self {
        let has = |name: &str| memmem::find(source.as_bytes(), name.as_bytes()).is_some();
        Self { has_title: has("docTitle"), has_date: has("docDate"), ..Self::default() }
    }

    /// An event in the title.
    pub(super) fn meet_event(&mut self, tag: &Tag<'src>, people: &People<'src>) {
        if let Some(event) = tag.reference("refersTo").and_then(|label| people.event(&label)) {
            self.event.get_or_insert(event);
        }
    }
}

impl<'src> Debate<'src> {
    /// An element that tells the title, the day or an hour begins.
    pub(super) fn start_fact(&mut self, tag: &Tag<'src>, kind: Kind) {
        let place = self.top().place;
        let start = self.scan.at.start;
        match kind {
            Kind::Title if place == Place::Front => {
                if self.front.date.is_some() {
                    self.flush(start);
                }
                self.front.title_at = Some(self.run.mark(self.source));
                self.front.own_name = tag.own("name");
            }
            Kind::Date if place == Place::Front && self.session.time.is_none() => {
                if self.front.name.is_some() {
                    self.flush(start);
                }
                self.front.date = Some(tag.get("date").as_deref().and_then(day));
                self.front.zone = tag.own("zone");
            }
            Kind::Time => self.meet_time(tag),
            _ => {}
        }
    }

    /// The title ends.
    pub(super) fn end_title(&mut self) {
        if let Some(at) = self.front.title_at.take() {
            let count = |from: usize| self.run.since(self.source, from).chars().count();
            let (all, name) = (count(0), count(at));
            self.front.name = Some(all - name..all).filter(|name| self.ours || !name.is_empty());
        }
    }

    /// An hour: of the meeting, where it says so or stands before all speeches; of a speech in its label.
    fn meet_time(&mut self, tag: &Tag<'src>) {
        let Some(time) = tag.get("time") else { return };
        let top = self.top();
        if top.block == Kind::From {
            self.time_speech(time.parse().ok());
            return;
        }
        if self.ours && top.place != Place::Front {
            // An hour that is told in the debate is no part of the date line.
            return;
        }
        let Ok(Moment::Clock { at, .. }) = time.parse() else { return };
        let offset =
            time.get(10..).and_then(|clock| Some(clock.get(clock.find(['+', '-', 'Z'])?..)?.to_owned()));
        match tag.raw("type") {
            Some("startEvent") if self.front.start.is_none() => self.front.start = Some(at),
            Some("endEvent") => self.front.end = Some(at),
            None if self.front.start.is_none() && self.plan.speeches == 0 => self.front.start = Some(at),
            _ => return,
        }
        if self.front.offset.is_none() {
            self.front.offset = offset.map(|offset| match &*offset {
                "Z" => Cow::Borrowed("UTC"),
                _ => Cow::Owned(offset),
            });
        }
    }

    /// An element of the data about a document.
    pub(super) fn start_meta(&mut self, tag: &Tag<'src>, frame: &mut Frame<'src>) {
        match tag.name {
            "note" => frame.place = Place::Notes,
            name if name.starts_with("TLC") => {
                let guid = if self.ours { tag.get("GUID").map(|guid| Id::new(&*guid)) } else { None };
                self.people.enter(tag, guid, &mut self.ids);
            }
            "FRBRExpression" => self.front.has_work = true,
            "FRBRalias" if !self.front.has_title => self.title_from_data(tag),
            "FRBRdate" if !self.front.has_date => self.date_from_data(tag),
            _ => {}
        }
    }

    /// The title by the data about the debate.
    fn title_from_data(&mut self, tag: &Tag<'src>) {
        if self.ours || self.front.has_work || self.session.title.is_some() {
            return;
        }
        let Some(line) = self.value(tag, "value") else { return };
        let name = Cow::Owned(line.as_str().to_owned());
        self.session.title =
            Some(Title { line, name, event: None, repeated: Vec::new(), extra: Extra::default() });
    }

    /// The day by the data about the debate. The first day of the first year stands for none.
    fn date_from_data(&mut self, tag: &Tag<'src>) {
        if self.ours || self.front.has_work || self.session.time.is_some() {
            return;
        }
        let date = tag.get("date").as_deref().and_then(day).filter(|date| *date > jiff::civil::date(1, 1, 1));
        let Some(date) = date else { return };
        let Some(line) = self.value(tag, "date") else { return };
        self.session.time = Some(meeting(line, date));
    }

    /// The value of an attribute as a text, and with it the source up to the end of the tag.
    fn value(&mut self, tag: &Tag<'src>, name: &str) -> Option<Text<'src>> {
        let raw = tag.raw(name).map(str::trim).filter(|raw| !raw.is_empty())?;
        let value = tag.get(name)?;
        let end = self.scan.at.end;
        if value.trim() == raw {
            let start = (raw.as_ptr() as usize).checked_sub(self.source.as_ptr() as usize)?;
            return Some(self.pieces.span(start..start + raw.len(), end));
        }
        Some(self.pieces.decoded(end, value.trim().to_owned()))
    }

    /// Whether the text being gathered tells the title or the day.
    pub(super) fn tells(&self) -> bool {
        self.front.name.is_some() || self.front.date.is_some()
    }

    /// A text of the preface.
    pub(super) fn put_front(&mut self, frame: &Frame<'src>, kind: BlockKind, text: Text<'src>) {
        let name = self.front.name.take();
        let date = self.front.date.take();
        if let Some(name) = name
            && self.session.title.is_none()
        {
            let written = || text.as_str().chars().skip(name.start).take(name.len()).collect();
            let name = self.front.own_name.take().unwrap_or_else(|| Cow::Owned(written()));
            let event = self.front.event.take();
            self.session.title =
                Some(Title { line: text, name, event, repeated: Vec::new(), extra: Extra::default() });
            return;
        }
        if let Some(date) = date
            && self.session.time.is_none()
        {
            let written = || match date_line(text.as_str()) {
                Some(DateLine::When(when)) => Some(when.date),
                _ => None,
            };
            if let Some(date) = date.or_else(written) {
                let zone = self.front.zone.take();
                self.session.time = Some(MeetingTime { zone, ..meeting(text, date) });
                return;
            }
        }
        let kind = if frame.block == Kind::Heading { BlockKind::Subheading } else { kind };
        self.put_loose("preface", kind, text);
    }

    /// A disclaimer.
    pub(super) fn put_disclaimer(&mut self, text: Text<'src>) {
        let number = self.session.disclaimers.len() + 1;
        let given = self.plan.next_id.take();
        let id = given.unwrap_or_else(|| self.ids.claim(Id::numbered("disclaimer", number)));
        self.session.disclaimers.push(Disclaimer { id, text });
    }

    /// The title once more.
    pub(super) fn put_repeated_title(&mut self, text: Text<'src>) {
        match &mut self.session.title {
            Some(title) => title.repeated.push(text),
            None => self.session.unrecognised.push(text),
        }
    }

    /// A text that is in no part of the debate, in a section of its own that is called by no heading.
    pub(super) fn put_loose(&mut self, name: &'static str, kind: BlockKind, text: Text<'src>) {
        self.close_speech();
        let wanted = Id::new(format!("section-{name}"));
        let is_last = self.prose.loose == Some(name) && !self.session.sections.is_empty();
        let place = match is_last {
            true => self.session.sections.len() - 1,
            false => {
                let id = self.ids.claim(wanted);
                self.add_section(id, SectionRole::Other, None, Content::Parts(Vec::new()))
            }
        };
        self.prose.loose = Some(name);
        let part = self.new_part_id();
        if let Some(Section { content: Content::Parts(parts), .. }) = self.session.sections.get_mut(place) {
            if parts.is_empty() {
                let id = self.ids.claim(Id::new(part));
                self.prose.parts += 1;
                parts.push(Part {
                    id,
                    heading: None,
                    speaker: None,
                    blocks: Vec::new(),
                    extra: Extra::default(),
                });
            }
            if let Some(part) = parts.last_mut() {
                part.blocks.push(Block { kind, text });
            }
        }
    }

    /// What the preface told, once all of the document is known: the hours may stand behind the day.
    pub(super) fn finish_front(&mut self) {
        let Front { start, end, offset, .. } = &mut self.front;
        let Some(time) = &mut self.session.time else { return };
        time.start = time.start.or(start.map(|start| start.time()));
        // A meeting ends after it begins; what says otherwise is a slip of the pen.
        let is_after = |end: &DateTime| start.is_none_or(|start| start <= *end);
        time.end = time.end.or(end.filter(is_after).map(|end| end.time()));
        if !self.ours && (time.start.is_some() || time.end.is_some()) {
            time.zone = time.zone.take().or(offset.take());
        }
    }
}

fn meeting(line: Text<'_>, date: Date) -> MeetingTime<'_> {
    MeetingTime { line, date, start: None, end: None, zone: None, extra: Extra::default() }
}

/// The day of a date, or of a date and time.
fn day(date: &str) -> Option<Date> {
    let date = date.trim();
    date.get(..10).unwrap_or(date).parse().ok()
}
