//! The profiles: statistics, arguments, reports, and lines that may be any of them.

use crate::outline::check;

#[test]
fn profiles_with_everything() {
    check(
        "
        Speakers
        AO
        Adaeze Obiora-Lund
        Speech speed
        158 words per minute
        Speech length
        1,226 words
        Speech time
        7 min 46 secs
        Arguments
        Rates are made from eleven winters
        Supporting facts:
        - Premiums rose
        - Nobody asked
        Topics: Insurance, Public data (open, closed), C++; Rates
        Live readings need other rules
        Topics: Archives
        A mirror without a rehearsal is a rumour
        Report
        She criticised the order of things.
        - She proposed ninety days.
        A
        Audience
        Speech speed: 171 wpm
        Speech length: 92
        Report
        One question was asked.
        ",
        "
        # Speakers <Speakers section-speakers>
          (AO) Adaeze Obiora-Lund <profile-adaeze-obiora-lund speaker-adaeze-obiora-lund> 158 wpm 1226 words 466 s
            claim: Rates are made from eleven winters <argument-adaeze-obiora-lund-1>
              fact: Premiums rose
              fact: Nobody asked
              topic: Insurance
              topic: Public data (open, closed)
              topic: C++
              topic: Rates
            claim: Live readings need other rules <argument-adaeze-obiora-lund-2>
              topic: Archives
            claim: A mirror without a rehearsal is a rumour <argument-adaeze-obiora-lund-3>
            She criticised the order of things.
            * She proposed ninety days.
          (A) Audience <profile-audience speaker-audience> 171 wpm 92 words
            One question was asked.
        Role: Audience <speaker-audience>
        Note dig-watch::no-transcript ``
        ",
    );
}

