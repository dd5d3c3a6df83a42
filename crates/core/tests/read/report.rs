//! The report in its shapes, and other prose.

use crate::outline::check;

#[test]
fn one_text_under_a_headline() {
    check(
        "
        Gauges for everyone
        Session report
        Full session report
        Towns ask for one ledger, and get three
        The towns asked for one ledger.
        They got three of them, and a promise.
        Session transcript
        ",
        "
        title: Gauges for everyone
        # Session report <SessionReport section-session-report>
        # Full session report <FullReport section-full-session-report>
          ## Towns ask for one ledger, and get three <report-1>
            The towns asked for one ledger.
            They got three of them, and a promise.
        # Session transcript <Transcript section-session-transcript>
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn a_part_for_every_speaker_the_page_knows() {
    check(
        "
        Gauges for everyone
        Full session report
        Ines Quarrie
        She asked who owns the gauge.
        Nobody answered
        She asked again.
        Harbour  Authority
        It owns nine poles.
        Ines Quarrie
        She closed the session.
        Session transcript
        Ines Quarrie:
        Who owns the gauge?
        Harbour Authority:
        We own nine poles.
        Ines Quarrie:
        Thank you.
        ",
        "
        title: Gauges for everyone
        # Full session report <FullReport section-full-session-report>
          ## Ines Quarrie <report-ines-quarrie speaker-ines-quarrie>
            She asked who owns the gauge.
            Nobody answered
            She asked again.
          ## Harbour  Authority <report-harbour-authority speaker-harbour-authority>
            It owns nine poles.
          ## Ines Quarrie <report-ines-quarrie-2 speaker-ines-quarrie>
            She closed the session.
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the gauge?
          Harbour Authority: <speech-2 speaker-harbour-authority>
            We own nine poles.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
        Organization: Harbour  Authority <speaker-harbour-authority>
        ",
    );
}

#[test]
fn names_with_an_affiliation_are_headings_and_sentences_are_not() {
    check(
        "
        Gauges for everyone
        Full session report
        Ines Quarrie, Director, Harbour School
        She asked who owns the gauge.
        Ines Quarrie, who is a director, was not answered.
        Tomasz Wielgosz (online)
        He published the drift.
        Session transcript
        Ines Quarrie:
        Who owns the gauge?
        Tomasz Wielgosz:
        I do.
        ",
        "
        title: Gauges for everyone
        # Full session report <FullReport section-full-session-report>
          ## Ines Quarrie, Director, Harbour School <report-ines-quarrie speaker-ines-quarrie>
            She asked who owns the gauge.
            Ines Quarrie, who is a director, was not answered.
          ## Tomasz Wielgosz (online) <report-tomasz-wielgosz speaker-tomasz-wielgosz>
            He published the drift.
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the gauge?
          Tomasz Wielgosz: <speech-2 speaker-tomasz-wielgosz>
            I do.
        ",
    );
}

#[test]
fn a_headline_may_stand_above_the_first_speaker() {
    check(
        "
        Gauges for everyone
        Full session report
        Who owns the gauge
        Ines Quarrie
        She asked.
        Session transcript
        Ines Quarrie:
        Who?
        ",
        "
        title: Gauges for everyone
        # Full session report <FullReport section-full-session-report>
          ## Who owns the gauge <report-1>
          ## Ines Quarrie <report-ines-quarrie speaker-ines-quarrie>
            She asked.
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who?
        ",
    );
}

/// Nothing on such a page tells a name from a headline: the parts have headings and no speakers.
#[test]
fn a_report_alone_has_headlines() {
    check(
        "
        Gauges for everyone
        Full meeting report
        Ines Quarrie
        She asked who owns the gauge, and was not answered by anyone.
        Tomasz Wielgosz
        He published the drift of every gauge and was thanked for it.
        no headline this
        The last paragraph of the report is rather longer than the line above.
        ",
        "
        title: Gauges for everyone
        # Full meeting report <FullReport section-full-meeting-report>
          ## Ines Quarrie <report-1>
            She asked who owns the gauge, and was not answered by anyone.
          ## Tomasz Wielgosz <report-2>
            He published the drift of every gauge and was thanked for it.
            no headline this
            The last paragraph of the report is rather longer than the line above.
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn a_speaker_may_be_called_like_a_heading() {
    check(
        "
        Gauges for everyone
        Session report
        Speakers
        They spoke of the gauges.
        Arguments
        They argued about the gauges.
        Report
        They reported.
        Session transcript
        Speakers:
        We speak.
        Arguments:
        We argue.
        Report:
        We report.
        Speakers:
        We spoke.
        ",
        "
        title: Gauges for everyone
        # Session report <SessionReport section-session-report>
          ## Speakers <report-speakers speaker-speakers>
            They spoke of the gauges.
          ## Arguments <report-arguments speaker-arguments>
            They argued about the gauges.
          ## Report <report-report speaker-report>
            They reported.
        # Session transcript <Transcript section-session-transcript>
          Speakers: <speech-1 speaker-speakers>
            We speak.
          Arguments: <speech-2 speaker-arguments>
            We argue.
          Report: <speech-3 speaker-report>
            We report.
          Speakers: <speech-4 speaker-speakers>
            We spoke.
        Role: Speakers <speaker-speakers>
        ",
    );
}

#[test]
fn items_and_other_sections() {
    check(
        "
        Gauges for everyone
        Full session report
        The meeting agreed:
        - to share
        • to calibrate
        * and this is no item
        Key themes and observations
        Sharing
        Everybody shares, or nobody does.
        ",
        "
        title: Gauges for everyone
        # Full session report <FullReport section-full-session-report>
          ## (no heading) <report-1>
            The meeting agreed:
            * to share
            * to calibrate
            * and this is no item
        # Key themes and observations <Themes section-key-themes-and-observations>
          ## Sharing <report-2>
            Everybody shares, or nobody does.
        Note dig-watch::no-transcript ``
        ",
    );
}

/// The form since December 2024: its sections are told apart, and nothing in them is interpreted yet.
#[test]
fn a_page_at_a_glance() {
    check(
        "
        Gauges for everyone
        26 Jun 2031 09:00h - 09:45h
        Gauges for everyone
        Session at a glance
        Summary
        The discussion was about gauges.
        Keypoints
        Major discussion points:
        – Who owns them
        Overall purpose:
        To share them.
        Full session report
        Towns ask for one ledger
        The towns asked for one ledger.
        Session transcript
        Ines Quarrie: Who owns the gauge? I ask you: who?
        And who reads it?
        Chair: Nobody.
        Ines Quarrie: Thank you.
        Takeaways
        Gauges are owned by somebody.
        ",
        "
        title: Gauges for everyone (again)
        time: 2031-06-26 09:00 09:45 -
        # Session at a glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            The discussion was about gauges.
        # Keypoints <KeyPoints section-keypoints>
          ## Major discussion points <report-2>
            * Who owns them
          ## Overall purpose <report-3>
            To share them.
        # Full session report <FullReport section-full-session-report>
          ## Towns ask for one ledger <report-4>
            The towns asked for one ledger.
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the gauge? I ask you: who?
            And who reads it?
          Chair: <speech-2 speaker-chair>
            Nobody.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
        # Takeaways <Takeaways section-takeaways>
          ## (no heading) <report-5>
            Gauges are owned by somebody.
        Role: Chair <speaker-chair>
        ",
    );
}

/// On a page at a glance the agreements list their speakers and arguments under the words that head profiles. Where
/// the point itself is lost, nobody knows what they agree on.
#[test]
fn the_speakers_of_an_agreement_have_no_profile_there() {
    check(
        "
        Gauges for everyone
        Session at a glance
        Summary
        They met.
        Session transcript
        Ines Quarrie:
        Good morning.
        Speakers Analysis
        Ines Quarrie
        Speech length
        2 words
        Agreements
        Agreement points
        Speakers
        Ines Quarrie, Tomasz Wielgosz
        Arguments
        Gauges should be shared
        ",
        "
        title: Gauges for everyone
        # Session at a glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            They met.
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
        # Speakers Analysis <Speakers section-speakers-analysis>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 2 words
        # Agreements <Agreements section-agreements>
        # Agreement points <Agreements section-agreement-points>
        unrecognised: Speakers
        unrecognised: Ines Quarrie, Tomasz Wielgosz
        unrecognised: Arguments
        unrecognised: Gauges should be shared
        Warning dig-watch::unplaced-text `Speakers\\nInes Quarrie, Tomasz Wielgosz\\nArguments\\nGauges should be shared`
        ",
    );
}

/// The list of speakers of such a page stands among its key points, and vouches for a label.
#[test]
fn the_list_of_speakers_at_a_glance_vouches_for_labels() {
    check(
        "
        Gauges for everyone
        Session at a glance
        Keypoints
        Speakers
        – Ines Quarrie – Director of the harbour school, and of the school of everything that floats in it
        – Gauges – and who owns them
        Session transcript
        Moderator: Good morning.
        Ines Quarrie: Good morning.
        Gauges: who owns them?
        ",
        "
        title: Gauges for everyone
        # Session at a glance <Glance section-session-at-a-glance>
        # Keypoints <KeyPoints section-keypoints>
        # Speakers <Participants section-speakers>
          ## (no heading) <report-1>
            * Ines Quarrie – Director of the harbour school, and of the school of everything that floats in it
            * Gauges – and who owns them
        # Session transcript <Transcript section-session-transcript>
          Moderator: <speech-1 speaker-moderator>
            Good morning.
          Ines Quarrie: <speech-2 speaker-ines-quarrie>
            Good morning.
            Gauges: who owns them?
        Role: Moderator <speaker-moderator>
        role of Ines Quarrie: Director of the harbour school, and of the school of everything that floats in it
        Warning dig-watch::ambiguous-label `Gauges`
        ",
    );
}
