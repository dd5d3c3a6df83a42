//! Speakers named in the words of cues.

use crate::outline::check;

#[test]
fn labels_stand_before_the_words_and_hold_for_the_cues_below() {
    check(
        "
        WEBVTT

        1
        00:00:01.000 --> 00:00:02.000
        Ines Quarrie (Harbour Board): Good morning.

        2
        00:00:02.500 --> 00:00:04.000
        Ines Quarrie: So here is the thing: we go

        3
        00:00:04.100 --> 00:00:06.000
        by the gauge. See https://example.org at 10:30.

        4
        00:00:06.100 --> 00:00:08.000
        Tom Bell: Result: nobody knows.

        5
        00:00:08.000 --> 00:00:09.000
        Tom Bell: Why?

        6
        00:00:09.000 --> 00:00:10.000
        Paula:
        ",
        "
        Ines Quarrie (Harbour Board) <speaker-ines-quarrie> 00:00:01.000 - 00:00:06.000
          Good morning. So here is the thing: we go by the gauge. See https://example.org at 10:30.
        Tom Bell <speaker-tom-bell> 00:00:06.100 - 00:00:10.000
          Result: nobody knows. Why? Paula:
        Ines Quarrie is Harbour Board
        label: WEBVTT
        Warning webvtt::unlabelled-cue `by the gauge. See https://example.org at 10:30.` this cue has no label, as the others do: its words were given to the speaker above
        Warning webvtt::ambiguous-label `Paula` `Paula` may be a speaker's label; it was kept as part of the speech
        ",
    );
}

/// Where labels stand at changes of speaker alone, a cue without one is as it should be.
#[test]
fn labels_at_changes_of_speaker_need_no_warning() {
    check(
        "
        1
        00:00:01,000 --> 00:00:02,000
        INES: One

        2
        00:00:02,000 --> 00:00:03,000
        two.

        3
        00:00:03,000 --> 00:00:04,000
        TOM:
        Three.

        4
        00:00:04,000 --> 00:00:05,000
        Four.

        5
        00:00:05,000 --> 00:00:06,000
        <b>INES:</b> Five.
        ",
        "
        INES <speaker-ines> 00:00:01.000 - 00:00:03.000
          One two.
        TOM <speaker-tom> 00:00:03.000 - 00:00:05.000
          Three. Four.
        INES <speaker-ines> 00:00:05.000 - 00:00:06.000
          Five.
        ",
    );
}

#[test]
fn two_cues_with_a_label_each_are_a_dialogue() {
    check(
        "
        00:00:01,000 --> 00:00:02,000
        Ines: One.

        00:00:02,000 --> 00:00:03,000
        Анна: Два.

        00:00:03,000 --> 00:00:04,000
        主席：三。
        ",
        "
        Ines <speaker-ines> 00:00:01.000 - 00:00:02.000
          One.
        Анна <speaker-анна> 00:00:02.000 - 00:00:03.000
          Два.
        主席 <speaker-主席> 00:00:03.000 - 00:00:04.000
          三。
        ",
    );
}

/// A lecture in which a word comes before a colon now and then has no speaker of that name.
#[test]
fn a_colon_is_no_label() {
    check(
        "
        00:00:01,000 --> 00:00:02,000
        There are two kinds of lamps.

        00:00:02,000 --> 00:00:03,000
        Question: which?

        00:00:03,000 --> 00:00:04,000
        Result: both.

        00:00:04,000 --> 00:00:05,000
        And oil burns.

        00:00:05,000 --> 00:00:06,000
        Result: light.
        ",
        "
        (nobody) <-> 00:00:01.000 - 00:00:06.000
          There are two kinds of lamps. Question: which? Result: both. And oil burns. Result: light.
        Note srt::no-speakers `` no cue says who speaks: the speeches have no speakers
        ",
    );
}

#[test]
fn arrows_mark_a_change_of_speaker_anywhere() {
    check(
        "
        WEBVTT

        00:01.000 --> 00:02.000
        &gt;&gt; INES: Good morning.

        00:02.000 --> 00:03.000
        Thank you. >> TOM: Fine.
        >> And who are

        00:03.000 --> 00:04.000
        >>
        you?

        00:04.000 --> 00:05.000
        >>> ines: I am 5 >> 4.
        ",
        "
        INES <speaker-ines> 00:00:01.000 - 00:00:03.000
          Good morning. Thank you.
        TOM <speaker-tom> 00:00:02.000 - 00:00:03.000
          Fine.
        (nobody) <-> 00:00:02.000 - 00:00:03.000
          And who are
        (nobody) <-> 00:00:03.000 - 00:00:04.000
          you?
        ines <speaker-ines> 00:00:04.000 - 00:00:05.000
          I am 5 >> 4.
        label: WEBVTT
        ",
    );
}

