//! What is counted in a session.

#![allow(clippy::unwrap_used)] // in helpers of tests too

use std::time::Duration;

use plenary_core::Session;
use plenary_core::model::{
    Argument, Block, BlockKind, Content, Detail, DetailKind, Dialect, Extra, Id, Moment, Point, Profile,
    Section, SectionRole, Speaker, SpeakerKind, Speech, Statistics, Text,
};
use plenary_core::statistics::{Figure, figures, participants, successions, topics, turns, words};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn text(content: &str) -> Text<'static> {
    Text::from_parts("", content, "\n", 0)
}

fn id(name: &str) -> Id {
    Id::new(format!("speaker-{name}"))
}

/// A speech of `words`, and when it starts and ends.
fn speech(speaker: Option<&str>, words: &str, times: Option<(&str, &str)>) -> Speech<'static> {
    let moment = |text: &str| text.parse::<Moment>().unwrap();
    Speech {
        id: Id::new("speech"),
        speaker: speaker.map(id),
        label: None,
        start: times.map(|(start, _)| moment(start)),
        end: times.map(|(_, end)| moment(end)),
        blocks: vec![Block::paragraph(text(words))],
        extra: Extra::default(),
    }
}

fn section(content: Content<'static>) -> Section<'static> {
    Section {
        id: Id::new("section"),
        role: SectionRole::Other,
        heading: None,
        content,
        extra: Extra::default(),
    }
}

fn session(speakers: &[&str], sections: Vec<Content<'static>>) -> Session<'static> {
    let mut session = Session::new(Dialect::DigWatch);
    session.speakers = speakers
        .iter()
        .map(|name| Speaker {
            id: id(name),
            name: (*name).to_owned().into(),
            kind: SpeakerKind::Person,
            role: None,
            extra: Extra::default(),
        })
        .collect();
    session.sections = sections.into_iter().map(section).collect();
    session
}

fn spoken(speeches: &[(Option<&str>, &str)]) -> Content<'static> {
    Content::Speeches(speeches.iter().map(|(speaker, words)| speech(*speaker, words, None)).collect())
}

#[test]
fn words_are_counted_as_those_count_who_declare_them() {
    for (text, expected) in [
        ("", 0),
        (" \t\r\n", 0),
        (". . . – — * ***", 0),
        ("one", 1),
        ("don’t it's l’eau", 3),
        ("multi-stakeholder and/or https://example.org/a-b?c=d", 3),
        ("“Quoted,” (bracketed) – 3.14% #7 $5", 5),
        ("no\u{A0}break\u{2003}spaces\u{3000}either", 4),
        ("zero\u{200B}width", 1),
        ("so—called", 1),
        ("Où ça ? Là-bas !", 3),
        ("Не более того", 3),
        ("مرحبا بالجميع", 2),
        ("안녕하세요 여러분", 2),
        ("e\u{301}te\u{301} fini", 2),
        ("🎉 🎉", 0),
    ] {
        assert_eq!(words(text), expected, "{text:?}");
    }
}

#[test]
fn scripts_without_spaces_have_words_without_spaces() {
    for (text, expected) in [
        ("世界人民", 4),
        ("你好，世界。", 4),
        ("「你好」，", 2),
        ("我们讨论AI技术 in 2031年。", 10),
        ("(AI)技术", 3),
        ("ひらがな", 4),
        ("カタカナ ｶﾀｶﾅ", 2),
        ("𠀀𠀁", 2),
        ("、。", 0),
        ("and 、 then", 2),
    ] {
        assert_eq!(words(text), expected, "{text:?}");
    }
    assert!(words("ภาษาไทยไม่มีการเว้นวรรค") > 4);
    assert!(words("ភាសាខ្មែរ") > 1 && words("ພາສາລາວ") > 1 && words("မြန်မာဘာသာ") > 1);
}

proptest! {
    /// It is the plain rule, run by run, whichever way the text is cut into blocks.
    #[test]
    fn many_bytes_at_once_are_counted_like_one_by_one(
        text in "([ a-zA-Z0-9\\t.,@\\[`{/:\u{0}-\u{1f}\u{7f}é“”\u{85}\u{a0}\u{2028}Ж🎉]{0,200})",
        dense in "([a-z,é“\u{2028} ]|  |[a-z]{1,9}[ .,]{1,2}){0,200}",
        unspaced in "([a-z ,.é。\u{3000}ひ世]|[a-z]{1,9}[ ,]){0,150}",
    ) {
        for text in [text, dense, unspaced] {
            let of_run = |run: &str| match run.contains(['ひ', '世']) {
                true => run.unicode_words().count(),
                false => usize::from(run.contains(char::is_alphanumeric)),
            };
            prop_assert_eq!(words(&text), text.split_whitespace().map(of_run).sum::<usize>(), "{:?}", text);
        }
    }

    /// Words stay apart: what stands before and behind a space does not matter.
    #[test]
    fn a_space_parts_words(one in any::<String>(), other in any::<String>()) {
        prop_assert_eq!(words(&format!("{one} {other}")), words(&one) + words(&other));
    }
}

#[test]
fn one_run_without_end_and_many_short_ones_take_linear_time() {
    assert_eq!(words(&"你a，".repeat(300_000)), 600_000);
    assert_eq!(words(&" a你".repeat(300_000)), 600_000);
    assert_eq!(words(&"a".repeat(3_000_000)), 1);
    assert_eq!(words(&"é“".repeat(1_000_000)), 1);
    assert_eq!(words(&" 。".repeat(1_000_000)), 0);
}

#[test]
fn shares_are_of_all_that_is_said() {
    let session = session(
        &["ada", "bea"],
        vec![spoken(&[(Some("ada"), "one two three"), (None, "four")]), spoken(&[(Some("bea"), "five six")])],
    );
    let shares: Vec<_> =
        participants(&session).iter().map(|participant| participant.share.to_string()).collect();
    assert_eq!(shares, ["50.0 %", "33.3 %"], "of six words, one of which nobody known said");
}

#[test]
fn turns_come_in_the_order_of_all_sections() {
    let mut session = session(
        &["ada"],
        vec![
            spoken(&[(Some("ada"), "one two"), (None, "three")]),
            Content::Parts(vec![]),
            spoken(&[(Some("ghost"), "four five six")]),
        ],
    );
    if let Content::Speeches(speeches) = &mut session.sections[0].content {
        let remark = Block { kind: BlockKind::Remark, text: text("(Applause and laughter)") };
        speeches[0].blocks.push(remark);
    }
    let turns: Vec<_> = turns(&session)
        .map(|turn| (turn.number, turn.speaker.map(|speaker| &*speaker.name), turn.words))
        .collect();
    assert_eq!(turns, [(1, Some("ada"), 2), (2, None, 1), (3, None, 3)]);
}

#[test]
fn time_is_counted_where_speeches_have_some() {
    let time = |times| {
        let session =
            session(&["ada"], vec![Content::Speeches(vec![speech(Some("ada"), "One.", Some(times))])]);
        turns(&session).next().unwrap().time
    };
    assert_eq!(time(("00:00:01.500", "00:01:02.000")), Some(Duration::from_millis(60_500)));
    assert_eq!(time(("00:01:02.000", "00:00:01.500")), None, "it would end before it starts");
    assert_eq!(time(("2031-06-10T23:59:00", "2031-06-11T00:01:00")), Some(Duration::from_secs(120)));
    let zones = ("2031-06-10T12:00:00+02:00", "2031-06-10T10:00:30Z");
    assert_eq!(time(zones), Some(Duration::from_secs(30)));
    assert_eq!(time(("2031-06-10T12:00:00+02:00", "2031-06-10T12:00:30")), None, "one of them has no zone");
    assert_eq!(time(("00:00:01.000", "2031-06-10T12:00:30")), None, "of two kinds");
}

#[test]
fn a_speaker_has_the_time_of_their_speeches() {
    let timed = |speaker, times| speech(Some(speaker), "One.", Some(times));
    let mut session = session(
        &["ada", "bea"],
        vec![Content::Speeches(vec![
            timed("ada", ("00:00:00.000", "00:01:00.400")),
            timed("ada", ("00:02:00.000", "00:02:05.200")),
            speech(Some("bea"), "Two.", None),
        ])],
    );
    let shown = |session: &Session<'_>| {
        let participants = participants(session);
        let shown: Vec<_> =
            participants.iter().map(|participant| participant.shown(Figure::Spoken).into_owned()).collect();
        (figures(session, &participants).contains(&Figure::Spoken), shown)
    };
    assert_eq!(shown(&session), (true, vec!["1:06".to_owned(), String::new()]));
    if let Content::Speeches(speeches) = &mut session.sections[0].content {
        speeches.iter_mut().for_each(|speech| speech.end = None);
    }
    assert_eq!(shown(&session), (false, vec![String::new(), String::new()]), "no column for nothing");
}

