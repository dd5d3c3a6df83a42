//! A session with every node of the model, to be looked at.

use jiff::civil::{Date, Time, date};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{
    Argument, Block, BlockKind, Content, Declared, Detail, DetailKind, Dialect, Disclaimer, Event, Extra, Id,
    MeetingTime, Moment, Part, Point, Profile, Section, SectionRole, Speaker, SpeakerKind, Speech,
    Statistics, Title,
};

use super::sessions::text_of;

/// A session written by hand, with every node of the model.
pub fn council() -> Session<'static> {
    let paragraph = |content: &str| Block::paragraph(text_of(content));
    let block = |kind, content: &str| Block { kind, text: text_of(content) };
    let speaker = |slug: &str, name: &str, kind| Speaker {
        id: Id::new(format!("speaker-{slug}")),
        name: name.to_owned().into(),
        kind,
        role: None,
        extra: Extra::default(),
    };
    let section = |slug: &str, role, heading: &str, content| Section {
        id: Id::new(format!("section-{slug}")),
        role,
        heading: Some(text_of(heading)),
        content,
        extra: Extra::default(),
    };
    let speech = |number, speaker: &str, label: &str, blocks| Speech {
        id: Id::numbered("speech", number),
        speaker: Some(Id::new(format!("speaker-{speaker}"))),
        label: Some(text_of(label)),
        blocks,
        start: None,
        end: None,
        extra: Extra::default(),
    };
    let detail = |kind, texts: &[&str], speakers: &[&str]| Detail {
        kind,
        texts: texts.iter().map(|text| text_of(text)).collect(),
        speakers: speakers.iter().map(|slug| Id::new(format!("speaker-{slug}"))).collect(),
        extra: Extra::default(),
    };
    let declared = |value, text: &str| Some(Declared { value, text: text_of(text), extra: Extra::default() });

    let mut session = Session::new(Dialect::DigWatch);
    session.title = Some(Title {
        line: text_of("Harbours & tides: who pays for the lighthouse? | Coastal Forum 2025 WS #42"),
        name: "Harbours & tides: who pays for the lighthouse?".into(),
        event: Some(Event {
            label: "Coastal Forum 2025 WS #42".into(),
            series: "Coastal Forum 2025".into(),
            kind: Some("WS".into()),
            number: Some("42".into()),
            extra: Extra::default(),
        }),
        repeated: vec![text_of("Harbours & tides: who pays for the lighthouse?")],
        extra: Extra::default(),
    });
    session.time = Some(MeetingTime {
        line: text_of("3 Mar 2025 14:00h - 15:30h CET"),
        date: Date::constant(2025, 3, 3),
        start: Some(Time::constant(14, 0, 0, 0)),
        end: Some(Time::constant(15, 30, 0, 0)),
        zone: Some("CET".into()),
        extra: Extra::default(),
    });
    session.disclaimers = vec![Disclaimer {
        id: Id::numbered("disclaimer", 1),
        text: text_of(
            "Disclaimer: These notes were drafted by a machine. They are *not* an official record.",
        ),
    }];
    session.speakers = vec![
        speaker("chair", "Chair", SpeakerKind::Role),
        speaker("ines-o-hara", "Inês O’Hara", SpeakerKind::Person),
        speaker("harbour-masters", "Harbour Masters | West", SpeakerKind::Organization),
    ];
    session.speakers[1].role = Some("Lighthouse keeper | retired".into());
    let report = vec![
        Part {
            id: Id::numbered("report", 1),
            heading: None,
            speaker: None,
            blocks: vec![paragraph("The forum met in good weather. It had 2 questions before it.")],
            extra: Extra::default(),
        },
        Part {
            id: Id::numbered("report", 2),
            heading: Some(text_of("Fees of #1 and #2")),
            speaker: None,
            blocks: vec![
                paragraph("1. Fees were compared – see https://example.org/fees_2025 and www.example.org."),
                paragraph("Three remedies were named:"),
                block(BlockKind::Item, "a levy of $5 per berth"),
                block(BlockKind::Item, "- a [voluntary] fund"),
                block(BlockKind::Item, "nothing_at_all"),
                block(BlockKind::Subheading, "Open questions"),
                paragraph("Who lights the lamp if a < b and AT&T moves to &copy; land?"),
            ],
            extra: Extra::default(),
        },
    ];
    let profiles = vec![
        Profile {
            id: Id::new("profile-chair"),
            speaker: Id::new("speaker-chair"),
            initials: Some(text_of("C")),
            name: text_of("Chair"),
            statistics: Statistics {
                speed: declared(Some(118), "118 words per minute"),
                length: declared(Some(236), "236 words"),
                time: declared(Some(120), "120 secs"),
                extra: Extra::default(),
            },
            arguments: vec![
                Argument {
                    id: Id::new("argument-chair-1"),
                    claim: text_of("The lamp must be lit"),
                    facts: vec![text_of("Two ships ran aground in 2024."), text_of("The keeper retires.")],
                    topics: vec![text_of("Safety"), text_of("Public goods")],
                    details: vec![
                        detail(DetailKind::Explanation, &["A dark coast costs more than a lit one."], &[]),
                        detail(
                            DetailKind::AgreedWith,
                            &["Inês O’Hara", "The *fleet*"],
                            &["ines-o-hara", "fleet"],
                        ),
                    ],
                    extra: Extra::default(),
                },
                Argument {
                    id: Id::new("argument-chair-2"),
                    claim: text_of("“Somebody” should pay"),
                    facts: vec![],
                    topics: vec![text_of("Fees")],
                    details: vec![],
                    extra: Extra::default(),
                },
            ],
            report: vec![paragraph("The Chair kept to the agenda.")],
            extra: Extra::default(),
        },
        Profile {
            id: Id::new("profile-ines-o-hara"),
            speaker: Id::new("speaker-ines-o-hara"),
            initials: None,
            name: text_of("Inês O’Hara"),
            statistics: Statistics { speed: declared(None, "not measured"), ..Statistics::default() },
            arguments: vec![],
            report: vec![paragraph("She asked for figures.")],
            extra: Extra::default(),
        },
    ];
    let mut transcript = vec![
        speech(1, "chair", "Chair", vec![paragraph("Good afternoon. We begin."), paragraph("Inês, please.")]),
        speech(
            2,
            "ines-o-hara",
            "Inês O’Hara",
            vec![
                paragraph("Thank you – it’s an honour, and **no** joke."),
                block(BlockKind::Remark, "(Laughter.)"),
            ],
        ),
        speech(3, "chair", "The Chair", vec![paragraph("# Noted.")]),
        Speech { label: None, ..speech(4, "chair", "", vec![paragraph("We close.")]) },
    ];
    let of_recording = |milliseconds| Some(Moment::Elapsed { milliseconds });
    (transcript[1].start, transcript[1].end) = (of_recording(61_250), of_recording(3_672_000));
    transcript[2].start = Some(Moment::Clock { at: date(2025, 3, 3).at(15, 2, 0, 0), offset: None });
    let points = vec![
        Point {
            id: Id::numbered("point", 1),
            text: text_of("The lamp is a public good"),
            topics: vec![text_of("Public goods")],
            details: vec![
                detail(DetailKind::Speakers, &["Chair", "Inês O’Hara"], &["chair", "ines-o-hara"]),
                detail(DetailKind::Arguments, &["The lamp must be lit", "1. Nobody owns light"], &[]),
            ],
            extra: Extra::default(),
        },
        Point {
            id: Id::numbered("point", 2),
            text: text_of("“A lamp nobody pays for is a star.”"),
            topics: vec![],
            details: vec![detail(DetailKind::Impact, &["The levy was not mentioned again."], &[])],
            extra: Extra::default(),
        },
    ];
    session.sections = vec![
        section(
            "table-of-contents",
            SectionRole::TableOfContents,
            "Table of contents",
            Content::Parts(vec![]),
        ),
        section(
            "full-session-report",
            SectionRole::FullReport,
            "Full session report",
            Content::Parts(report),
        ),
        section(
            "session-transcript",
            SectionRole::Transcript,
            "Session transcript",
            Content::Speeches(transcript),
        ),
        section("speakers", SectionRole::Speakers, "Speakers", Content::Profiles(profiles)),
        section("agreements", SectionRole::Agreements, "Agreements", Content::Points(points)),
    ];
    session.labels = vec![text_of("Speech speed"), text_of("Supporting facts:")];
    session.unrecognised = vec![text_of("== page 3 ==")];
    session
}
