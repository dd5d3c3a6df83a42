//! When speeches begin and end.

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, SectionRole};

use crate::build::Page;
use crate::document;

fn session(times: &[(Option<&str>, Option<&str>)]) -> Session<'static> {
    let mut page = Page::new();
    page.section("section-transcript", SectionRole::Transcript, None, |page| {
        let speeches = times.iter().zip(1..).map(|((start, end), number)| {
            let mut speech = page.speech(number, None, None, |page| page.paragraphs(&["Aye."]));
            speech.start = start.map(|start| start.parse().unwrap());
            speech.end = end.map(|end| end.parse().unwrap());
            speech
        });
        Content::Speeches(speeches.collect())
    });
    page.session
}

/// The moments, in order, and those that the speeches refer to.
fn times(session: &Session<'_>) -> (Vec<String>, Vec<[Option<String>; 2]>) {
    let root = document(session);
    let when = root.find_all("when").into_iter().map(|when| {
        let attribute = |name: &str| when.attribute(name).unwrap_or_default();
        format!("{}: {}{}", attribute("xml:id"), attribute("interval"), attribute("absolute"))
    });
    let speeches = root.find_all("u").into_iter();
    let refers = |name| move |u: &&crate::tree::Element| u.attribute(name).map(str::to_owned);
    let speeches = speeches.map(|u| [refers("start")(&u), refers("end")(&u)]);
    (when.collect(), speeches.collect())
}

fn some(reference: &str) -> Option<String> {
    Some(reference.to_owned())
}

/// Speakers may talk at once: the moments have an order of their own.
#[test]
fn those_of_a_recording_count_from_where_it_begins() {
    let session = session(&[
        (Some("00:00:02.410"), Some("00:01:09.000")),
        (Some("00:00:08.300"), None),
        (None, None),
        (Some("00:01:09.000"), Some("12:00:00.000")),
    ]);
    let (when, speeches) = times(&session);
    assert_eq!(
        when,
        ["recording: ", "time-1: 2.410", "time-2: 8.300", "time-3: 69.000", "time-4: 43200.000"]
    );
    assert_eq!(
        speeches,
        [
            [some("#time-1"), some("#time-3")],
            [some("#time-2"), None],
            [None, None],
            [some("#time-3"), some("#time-4")]
        ]
    );
}

#[test]
fn those_of_a_day_are_written_as_the_schemas_have_them() {
    let session = session(&[
        (Some("2031-06-10T12:00:00+02:00"), Some("2031-06-10T10:00:00Z")),
        (Some("2031-06-10T09:00:00-00:44:30"), Some("0000-06-10T09:00:00")),
        (Some("2031-06-10T13:00:00"), None),
    ]);
    let (when, speeches) = times(&session);
    assert_eq!(
        when,
        ["time-1: 2031-06-10T13:00:00", "time-2: 2031-06-10T09:44:30Z", "time-3: 2031-06-10T12:00:00+02:00"]
    );
    let expected = [[some("#time-3"), some("#time-3")], [some("#time-2"), None], [some("#time-1"), None]];
    assert_eq!(speeches, expected, "the calendar of the schemas begins with the year 1");
}
