//! Raw Markdown in reports and speeches.

use crate::outline::check;

#[test]
fn headings_and_lists_of_a_report_are_what_their_marks_say() {
    check(
        "
        # Gauges for everyone | Tidewater Forum 2031 WS #3
        14 May 2031
        Full session report
        # Who owns the gauges ##
        ## Introduction
        The harbour asked **who** owns them.
        ### The answers
        1. **Nobody:** said the harbour.
        2) Everybody
        * the school
        - the pilots
        5. May 2031 was named.
        2031. That was all.
        **Next steps:**
        ***
        ---
        ## **Ines Quarrie**
        She spoke first.
        **Tomasz Wielgosz:**
        He spoke last.
        Session transcript
        Ines Quarrie:
        One.
        Tomasz Wielgosz:
        Two.
        ",
        "
        title: Gauges for everyone @ Tidewater Forum 2031 / WS / 3
        time: 2031-05-14 - - -
        # Full session report <FullReport section-full-session-report>
          ## Who owns the gauges <report-1>
          ## Introduction <report-2>
            The harbour asked **who** owns them.
            ### The answers
            * **Nobody:** said the harbour.
            * Everybody
            * the school
            * the pilots
            5. May 2031 was named.
            2031. That was all.
            ### Next steps:
          ## Ines Quarrie <report-ines-quarrie speaker-ines-quarrie>
            She spoke first.
          ## Tomasz Wielgosz <report-tomasz-wielgosz speaker-tomasz-wielgosz>
            He spoke last.
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            One.
          Tomasz Wielgosz: <speech-2 speaker-tomasz-wielgosz>
            Two.
        ",
    );
}

/// A rule says nothing: it is neither said by anybody nor a fact, and stands between the lines as blank ones do.
#[test]
fn speeches_hold_headings_lists_and_rules() {
    check(
        "
        ---
        Session transcript
        **Chair:** Good morning.
        ## Agenda
        1. the gauge
        * * *
        **The rest:**
        (Applause)
        **Ines Quarrie:** I see (applause) and hear [inaudible].
        [Laughter]
        **Chair:** Thank you.
        -----
        Speakers
        Ines Quarrie
        Speech length
        7 words
        Arguments
        The gauge is ours
        Supporting facts:
        ***
        - It is
        * It was
        ---
        Topics: Gauges
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
            ### Agenda
            * the gauge
            ### The rest:
            ~ (Applause)
          Ines Quarrie: <speech-2 speaker-ines-quarrie>
            I see (applause) and hear [inaudible].
            ~ [Laughter]
          Chair: <speech-3 speaker-chair>
            Thank you.
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 7 words
            claim: The gauge is ours <argument-ines-quarrie-1>
              fact: It is
              fact: It was
              topic: Gauges
        Role: Chair <speaker-chair>
        ",
    );
}

/// All of a page may be Markdown.
#[test]
fn sections_of_a_page_in_markdown_have_marked_headings() {
    check(
        "
        # Gauges for everyone

        **Date:** 14 May 2031

        ## Session report

        ### What was said
        The harbour asked who owns them.

        ## Session transcript

        **Chair:** Who owns them?

        **Ines Quarrie:** We do.

        **Chair:** Since when?

        **Ines Quarrie:** Since today.
        ",
        "
        title: Gauges for everyone
        time: 2031-05-14 - - -
        # Session report <SessionReport section-session-report>
          ## (no heading) <report-1>
            ### What was said
            The harbour asked who owns them.
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Who owns them?
          Ines Quarrie: <speech-2 speaker-ines-quarrie>
            We do.
          Chair: <speech-3 speaker-chair>
            Since when?
          Ines Quarrie: <speech-4 speaker-ines-quarrie>
            Since today.
        Role: Chair <speaker-chair>
        ",
    );
}
