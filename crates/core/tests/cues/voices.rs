//! Voice tags, and what else names the voice of a cue.

use plenary_core::model::Dialect;
use plenary_core::read::detect;

use crate::outline::{check, check_as_is};

#[test]
fn cues_of_one_voice_are_one_speech() {
    check(
        "
        WEBVTT

        7f1d0c2e-5a3b-4c1d-9e8f-0123456789ab/12-0
        00:00:03.000 --> 00:00:05.000
        <v Quarrie, Ines (Harbour Board)>Good morning,
        all.</v>

        7f1d0c2e-5a3b-4c1d-9e8f-0123456789ab/12-1
        00:00:04.500 --> 00:00:08.000
        <v Quarrie, Ines (Harbour Board)>We begin.</v>

        00:00:07.000 --> 00:00:07.500
        <v Tom Bell>Now?</v>

        00:00:07.200 --> 00:00:09.000
        <v Quarrie, Ines (Harbour Board)>Now.</v>
        ",
        "
        Quarrie, Ines (Harbour Board) <speaker-quarrie-ines-harbour-board> 00:00:03.000 - 00:00:08.000
          Good morning, all. We begin.
        Tom Bell <speaker-tom-bell> 00:00:07.000 - 00:00:07.500
          Now?
        Quarrie, Ines (Harbour Board) <speaker-quarrie-ines-harbour-board> 00:00:07.200 - 00:00:09.000
          Now.
        label: WEBVTT
        ",
    );
}

#[test]
fn a_tag_may_have_classes_lack_its_end_and_go_on_behind_a_line_end() {
    check(
        "
        WEBVTT

        00:01.000 --> 00:02.000
        <v.loud.first Ines Quarrie>One.

        00:02.000 --> 00:03.000
        <v Smith &amp; Daughters>Two.

        00:03.000 --> 00:04.000
        <v Very
        Long  Name>Three,
        four.</v>

        00:04.000 --> 00:05.000
        <V ines quarrie/>Five.
        ",
        "
        Ines Quarrie <speaker-ines-quarrie> 00:00:01.000 - 00:00:02.000
          One.
        Smith & Daughters <speaker-smith-daughters> 00:00:02.000 - 00:00:03.000
          Two.
        Very Long Name <speaker-very-long-name> 00:00:03.000 - 00:00:04.000
          Three, four.
        ines quarrie <speaker-ines-quarrie> 00:00:04.000 - 00:00:05.000
          Five.
        label: WEBVTT
        ",
    );
}

#[test]
fn a_cue_may_hold_several_voices() {
    check(
        "
        WEBVTT

        00:01.000 --> 00:02.000
        <v Ines>One.</v> <v Tom>Two.</v>

        00:02.000 --> 00:03.000
        <v Tom>Three.
        <v Ines>Four.</v>
        <v Ines></v><v Tom>Five.</v>
        ",
        "
        Ines <speaker-ines> 00:00:01.000 - 00:00:02.000
          One.
        Tom <speaker-tom> 00:00:01.000 - 00:00:03.000
          Two. Three.
        Ines <speaker-ines> 00:00:02.000 - 00:00:03.000
          Four.
        Tom <speaker-tom> 00:00:02.000 - 00:00:03.000
          Five.
        label: WEBVTT
        ",
    );
}

/// Nothing is guessed: a voice holds for its own cue. A remark is said by nobody.
#[test]
fn words_without_a_voice_have_no_speaker() {
    check(
        "
        WEBVTT

        00:01.000 --> 00:02.000
        <v Ines>One.</v>

        00:02.000 --> 00:03.000
        [Applause]

        00:03.000 --> 00:04.000
        <v Ines>Two.</v>

        00:04.000 --> 00:05.000
        Tom: three.

        00:05.000 --> 00:06.000
        <v Ines>Four.</v> Five.
        ",
        "
        Ines <speaker-ines> 00:00:01.000 - 00:00:04.000
          One.
          ~ [Applause]
          Two.
        (nobody) <-> 00:00:04.000 - 00:00:05.000
          Tom: three.
        Ines <speaker-ines> 00:00:05.000 - 00:00:06.000
          Four.
        (nobody) <-> 00:00:05.000 - 00:00:06.000
          Five.
        label: WEBVTT
        Note webvtt::voiceless-cue `Tom: three.` this cue and 1 more name no voice: their words have no speaker
        ",
    );
}

