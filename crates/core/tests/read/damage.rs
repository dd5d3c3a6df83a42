//! Profiles that have lost a line, or hold one that is not theirs.

use crate::outline::check;

#[test]
fn arguments_that_have_changed_places_with_their_first_claim() {
    check(
        "
        Speakers
        IQ
        Ines Quarrie
        Speech length
        12 words
        Lamps should be red
        Arguments
        Supporting facts:
        - Red is seen
        Topics: Lamps
        Arguments
        Supporting facts:
        - They are many
        ",
        "
        # Speakers <Speakers section-speakers>
          (IQ) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            claim: Lamps should be red <argument-ines-quarrie-1>
              fact: Red is seen
              topic: Lamps
            claim: Arguments <argument-ines-quarrie-2>
              fact: They are many
        Note dig-watch::no-transcript ``
        ",
    );
}

/// It is one fact, on two lines of the page; a bullet without a fact is none.
#[test]
fn a_fact_goes_on_below() {
    check(
        "
        Speakers
        Ines Quarrie
        Speech length
        12 words
        Arguments
        Lamps should be red
        Supporting facts:
        - Red is seen
        from very far,
        and by everybody
        -
        - Blue is not
        Lamps should burn
        Supporting facts: Oil burns
        - Oil is dear
        Topics: Oil
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            claim: Lamps should be red <argument-ines-quarrie-1>
              fact: Red is seen from very far, and by everybody
              fact: Blue is not
            claim: Lamps should burn <argument-ines-quarrie-2>
              fact: Oil burns
              fact: Oil is dear
              topic: Oil
        Note dig-watch::no-transcript ``
        ",
    );
}

/// Every other profile has initials above its name, and nobody speaks under these letters.
#[test]
fn initials_that_have_lost_their_name_are_nobody() {
    check(
        "
        Session transcript
        Ines Quarrie:
        Good morning.
        Speakers
        IQ
        Ines Quarrie
        Speech length
        12 words
        Report
        She spoke.
        HA
        Speech speed
        100 words per minute
        Speech length
        12 words
        Arguments
        Harbours are deep
        Topics: Depth
        Report
        It spoke.
        RM
        Rafiq Maharjan
        Speech length
        12 words
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
        # Speakers <Speakers section-speakers>
          (IQ) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            She spoke.
          (RM) Rafiq Maharjan <profile-rafiq-maharjan speaker-rafiq-maharjan> 12 words
        unrecognised: HA
        unrecognised: Speech speed
        unrecognised: 100 words per minute
        unrecognised: Speech length
        unrecognised: 12 words
        unrecognised: Arguments
        unrecognised: Harbours are deep
        unrecognised: Topics: Depth
        unrecognised: Report
        unrecognised: It spoke.
        Warning dig-watch::unplaced-text `HA\\nSpeech speed\\n100 words per minute\\nSpeech length\\n12 words\\nArguments\\nHarbours are deep\\nTopics: Depth\\nReport\\nIt spoke.`
        ",
    );
}

#[test]
fn short_names_are_names_where_nothing_else_has_initials() {
    check(
        "
        Session transcript
        EU:
        Good morning.
        UK:
        Good morning.
        Speakers
        EU
        Speech length
        2 words
        UK
        Speech length
        2 words
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          EU: <speech-1 speaker-eu>
            Good morning.
          UK: <speech-2 speaker-uk>
            Good morning.
        # Speakers <Speakers section-speakers>
          EU <profile-eu speaker-eu> 2 words
          UK <profile-uk speaker-uk> 2 words
        Organization: EU <speaker-eu>
        Organization: UK <speaker-uk>
        ",
    );
}

#[test]
fn a_speaker_of_capitals_among_profiles_with_initials() {
    check(
        "
        Session transcript
        EU:
        Good morning.
        Speakers
        EU
        Speech length
        2 words
        IQ
        Ines Quarrie
        Speech length
        2 words
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          EU: <speech-1 speaker-eu>
            Good morning.
        # Speakers <Speakers section-speakers>
          EU <profile-eu speaker-eu> 2 words
          (IQ) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 2 words
        Organization: EU <speaker-eu>
        ",
    );
}

/// Its title and date are not said of the last speaker.
#[test]
fn another_page_pasted_below() {
    check(
        "
        Gauges
        1 May 2031
        Session transcript
        Ines Quarrie:
        Good morning.
        Speakers
        Ines Quarrie
        Speech length
        12 words
        Report
        She spoke.
        Ferries at night
        5 May 2031 09:00h - 10:00h
        Ferries at night
        Table of contents
        Disclaimer: Made by a machine.
        Full session report
        Ferries run
        They ran all night, and in the morning they were home.
        Session transcript
        Rafiq Maharjan:
        Hello.
        ",
        "
        title: Gauges
        time: 2031-05-01 - - -
        disclaimer-1: Disclaimer: Made by a machine.
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            She spoke.
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            Ferries at night
            5 May 2031 09:00h - 10:00h
            Ferries at night
        # Table of contents <TableOfContents section-table-of-contents>
        # Full session report <FullReport section-full-session-report>
          ## Ferries run <report-2>
            They ran all night, and in the morning they were home.
        # Session transcript <Transcript section-session-transcript-2>
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            Hello.
        Warning dig-watch::repeated-section `Session transcript`
        ",
    );
}
