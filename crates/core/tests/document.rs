//! What documents made of a session have in common.

use plenary_core::document::{Arrangement, Masthead, heading, is_all_of_title};
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
fn sections_are_arranged_by_what_they_hold() {
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
    let [(report, parts)] = *arrangement.report else { panic!("one report") };
    assert_eq!((heading(report), parts.len()), ("Full session report", 1));
    let [(profiles, people)] = *arrangement.profiles else { panic!("one section of profiles") };
    assert_eq!((heading(profiles), people.len()), ("Arguments by speaker", 2));
    let [(_, speeches)] = *arrangement.transcript else { panic!("one transcript") };
    assert_eq!(speeches.len(), 3);
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
