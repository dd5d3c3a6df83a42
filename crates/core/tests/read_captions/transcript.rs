//! Plain transcripts: `Name: text`.

use plenary_core::model::Dialect;
use plenary_core::read::{ReadOptions, detect, read};

use crate::outline::check;

#[test]
fn names_in_front_of_words() {
    check(
        "
        Harbour Board, extraordinary meeting
        Tuesday, 3 June 2031, 14:00 – 15:30 CEST
        Moderator: Ines Quarrie
        Participants: Ines Quarrie, Bettina Roth (Harbour Office), Oluwaseun Bello

        Ines Quarrie: Good afternoon. We have one item, and it is this: who owns the gauge?

        We heard three answers.

        Bettina Roth (Harbour Office): The plate was put there without asking us. Two points:
        Result: it is ours.
        [Laughter]
        Ines Quarrie: Please go on.
        Then sit down.
        Oluwaseun Bello: Who reads it?
        But wait.
        Peer Gynt: may I ask that?
        Geneva: We met there.
        Not now.
        Peter Falk: May I?
        Now.
        Ines Quarrie: Thank you all.
        ",
        "
        title: Harbour Board, extraordinary meeting
        time: 2031-06-03 14:00 15:30 CEST
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            Moderator: Ines Quarrie
            Participants: Ines Quarrie, Bettina Roth (Harbour Office), Oluwaseun Bello
        # (no heading) <Transcript section-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good afternoon. We have one item, and it is this: who owns the gauge?
            We heard three answers.
          Bettina Roth (Harbour Office): <speech-2 speaker-bettina-roth>
            The plate was put there without asking us. Two points:
            Result: it is ours.
            ~ [Laughter]
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Please go on.
            Then sit down.
          Oluwaseun Bello: <speech-4 speaker-oluwaseun-bello>
            Who reads it?
            But wait.
            Peer Gynt: may I ask that?
            Geneva: We met there.
            Not now.
          Peter Falk: <speech-5 speaker-peter-falk>
            May I?
            Now.
          Ines Quarrie: <speech-6 speaker-ines-quarrie>
            Thank you all.
        role of Bettina Roth: Harbour Office
        Warning transcript::unvouched-name `Peer Gynt`
        Warning transcript::unvouched-name `Geneva`
        ",
    );
}

/// Forms of two turns of each of two speakers, at 3, 7, 9 and 3723 seconds.
const TIMED: &[&str] = &[
    "Ana Ruiz  0:03\nGood morning.\n\nBen Okri  0:07\nYes: good.\n\nAna Ruiz  0:09\nSo be it.\n\nBen Okri  1:02:03\nBye.\n",
    "Ana Ruiz (0:03):\nGood morning.\nBen Okri (0:07):\nYes: good.\nAna Ruiz (0:09):\nSo be it.\nBen Okri (1:02:03):\nBye.\n",
    "Ana Ruiz\n0:03\nGood morning.\nBen Okri\n0:07\nYes: good.\nAna Ruiz\n0:09\nSo be it.\nBen Okri\n1:02:03\nBye.\n",
    "[00:00:03] Ana Ruiz: Good morning.\n[00:00:07] Ben Okri: Yes: good.\n[00:00:09] Ana Ruiz: So be it.\n[01:02:03] Ben Okri: Bye.",
    "0:03 Ana Ruiz: Good morning.\n0:07 Ben Okri: Yes: good.\n0:09 Ana Ruiz: So be it.\n1:02:03 Ben Okri: Bye.\n",
    "Ana Ruiz [00:00:03]: Good morning.\r\nBen Okri [00:00:07]: Yes: good.\r\nAna Ruiz [00:00:09]: So be it.\r\nBen Okri [01:02:03]: Bye.\r\n",
    "**[00:00:03] Ana Ruiz:** Good morning.\n**[00:00:07] Ben Okri:** Yes: good.\n**[00:00:09] Ana Ruiz:** So be it.\n**[01:02:03] Ben Okri:** Bye.\n",
    "Ana Ruiz\t0:03\tGood morning.\nBen Okri\t0:07\tYes: good.\nAna Ruiz\t0:09\tSo be it.\nBen Okri\t1:02:03\tBye.\n",
];

