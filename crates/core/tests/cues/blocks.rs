//! Where blocks begin and end, and what is in them beside cues.

use crate::outline::{check, check_as_is, outline, unindent};
use plenary_core::read::{ReadOptions, read};

#[test]
fn header_comments_styles_and_regions_are_labels() {
    check(
        "
        WEBVTT - Ferry pilots | IGF 2031 WS #7
        Kind: captions
        Language: en

        NOTE made on 3 May 2031

        STYLE
        ::cue { color: red }

        REGION
        id:harbour

        NOTE
        several
        lines

        intro
        00:01.000 --> 00:02.000
        <v Ines>NOTE this
        STYLE</v>
        ",
        "
        title: Ferry pilots
        Ines <speaker-ines> 00:00:01.000 - 00:00:02.000
          NOTE this STYLE
        label: Kind: captions
        label: Language: en
        label: NOTE made on 3 May 2031
        label: STYLE
        label: ::cue { color: red }
        label: REGION
        label: id:harbour
        label: NOTE
        label: several
        label: lines
        ",
    );
}

#[test]
fn titles_are_told_from_metadata() {
    for (line, title) in [
        ("WEBVTT Ferry pilots", Some("Ferry pilots")),
        ("WEBVTT - Ferry pilots", Some("Ferry pilots")),
        ("WEBVTT FILE", None),
        ("WEBVTT Kind: captions; Language: en", None),
        ("WEBVTT -", None),
    ] {
        let file = format!("{line}\n\n00:01.000 --> 00:02.000\nWords.\n");
        let reading = read(&file, &ReadOptions::default());
        assert_eq!(reading.session.title.map(|title| title.name.into_owned()).as_deref(), title, "{line}");
        assert_eq!(reading.session.labels.len(), usize::from(title.is_none()));
        assert_eq!(reading.session.time, None);
    }
}

#[test]
fn empty_lines_and_numbers_may_be_missing() {
    check(
        "
        1
        00:00:01,000 --> 00:00:02,000
        INES: In
        1984
        2
        00:00:02,000 --> 00:00:03,000
        42
        00:00:03,000 --> 00:00:04,000
        TOM: yes.
        4
        00:00:04,000 --> 00:00:05,000
        5
        00:00:05,000 --> 00:00:06,000
        INES: No.
        ",
        "
        INES <speaker-ines> 00:00:01.000 - 00:00:03.000
          In 1984 42
        TOM <speaker-tom> 00:00:03.000 - 00:00:04.000
          yes.
        INES <speaker-ines> 00:00:05.000 - 00:00:06.000
          No.
        Note srt::empty-cue `00:00:04,000 --> 00:00:05,000` this cue has no words
        ",
    );
}

#[test]
fn text_outside_of_cues_is_kept_aside() {
    check(
        "
        WEBVTT

        A heading.

        00:01.000 --> 00:02.000

        <v Ines>One.</v>

        And the rest of it.

        id-1
        00:02.000 --> 00:03.000
        <v Ines>Two.</v>

        Made by Tom.
        ",
        "
        Ines <speaker-ines> 00:00:01.000 - 00:00:03.000
          One.
          Two.
        label: WEBVTT
        unrecognised: A heading.
        unrecognised: And the rest of it.
        unrecognised: Made by Tom.
        Warning webvtt::text-outside-cues `A heading.` this line belongs to no cue; nobody is taken to have said it
        Warning webvtt::empty-line-in-cue `00:01.000 --> 00:02.000` an empty line stands between the times and the words; they were read as one cue
        Warning webvtt::text-outside-cues `And the rest of it.` this line belongs to no cue; nobody is taken to have said it
        Warning webvtt::text-outside-cues `Made by Tom.` this line belongs to no cue; nobody is taken to have said it
        ",
    );
}

#[test]
fn a_file_without_its_signature_is_read() {
    check(
        "
        00:01.000 --> 00:02.000
        <v Ines>One.</v>

        00:02.000 --> 00:03.000
        ",
        "
        Ines <speaker-ines> 00:00:01.000 - 00:00:02.000
          One.
        label: 00:02.000 --> 00:03.000
        Warning webvtt::no-signature `00:01.000 --> 00:02.000` the file does not begin with `WEBVTT`
        Note webvtt::empty-cue `00:02.000 --> 00:03.000` this cue has no words
        ",
    );
}

#[test]
fn a_signature_in_small_letters_is_a_label() {
    check(
        "
        webvtt

        1
        00:01.000 --> 00:02.000 ALIGN:start
        <v Ines>One &copy; 2031.</v>
        ",
        "
        Ines <speaker-ines> 00:00:01.000 - 00:00:02.000
          One © 2031.
        label: webvtt
        Warning webvtt::no-signature `webvtt` the file does not begin with `WEBVTT`
        ",
    );
}

/// Line ends of any system, doubled ones, a byte order mark and blanks at line ends change nothing.
#[test]
fn line_ends_change_nothing() {
    let file = unindent(
        "
        1
        00:00:01,000 --> 00:00:02,000
        INES: One,
        two.

        2
        00:00:02,000 --> 00:00:03,000
        - Who?
        - TOM: Three.

        00:00:03,000 --> 00:00:04,000
        (Applause)

        4
        00:00:04,000 --> 00:00:05,000
        INES: Four.
        TOM: Five.
        ",
    );
    let read_as = |file: &str| outline(file, &read(file, &ReadOptions::default()));
    let expected = read_as(&file);
    for (from, to) in [("\n", "\r\n"), ("\n", "\r"), ("\n", "\r\r\n"), ("\n", "\n\n"), ("\n", " \t\n")] {
        let other = format!("\u{feff}{}", file.replace(from, to));
        assert_eq!(read_as(&other), expected, "{to:?}");
        check_as_is(&other, &expected);
    }
}
