//! Profiles whose name, heading or labels are lost, or look like something else.

use crate::outline::check;

#[test]
fn profiles_without_a_heading_are_found_by_their_statistics() {
    check(
        "
        Gauges for everyone
        Session transcript
        Ines Quarrie:
        Good morning.
        IQ
        Ines Quarrie
        Speech length
        2 words
        ",
        "
        title: Gauges for everyone
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
        # (no heading) <Speakers section-speakers>
          (IQ) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 2 words
        ",
    );
}

#[test]
fn initials_need_not_be_those_of_the_name() {
    check(
        "
        Speakers
        EZ
        Élise Zola
        Speech length
        2 words
        Arguments
        AI
        Report
        She spoke of AI.
        XY
        Anna Berg
        Speech length
        2 words
        ",
        "
        # Speakers <Speakers section-speakers>
          (EZ) Élise Zola <profile-élise-zola speaker-élise-zola> 2 words
            claim: AI <argument-élise-zola-1>
            She spoke of AI.
          (XY) Anna Berg <profile-anna-berg speaker-anna-berg> 2 words
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn speakers_at_the_end_without_profiles_is_an_empty_section() {
    check(
        "
        Session transcript
        Chair:
        Good morning.
        Speakers
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        # Speakers <Speakers section-speakers>
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn a_profile_that_has_lost_its_name_is_not_called_speakers() {
    check(
        "
        Session transcript
        Chair:
        Good morning.
        Speakers
        Speech speed
        120 words per minute
        Speech length
        2 words
        Chair
        Speech time
        9 secs
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
        # Speakers <Speakers section-speakers>
          Chair <profile-chair speaker-chair> 9 s
        Role: Chair <speaker-chair>
        unrecognised: Speech speed
        unrecognised: 120 words per minute
        unrecognised: Speech length
        unrecognised: 2 words
        Warning dig-watch::unplaced-text `Speech speed\\n120 words per minute\\nSpeech length\\n2 words`
        ",
    );
}

/// A line that is lost costs no more than itself: the profile stays its speaker's.
#[test]
fn a_statistic_without_its_label_is_no_name() {
    check(
        "
        Gauges for everyone
        Full session report
        Speakers
        HA
        Harbour Authority
        149 words per minute
        Speech length
        68 words
        470 secs
        Arguments
        Tide poles can be opened
        Topics: Open data
        IQ
        Ines Quarrie
        176 words per minute
        Report
        She asked.
        ",
        "
        title: Gauges for everyone
        # Full session report <FullReport section-full-session-report>
        # Speakers <Speakers section-speakers>
          (HA) Harbour Authority <profile-harbour-authority speaker-harbour-authority> 68 words
            claim: Tide poles can be opened <argument-harbour-authority-1>
              topic: Open data
          (IQ) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie>
            She asked.
        Organization: Harbour Authority <speaker-harbour-authority>
        unrecognised: 149 words per minute
        unrecognised: 470 secs
        unrecognised: 176 words per minute
        Note dig-watch::no-transcript ``
        Warning dig-watch::unplaced-text `149 words per minute`
        Warning dig-watch::unplaced-text `470 secs`
        Warning dig-watch::unplaced-text `176 words per minute`
        ",
    );
}

/// Initials above a name are enough for a profile of nothing but a report, be the speaker unknown to the page.
#[test]
fn initials_vouch_for_a_profile_without_statistics() {
    check(
        "
        Session transcript
        Ines Quarrie:
        Good morning.
        Speakers
        Ines Quarrie
        Speech length
        2 words
        Report
        She greeted.
        TW
        Tomasz Wielgosz
        Report
        He was greeted.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 2 words
            She greeted.
          (TW) Tomasz Wielgosz <profile-tomasz-wielgosz speaker-tomasz-wielgosz>
            He was greeted.
        ",
    );
}

#[test]
fn a_speaker_may_be_called_arguments_or_a_quantity() {
    check(
        "
        Speakers
        A
        Arguments
        Speech length
        2 words
        Arguments
        We argue
        Topics: Law
        3M
        Speech length
        3 words
        ",
        "
        # Speakers <Speakers section-speakers>
          (A) Arguments <profile-arguments speaker-arguments> 2 words
            claim: We argue <argument-arguments-1>
              topic: Law
          3M <profile-3m speaker-3m> 3 words
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn a_comma_parts_topics_with_or_without_a_space() {
    check(
        "
        Speakers
        Ines Quarrie
        Speech length
        12 words
        Arguments
        A claim
        Topics: AI,Open data;Law (old,new), 1,000 gauges,
        ",
        "
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 12 words
            claim: A claim <argument-ines-quarrie-1>
              topic: AI
              topic: Open data
              topic: Law (old,new)
              topic: 1,000 gauges
        Note dig-watch::no-transcript ``
        ",
    );
}

#[test]
fn a_paragraph_above_a_report_is_no_name() {
    check(
        "
        Session transcript
        Ines Quarrie:
        Good morning.
        Speakers
        She asked who owns the gauge, and she was told.
        Report
        Ines Quarrie
        Speech length
        2 words
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
        # Speakers <Speakers section-speakers>
          Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 2 words
        unrecognised: She asked who owns the gauge, and she was told.
        unrecognised: Report
        Warning dig-watch::unplaced-text `She asked who owns the gauge, and she was told.\\nReport`
        ",
    );
}

/// The first of several profiles has lost its name: the heading does not become it.
#[test]
fn a_heading_is_not_the_name_that_was_lost() {
    check(
        "
        Session transcript
        Ines Quarrie:
        Good morning.
        Speakers
        Speech speed
        149 words per minute
        Speech length
        2 words
        Speech time
        2 secs
        Arguments
        A claim
        TW
        Tomasz Wielgosz
        Speech length
        2 words
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
        # Speakers <Speakers section-speakers>
          (TW) Tomasz Wielgosz <profile-tomasz-wielgosz speaker-tomasz-wielgosz> 2 words
        unrecognised: Speech speed
        unrecognised: 149 words per minute
        unrecognised: Speech length
        unrecognised: 2 words
        unrecognised: Speech time
        unrecognised: 2 secs
        unrecognised: Arguments
        unrecognised: A claim
        Warning dig-watch::unplaced-text `Speech speed\\n149 words per minute\\nSpeech length\\n2 words\\nSpeech time\\n2 secs\\nArguments\\nA claim`
        ",
    );
}
