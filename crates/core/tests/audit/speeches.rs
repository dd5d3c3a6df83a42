//! What is said: speeches that are cut, words that are repeated.

use crate::{assert_finds, of_kind, transcript, words};

/// Speeches around the one in question, so that the transcript is seen to have sentences.
fn page(first: &str, second: &str) -> String {
    transcript(&format!(
        "Chair:\nThe floor is open.\nBo Abara:\nGauges break every winter.\nInes Quarrie:\n{first}\nTomasz \
         Wielgosz:\n{second}\nChair:\nThat was clear.\nTomasz Wielgosz:\nIt was.\n"
    ))
}

#[test]
fn speeches_that_go_on_under_the_next_label() {
    for (first, second, end, start) in [
        (
            "There is a gap in need versus",
            "what is repaired. I yield.",
            "gap in need versus",
            "what is repaired. I",
        ),
        ("I would be happy to try to", "answer that question.", "happy to try to", "answer that question."),
        ("It will make a difference. I", "Would say so as well.", "make a difference. I", "Would say so as"),
        ("We measured the tide and the", "Wind of the north.", "the tide and the", "Wind of the north."),
        (
            "You may have more impact",
            "That you think you have.",
            "may have more impact",
            "That you think you",
        ),
        (
            "We owe it to the harbours,",
            "which pay for all of it.",
            "it to the harbours,",
            "which pay for all",
        ),
    ] {
        let expected = format!(
            "warning cut-speech: `Ines Quarrie` breaks off in mid-sentence (`… {end}`), and `Tomasz Wielgosz` goes on with \
             `{start} …` @ {end}"
        );
        assert_finds(&page(first, second), &[&expected]);
    }
}

#[test]
fn speeches_that_do_not() {
    for (first, second) in [
        // Interrupted, or trailing off, and said so.
        ("There is a gap in need versus –", "what is repaired?"),
        ("There is a gap in need versus--", "what is repaired?"),
        ("There is a gap in need versus…", "what is repaired?"),
        ("There is a gap in need versus...", "what is repaired?"),
        // Only the full stop is missing.
        ("So thank you for that", "We are over time."),
        ("That is the one we are looking for", "Yes, it is."),
        ("So do I", "Thank you, both."),
        ("There is no tide", "mm-hmm, and no wind."),
        ("We buy them from a shop", "iPhone owners do too."),
        ("It was in 1998", "1999, I think."),
        // A sentence that is whole, and a word in lower case.
        ("There is no tide.", "and no wind."),
        ("Is there no tide?”", "no, there is none."),
    ] {
        assert_finds(&page(first, second), &[]);
    }
}

/// Captions without punctuation or capitals tell nothing of sentences.
#[test]
fn captions_without_sentences() {
    let page = transcript(
        "Chair:\nthe floor is open for the\nBo Abara:\ngauges that break\nInes Quarrie:\nevery winter and the\nChair:\nthat \
         was clear\n",
    );
    assert_finds(&page, &[]);
}

/// One speaker in two speeches is no wrong mouth.
#[test]
fn one_speaker_may_go_on() {
    assert_finds(&page("One", "two.").replace("Tomasz Wielgosz", "Ines Quarrie"), &[]);
}

fn said(words: &str) -> String {
    transcript(&format!("Chair:\n{words}\n"))
}

#[test]
fn stuck_captions() {
    for (text, group, copies, place) in [
        ("We saw the the the gauge.", "the", 3, "the the the"),
        ("th th th th th th . . . Now we begin.", "th", 6, "th th th th th th"),
        (
            "Well, we go on we go on we go on we go on to the pier.",
            "we go on",
            4,
            "we go on we go on we go on we go on",
        ),
        (
            "Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you.",
            "Thank you.",
            8,
            "Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you. Thank you.",
        ),
    ] {
        let expected = format!("warning stutter: `{group}` is repeated {copies} times @ {place}");
        assert_finds(&said(text), &[&expected]);
    }
    assert_finds(
        &said(
            "The gauge stands at the old pier. The gauge stands at the old pier. The gauge stands at the old pier. The \
               gauge stands at the old pier. So it is.",
        ),
        &[
            "warning stutter: `The gauge stands at the old pier` is said 4 times in a row @ The gauge stands at the old pier",
        ],
    );
}

#[test]
fn rhetoric_is_none() {
    for text in [
        "No, no, no. It is very, very late, and very very very dark.",
        "Thank you, thank you, thank you. Thank you. Thank you.",
        "Again and again and again we said it, more and more and more.",
        "We need peace. We need peace. And we had had enough of that that day.",
        "Hear, hear! Hear, hear! Yes yes yes.",
        "Step by step by step. Ha ha ha ha.",
        "It is is what we saw.",
        "Ten, ten, ten. Call 5 5 5 5.",
    ] {
        assert_finds(&said(text), &[]);
    }
}

#[test]
fn a_sentence_twice_in_a_row() {
    assert_finds(
        &said("The gauge stands at the pier. The gauge stands at the pier. It is old."),
        &[
            "note repeated-sentence: `The gauge stands at the pier` is said twice in a row @ The gauge stands at the pier",
        ],
    );
    // In the next paragraph; two sentences, said as a pair again.
    assert_finds(
        &said("The gauge is old. Nobody reads it now.\nThe gauge is old. Nobody reads it now."),
        &["note repeated-sentence: `The gauge is old` is said twice in a row @ The gauge is old"],
    );
    // By another speaker, who agrees.
    assert_finds(
        &transcript("Chair:\nThe gauge stands at the pier.\nBo Abara:\nThe gauge stands at the pier.\n"),
        &[],
    );
}

#[test]
fn a_passage_that_stands_twice() {
    let passage = words(7, 60);
    let page = transcript(&format!(
        "Chair:\n{passage}\nBo Abara:\n{}\nChair:\nThank you. {passage} Good.\nBo Abara:\n{}\nChair:\n{passage}\n",
        words(8, 60),
        words(9, 60)
    ));
    let found = of_kind("repeated-passage", &page);
    assert_eq!(
        found,
        [format!(
            "warning repeated-passage: 60 words from `Pole7n0 tides of the north carry less sand than gauge9` on were \
             said before, word for word, in speech 1 (`Chair`); they stand here and once more @ {}",
            passage.trim_end_matches('.')
        )]
    );
    // A formula of the chair.
    let formula = "I thank the delegate and give the floor to the next speaker on the list of this morning. ";
    assert_finds(
        &transcript(&format!(
            "Chair:\n{formula}\nBo Abara:\nGauges break.\nChair:\n{formula}\nInes Quarrie:\nThey do.\nChair:\n{formula}\n"
        )),
        &[],
    );
}

/// A page that was pasted twice is one finding, however many speeches it has.
#[test]
fn a_transcript_that_stands_twice() {
    let speeches: String = (0..30).map(|nth| format!("Speaker {nth}:\n{}\n", words(nth, 30))).collect();
    let page = transcript(&format!("{speeches}{speeches}"));
    let found = of_kind("repeated-passage", &page);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("900 words from `Pole0n0"), "{found:#?}");
}
