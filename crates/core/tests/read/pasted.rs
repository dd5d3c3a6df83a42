//! Pages as they are pasted: loose spacing, keys instead of words, headings above headings, numbers of articles.

use crate::outline::check;

#[test]
fn labels_in_any_spacing() {
    check(
        "
        Session at a glance
        Summary
        Buckets.
        Keypoints
        Major  discussion\u{a0}points :
        – Handles
        Session transcript
        Rolf Ankers:\u{a0}A bucket.
        Sena  Toh:  It is heavy.
        Rolf  Ankers: It is full.
        R
        Rolf\u{a0}Ankers
        Speech\u{a0}speed
        120 words  per\u{a0}minute
        Speech  time
        4 seconds
        Buckets hold
        Explanation\u{a0}
        He showed one.
        Major discussion  point
        Holding
        Agreed\u{a0}with
        –\u{a0}Sena Toh
        Agreed_on
        Weight
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            Buckets.
        # Keypoints <KeyPoints section-keypoints>
          ## Major  discussion\u{a0}points <report-2>
            * Handles
        # Session transcript <Transcript section-session-transcript>
          Rolf Ankers: <speech-1 speaker-rolf-ankers>
            A bucket.
          Sena  Toh: <speech-2 speaker-sena-toh>
            It is heavy.
          Rolf  Ankers: <speech-3 speaker-rolf-ankers>
            It is full.
        # (no heading) <Speakers section-speakers>
          (R) Rolf\u{a0}Ankers <profile-rolf-ankers speaker-rolf-ankers> 120 wpm 4 s
            claim: Buckets hold <argument-rolf-ankers-1>
              explanation: He showed one.
              discussion-point: Holding
              agreed-with: Sena Toh <speaker-sena-toh>
              agreed-on: Weight
        ",
    );
}

#[test]
fn summary_of_a_point_and_of_an_assessment_without_its_heading() {
    check(
        "
        Session at a glance
        Summary
        Buoys.
        Session transcript
        Hal Orme: I keep them.
        Ida Lund: I paint them.
        Agreements
        Agreement points
        Buoys matter
        speakers
        – Hal Orme
        – Ida Lund
        arguments
        Buoys must be kept
        summary
        Both care.
        Rust is bad
        speakers
        – Ida Lund
        summary: She fears it.
        Summary
        All agree.
        Consensus level
        High.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            Buoys.
        # Session transcript <Transcript section-session-transcript>
          Hal Orme: <speech-1 speaker-hal-orme>
            I keep them.
          Ida Lund: <speech-2 speaker-ida-lund>
            I paint them.
        # Agreements <Agreements section-agreements>
        # Agreement points <Agreements section-agreement-points>
          point: Buoys matter <point-1>
              speakers: Hal Orme / Ida Lund <speaker-hal-orme speaker-ida-lund>
              arguments: Buoys must be kept
              explanation: Both care.
          point: Rust is bad <point-2>
              speakers: Ida Lund <speaker-ida-lund>
              explanation: She fears it.
        unrecognised: Summary
        unrecognised: All agree.
        unrecognised: Consensus level
        unrecognised: High.
        Warning dig-watch::unplaced-text `Summary\\nAll agree.\\nConsensus level\\nHigh.`
        ",
    );
}

#[test]
fn numbers_of_articles_are_nobody() {
    check(
        "
        Full session report
        Coats were discussed.
        Session transcript
        Mara Quist:
        I quote:
        Article 5:
        Everyone has a coat.
        Dev Rao:
        I quote as well.
        Article 6:
        Nobody has two.
        Mara Quist:
        Article 6:
        It is good.
        ",
        "
        # Full session report <FullReport section-full-session-report>
          ## (no heading) <report-1>
            Coats were discussed.
        # Session transcript <Transcript section-session-transcript>
          Mara Quist: <speech-1 speaker-mara-quist>
            I quote:
            Article 5:
            Everyone has a coat.
          Dev Rao: <speech-2 speaker-dev-rao>
            I quote as well.
            Article 6:
            Nobody has two.
          Mara Quist: <speech-3 speaker-mara-quist>
            Article 6:
            It is good.
        Warning dig-watch::ambiguous-label `Article 5`
        Warning dig-watch::ambiguous-label `Article 6`
        Warning dig-watch::ambiguous-label `Article 6`
        ",
    );
}