/// A claim, a fact and a paragraph are short and capital like a name; the labels tell.
#[test]
fn what_looks_like_a_name_is_not_always_one() {
    check(
        "
        Speakers
        Ines Quarrie
        Speech speed
        158 words per minute
        Arguments
        Tomasz Wielgosz
        Supporting facts:
        - Rafiq Maharjan
        Topics: Harbour Authority
        Open Tide Poles
        Closed Radar
        Report
        Harbour Authority
        Rafiq Maharjan
        Tomasz Wielgosz
        Speech speed
        150 words per minute
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 158 wpm
            claim: Tomasz Wielgosz <argument-ines-quarrie-1>
              fact: Rafiq Maharjan
              topic: Harbour Authority
            claim: Open Tide Poles <argument-ines-quarrie-2>
            claim: Closed Radar <argument-ines-quarrie-3>
            Harbour Authority
            Rafiq Maharjan
          Tomasz Wielgosz <profile-tomasz-wielgosz speaker-tomasz-wielgosz> 150 wpm
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn a_speaker_may_be_called_like_a_label() {
    check(
        "
        Speakers
        Report
        Speech speed
        158 words per minute
        Arguments
        Report
        Supporting facts:
        - There is one
        Report
        All is well.
        Speakers
        Speech length
        12 words
        Arguments
        Speech time
        9 secs
        ",
        "
        # Speakers <Speakers section-speakers>
          Report <profile-report speaker-report> 158 wpm
            claim: Report <argument-report-1>
              fact: There is one
            All is well.
          Speakers <profile-speakers speaker-speakers> 12 words
          Arguments <profile-arguments speaker-arguments> 9 s
        Role: Speakers <speaker-speakers>
        Note dig-watch::no-transcript ``
        ",
    );
}

/// Such profiles begin with a name that the transcript vouches for, or that stands where only a name can.
#[test]
fn profiles_without_statistics() {
    check(
        "
        Session transcript
        Ines Quarrie:
        Good morning.
        Rafiq Maharjan:
        Good morning.
        Ines Quarrie:
        Thank you.
        Chair:
        Thank you.
        Speakers
        Library Network
        Arguments
        Libraries hold an account
        Topics: Libraries
        Ines Quarrie
        Report
        She opened the session.
        Tomasz Wielgosz
        Arguments
        He was not there
        Report
        He sent a letter.
        RM
        Rafiq Maharjan
        C
        Chair
        Speech length
        2 words
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            Good morning.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Chair: <speech-4 speaker-chair>
            Thank you.
        # Speakers <Speakers section-speakers>
          Library Network <profile-library-network speaker-library-network>
            claim: Libraries hold an account <argument-library-network-1>
              topic: Libraries
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie>
            She opened the session.
          Tomasz Wielgosz <profile-tomasz-wielgosz speaker-tomasz-wielgosz>
            claim: He was not there <argument-tomasz-wielgosz-1>
            He sent a letter.
          (RM) Rafiq Maharjan <profile-rafiq-maharjan speaker-rafiq-maharjan>
          (C) Chair <profile-chair speaker-chair> 2 words
        Role: Chair <speaker-chair>
        Organization: Library Network <speaker-library-network>
        ",
    );
}

#[test]
fn statistics_may_be_missing_or_hold_no_number() {
    check(
        "
        Speakers
        Ines Quarrie
        Speech speed
        rather fast
        Speech length
        Speech time
        1:02:03
        Tomasz Wielgosz
        Speech time
        Chair
        Speech speed
        150 words
        Speech length
        576 seconds
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> ? wpm 3723 s
          Tomasz Wielgosz <profile-tomasz-wielgosz speaker-tomasz-wielgosz>
          Chair <profile-chair speaker-chair> ? wpm ? words
        Role: Chair <speaker-chair>
        Note dig-watch::no-transcript ``
        Warning dig-watch::unreadable-statistic `rather fast`
        Warning dig-watch::unreadable-statistic `Speech length`
        Warning dig-watch::unreadable-statistic `Speech time`
        Warning dig-watch::unreadable-statistic `150 words`
        Warning dig-watch::unreadable-statistic `576 seconds`
        ",
    );
}

#[test]
fn facts_and_topics_in_other_forms() {
    check(
        "
        Speakers
        Ines Quarrie
        Speech length
        12 words
        A claim without its heading
        Supporting facts
        A fact without a bullet
        Another one
        Topics:
        - One topic
        - Another topic
        - a claim with a bullet
        Supporting facts:
        • a fact
        Topics: ,
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            claim: A claim without its heading <argument-ines-quarrie-1>
              fact: A fact without a bullet
              fact: Another one
              topic: One topic
              topic: Another topic
            claim: a claim with a bullet <argument-ines-quarrie-2>
              fact: a fact
        Note dig-watch::no-transcript ``
        ",
    );
}

/// Items below a claim are its facts, with or without their label; items without a claim above are claims.
#[test]
fn facts_without_their_label() {
    check(
        "
        Speakers
        Ines Quarrie
        Speech length
        12 words
        Arguments
        Gauges should be shared
        - Everybody has one
        Topics: Gauges
        - Poles too
        - And radars
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            claim: Gauges should be shared <argument-ines-quarrie-1>
              fact: Everybody has one
              topic: Gauges
            claim: Poles too <argument-ines-quarrie-2>
            claim: And radars <argument-ines-quarrie-3>
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn arguments_below_the_report() {
    check(
        "
        Speakers
        Ines Quarrie
        Speech length
        12 words
        Report
        She opened the session and closed it again.
        Arguments
        Gauges should be shared
        Topics: Gauges
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            claim: Gauges should be shared <argument-ines-quarrie-1>
              topic: Gauges
            She opened the session and closed it again.
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn text_without_a_place_is_kept_and_reported_once_a_run() {
    check(
        "
        Speakers
        Sorted by name
        Topics: stray
        Ines Quarrie
        Speech length
        12 words
        Speech length
        13 words
        Share this
        Report
        She opened the session.
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            She opened the session.
        unrecognised: Sorted by name
        unrecognised: Topics: stray
        unrecognised: Speech length
        unrecognised: 13 words
        unrecognised: Share this
        Note dig-watch::no-transcript ``
        Warning dig-watch::unplaced-text `Sorted by name\\nTopics: stray`
        Warning dig-watch::unplaced-text `Speech length\\n13 words\\nShare this`
        ",
    );
}

#[test]
fn a_speaker_with_two_profiles_is_one_speaker() {
    check(
        "
        Speakers
        Ines Quarrie
        Speech length
        12 words
        Arguments
        One
        INES QUARRIE
        Speech length
        13 words
        Arguments
        Two
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            claim: One <argument-ines-quarrie-1>
          INES QUARRIE <profile-ines-quarrie-2 speaker-ines-quarrie> 13 words
            claim: Two <argument-ines-quarrie-2>
        Note dig-watch::no-transcript ``
        Warning dig-watch::repeated-profile `INES QUARRIE`
        ",
    );
}
