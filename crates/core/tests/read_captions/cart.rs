//! Captions: `>> NAME: text`.

use plenary_core::model::Dialect;
use plenary_core::read::detect;

use crate::outline::check;

#[test]
fn a_page_as_igf_publishes_it() {
    check(
        "
        IGF 2031 - Day 3 - Who looks after the cables (Raw)

        The following are the outputs of the captioning taken during an IGF intervention. It is posted as an aid.

        ***

        >> And nobody sees the wire.
        >> MODERATOR: Good morning.
        First the panel: then the room.
        (Applause)
        >>JANE DOE:Thank you.
        >>  JANE DOE (UNESCO):  I was not done.
        (Session ended at 12:30)
        ",
        "
        title: Who looks after the cables @ IGF 2031 / Day 3 / -
        disclaimer-1: The following are the outputs of the captioning taken during an IGF intervention. It is posted as an aid.
        # (no heading) <Transcript section-transcript>
          (nobody): <speech-1 ->
            And nobody sees the wire.
          MODERATOR: <speech-2 speaker-moderator>
            Good morning.
            First the panel: then the room.
            ~ (Applause)
          JANE DOE: <speech-3 speaker-jane-doe>
            Thank you.
          JANE DOE (UNESCO): <speech-4 speaker-jane-doe>
            I was not done.
            ~ (Session ended at 12:30)
        Role: MODERATOR <speaker-moderator>
        role of JANE DOE: UNESCO
        ",
    );
}

#[test]
fn the_header_of_a_captioner_is_taken_apart() {
    check(
        "
        FINISHED FILE

        OPEN CONSULTATION
        15 FEBRUARY 2031
        9:32 A.M.

        Services Provided By:
        Caption Harbour, Inc.
        +001 555 481 0199
        www.captionharbour.example
        ***
        This text is being provided in a rough draft Format. It may not be a totally verbatim record.
        ***
        (Gavel)
        >> CHAIR: Welcome.
        *** END OF TRANSCRIPT ***
        This text, document, or file is based on live transcription.
        ",
        "
        title: OPEN CONSULTATION
        time: 2031-02-15 09:32 - -
        disclaimer-1: This text is being provided in a rough draft Format. It may not be a totally verbatim record.
        disclaimer-2: This text, document, or file is based on live transcription.
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            Services Provided By:
            Caption Harbour, Inc.
            +001 555 481 0199
            www.captionharbour.example
        # (no heading) <Transcript section-transcript>
          (nobody): <speech-1 ->
            ~ (Gavel)
          CHAIR: <speech-2 speaker-chair>
            Welcome.
            ~ *** END OF TRANSCRIPT ***
        Role: CHAIR <speaker-chair>
        ",
    );
}

#[test]
fn paragraphs_broken_into_lines_are_put_together() {
    check(
        "
        FINISHED - 2031 09 02 - Orientation - Room 5

         Note: The following is the output of the real-time captioning taken during the
         Tidewater Forum. It is posted as an aid to
         understanding the proceedings.

         >>CHAIRMAN DESSAI:  Good morning. Let us start the first day of our forum. This
         first part, from 9:00 to 10:00, is for those who are here for the first time, and a real-
         time affair.

         And it goes on after
         the break.

         >>H.E. MRS. MARÍA DOLORES
         OTERO QUINTANA: Thank you.
        ",
        "
        title: Orientation - Room 5
        time: 2031-09-02 - - -
        disclaimer-1: Note: The following is the output of the real-time captioning taken during the Tidewater Forum. It is posted as an aid to understanding the proceedings.
        # (no heading) <Transcript section-transcript>
          CHAIRMAN DESSAI: <speech-1 speaker-chairman-dessai>
            Good morning. Let us start the first day of our forum. This first part, from 9:00 to 10:00, is for those who are here for the first time, and a real-time affair.
            And it goes on after the break.
          H.E. MRS. MARÍA DOLORES OTERO QUINTANA: <speech-2 speaker-h-e-mrs-maría-dolores-otero-quintana>
            Thank you.
        ",
    );
}

