//! The audit, through its door: pages that must raise a finding, with its words and its place, and pages that look
//! much the same and must not.

mod dates;
mod figures;
mod limits;
mod names;
mod speeches;
mod structure;
mod topics;

use plenary_core::audit::audit;
use plenary_core::model::Session;
use plenary_core::read::{ReadOptions, read};

/// The head of a page, up to its transcript.
const HEAD: &str =
    "Tides for everyone | Tidewater Forum 2031 WS #12\n14 May 2031 10:30h - 11:45h\nSession transcript\n";

/// A page with this transcript.
fn transcript(speeches: &str) -> String {
    format!("{HEAD}{speeches}")
}

/// The profile of one speaker.
fn profile(name: &str, speed: u64, length: u64, time: u64) -> String {
    format!(
        "X\n{name}\nSpeech speed\n{speed} words per minute\nSpeech length\n{length} words\nSpeech time\n{time} secs\n\
         Arguments\nTides belong to everyone\nTopics: Tides\nReport\nThis one spoke of tides.\n"
    )
}

/// A number of words that make sentences of ten words, none of which stands twice.
fn words(seed: usize, number: usize) -> String {
    let between = ["tides", "of", "the", "north", "carry", "less", "sand", "than"];
    let word = |at: usize| match at % 10 {
        0 => format!("Pole{seed}n{at}"),
        9 => format!("gauge{at}."),
        place => between[place - 1].to_owned(),
    };
    (0..number).map(word).collect::<Vec<_>>().join(" ")
}

/// What the audit finds in a page: `severity code: message @ the words it is about`.
fn findings(page: &str) -> Vec<String> {
    let reading = read(page, &ReadOptions::default());
    assert!(reading.holds_session(), "{:?}", reading.diagnostics);
    findings_of(&reading.session, page)
}

fn findings_of(session: &Session<'_>, page: &str) -> Vec<String> {
    let shown = |finding: plenary_core::Diagnostic| {
        let place = finding.span.map(|span| &page[span.start..span.end]);
        let severity = format!("{:?}", finding.severity).to_lowercase();
        let code = finding.code.trim_start_matches("audit::").to_owned();
        format!("{severity} {code}: {} @ {}", finding.message, place.unwrap_or("-"))
    };
    audit(session).into_iter().map(shown).collect()
}

/// Those of one kind.
fn of_kind(kind: &str, page: &str) -> Vec<String> {
    let marker = format!(" {kind}: ");
    findings(page).into_iter().filter(|finding| finding.contains(&marker)).collect()
}

#[track_caller]
fn assert_finds(page: &str, expected: &[&str]) {
    assert_eq!(findings(page), expected, "{page}");
}

/// A page like many that are as they should be.
#[test]
fn a_sound_page_raises_nothing() {
    let page = format!(
        "{HEAD}Ines Quarrie:\n{}\nTomasz Wielgosz:\n{}\nAudience:\nWhere is the gauge?\nInes Quarrie:\nAt the pier.\n\
         Speakers\n{}{}",
        words(1, 200),
        words(2, 90),
        profile("Ines Quarrie", 120, 219, 110),
        profile("Tomasz Wielgosz", 135, 90, 40),
    );
    assert_finds(&page, &[]);
}
