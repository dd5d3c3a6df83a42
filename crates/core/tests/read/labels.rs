//! Which lines of a transcript are labels by what stands around them, and what only looks like one.

use crate::outline::check;

#[test]
fn a_lone_name_inside_a_speech_is_text_and_reported() {
    check(
        "
        Session transcript
        Chair:
        Good morning.
        Ines Quarrie:
        I ask who owns the gauge.
        Chair:
        Let me read out a letter.
        It came this morning.
        Old Harbour:
        We are nobody.
        And we own nothing.
        Chair:
        Thank you.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
          Ines Quarrie: <speech-2 speaker-ines-quarrie>
            I ask who owns the gauge.
          Chair: <speech-3 speaker-chair>
            Let me read out a letter.
            It came this morning.
            Old Harbour:
            We are nobody.
            And we own nothing.
          Chair: <speech-4 speaker-chair>
            Thank you.
        Role: Chair <speaker-chair>
        Warning dig-watch::ambiguous-label `Old Harbour`
        ",
    );
}

/// Where every other speaker has a profile, one capital letter is too little to take a word for a name.

#[test]
fn a_single_word_needs_more_than_a_place() {
    let page = |profiles: &str| {
        format!(
            "Session transcript\nBert:\nOne.\nCalibration:\nTwo.\nMarie:\nThree.\nBert:\nFour.\nMarie:\nFive.\n{profiles}"
        )
    };
    check(
        &page("Speakers\nBert\nSpeech length\n2 words\nMarie\nSpeech length\n2 words\n"),
        "
        # Session transcript <Transcript section-session-transcript>
          Bert: <speech-1 speaker-bert>
            One.
            Calibration:
            Two.
          Marie: <speech-2 speaker-marie>
            Three.
          Bert: <speech-3 speaker-bert>
            Four.
          Marie: <speech-4 speaker-marie>
            Five.
        # Speakers <Speakers section-speakers>
          Bert <profile-bert speaker-bert> 2 words
          Marie <profile-marie speaker-marie> 2 words
        Warning dig-watch::ambiguous-label `Calibration`
        ",
    );
    check(
        &page(""),
        "
        # Session transcript <Transcript section-session-transcript>
          Bert: <speech-1 speaker-bert>
            One.
          Calibration: <speech-2 speaker-calibration>
            Two.
          Marie: <speech-3 speaker-marie>
            Three.
          Bert: <speech-4 speaker-bert>
            Four.
          Marie: <speech-5 speaker-marie>
            Five.
        ",
    );
}

/// A label that was missed may cost somebody a speech: what might be one is reported, and no more than that.

#[test]
fn what_may_be_a_label_is_reported_wherever_it_stands() {
    check(
        "
        Session transcript
        I. Ivanov:
        One.
        More.
        Member from Upstream:
        Two.
        More.
        al-Khwarizmi:
        Three.
        More.
        - an item:
        10:30:
        our next point is this:
        I. Ivanov:
        Thank you.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          I. Ivanov: <speech-1 speaker-i-ivanov>
            One.
            More.
            Member from Upstream:
            Two.
            More.
            al-Khwarizmi:
            Three.
            More.
            * an item:
            10:30:
            our next point is this:
          I. Ivanov: <speech-2 speaker-i-ivanov>
            Thank you.
        Warning dig-watch::ambiguous-label `Member from Upstream`
        Warning dig-watch::ambiguous-label `al-Khwarizmi`
        ",
    );
}

/// A page has its labels in one form; a speaker's name in the other is reported.

#[test]
fn a_label_glued_to_its_words_is_reported() {
    check(
        "
        Session transcript
        Chair:
        One thing: who owns the gauge?
        Chair: I asked that before.
        Ines Quarrie: We do.
        Chair:
        Who?
        Ines Quarrie:
        Here: we own it.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            One thing: who owns the gauge?
            Chair: I asked that before.
            Ines Quarrie: We do.
          Chair: <speech-2 speaker-chair>
            Who?
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Here: we own it.
        Role: Chair <speaker-chair>
        Warning dig-watch::ambiguous-label `Chair`
        Warning dig-watch::ambiguous-label `Ines Quarrie`
        ",
    );
}

