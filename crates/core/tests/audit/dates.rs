//! Dates and times.

use jiff::civil::date;
use plenary_core::model::{Content, Moment, Session};
use plenary_core::read::{ReadOptions, read};

use crate::{assert_finds, findings_of, of_kind, transcript, words};

fn page(title: &str, line: &str) -> String {
    format!(
        "{title}\n{line}\nSession transcript\nChair:\nGood morning.\nInes Quarrie:\nGood morning, Chair.\n"
    )
}

#[test]
fn dates_that_cannot_be() {
    assert_finds(
        &page("Tides", "14 May 2301"),
        &["warning impossible-date: the date is of the year 2301 @ 14 May 2301"],
    );
    assert_finds(
        &page("Tides", "Friday 14 May 2031 10:30h - 11:45h"),
        &[
            "warning wrong-weekday: 2031-05-14 is a Wednesday, not a Friday @ Friday 14 May 2031 10:30h - 11:45h",
        ],
    );
    assert_finds(&page("Tides", "Wed 14 May 2031 10:30h - 11:45h"), &[]);
    assert_finds(
        &page("Tides", "14 May 2031 10:30h - 10:30h"),
        &["warning meeting-length: the meeting begins and ends at 10:30 @ 14 May 2031 10:30h - 10:30h"],
    );
    assert_finds(
        &page("Tides", "14 May 2031 11:45h - 10:30h"),
        &[
            "warning meeting-length: the meeting begins at 11:45 and ends at 10:30, before that or more than 12 hours later \
           @ 14 May 2031 11:45h - 10:30h",
        ],
    );
    // Over midnight.
    assert_finds(&page("Tides", "14 May 2031 22:00h - 00:30h"), &[]);
}

#[test]
fn dates_that_contradict_each_other() {
    assert_finds(
        &page("Tides | IGF 2030 WS #12", "14 May 2031"),
        &[
            "note conflicting-date: the date is in 2031, but the title places the session in `IGF 2030` @ 14 May 2031",
        ],
    );
    assert_finds(&page("Tides | IGF 2031 WS #12", "14 May 2031"), &[]);
    assert_finds(&page("Agenda 2030 and the tides | IGF 2031 WS #12", "14 May 2031"), &[]);
    assert_finds(
        &page("Tides of 12 May 2031", "14 May 2031"),
        &[
            "note conflicting-date: the title says 2031-05-12, but the date of the session is 2031-05-14 @ 12 May 2031",
        ],
    );
    assert_finds(&page("Tides of 14 May 2031", "14 May 2031"), &[]);

    let report = |report: &str| {
        format!(
            "Tides\n14 May 2031\nFull session report\nGauges\n{report}\nSession transcript\nChair:\nGo on.\n"
        )
    };
    assert_finds(
        &report("The session, held on 13 May 2031, was about tides."),
        &[
            "note conflicting-date: the report says 2031-05-13, but the date of the session is 2031-05-14 @ 13 May 2031",
        ],
    );
    assert_finds(&report("The session was held on May 14, 2031 at the pier."), &[]);
    assert_finds(&report("A survey that was held on 3 April 2029 showed the tides."), &[]);
}

/// A transcript of three speeches with these times, in seconds.
fn timed(times: [(u64, u64); 3], said: usize) -> Vec<String> {
    let page = transcript(&format!(
        "Chair:\n{}\nInes Quarrie:\nYes, of course.\nBo Abara:\nNot at all.\n",
        words(1, said)
    ));
    let mut session = read(&page, &ReadOptions::default()).session;
    let moment = |seconds: u64| Some(Moment::Elapsed { milliseconds: seconds * 1000 });
    set(&mut session, |nth| (moment(times[nth].0), moment(times[nth].1)));
    findings_of(&session, &page)
}

fn set(session: &mut Session<'_>, times: impl Fn(usize) -> (Option<Moment>, Option<Moment>)) {
    for section in &mut session.sections {
        if let Content::Speeches(speeches) = &mut section.content {
            for (nth, speech) in speeches.iter_mut().enumerate() {
                (speech.start, speech.end) = times(nth);
            }
        }
    }
}

#[test]
fn times_of_speeches() {
    assert_eq!(timed([(0, 30), (30, 40), (40, 50)], 20), [""; 0]);
    // Talk across each other, and a word thrown in.
    assert_eq!(timed([(0, 300), (290, 305), (304, 310)], 20), [""; 0]);
    assert_eq!(timed([(0, 300), (100, 101), (300, 310)], 20), [""; 0]);
    assert_eq!(
        timed([(0, 30), (50, 60), (40, 49)], 20),
        [
            "warning times-backwards: the speech begins at 00:00:40.000, before the one above it, which begins at \
          00:00:50.000 @ Bo Abara"
        ]
    );
    assert_eq!(
        timed([(30, 0), (50, 60), (60, 70)], 20),
        [
            "warning times-backwards: the speech ends at 00:00:00.000, before it begins at 00:00:30.000 @ Chair"
        ]
    );
    assert_eq!(
        timed([(0, 100), (20, 90), (90, 95)], 20),
        [
            "note overlapping-speeches: the speech begins at 00:00:20.000, but the one above it ends at 00:01:40.000: 70 \
          seconds are both @ Ines Quarrie"
        ]
    );
    assert_eq!(
        timed([(0, 10), (20, 90), (90, 95)], 80),
        [
            "warning impossible-pace: 80 words from 00:00:00.000 to 00:00:10.000: nobody speaks faster than 400 words per \
          minute @ Chair"
        ]
    );
}

#[test]
fn speeches_of_another_day() {
    let page = transcript("Chair:\nGood morning.\nInes Quarrie:\nGood morning, Chair.\n");
    let mut session = read(&page, &ReadOptions::default()).session;
    let clock = |day: i8| Some(Moment::Clock { at: date(2031, 5, day).at(10, 30, 0, 0), offset: None });
    set(&mut session, |_| (clock(14), None));
    assert_eq!(findings_of(&session, &page), [""; 0]);
    set(&mut session, |_| (clock(12), None));
    assert_eq!(
        findings_of(&session, &page),
        [
            "note conflicting-date: the speech is held on 2031-05-12, but the date of the session is 2031-05-14 @ Chair"
        ]
    );
    assert_eq!(of_kind("conflicting-date", &page), [""; 0]);
}
