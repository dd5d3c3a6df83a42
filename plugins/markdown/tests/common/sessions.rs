//! Sessions with hostile text in every place.

use jiff::civil::{Date, Time, date};
use plenary_markdown::{Flags, Flavour, Markup, Options, Style};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{
    Argument, Block, BlockKind, Content, Declared, Detail, DetailKind, Dialect, Disclaimer, Event, Extra, Id,
    MeetingTime, Moment, Part, Point, Profile, Section, SectionRole, Speaker, SpeakerKind, Speech,
    Statistics, Text, Title,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that mean something to some Markdown parser, or to YAML, or to HTML.
const PIECES: &[&str] = &[
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\0",
    "\u{B}",
    "\u{C}",
    "\u{85}",
    "\u{A0}",
    "\u{2028}",
    "\u{2029}",
    "\u{FEFF}",
    "\u{200B}",
    "\u{7F}",
    "\u{3000}",
    "\u{1F}",
    "\\",
    "\\\\",
    "*",
    "**",
    "***",
    "_",
    "__",
    "a_b",
    "`",
    "```",
    "``` rust",
    "~",
    "~~",
    "~~~",
    "[",
    "]",
    "[x]",
    "[ ] ",
    "[^1]",
    "[^1]: ",
    "[a]: /b ",
    "[a](b)",
    "![a](b)",
    "[[a]]",
    "[!NOTE]",
    "<",
    ">",
    "> ",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<?",
    "<a@b.org>",
    "<http://a.b>",
    "< ",
    "&",
    "&amp;",
    "&#35;",
    "&#x23;",
    "&copy",
    ";",
    "#",
    "# ",
    "## ",
    " #",
    " ##",
    "-",
    "- ",
    "--",
    "---",
    "- - -",
    "+",
    "+ ",
    "+++",
    "=",
    "==",
    "===",
    "1.",
    "1. ",
    "1)",
    "12) ",
    "1234567890. ",
    "a.",
    "(a) ",
    "|",
    "||",
    "| a |",
    "|-|",
    "--|--",
    ":-:",
    ":",
    ": ",
    ":::",
    "$",
    "$$",
    "$a$",
    "^",
    "^a^",
    "{",
    "}",
    "{#a}",
    "{.b}",
    "{{",
    "!",
    "@",
    "a@b.org",
    "http://a.b/c",
    "https://a.b/_c_",
    "http://",
    "://",
    "www.",
    "www.a.b",
    "www.a.b/*c*",
    ".",
    ",",
    "'",
    "\"",
    "(",
    ")",
    "a",
    "B",
    "7",
    "é",
    "日本",
    "𝄞",
    "word",
    "two words",
    "%",
    "%%",
    "/",
    "...",
    "x_",
    "_x",
];

/// Text out of such pieces, and out of anything.
pub fn hostile() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![9 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

fn text() -> impl Strategy<Value = Text<'static>> {
    hostile().prop_map(|content| text_of(&content))
}

/// A session that is one section without a heading.
pub fn one_section(content: Content<'static>) -> Session<'static> {
    let mut session = Session::new(Dialect::DigWatch);
    session.sections.push(Section {
        id: Id::new("section-1"),
        role: SectionRole::Other,
        heading: None,
        content,
        extra: Extra::default(),
    });
    session
}

/// A piece of a source that is a line with that content.
pub fn text_of(content: &str) -> Text<'static> {
    Text::from_parts("", content, "\n", 0)
}

fn block() -> impl Strategy<Value = Block<'static>> {
    let kind = prop_oneof![
        4 => Just(BlockKind::Paragraph),
        2 => Just(BlockKind::Item),
        1 => Just(BlockKind::Subheading),
        1 => Just(BlockKind::Remark),
    ];
    // Numbers that run on, that leave gaps, that come twice, and the longest that is one.
    const MARKS: &[&str] = &[
        "",
        "- ",
        "1. ",
        "2. ",
        "3. ",
        "2) ",
        "3) ",
        "004. ",
        "0) ",
        " 999999999.",
        "1000000000. ",
        "(a) ",
        "1",
    ];
    (kind, select(MARKS), hostile())
        .prop_map(|(kind, mark, text)| Block { kind, text: Text::from_parts(mark, &text, "\n", 0) })
}

fn part() -> impl Strategy<Value = Part<'static>> {
    (of(text()), vec(block(), 0..4)).prop_map(|(heading, blocks)| Part {
        id: Id::new("part"),
        heading,
        speaker: None,
        blocks,
        extra: Extra::default(),
    })
}

