//! The host's side: a session becomes structs.

#![allow(
    clippy::needless_update,
    reason = "what a later version adds stays blank, wherever a struct is made"
)]

use std::fmt;
use std::marker::PhantomData;
use std::ptr;

use bumpalo::Bump;
use jiff::civil;
use plenary_core::model::{
    Argument, Block, BlockKind, Content, Declared, Detail, DetailKind, Dialect, Disclaimer, Event, Extra, Id,
    MeetingTime, Moment, Part, Point, Profile, Section, SectionRole, Session, Speaker, SpeakerKind, Speech,
    Text, Title,
};
use plenary_plugin_abi::view as abi;
use plenary_plugin_abi::{Array, Growing, Str, blank, size};

/// A session as structs of the contract. They point into the session, which is borrowed for as long.
///
/// ```
/// use plenary_plugin_sdk::model::{Dialect, Session};
/// use plenary_plugin_sdk::view::View;
///
/// let session = Session::new(Dialect::Cart);
/// let view = View::new(&session);
/// assert!(!view.as_ptr().is_null());
/// ```
pub struct View<'s> {
    /// Holds the structs; what is in it never moves.
    _arena: Bump,
    root: *const abi::Session,
    session: PhantomData<&'s Session<'s>>,
}

// SAFETY: nothing is added to the arena or changed in it any more, and what it points to is a shared borrow.
unsafe impl Send for View<'_> {}
// SAFETY: as above.
unsafe impl Sync for View<'_> {}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("View")
    }
}

impl<'s> View<'s> {
    /// The view of `session`.
    pub fn new(session: &'s Session<'s>) -> Self {
        let arena = Bump::new();
        let root = ptr::from_ref(Writer(&arena).session(session));
        Self { _arena: arena, root, session: PhantomData }
    }

    /// The structs; valid as long as the view.
    pub fn as_ptr(&self) -> *const abi::Session {
        self.root
    }
}

/// Puts structs into an arena.
#[derive(Clone, Copy)]
struct Writer<'a>(&'a Bump);

/// What is not there.
const NONE: Str = Str::EMPTY;

fn str(text: Option<impl AsRef<str>>) -> Str {
    text.map_or(NONE, |text| Str::new(text.as_ref()))
}

/// The number of `kind`: its place in the list of its names, which is the same in the contract. -1, which no reader
/// knows, where it is in no list.
fn place<T: PartialEq>(all: &[T], kind: &T) -> i32 {
    all.iter().zip(0..).find(|(other, _)| *other == kind).map_or(-1, |(_, place)| place)
}

