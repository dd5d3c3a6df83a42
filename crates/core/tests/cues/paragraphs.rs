//! How the words of cues become paragraphs.

use plenary_core::model::Dialect;
use plenary_core::read::{ReadOptions, read};

use crate::outline::{check, check_whole};

#[test]
fn a_pause_behind_a_sentence_begins_a_paragraph() {
    check(
        "
        WEBVTT

        00:01.000 --> 00:02.000
        One sentence.

        00:03.900 --> 00:05.000
        Another one, which stops

        00:08.000 --> 00:09.000
        in its middle.

        00:11.000 --> 00:12.000
        A third.
        ",
        "
        (nobody) <-> 00:00:01.000 - 00:00:12.000
          One sentence. Another one, which stops in its middle.
          A third.
        label: WEBVTT
        Note webvtt::no-speakers `` no cue says who speaks: the speeches have no speakers
        ",
    );
}

/// Comments stand between paragraphs; what a machine says of every cue does not.
#[test]
fn a_comment_ends_the_paragraph() {
    check(
        "
        WEBVTT

        NOTE Confidence: 0.91

        00:01.000 --> 00:02.000
        One

        NOTE Confidence: 0.87

        00:02.000 --> 00:03.000
        two

        NOTE checked
        by Tom

        00:03.000 --> 00:04.000
        three
        ",
        "
        (nobody) <-> 00:00:01.000 - 00:00:04.000
          One two
          three
        label: WEBVTT
        label: NOTE Confidence: 0.91
        label: NOTE checked
        label: by Tom
        Note webvtt::no-speakers `` no cue says who speaks: the speeches have no speakers
        ",
    );
}

/// Hours of words without a pause do not become one paragraph, with full stops or without.
#[test]
fn paragraphs_have_a_length_to_be_read() {
    let cue = |at: usize, words: &str| {
        let (minute, second) = (at / 60, at % 60);
        format!("{minute:02}:{second:02}.000 --> {minute:02}:{second:02}.999\n{words}\n\n")
    };
    for (words, least, most) in
        [("And the lamp was lit at night.", 800, 900), ("and the lamp was lit at", 2400, 2500)]
    {
        let file = format!("WEBVTT\n\n{}", (0..3000).map(|at| cue(at, words)).collect::<String>());
        let reading = read(&file, &ReadOptions::dialect(Dialect::WebVtt));
        check_whole(&file, &reading.session);
        let speeches: Vec<_> = reading.session.speeches().collect();
        let [speech] = speeches.as_slice() else { panic!("one speech") };
        let (_, all_but_last) = speech.blocks.split_last().unwrap();
        assert!(all_but_last.iter().all(|block| (least..most).contains(&block.text.as_str().len())));
    }
}