/// Two dashes in a cue are two people, neither of whom is named; nor is known which of them goes on.
#[test]
fn dashes_mark_two_speakers() {
    check(
        "
        1
        00:00:01,000 --> 00:00:02,000
        INES: Who is there?

        2
        00:00:02,000 --> 00:00:03,000
        - Me.
        – INES: Who?

        3
        00:00:03,000 --> 00:00:04,000
        - Me.
        - Oh.

        4
        00:00:04,000 --> 00:00:05,000
        Well.

        5
        00:00:05,000 --> 00:00:06,000
        - A dash alone.
        ",
        "
        INES <speaker-ines> 00:00:01.000 - 00:00:02.000
          Who is there?
        (nobody) <-> 00:00:02.000 - 00:00:03.000
          Me.
        INES <speaker-ines> 00:00:02.000 - 00:00:03.000
          Who?
        (nobody) <-> 00:00:03.000 - 00:00:04.000
          Me.
        (nobody) <-> 00:00:03.000 - 00:00:04.000
          Oh.
        (nobody) <-> 00:00:04.000 - 00:00:06.000
          Well. - A dash alone.
        ",
    );
}

#[test]
fn brackets_hold_remarks_or_names() {
    check(
        "
        1
        00:00:01,000 --> 00:00:02,000
        (APPLAUSE)

        2
        00:00:02,000 --> 00:00:03,000
        [Chair] Order, please.

        3
        00:00:03,000 --> 00:00:04,000
        [Laughter]
        Order!

        4
        00:00:04,000 --> 00:00:05,000
        [SPEAKER_01]: Yes.

        5
        00:00:05,000 --> 00:00:06,000
        [SPEAKER_01]: [Door closes] No.

        6
        00:00:06,000 --> 00:00:07,000
        ♪ By the sea ♪
        ",
        "
        (nobody) <-> 00:00:01.000 - 00:00:02.000
          ~ (APPLAUSE)
        Chair <speaker-chair> 00:00:02.000 - 00:00:04.000
          Order, please.
          ~ [Laughter]
          Order!
        SPEAKER_01 <speaker-speaker-01> 00:00:04.000 - 00:00:07.000
          Yes. [Door closes] No.
          ~ ♪ By the sea ♪
        ",
    );
}

/// Zoom puts the name that people gave themselves before the words of every cue.
#[test]
fn names_in_small_letters_count_where_every_cue_begins_with_one() {
    let cues = |names: &[&str]| {
        let cue = |(at, name): (usize, &&str)| {
            format!("        00:00:{at:02}.000 --> 00:00:{at:02}.900\n        {name}: Good evening.\n\n")
        };
        format!("        WEBVTT\n\n{}", names.iter().enumerate().map(cue).collect::<String>())
    };
    let mut names = ["Ines Quarrie", "Tom Bell"].repeat(10);
    names.extend(["ringo", "Room two"]);
    let source = cues(&names).replace("        ", "");
    let reading = plenary_core::read::read(&source, &plenary_core::read::ReadOptions::default());
    let speakers: Vec<_> = reading.session.speakers.iter().map(|speaker| &*speaker.name).collect();
    assert_eq!(speakers, ["Ines Quarrie", "Tom Bell", "ringo", "Room two"]);
    assert_eq!(reading.diagnostics, []);
}

/// How to speak of somebody is no part of the name, and a single dash in front of a label says nothing more.
#[test]
fn pronouns_and_a_dash_beside_a_label() {
    check(
        "
        1
        00:00:01,000 --> 00:00:03,000
        - ANN LEE (she/her): Order, please.

        2
        00:00:03,500 --> 00:00:06,000
        BO EK (he/him): Thank you. - Yes.

        3
        00:00:06,500 --> 00:00:08,000
        ANN LEE (she/her): You have the floor.

        4
        00:00:08,500 --> 00:00:10,000
        - and nobody else.
        ",
        "
        ANN LEE (she/her) <speaker-ann-lee> 00:00:01.000 - 00:00:03.000
          Order, please.
        BO EK (he/him) <speaker-bo-ek> 00:00:03.500 - 00:00:06.000
          Thank you. - Yes.
        ANN LEE (she/her) <speaker-ann-lee> 00:00:06.500 - 00:00:10.000
          You have the floor. - and nobody else.
        ",
    );
}