#[test]
fn who_follows_whom() {
    let session = session(
        &["ada", "bea", "chair"],
        vec![
            spoken(&[(Some("ada"), "a"), (Some("chair"), "b"), (Some("chair"), "c"), (Some("bea"), "d")]),
            spoken(&[
                (Some("chair"), "e"),
                (Some("bea"), "f"),
                (None, "g"),
                (Some("ada"), "h"),
                (Some("ghost"), "i"),
            ]),
        ],
    );
    let pairs: Vec<_> = successions(&session)
        .iter()
        .map(|pair| (&*pair.before.name, &*pair.after.name, pair.times))
        .collect();
    assert_eq!(pairs, [("chair", "bea", 2), ("ada", "chair", 1), ("bea", "chair", 1)]);
}

#[test]
fn topics_gather_arguments_and_points() {
    let argument = |claim: &str, topics: &[&str]| Argument {
        id: Id::new("argument"),
        claim: text(claim),
        facts: vec![],
        topics: topics.iter().map(|topic| text(topic)).collect(),
        details: vec![],
        extra: Extra::default(),
    };
    let profile = |name: &str, arguments| Profile {
        id: Id::new("profile"),
        speaker: id(name),
        initials: None,
        name: text(name),
        statistics: Statistics::default(),
        arguments,
        report: vec![],
        extra: Extra::default(),
    };
    let detail = |kind, name: &str| Detail {
        kind,
        texts: vec![text(name)],
        speakers: vec![id(name)],
        extra: Extra::default(),
    };
    let point = Point {
        id: Id::new("point-1"),
        text: text("Both want cranes"),
        topics: vec![text("Cranes"), text("Quays")],
        details: vec![detail(DetailKind::Speakers, "bea"), detail(DetailKind::AgreedWith, "chair")],
        extra: Extra::default(),
    };
    let session = session(
        &["ada", "bea", "chair"],
        vec![
            Content::Points(vec![point]),
            Content::Profiles(vec![
                profile(
                    "ada",
                    vec![argument("One", &["Money", "Cranes", "Money", " "]), argument("Two", &["Cranes"])],
                ),
                profile("bea", vec![argument("Three", &["cranes"])]),
            ]),
        ],
    );
    let found: Vec<_> = topics(&session)
        .iter()
        .map(|topic| {
            let claims: Vec<_> = topic.arguments.iter().map(|argument| argument.claim.as_str()).collect();
            format!("{}: {} | {}", topic.name, claims.join(" "), topic.points.len())
        })
        .collect();
    assert_eq!(found, ["Money: One | 0", "Cranes: One Two Three | 1", "Quays:  | 1"]);
}

/// 100,000 speakers, each with a speech, a profile and a topic: a quadratic step would take hours.
#[test]
fn many_speakers_take_no_longer_than_they_should() {
    let names: Vec<_> = (0..100_000).map(|number| format!("s{number}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let speeches: Vec<_> = names.iter().map(|name| (Some(*name), "Word.")).collect();
    let session = session(&names, vec![spoken(&speeches)]);
    assert_eq!(participants(&session).len(), names.len());
    assert_eq!(successions(&session).len(), names.len() - 1);
    assert_eq!(turns(&session).filter(|turn| turn.speaker.is_some()).count(), names.len());
}