fn speech() -> impl Strategy<Value = Speech<'static>> {
    (of(text()), of(0..5_usize), vec(block(), 0..4), times()).prop_map(
        |(label, speaker, blocks, (start, end))| Speech {
            id: Id::new("speech"),
            speaker: speaker.map(speaker_id),
            label,
            blocks,
            start,
            end,
            extra: Extra::default(),
        },
    )
}

/// When something starts and ends: of a recording, of a day, or untold.
fn times() -> impl Strategy<Value = (Option<Moment>, Option<Moment>)> {
    let elapsed = (0..400_000_000_u64).prop_map(|milliseconds| Moment::Elapsed { milliseconds });
    let clock = (0..24_i8, 0..60_i8, 0..60_i8).prop_map(|(hour, minute, second)| Moment::Clock {
        at: date(2025, 3, 3).at(hour, minute, second, 0),
        offset: None,
    });
    let moment = prop_oneof![elapsed, clock].boxed();
    prop_oneof![2 => Just((None, None)), 1 => (of(moment.clone()), of(moment))]
}

/// Explanations, evidence, names.
fn details() -> impl Strategy<Value = Vec<Detail<'static>>> {
    let detail =
        (select(&DetailKind::ALL[..]), vec(text(), 0..4), vec((0..5_usize).prop_map(speaker_id), 0..4));
    let detail =
        detail.prop_map(|(kind, texts, speakers)| Detail { kind, texts, speakers, extra: Extra::default() });
    prop_oneof![2 => Just(vec![]), 1 => vec(detail, 0..4)]
}

/// Topics, some of them those of other points too.
fn topics() -> impl Strategy<Value = Vec<Text<'static>>> {
    let known = select(&["Lamps", "*Oil* [1]", " Fees"][..]).prop_map(text_of);
    vec(prop_oneof![2 => known, 1 => text()], 0..3)
}

fn point() -> impl Strategy<Value = Point<'static>> {
    (text(), topics(), details()).prop_map(|(text, topics, details)| Point {
        id: Id::new("point"),
        text,
        topics,
        details,
        extra: Extra::default(),
    })
}

fn profile() -> impl Strategy<Value = Profile<'static>> {
    let declared = || {
        (of(any::<u64>()), text()).prop_map(|(value, text)| Declared { value, text, extra: Extra::default() })
    };
    let statistics = (of(declared()), of(declared()), of(declared()))
        .prop_map(|(speed, length, time)| Statistics { speed, length, time, extra: Extra::default() });
    let argument =
        (text(), vec(text(), 0..3), topics(), details()).prop_map(|(claim, facts, topics, details)| {
            Argument { id: Id::new("argument"), claim, facts, topics, details, extra: Extra::default() }
        });
    (of(text()), text(), 0..5_usize, statistics, vec(argument, 0..12), vec(block(), 0..3)).prop_map(
        |(initials, name, speaker, statistics, arguments, report)| Profile {
            id: Id::new("profile"),
            speaker: speaker_id(speaker),
            initials,
            name,
            statistics,
            arguments,
            report,
            extra: Extra::default(),
        },
    )
}

fn section() -> impl Strategy<Value = Section<'static>> {
    let content = prop_oneof![
        vec(part(), 0..3).prop_map(Content::Parts),
        vec(point(), 0..12).prop_map(Content::Points),
        vec(speech(), 0..3).prop_map(Content::Speeches),
        vec(profile(), 0..3).prop_map(Content::Profiles),
    ];
    (of(text()), select(&SectionRole::ALL[..]), content).prop_map(|(heading, role, content)| Section {
        id: Id::new("section"),
        role,
        heading,
        content,
        extra: Extra::default(),
    })
}

fn title() -> impl Strategy<Value = Title<'static>> {
    let event =
        (hostile(), hostile(), of(hostile()), of(hostile())).prop_map(|(label, series, kind, number)| {
            Event {
                label: label.into(),
                series: series.into(),
                kind: kind.map(Into::into),
                number: number.map(Into::into),
                extra: Extra::default(),
            }
        });
    (hostile(), of(event), vec(text(), 0..2)).prop_map(|(name, event, repeated)| Title {
        line: text_of(&event.as_ref().map_or(name.clone(), |event| format!("{name} | {}", event.label))),
        name: name.into(),
        event,
        repeated,
        extra: Extra::default(),
    })
}