#[test]
fn times_beside_names_begin_the_speeches() {
    for text in TIMED {
        check(
            text,
            "
            # (no heading) <Transcript section-transcript>
              Ana Ruiz: <speech-1 speaker-ana-ruiz 00:00:03.000>
                Good morning.
              Ben Okri: <speech-2 speaker-ben-okri 00:00:07.000>
                Yes: good.
              Ana Ruiz: <speech-3 speaker-ana-ruiz 00:00:09.000>
                So be it.
              Ben Okri: <speech-4 speaker-ben-okri 01:02:03.000>
                Bye.
            ",
        );
    }
}

#[test]
fn times_of_day_need_a_day() {
    let turns =
        "Ana Ruiz   9:01 AM\nGood morning.\nBen Okri   1:02 PM\nYes.\nAna Ruiz   1:03 PM\nSo be it.\n";
    let starts = |text: &str| {
        let reading = read(text, &ReadOptions::default());
        let starts = reading.session.speeches().map(|speech| speech.start.map(|start| start.to_string()));
        (
            starts.collect::<Vec<_>>(),
            reading.diagnostics.iter().map(|finding| finding.code.to_string()).collect::<Vec<_>>(),
        )
    };
    let (found, findings) = starts(&format!("Planning call\n10 June 2031\n{turns}"));
    let expected = ["2031-06-10T09:01:00", "2031-06-10T13:02:00", "2031-06-10T13:03:00"];
    assert_eq!(found, expected.map(|start| Some(start.to_owned())));
    assert!(findings.is_empty());
    assert_eq!(starts(turns), (vec![None; 3], vec!["transcript::unclear-times".to_owned()]));
    // Ten minutes of a recording, or three past ten? The date line may tell.
    let unclear = turns.replace(" AM", "").replace(" PM", "").replace("9:01", "10:01").replace("1:0", "10:0");
    assert_eq!(starts(&unclear).1, ["transcript::unclear-times"]);
    let (found, _) = starts(&format!("Planning call\n10 June 2031 10:00h\n{unclear}"));
    assert_eq!(found.first(), Some(&Some("2031-06-10T10:01:00".to_owned())), "{unclear}");
}

#[test]
fn pages_of_a_printed_transcript() {
    check(
        "
        Page 1
        REGISTRY OF HARBOURS
        Light Signals - TRANSCRIPT
        Thursday, 10 May 2031 at 14:00 UTC

        Note: Although the transcription is largely accurate, in some cases it is incomplete or inaccurate due to
        inaudible passages or transcription errors. It is posted as an aid.

        COORDINATOR: The recordings have started.

        JULIE BISHOP: Thank you. Good morning, good afternoon and good evening, and welcome to the call on light
        signals. I would like to remind all of you to
        state your name before speaking, as we
        always do.
        Page 2
        REGISTRY OF HARBOURS
        Light Signals - TRANSCRIPT
        ((Crosstalk))

        PAUL DIAZ: Sorry, that was me. One question: which of the two
        lists is the current one?
        Page 3
        REGISTRY OF HARBOURS
        Light Signals - TRANSCRIPT

        JULIE BISHOP: The second.

        [END OF TRANSCRIPTION]
        ",
        "
        title: REGISTRY OF HARBOURS
        time: 2031-05-10 14:00 - UTC
        disclaimer-1: Note: Although the transcription is largely accurate, in some cases it is incomplete or inaccurate due to inaudible passages or transcription errors. It is posted as an aid.
        # (no heading) <Other section-opening>
          ## (no heading) <report-1>
            Light Signals - TRANSCRIPT
        # (no heading) <Transcript section-transcript>
          COORDINATOR: <speech-1 speaker-coordinator>
            The recordings have started.
          JULIE BISHOP: <speech-2 speaker-julie-bishop>
            Thank you. Good morning, good afternoon and good evening, and welcome to the call on light signals. I would like to remind all of you to state your name before speaking, as we always do.
            ~ ((Crosstalk))
          PAUL DIAZ: <speech-3 speaker-paul-diaz>
            Sorry, that was me. One question: which of the two lists is the current one?
          JULIE BISHOP: <speech-4 speaker-julie-bishop>
            The second.
            ~ [END OF TRANSCRIPTION]
        Role: COORDINATOR <speaker-coordinator>
        ",
    );
}

