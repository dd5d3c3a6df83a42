//! The transcript: speeches, their speakers, and where it ends.

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
            * First, the gauge.
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
            Speakers:
            Good morning.
        # SPEAKERS: <Speakers section-speakers>
          (C) Chair <profile-chair speaker-chair> 2 words
        Role: Chair <speaker-chair>
        Warning dig-watch::ambiguous-label `Speakers`
        ",
    );
}

/// A transcript without its heading is found where speakers of the page come again.
#[test]
fn a_transcript_needs_no_heading_where_its_speakers_come_again() {
    let profiles = "Speakers\nAnn Lee\nSpeech length\n2 words\nBo Lee\nSpeech length\n2 words\n";
    let page = |speeches: &str| {
        format!("Gauges\nFull session report\nThe meeting asked who owns the gauge.\n{speeches}{profiles}")
    };
    let report = "title: Gauges
# Full session report <FullReport section-full-session-report>
  ## (no heading) <report-1>
    The meeting asked who owns the gauge.
";
    let read_profiles = "# Speakers <Speakers section-speakers>
  Ann Lee <profile-ann-lee speaker-ann-lee> 2 words
  Bo Lee <profile-bo-lee speaker-bo-lee> 2 words
";
    let transcript = "# (no heading) <Transcript section-transcript>
  Moderator: <speech-1 speaker-moderator>
    Who?
  Ann Lee: <speech-2 speaker-ann-lee>
    Me.
  Bo Lee: <speech-3 speaker-bo-lee>
    And me.
  Ann Lee: <speech-4 speaker-ann-lee>
    Yes.
";
    for speeches in [
        "Moderator:\nWho?\nAnn Lee:\nMe.\nBo Lee:\nAnd me.\nAnn Lee:\nYes.\n",
        "Moderator: Who?\nAnn Lee: Me.\nBo Lee: And me.\nAnn Lee: Yes.\n",
    ] {
        let label = if speeches.starts_with("Moderator: ") { "Moderator: Who?" } else { "Moderator:" };
        check(
            &page(speeches),
            &format!(
                "{report}{transcript}{read_profiles}Role: Moderator <speaker-moderator>
Warning dig-watch::unheaded-transcript `{label}`
"
            ),
        );
    }
    // These are the parts of a report.
    check(
        &page("Ann Lee:\nShe says it is hers.\nBo Lee:\nHe says it is his.\n"),
        &format!(
            "{report}  ## Ann Lee <report-ann-lee speaker-ann-lee>
    She says it is hers.
  ## Bo Lee <report-bo-lee speaker-bo-lee>
    He says it is his.
{read_profiles}Note dig-watch::no-transcript ``
"
        ),
    );
}

#[test]
fn accents_composed_or_not_are_one_speaker() {
    check(
        "
        Session transcript
        José Núñez:
        One.
        Jose\u{301} Nu\u{301}n\u{303}ez:
        Two.
        Dr. José Núñez:
        Three.
        ",
        "
        # Session transcript <Transcript section-session-transcript>
          José Núñez: <speech-1 speaker-josé-núñez>
            One.
          Jose\u{301} Nu\u{301}n\u{303}ez: <speech-2 speaker-josé-núñez>
            Two.
          Dr. José Núñez: <speech-3 speaker-dr-josé-núñez>
            Three.
        ",
    );
}
