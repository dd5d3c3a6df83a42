//! Topics under two spellings.

use crate::{HEAD, of_kind, profile, words};

fn page(topics: &[&str]) -> String {
    let profile = profile("Ines Quarrie", 120, 200, 100);
    let arguments: String = topics
        .iter()
        .enumerate()
        .map(|(nth, topics)| format!("Claim number {nth}\nTopics: {topics}\n\n"))
        .collect();
    let profile = profile.replace("Tides belong to everyone\nTopics: Tides\n", &arguments);
    format!("{HEAD}Ines Quarrie:\n{}\nSpeakers\n{profile}", words(1, 200))
}

#[test]
fn one_topic_in_several_spellings() {
    for (topics, expected) in [
        (
            ["Harbour law, Tide gauges", "Harbor law, Tide-gauges"],
            vec![
                "a topic is spelt `Harbour law` (once) and `Harbor law` (once) @ Harbor law",
                "a topic is spelt `Tide gauges` (once) and `Tide-gauges` (once) @ Tide-gauges",
            ],
        ),
        (
            ["Tide gauge, Open data", "Tide gauges, Ferries"],
            vec!["a topic is spelt `Tide gauge` (once) and `Tide gauges` (once) @ Tide gauges"],
        ),
        (
            ["Digitalisation", "Digitalization"],
            vec!["a topic is spelt `Digitalisation` (once) and `Digitalization` (once) @ Digitalization"],
        ),
        (
            ["Côte policies", "Cote policy"],
            vec!["a topic is spelt `Côte policies` (once) and `Cote policy` (once) @ Cote policy"],
        ),
    ] {
        let expected: Vec<_> =
            expected.iter().map(|finding| format!("note topic-spelling: {finding}")).collect();
        assert_eq!(of_kind("topic-spelling", &page(&topics)), expected);
    }
}

#[test]
fn capitals_are_one_finding() {
    assert_eq!(
        of_kind("topic-spelling", &page(&["Tides, Open data", "tides, open data", "Tides, Open Data"])),
        [
            "note topic-spelling: a topic is written `Tides` and, in other capitals, `tides`, and so 1 other topic @ tides"
        ]
    );
}

#[test]
fn other_topics_are_other_topics() {
    let topics = [
        "SDG 16, SDG 17, C++, C#, Adoption, Adaption, Legal, Illegal, Ethics of care, Process, Progress, Status, State",
        "Internet, Intranet, Economics of tides, Economy, News, New, Formation, Information, Moral, Amoral",
    ];
    assert_eq!(of_kind("topic-spelling", &page(&topics)), [""; 0]);
}