#[test]
fn who_speaks_once_speaks_for_themselves() {
    check(
        "
        Chair: Welcome all.
        Anna: Thank you.
        Absolutely: We must begin.
        My point is simple: We must.
        Chair: Bye.
        ",
        "
        # (no heading) <Transcript section-transcript>
          Chair: <speech-1 speaker-chair>
            Welcome all.
          Anna: <speech-2 speaker-anna>
            Thank you.
            Absolutely: We must begin.
            My point is simple: We must.
          Chair: <speech-3 speaker-chair>
            Bye.
        Role: Chair <speaker-chair>
        ",
    );
    // On a page broken into lines a name at the start of one may be the end of a sentence.
    check(
        "
        Chair: We met at the quay of the harbour office and there we
        asked for the one who knew of it all, the pilot of the port,
        Bettina Roth: She told us nothing, and then we went home and
        we slept.

        Omar Lund: So did I, and then I went to the quay again where
        we met.

        Chair: Bye.
        ",
        "
        # (no heading) <Transcript section-transcript>
          Chair: <speech-1 speaker-chair>
            We met at the quay of the harbour office and there we asked for the one who knew of it all, the pilot of the port, Bettina Roth: She told us nothing, and then we went home and we slept.
          Omar Lund: <speech-2 speaker-omar-lund>
            So did I, and then I went to the quay again where we met.
          Chair: <speech-3 speaker-chair>
            Bye.
        Role: Chair <speaker-chair>
        ",
    );
}

#[test]
fn a_name_that_comes_once_may_open_a_transcript() {
    check(
        "
        Annual meeting
        9 November 2031
        Chengetai Moyo:  Good morning, we are about to start.
        Just hang on.
        CHAIR:  Thank you very much.
        MS BOMMEL:  Thank you, Chair.
        CHAIR:  You have the floor.
        MS BOMMEL:  Please.
        ",
        "
        title: Annual meeting
        time: 2031-11-09 - - -
        # (no heading) <Transcript section-transcript>
          Chengetai Moyo: <speech-1 speaker-chengetai-moyo>
            Good morning, we are about to start.
            Just hang on.
          CHAIR: <speech-2 speaker-chair>
            Thank you very much.
          MS BOMMEL: <speech-3 speaker-ms-bommel>
            Thank you, Chair.
          CHAIR: <speech-4 speaker-chair>
            You have the floor.
          MS BOMMEL: <speech-5 speaker-ms-bommel>
            Please.
        Role: CHAIR <speaker-chair>
        ",
    );
}

#[test]
fn labels_in_the_other_form_are_doubtful() {
    check(
        "
        [00:00:03] Chair: Good morning. We begin.
        [00:00:41] Kenji Mori: Thank you, Chair.
        Kenji Mori: And it never was.
        [00:02:10] Chair: Nine?
        ",
        "
        # (no heading) <Transcript section-transcript>
          Chair: <speech-1 speaker-chair 00:00:03.000>
            Good morning. We begin.
          Kenji Mori: <speech-2 speaker-kenji-mori 00:00:41.000>
            Thank you, Chair.
            Kenji Mori: And it never was.
          Chair: <speech-3 speaker-chair 00:02:10.000>
            Nine?
        Role: Chair <speaker-chair>
        Warning transcript::unvouched-name `Kenji Mori`
        ",
    );
}

