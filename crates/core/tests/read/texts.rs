//! Texts as a whole: how they are stored, and which hold no session.

use plenary_core::diagnostic::codes;
use plenary_core::model::{BlockKind, Content, Dialect};
use plenary_core::read::{ReadOptions, detect, read};

use crate::outline::{check_whole, outline, unindent};

/// A page with every section, for tests that change it.
pub(crate) const PAGE: &str = "\
Gauges for everyone | Tidewater Forum 2031 WS #12
14 May 2031 10:30h - 11:45h UTC
Table of contents
Disclaimer: Made by a machine.
Knowledge Graph of Debate
Session report
Full session report
Ines Quarrie
She asked who owns the gauge, and why.
Harbour Authority
It owns nine poles.
Session transcript
Ines Quarrie:
Who owns the gauge?
I have two questions:
Harbour Authority:
We own nine poles.
(Laughter)
Ines Quarrie:
Thank you, “Harbour”.
Audience:
And who pays?
Speakers
HA
Harbour Authority
Speech speed
149 words per minute
Speech length
1,168 words
Speech time
68 secs
Arguments
Tide poles can be opened
Supporting facts:
- The board voted for it
- Nine poles will be published
Topics: Open data, Licensing
Radar must stay closed
Topics: Security
Report
It announced nine poles and declined the radar.
IQ
Ines Quarrie
Speech speed
176 words per minute
Report
She moderated – and asked.
";

#[test]
fn blank_lines_line_ends_and_indentation_change_nothing() {
    let dense = outline(PAGE, &read(PAGE, &ReadOptions::default()));
    assert!(dense.contains("(HA) Harbour Authority <profile-harbour-authority"), "{dense}");
    for (before, between) in [
        ("", "\n\n"),
        ("\n \n", "\r\n"),
        ("", "\r"),
        ("\u{feff}", "\n"),
        ("\u{feff}\r\n", " \t\r\n\u{a0}\r\n  "),
    ] {
        let page = format!("{before}{}", PAGE.lines().collect::<Vec<_>>().join(between));
        let reading = read(&page, &ReadOptions::default());
        assert_eq!(outline(&page, &reading), dense, "{before:?} {between:?}");
        check_whole(&page, &reading.session);
    }
}

/// The surroundings of a text are where the line that holds it is, and nothing else.
#[test]
fn blank_space_stands_around_the_texts() {
    let page = "\u{feff}\n\n  A title \r\n\r\nSession transcript\n Chair : \n\nGood morning.";
    let session = read(page, &ReadOptions::default()).session;
    let title = &session.title.as_ref().unwrap().line;
    assert_eq!((title.before(), title.as_str(), title.after()), ("\u{feff}\n\n  ", "A title", " \r\n\r\n"));
    let speech = session.speeches().next().unwrap();
    let label = speech.label.as_ref().unwrap();
    assert_eq!((label.before(), label.as_str(), label.after()), (" ", "Chair", " : \n\n"));
    assert_eq!(speech.blocks[0].text.after(), "");
}

#[test]
fn a_text_without_a_session_is_an_error_and_is_kept() {
    for (text, message) in [
        ("", "the text is empty"),
        ("\n \t\r\n\u{feff}", "the text is empty"),
        (" \n\t\n", "the text is empty"),
        ("Milk\nEggs\nA table of contents\nSpeakers:\nTwo\n", "the text holds no session"),
        ("Contents\nAgenda\nChair:\nSummary\n", "the text holds no session"),
        (
            "<!DOCTYPE html>\n<html>\nSession transcript\nChair:\n",
            "the text is the source of a web page or of another document in markup, not its text",
        ),
    ] {
        assert_eq!(detect(text), None, "{text:?}");
        let reading = read(text, &ReadOptions::default());
        assert!(!reading.holds_session(), "{text:?}");
        let [finding] = reading.diagnostics.as_slice() else { panic!("{:?}", reading.diagnostics) };
        assert_eq!(
            (finding.code.as_ref(), finding.message.as_str()),
            (codes::NO_SESSION.name, message),
            "{text:?}"
        );
        check_whole(text, &reading.session);
    }
}