impl<'a> Writer<'a> {
    fn session(self, session: &Session<'_>) -> &'a abi::Session {
        self.0.alloc(abi::Session {
            size: size::<abi::Session>(),
            dialect: place(&Dialect::ALL, &session.dialect),
            schema_major: session.schema.major,
            schema_minor: session.schema.minor,
            title: self.maybe(session.title.as_ref().map(|title| self.title(title))),
            time: self.maybe(session.time.as_ref().map(|time| self.time(time))),
            disclaimers: self.array(&session.disclaimers, Self::disclaimer),
            sections: self.array(&session.sections, Self::section),
            speakers: self.array(&session.speakers, Self::speaker),
            labels: self.texts(&session.labels),
            unrecognised: self.texts(&session.unrecognised),
            extra_json: self.extra(&session.extra),
            ..blank()
        })
    }

    fn title(self, title: &Title<'_>) -> abi::Title {
        abi::Title {
            size: size::<abi::Title>(),
            line: self.text(&title.line),
            name: Str::new(&title.name),
            event: self.maybe(title.event.as_ref().map(|event| self.event(event))),
            repeated: self.texts(&title.repeated),
            extra_json: self.extra(&title.extra),
            ..blank()
        }
    }

    fn event(self, event: &Event<'_>) -> abi::Event {
        abi::Event {
            size: size::<abi::Event>(),
            label: Str::new(&event.label),
            series: Str::new(&event.series),
            kind: str(event.kind.as_ref()),
            number: str(event.number.as_ref()),
            extra_json: self.extra(&event.extra),
            ..blank()
        }
    }

    fn time(self, time: &MeetingTime<'_>) -> abi::MeetingTime {
        abi::MeetingTime {
            size: size::<abi::MeetingTime>(),
            date: date(time.date),
            line: self.text(&time.line),
            start: time.start.map_or(blank(), time_of_day),
            end: time.end.map_or(blank(), time_of_day),
            zone: str(time.zone.as_ref()),
            extra_json: self.extra(&time.extra),
            ..blank()
        }
    }

    fn disclaimer(self, disclaimer: &Disclaimer<'_>) -> abi::Disclaimer {
        abi::Disclaimer { id: id(&disclaimer.id), text: self.text(&disclaimer.text), ..blank() }
    }

    fn speaker(self, speaker: &Speaker<'_>) -> abi::Speaker {
        abi::Speaker {
            id: id(&speaker.id),
            name: Str::new(&speaker.name),
            role: str(speaker.role.as_ref()),
            kind: place(&SpeakerKind::ALL, &speaker.kind),
            extra_json: self.extra(&speaker.extra),
            ..blank()
        }
    }

    fn section(self, section: &Section<'_>) -> abi::Section {
        let mut view = abi::Section {
            id: id(&section.id),
            role: place(&SectionRole::ALL, &section.role),
            content: -1,
            heading: self.maybe_text(section.heading.as_ref()),
            extra_json: self.extra(&section.extra),
            ..blank()
        };
        // In the order of `names::CONTENTS`.
        match &section.content {
            Content::Parts(parts) => (view.content, view.parts) = (0, self.array(parts, Self::part)),
            Content::Points(points) => (view.content, view.points) = (1, self.array(points, Self::point)),
            Content::Speeches(all) => (view.content, view.speeches) = (2, self.array(all, Self::speech)),
            Content::Profiles(all) => (view.content, view.profiles) = (3, self.array(all, Self::profile)),
            // A kind of its own needs a place in the contract, and its texts as parts for those who do not know it.
            _ => {}
        }
        view
    }

    fn part(self, part: &Part<'_>) -> abi::Part {
        abi::Part {
            id: id(&part.id),
            heading: self.maybe_text(part.heading.as_ref()),
            speaker: str(part.speaker.as_ref()),
            blocks: self.array(&part.blocks, Self::block),
            extra_json: self.extra(&part.extra),
            ..blank()
        }
    }

    fn block(self, block: &Block<'_>) -> abi::Block {
        abi::Block { text: self.text(&block.text), kind: place(&BlockKind::ALL, &block.kind), ..blank() }
    }

    fn speech(self, speech: &Speech<'_>) -> abi::Speech {
        abi::Speech {
            id: id(&speech.id),
            speaker: str(speech.speaker.as_ref()),
            label: self.maybe_text(speech.label.as_ref()),
            start: speech.start.map_or(blank(), moment),
            end: speech.end.map_or(blank(), moment),
            blocks: self.array(&speech.blocks, Self::block),
            extra_json: self.extra(&speech.extra),
            ..blank()
        }
    }

    fn point(self, point: &Point<'_>) -> abi::Point {
        abi::Point {
            id: id(&point.id),
            text: self.text(&point.text),
            topics: self.texts(&point.topics),
            details: self.array(&point.details, Self::detail),
            extra_json: self.extra(&point.extra),
            ..blank()
        }
    }

    fn detail(self, detail: &Detail<'_>) -> abi::Detail {
        abi::Detail {
            kind: place(&DetailKind::ALL, &detail.kind),
            texts: self.texts(&detail.texts),
            speakers: self.array(&detail.speakers, |_, speaker| id(speaker)),
            extra_json: self.extra(&detail.extra),
            ..blank()
        }
    }

    fn profile(self, profile: &Profile<'_>) -> abi::Profile {
        let declared = |declared: &Option<Declared<'_>>| {
            self.maybe(declared.as_ref().map(|declared| self.declared(declared)))
        };
        abi::Profile {
            id: id(&profile.id),
            speaker: id(&profile.speaker),
            initials: self.maybe_text(profile.initials.as_ref()),
            name: self.text(&profile.name),
            speed: declared(&profile.statistics.speed),
            length: declared(&profile.statistics.length),
            time: declared(&profile.statistics.time),
            statistics_extra_json: self.extra(&profile.statistics.extra),
            arguments: self.array(&profile.arguments, Self::argument),
            report: self.array(&profile.report, Self::block),
            extra_json: self.extra(&profile.extra),
            ..blank()
        }
    }