#[test]
fn transcripts_in_many_forms_are_known() {
    for text in [
        "Ana: Hello, can you hear me?\nBen: Yes, I can.\nAna: Good.\nBen: Here.\nAna: Where?\nBen: There.\n",
        "Interviewer: How did you come?\nIngrid Solheim: By ferry.\nInterviewer: And stayed.\nIngrid Solheim: Yes.\n",
        "主席：早上好。\n张三：谢谢主席。\n主席：请开始。\n张三：好的。\n",
        "Speaker 1: Good morning.\nSpeaker 2: Good morning.\nSpeaker 1: So it is.\n",
        "Transcript\nAna Ruiz: Good morning.\nBen Okri: Good morning.\nAna Ruiz: Let us begin.\n",
        "MS. DOE: I object.\nMR. CHAIRMAN: Noted.\nMS. DOE: Thank you.\nMR. CHAIRMAN: Anything else?\n",
        "Chair: Welcome all.\nAnna: Thank you.\nChair: Bye.\n",
        "Ana: Hello there.\nBen: Yes.\nAna: Good.\n",
        "Ferries at night\n\n7 Jun 2031\n\nAna Ruiz: The tide waits.\n\nIt does.\n\nBen Okri: Nobody knows.\n",
        "Ana:\nGood morning everybody.\n\nBen:\nYes, good morning.\n\nAna:\nWe begin.\n",
        "Ana Ruiz: Can you hear me?\n\nBen Okri: It works.\n",
        "Ana Ruiz - Good morning.\nBen Okri - Good morning.\nAna Ruiz - Who reads it?\nBen Okri - Nobody.\n",
        "President. – The debate is on lamps.\nAna Ruiz (PPE). – Madam President, they are dark.\n\
         President. – Thank you.\nAna Ruiz (PPE). – Will you act?\n",
        "O SR. PRESIDENTE: Está aberta a sessão.\nA SRA. ANA LIMA: Obrigada.\nO SR. PRESIDENTE: Tem a palavra.\n\
         A SRA. ANA LIMA: Há um ano.\n",
        "00:01 - 00:09 Ana Ruiz: Good morning.\n00:09 - 00:15 Ben Okri: Yes.\n00:15 - 00:30 Ana Ruiz: Who reads it?\n",
        "Mr Speaker: Order.\nJane Doe (North Quay) (Lab): I beg to move.\nAn hon. Member: Hear, hear.\nMr Speaker: Order.\n",
        "Ana Ruiz | Good morning.\nBen Okri | Yes.\nAna Ruiz | Who reads it?\nBen Okri | Nobody does.\n",
        "[Ana Ruiz] Good morning.\n(Ben Okri) Yes.\n[Ana Ruiz] Who reads it?\n[Ben Okri] Nobody does.\n",
        "1. Ana Ruiz: Good morning.\n2. Ben Okri: Yes.\n3. Ana Ruiz: Who reads it?\n4. Ben Okri: Nobody.\n",
        "10:02:11 From Ana Ruiz to Everyone: Good morning\n10:02:40 From Ben Okri to Everyone: hi all\n\
         10:03:02 From Ana Ruiz to Everyone: can you hear us\n10:04:00 From Ben Okri to Everyone: yes\n",
        "The ferry\nPresent: Ana Ruiz (host), Ben Okri (keeper).\nAna: How was it?\nBen: Long.\nAna: And dark?\nBen: Yes.\n",
        "---\ntitle: Ferry pilots\nspeakers:\n  - Ana Ruiz\n---\nAna Ruiz: Good morning.\nBen Okri: Yes.\nAna Ruiz: Good.\n",
        "Ana  0:02\nOkay.\n\nBen  0:09\nYes.\n\nAna  0:15\nHello.\n\nTranscribed by https://otter.ai\n",
    ] {
        assert_eq!(detect(text), Some(Dialect::Transcript), "{text}");
    }
}

