//! Sessions built by hand.

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{
    Argument, Block, BlockKind, Content, Declared, Detail, DetailKind, Dialect, Disclaimer, Event, Extra, Id,
    MeetingTime, Moment, Part, Point, Profile, Section, SectionRole, Speaker, SpeakerKind, Speech,
    Statistics, Text, Title,
};

pub(crate) fn text(content: &str) -> Text<'static> {
    Text::from_parts("", content, "\n", 0)
}

pub(crate) fn empty() -> Session<'static> {
    Session::new(Dialect::DigWatch)
}

pub(crate) fn title(line: &str, name: &str, event: Option<&str>) -> Title<'static> {
    let event = event.map(|label| Event {
        label: label.to_owned().into(),
        series: label.to_owned().into(),
        kind: None,
        number: None,
        extra: Extra::default(),
    });
    Title {
        line: text(line),
        name: name.to_owned().into(),
        event,
        repeated: Vec::new(),
        extra: Extra::default(),
    }
}

pub(crate) fn time(line: &str) -> MeetingTime<'static> {
    let date = jiff::civil::date(2031, 5, 14);
    MeetingTime { line: text(line), date, start: None, end: None, zone: None, extra: Extra::default() }
}

pub(crate) fn disclaimer(number: usize, content: &str) -> Disclaimer<'static> {
    Disclaimer { id: Id::numbered("disclaimer", number), text: text(content) }
}

pub(crate) fn block(kind: BlockKind, content: &str) -> Block<'static> {
    Block { kind, text: text(content) }
}

pub(crate) fn paragraphs(contents: &[&str]) -> Vec<Block<'static>> {
    contents.iter().map(|content| block(BlockKind::Paragraph, content)).collect()
}

pub(crate) fn section(id: &str, heading: Option<&str>, content: Content<'static>) -> Section<'static> {
    Section {
        id: Id::new(id),
        role: SectionRole::Other,
        heading: heading.map(text),
        content,
        extra: Extra::default(),
    }
}

pub(crate) fn part(id: &str, heading: Option<&str>, blocks: Vec<Block<'static>>) -> Part<'static> {
    Part { id: Id::new(id), heading: heading.map(text), speaker: None, blocks, extra: Extra::default() }
}

pub(crate) fn speaker(id: &str, name: &str) -> Speaker<'static> {
    Speaker {
        id: Id::new(id),
        name: name.to_owned().into(),
        kind: SpeakerKind::Person,
        role: None,
        extra: Extra::default(),
    }
}

pub(crate) fn speech(
    number: usize,
    speaker: &str,
    label: Option<&str>,
    blocks: Vec<Block<'static>>,
) -> Speech<'static> {
    Speech {
        id: Id::numbered("speech", number),
        speaker: Some(Id::new(speaker)),
        label: label.map(text),
        blocks,
        start: None,
        end: None,
        extra: Extra::default(),
    }
}

pub(crate) fn declared(value: u64, unit: &str) -> Option<Declared<'static>> {
    Some(Declared { value: Some(value), text: text(&format!("{value} {unit}")), extra: Extra::default() })
}

pub(crate) fn profile(
    id: &str,
    speaker: &str,
    name: &str,
    arguments: Vec<Argument<'static>>,
) -> Profile<'static> {
    Profile {
        id: Id::new(id),
        speaker: Id::new(speaker),
        initials: None,
        name: text(name),
        statistics: Statistics::default(),
        arguments,
        report: Vec::new(),
        extra: Extra::default(),
    }
}

pub(crate) fn argument(id: &str, claim: &str, facts: &[&str], topics: &[&str]) -> Argument<'static> {
    Argument {
        id: Id::new(id),
        claim: text(claim),
        facts: facts.iter().map(|fact| text(fact)).collect(),
        topics: topics.iter().map(|topic| text(topic)).collect(),
        details: vec![],
        extra: Extra::default(),
    }
}

pub(crate) fn detail(kind: DetailKind, contents: &[&str], speakers: &[&str]) -> Detail<'static> {
    Detail {
        kind,
        texts: contents.iter().map(|content| text(content)).collect(),
        speakers: speakers.iter().map(|id| Id::new(*id)).collect(),
        extra: Extra::default(),
    }
}

pub(crate) fn point(
    number: usize,
    content: &str,
    topics: &[&str],
    details: Vec<Detail<'static>>,
) -> Point<'static> {
    Point {
        id: Id::numbered("point", number),
        text: text(content),
        topics: topics.iter().map(|topic| text(topic)).collect(),
        details,
        extra: Extra::default(),
    }
}