#[test]
fn a_dialect_can_be_named() {
    let options = ReadOptions::dialect(Dialect::DigWatch);
    // Text of a page that has lost the headings a page is known by.
    let page = "Gauges for everyone\nSession report\nTowns ask for a ledger\nThey asked for one.\n";
    assert_eq!(detect(page), None);
    assert!(read(page, &options).holds_session());
    let list = "Milk\nEggs\n";
    let reading = read(list, &options);
    assert!(!reading.holds_session());
    check_whole(list, &reading.session);
}

#[test]
fn a_page_is_known_by_its_headings_or_by_a_profile() {
    for page in [
        "Session transcript\n",
        "x\nFULL SESSION REPORT\n",
        "Table of contents\nSession report\n",
        "Transcript\nChair:\nGood morning.\n",
        "Ines Quarrie\nSpeech speed\n176 words per minute\n",
        PAGE,
    ] {
        assert_eq!(detect(page), Some(Dialect::DigWatch), "{page:?}");
        assert!(read(page, &ReadOptions::default()).holds_session(), "{page:?}");
    }
}

#[test]
fn control_characters_are_reported_once() {
    let page = "Session transcript\nChair:\nGood\u{7} mor\tning.\nYes\u{0}\n\u{c}\n";
    let reading = read(page, &ReadOptions::default());
    let [finding] = reading.diagnostics.as_slice() else { panic!("{:?}", reading.diagnostics) };
    assert_eq!(finding.code, codes::CONTROL_CHARACTERS.name);
    assert_eq!(finding.message, "the text holds 2 control characters, the first of them U+0007");
    assert_eq!(finding.span.map(|span| &page[span.start..span.end]), Some("\u{7}"));
    check_whole(page, &reading.session);
}

/// What marks a line is known on a misread page as well; the text stays what it is.
#[test]
fn a_misread_page_is_read_and_told_once() {
    let page = unindent(
        "
        Ferry pilotsâ€™ round
        Event report
        Speakers
        â€¢ Ines Oâ€™Dell, Harbour School
        Full session report
        Ines Oâ€™Dell
        â€“ She asked who owns the gauge.
        Session transcript
        Ines Oâ€™Dell:
        Itâ€™s ours.
        ",
    );
    let reading = read(&page, &ReadOptions::default());
    let [finding] = reading.diagnostics.as_slice() else { panic!("{:?}", reading.diagnostics) };
    assert_eq!(finding.code, codes::MOJIBAKE.name);
    assert_eq!(finding.span.map(|span| &page[span.start..span.end]), Some("â€™"));
    let names: Vec<_> = reading.session.speakers.iter().map(|speaker| speaker.name.as_ref()).collect();
    assert_eq!(names, ["Ines Oâ€™Dell"]);
    check_whole(&page, &reading.session);
    let Content::Parts(parts) = &reading.session.sections[2].content else { panic!("no report") };
    assert_eq!(parts[0].blocks[0].kind, BlockKind::Item);
    assert_eq!(parts[0].blocks[0].text.as_str(), "She asked who owns the gauge.");
}

#[test]
fn findings_come_in_the_order_of_the_text() {
    let page = unindent(
        "
        A title
        31 Feb 2031
        Session transcript
        Chair:
        Good\u{7} morning.
        Speakers
        stray
        Chair
        Speech length
        some
        ",
    );
    let reading = read(&page, &ReadOptions::default());
    let codes: Vec<_> = reading.diagnostics.iter().map(|finding| finding.code.as_ref()).collect();
    assert_eq!(
        codes,
        [
            "read::unreadable-date",
            "read::control-characters",
            "dig-watch::unplaced-text",
            "dig-watch::unreadable-statistic"
        ]
    );
}