#[test]
fn other_texts_with_colons_are_no_session() {
    for text in [
        "From: Ana <ana@example.org>\nTo: Ben\nSubject: Gauges\n\nBen: please look.\nAna: I did.\nBen: Good.\nAna: Bye.\n",
        "Name: Ana\nRole: Chair of the board.\n---\nName: Ben\nRole: Member of the board.\n---\nName: Chidi\nRole: None.\n",
        "Fish soup\nServes: 4\nStep 1: Boil the water.\nTip: No cream.\nStep 2: Add the fish.\nTip: Not too much.\n",
        "10:00:00 ERROR: disk full.\n10:00:01 INFO: retry now.\n10:00:02 ERROR: disk full.\n10:00:03 INFO: retry.\n",
        "[10:00:00] Mailer: started.\n[10:00:01] Poller: slow disk.\n[10:00:02] Mailer: request.\n[10:00:03] Poller: slow.\n",
        "2031-05-14 10:00:00 INFO Mailer: started.\n2031-05-14 10:00:01 WARN Poller: slow disk.\n",
        "Dear Ms Quarrie,\nThere are three points: the gauge, the quay.\nFirst: we own it.\nSecond: we do not.\nIn short: come.\n",
        "Minutes\nPresent: Ana Ruiz, Ben Okri\nChair: Ana Ruiz\nDecision: It is sold.\nAction: Ben to sell.\nDecision: Nothing.\n",
        "Q: Who owns the gauge?\nA: The museum.\nQ: Who reads it?\nA: Nobody.\nQ: Why?\nA: It is broken.\n",
        "Added: a new reader.\nFixed: a crash in the old one.\nAdded: one more option.\nFixed: the option works.\n",
        "Agenda\n10:00 Opening: Ana Ruiz welcomes you.\n10:30 Coffee break\n11:00 Session 1: Gauges.\n15:30 Coffee break\n",
        "Pros: It is cheap.\nCons: It breaks.\nPros: It can be mended.\nCons: Nobody can.\nPros: We like it.\nCons: Ugly.\n",
        "John 3:16\nThe sea is wide.\nPsalm 23:1\nThe quay is mine.\nJohn 3:17\nAnd deep.\nPsalm 23:2\nI want nothing.\n",
        "Quayside  10:03\nOuter Island  10:30\nQuayside  11:03\nOuter Island  11:30\nQuayside  12:03\n",
        "France: 2\nGermany: 1\nFrance: 3\nSpain: 0\nGermany: 2\n",
        "“It is ours,” says Bettina Roth: the office painted it.\nHis view is simple: it is the museum’s.\nRead more: Fog\n",
        "Quay: a place where ships lie.\nGauge: a thing that shows the water.\nFerry: a ship for people.\n",
        "Night Ferry: A ship that sails at night.\nHarbour Gauge: A thing that shows the water.\n",
        "Risk: High.\nImpact: Low.\nRisk: Low.\nImpact: Low.\n",
        "Quay tour\n7 Jun 2031\nMuseum: A long walk.\nQuay: A short one.\nMuseum: Closed.\n",
        "Ana Ruiz - Chair\nBen Okri - Member\nKim Park - Member\nAda Lund - Guest\nAna Ruiz - Chair\n",
        "Ana Ruiz - Ben Okri  6:4\nKim Park - Ada Lund  2:6\nBen Okri - Ana Ruiz  1:6\nAda Lund - Kim Park  6:0\n",
        "Ana Ruiz | 3 | 7\nBen Okri | 4 | 1\nAna Ruiz | 2 | 2\nBen Okri | 5 | 5\n",
        "**Changes**:\n\n- You can mend lamps.\n\n**Breaking Changes**:\n\n- We mend no bells.\n\n**Changes**:\n\n- None.\n",
        "import os\nfrom lamp import Oil\nclass Keeper:\n  Attributes: who keeps it.\n  Raises: an error.\n\
         def light(self):\n  Attributes: the lamp.\n  Raises: nothing you know.\n  Attributes: you.\n  Raises: us.\n",
        "[Ana Ruiz] Fix the lamp.\n[Ben Okri] Mend the quay.\n[Ana Ruiz] Paint the gauge.\n[Ben Okri] Test the bell.\n",
        "1. Ana Ruiz: First prize.\n2. Ben Okri: Second prize.\n3. Ana Ruiz: Third prize.\n4. Ben Okri: Nothing.\n",
        "A. Lamps\nB. Oil\nQ. Quays\nA. More lamps\nQ. More quays\n",
        "host: example.org\nport: 80\nhost: example.net\nport: 81\n",
    ] {
        assert_eq!(detect(text), None, "{text}");
    }
}

#[test]
fn the_dialect_may_be_named() {
    let text = "Ana Ruiz: One turn is no transcript.\nAna Ruiz: Nor are two.\n";
    assert_eq!(detect(text), None);
    let reading = read(text, &ReadOptions::dialect(Dialect::Transcript));
    assert!(reading.holds_session() && reading.session.speeches().count() == 2);
    assert!(!read("Just prose.\n", &ReadOptions::dialect(Dialect::Transcript)).holds_session());
    assert!(!read("Just prose.\n", &ReadOptions::dialect(Dialect::Cart)).holds_session());
}