#[test]
fn the_day_of_several_is_the_one_with_the_hours() {
    check(
        "
        Annual meeting
        27 -30 September 2031
        September 30, 2031 - 14:30
        >> CHAIR: Good morning.
        >> CHAIR: Still.
        ",
        "
        title: Annual meeting
        time: 2031-09-30 14:30 - -
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            27 -30 September 2031
        # (no heading) <Transcript section-transcript>
          CHAIR: <speech-1 speaker-chair>
            Good morning.
          CHAIR: <speech-2 speaker-chair>
            Still.
        Role: CHAIR <speaker-chair>
        ",
    );
}

#[test]
fn what_looks_like_a_name_and_is_none_stays_in_the_speech() {
    check(
        "
        >> JANE DOE: Good morning.
        >> So the point is this: we must go.
        >> Absolutely: yes.
        QUAY RADIO: This is a test.
        JANE DOE: And I go on.
        NOTE: this is said.
        Kenji: who?
        >> JANE DOE: It >> is late. >> JANE DOE: Yes.
        >> JANE DOE: And so. >> OMAR LUND: Me too.
        ",
        "
        # (no heading) <Transcript section-transcript>
          JANE DOE: <speech-1 speaker-jane-doe>
            Good morning.
          (nobody): <speech-2 ->
            So the point is this: we must go.
          (nobody): <speech-3 ->
            Absolutely: yes.
            QUAY RADIO: This is a test.
          JANE DOE: <speech-4 speaker-jane-doe>
            And I go on.
            NOTE: this is said.
            Kenji: who?
          JANE DOE: <speech-5 speaker-jane-doe>
            It >> is late. >> JANE DOE: Yes.
          JANE DOE: <speech-6 speaker-jane-doe>
            And so. >> OMAR LUND: Me too.
        Warning cart::unvouched-name `Absolutely`
        Warning cart::unvouched-name `QUAY RADIO`
        Warning cart::label-inside-paragraph `JANE DOE`
        Warning cart::label-inside-paragraph `OMAR LUND`
        ",
    );
}

#[test]
fn brackets_behind_a_name_say_who_or_how() {
    check(
        "
        >> CHAIR (speaking in French): Merci.
        >> DELEGATE (CHILE): Gracias.
        >> DELEGATE (PERU): Gracias.
        >> JANE DOE, HARBOUR BOARD: Thank you.
        >> JANE DOE (OFF MIC): Thank you.
        >> Jane Doe: Thank you.
        >> PERU:
        ",
        "
        # (no heading) <Transcript section-transcript>
          CHAIR (speaking in French): <speech-1 speaker-chair>
            Merci.
          DELEGATE (CHILE): <speech-2 speaker-delegate-chile>
            Gracias.
          DELEGATE (PERU): <speech-3 speaker-delegate-peru>
            Gracias.
          JANE DOE, HARBOUR BOARD: <speech-4 speaker-jane-doe>
            Thank you.
          JANE DOE (OFF MIC): <speech-5 speaker-jane-doe>
            Thank you.
          Jane Doe: <speech-6 speaker-jane-doe>
            Thank you.
          PERU: <speech-7 speaker-peru>
        Role: CHAIR <speaker-chair>
        Role: DELEGATE (CHILE) <speaker-delegate-chile>
        Role: DELEGATE (PERU) <speaker-delegate-peru>
        Organization: PERU <speaker-peru>
        role of JANE DOE: HARBOUR BOARD
        ",
    );
}

#[test]
fn most_names_may_go_without_the_mark() {
    check(
        "
        JOLINE: Is this on?
        >> I hear you.
        JOLINE: So we are three.
        >> VERA: And me.
        BASTIEN: Welcome.
        BASTIEN: Let us begin.
        ",
        "
        # (no heading) <Transcript section-transcript>
          JOLINE: <speech-1 speaker-joline>
            Is this on?
          (nobody): <speech-2 ->
            I hear you.
          JOLINE: <speech-3 speaker-joline>
            So we are three.
          VERA: <speech-4 speaker-vera>
            And me.
          BASTIEN: <speech-5 speaker-bastien>
            Welcome.
          BASTIEN: <speech-6 speaker-bastien>
            Let us begin.
        ",
    );
}

#[test]
fn a_heading_and_a_date_that_is_none_are_no_speech() {
    check(
        "
        Lighthouse dialogue
        31 February 2031
        Transcript
        >> CHAIR: Good morning.
        10:42
        >> CHAIR: Still.
        ",
        "
        title: Lighthouse dialogue
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            31 February 2031
        # Transcript <Transcript section-transcript>
          CHAIR: <speech-1 speaker-chair>
            Good morning.
            ~ 10:42
          CHAIR: <speech-2 speaker-chair>
            Still.
        Role: CHAIR <speaker-chair>
        Warning read::unreadable-date `31 February 2031`
        ",
    );
}