#[test]
fn numbered_items_of_a_speech_are_nobody() {
    check(
        "
        Session at a glance
        Summary
        A machine spoke.
        Session transcript
        Paula Hew: What are the risks?
        Assistant: A list.
        1. **Bias**: unfair answers
        2. Loud Noise: loud answers
        Paula Hew: Thank you.
        Assistant: Welcome.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            A machine spoke.
        # Session transcript <Transcript section-session-transcript>
          Paula Hew: <speech-1 speaker-paula-hew>
            What are the risks?
          Assistant: <speech-2 speaker-assistant>
            A list.
            * **Bias**: unfair answers
            * Loud Noise: loud answers
          Paula Hew: <speech-3 speaker-paula-hew>
            Thank you.
          Assistant: <speech-4 speaker-assistant>
            Welcome.
        ",
    );
}

#[test]
fn moderator_first_below_the_heading_of_the_profiles() {
    check(
        "
        Session at a glance
        Summary
        Nets.
        Session transcript
        Moderator: Welcome.
        Gro Lie: Nets.
        Moderator: Bye.
        Speakers
        M
        Moderator
        Speech speed
        120 words per minute
        Nets are nets
        Explanation
        He said so.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            Nets.
        # Session transcript <Transcript section-session-transcript>
          Moderator: <speech-1 speaker-moderator>
            Welcome.
          Gro Lie: <speech-2 speaker-gro-lie>
            Nets.
          Moderator: <speech-3 speaker-moderator>
            Bye.
        # Speakers <Speakers section-speakers>
          (M) Moderator <profile-moderator speaker-moderator> 120 wpm
            claim: Nets are nets <argument-moderator-1>
              explanation: He said so.
        Role: Moderator <speaker-moderator>
        ",
    );
}

#[test]
fn headlines_above_headlines() {
    check(
        "
        Full session report
        Lamps for Small Harbours: a report
        Introduction
        The session opened at noon. All were welcome, and most had come.
        Key Discussion Points
        1. Oil and its price
        Bram Oset explained that oil is dear. Nobody disagreed.
        It closed at one
        Conclusion
        The lamps were lit again, and they were seen.
        ",
        "
        # Full session report <FullReport section-full-session-report>
          ## Lamps for Small Harbours: a report <report-1>
          ## Introduction <report-2>
            The session opened at noon. All were welcome, and most had come.
          ## Key Discussion Points <report-3>
          ## 1. Oil and its price <report-4>
            Bram Oset explained that oil is dear. Nobody disagreed.
            It closed at one
          ## Conclusion <report-5>
            The lamps were lit again, and they were seen.
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn initials_of_a_state_with_more_in_brackets() {
    check(
        "
        Session transcript
        Chair:
        Chile, please.
        Chile:
        Thank you.
        Chair:
        Iran.
        Iran (Islamic Republic of):
        No.
        Speakers
        C
        Chile
        Speech time
        9 secs
        Report
        Chile spoke.
        I(
        Iran (Islamic Republic of)
        Speech time
        9 secs
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Chile, please.
          Chile: <speech-2 speaker-chile>
            Thank you.
          Chair: <speech-3 speaker-chair>
            Iran.
          Iran (Islamic Republic of): <speech-4 speaker-iran-islamic-republic-of>
            No.
        # Speakers <Speakers section-speakers>
          (C) Chile <profile-chile speaker-chile> 9 s
            Chile spoke.
          (I() Iran (Islamic Republic of) <profile-iran-islamic-republic-of speaker-iran-islamic-republic-of> 9 s
        Role: Chair <speaker-chair>
        Organization: Chile <speaker-chile>
        Organization: Iran (Islamic Republic of) <speaker-iran-islamic-republic-of>
        ",
    );
}

#[test]
fn an_office_among_those_who_agree() {
    check(
        "
        Session at a glance
        Session transcript
        Una Bell: Lamps, Vic.
        Vic Dow: Which?
        Una Bell: All.
        U
        Una Bell
        Speech speed
        120 words per minute
        Lamps shine
        Explanation
        She saw one.
        Agreed with: Vic Dow, Audience
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Una Bell: <speech-1 speaker-una-bell>
            Lamps, Vic.
          Vic Dow: <speech-2 speaker-vic-dow>
            Which?
          Una Bell: <speech-3 speaker-una-bell>
            All.
        # (no heading) <Speakers section-speakers>
          (U) Una Bell <profile-una-bell speaker-una-bell> 120 wpm
            claim: Lamps shine <argument-una-bell-1>
              explanation: She saw one.
              agreed-with: Vic Dow / Audience <speaker-vic-dow speaker-audience>
        Role: Audience <speaker-audience>
        ",
    );
}
