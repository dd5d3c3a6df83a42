//! What holds for every text, whatever is in it.

use std::collections::HashSet;

use plenary_core::json;
use plenary_core::model::walk::in_source_order;
use plenary_core::model::{Content, Dialect, Session};
use plenary_core::read::{ReadOptions, read};
use proptest::prelude::*;

use crate::outline::{check_whole, outline};
use crate::texts::PAGE;

/// Lines that mean something somewhere, and lines that look as if they did.
const LINES: &[&str] = &[
    "Gauges for everyone | Tidewater Forum 2031 WS #12",
    "14 May 2031 10:30h - 11:45h",
    "31 Feb 2031",
    "Disclaimer: Made by a machine.",
    "Table of contents",
    "Knowledge Graph of Debate",
    "Event report",
    "Session report",
    "Full session report",
    "Key themes and observations",
    "Session at a glance",
    "Summary",
    "Keypoints",
    "## Major Discussion Points:",
    "Overall tone: **Warm**",
    "– **Ines Quarrie** – Director",
    "Additional speakers:",
    "Explanation",
    "**Evidence:** nine poles",
    "Major discussion point",
    "Agreed with",
    "Ines Quarrie, Tomasz Wielgosz",
    "Agreed on",
    "Disagreed with: Chair",
    "Topics",
    "Open data | Licensing",
    "Agreements",
    "Agreement points",
    "Similar viewpoints",
    "Overall assessment",
    "Consensus level",
    "Takeaways",
    "Thought provoking comments",
    "Speaker",
    "Reason",
    "Impact: it was felt",
    "and so on",
    "Session transcript",
    "Transcript",
    "Speakers",
    "Speakers:",
    "Ines Quarrie",
    "Ines Quarrie:",
    "Ines Quarrie: Who owns the gauge?",
    "IQ",
    "Chair",
    "Chair:",
    "Report",
    "Report:",
    "Arguments",
    "Speech speed",
    "149 words per minute",
    "Speech length: 12 words",
    "Speech time",
    "Speech time:",
    "Supporting facts:",
    "- The board voted for it",
    "• Nine poles",
    "Topics: Open data, (a, b), Licensing,",
    "Topics:",
    "A claim of few words",
    "Remember this:",
    "(Laughter)",
    "She asked who owns the gauge, and the meeting did not know what to say to that question.",
    "“Ünïcödé” – 測試 :",
    "**Bold Name:**",
    ":",
    "-",
    "\u{0}",
    "\u{feff}",
    "---",
    "* * *",
    "## A heading ##",
    "### Ines Quarrie",
    "**Ines Quarrie:**",
    "**Bold line:** and more",
    "1. **one:** two",
    "5. May 2031",
    "Disclaimer",
    "This is not an official record.",
    "It was said at length.",
    "09:00h - 10:00h UTC",
    "Chair [00:12]:",
    "[00:12] Ines Quarrie: Hello.",
    "Ines Quarrie (Harbour School): Hello.",
    "Chair [",
    "â€“ Oâ€™Dell",
    "Ã",
    "(Applause)",
];

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(LINES).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
        1 => any::<String>(),
    ]
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["\n", "\n", "\n", "\n\n", "\r\n", "\r", " \n\t\n", ""][..])
}

