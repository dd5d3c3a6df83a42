//! What each style holds, and that whatever it leaves out is told.

use plenary_pdf::{Options, Style};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, SectionRole};

use crate::build::{block, ids, paragraphs, part, section, whole};
use crate::reading::{laid_out, said};

/// A whole session with a summary and action items, which stand far behind in the source.
fn with_outcome() -> Session<'static> {
    let mut session = whole();
    let prose = |id: &str, text: &str| Content::Parts(vec![part(id, None, paragraphs(&[text]))]);
    let mut summary =
        section("section-summary", Some("Summary"), prose("report-8", "The board wants light."));
    summary.role = SectionRole::Summary;
    let items = Content::Parts(vec![part(
        "report-9",
        None,
        vec![block(plenary_plugin_sdk::model::BlockKind::Item, "Buy one crane by spring.")],
    )]);
    let mut items = section("section-action-items", Some("Resolutions and action items"), items);
    items.role = SectionRole::ActionItems;
    session.sections.extend([items, summary]);
    session.sections[1].role = SectionRole::FullReport;
    session
}

fn says(session: &Session<'_>, style: Style) -> String {
    said(&laid_out(session, &Options { style, ..Options::default() }))
}

#[test]
fn every_identifier_is_a_destination_in_every_style() {
    let session = with_outcome();
    for style in Style::ALL {
        for charts in [true, false] {
            let layout = laid_out(&session, &Options { style, charts, ..Options::default() });
            let names: Vec<_> = layout.destinations.iter().map(|place| place.name.as_str()).collect();
            for id in ids(&session) {
                assert_eq!(names.iter().filter(|name| **name == id).count(), 1, "{id} in {style:?}");
            }
        }
    }
}

#[test]
fn a_brief_has_summary_outcome_claims_and_no_transcript() {
    let says = says(&with_outcome(), Style::Brief);
    let order = [
        "Tides and timetables",
        "At a glance",
        "The board wants light.",
        "Buy one crane by spring.",
        "Participants",
        "Cranes come first",
        "Cranes before offices",
        "About this document",
    ];
    let mut at = 0;
    for text in order {
        at += says[at..].find(text).unwrap_or_else(|| panic!("{text} has its place: {says}"));
    }
    for left in ["Contents", "Thank you.", "One crane serves two quays."] {
        assert!(!says.contains(left), "{left}");
    }
    let about = says.split("About this document").last().unwrap().replace('\n', "");
    for left in ["style=full", "Full session report", "Session transcript", "what supports the arguments"] {
        assert!(about.contains(left), "{left}: {about}");
    }
}

#[test]
fn without_a_summary_a_brief_shows_how_the_report_opens() {
    let mut session = with_outcome();
    session.sections.pop();
    let says = says(&session, Style::Brief);
    let summary = says.split("Executive summary").nth(1).unwrap();
    let summary = summary.split("Resolutions and action items").next().unwrap();
    assert!(summary.contains("The board agrees on cranes"), "{summary}");
    // The first paragraph of the part has one sentence four times, the second nine times.
    assert_eq!(summary.replace('\n', "").matches("The harbour board heard").count(), 4, "{summary}");
}

#[test]
fn a_full_rendering_has_no_summary_of_its_own() {
    let mut session = with_outcome();
    session.sections.pop();
    assert!(!says(&session, Style::Full).contains("Executive summary"));
}

#[test]
fn a_transcript_has_all_that_is_said_and_nothing_of_the_report() {
    let session = with_outcome();
    let says = says(&session, Style::Transcript);
    assert_eq!(says.matches("Thank you.").count(), session.speeches().count());
    assert!(says.contains("Participants") && says.contains("Share of the floor"));
    for left in ["Topics by speaker", "Top topics", "Cranes come first", "The board wants light."] {
        assert!(!says.contains(left), "{left}");
    }
    let about = says.split("About this document").last().unwrap().replace('\n', "");
    assert!(about.contains("Full session report") && about.contains("Summary"), "{about}");
}

#[test]
fn what_came_of_it_stands_before_the_report() {
    let says = says(&with_outcome(), Style::Full);
    let contents = says.split("Contents").nth(1).unwrap();
    let place = |text: &str| contents.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(place("Summary") < place("Resolutions and action items"));
    assert!(place("Resolutions and action items") < place("Full session report"));
}

#[test]
fn a_cover_is_a_page_of_its_own_and_may_be_left_out() {
    let page_of = |cover, name: &str| {
        let layout = laid_out(&whole(), &Options { cover, ..Options::default() });
        layout.destinations.iter().find(|place| place.name == name).map(|place| place.page)
    };
    assert_eq!((page_of(true, "at-a-glance"), page_of(false, "at-a-glance")), (Some(0), Some(0)));
    let contents = |cover| {
        let layout = laid_out(&whole(), &Options { cover, ..Options::default() });
        layout.outline.iter().find(|entry| entry.title == "Contents").map(|entry| entry.page)
    };
    assert_eq!((contents(true), contents(false)), (Some(1), Some(0)));
}

#[test]
fn a_date_is_written_out_and_kept_as_the_source_has_it() {
    let mut session = whole();
    let time = session.time.as_mut().unwrap();
    (time.start, time.end) = (Some(jiff::civil::time(9, 0, 0, 0)), Some(jiff::civil::time(10, 30, 0, 0)));
    let says = says(&session, Style::Full);
    assert!(says.contains("14 May 2031, 09:00–10:30\n"), "{says}");
    assert!(says.contains("The date as the source has it: 14 May 2031 09:00h - 10:30h"), "{says}");
}
