//! What is missing, empty, given twice or left behind.

use plenary_core::model::{Content, Id};
use plenary_core::read::{ReadOptions, read};

use crate::{HEAD, assert_finds, findings_of, of_kind, profile, transcript, words};

#[test]
fn a_profile_of_one_who_never_speaks() {
    let page = format!(
        "{HEAD}Ines Quarrie:\n{}\nSpeakers\n{}{}",
        words(1, 200),
        profile("Ines Quarrie", 120, 200, 100),
        profile("Tomasz Wielgosz", 135, 90, 40)
    );
    assert_finds(
        &page,
        &[
            "warning profile-without-speech: `Tomasz Wielgosz` has a profile, but no speech in the transcript @ Tomasz \
           Wielgosz",
        ],
    );
}

#[test]
fn a_speaker_without_a_profile() {
    let page = |name: &str, said: usize| {
        format!(
            "{HEAD}Ines Quarrie:\n{}\n{name}:\n{}\n{name}:\nYes.\nSpeakers\n{}",
            words(1, 200),
            words(2, said),
            profile("Ines Quarrie", 120, 200, 100)
        )
    };
    assert_finds(
        &page("Tomasz Wielgosz", 80),
        &[
            "note speech-without-profile: `Tomasz Wielgosz` says 81 words in 2 speeches, but has no profile @ Tomasz \
           Wielgosz",
        ],
    );
    // Few words; a role; a page without profiles.
    assert_finds(&page("Tomasz Wielgosz", 20), &[]);
    assert_finds(&page("Audience", 80), &[]);
    assert_finds(&transcript(&format!("Ines Quarrie:\n{}\n", words(1, 80))), &[]);
}

#[test]
fn most_without_a_profile_are_one_finding() {
    let names = ["Tomasz Wielgosz", "Bo Abara", "Mina Okafor"];
    let speeches: String =
        names.iter().enumerate().map(|(n, name)| format!("{name}:\n{}\n", words(n, 40))).collect();
    let page = format!(
        "{HEAD}Ines Quarrie:\n{}\n{speeches}Speakers\n{}",
        words(9, 200),
        profile("Ines Quarrie", 120, 200, 100)
    );
    assert_finds(
        &page,
        &[
            "note speech-without-profile: 3 of 4 speakers have no profile: `Tomasz Wielgosz`, `Bo Abara`, `Mina Okafor` @ -",
        ],
    );
}

#[test]
fn a_heading_with_nothing_under_it() {
    let page = format!(
        "Tides | IGF 2031\n14 May 2031\nTable of contents\nKnowledge Graph of Debate\nSession report\nFull session \
         report\nSession transcript\nInes Quarrie:\n{}\n",
        words(1, 20)
    );
    assert_finds(
        &page,
        &[
            "warning empty-section: nothing stands under the heading `Full session report` @ Full session report",
        ],
    );
    let page = page.replace("Full session report", "Full session report\nThe tides were discussed.");
    assert_finds(&page, &[]);
}

#[test]
fn a_label_without_words() {
    let page = transcript(
        "Ines Quarrie:\nWho owns the gauge?\nTomasz Wielgosz:\nInes Quarrie:\nNobody does.\nTomasz \
                           Wielgosz:\n(Applause)\nInes Quarrie:\n. . .\n",
    );
    assert_finds(
        &page,
        &[
            "warning empty-speech: `Tomasz Wielgosz` has a label here, but says nothing @ Tomasz Wielgosz",
            "warning empty-speech: `Ines Quarrie` has a label here, but says nothing @ Ines Quarrie",
        ],
    );
}

#[test]
fn notes_of_the_program_that_wrote_the_report() {
    let page = |report: &str| {
        format!(
            "Tides | IGF 2031\n14 May 2031\nFull session report\nGauges\n{report}\nSession transcript\nChair:\nGo on.\n"
        )
    };
    assert_finds(
        &page("Tides were discussed. The text adheres to UK spelling and grammar. It is whole."),
        &[
            "warning writing-note: the report speaks about its own wording, not about the session @ The text adheres to UK \
           spelling and grammar.",
        ],
    );
    assert_finds(&page("Harbours want a common spelling of names. Charts follow the original survey."), &[]);
}

#[test]
fn words_that_were_not_understood() {
    let page = transcript(
        "Chair:\nThe gauge at [inaudible] is broken.\nInes Quarrie:\nAt (unintelligible)? No (none).\n",
    );
    assert_finds(
        &page,
        &["note inaudible: words were not understood in 2 places, first here (`inaudible`) @ inaudible"],
    );
}

#[test]
fn identifiers_given_twice_and_borne_by_nobody() {
    let page = transcript("Ines Quarrie:\nWho owns the gauge?\nTomasz Wielgosz:\nNobody does.\n");
    let mut session = read(&page, &ReadOptions::default()).session;
    for section in &mut session.sections {
        if let Content::Speeches(speeches) = &mut section.content {
            speeches[0].speaker = Some(Id::new("speaker-ghost"));
            speeches[1].id = speeches[0].id.clone();
        }
    }
    assert_eq!(
        findings_of(&session, &page),
        [
            "warning unknown-speaker: no speaker of the session is called `speaker-ghost` @ Ines Quarrie",
            "warning duplicate-id: the identifier `speech-1` is given a second time @ Tomasz Wielgosz",
        ]
    );
}

#[test]
fn an_argument_made_twice() {
    let twice = profile("Ines Quarrie", 120, 200, 100).replace(
        "Tides belong to everyone\n",
        "Tides belong to everyone\nTopics: Tides\n\nTides belong to everyone!\n",
    );
    let page = format!("{HEAD}Ines Quarrie:\n{}\nSpeakers\n{twice}", words(1, 200));
    assert_eq!(
        of_kind("repeated-argument", &page),
        [
            "note repeated-argument: `Ines Quarrie` has argued this before: `Tides belong to everyone!` @ Tides belong to \
          everyone!"
        ]
    );
}