/// Pages put together out of lines.
fn page() -> impl Strategy<Value = String> {
    prop::collection::vec((line(), line_end()), 0..60)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// A change to a page at one of its lines.
#[derive(Debug, Clone)]
enum Change {
    Delete(usize),
    Double(usize),
    Swap(usize, usize),
    Upper(usize),
    Lower(usize),
    Cut(usize),
    Insert(usize, String),
}

fn change() -> impl Strategy<Value = Change> {
    let at = || any::<prop::sample::Index>().prop_map(|index| index.index(1000));
    prop_oneof![
        at().prop_map(Change::Delete),
        at().prop_map(Change::Double),
        (at(), at()).prop_map(|(left, right)| Change::Swap(left, right)),
        at().prop_map(Change::Upper),
        at().prop_map(Change::Lower),
        at().prop_map(Change::Cut),
        (at(), line()).prop_map(|(at, line)| Change::Insert(at, line)),
    ]
}

/// A good page after some changes.
fn damaged_page() -> impl Strategy<Value = String> {
    prop::collection::vec(change(), 1..8).prop_map(|changes| {
        let mut lines: Vec<String> = PAGE.lines().map(str::to_owned).collect();
        for change in changes {
            if lines.is_empty() {
                break;
            }
            let count = lines.len();
            match change {
                Change::Delete(at) => drop(lines.remove(at % count)),
                Change::Double(at) => lines.insert(at % count, lines[at % count].clone()),
                Change::Swap(left, right) => lines.swap(left % count, right % count),
                Change::Upper(at) => lines[at % count] = lines[at % count].to_uppercase(),
                Change::Lower(at) => lines[at % count] = lines[at % count].to_lowercase(),
                Change::Cut(at) => {
                    let line = &mut lines[at % count];
                    let half = line.chars().count() / 2;
                    *line = line.chars().take(half).collect();
                }
                Change::Insert(at, line) => lines.insert(at % count, line),
            }
        }
        lines.join("\n")
    })
}

/// Everything that holds for every text.
fn check_everything(page: &str) {
    for options in [ReadOptions::default(), ReadOptions::dialect(Dialect::DigWatch)] {
        let reading = read(page, &options);
        check_whole(page, &reading.session);
        check_identifiers(&reading.session);
        for (_, text) in in_source_order(&reading.session) {
            let (span, content) = (text.span(), text.content_span());
            assert_eq!(page.get(span.start..span.end), Some(text.raw()));
            if !text.is_decoded() {
                assert_eq!(page.get(content.start..content.end), Some(text.as_str()));
            }
            assert_eq!(text.as_str(), text.as_str().trim(), "content has no space around it");
        }
        for finding in &reading.diagnostics {
            assert!(finding.span.is_none_or(|span| page.get(span.start..span.end).is_some()), "{finding:?}");
        }
        let json = json::to_string(&reading.session).unwrap();
        assert_eq!(json::from_str(&json).unwrap(), reading.session);
    }
}

/// Identifiers are unique, and those of speakers are in the registry.
#[track_caller]
fn check_identifiers(session: &Session<'_>) {
    let mut seen = HashSet::new();
    let speakers: HashSet<_> = session.speakers.iter().map(|speaker| &speaker.id).collect();
    let mut about = Vec::new();
    let mut ids: Vec<_> = session.speakers.iter().map(|speaker| &speaker.id).collect();
    ids.extend(session.disclaimers.iter().map(|disclaimer| &disclaimer.id));
    for section in &session.sections {
        ids.push(&section.id);
        match &section.content {
            Content::Parts(parts) => {
                ids.extend(parts.iter().map(|part| &part.id));
                about.extend(parts.iter().filter_map(|part| part.speaker.as_ref()));
            }
            Content::Speeches(speeches) => {
                ids.extend(speeches.iter().map(|speech| &speech.id));
                about.extend(speeches.iter().filter_map(|speech| speech.speaker.as_ref()));
            }
            Content::Profiles(profiles) => {
                ids.extend(profiles.iter().flat_map(|profile| {
                    [&profile.id].into_iter().chain(profile.arguments.iter().map(|argument| &argument.id))
                }));
                about.extend(profiles.iter().map(|profile| &profile.speaker));
                let arguments = profiles.iter().flat_map(|profile| &profile.arguments);
                let details = arguments.flat_map(|argument| &argument.details);
                about.extend(details.flat_map(|detail| &detail.speakers));
            }
            Content::Points(points) => {
                ids.extend(points.iter().map(|point| &point.id));
                about.extend(
                    points.iter().flat_map(|point| &point.details).flat_map(|detail| &detail.speakers),
                );
            }
            _ => unreachable!("no other content"),
        }
    }
    for id in ids {
        assert!(seen.insert(id), "{id} is given out twice");
        let text = id.as_str();
        // Besides letters and digits, the signs that letters have in India and Southeast Asia.
        let is_sign =
            |c| matches!(c, '\u{900}'..='\u{1cff}' | '\u{a800}'..='\u{abff}' | '\u{11000}'..='\u{11fff}');
        let is_fit = |c: char| c == '-' || is_sign(c) || (c.is_alphanumeric() && c.to_lowercase().eq([c]));
        assert!(text.chars().all(is_fit), "{id}");
        assert!(text.starts_with(|c: char| c.is_ascii_lowercase()), "{id}");
    }
    for speaker in about {
        assert!(speakers.contains(speaker), "{speaker} is not in the registry");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept_whole(text in any::<String>()) {
        check_everything(&text);
    }

    #[test]
    fn any_page_is_kept_whole(page in page()) {
        check_everything(&page);
    }

    #[test]
    fn a_damaged_page_is_kept_whole(page in damaged_page()) {
        check_everything(&page);
    }

    /// Blank lines and other line ends change the surroundings of texts and nothing else.
    #[test]
    fn storing_a_page_with_blank_lines_changes_nothing(page in damaged_page()) {
        let page = page.replace('\r', "");
        let lines: Vec<_> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let (dense, spaced) = (lines.join("\n"), format!("\n{}\r\n", lines.join("\r\n \r\n")));
        let options = ReadOptions::dialect(Dialect::DigWatch);
        prop_assert_eq!(
            outline(&dense, &read(&dense, &options)),
            outline(&spaced, &read(&spaced, &options))
        );
    }
}
