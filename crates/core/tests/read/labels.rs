//! Which lines of a transcript are labels, who vouches for one, and what only looks like one.

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

#[test]
fn a_profile_vouches_for_a_label_anywhere() {
    check(
        "
        Session transcript
        Chair:
        Let me read out a letter.
        It came this morning.
        Old Harbour:
        We are nobody.
        And we own nothing.
        Chair:
        Thank you.
        Speakers
        Old Harbour
        Speech length
        7 words
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Let me read out a letter.
            It came this morning.
          Old Harbour: <speech-2 speaker-old-harbour>
            We are nobody.
            And we own nothing.
          Chair: <speech-3 speaker-chair>
            Thank you.
        # Speakers <Speakers section-speakers>
          Old Harbour <profile-old-harbour speaker-old-harbour> 7 words
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn a_heading_of_the_report_vouches_for_a_label() {
    check(
        "
        Full session report
        Old Harbour
        It is nobody.
        Session transcript
        Chair:
        Let me read out a letter.
        It came this morning.
        Old Harbour:
        We are nobody.
        And we own nothing.
        ",
        "
        # Full session report <FullReport section-full-session-report>
          ## Old Harbour <report-old-harbour speaker-old-harbour>
            It is nobody.
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Let me read out a letter.
            It came this morning.
          Old Harbour: <speech-2 speaker-old-harbour>
            We are nobody.
            And we own nothing.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn a_role_of_the_meeting_vouches_for_itself() {
    check(
        "
        Session transcript
        Ines Quarrie:
        I ask who owns the gauge.
        Who reads it?
        Speaker 2:
        We do.
        We all do.
        Online Moderator:
        A question from the chat.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            I ask who owns the gauge.
            Who reads it?
          Speaker 2: <speech-2 speaker-speaker-2>
            We do.
            We all do.
          Online Moderator: <speech-3 speaker-online-moderator>
            A question from the chat.
        Role: Speaker 2 <speaker-speaker-2>
        Role: Online Moderator <speaker-online-moderator>
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

#[test]
fn a_state_vouches_for_itself() {
    check(
        "
        Session transcript
        Chair:
        I give the floor to Brazil.
        And then to Viet Nam.
        Brazil:
        Thank you, Chair.
        We have two points.
        Viet Nam:
        Thank you.
        We have none.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            I give the floor to Brazil.
            And then to Viet Nam.
          Brazil: <speech-2 speaker-brazil>
            Thank you, Chair.
            We have two points.
          Viet Nam: <speech-3 speaker-viet-nam>
            Thank you.
            We have none.
        Role: Chair <speaker-chair>
        Organization: Brazil <speaker-brazil>
        Organization: Viet Nam <speaker-viet-nam>
        ",
    );
}

/// Who is spoken to does not speak: only a role alone vouches for itself, with what it adds in brackets.

#[test]
fn a_role_that_is_spoken_to_is_no_speaker() {
    check(
        "
        Session transcript
        Ines Quarrie:
        Good morning.
        Chair, I have three points:
        First the gauge.
        And from the audience:
        Nobody asked.
        Chair (off-mic):
        Go on.
        Please.
        Ines Quarrie:
        Thank you.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
            Chair, I have three points:
            First the gauge.
            And from the audience:
            Nobody asked.
          Chair (off-mic): <speech-2 speaker-chair-off-mic>
            Go on.
            Please.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
        Role: Chair (off-mic) <speaker-chair-off-mic>
        ",
    );
}

#[test]
fn a_state_has_a_short_name_a_long_one_and_a_group_it_speaks_for() {
    check(
        "
        Session transcript
        Iran (Islamic Republic of):
        One.
        More.
        Nigeria, on behalf of the African Group:
        Two.
        More.
        UK:
        Three.
        More.
        China, India and Brazil:
        They all agree.
        European Union:
        Four.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Iran (Islamic Republic of): <speech-1 speaker-iran-islamic-republic-of>
            One.
            More.
          Nigeria, on behalf of the African Group: <speech-2 speaker-nigeria-on-behalf-of-the-african-group>
            Two.
            More.
          UK: <speech-3 speaker-uk>
            Three.
            More.
            China, India and Brazil:
            They all agree.
          European Union: <speech-4 speaker-european-union>
            Four.
        Organization: Iran (Islamic Republic of) <speaker-iran-islamic-republic-of>
        Organization: Nigeria, on behalf of the African Group <speaker-nigeria-on-behalf-of-the-african-group>
        Organization: UK <speaker-uk>
        Organization: European Union <speaker-european-union>
        Warning dig-watch::ambiguous-label `China, India and Brazil`
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
            - an item:
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
