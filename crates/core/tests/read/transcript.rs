//! The transcript: which lines are labels, and which only look like one.

use crate::outline::check;

#[test]
fn speeches_have_paragraphs_and_remarks() {
    check(
        "
        Session transcript
        Chair:
        Good morning.
        I have three points to make:
        - First, the gauge.
        (Applause)
        [Music plays]
        (This is a longer aside, which somebody said aloud and which goes on and on and on.)
        The Netherlands:
        Thank you, Chair.
        Chair:
        Thank you.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
            I have three points to make:
            - First, the gauge.
            ~ (Applause)
            ~ [Music plays]
            (This is a longer aside, which somebody said aloud and which goes on and on and on.)
          The Netherlands: <speech-2 speaker-the-netherlands>
            Thank you, Chair.
          Chair: <speech-3 speaker-chair>
            Thank you.
        Role: Chair <speaker-chair>
        Organization: The Netherlands <speaker-the-netherlands>
        ",
    );
}

#[test]
fn a_name_is_a_speaker_whatever_its_case_spacing_and_apostrophe() {
    check(
        "
        Session transcript
        Ann O’Dell:
        One.
        ANN  O'DELL :
        Two.
        Ann\u{a0}O'Dell:
        Three.
        Anne O'Dell:
        Somebody else.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ann O’Dell: <speech-1 speaker-ann-odell>
            One.
          ANN  O'DELL: <speech-2 speaker-ann-odell>
            Two.
          Ann\u{a0}O'Dell: <speech-3 speaker-ann-odell>
            Three.
          Anne O'Dell: <speech-4 speaker-anne-odell>
            Somebody else.
        ",
    );
}

#[test]
fn identifiers_of_alike_names_differ() {
    check(
        "
        Session transcript
        Ann O'Dell:
        One.
        Ann ODell:
        Two.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ann O'Dell: <speech-1 speaker-ann-odell>
            One.
          Ann ODell: <speech-2 speaker-ann-odell-2>
            Two.
        ",
    );
}

/// A name that comes once, with the words of its speech below, among others that do: where label and speech
/// alternate it is a label, inside a longer speech nothing tells.
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
fn words_above_the_first_label_are_said_by_nobody() {
    check(
        "
        Session transcript
        Disclaimer: Heard by a machine.
        th th th th
        And on it goes.
        Chair:
        Can you hear me?
        ",
        "
        disclaimer-1: Disclaimer: Heard by a machine.
        # Session transcript <Transcript section-session-transcript>
          (nobody): <speech-1 ->
            th th th th
            And on it goes.
          Chair: <speech-2 speaker-chair>
            Can you hear me?
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn labels_come_in_several_forms() {
    check(
        "
        Transcript
        **Chair:**
        Good morning.
        Дарья Соколянская：
        Добрый день.
        Mr. J. Doe (Chile):
        Buenos días.
        Empty Chair:
        Chair:
        Thank you.
        Mr. J. Doe (Chile):
        Thank you.
        Empty Chair:
        ",
        "
        # Transcript <Transcript section-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
          Дарья Соколянская: <speech-2 speaker-дарья-соколянская>
            Добрый день.
          Mr. J. Doe (Chile): <speech-3 speaker-mr-j-doe-chile>
            Buenos días.
          Empty Chair: <speech-4 speaker-empty-chair>
          Chair: <speech-5 speaker-chair>
            Thank you.
          Mr. J. Doe (Chile): <speech-6 speaker-mr-j-doe-chile>
            Thank you.
          Empty Chair: <speech-7 speaker-empty-chair>
        Role: Chair <speaker-chair>
        ",
    );
}

/// A heading's words in a speech are no heading.
#[test]
fn what_is_said_is_not_a_heading() {
    check(
        "
        Session transcript
        Chair:
        Speakers
        Report
        Arguments
        Topics: the gauge
        Contents
        Transcript
        Chair:
        Summary
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Speakers
            Report
            Arguments
            Topics: the gauge
            Contents
        # Transcript <Transcript section-transcript>
          Chair: <speech-2 speaker-chair>
            Summary
        Role: Chair <speaker-chair>
        Warning dig-watch::repeated-section `Transcript`
        ",
    );
}

/// The second form of labels, where no line holds a label alone.
#[test]
fn labels_may_stand_in_front_of_the_words() {
    check(
        "
        Session transcript
        Ines Quarrie: Good morning. One thing: who owns the gauge?
        The gauge: that is the question.
        Chair: Nobody.
        Result: nobody.
        Old Harbour: We own nothing.
        Ines Quarrie: http://example.org is the address.
        **Chair**: Thank you.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning. One thing: who owns the gauge?
            The gauge: that is the question.
          Chair: <speech-2 speaker-chair>
            Nobody.
            Result: nobody.
            Old Harbour: We own nothing.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            http://example.org is the address.
          Chair: <speech-4 speaker-chair>
            Thank you.
        Role: Chair <speaker-chair>
        Warning dig-watch::ambiguous-label `Old Harbour`
        ",
    );
}

#[test]
fn a_transcript_without_labels_is_one_speech_by_nobody() {
    check(
        "
        Session transcript
        Good morning.
        There are three points.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          (nobody): <speech-1 ->
            Good morning.
            There are three points.
        ",
    );
}

/// Delegations speak once each, and often at length.
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

#[test]
fn invisible_characters_make_no_second_speaker() {
    check(
        "
        Session transcript
        \u{200f}محمد علي\u{200f}:
        One.
        محمد علي:
        Two.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          \u{200f}محمد علي\u{200f}: <speech-1 speaker-محمد-علي>
            One.
          محمد علي: <speech-2 speaker-محمد-علي>
            Two.
        ",
    );
}

/// `Speakers:` right above a profile is the heading, though it looks like the label of an empty speech.
#[test]
fn the_heading_of_the_profiles_may_look_like_a_label() {
    check(
        "
        Session transcript
        Chair:
        Good morning.
        Speakers:
        Good morning.
        SPEAKERS:
        C
        Chair
        Speech length
        2 words
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            Good morning.
          Speakers: <speech-2 speaker-speakers>
            Good morning.
        # SPEAKERS: <Speakers section-speakers>
          (C) Chair <profile-chair speaker-chair> 2 words
        Role: Chair <speaker-chair>
        Role: Speakers <speaker-speakers>
        ",
    );
}
