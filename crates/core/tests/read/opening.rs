//! The top of a page: title, date, disclaimers, agenda, headings without content.

use plenary_core::read::{ReadOptions, read};

use crate::outline::check;

#[test]
fn a_page_with_everything_above_the_report() {
    check(
        "
        Gauges for everyone | Tidewater Forum 2031 Day 0 Event #161
        14 May 2031 10:30h - 11:45h UTC
        Gauges for everyone
        Table of contents
        Disclaimer: Made by a machine.
        Disclaimer : Checked by nobody.
        Knowledge Graph of Debate
        Session transcript
        Chair:
        Good morning.
        ",
        "
        title: Gauges for everyone @ Tidewater Forum 2031 / Day 0 Event / 161 (again)
        time: 2031-05-14 10:30 11:45 UTC
        disclaimer-1: Disclaimer: Made by a machine.
        disclaimer-2: Disclaimer : Checked by nobody.
        # Table of contents <TableOfContents section-table-of-contents>
        # Knowledge Graph of Debate <KnowledgeGraph section-knowledge-graph-of-debate>
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn the_whole_title_repeated_counts_as_the_title() {
    check(
        "
        Gauges | Tidewater Forum 2031 WS #1
        14 May 2031
        GAUGES |  Tidewater Forum 2031 WS #1
        Session transcript
        ",
        "
        title: Gauges @ Tidewater Forum 2031 / WS / 1 (again)
        time: 2031-05-14 - - -
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn a_page_without_a_title_begins_with_its_date() {
    check(
        "
        14 May 2031 10:30h - 11:45h
        Table of contents
        Session transcript
        Chair:
        Good morning.
        ",
        "
        time: 2031-05-14 10:30 11:45 -
        # Table of contents <TableOfContents section-table-of-contents>
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn the_only_line_below_a_leading_date_is_the_title() {
    check(
        "
        Wednesday, 14 May 2031
        Gauges for everyone
        Session transcript
        ",
        "
        title: Gauges for everyone
        time: 2031-05-14 - - -
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn a_page_that_begins_with_a_heading_has_neither_title_nor_date() {
    check(
        "
        Session transcript
        Chair:
        Good morning.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn agenda_lines_are_kept_as_an_opening_section() {
    check(
        "
        Gauges for everyone
        14 May 2031
        Room 3, online
        • Opening by the host
        - Discussion
        Table of contents
        Session transcript
        ",
        "
        title: Gauges for everyone
        time: 2031-05-14 - - -
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            Room 3, online
            * Opening by the host
            * Discussion
        # Table of contents <TableOfContents section-table-of-contents>
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        ",
    );
}

/// Seen on pages of 2023: the names with their affiliations above the table of contents. They vouch for labels and
/// headings further down, and are not the profiles.
#[test]
fn a_list_of_speakers_above_the_report_is_no_profile() {
    check(
        "
        Gauges for everyone
        Event report
        Speakers
        • Ines Quarrie, Director, Harbour School
        • Tomasz Wielgosz
        Table of contents
        Full session report
        Ines Quarrie, Director, Harbour School
        She opened the session with a question about the gauges.
        Session transcript
        Tomasz Wielgosz:
        Good morning.
        ",
        "
        title: Gauges for everyone
        # Event report <Other section-event-report>
        # Speakers <Other section-speakers>
          ## (no heading) <report-1>
            * Ines Quarrie, Director, Harbour School
            * Tomasz Wielgosz
        # Table of contents <TableOfContents section-table-of-contents>
        # Full session report <FullReport section-full-session-report>
          ## Ines Quarrie, Director, Harbour School <report-ines-quarrie speaker-ines-quarrie>
            She opened the session with a question about the gauges.
        # Session transcript <Transcript section-session-transcript>
          Tomasz Wielgosz: <speech-1 speaker-tomasz-wielgosz>
            Good morning.
        ",
    );
}

#[test]
fn a_table_of_contents_may_list_the_headings_of_the_page() {
    check(
        "
        Gauges for everyone
        Table of contents
        Disclaimer
        Session report
        Session transcript
        Session report
        Gauges are everybody's business
        The meeting agreed to share its gauges, all of them.
        Session transcript
        Chair:
        Good morning.
        ",
        "
        title: Gauges for everyone
        # Table of contents <TableOfContents section-table-of-contents>
          ## (no heading) <report-1>
            Disclaimer
            Session report
            Session transcript
        # Session report <SessionReport section-session-report>
          ## Gauges are everybody's business <report-2>
            The meeting agreed to share its gauges, all of them.
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn dates_and_hours_that_do_not_exist_are_kept_and_reported() {
    check(
        "
        Gauges for everyone
        31 Feb 2031 10:30h
        Session transcript
        Chair:
        Good morning.
        ",
        "
        title: Gauges for everyone
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            31 Feb 2031 10:30h
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        Role: Chair <speaker-chair>
        Warning read::unreadable-date `31 Feb 2031 10:30h`
        ",
    );
    check(
        "
        Gauges for everyone
        14 May 2031 25:30h
        Session transcript
        Chair:
        Good morning.
        ",
        "
        title: Gauges for everyone
        time: 2031-05-14 - - -
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        Role: Chair <speaker-chair>
        Warning read::unreadable-time `14 May 2031 25:30h`
        ",
    );
}

#[test]
fn a_section_that_occurs_twice_is_kept_twice() {
    check(
        "
        Gauges for everyone
        Session transcript
        Chair:
        Good morning.
        Session transcript
        Chair:
        Good evening.
        ",
        "
        title: Gauges for everyone
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        # Session transcript <Transcript section-session-transcript-2>
          Chair: <speech-2 speaker-chair>
            Good evening.
        Role: Chair <speaker-chair>
        Warning dig-watch::repeated-section `Session transcript`
        ",
    );
}

/// Then the headings come again because all of the page does.
#[test]
fn a_page_pasted_twice_has_two_reports_and_no_entries() {
    let page =
        "Title\nTable of contents\nSession report\nFull session report\nShe asked, and was not answered.\n";
    check(
        &page.repeat(2),
        "
        title: Title
        # Table of contents <TableOfContents section-table-of-contents>
        # Session report <SessionReport section-session-report>
        # Full session report <FullReport section-full-session-report>
          ## (no heading) <report-1>
            She asked, and was not answered.
            Title
        # Table of contents <TableOfContents section-table-of-contents-2>
        # Session report <SessionReport section-session-report-2>
        # Full session report <FullReport section-full-session-report-2>
          ## (no heading) <report-2>
            She asked, and was not answered.
        Note dig-watch::no-transcript ``
        Warning dig-watch::repeated-section `Table of contents`
        Warning dig-watch::repeated-section `Session report`
        Warning dig-watch::repeated-section `Full session report`
        ",
    );
}

#[test]
fn a_paragraph_is_no_title() {
    let paragraph = "It was said at length. ".repeat(30);
    check(
        &format!("{paragraph}\nSession transcript\nChair:\nYes.\n"),
        &format!(
            "# (no heading) <Other section-opening>\n  ## (no heading) <report-1>\n    {}\n\
             # Session transcript <Transcript section-session-transcript>\n  Chair: <speech-1 speaker-chair>\n    Yes.\n\
             Role: Chair <speaker-chair>\n",
            paragraph.trim()
        ),
    );
}

/// The title may stand below the date, and again below a heading.
#[test]
fn a_title_is_repeated_anywhere_above_the_report() {
    check(
        "
        14 May 2031 10:30h - 11:45h
        Gauges for everyone
        Gauges for everyone
        Event report
        GAUGES FOR EVERYONE
        Item 3: the gauges
        Table of contents
        Session transcript
        ",
        "
        title: Gauges for everyone (again) (again)
        time: 2031-05-14 10:30 11:45 -
        # Event report <Other section-event-report>
          ## (no heading) <report-1>
            Item 3: the gauges
        # Table of contents <TableOfContents section-table-of-contents>
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn below_a_leading_date_a_description_is_no_title_and_hides_none() {
    let page = |lines: &str| format!("14 May 2031\n{lines}\nSession transcript\n");
    check(
        &page("Gauges for everyone\nThe harbour invites all who own a gauge."),
        "
        title: Gauges for everyone
        time: 2031-05-14 - - -
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            The harbour invites all who own a gauge.
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        ",
    );
    check(
        &page("Opening by the host\nQuestions"),
        "
        time: 2031-05-14 - - -
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            Opening by the host
            Questions
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn hours_may_stand_below_their_day() {
    check(
        "
        Gauges for everyone
        14 May 2031
        10:30h - 11:45h UTC
        Session transcript
        ",
        "
        title: Gauges for everyone
        time: 2031-05-14 10:30 11:45 UTC
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            10:30h - 11:45h UTC
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        ",
    );
    check(
        "
        Gauges for everyone
        10:30h - 11:45h UTC
        Session transcript
        ",
        "
        title: Gauges for everyone
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            10:30h - 11:45h UTC
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        Warning read::unreadable-date `10:30h - 11:45h UTC`
        ",
    );
}

/// Neither the word nor its colon need be there, and the page may say it in several places.
#[test]
fn disclaimers_come_in_several_wordings_and_places() {
    check(
        "
        Gauges for everyone
        Disclaimer
        A machine made this, and nobody has checked it.
        Table of contents
        This is not an official record of the session.
        Full session report
        The gauges were discussed at length.
        It should be noted that the reporting is done by a machine.
        Session transcript
        Disclaimer – heard by a machine.
        Chair:
        Disclaimer: I am no pilot.
        This is not an official record, I am told.
        It is late.
        Disclaimer: This is not an official record.
        ",
        "
        title: Gauges for everyone
        disclaimer-1: A machine made this, and nobody has checked it.
        disclaimer-2: This is not an official record of the session.
        disclaimer-3: It should be noted that the reporting is done by a machine.
        disclaimer-4: Disclaimer – heard by a machine.
        disclaimer-5: Disclaimer: This is not an official record.
        # Table of contents <TableOfContents section-table-of-contents>
        # Full session report <FullReport section-full-session-report>
          ## (no heading) <report-1>
            The gauges were discussed at length.
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Disclaimer: I am no pilot.
            This is not an official record, I am told.
            It is late.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn the_finding_says_why_a_date_names_no_day() {
    for (date, message) in [
        ("31 Feb 2031", "the calendar has no such day"),
        ("3/4/2031", "this date does not tell the day from the month"),
        ("14 May 31", "this date has a year of two digits, and so of no century"),
    ] {
        let page = format!("Gauges\n{date}\nSession transcript\nChair:\nYes.\n");
        let reading = read(&page, &ReadOptions::default());
        assert!(reading.session.time.is_none(), "{date}");
        assert_eq!(reading.diagnostics[0].message, message, "{date}");
    }
}
