//! Sessions of every shape, made up by proptest.

use plenary_pdf::{Options, Paper, Style};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Block, BlockKind, Content, Detail, DetailKind, Moment};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::build;

/// A word as it may stand in a record; rarely one that no line can hold.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => "[a-z]{1,11}",
        3 => "[A-ZÀ-ž][a-zà-ž]{2,12}[,.;:!?]?",
        2 => "[α-ωά-ώ]{2,9}",
        2 => "[а-яё]{2,12}",
        1 => "[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]{1,4}",
        3 => prop::sample::select(vec![
            "multi-stakeholder", "“office”", "and/or", "so—called", "1,300\u{A0}km", "fluffy", "off\u{AD}shore", "–",
            "https://example.org/a/b/c?d=e&f=g", "a\tb", "e\u{301}te\u{301}", "\u{200B}", "«\u{A0}oui\u{A0}»", "x\ny",
        ])
        .prop_map(str::to_owned),
        1 => "[a-z]{70,160}",
    ]
}

fn sentence(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    vec(word(), words).prop_map(|words| words.join(" "))
}

fn block() -> impl Strategy<Value = Block<'static>> {
    let kind = prop_oneof![
        8 => Just(BlockKind::Paragraph),
        2 => Just(BlockKind::Item),
        1 => Just(BlockKind::Remark),
        1 => Just(BlockKind::Subheading),
    ];
    (kind, prop_oneof![3 => sentence(1..90), 1 => sentence(1..8), 1 => sentence(150..400)])
        .prop_map(|(kind, content)| build::block(kind, &content))
}

type Argument = (String, Vec<String>, Vec<String>, Vec<Detail<'static>>);

fn argument() -> impl Strategy<Value = Argument> {
    (sentence(1..16), vec(sentence(1..24), 0..4), vec(sentence(1..3), 0..4), details())
}

fn details() -> impl Strategy<Value = Vec<Detail<'static>>> {
    let kind = prop::sample::select(&DetailKind::ALL[..]);
    let detail = (kind, vec(prop_oneof![sentence(1..4), sentence(1..60)], 0..5), any::<bool>());
    let detail = detail.prop_map(|(kind, texts, known)| {
        let speakers = if known { vec!["speaker-1"; texts.len()] } else { Vec::new() };
        build::detail(kind, &texts.iter().map(String::as_str).collect::<Vec<_>>(), &speakers)
    });
    prop_oneof![vec(detail, 0..5), Just(Vec::new())]
}

fn moment() -> impl Strategy<Value = Option<Moment>> {
    option::of((0..400_000_000_u64).prop_map(|milliseconds| Moment::Elapsed { milliseconds }))
}

/// A session of any shape: parts of it may be absent, empty or long.
pub(crate) fn session() -> impl Strategy<Value = Session<'static>> {
    let head = (option::of(sentence(1..12)), option::of(Just("14 May 2031")), vec(sentence(1..60), 0..3));
    let report = option::of(vec((option::of(sentence(1..14)), vec(block(), 0..6)), 0..4));
    let speech = (option::of(sentence(1..4)), vec(block(), 0..3), moment(), moment());
    let speeches = option::of(vec(speech, 0..24));
    let points = option::of(vec(argument(), 0..8));
    let profiles = option::of(vec(
        (sentence(1..4), option::of(sentence(1..20)), vec(argument(), 0..6), vec(block(), 0..4)),
        0..5,
    ));
    (head, report, speeches, profiles, points).prop_map(
        |((title, time, disclaimers), report, speeches, profiles, points)| {
            let mut session = build::empty();
            session.title = title.map(|name| build::title(&name, &name, None));
            session.time = time.map(build::time);
            session.disclaimers =
                (1..).zip(&disclaimers).map(|(number, content)| build::disclaimer(number, content)).collect();
            let mut sections = Vec::new();
            if let Some(report) = report {
                let parts = (1..).zip(report).map(|(number, (heading, blocks))| {
                    build::part(&format!("report-{number}"), heading.as_deref(), blocks)
                });
                sections.push(build::section(
                    "section-report",
                    Some("Session report"),
                    Content::Parts(parts.collect()),
                ));
            }
            if let Some(speeches) = speeches {
                let speeches = (1..).zip(speeches).map(|(number, (label, blocks, start, end))| {
                    let mut speech = build::speech(number, "speaker-1", label.as_deref(), blocks);
                    (speech.start, speech.end) = (start, end);
                    speech
                });
                let speeches = Content::Speeches(speeches.collect());
                sections.push(build::section("section-transcript", None, speeches));
            }
            if let Some(profiles) = profiles {
                let profiles = (1..).zip(profiles).map(|(number, (name, role, arguments, report))| {
                    let speaker = format!("speaker-{number}");
                    session.speakers.push(build::speaker(&speaker, &name));
                    session.speakers.iter_mut().last().unwrap().role = role.map(Into::into);
                    let arguments = (1..).zip(arguments).map(|(nth, (claim, facts, topics, details))| {
                        let id = format!("argument-{number}-{nth}");
                        let mut argument = build::argument(&id, &claim, &refer(&facts), &refer(&topics));
                        argument.details = details;
                        argument
                    });
                    let mut profile =
                        build::profile(&format!("profile-{number}"), &speaker, &name, arguments.collect());
                    profile.statistics.speed = build::declared(100 + number, "words per minute");
                    profile.report = report;
                    profile
                });
                let profiles = Content::Profiles(profiles.collect());
                sections.push(build::section("section-speakers", Some("Speakers"), profiles));
            }
            if let Some(points) = points {
                let points = (1..).zip(points).map(|(number, (text, _, topics, details))| {
                    build::point(number, &text, &refer(&topics), details)
                });
                sections.push(build::section("section-points", None, Content::Points(points.collect())));
            }
            session.sections = sections;
            session
        },
    )
}

fn refer(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// Options within the schema.
pub(crate) fn options() -> impl Strategy<Value = Options> {
    let style = prop::sample::select(&Style::ALL[..]);
    let paper = prop_oneof![Just(Paper::A4), Just(Paper::Letter)];
    let size = prop::sample::select(vec![None, Some(8.0_f32), Some(14.0)]);
    let columns = 1_u8..=2;
    let options = (style, paper, size, columns, any::<[bool; 3]>());
    options.prop_map(|(style, paper, font_size, columns, [justify, charts, cover])| Options {
        style,
        paper,
        font_size,
        columns,
        justify,
        charts,
        cover,
        ..Options::default()
    })
}