fn time() -> impl Strategy<Value = MeetingTime<'static>> {
    let time = || of((0..24_i8, 0..60_i8).prop_map(|(hour, minute)| Time::constant(hour, minute, 0, 0)));
    (text(), 0..9999_i16, time(), time(), of(hostile())).prop_map(|(line, year, start, end, zone)| {
        MeetingTime {
            line,
            date: Date::constant(year, 6, 7),
            start,
            end,
            zone: zone.map(Into::into),
            extra: Extra::default(),
        }
    })
}

/// The options of minutes whose text is that of the source, without front matter.
pub fn options() -> impl Strategy<Value = Options> {
    let style = prop_oneof![3 => Just(Style::Full), 1 => Just(Style::Minutes), 1 => Just(Style::Transcript)];
    let wrap = prop_oneof![2 => Just(0), 1 => Just(20), 1 => Just(40), 1 => Just(72)];
    let flavour = prop_oneof![Just(Flavour::Gfm), Just(Flavour::Commonmark)];
    let flags = prop_oneof![Just(Flags::None), Just(Flags::Links)];
    (style, any::<bool>(), 0..=5_u8, wrap, flavour, flags).prop_map(
        |(style, contents, heading_offset, wrap, flavour, flags)| Options {
            style,
            front_matter: false,
            contents,
            heading_offset,
            wrap,
            flavour,
            markup: Markup::Literal,
            flags,
        },
    )
}

/// Whole sessions.
pub fn session() -> impl Strategy<Value = Session<'static>> {
    let parts = (of(title()), of(time()), vec(text(), 0..3), vec(section(), 0..7));
    (parts, vec((hostile(), of(hostile())), 0..4), vec(text(), 0..3)).prop_map(
        |((title, time, disclaimers, sections), speakers, unrecognised)| {
            let mut session = Session::new(Dialect::DigWatch);
            session.title = title;
            session.time = time;
            session.disclaimers =
                disclaimers.into_iter().map(|text| Disclaimer { id: Id::new(""), text }).collect();
            session.sections = sections;
            session.speakers = speakers.into_iter().map(|(name, role)| speaker(&name, role)).collect();
            session.unrecognised = unrecognised;
            number(&mut session);
            session
        },
    )
}

fn speaker(name: &str, role: Option<String>) -> Speaker<'static> {
    Speaker {
        id: speaker_id(0),
        name: name.to_owned().into(),
        kind: SpeakerKind::Person,
        role: role.map(Into::into),
        extra: Extra::default(),
    }
}

fn speaker_id(number: usize) -> Id {
    Id::numbered("speaker", number)
}

/// Gives every node an identifier of its own.
pub fn number(session: &mut Session<'_>) {
    let mut number = 0;
    let mut next = |prefix| {
        number += 1;
        Id::numbered(prefix, number)
    };
    session.disclaimers.iter_mut().for_each(|disclaimer| disclaimer.id = next("disclaimer"));
    for section in &mut session.sections {
        section.id = next("section");
        match &mut section.content {
            Content::Parts(parts) => parts.iter_mut().for_each(|part| part.id = next("report")),
            Content::Points(points) => points.iter_mut().for_each(|point| point.id = next("point")),
            Content::Speeches(speeches) => speeches.iter_mut().for_each(|speech| speech.id = next("speech")),
            Content::Profiles(profiles) => {
                for profile in profiles {
                    profile.id = next("profile");
                    profile.arguments.iter_mut().for_each(|argument| argument.id = next("argument"));
                }
            }
            _ => {}
        }
    }
    session.speakers.iter_mut().enumerate().for_each(|(number, speaker)| speaker.id = speaker_id(number));
}

/// Every identifier of the model.
pub fn ids(session: &Session<'_>) -> Vec<String> {
    let mut ids: Vec<&Id> = session.disclaimers.iter().map(|disclaimer| &disclaimer.id).collect();
    ids.extend(session.sections.iter().map(|section| &section.id));
    ids.extend(session.parts().map(|part| &part.id));
    ids.extend(session.points().map(|point| &point.id));
    ids.extend(session.speeches().map(|speech| &speech.id));
    for profile in session.profiles() {
        ids.push(&profile.id);
        ids.extend(profile.arguments.iter().map(|argument| &argument.id));
    }
    ids.extend(session.speakers.iter().map(|speaker| &speaker.id));
    ids.iter().map(ToString::to_string).collect()
}
