//! The plugin's side: structs become a session that borrows from them.

use std::borrow::Cow;

use jiff::civil;
use jiff::tz::Offset;
use plenary_core::model::{
    Argument, Block, BlockKind, Content, Declared, Detail, DetailKind, Dialect, Disclaimer, Event, Extra, Id,
    MeetingTime, Moment, Part, Point, Profile, SchemaVersion, Section, SectionRole, Session, Speaker,
    SpeakerKind, Speech, Statistics, Text, Title,
};
use plenary_plugin_abi::view as abi;
use plenary_plugin_abi::{self as contract, Array, Growing, Str};

/// The session behind `root`; `None` where there is none, or one that is shorter than version 1.0 has it.
///
/// # Safety
/// `root` is null, or keeps the contract, with all that it points to, for `'a`.
pub(crate) unsafe fn session<'a>(root: *const abi::Session) -> Option<Session<'a>> {
    // SAFETY: the caller vouches for it.
    let view = unsafe { contract::read(root) }?;
    // SAFETY: so it does for all that it points to.
    Some(unsafe { Reader::<'a>::new() }.session(&view))
}

/// Reads what the host vouches for: text that is UTF-8, arrays of what they are said to hold, alive for `'a`.
///
/// Whoever makes one has made sure of that, so that its methods can trust what they are given.
#[derive(Clone, Copy)]
struct Reader<'a>(std::marker::PhantomData<&'a ()>);

impl<'a> Reader<'a> {
    /// # Safety
    /// Everything handed to the reader's methods keeps the contract for `'a`.
    unsafe fn new() -> Self {
        Self(std::marker::PhantomData)
    }

    fn session(self, view: &abi::Session) -> Session<'a> {
        Session {
            schema: SchemaVersion { major: view.schema_major, minor: view.schema_minor },
            dialect: named(&Dialect::ALL, view.dialect).unwrap_or(Dialect::Other),
            title: self.maybe(view.title).map(|title| self.title(&title)),
            time: self.maybe(view.time).and_then(|time| self.time(&time)),
            disclaimers: self.all(view.disclaimers, Self::disclaimer),
            sections: self.all(view.sections, Self::section),
            speakers: self.all(view.speakers, Self::speaker),
            labels: self.texts(view.labels),
            unrecognised: self.texts(view.unrecognised),
            extra: self.extra(view.extra_json),
        }
    }

    fn title(self, view: &abi::Title) -> Title<'a> {
        Title {
            line: self.text(view.line),
            name: Cow::Borrowed(self.str(view.name)),
            event: self.maybe(view.event).map(|event| self.event(&event)),
            repeated: self.texts(view.repeated),
            extra: self.extra(view.extra_json),
        }
    }

    fn event(self, view: &abi::Event) -> Event<'a> {
        Event {
            label: Cow::Borrowed(self.str(view.label)),
            series: Cow::Borrowed(self.str(view.series)),
            kind: self.maybe_str(view.kind).map(Cow::Borrowed),
            number: self.maybe_str(view.number).map(Cow::Borrowed),
            extra: self.extra(view.extra_json),
        }
    }

    /// `None` where the day is none: then there is no time.
    fn time(self, view: &abi::MeetingTime) -> Option<MeetingTime<'a>> {
        Some(MeetingTime {
            line: self.text(view.line),
            date: date(view.date)?,
            start: time_of_day(view.start),
            end: time_of_day(view.end),
            zone: self.maybe_str(view.zone).map(Cow::Borrowed),
            extra: self.extra(view.extra_json),
        })
    }

    fn disclaimer(self, view: abi::Disclaimer) -> Disclaimer<'a> {
        Disclaimer { id: self.id(view.id), text: self.text(view.text) }
    }

    fn speaker(self, view: abi::Speaker) -> Speaker<'a> {
        Speaker {
            id: self.id(view.id),
            name: Cow::Borrowed(self.str(view.name)),
            kind: named(&SpeakerKind::ALL, view.kind).unwrap_or(SpeakerKind::Person),
            role: self.maybe_str(view.role).map(Cow::Borrowed),
            extra: self.extra(view.extra_json),
        }
    }

    fn section(self, view: abi::Section) -> Section<'a> {
        Section {
            id: self.id(view.id),
            role: named(&SectionRole::ALL, view.role).unwrap_or(SectionRole::Other),
            heading: self.maybe_text(view.heading),
            // In the order of `names::CONTENTS`. What a later version has besides is handed over as parts, too.
            content: match view.content {
                1 => Content::Points(self.all(view.points, Self::point)),
                2 => Content::Speeches(self.all(view.speeches, Self::speech)),
                3 => Content::Profiles(self.all(view.profiles, Self::profile)),
                _ => Content::Parts(self.all(view.parts, Self::part)),
            },
            extra: self.extra(view.extra_json),
        }
    }

    fn part(self, view: abi::Part) -> Part<'a> {
        Part {
            id: self.id(view.id),
            heading: self.maybe_text(view.heading),
            speaker: self.maybe_str(view.speaker).map(Id::new),
            blocks: self.all(view.blocks, Self::block),
            extra: self.extra(view.extra_json),
        }
    }

    fn block(self, view: abi::Block) -> Block<'a> {
        Block {
            kind: named(&BlockKind::ALL, view.kind).unwrap_or(BlockKind::Paragraph),
            text: self.text(view.text),
        }
    }

    fn speech(self, view: abi::Speech) -> Speech<'a> {
        Speech {
            id: self.id(view.id),
            speaker: self.maybe_str(view.speaker).map(Id::new),
            label: self.maybe_text(view.label),
            start: moment(view.start),
            end: moment(view.end),
            blocks: self.all(view.blocks, Self::block),
            extra: self.extra(view.extra_json),
        }
    }

    fn point(self, view: abi::Point) -> Point<'a> {
        Point {
            id: self.id(view.id),
            text: self.text(view.text),
            topics: self.texts(view.topics),
            details: self.all(view.details, Self::detail),
            extra: self.extra(view.extra_json),
        }
    }

    fn detail(self, view: abi::Detail) -> Detail<'a> {
        Detail {
            kind: named(&DetailKind::ALL, view.kind).unwrap_or(DetailKind::Other),
            texts: self.texts(view.texts),
            speakers: self.all(view.speakers, Self::id),
            extra: self.extra(view.extra_json),
        }
    }

    fn profile(self, view: abi::Profile) -> Profile<'a> {
        let declared = |at| self.maybe(at).map(|declared| self.declared(&declared));
        Profile {
            id: self.id(view.id),
            speaker: self.id(view.speaker),
            initials: self.maybe_text(view.initials),
            name: self.text(view.name),
            statistics: Statistics {
                speed: declared(view.speed),
                length: declared(view.length),
                time: declared(view.time),
                extra: self.extra(view.statistics_extra_json),
            },
            arguments: self.all(view.arguments, Self::argument),
            report: self.all(view.report, Self::block),
            extra: self.extra(view.extra_json),
        }
    }

    fn declared(self, view: &abi::Declared) -> Declared<'a> {
        Declared {
            value: (view.has_value != 0).then_some(view.value),
            text: self.text(view.text),
            extra: self.extra(view.extra_json),
        }
    }

    fn argument(self, view: abi::Argument) -> Argument<'a> {
        Argument {
            id: self.id(view.id),
            claim: self.text(view.claim),
            facts: self.texts(view.facts),
            topics: self.texts(view.topics),
            details: self.all(view.details, Self::detail),
            extra: self.extra(view.extra_json),
        }
    }

    fn maybe_text(self, view: abi::Text) -> Option<Text<'a>> {
        (!view.source.ptr.is_null()).then(|| self.text(view))
    }

    fn text(self, view: abi::Text) -> Text<'a> {
        let (source, content) = (self.str(view.source), self.str(view.text));
        let start = usize::try_from(view.start).unwrap_or(usize::MAX);
        let text = if view.flags & abi::TEXT_DECODED != 0 {
            Text::decoded(source, start, content)
        } else {
            // The content is a slice of the source: the distance of their first bytes is where it begins.
            let lead = view.text.ptr.addr().saturating_sub(view.source.ptr.addr());
            Text::borrowed(source, start, lead..lead.saturating_add(content.len()))
        };
        if view.extra_json.len == 0 { text } else { text.with_extra(self.extra(view.extra_json)) }
    }

    fn texts(self, array: Array) -> Vec<Text<'a>> {
        self.all(array, Self::text)
    }

    fn id(self, id: Str) -> Id {
        Id::new(self.str(id))
    }

    /// What is no JSON object, against the contract, is left out.
    fn extra(self, json: Str) -> Extra {
        if json.len == 0 {
            return Extra::default();
        }
        serde_json::from_str(self.str(json)).unwrap_or_default()
    }

    fn maybe_str(self, text: Str) -> Option<&'a str> {
        (!text.ptr.is_null()).then(|| self.str(text))
    }

    fn str(self, text: Str) -> &'a str {
        // SAFETY: whoever made the reader vouches for the text: alive for `'a`, and UTF-8.
        unsafe { std::str::from_utf8_unchecked(text.bytes()) }
    }

    fn all<T: Growing, M>(self, array: Array, one: impl Fn(Self, T) -> M) -> Vec<M> {
        // SAFETY: whoever made the reader vouches for what the array holds.
        let elements = unsafe { array.iter::<T>() };
        elements.map(|element| one(self, element)).collect()
    }

    fn maybe<T: contract::Prefixed>(self, at: *const T) -> Option<T> {
        // SAFETY: whoever made the reader vouches for what it points to.
        unsafe { contract::read(at) }
    }
}

/// What stands at this place of the list; `None` for one that a later version has added.
fn named<T: Copy>(all: &[T], place: i32) -> Option<T> {
    all.get(usize::try_from(place).ok()?).copied()
}

fn date(date: abi::Date) -> Option<civil::Date> {
    civil::Date::new(date.year, date.month.try_into().ok()?, date.day.try_into().ok()?).ok()
}

fn time_of_day(time: abi::Time) -> Option<civil::Time> {
    if time.is_set == 0 {
        return None;
    }
    let [hour, minute, second] = [time.hour, time.minute, time.second].map(i8::try_from);
    civil::Time::new(hour.ok()?, minute.ok()?, second.ok()?, time.nanosecond.try_into().ok()?).ok()
}

fn moment(moment: abi::Moment) -> Option<Moment> {
    let offset = match moment.kind {
        abi::MOMENT_ELAPSED => return Some(Moment::Elapsed { milliseconds: moment.milliseconds }),
        abi::MOMENT_CLOCK => None,
        abi::MOMENT_CLOCK_OFFSET => Some(Offset::from_seconds(moment.offset).ok()?),
        _ => return None,
    };
    let at = date(moment.date)?.to_datetime(time_of_day(moment.time)?);
    Some(Moment::Clock { at, offset })
}
