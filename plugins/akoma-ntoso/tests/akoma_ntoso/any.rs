//! Any session: any text in any place, any part there or not.

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{
    Block, BlockKind, Content, Detail, DetailKind, Event, Extra, Id, Moment, Point, Profile, SectionRole,
    SpeakerKind, Speech, Statistics, slug,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;

use crate::build::{Page, event, profile};

/// Text that means harm: markup, references, white space of all kinds, what XML cannot hold, any character.
pub(crate) fn text() -> impl Strategy<Value = String> {
    const PIECES: [&str; 36] = [
        "a",
        "Word ",
        " ",
        "  ",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\u{A0}",
        "\u{85}",
        "\u{2028}",
        "<",
        ">",
        "&",
        "\"",
        "'",
        "]]>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<p>",
        "</p>",
        "<?xml?>",
        "&amp;",
        "&#0;",
        "&lt;",
        "#",
        "/",
        "%",
        "\0",
        "\u{1}",
        "\u{B}",
        "\u{1F}",
        "\u{FEFF}",
        "\u{FFFE}",
        "\u{FFFF}",
    ];
    let piece = Union::new([
        select(PIECES.as_slice()).prop_map(str::to_owned).boxed(),
        any::<char>().prop_map(String::from).boxed(),
        "[a-zé日 ]{1,80}".boxed(),
    ]);
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// What a session is put together from; speakers are named by their place in the registry.
#[derive(Debug, Clone)]
struct Plan {
    title: Option<TitleLine>,
    time: Option<TimeLine>,
    disclaimers: Vec<String>,
    labels: Vec<String>,
    unrecognised: Vec<String>,
    /// Names, what they stand for, and what the source says they are.
    speakers: Vec<(String, SpeakerKind, Option<String>)>,
    sections: Vec<(Option<String>, SectionRole, Under)>,
}

#[derive(Debug, Clone)]
struct TitleLine {
    name: String,
    event: Option<Event<'static>>,
    /// Where the line says something else than name and event.
    line: Option<String>,
}

#[derive(Debug, Clone)]
struct TimeLine {
    line: String,
    year: i16,
    start: Option<(i8, i8)>,
    end: Option<(i8, i8)>,
    zone: Option<String>,
}

#[derive(Debug, Clone)]
enum Under {
    Parts(Vec<Prose>),
    Speeches(Vec<(Prose, Option<Moment>, Option<Moment>)>),
    Profiles(Vec<About>),
    Points(Vec<(String, Vec<String>, Vec<Said>)>),
}

/// An argument: its claim, facts, topics and details.
type Claim = (String, Vec<String>, Vec<String>, Vec<Said>);

/// A detail: its kind, its texts, and whom it names.
type Said = (DetailKind, Vec<String>, Vec<usize>);

#[derive(Debug, Clone)]
struct Prose {
    heading: Option<String>,
    speaker: Option<usize>,
    blocks: Vec<(BlockKind, String)>,
}

#[derive(Debug, Clone)]
struct About {
    speaker: usize,
    initials: Option<String>,
    name: String,
    length: Option<(Option<u64>, String)>,
    arguments: Vec<Claim>,
    report: Vec<(BlockKind, String)>,
}

/// A session with the identifiers a reader gives, and anything for text.
pub(crate) fn session() -> impl Strategy<Value = Session<'static>> {
    const KINDS: [SpeakerKind; 3] = [SpeakerKind::Person, SpeakerKind::Organization, SpeakerKind::Role];
    let texts = || vec(text(), 0..=3);
    let speakers =
        vec((text(), select(KINDS.as_slice()), of(text().prop_map(|role| format!("R{role}")))), 0..5);
    let sections = vec((of(text()), role(), under()), 0..5);
    (of(title()), of(time()), texts(), texts(), texts(), speakers, sections).prop_map(
        |(title, time, disclaimers, labels, unrecognised, speakers, sections)| {
            Plan { title, time, disclaimers, labels, unrecognised, speakers, sections }.carry_out()
        },
    )
}

fn title() -> impl Strategy<Value = TitleLine> {
    let label = (text(), text(), of(text()), of(text()), any::<bool>());
    let event = label.prop_map(|(series, rest, kind, number, begins_with_series)| {
        let label = if begins_with_series { format!("{series} {rest}") } else { rest };
        event(&label, &series, kind.as_deref(), number.as_deref())
    });
    (text(), of(event), of(text())).prop_map(|(name, event, line)| TitleLine { name, event, line })
}

fn time() -> impl Strategy<Value = TimeLine> {
    let clock = || of((0..24i8, 0..60i8));
    let zones = select(["UTC", "+02:00", "-99:00", "+14:00", "CEST"].as_slice()).prop_map(str::to_owned);
    let zone = Union::new([text().boxed(), zones.boxed()]);
    let year = Union::new([(-9999..=9999i16).boxed(), (1990..2040i16).boxed()]);
    (text(), year, clock(), clock(), of(zone)).prop_map(|(line, year, start, end, zone)| TimeLine {
        line,
        year,
        start,
        end,
        zone,
    })
}

fn role() -> impl Strategy<Value = SectionRole> {
    select(SectionRole::ALL.as_slice())
}

fn under() -> impl Strategy<Value = Under> {
    let prose = || {
        let prose = (of(text()), of(any::<usize>()), blocks());
        prose.prop_map(|(heading, speaker, blocks)| Prose { heading, speaker, blocks })
    };
    let said = || {
        let said = (select(DetailKind::ALL.as_slice()), vec(text(), 0..3), vec(any::<usize>(), 0..3));
        vec(said, 0..3)
    };
    let arguments = vec((text(), vec(text(), 0..3), vec(text(), 0..4), said()), 0..3);
    let about = (any::<usize>(), of(text()), text(), of((of(any::<u64>()), text())), arguments, blocks());
    let about = about.prop_map(|(speaker, initials, name, length, arguments, report)| About {
        speaker,
        initials,
        name,
        length,
        arguments,
        report,
    });
    Union::new([
        vec(prose(), 0..5).prop_map(Under::Parts).boxed(),
        vec((prose(), moment(), moment()), 0..5).prop_map(Under::Speeches).boxed(),
        vec(about, 0..4).prop_map(Under::Profiles).boxed(),
        vec((text(), vec(text(), 0..3), said()), 0..4).prop_map(Under::Points).boxed(),
    ])
}

fn moment() -> impl Strategy<Value = Option<Moment>> {
    const CLOCKS: [&str; 4] = [
        "2031-05-14T09:00:00",
        "2031-05-14T09:00:00.25Z",
        "2031-05-14T09:00:00-03:30",
        "0000-05-14T09:00:00",
    ];
    let elapsed = (0..u64::from(u32::MAX)).prop_map(|milliseconds| Moment::Elapsed { milliseconds });
    let clock = select(CLOCKS.as_slice()).prop_map(|clock| clock.parse().unwrap());
    of(Union::new([elapsed.boxed(), clock.boxed()]))
}

fn blocks() -> impl Strategy<Value = Vec<(BlockKind, String)>> {
    const KINDS: [BlockKind; 4] =
        [BlockKind::Paragraph, BlockKind::Item, BlockKind::Subheading, BlockKind::Remark];
    vec((select(KINDS.as_slice()), text()), 0..6)
}

impl Plan {
    fn carry_out(self) -> Session<'static> {
        let mut page = Page::new();
        if let Some(TitleLine { name, event, line }) = self.title {
            page.title(&name, event);
            let line = line.map(|line| page.line(&line));
            if let (Some(title), Some(line)) = (&mut page.session.title, line) {
                title.line = line.clone();
                title.repeated.push(line);
            }
        }
        if let Some(TimeLine { line, year, start, end, zone }) = self.time {
            let clock = |(hour, minute): (i8, i8)| format!("{hour:02}:{minute:02}:00");
            let date = jiff::civil::date(year, 2, 28).to_string();
            let (start, end) = (start.map(clock), end.map(clock));
            let line = format!("{line}{}{line}", start.as_deref().unwrap_or_default());
            page.time(&line, &date, start.as_deref(), end.as_deref(), zone.as_deref());
        }
        self.disclaimers.iter().for_each(|text| page.disclaimer(text));
        self.labels.iter().for_each(|text| page.label(text));
        let mut ids = Vec::new();
        for (number, (name, kind, role)) in self.speakers.into_iter().enumerate() {
            ids.push(page.speaker(&format!("speaker-{}-{number}", slug(&name)), &name, kind));
            if let Some(speaker) = page.session.speakers.last_mut() {
                speaker.role = role.map(Into::into);
            }
        }
        let mut count = 0;
        for (number, (heading, role, under)) in self.sections.into_iter().enumerate() {
            let id = format!("section-{number}");
            page.section(&id, role, heading.as_deref(), |page| under.carry_out(page, &ids, &mut count));
        }
        for line in self.unrecognised {
            let line = page.line(&line);
            page.session.unrecognised.push(line);
        }
        page.session
    }
}

