//! Nothing of a page is lost: every byte of it stands in the model, every word of the model in the documents.
//!
//! Here the documents are taken apart with Rust parsers; `tests/conformance` does it with third-party programs,
//! and for the PDF.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod markdown;
mod pdf;
#[path = "../support/mod.rs"]
mod support;
mod xml;

use std::collections::BTreeSet;
use std::path::Path;

use plenary_core::model::Statistics;
use plenary_core::statistics::Figure;
use plenary_core::{Session, document, source, statistics};
use serde_json::Value;
use support::converted::{Converted, converted, every_page};
use support::expected::{runs, take_all};
use support::settings::{self, Settings};
use support::words::Words;
use support::{Page, plenary, run_well, samples, session};

/// The document of a page in `format`.
fn render(page: &Page, format: &str) -> Vec<u8> {
    let bytes = run_well(plenary().arg("convert").arg(&page.path).args(["-t", format, "-o", "-"]));
    bytes.unwrap_or_else(|why| panic!("{} as {format}: {why}", page.name))
}

fn render_text(page: &Page, format: &str) -> String {
    String::from_utf8(render(page, format)).expect("text")
}

/// Fails where the text that a parser gives of a document lacks a word of the page, however the options are set.
fn keeps_the_words(format: &str, text_of: impl Fn(&str, &Settings) -> String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fidelity").join(format);
    let sessions = documents("json", &Settings::default(), &folder);
    let mut failures = String::new();
    for settings in settings::every(format) {
        for (document, json) in documents(format, &settings, &folder).iter().zip(&sessions) {
            if !settings.shows_signs_of(&document.page.text()) {
                continue;
            }
            let session = plenary_core::json::from_str(&json.text()).expect("a session");
            let mut words = Words::of(&text_of(&document.text(), &settings));
            if let Err(why) = take_all(&runs(&settings.kept(format, session)), &mut words) {
                failures += &format!("{} as {format}, {}: {why}\n", document.page.name, settings.name());
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn documents(format: &str, settings: &Settings, folder: &Path) -> Vec<Converted> {
    converted(&every_page(), format, settings, folder).unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn every_byte_stands_in_the_model() {
    // The bytes of a session in JSON are those of the page it was made of.
    for page in samples().into_iter().filter(|page| page.dialect() != "json") {
        let (session, _) = session(&page).unwrap_or_else(|why| panic!("{}: {why}", page.name));
        let text = page.text();
        let coverage = source::coverage(&session, text.len());
        assert_eq!((coverage.gaps, coverage.overlaps), (vec![], vec![]), "{}", page.name);
        assert_eq!(coverage.covered, text.len(), "{}", page.name);
        assert_eq!(source::write(&session), text, "{}", page.name);
    }
}

#[test]
fn every_word_stands_in_the_markdown() {
    keeps_the_words("markdown", markdown::text);
}

#[test]
fn every_word_stands_in_the_akoma_ntoso() {
    keeps_the_words("akoma-ntoso", |document, _| xml::text(document, &["showAs", "value"]));
}

#[test]
fn every_word_stands_in_the_tei() {
    keeps_the_words("tei", |document, _| xml::text(document, &[]));
}

/// A report that goes into a document of its own is whole there: what the debate has no more, it has.
#[test]
fn a_report_by_itself_has_what_the_debate_has_not() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fidelity/separate");
    let debates = documents("akoma-ntoso", &Settings::of(&["report=separate"]), &folder);
    let reports = documents("akoma-ntoso-report", &Settings::default(), &folder);
    let sessions = documents("json", &Settings::default(), &folder);
    for ((debate, report), json) in debates.iter().zip(&reports).zip(&sessions) {
        let session = plenary_core::json::from_str(&json.text()).expect("a session");
        let text =
            [debate, report].map(|document| xml::text(&document.text(), &["showAs", "value"])).join("\n");
        let all = take_all(&runs(&session), &mut Words::of(&text));
        all.unwrap_or_else(|why| panic!("{}: {why}", debate.page.name));
    }
}

/// What plenary says itself in the Markdown minutes.
const OWN_WORDS: &str = "
    NOTE Contents Participants Speaker Role Speeches Words min Time min s declared counted
    Share of the floor of all words of the transcript Points raised by topic Named once Outcomes
    Declared as the source states it times in minutes and seconds Counted by plenary in the transcript
    Declared by the source speed length time Arguments by speaker Supporting facts Topics Report Points Transcript
    Explanation Evidence Major discussion point Agreed Disagreed with on Speakers Reason Impact
    About this document Headings of the source with no text under them
    The title as the source has it Other wordings of the title Lines without a place above
    Made by plenary from a record in the format";

/// Besides the texts of the page, in their order, the minutes hold names and headings of the page once more, numbers
/// that the page declares or plenary counted, and plenary's own words.
#[test]
fn nothing_is_invented_in_the_markdown() {
    for page in samples() {
        let (session, _) = session(&page).unwrap_or_else(|why| panic!("{}: {why}", page.name));
        let mut words = Words::of(&markdown::text(&render_text(&page, "markdown"), &Settings::default()));
        take_all(&runs(&session), &mut words).unwrap_or_else(|why| panic!("{}: {why}", page.name));
        let version = env!("CARGO_PKG_VERSION");
        let said = [page.text(), OWN_WORDS.to_owned(), version.to_owned(), session.dialect.name().to_owned()]
            .join("\n");
        let (said, numbers) = (Words::of(&said), numbers(&session));
        let said: BTreeSet<_> = said.left().into_iter().collect();
        let invented: Vec<_> = words
            .left()
            .into_iter()
            .filter(|word| !said.contains(word) && !numbers.contains(*word))
            .collect();
        assert!(invented.is_empty(), "{}: {invented:?} are not in the page", page.name);
    }
}

/// A place quoted from one document is found in every other: as an anchor of the Markdown, as a `GUID` of the Akoma
/// Ntoso, as an `xml:id` of the TEI, as a named destination of the PDF.
#[test]
fn every_id_leads_somewhere_once() {
    for page in samples() {
        let (_, json) = session(&page).unwrap_or_else(|why| panic!("{}: {why}", page.name));
        let mut ids = Vec::new();
        collect_ids(&serde_json::from_str(&json).expect("JSON"), &mut ids);
        assert!(!ids.is_empty(), "{}", page.name);
        for (format, places) in [
            ("markdown", markdown::anchors(&render_text(&page, "markdown"))),
            ("akoma-ntoso", xml::ids(&render_text(&page, "akoma-ntoso"), "GUID")),
            ("tei", xml::ids(&render_text(&page, "tei"), "xml:id")),
            ("pdf", pdf::destinations(&render(&page, "pdf"))),
        ] {
            for id in &ids {
                let times = places.iter().filter(|place| *place == id).count();
                assert_eq!(times, 1, "{id} in {} as {format}", page.name);
            }
        }
    }
}

/// The members `id` of a session's JSON.
fn collect_ids(json: &Value, ids: &mut Vec<String>) {
    match json {
        Value::Object(members) => {
            ids.extend(members.get("id").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect_ids(member, ids));
        }
        Value::Array(values) => values.iter().for_each(|value| collect_ids(value, ids)),
        _ => {}
    }
}

/// The numbers a document may show: declared ones, as minutes and seconds too, counted ones, shares, those of the speeches,
/// and their times.
fn numbers(session: &Session<'_>) -> BTreeSet<String> {
    let declared = session.profiles().flat_map(|profile| {
        let Statistics { speed, length, time, .. } = &profile.statistics;
        [speed, length, time].map(|declared| declared.as_ref().and_then(|declared| declared.value))
    });
    let mut numbers: BTreeSet<_> =
        (1..=session.speeches().count()).map(|number| number.to_string()).collect();
    for seconds in declared.flatten() {
        numbers.extend([seconds.to_string(), (seconds / 60).to_string(), format!("{:02}", seconds % 60)]);
    }
    let mut times: Vec<_> = session.speeches().filter_map(document::times).collect();
    for participant in statistics::participants(session) {
        numbers.extend([participant.speeches.to_string(), participant.words.to_string()]);
        let share = participant.share.to_string();
        numbers.extend(share.split(['.', ' ']).map(str::to_owned));
        times.push(participant.shown(Figure::Spoken).into_owned());
    }
    // How many arguments and points name a topic.
    let named = statistics::topics(session);
    numbers.extend(named.iter().map(|topic| (topic.arguments.len() + topic.points.len()).to_string()));
    let fields = times.iter().flat_map(|time| time.split([':', '–']));
    numbers.extend(fields.map(str::to_owned));
    numbers
}

/// The measure itself.
#[test]
fn words_are_found_across_line_breaks_and_only_whole() {
    let mut words = Words::of("The quick\nbrown fox-\nhound. The end");
    let all = words.all();
    assert_eq!(words.take_first("hound", all.clone()), Some(17..22));
    assert_eq!(words.take_first("row", all.clone()), None, "no part of a word");
    assert_eq!(words.take_first("brown fox-hound", all.clone()), None, "`hound` is taken");
    assert_eq!(words.take_last("The", all.clone()), Some(23..26));
    assert_eq!(words.take_last("The", all.clone()), Some(0..3));
    assert_eq!(words.take_first("The", all.clone()), None, "there are only two");
    assert_eq!(words.take_first("quick fox", all), None, "the order counts");
    assert_eq!(words.left(), ["quick", "brown", "fox", "end"]);
}