/// A session with everything the model has, on a few pages.
pub(crate) fn whole() -> Session<'static> {
    let long = "The harbour board heard that efficient offloading, first of all, needs fewer offices and more cranes; \
                the officials offered “flexible” shifts – and a different fiscal plan. ";
    let mut session = empty();
    session.title = Some(title(
        "Tides and timetables | Harbour Week 2031 WS #7",
        "Tides and timetables",
        Some("Harbour Week 2031 WS #7"),
    ));
    session.time = Some(time("14 May 2031 09:00h - 10:30h"));
    session.disclaimers = vec![
        disclaimer(1, "Disclaimer: This record was typed by hand."),
        disclaimer(2, "Disclaimer: Twice."),
    ];
    session.speakers = vec![speaker("speaker-ada-fjord", "Ada Fjord"), speaker("speaker-chair", "Chair")];
    session.speakers[0].role = Some("Harbour master, Board of the eastern quays".into());
    let report = vec![
        part("report-1", Some("The board agrees on cranes"), paragraphs(&[&long.repeat(4), &long.repeat(9)])),
        part(
            "report-2",
            None,
            vec![
                block(BlockKind::Subheading, "What is left"),
                block(BlockKind::Item, "Find the money."),
                block(BlockKind::Item, "Find the crane."),
                block(BlockKind::Remark, "(Applause)"),
            ],
        ),
    ];
    let speeches = (1..=12).map(|number| {
        let (id, label) =
            if number % 3 == 0 { ("speaker-chair", "Chair") } else { ("speaker-ada-fjord", "Ada Fjord") };
        let label = (number != 5).then_some(label);
        let mut speech = speech(number, id, label, paragraphs(&[&long.repeat(number % 4 + 1), "Thank you."]));
        speech.start = (number % 4 != 0).then_some(Moment::Elapsed { milliseconds: number as u64 * 61_500 });
        speech.end = (number % 4 == 2).then_some(Moment::Elapsed { milliseconds: number as u64 * 62_500 });
        speech
    });
    let mut ada = profile(
        "profile-ada-fjord",
        "speaker-ada-fjord",
        "Ada Fjord",
        (1..=9)
            .map(|number| {
                let id = format!("argument-ada-fjord-{number}");
                argument(
                    &id,
                    "Cranes come first",
                    &["One crane serves two quays.", long],
                    &["Cranes", "Money"],
                )
            })
            .collect(),
    );
    ada.arguments[1].details = vec![
        detail(DetailKind::Explanation, &[long], &[]),
        detail(DetailKind::AgreedWith, &["Chair", "Nobody known"], &["speaker-chair", "speaker-nobody"]),
    ];
    ada.initials = Some(text("AF"));
    ada.statistics = Statistics {
        speed: declared(140, "words per minute"),
        length: declared(913, "words"),
        time: declared(391, "secs"),
        extra: Extra::default(),
    };
    ada.report = paragraphs(&[&long.repeat(5)]);
    let points = vec![
        point(
            1,
            "Cranes before offices",
            &["Cranes", "Money"],
            vec![
                detail(
                    DetailKind::Speakers,
                    &["Ada Fjord", "Chair"],
                    &["speaker-ada-fjord", "speaker-chair"],
                ),
                detail(DetailKind::Arguments, &["Cranes come first", long], &[]),
            ],
        ),
        point(2, long, &[], vec![detail(DetailKind::Impact, &[long], &[])]),
    ];
    session.sections = vec![
        section("section-table-of-contents", Some("Table of contents"), Content::Parts(Vec::new())),
        section("section-full-session-report", Some("Full session report"), Content::Parts(report)),
        section(
            "section-session-transcript",
            Some("Session transcript"),
            Content::Speeches(speeches.collect()),
        ),
        section(
            "section-speakers",
            Some("Speakers"),
            Content::Profiles(vec![ada, profile("profile-chair", "speaker-chair", "Chair", Vec::new())]),
        ),
        section("section-agreements", Some("Agreements"), Content::Points(points)),
    ];
    session.unrecognised = vec![text("A line that fell out of the page")];
    session
}

/// Every identifier of the session.
pub(crate) fn ids(session: &Session<'_>) -> Vec<String> {
    let mut ids: Vec<&Id> = session.speakers.iter().map(|speaker| &speaker.id).collect();
    ids.extend(session.disclaimers.iter().map(|disclaimer| &disclaimer.id));
    for section in &session.sections {
        ids.push(&section.id);
        match &section.content {
            Content::Parts(parts) => ids.extend(parts.iter().map(|part| &part.id)),
            Content::Points(points) => ids.extend(points.iter().map(|point| &point.id)),
            Content::Speeches(speeches) => ids.extend(speeches.iter().map(|speech| &speech.id)),
            Content::Profiles(profiles) => {
                for profile in profiles {
                    ids.push(&profile.id);
                    ids.extend(profile.arguments.iter().map(|argument| &argument.id));
                }
            }
            _ => {}
        }
    }
    ids.iter().map(|id| id.as_str().to_owned()).collect()
}
