//! Lines of times, as they are and as they should not be.

use plenary_core::read::{ReadOptions, read};

use crate::outline::{check, check_whole};

#[test]
fn times_become_those_of_the_speech() {
    check(
        "
        1
        0:00:01,5 --> 0:00:02 X1:201 X2:516 Y1:397 Y2:423
        {\\an8}<font color=\"#fff\">INES: One.</font>

        2
        100:00:03.000 --> 100:00:04,000
        TOM: Two.

        3
        100:00:04,000-->100:00:05,000
        INES: Three.
        ",
        "
        INES <speaker-ines> 00:00:01.500 - 00:00:02.000
          One.
        TOM <speaker-tom> 100:00:03.000 - 100:00:04.000
          Two.
        INES <speaker-ines> 100:00:04.000 - 100:00:05.000
          Three.
        ",
    );
}

#[test]
fn broken_times_are_told_and_the_words_kept() {
    check(
        "
        WEBVTT
        00:01.000 --> 00:02.000
        <v Ines>One.</v>

        00:03.000 --> 00:xx
        <v Ines>Two.</v>

        00:04.000 --> 00:05.000 line:0 <v Ines>Three
        and four.</v>

        00:09.000 --> 00:08.000
        <v Ines>Five.</v>

        00:02.000 --> 00:03.000
        <v Ines>Six.</v>
        ",
        "
        Ines <speaker-ines> 00:00:01.000 - 00:00:09.000
          One.
          Two.
          Three and four.
          Five. Six.
        label: WEBVTT
        unrecognised: 00:03.000 --> 00:xx
        Warning webvtt::broken-time `00:03.000 --> 00:xx` this line has an arrow, but no times that can be read; its cue was read without
        Warning webvtt::words-behind-time `<v Ines>Three` words stand behind the times, on their line; they were read as the first of the cue
        Warning webvtt::ends-before-start `00:09.000 --> 00:08.000` this cue ends before it starts; it was taken to end when it starts
        Warning webvtt::runs-backwards `00:02.000 --> 00:03.000` this cue starts before the one above it; the order of the file was kept
        ",
    );
}

#[test]
fn a_file_without_words_is_no_session() {
    for file in [
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\n<v Ines></v>\n",
        "1\n00:00:01,000 --> 00:00:02,000\n\n",
    ] {
        let reading = read(file, &ReadOptions::default());
        assert!(!reading.holds_session());
        assert!(
            reading
                .diagnostics
                .iter()
                .any(|finding| finding.message.contains("times of captions and no words"))
        );
        check_whole(file, &reading.session);
    }
}