impl Under {
    fn carry_out(self, page: &mut Page, speakers: &[Id], count: &mut usize) -> Content<'static> {
        let whose =
            |place: Option<usize>| place.and_then(|place| speakers.get(place % speakers.len().max(1)));
        let mut number = || {
            *count += 1;
            *count
        };
        match self {
            Under::Parts(parts) => {
                let parts = parts.into_iter().map(|Prose { heading, speaker, blocks }| {
                    let id = format!("report-{}", number());
                    page.part(&id, heading.as_deref(), whose(speaker), |page| written(page, &blocks))
                });
                Content::Parts(parts.collect())
            }
            Under::Speeches(speeches) => {
                let speeches =
                    speeches.into_iter().map(|(Prose { heading, speaker, blocks }, start, end)| {
                        let written = |page: &mut Page| written(page, &blocks);
                        let speech = page.speech(number(), heading.as_deref(), whose(speaker), written);
                        Speech { start, end, ..speech }
                    });
                Content::Speeches(speeches.collect())
            }
            Under::Profiles(profiles) => {
                let profiles = profiles.into_iter().filter_map(|about| {
                    let speaker = whose(Some(about.speaker))?;
                    Some(about.carry_out(page, speaker, speakers, number()))
                });
                Content::Profiles(profiles.collect())
            }
            Under::Points(points) => {
                let points = points.into_iter().map(|(text, topics, details)| Point {
                    id: Id::numbered("point", number()),
                    text: page.line(&text),
                    topics: topics.iter().map(|topic| page.line(topic)).collect(),
                    details: said(page, &details, speakers),
                    extra: Extra::default(),
                });
                Content::Points(points.collect())
            }
        }
    }
}

