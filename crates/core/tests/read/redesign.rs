//! Which words of a redesigned page are headings: those in the zone of the page they are for.

use crate::outline::check;

#[test]
fn headings_named_in_a_report_or_a_speech() {
    check(
        "
        Session at a glance
        Summary
        Lamps.
        Full session report
        Agreements
        Everybody agreed that lamps are a matter of taste and of oil.
        Takeaways
        Nobody took anything away but a lamp, and that was given back.
        ## Summary
        Lamps were discussed.
        Session transcript
        Ines Quarrie:
        I list what we did.
        Agreements
        Agreement points
        We agreed on lamps.
        Speakers
        They spoke.
        Chair:
        Thanks.
        Ines Quarrie:
        Takeaways
        I say it again.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Lamps shine
        Explanation
        She saw one.
        Takeaways
        Key takeaways
        Lamps.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            Lamps.
        # Full session report <FullReport section-full-session-report>
          ## Agreements <report-2>
            Everybody agreed that lamps are a matter of taste and of oil.
          ## Takeaways <report-3>
            Nobody took anything away but a lamp, and that was given back.
          ## Summary <report-4>
            Lamps were discussed.
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            I list what we did.
            Agreements
            Agreement points
            We agreed on lamps.
            Speakers
            They spoke.
          Chair: <speech-2 speaker-chair>
            Thanks.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Takeaways
            I say it again.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps shine <argument-ines-quarrie-1>
              explanation: She saw one.
        # Takeaways <Takeaways section-takeaways>
        # Key takeaways <Takeaways section-key-takeaways>
          ## (no heading) <report-5>
            Lamps.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn speakers_called_like_headings() {
    check(
        "
        Session at a glance
        Session transcript
        Speaker: Who are you?
        Speakers: We are many.
        Report: I am not.
        Audience: Report!
        Speaker: Bye.
        Report: Bye.
        Speakers: Bye.
        R
        Report
        Speech speed
        120 words per minute
        Reports are lamps
        Explanation
        They shine.
        Agreed with
        Speaker
        Thought provoking comments
        I am not.
        Speaker:
        Report
        Reason:
        It was short.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Speaker: <speech-1 speaker-speaker>
            Who are you?
          Speakers: <speech-2 speaker-speakers>
            We are many.
          Report: <speech-3 speaker-report>
            I am not.
          Audience: <speech-4 speaker-audience>
            Report!
          Speaker: <speech-5 speaker-speaker>
            Bye.
          Report: <speech-6 speaker-report>
            Bye.
          Speakers: <speech-7 speaker-speakers>
            Bye.
        # (no heading) <Speakers section-speakers>
          (R) Report <profile-report speaker-report> 120 wpm
            claim: Reports are lamps <argument-report-1>
              explanation: They shine.
              agreed-with: Speaker <speaker-speaker>
        # Thought provoking comments <Comments section-thought-provoking-comments>
          point: I am not. <point-1>
              speakers: Report <speaker-report>
              reason: It was short.
        Role: Speaker <speaker-speaker>
        Role: Speakers <speaker-speakers>
        Role: Audience <speaker-audience>
        ",
    );
}

/// A claim may be called `Evidence`, and a speech may hold two headings.
#[test]
fn a_page_of_2023_with_such_words_is_none() {
    check(
        "
        Session transcript
        Ines Quarrie:
        Good morning.
        Explanation
        Because.
        Chair:
        Key takeaways
        Agreements
        Agreement points
        Ines Quarrie:
        Thank you.
        Chair:
        Thank you.
        Speakers
        Ines Quarrie
        Speech speed
        120 words per minute
        Arguments
        Evidence
        Supporting facts:
        - One
        - Two
        Topics: Law
        Explanation
        Topics: Law
        Agreements
        Topics: Trust
        Report
        Agreements
        She said so.
        Overall assessment
        It was good.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
            Explanation
            Because.
          Chair: <speech-2 speaker-chair>
            Key takeaways
            Agreements
            Agreement points
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Chair: <speech-4 speaker-chair>
            Thank you.
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Evidence <argument-ines-quarrie-1>
              fact: One
              fact: Two
              topic: Law
            claim: Explanation <argument-ines-quarrie-2>
              topic: Law
            claim: Agreements <argument-ines-quarrie-3>
              topic: Trust
            Agreements
            She said so.
            Overall assessment
            It was good.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn nothing_but_profiles() {
    check(
        "
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Lamps should be red
        Explanation
        Red is seen.
        Agreements
        Explanation
        There should be some.
        Takeaways
        Lamps.
        ",
        "
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps should be red <argument-ines-quarrie-1>
              explanation: Red is seen.
            claim: Agreements <argument-ines-quarrie-2>
              explanation: There should be some.
        # Takeaways <Takeaways section-takeaways>
          ## (no heading) <report-1>
            Lamps.
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn points_above_the_profiles() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        Agreements
        Agreement points
        Oil is dear
        Speakers
        Ines Quarrie
        Rafiq Maharjan
        Speakers
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Lamps should be red
        Explanation
        Red is seen.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            We do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Rafiq Maharjan: <speech-4 speaker-rafiq-maharjan>
            Thank you.
        # Agreements <Agreements section-agreements>
        # Agreement points <Agreements section-agreement-points>
          point: Oil is dear <point-1>
              speakers: Ines Quarrie / Rafiq Maharjan <speaker-ines-quarrie speaker-rafiq-maharjan>
        # Speakers <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps should be red <argument-ines-quarrie-1>
              explanation: Red is seen.
        ",
    );
}

/// Initials above and an explanation below make a name of a line, wherever it stands.
#[test]
fn profiles_that_have_lost_their_statistics() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        T
        Tomasz Wielgosz
        Lamps are good
        Explanation
        He said so.
        RM
        Rafiq Maharjan
        Arguments
        Lamps are bad
        Explanation
        He said so.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            We do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Rafiq Maharjan: <speech-4 speaker-rafiq-maharjan>
            Thank you.
        # (no heading) <Speakers section-speakers>
          (T) Tomasz Wielgosz <profile-tomasz-wielgosz speaker-tomasz-wielgosz>
            claim: Lamps are good <argument-tomasz-wielgosz-1>
              explanation: He said so.
          (RM) Rafiq Maharjan <profile-rafiq-maharjan speaker-rafiq-maharjan>
            claim: Lamps are bad <argument-rafiq-maharjan-1>
              explanation: He said so.
        ",
    );
}
