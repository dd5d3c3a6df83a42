//! Claims of redesigned pages that have lost what is said of them, and profiles of both designs in one.

use crate::outline::check;

#[test]
fn claims_without_an_explanation_behind_one() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: We do.
        Rafiq Maharjan: They do.
        Ines Quarrie: Thanks.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Lamps shine
        Explanation
        She saw one.
        Lamps are dear
        Oil is cheap
        Topics
        Economic
        Wicks burn
        Explanation
        They do.
        All of them
        Evidence
        She burnt one.
        And another
        Topics
        Economic
        Agreed with
        – Rafiq Maharjan
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            We do.
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            They do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thanks.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps shine <argument-ines-quarrie-1>
              explanation: She saw one.
            claim: Lamps are dear <argument-ines-quarrie-2>
            claim: Oil is cheap <argument-ines-quarrie-3>
              topic: Economic
            claim: Wicks burn <argument-ines-quarrie-4>
              topic: Economic
              explanation: They do. / All of them
              evidence: She burnt one. / And another
              agreed-with: Rafiq Maharjan <speaker-rafiq-maharjan>
        Warning dig-watch::ambiguous-claim `Lamps are dear`
        Warning dig-watch::ambiguous-claim `All of them`
        Warning dig-watch::ambiguous-claim `And another`
        ",
    );
}

#[test]
fn facts_and_reports_beside_what_only_redesigned_profiles_have() {
    check(
        "
        Session transcript
        Ines Quarrie:
        We do.
        Chair:
        Thanks.
        Speakers
        Chair
        Arguments
        Lamps shine
        Supporting facts:
        - Glass.
        - Oil.
        Explanation
        It is lit.
        Agreed with
        – Ines Quarrie
        Lamps are dear
        Topics: Prices
        Agreed with
        Report
        The Chair spoke.
        Ines Quarrie
        Arguments
        Lamps are lit
        Topics: Light
        Agreed with
        – Chair
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            We do.
          Chair: <speech-2 speaker-chair>
            Thanks.
        # Speakers <Speakers section-speakers>
          Chair <profile-chair speaker-chair>
            claim: Lamps shine <argument-chair-1>
              fact: Glass.
              fact: Oil.
              explanation: It is lit.
              agreed-with: Ines Quarrie <speaker-ines-quarrie>
            claim: Lamps are dear <argument-chair-2>
              topic: Prices
            The Chair spoke.
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie>
            claim: Lamps are lit <argument-ines-quarrie-1>
              topic: Light
              agreed-with: Chair <speaker-chair>
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn names_of_profiles_in_markdown() {
    check(
        "
        ## Session at a glance
        ## Session transcript
        **Lin Qiao**: This is my book.
        **Max Orr**: It is ours.
        **Lin Qiao:** No: mine.
        ## Speakers
        ### Lin Qiao
        Speech speed
        120 words per minute
        The book is hers
        Explanation
        She wrote it.
        **Max Orr**
        Speech speed
        120 words per minute
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Lin Qiao: <speech-1 speaker-lin-qiao>
            This is my book.
          Max Orr: <speech-2 speaker-max-orr>
            It is ours.
          Lin Qiao: <speech-3 speaker-lin-qiao>
            No: mine.
        # Speakers <Speakers section-speakers>
          Lin Qiao <profile-lin-qiao speaker-lin-qiao> 120 wpm
            claim: The book is hers <argument-lin-qiao-1>
              explanation: She wrote it.
          Max Orr <profile-max-orr speaker-max-orr> 120 wpm
        ",
    );
}

#[test]
fn disclaimer_above_speeches_in_front_of_words() {
    check(
        "
        Session transcript
        Disclaimer: This is not an official session record.
        Rasmus Lerdal: Sails are wind.
        Moderator: Thank you.
        Rasmus Lerdal: Wind is free.
        ",
        "
        disclaimer-1: Disclaimer: This is not an official session record.
        # Session transcript <Transcript section-session-transcript>
          Rasmus Lerdal: <speech-1 speaker-rasmus-lerdal>
            Sails are wind.
          Moderator: <speech-2 speaker-moderator>
            Thank you.
          Rasmus Lerdal: <speech-3 speaker-rasmus-lerdal>
            Wind is free.
        Role: Moderator <speaker-moderator>
        ",
    );
}
