//! Declared figures.

use crate::{HEAD, assert_finds, findings, of_kind, profile, words};

fn page(words_said: usize, profile: &str) -> String {
    format!("{HEAD}Ines Quarrie:\n{}\nSpeakers\n{profile}", words(1, words_said))
}

#[test]
fn fewer_words_than_declared() {
    let page = page(300, &profile("Ines Quarrie", 120, 800, 400));
    assert_finds(
        &page,
        &[
            "warning declared-length: `Ines Quarrie` is declared with a length of 800 words, and has 300 in the \
           transcript: 500 fewer (62 %) @ 800 words",
        ],
    );
}

#[test]
fn more_words_than_declared() {
    let page = page(300, &profile("Ines Quarrie", 120, 200, 100));
    assert_finds(
        &page,
        &[
            "warning declared-length: `Ines Quarrie` is declared with a length of 200 words, and has 300 in the \
           transcript: 100 more (33 %) @ 200 words",
        ],
    );
}

/// Other programs count signs and parts of words as well: so 340 may be declared of 300 words with 40 signs.
#[test]
fn signs_may_have_been_counted() {
    let signs = "It’s ours, isn’t it? ".repeat(75);
    for length in [300, 420, 520] {
        let page = format!(
            "{HEAD}Ines Quarrie:\n{signs}\nSpeakers\n{}",
            profile("Ines Quarrie", 120, length, length / 2)
        );
        assert_eq!(of_kind("declared-length", &page), [""; 0], "{length}");
    }
    let page = format!("{HEAD}Ines Quarrie:\n{signs}\nSpeakers\n{}", profile("Ines Quarrie", 120, 800, 400));
    assert_eq!(of_kind("declared-length", &page).len(), 1);
}

#[test]
fn few_words_more_or_less_are_nothing() {
    assert_finds(&page(20, &profile("Ines Quarrie", 120, 48, 24)), &[]);
    assert_finds(&page(300, &profile("Ines Quarrie", 120, 286, 143)), &[]);
}

/// A transcript of which a part is missing is one finding, not one for each speaker.
#[test]
fn a_partial_transcript_is_one_finding() {
    let names = ["Ines Quarrie", "Tomasz Wielgosz", "Bo Abara", "Mina Okafor"];
    let speeches: String =
        names.iter().enumerate().map(|(nth, name)| format!("{name}:\n{}\n", words(nth, 50))).collect();
    let profiles: String = names.iter().map(|name| profile(name, 120, 1000, 500)).collect();
    assert_finds(
        &format!("{}{speeches}Speakers\n{profiles}", HEAD.replace("11:45h", "13:45h")),
        &[
            "warning declared-length: the transcript holds 200 words of 4 speakers whose profiles declare 4000 @ \
           Session transcript",
        ],
    );
}

#[test]
fn without_a_transcript_nothing_is_compared() {
    let page = format!("Tides | IGF 2031\n14 May 2031\nSpeakers\n{}", profile("Ines Quarrie", 120, 800, 400));
    assert_finds(&page, &[]);
}

#[test]
fn speed_and_time_make_another_length() {
    assert_finds(
        &page(300, &profile("Ines Quarrie", 200, 300, 150)),
        &[
            "warning declared-speed: `Ines Quarrie` is declared with a length of 300 words, but 200 words a minute for \
           150 seconds make 500 @ 300 words",
        ],
    );
    // 211 × 797 / 60 = 2802
    assert_eq!(of_kind("declared-speed", &page(300, &profile("Ines Quarrie", 211, 2806, 797))), [""; 0]);
    // A word more or less in a few seconds.
    assert_eq!(of_kind("declared-speed", &page(10, &profile("Ines Quarrie", 150, 10, 3))), [""; 0]);
}

#[test]
fn figures_that_cannot_be() {
    assert_eq!(
        of_kind("impossible-statistic", &page(300, &profile("Ines Quarrie", 640, 300, 28))),
        [
            "warning impossible-statistic: `Ines Quarrie` is declared with a speed of 640 words per minute; nobody speaks \
          faster than 400 @ 640 words per minute"
        ]
    );
    assert_eq!(
        of_kind("impossible-statistic", &page(300, &profile("Ines Quarrie", 0, 300, 0))),
        [
            "warning impossible-statistic: `Ines Quarrie` is declared with a length of 300 words, but a speed of 0 @ 0 \
             words per minute",
            "warning impossible-statistic: `Ines Quarrie` is declared with a length of 300 words, but a time of 0 @ 0 \
             secs"
        ]
    );
    assert_finds(&page(3, &profile("Ines Quarrie", 0, 0, 0)), &[]);
    assert_finds(&page(300, &profile("Ines Quarrie", 400, 300, 45)), &[]);
}

/// The meeting lasts 75 minutes.
#[test]
fn more_time_than_there_was() {
    let long = page(12_000, &profile("Ines Quarrie", 96, 12_000, 7_500));
    assert_eq!(
        findings(&long),
        [
            "note time-beyond-meeting: the meeting lasts 75 minutes by its date line, but the declared speech times add up \
          to 125 minutes @ 14 May 2031 10:30h - 11:45h"
        ]
    );
    assert_finds(&page(10_000, &profile("Ines Quarrie", 100, 10_000, 6_000)), &[]);
}