/// `<v ->` and `<v>` mark that somebody else begins to speak, and name nobody.
#[test]
fn a_voice_without_a_name_begins_a_speech() {
    check(
        "
        WEBVTT

        00:01.000 --> 00:02.000
        <v ->One</v>

        00:02.000 --> 00:03.000
        two.

        00:03.000 --> 00:04.000
        <v>Three.</v>
        ",
        "
        (nobody) <-> 00:00:01.000 - 00:00:03.000
          One two.
        (nobody) <-> 00:00:03.000 - 00:00:04.000
          Three.
        label: WEBVTT
        Note webvtt::no-speakers `` no cue says who speaks: the speeches have no speakers
        ",
    );
}

#[test]
fn identifiers_may_name_the_voice() {
    check(
        "
        WEBVTT

        1 \"Ines Quarrie\" (3735945216)
        00:01.000 --> 00:02.000
        One.

        2 \"Tom Bell\" (12)
        00:02.000 --> 00:03.000
        Two.

        3 \"Tom Bell\" (12)
        00:03.000 --> 00:04.000
        Three.
        ",
        "
        Ines Quarrie <speaker-ines-quarrie> 00:00:01.000 - 00:00:02.000
          One.
        Tom Bell <speaker-tom-bell> 00:00:02.000 - 00:00:04.000
          Two. Three.
        label: WEBVTT
        ",
    );
}

#[test]
fn markup_is_no_text() {
    check(
        "
        WEBVTT

        00:01.000 --> 00:02.000
        <v Ines><i>Fish</i> &amp; <c.red>chips</c> <00:00:01.500><lang en>at</lang> 3 &lt; 4, R&D, <3.</v>
        ",
        "
        Ines <speaker-ines> 00:00:01.000 - 00:00:02.000
          Fish & chips at 3 < 4, R&D, <3.
        label: WEBVTT
        ",
    );
}

/// The signature decides: what the words look like does not.
#[test]
fn a_file_with_a_signature_is_web_vtt_whatever_it_says() {
    let file = "WEBVTT\n\n00:01.000 --> 00:02.000\nSession transcript\n\n00:02.000 --> 00:03.000\n>> JANE: Hi.\n\n\
                00:03.000 --> 00:04.000\n>> TOM: Hi.\n";
    check_as_is(
        file,
        "
        (nobody) <-> 00:00:01.000 - 00:00:02.000
          Session transcript
        JANE <speaker-jane> 00:00:02.000 - 00:00:03.000
          Hi.
        TOM <speaker-tom> 00:00:03.000 - 00:00:04.000
          Hi.
        label: WEBVTT
        ",
    );
    for (file, dialect) in [
        ("WEBVTT", Some(Dialect::WebVtt)),
        ("\u{feff}WEBVTT - Title\n", Some(Dialect::WebVtt)),
        ("00:01.000 --> 00:02.000\nHello.\n", Some(Dialect::WebVtt)),
        ("1\n00:00:01,000 --> 00:00:02,000\nHello.\n", Some(Dialect::Srt)),
        ("\u{feff}Credits\r\r1\r00:00:01,000 --> 00:00:02,000\rHello.\r", Some(Dialect::Srt)),
        ("00:00:01,000 --> 00:00:02,000\nHello.\n", Some(Dialect::Srt)),
        ("1\n00:00:01.000 --> 00:00:02.000\nHello.\n", Some(Dialect::Srt)),
        ("Minutes by a machine\n\n0:01 --> 0:05\nHello.\n", Some(Dialect::WebVtt)),
        ("WEBVTTX\n", None),
        ("WebVTT is a format with lines such as a --> b.\n", None),
    ] {
        assert_eq!(detect(file), dialect, "{file:?}");
    }
}
