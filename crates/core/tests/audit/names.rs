//! One speaker under two names.

use plenary_core::read::{ReadOptions, read};

use crate::{HEAD, findings, findings_of, profile, transcript, words};

/// Findings about the names of those who each speak so many times.
fn of_names(speakers: &[(&str, usize)]) -> Vec<String> {
    let mut speeches = String::new();
    for (nth, (name, times)) in speakers.iter().enumerate() {
        for time in 0..*times {
            speeches.push_str(&format!("{name}:\nThis is number {time} of {nth}.\n"));
        }
    }
    findings(&transcript(&speeches))
}

#[track_caller]
fn assert_same(usual: &str, other: &str, expected: &str) {
    let expected = format!("{expected} @ {other}");
    assert_eq!(of_names(&[(usual, 3), (other, 2)]), [expected], "{usual}, {other}");
}

#[test]
fn two_spellings() {
    for (usual, other, why) in [
        ("José Núñez", "Jose Nunez", "only accents, signs, a title or an affiliation set them apart"),
        ("Ines Quarrie", "Dr. Ines Quarrie", "only accents, signs, a title or an affiliation set them apart"),
        (
            "Ines Quarrie",
            "H.E. Ms. Ines Quarrie",
            "only accents, signs, a title or an affiliation set them apart",
        ),
        (
            "Nick Ashton-Hart",
            "Nick Ashton Hart",
            "only accents, signs, a title or an affiliation set them apart",
        ),
        ("Ines Quarrie", "Quarrie Ines", "they have the same words in another order"),
        ("Ines Quarrie", "Quarrie, Ines", "they have the same words in another order"),
        ("Ines Quarrie", "I. Quarrie", "one has an initial for a name"),
        ("Ines Quarrie", "Ines Q.", "one has an initial for a name"),
        ("Ines Quarrie", "Ines Quarie", "they are one letter apart"),
        ("Ines Quarrie", "Ines Qaurrie", "they are one letter apart"),
        ("Joyce Quarrie", "Joice Quarrie", "they are one letter apart"),
        ("Wielgosz", "Wiegosz", "they are one letter apart"),
    ] {
        let expected =
            format!("warning speaker-spelling: `{other}` (2 speeches) may be `{usual}` (3 speeches): {why}");
        assert_same(usual, other, &expected);
    }
}

/// A session of another program may hold what the readers take for the same name.
#[test]
fn an_affiliation() {
    let page = transcript("Ines Quarrie:\nYes.\nBo Abara:\nNo.\n");
    let mut session = read(&page, &ReadOptions::default()).session;
    session.speakers[1].name = "Quarrie, Ines (Harbour Office)".into();
    assert_eq!(
        findings_of(&session, &page),
        [
            "warning speaker-spelling: `Quarrie, Ines (Harbour Office)` (1 speech) may be `Ines Quarrie` (1 speech): they have the \
          same words in another order @ Bo Abara"
        ]
    );
    session.speakers[1].name = "Ines Quarrie (Harbour Office)".into();
    assert_eq!(findings_of(&session, &page).len(), 1);
    session.speakers[1].name = "Ines Quarrie, Harbour Office".into();
    assert_eq!(
        findings_of(&session, &page),
        [
            "warning speaker-spelling: `Ines Quarrie, Harbour Office` (1 speech) may be `Ines Quarrie` (1 speech): only what \
          stands behind the comma sets them apart @ Bo Abara"
        ]
    );
}

#[test]
fn short_forms() {
    for (full, short) in [
        ("Ines Quarrie", "Ines"),
        ("Ines Quarrie", "Quarrie"),
        ("Nick Ashton Hart", "Nick Hart"),
        ("Ana María O’Neill", "Ana O'Neill"),
    ] {
        let expected = format!(
            "note speaker-short-name: `{short}` (2 speeches) may be `{full}` (3 speeches): no other speaker has that name"
        );
        assert_same(full, short, &expected);
    }
}

/// Two spellings of the full name leave no doubt which name is short.
#[test]
fn a_short_form_of_a_name_in_two_spellings() {
    let found = of_names(&[("Quarrie Ines", 1), ("Ines Quarrie", 3), ("Ines", 1)]);
    assert_eq!(
        found,
        [
            "warning speaker-spelling: `Quarrie Ines` (1 speech) may be `Ines Quarrie` (3 speeches): they have the same words \
             in another order @ Quarrie Ines",
            "note speaker-short-name: `Ines` (1 speech) may be `Ines Quarrie` (3 speeches): no other speaker has that name @ \
             Ines",
        ]
    );
}

/// The full name is told as the right one even where the short one is used more.
#[test]
fn a_full_name_is_the_right_one() {
    assert_eq!(
        of_names(&[("J. Quarrie", 5), ("Joyce Quarrie", 1)]),
        [
            "warning speaker-spelling: `J. Quarrie` (5 speeches) may be `Joyce Quarrie` (1 speech): one has an initial for a \
          name @ J. Quarrie"
        ]
    );
}

#[test]
fn other_names_are_other_speakers() {
    for names in [
        &["Speaker 1", "Speaker 2", "Speaker 12"][..],
        &["Ann Lee", "Bo Lee"],
        &["Ann Lee", "Ann Li"],
        &["Anna", "Hanna"],
        &["Maria Silva", "Mario Silva"],
        &["Christian Weber", "Christina Weber"],
        &["China", "Ghana"],
        &["Iceland", "Ireland"],
        &["Austria", "Australia"],
        &["Niger", "Nigeria"],
        &["Chair", "Co-chair", "Vice-chair"],
        &["Mr. Chair", "Madam Chair"],
        &["Audience", "Audience member"],
        &["Jordan", "Jordan Carver"],
        &["A. Okafor", "B. Okafor"],
        // Nobody can tell which of the two is meant.
        &["Ines", "Ines Quarrie", "Ines Okafor"],
        &["J. Quarrie", "Joyce Quarrie", "John Quarrie"],
        &["Speaker A", "Speaker B"],
        &["Delegation of the North", "Delegation of the South"],
        &["王毅", "王义"],
    ] {
        let speakers: Vec<_> = names.iter().map(|name| (*name, 2)).collect();
        assert_eq!(of_names(&speakers), [""; 0], "{names:?}");
    }
}

/// One letter makes no slip of two names that are both used again and again and have a profile each.
#[test]
fn two_who_are_well_known_are_two() {
    let page = |times: usize| {
        let speech = |nth: usize, name: &str| format!("{name}:\n{}\n", words(nth, 60));
        let speeches: String = (0..times)
            .map(|nth| speech(2 * nth, "Mina Okafor") + &speech(2 * nth + 1, "Mina Okafar"))
            .collect();
        let length = u64::try_from(times).unwrap() * 60;
        let profiles = profile("Mina Okafor", 120, length, length / 2)
            + &profile("Mina Okafar", 120, length, length / 2);
        format!("{HEAD}{speeches}Speakers\n{profiles}")
    };
    assert_eq!(findings(&page(3)), [""; 0]);
    assert_eq!(findings(&page(1)).len(), 1);
}