/// Two people who are called by their first names, and talk in paragraphs.
#[test]
fn a_conversation_of_first_names() {
    let talk = "Ann: What do you think of the new ferry?\n\nIt came on a Monday.\n\nNobody met it.\n\n\
                Bo: I like it, and I said so to the crew.\n\nThey were glad.\n\nThen it left.\n\n";
    let text = format!("The ferry hour\n\n{}", talk.repeat(6));
    assert_eq!(detect(&text), Some(Dialect::Transcript));
    let terms = "Description: The ferry is new and it is green.\n\nIt came on a Monday.\n\nIt left.\n\n\
                 Usage: Crews board it at the second pier by night.\n\nThere are ropes.\n\nThe ropes hold.\n\n";
    assert_eq!(detect(&format!("The ferry manual\n\n{}", terms.repeat(6))), None);
}

#[test]
fn a_time_behind_the_colon() {
    check(
        "
        Ann van Lee: 00:00:20
        Live from the harbour.

        Bo Ek: [00:00:23]
        Good morning.

        Ann van Lee: 00:00:24
        Hey Bo.
        ",
        "
        # (no heading) <Transcript section-transcript>
          Ann van Lee: <speech-1 speaker-ann-van-lee 00:00:20.000>
            Live from the harbour.
          Bo Ek: <speech-2 speaker-bo-ek 00:00:23.000>
            Good morning.
          Ann van Lee: <speech-3 speaker-ann-van-lee 00:00:24.000>
            Hey Bo.
        ",
    );
}

#[test]
fn questions_and_answers_in_court() {
    check(
        "
        MR. STONE: Please state your name.
        THE WITNESS: Sven Lindqvist.
        MR. STONE: Thank you.
        Q. Where were you at nine?
        A. In the tower.
        Q. Alone?
        A. With the keeper.
        MR. GRAY: Objection.
        ",
        "
        # (no heading) <Transcript section-transcript>
          MR. STONE: <speech-1 speaker-mr-stone>
            Please state your name.
          THE WITNESS: <speech-2 speaker-the-witness>
            Sven Lindqvist.
          MR. STONE: <speech-3 speaker-mr-stone>
            Thank you.
          Q: <speech-4 speaker-q>
            Where were you at nine?
          A: <speech-5 speaker-a>
            In the tower.
          Q: <speech-6 speaker-q>
            Alone?
          A: <speech-7 speaker-a>
            With the keeper.
          MR. GRAY: <speech-8 speaker-mr-gray>
            Objection.
        ",
    );
}

#[test]
fn front_matter_and_the_end_of_a_meeting() {
    check(
        "
        ---
        title: \"Ferry pilots\"
        date: 2031-06-07
        layout: transcript
        ---
        The President: The meeting is called to order.
        Mr. Wu (Chile): Thank you, Mr. President.
        The President: I thank Chile.
        The meeting rose at 12.05 p.m.
        ",
        "
        title: Ferry pilots
        time: 2031-06-07 - - -
        # (no heading) <Transcript section-transcript>
          The President: <speech-1 speaker-the-president>
            The meeting is called to order.
          Mr. Wu (Chile): <speech-2 speaker-mr-wu>
            Thank you, Mr. President.
          The President: <speech-3 speaker-the-president>
            I thank Chile.
            ~ The meeting rose at 12.05 p.m.
        Role: The President <speaker-the-president>
        role of Mr. Wu: Chile
        ",
    );
}

/// Two sessions pasted into one file: title and date of the second one are in nobody's mouth.
#[test]
fn another_page_below_the_first_one() {
    check(
        "
        Morning session
        3 June 2031
        Ann Lee: Good morning to everybody here.
        Bo Ek: Good morning.
        Ann Lee: We close the morning session.
        Afternoon session
        3 June 2031
        Ines Quarrie: Good afternoon to everybody.
        Bo Ek: Good afternoon.
        ",
        "
        title: Morning session
        time: 2031-06-03 - - -
        # (no heading) <Transcript section-transcript>
          Ann Lee: <speech-1 speaker-ann-lee>
            Good morning to everybody here.
          Bo Ek: <speech-2 speaker-bo-ek>
            Good morning.
          Ann Lee: <speech-3 speaker-ann-lee>
            We close the morning session.
          (nobody): <speech-4 ->
            ### Afternoon session
            ~ 3 June 2031
          Ines Quarrie: <speech-5 speaker-ines-quarrie>
            Good afternoon to everybody.
          Bo Ek: <speech-6 speaker-bo-ek>
            Good afternoon.
        Warning read::second-page `Afternoon session`
        ",
    );
}
