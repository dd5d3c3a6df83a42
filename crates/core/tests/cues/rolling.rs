//! Captions that roll over the screen, each line shown twice.

use crate::outline::check_as_is;

const ROLLING: &str = "WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.389 align:start position:0%
 
hello<00:00:00.480><c> and</c><00:00:00.640><c> welcome</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
hello and welcome
 

00:00:02.399 --> 00:00:05.030 align:start position:0%
hello and welcome
to<00:00:02.720><c> the</c><00:00:02.960><c> harbour</c>

00:00:05.030 --> 00:00:05.040 align:start position:0%
to the harbour
 

00:00:05.040 --> 00:00:07.000 align:start position:0%
to the harbour
board<00:00:05.720><c> meeting</c>

00:00:07.000 --> 00:00:07.010 align:start position:0%
board meeting
 

00:00:07.010 --> 00:00:09.000 align:start position:0%
[Music]
";

#[test]
fn a_line_that_rolls_is_read_once() {
    check_as_is(
        ROLLING,
        "
        (nobody) <-> 00:00:00.160 - 00:00:09.000
          hello and welcome to the harbour board meeting
          ~ [Music]
        label: WEBVTT
        label: Kind: captions
        label: Language: en
        Note webvtt::rolling-captions `` the captions repeat each line as they roll; it was read once
        Note webvtt::no-speakers `` no cue says who speaks: the speeches have no speakers
        ",
    );
}

/// People repeat themselves; that is kept.
#[test]
fn words_said_twice_are_kept_twice() {
    let cue = |at: usize, words: &str| format!("00:0{at}.000 --> 00:0{at}.900\n{words}\n\n");
    let words = ["Yes.", "Yes.", "No.", "Of course.", "Of course.", "Well."];
    let cues: String = words.iter().enumerate().map(|(at, words)| cue(at, words)).collect();
    check_as_is(
        &format!("WEBVTT\n\n{cues}"),
        "
        (nobody) <-> 00:00:00.000 - 00:00:05.900
          Yes. Yes. No. Of course. Of course. Well.
        label: WEBVTT
        Note webvtt::no-speakers `` no cue says who speaks: the speeches have no speakers
        ",
    );
}
