//! What documents made of a session have in common.

use plenary_core::document::{Arrangement, Body, Masthead, heading, is_all_of_title, label, named, times};
use plenary_core::model::{Detail, DetailKind, Extra, Id, Moment, Speech, Text};
use plenary_core::read::{ReadOptions, read};
use plenary_core::statistics::{Figure, figures, participants};

const PAGE: &str = "\
Gauges for everyone | Tidewater Forum 2031 WS #12
14 May 2031 10:30h - 11:45h
Table of contents
Full session report
They asked for a ledger.
Session transcript
Chair:
Good morning to all.
Audience:
Who pays?
Chair:
Nobody.
Speakers
Chair
Speech speed
149 words per minute
Speech time
797 secs
Delegate
Speech time
a while
";

#[test]
fn the_head_says_nothing_twice() {
    let mut session = read(PAGE, &ReadOptions::default()).session;
    let masthead = Masthead::of(&session);
    assert_eq!(masthead.title, Some("Gauges for everyone"));
    assert_eq!(masthead.event, Some("Tidewater Forum 2031 WS #12"));
    assert_eq!(masthead.date, Some("14 May 2031 10:30h - 11:45h"));

    session.title.as_mut().unwrap().name = " ".into();
    let masthead = Masthead::of(&session);
    assert_eq!((masthead.title, masthead.event), (Some("Tidewater Forum 2031 WS #12"), None));

    session.title = None;
    let masthead = Masthead::of(&session);
    assert_eq!((masthead.title, masthead.date), (Some("14 May 2031 10:30h - 11:45h"), None));

    session.time = None;
    assert_eq!(
        Masthead::of(&session).title,
        Some("Full session report"),
        "the first with something under it"
    );
}

#[test]
fn a_title_is_all_there_where_only_signs_are_left_out() {
    let session = read(PAGE, &ReadOptions::default()).session;
    let mut title = session.title.unwrap();
    assert!(is_all_of_title(&title));
    title.name = "Gauges".into();
    assert!(!is_all_of_title(&title), "`for everyone` would be lost");
}

#[test]
fn the_transcript_comes_last() {
    let mut session = read(PAGE, &ReadOptions::default()).session;
    session.sections.iter_mut().filter(|section| section.id.as_str() == "section-speakers").for_each(
        |section| {
            section.heading = None;
        },
    );
    let arrangement = Arrangement::of(&session);
    assert_eq!(
        arrangement.empty.iter().map(|section| heading(section)).collect::<Vec<_>>(),
        ["Table of contents"]
    );
    let [(report, Body::Parts(parts)), (profiles, Body::Profiles(people))] = *arrangement.body else {
        panic!("a report, then profiles, though the transcript stands between them in the page")
    };
    assert_eq!((heading(report), parts.len()), ("Full session report", 1));
    assert_eq!((heading(profiles), people.len()), ("Arguments by speaker", 2));
    let [(_, speeches)] = *arrangement.transcript else { panic!("one transcript") };
    assert_eq!(speeches.len(), 3);
}

#[test]
fn a_speech_is_labelled_as_written_or_with_its_speaker() {
    let mut session = read(PAGE, &ReadOptions::default()).session;
    let mut speech = session.speeches().next().unwrap().clone();
    session.speakers[0].name = "The Chair".into();
    let labels = |speech: &Speech<'_>| label(speech, &session.speaker_index()).map(str::to_owned);
    assert_eq!(labels(&speech).as_deref(), Some("Chair"));
    speech.label = None;
    assert_eq!(labels(&speech).as_deref(), Some("The Chair"));
    speech.speaker = Some(Id::new("speaker-ghost"));
    assert_eq!(labels(&speech), None);
}

#[test]
fn times_are_those_the_source_gives() {
    let session = read(PAGE, &ReadOptions::default()).session;
    let mut speech = session.speeches().next().unwrap().clone();
    let mut shown = |start: Option<&str>, end: Option<&str>| {
        let moment = |text: &str| text.parse::<Moment>().unwrap();
        (speech.start, speech.end) = (start.map(moment), end.map(moment));
        times(&speech)
    };
    assert_eq!(shown(Some("100:00:00.999"), None).as_deref(), Some("100:00:00"));
    assert_eq!(shown(None, Some("00:00:05.000")).as_deref(), Some("–00:00:05"));
    assert_eq!(shown(Some("00:00:05.000"), Some("00:00:05.900")).as_deref(), Some("00:00:05"));
    let day = shown(Some("2031-05-14T10:30:00+02:00"), Some("2031-05-14T10:31:05.5+02:00"));
    assert_eq!(day.as_deref(), Some("10:30:00–10:31:05"));
}

#[test]
fn names_of_a_detail_lead_to_speakers_one_by_one() {
    let session = read(PAGE, &ReadOptions::default()).session;
    let speakers = session.speaker_index();
    let chair = Id::new("speaker-chair");
    let names = |ids: &[&Id]| {
        let text = |name| Text::from_parts("", name, "\n", 0);
        let detail = Detail {
            kind: DetailKind::AgreedWith,
            texts: vec![text("Chair"), text("Ghost")],
            speakers: ids.iter().map(|id| (*id).clone()).collect(),
            extra: Extra::default(),
        };
        let named = named(&detail, &speakers);
        named.map(|(name, id)| (name.to_owned(), id.cloned())).collect::<Vec<_>>()
    };
    let (one, other) = ("Chair".to_owned(), "Ghost".to_owned());
    let ghost = Id::new("speaker-ghost");
    assert_eq!(names(&[&chair, &ghost]), [(one.clone(), Some(chair.clone())), (other.clone(), None)]);
    assert_eq!(names(&[&chair]), [(one, None), (other, None)], "whose it is cannot be told");
}

#[test]
fn participants_have_what_is_declared_and_what_is_counted() {
    let session = read(PAGE, &ReadOptions::default()).session;
    let participants = participants(&session);
    let figures = figures(&session, &participants);
    assert_eq!(
        figures,
        [Figure::Speed, Figure::Time, Figure::Speeches, Figure::Words],
        "nobody has a length"
    );
    let rows: Vec<_> = participants
        .iter()
        .map(|participant| {
            let shown: Vec<_> = figures.iter().map(|figure| participant.shown(*figure)).collect();
            (&*participant.speaker.name, shown.join(" "))
        })
        .collect();
    let rows: Vec<_> = rows.iter().map(|(name, shown)| (*name, shown.as_str())).collect();
    assert_eq!(rows, [("Chair", "149 13:17 2 5"), ("Audience", "  1 2"), ("Delegate", " a while 0 0")]);
}