impl About {
    fn carry_out(&self, page: &mut Page, speaker: &Id, speakers: &[Id], number: usize) -> Profile<'static> {
        let initials = self.initials.as_ref().map(|initials| page.line(initials));
        let name = page.line(&self.name);
        let mut made = profile(&format!("profile-{number}"), speaker, name);
        made.initials = initials;
        if let Some((value, text)) = &self.length {
            made.statistics = Statistics { length: page.declared(*value, text), ..Statistics::default() };
        }
        for (place, (claim, facts, topics, details)) in self.arguments.iter().enumerate() {
            let [facts, topics] =
                [facts, topics].map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
            let id = format!("argument-{number}-{place}");
            let mut argument = page.argument(&id, claim, &facts, &topics);
            argument.details = said(page, details, speakers);
            made.arguments.push(argument);
        }
        made.report = written(page, &self.report);
        made
    }
}

fn said(page: &mut Page, details: &[Said], speakers: &[Id]) -> Vec<Detail<'static>> {
    let details = details.iter().map(|(kind, texts, whom)| {
        let texts = texts.iter().map(|text| page.line(text)).collect();
        let whom = whom.iter().filter_map(|place| speakers.get(place % speakers.len().max(1)));
        Detail { kind: *kind, texts, speakers: whom.cloned().collect(), extra: Extra::default() }
    });
    details.collect()
}

fn written(page: &mut Page, blocks: &[(BlockKind, String)]) -> Vec<Block<'static>> {
    blocks.iter().map(|(kind, text)| page.block(*kind, text)).collect()
}