/// A phrase that one speaker comes back to is no speaker, be it written like a name.
#[test]
fn topics_and_heads_of_lists_are_no_labels() {
    check(
        "
        Session transcript
        Chair:
        There are two things to speak of.
        Tide Poles:
        - old ones
        - new ones
        Artificial Intelligence:
        It grows.
        Back to the first.
        Tide Poles:
        - the oldest
        Artificial Intelligence:
        It grows again.
        Ines Quarrie:
        I see.
        Chair:
        Thanks.
        Ines Quarrie:
        Bye.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            There are two things to speak of.
            Tide Poles:
            * old ones
            * new ones
            Artificial Intelligence:
            It grows.
            Back to the first.
            Tide Poles:
            * the oldest
            Artificial Intelligence:
            It grows again.
          Ines Quarrie: <speech-2 speaker-ines-quarrie>
            I see.
          Chair: <speech-3 speaker-chair>
            Thanks.
          Ines Quarrie: <speech-4 speaker-ines-quarrie>
            Bye.
        Role: Chair <speaker-chair>
        Warning dig-watch::ambiguous-label `Tide Poles`
        Warning dig-watch::ambiguous-label `Artificial Intelligence`
        Warning dig-watch::ambiguous-label `Tide Poles`
        Warning dig-watch::ambiguous-label `Artificial Intelligence`
        ",
    );
}

/// Where the page says who takes part, somebody else must be heard between two speeches to be one of them.
#[test]
fn a_name_without_a_profile_recurs_in_the_speeches_of_several() {
    let page = |body: &str| {
        let profile = |name: &str| format!("{name}\nSpeech length\n2 words\n");
        format!("Session transcript\n{body}Speakers\n{}{}", profile("Ann Lee"), profile("Bo Lee"))
    };
    let profiles = "# Speakers <Speakers section-speakers>\n  Ann Lee <profile-ann-lee speaker-ann-lee> 2 words\n  \
                    Bo Lee <profile-bo-lee speaker-bo-lee> 2 words\n";
    let once = "Ann Lee:\nOne.\nThe Old Harbour:\nTwo.\nMore.\nThe Old Harbour:\nThree.\nBo Lee:\nFour.\n";
    check(
        &page(once),
        &format!(
            "# Session transcript <Transcript section-session-transcript>
  Ann Lee: <speech-1 speaker-ann-lee>
    One.
    The Old Harbour:
    Two.
    More.
    The Old Harbour:
    Three.
  Bo Lee: <speech-2 speaker-bo-lee>
    Four.
{profiles}Warning dig-watch::ambiguous-label `The Old Harbour`
Warning dig-watch::ambiguous-label `The Old Harbour`
"
        ),
    );
    let several =
        "Ann Lee:\nOne.\nThe Old Harbour:\nTwo.\nMore.\nBo Lee:\nThree.\nThe Old Harbour:\nFour.\nMore.\n";
    check(
        &page(several),
        &format!(
            "# Session transcript <Transcript section-session-transcript>
  Ann Lee: <speech-1 speaker-ann-lee>
    One.
  The Old Harbour: <speech-2 speaker-the-old-harbour>
    Two.
    More.
  Bo Lee: <speech-3 speaker-bo-lee>
    Three.
  The Old Harbour: <speech-4 speaker-the-old-harbour>
    Four.
    More.
{profiles}"
        ),
    );
}

#[test]
fn a_time_beside_a_label_is_when_the_speech_begins() {
    check(
        "
        Session transcript
        Chair [00:01]:
        Good morning.
        [00:01:30] Ines Quarrie:
        I ask who owns the gauge.
        Chair (00:02:00):
        Nobody.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair 00:00:01.000>
            Good morning.
          Ines Quarrie: <speech-2 speaker-ines-quarrie 00:01:30.000>
            I ask who owns the gauge.
          Chair: <speech-3 speaker-chair 00:02:00.000>
            Nobody.
        Role: Chair <speaker-chair>
        ",
    );
    // The hours of a day, which is not named.
    check(
        "
        Session transcript
        Chair [14:05]: Good morning.
        Ines Quarrie [14:06]: I ask who owns the gauge.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
          Ines Quarrie: <speech-2 speaker-ines-quarrie>
            I ask who owns the gauge.
        Role: Chair <speaker-chair>
        ",
    );
}

/// Where labels stand alone, an unknown name in front of words is reported.
#[test]
fn an_unknown_name_in_front_of_words_is_reported() {
    check(
        "
        Session transcript
        Chair:
        Good morning.
        Old Harbour: we own nothing.
        Result: nothing.
        Artificial Intelligence: that is the question.
        Chair:
        Thanks.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
            Old Harbour: we own nothing.
            Result: nothing.
            Artificial Intelligence: that is the question.
          Chair: <speech-2 speaker-chair>
            Thanks.
        Role: Chair <speaker-chair>
        Warning dig-watch::ambiguous-label `Old Harbour`
        ",
    );
}
