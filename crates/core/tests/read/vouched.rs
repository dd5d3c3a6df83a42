//! Labels that something else on the page vouches for: a profile, a heading of the report, what the name is.

use crate::outline::check;

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

#[test]
fn states_that_people_are_called_like_are_states_among_states() {
    let page = |others: &str| {
        format!("Session transcript\nChair:\nOne.\nMore.\n{others}Georgia:\nTwo.\nMore.\nChair:\nThanks.\n")
    };
    check(
        &page("Malta:\nA.\nB.\nPacific Islands Forum:\nA.\nB.\nChile:\nA.\nB.\n"),
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            One.
            More.
          Malta: <speech-2 speaker-malta>
            A.
            B.
          Pacific Islands Forum: <speech-3 speaker-pacific-islands-forum>
            A.
            B.
          Chile: <speech-4 speaker-chile>
            A.
            B.
          Georgia: <speech-5 speaker-georgia>
            Two.
            More.
          Chair: <speech-6 speaker-chair>
            Thanks.
        Role: Chair <speaker-chair>
        Organization: Malta <speaker-malta>
        Organization: Pacific Islands Forum <speaker-pacific-islands-forum>
        Organization: Chile <speaker-chile>
        Organization: Georgia <speaker-georgia>
        ",
    );
    check(
        &page(""),
        "
        # Session transcript <Transcript section-session-transcript>
          Chair: <speech-1 speaker-chair>
            One.
            More.
            Georgia:
            Two.
            More.
          Chair: <speech-2 speaker-chair>
            Thanks.
        Role: Chair <speaker-chair>
        Warning dig-watch::ambiguous-label `Georgia`
        ",
    );
}

#[test]
fn titles_vouch_for_a_name_and_asides_and_groups_do_not() {
    check(
        "
        Session transcript
        President:
        One.
        More.
        Mr. Wu:
        Two.
        More.
        President (and I quote):
        Three.
        Yes.
        Speakers:
        Ann and Bo.
        President - Malta:
        Four.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          President: <speech-1 speaker-president>
            One.
            More.
          Mr. Wu: <speech-2 speaker-mr-wu>
            Two.
            More.
            President (and I quote):
            Three.
            Yes.
            Speakers:
            Ann and Bo.
          President - Malta: <speech-3 speaker-president-malta>
            Four.
        Role: President <speaker-president>
        Warning dig-watch::ambiguous-label `President (and I quote)`
        Warning dig-watch::ambiguous-label `Speakers`
        ",
    );
}

/// The name that the page knows is the speaker's; the label keeps all of it.
#[test]
fn an_affiliation_in_a_label_is_no_part_of_a_known_name() {
    check(
        "
        Event report
        Speakers
        • Ines Quarrie, Harbour School
        Session transcript
        Ines Quarrie (Harbour School): Who owns the gauge?
        Tomasz Wielgosz, Director: Nobody.
        Audience (Bo): I do.
        Result: nothing.
        Ines Quarrie: You?
        First: who else?
        Tomasz Wielgosz, Director: Nobody.
        ",
        "
        # Event report <Other section-event-report>
        # Speakers <Other section-speakers>
          ## (no heading) <report-1>
            * Ines Quarrie, Harbour School
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie (Harbour School): <speech-1 speaker-ines-quarrie>
            Who owns the gauge?
          Tomasz Wielgosz, Director: <speech-2 speaker-tomasz-wielgosz-director>
            Nobody.
          Audience (Bo): <speech-3 speaker-audience-bo>
            I do.
            Result: nothing.
          Ines Quarrie: <speech-4 speaker-ines-quarrie>
            You?
            First: who else?
          Tomasz Wielgosz, Director: <speech-5 speaker-tomasz-wielgosz-director>
            Nobody.
        Role: Audience (Bo) <speaker-audience-bo>
        ",
    );
}