#[test]
fn quotations_prompts_and_cues_are_no_captions() {
    for text in [
        "On Tue, Ana wrote:\n>> I think so.\n>> JOHN: what?\n> Yes.\n>> And so on.\nMe too.\n",
        ">>> import os\n>>> os.getcwd()\n",
        "<<<<<<< HEAD\nANA: a\n=======\nANA: b\n>>>>>>> main\n",
        "1\n00:00:01,000 --> 00:00:04,000\n>> ANA RUIZ: Good.\n\n2\n00:00:05,000 --> 00:00:08,000\n>> BEN: Good.\n",
        "A text with a >> in it.\n",
        "x = 1 >> 2\n>> y\n",
    ] {
        assert_ne!(detect(text), Some(Dialect::Cart), "{text}");
    }
    for text in [">> CHAIR: Good morning.\n>> Thank you.\n", ">> Hello.\n>> Hello there.\n>> Hello.\n"] {
        assert_eq!(detect(text), Some(Dialect::Cart), "{text}");
    }
}

/// Two dialects that may be would be told as such.
#[test]
fn captions_are_no_plain_transcript() {
    let text = "JOLINE: Is this on?\n>> I hear you.\nJOLINE: Good.\n>> VERA: Me.\nJOLINE: So.\n";
    let reading = plenary_core::read::read(text, &plenary_core::read::ReadOptions::default());
    assert_eq!((reading.session.dialect, reading.diagnostics), (Dialect::Cart, Vec::new()));
}

#[test]
fn a_page_of_dig_watch_stays_one() {
    let page = "Gauges\n14 May 2031\nSession report\nFull session report\nA report.\nSession transcript\nChair:\nYes.\n";
    assert_eq!(detect(page), Some(Dialect::DigWatch));
}

/// Where everything is in capitals, capitals tell nothing: a phrase that breaks off before a colon is no name.
#[test]
fn captions_all_in_capitals() {
    check(
        "
        ROUGHLY EDITED COPY
        TOWN COUNCIL

        >> SPEAKER: THE MEETING IS OPEN.

        >> EARLY VOTING WILL BEGIN MONDAY, OCTOBER FOR:24 THROUGH NOVEMBER 4.

        >> SPEAKER: THANK YOU.
        ",
        "
        title: TOWN COUNCIL
        # (no heading) <Transcript section-transcript>
          SPEAKER: <speech-1 speaker-speaker>
            THE MEETING IS OPEN.
          (nobody): <speech-2 ->
            EARLY VOTING WILL BEGIN MONDAY, OCTOBER FOR:24 THROUGH NOVEMBER 4.
          SPEAKER: <speech-3 speaker-speaker>
            THANK YOU.
        Role: SPEAKER <speaker-speaker>
        ",
    );
}

/// Archives head captions as dig.watch heads its transcripts; what stands below tells.
#[test]
fn captions_under_the_heading_of_a_page() {
    check(
        "
        Coalition on lighthouses
        16 September 2030

        Full Session Transcript

        >> ANN LEE: Good morning.
        I will begin.

        >> BO EK: Thank you.
        ",
        "
        title: Coalition on lighthouses
        time: 2030-09-16 - - -
        # Full Session Transcript <Transcript section-transcript>
          ANN LEE: <speech-1 speaker-ann-lee>
            Good morning.
            I will begin.
          BO EK: <speech-2 speaker-bo-ek>
            Thank you.
        ",
    );
}

/// Three signs mark a new subject, and a change of speaker as well.
#[test]
fn a_new_subject() {
    check(
        "
        >> ANN LEE: The ferry is late.
        >>> BO EK: Now to the lamps.
        >> ANN LEE: They burn.
        ",
        "
        # (no heading) <Transcript section-transcript>
          ANN LEE: <speech-1 speaker-ann-lee>
            The ferry is late.
          BO EK: <speech-2 speaker-bo-ek>
            Now to the lamps.
          ANN LEE: <speech-3 speaker-ann-lee>
            They burn.
        ",
    );
}