    fn declared(self, declared: &Declared<'_>) -> abi::Declared {
        abi::Declared {
            size: size::<abi::Declared>(),
            has_value: declared.value.is_some().into(),
            value: declared.value.unwrap_or_default(),
            text: self.text(&declared.text),
            extra_json: self.extra(&declared.extra),
            ..blank()
        }
    }

    fn argument(self, argument: &Argument<'_>) -> abi::Argument {
        abi::Argument {
            id: id(&argument.id),
            claim: self.text(&argument.claim),
            facts: self.texts(&argument.facts),
            topics: self.texts(&argument.topics),
            details: self.array(&argument.details, Self::detail),
            extra_json: self.extra(&argument.extra),
            ..blank()
        }
    }

    fn text(self, text: &Text<'_>) -> abi::Text {
        abi::Text {
            text: Str::new(text.as_str()),
            source: Str::new(text.raw()),
            start: text.span().start as u64,
            flags: if text.is_decoded() { abi::TEXT_DECODED } else { 0 },
            reserved: 0,
            extra_json: text.extra().map_or(NONE, |extra| self.extra(extra)),
        }
    }

    fn maybe_text(self, text: Option<&Text<'_>>) -> abi::Text {
        text.map_or(blank(), |text| self.text(text))
    }

    fn texts(self, texts: &[Text<'_>]) -> Array {
        self.array(texts, Self::text)
    }

    fn extra(self, extra: &Extra) -> Str {
        if extra.is_empty() {
            return NONE;
        }
        // Values out of JSON go back into it.
        let json = serde_json::to_string(extra).unwrap_or_default();
        Str::new(self.0.alloc_str(&json))
    }

    fn array<S, T: Growing>(self, from: &[S], one: impl Fn(Self, &S) -> T) -> Array {
        if from.is_empty() {
            return Array::EMPTY;
        }
        Array::new(self.0.alloc_slice_fill_iter(from.iter().map(|from| one(self, from))))
    }

    /// A pointer to it; null where there is none.
    fn maybe<T: Growing>(self, it: Option<T>) -> *const T {
        it.map_or(ptr::null(), |it| ptr::from_ref(self.0.alloc(it)))
    }
}

fn id(id: &Id) -> Str {
    Str::new(id.as_str())
}

fn date(date: civil::Date) -> abi::Date {
    abi::Date { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
}

fn time_of_day(time: civil::Time) -> abi::Time {
    abi::Time {
        is_set: 1,
        hour: time.hour().unsigned_abs(),
        minute: time.minute().unsigned_abs(),
        second: time.second().unsigned_abs(),
        nanosecond: time.subsec_nanosecond().unsigned_abs(),
    }
}

fn moment(moment: Moment) -> abi::Moment {
    let none: abi::Moment = blank();
    match moment {
        Moment::Elapsed { milliseconds } => abi::Moment { kind: abi::MOMENT_ELAPSED, milliseconds, ..none },
        Moment::Clock { at, offset } => abi::Moment {
            kind: if offset.is_some() { abi::MOMENT_CLOCK_OFFSET } else { abi::MOMENT_CLOCK },
            offset: offset.map_or(0, |offset| offset.seconds()),
            date: date(at.date()),
            time: time_of_day(at.time()),
            ..none
        },
    }
}
